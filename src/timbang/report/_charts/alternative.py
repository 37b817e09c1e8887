"""A chart in words, for those who do not see it: what is shown, over what range, with which extremes."""

from __future__ import annotations

from collections import Counter

from timbang.registry import Measure
from timbang.report._charts.points import Point, by_year, role
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader


def text(measure: Measure, sketch: Sketch, reader: Reader) -> str:
    """Sentences made from the points: kind of chart, extent, highest, lowest, unknown, left out."""
    shown = list(sketch.points)
    said = [
        reader.word("alt_what", kind=reader.among("chart", measure.chart), n=len(shown), unit=reader.say(measure.unit)),
        _extent(measure, shown, reader),
        _categories(measure, shown, reader),
        *_extremes(measure, shown, reader),
        _unknown(shown, reader),
        sketch.note,
    ]
    return " ".join(part for part in said if part)


def _extent(measure: Measure, shown: list[Point], reader: Reader) -> str:
    if not by_year(measure, shown):
        return ""
    years = [p.x for p in shown]
    return reader.word("alt_years", first=str(min(years)), last=str(max(years)))


def _categories(measure: Measure, shown: list[Point], reader: Reader) -> str:
    column = role(measure, "colour")
    if not column or column == "value":
        return ""
    names = [reader.cell(column, code, measure.words) for code, _ in Counter(p.colour for p in shown).most_common(6)]
    return reader.word("alt_colour", what=reader.column(column), names=", ".join(names))


def _extremes(measure: Measure, shown: list[Point], reader: Reader) -> list[str]:
    known = [p for p in shown if p.value is not None]
    if not known:
        return []
    high, low = max(p.value or 0 for p in known), min(p.value or 0 for p in known)
    if high == low:
        return [reader.word("alt_same", value=high)]
    return [
        reader.word(code, value=value, where=_where(measure, [p for p in known if p.value == value], reader))
        for code, value in (("alt_highest", high), ("alt_lowest", low))
    ]


def _where(measure: Measure, alike: list[Point], reader: Reader) -> str:
    column = role(measure, "colour")
    named = [
        f"{p.label} ({reader.cell(column, p.colour, measure.words)})" if column in measure.by else p.label
        for p in alike[:3]
    ]
    more = len(alike) - len(named)
    return "; ".join(named) + (f"; {reader.word('alt_and_more', n=more)}" if more else "")


def _unknown(shown: list[Point], reader: Reader) -> str:
    missing = sum(p.value is None for p in shown)
    return reader.word("alt_unknown", n=missing) if missing else ""
