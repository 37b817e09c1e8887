"""Make report/_charts/land.json from the npm package world-atlas 2.0.2 (land-110m.json, Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/build_land.py package/land-110m.json src/timbang/report/_charts/land.json

Rings are unrolled: longitudes run on past 180 instead of jumping, so that no outline crosses the sheet
(a map draws each ring also 360 degrees to either side); the ring around the pole is closed along it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]


def arcs(topology: dict[str, Any]) -> list[Ring]:
    """Every arc in degrees: the file keeps whole-number differences, scaled."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * sx + tx, y * sy + ty))
        decoded.append(ring)
    return decoded


def joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; ~i means arc i backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def unrolled(ring: Ring) -> Ring:
    """The ring with longitudes that never jump; closed along the pole where it goes all around."""
    turns, found, before = 0, [ring[0]], ring[0][0]
    for lon, lat in ring[1:]:
        turns += (lon - before < -180) - (lon - before > 180)
        found.append((lon + 360 * turns, lat))
        before = lon
    if abs(found[-1][0] - found[0][0]) > 180:
        pole = -90.0 if found[0][1] < 0 else 90.0
        found += [(found[-1][0], pole), (found[0][0], pole)]
    return found


def main(source: Path, target: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    every = arcs(topology)
    rings = [
        [[round(lon, 2), round(lat, 2)] for lon, lat in unrolled(joined(ring, every))]
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in geometry["arcs"]
        for ring in polygon
    ]
    note = "Natural Earth 1:110m land, public domain, from npm world-atlas 2.0.2; made by tools/build_land.py"
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings)
    target.write_text(f'{{"source":{json.dumps(note)},\n"rings":[\n{lines}\n]}}\n', encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
