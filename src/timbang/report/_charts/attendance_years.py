"""Who took part, year by year: for records with too many exercises to list."""

from __future__ import annotations

from collections import Counter
from typing import Any

from timbang.registry import Measure
from timbang.report._charts import matrix
from timbang.report._charts.points import Point
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader


def by_year(every: list[Point], states: list[str], measure: Measure, reader: Reader) -> Sketch:
    """Years down, states across, in each cell the share of the year's exercises that the state took part in."""
    present = measure.draw.get("present", "present")
    held: Counter[Any] = Counter()
    joined: Counter[Any] = Counter()
    for point in every:
        year = reader.began.get(str(point.row.get("exercise")), "?")[:4]
        held[year] += 1
        joined.update((year, state) for state in point.row.get(present) or ())
    years = sorted(held, key=str)
    cells = {(year, state): _share(joined[year, state] / held[year]) for year in years for state in states}
    names = [reader.name(state) for state in states]
    said = [f"{year} ({reader.number(held[year])})" for year in years]
    canvas = matrix.grid(matrix.Grid(years, states, said, names, cells), measure, reader)
    return Sketch(canvas, reader.word("chart_by_year", n=len(every)), every)


def _share(share: float) -> Point:
    percent = round(100 * share)
    return Point(None, None, None, str(percent) if percent else " ", share, share, share, {})
