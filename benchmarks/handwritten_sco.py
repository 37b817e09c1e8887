"""The SCO report by hand: the same queries and figures, with the same libraries, and no checks, bounds or traces.

Run `python benchmarks/handwritten_sco.py CASE_FOLDER OUT_FOLDER`: what `timbang run sco` is timed against.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from babel import Locale
from handwritten_queries import QUERIES, READINGS, Case, Row
from jinja2 import Template
from matplotlib.figure import Figure

mpl.rcParams["svg.hashsalt"] = "sco"
PAGE = Template(
    "<!doctype html><html lang={{ lang }}><title>SCO</title>{% for name, rows in tables.items() %}<h2>{{ name }}</h2>"
    "{{ figures.get(name, '') }}<table>{% for row in rows %}<tr>"
    "{% for v in row.values() %}<td>{{ v }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}</html>"
)


def name(code: Any, lang: str) -> str:
    """A label as a reader reads it."""
    alpha2 = {"CHN": "CN", "RUS": "RU", "KAZ": "KZ", "KGZ": "KG", "TJK": "TJ", "UZB": "UZ", "IND": "IN", "PAK": "PK"}
    return str(Locale.parse(lang).territories.get(alpha2.get(code, ""), code))


def draw(chart: str, title: str, rows: list[Row], lang: str, target: Path) -> str:
    """One figure, written as SVG and returned for the page."""
    figure = Figure(figsize=(12, 10) if chart in ("matrix", "timeline") else (8, 4.5))
    figure.subplots_adjust(left=0.25, bottom=0.3)
    axes = figure.add_subplot()
    axes.set_title(title)
    keys = [name(next(iter(row.values())), lang) for row in rows]
    values = [row.get("value") or 0 for row in rows]
    if chart == "bars":
        axes.bar(keys, values)
        axes.tick_params("x", rotation=60)
    elif chart == "dots":
        axes.plot(values, keys, "o")
    elif chart == "lines":
        axes.plot(keys, values)
        axes.tick_params("x", rotation=60)
    elif chart == "timeline":
        axes.scatter([row["year"] for row in rows], range(len(rows)), s=[10 + v / 50 for v in values])
        axes.set_yticks(range(len(rows)), keys)
    elif chart == "map":
        pairs = [zip(*(str(row[c]).split("|") for c in ("lon", "lat")), strict=True) for row in rows]
        points = [(float(x), float(y)) for pair in pairs for x, y in pair if x and y]
        axes.scatter(*zip(*points, strict=True))
    else:
        grid(axes, chart, rows, lang)
    figure.savefig(target, metadata={"Date": None})
    return target.read_text(encoding="utf-8").partition("?>")[2]


def grid(axes: Any, chart: str, rows: list[Row], lang: str) -> None:
    """A matrix or a network of pairs."""
    xs, ys = (sorted({row[k] for row in rows}) for k in ("x", "y"))
    if chart == "matrix":
        cells = np.zeros((len(ys), len(xs)))
        for row in rows:
            cells[ys.index(row["y"]), xs.index(row["x"])] = row["value"]
        axes.imshow(cells, aspect="auto")
        axes.set_xticks(range(len(xs)), [name(x, lang) for x in xs], rotation=60)
        axes.set_yticks(range(len(ys)), [name(y, lang) for y in ys])
        return
    states = sorted({*xs, *ys})
    angle = {s: 2 * np.pi * n / len(states) for n, s in enumerate(states)}
    for row in rows:
        a, b = angle[row["x"]], angle[row["y"]]
        axes.plot([np.cos(a), np.cos(b)], [np.sin(a), np.sin(b)], lw=row["value"])
    for s in states:
        axes.annotate(name(s, lang), (np.cos(angle[s]), np.sin(angle[s])))


def claims(*cases: Case) -> list[Any]:
    """The figures behind each claim, on each set of rows; judging them is a comparison or two."""
    asked = [key for key, times in READINGS.items() for _ in range(times)]
    return [case.backend.to_pyarrow(QUERIES[key][0](case)).to_pylist() for case in cases for key in asked]


def main(folder: Path, out: Path) -> None:
    case = Case(folder)
    for room in ("tables", "figures"):
        (out / room).mkdir(parents=True, exist_ok=True)
    tables = {key: case.backend.to_pyarrow(query(case)).to_pylist() for key, (query, _) in QUERIES.items()}
    for key, rows in tables.items():
        with (out / f"tables/{key}.csv").open("w", newline="") as lines:
            writer = csv.DictWriter(lines, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    (out / "findings.json").write_text(json.dumps([tables, claims(Case(folder, "akhli_sco"), case)], default=str))
    for lang in ("en", "id"):
        charts = {key: chart for key, (_, chart) in QUERIES.items() if chart}
        figures = {k: draw(c, k, tables[k], lang, out / f"figures/{k}.{lang}.svg") for k, c in charts.items()}
        (out / f"report.{lang}.html").write_text(PAGE.render(lang=lang, tables=tables, figures=figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
