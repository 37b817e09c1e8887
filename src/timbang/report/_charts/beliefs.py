"""Belief in each mechanism, year by year: a panel each, with the interval and the range without any one origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timbang.findings.finding import Finding
from timbang.report._charts.canvas import INK, SOFT, Canvas, wrapped
from timbang.report._charts.scale import Scale, levels, years
from timbang.report._reader import Reader

WIDTH, COLUMNS, LEFT, RIGHT, GAP = 560, 3, 34, 9, 16
ROW, TALL, FOOT = 11, 70, 20  # a line of the mechanism's name, its panel, the years beneath
WIDE = (WIDTH - LEFT - RIGHT - (COLUMNS - 1) * GAP) / COLUMNS
LINE, BAND, RANGE = "#0072b2", "#cfe3f1", "#d55e00"


def sheet(finding: Finding, reader: Reader) -> Canvas:
    """Panels in the order of the mean, highest first; bands are 90 % intervals, dashes the range over origins."""
    detail = finding.detail
    order: Sequence[str] = detail["order"]
    heads = {name: wrapped(reader.say(detail["mechanisms"][name]), WIDE, bold=True)[:3] for name in order}
    head = 8 + ROW * max(len(lines) for lines in heads.values())
    each = head + TALL + FOOT
    canvas = Canvas(WIDTH, 20 + each * -(-len(order) // COLUMNS))
    _legend(canvas, reader)
    for n, name in enumerate(order):
        left, top = LEFT + n % COLUMNS * (WIDE + GAP), 20 + n // COLUMNS * each
        for row, line in enumerate(heads[name]):
            canvas.text(left, top + ROW * (row + 1), line, bold=True)
        _panel(canvas, detail, name, left, top + head, n % COLUMNS == 0, reader)
    return canvas


def _legend(canvas: Canvas, reader: Reader) -> None:
    canvas.line(0, 8, 20, 8, edge=LINE, line=1.8)
    canvas.text(25, 11, reader.word("belief_line"))
    canvas.box(150, 3, 20, 10, fill=BAND, edge=None)
    canvas.text(175, 11, reader.word("belief_band"))
    canvas.line(300, 8, 320, 8, edge=RANGE, line=1, dash=(3, 2))
    canvas.text(325, 11, reader.word("belief_range"))


def _panel(
    canvas: Canvas, detail: Mapping[str, Any], name: str, left: float, top: float, first: bool, reader: Reader
) -> None:  # fmt: skip
    span: Sequence[int] = detail["years"]
    beliefs: Sequence[Mapping[str, Any]] = detail["by_year"][name]
    scale = Scale(0, 1, top + TALL, top)
    across = Scale(span[0], max(span[-1], span[0] + 1), left + 4, left + WIDE - 4)
    places = [across(year) for year in span]

    def line(key: str) -> list[tuple[float, float]]:
        return [(x, scale(belief[key])) for x, belief in zip(places, beliefs, strict=True)]

    if len(span) > 1:
        canvas.path([*line("low"), *reversed(line("high"))], fill=BAND, edge=None, closed=True)
    levels(canvas, Scale(0, 1, top + TALL, top), left, left + WIDE, _percent(reader) if first else lambda _: "")
    years(canvas, span[0], span[-1], across, scale.start)
    canvas.line(left, scale.start, left + WIDE, scale.start, edge=INK, line=0.8)
    canvas.line(left, scale(detail["prior"]), left + WIDE, scale(detail["prior"]), edge=SOFT, line=0.7)
    if len(span) > 1:
        for key in ("least", "most"):
            canvas.path(line(key), edge=RANGE, line=0.8, dash=(3, 2))
        canvas.path(line("value"), edge=LINE, line=1.6)
    else:
        canvas.mark("circle", *line("value")[0], 5, fill=LINE, edge=SOFT)


def _percent(reader: Reader) -> Any:
    return lambda value: reader.number(round(100 * value)) + "%" if round(100 * value) % 50 == 0 else ""


def alternative(finding: Finding, reader: Reader) -> str:
    """The figure in words: each mechanism's mean over the years, and its highest and lowest year."""
    said = []
    for name in finding.detail["order"]:
        beliefs = [belief["value"] for belief in finding.detail["by_year"][name]]
        span = finding.detail["years"]
        high, low = span[beliefs.index(max(beliefs))], span[beliefs.index(min(beliefs))]
        said.append(
            reader.word(
                "belief_alt", mechanism=reader.say(finding.detail["mechanisms"][name]),
                mean=_whole(sum(beliefs) / len(beliefs), reader), high=_whole(max(beliefs), reader), in_high=str(high),
                low=_whole(min(beliefs), reader), in_low=str(low),
            )
        )  # fmt: skip
    return " ".join(said)


def _whole(value: float, reader: Reader) -> str:
    return reader.number(round(100 * value)) + "%"
