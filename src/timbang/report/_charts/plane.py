"""The plane of the value of revision and the value of the status quo: each unit with its uncertainty."""

from __future__ import annotations

from collections.abc import Sequence

from timbang.findings.finding import Finding
from timbang.findings.weighed import NOT_TOLD
from timbang.report._charts.canvas import INK, PAPER, RULE, SOFT, Canvas, wrapped
from timbang.report._charts.labels import Box, Labels
from timbang.report._charts.points import OTHER, STYLES
from timbang.report._charts.scale import Scale, columns, levels
from timbang.report._reader import Reader

WIDTH, SIDE, LEFT, TOP = 560, 330, 44, 18


def sheet(placed: Sequence[Finding], reader: Reader) -> Canvas:
    """A marker at each unit's mean, hollow where its type cannot be told; whiskers are 90 % intervals."""
    canvas = Canvas(WIDTH, TOP + SIDE + 38)
    across, up = Scale(0, 1, LEFT, LEFT + SIDE), Scale(0, 1, TOP + SIDE, TOP)
    columns(canvas, across, TOP, TOP + SIDE, lambda v: reader.number(v))
    levels(canvas, up, LEFT, LEFT + SIDE, lambda v: reader.number(v))
    canvas.line(across(0), up(0), across(1), up(1), edge=RULE, line=1.4, dash=(5, 4))
    canvas.text(LEFT + SIDE / 2, TOP + SIDE + 30, reader.word("plane_x"), colour=SOFT, anchor="middle")
    canvas.text(0, 11, reader.word("plane_y"), colour=SOFT)
    labels = Labels(LEFT + SIDE, TOP, TOP + SIDE)
    heard = [finding for finding in placed if finding.detail["origins"]]
    for finding, (colour, _, marker) in zip(heard, [*STYLES, *[OTHER] * len(heard)], strict=False):
        x, y = finding.detail["status_quo"], finding.detail["revision"]
        _whiskers(canvas, (across(x["low"]), across(x["value"]), across(x["high"])),
                  (up(y["low"]), up(y["value"]), up(y["high"])), colour)  # fmt: skip
        place = across(x["value"]), up(y["value"])
        told = finding.verdict != NOT_TOLD
        canvas.mark(marker, *place, 9, fill=colour if told else PAPER, edge=INK if told else colour, line=1.2)
        labels.take(Box(place[0] - 5, place[1] - 5, place[0] + 5, place[1] + 5))
    for finding in heard:
        x, y = across(finding.detail["status_quo"]["value"]), up(finding.detail["revision"]["value"])
        name = reader.name(finding.unit)
        box = labels.place(name, x, y, 9)
        if box:
            canvas.text(box.left, box.bottom - 2.5, name, size=8.5)
    _key(canvas, heard, [finding for finding in placed if finding not in heard], reader)
    return canvas


def _whiskers(canvas: Canvas, x: tuple[float, float, float], y: tuple[float, float, float], colour: str) -> None:
    canvas.line(x[0], y[1], x[2], y[1], edge=colour, line=0.9)
    canvas.line(x[1], y[0], x[1], y[2], edge=colour, line=0.9)


def _key(canvas: Canvas, placed: Sequence[Finding], unheard: Sequence[Finding], reader: Reader) -> None:
    """Beside the plane: each unit's marker and name, hollow where nothing can be told; then those not drawn."""
    left = LEFT + SIDE + 24
    for n, (finding, (colour, _, marker)) in enumerate(zip(placed, [*STYLES, *[OTHER] * len(placed)], strict=False)):
        y, told = TOP + 14 + 16 * n, finding.verdict != NOT_TOLD
        canvas.mark(marker, left + 5, y - 3, 9, fill=colour if told else PAPER, edge=INK if told else colour, line=1.2)
        canvas.text(left + 16, y, reader.name(finding.unit))
    said = [reader.word("plane_hollow")]
    said += [reader.word("plane_none", units=", ".join(reader.name(f.unit) for f in unheard))] if unheard else []
    lines = [line for text in said for line in wrapped(text, WIDTH - left, size=8)]
    for n, line in enumerate(lines):
        canvas.text(left, TOP + 20 + 16 * len(placed) + 11 * n, line, colour=SOFT, size=8)


def alternative(placed: Sequence[Finding], reader: Reader) -> str:
    """The figure in words: where each unit lies."""
    return " ".join(
        reader.word(
            "plane_alt", unit=reader.name(f.unit), revision=round(f.detail["revision"]["value"], 2),
            quo=round(f.detail["status_quo"]["value"], 2),
        )
        if f.detail["origins"]
        else f"{reader.name(f.unit)}: {reader.word('no_report')}."
        for f in placed
    )  # fmt: skip
