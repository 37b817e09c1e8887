"""CShapes 2.0 by Gleditsch and Ward's list, as packed TopoJSON: the spells of borders, without their outlines."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from timbang.errors import stop
from timbang.registry import Peek
from timbang.sources._cow import open_end
from timbang.sources._json import parsed
from timbang.sources._table import Read, Rows, of_cells
from timbang.state_table import gw_code

EDITION = date(2019, 12, 31)
XZ = b"\xfd7zXZ\x00"
SPELL = ("fid", "gwcode", "country_name", "start", "end", "status", "owner", "capname", "caplat", "caplong")


def read_spells(path: Path) -> Read:
    """One row a spell in which a territory's borders did not change, by its Gleditsch-Ward number.

    `status`: independent, or a colony, mandate, occupied territory and the like; `owner`: the number of the
    state it belonged to. `state` is the code that the number has at the spell's beginning; null where
    timbang's table has none.
    """
    import lzma

    import pyarrow as pa

    data = path.read_bytes() if path.is_file() else b""
    try:
        data = lzma.decompress(data) if data.startswith(XZ) else data
    except lzma.LZMAError as error:
        raise stop(
            "this .xz file is damaged or cut short", file=path.name, value=str(error), todo="Fetch it again"
        ) from None
    spells = _spells(parsed(data, path.name), path)
    cells = [["" if spell.get(name) is None else str(spell[name]) for name in SPELL] for spell in spells]
    rows = Rows(of_cells([*SPELL], cells, range(1, len(cells) + 1)), path.name)
    start = rows.days("start")
    number = rows.integers("gwcode")
    code = [gw_code(gw, day) if gw is not None and day else None for gw, day in
            zip(number.to_pylist(), start.to_pylist(), strict=True)]  # fmt: skip
    return rows.read({
        "shape": rows.integers("fid"), "gw": number, "state": pa.array(code, pa.string()), "start": start,
        "end": open_end(rows.days("end"), EDITION), "name": rows.text("country_name"), "status": rows.text("status"),
        "owner": rows.integers("owner", ("", "NA", "-9", "-1")), "capital": rows.text("capname"),
        "lat": rows.numbers("caplat", ("", "NA")), "lon": rows.numbers("caplong", ("", "NA")),
    })  # fmt: skip


def _spells(topology: Any, path: Path) -> list[dict[str, Any]]:
    layers = topology.get("objects", {}).values() if isinstance(topology, dict) else ()
    spells = [shape.get("properties", {}) for layer in layers for shape in layer.get("geometries", ())]
    if not spells or any(missing := [name for name in SPELL if name not in spell] for spell in spells):
        raise stop("this is not CShapes 2.0 by Gleditsch and Ward's list", file=path.name,
                   value=", ".join(missing) if spells else "", expected=", ".join(SPELL))  # fmt: skip
    return spells


def is_cshapes(peek: Peek) -> bool:
    """A TopoJSON file, packed: which it is stands behind its outlines, so the reader says the rest."""
    import lzma

    try:
        head = lzma.LZMADecompressor().decompress(peek.head, 2000) if peek.head.startswith(XZ) else peek.head[:2000]
    except lzma.LZMAError:
        return False
    return b'"Topology"' in head
