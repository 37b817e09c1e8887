"""What a reader found as plain values and back: for the way between processes, and for frozen texts."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, get_args

from timbang.errors import Problem
from timbang.model.documents import Box, Extracted, Grid, Passage, PassageKind


def plain(extracted: Extracted) -> dict[str, Any]:
    """An Extracted as dictionaries, lists, texts and numbers, without what is empty in its passages."""
    return {
        "reader": extracted.reader,
        "pages": extracted.pages,
        "blank_pages": list(extracted.blank_pages),
        "text": extracted.text,
        "passages": [passage(one) for one in extracted.passages],
        "grids": [asdict(one) for one in extracted.grids],
        "problems": [asdict(one) for one in extracted.problems],
    }


def passage(one: Passage) -> dict[str, Any]:
    """A passage as plain values, without those that are empty."""
    box = one.box
    values = {field.name: getattr(one, field.name) for field in fields(one)}
    values["box"] = [box.page, box.x0, box.top, box.x1, box.bottom] if box else None
    return {name: value for name, value in values.items() if value is not None and value != ""}


def extracted(values: dict[str, Any]) -> Extracted:
    """The Extracted of plain values; KeyError, TypeError or ValueError where they are none."""
    return Extracted(
        text=str(values["text"]),
        passages=tuple(_read_passage(one) for one in values["passages"]),
        grids=tuple(_read_grid(one) for one in values["grids"]),
        pages=int(values["pages"]),
        blank_pages=tuple(int(page) for page in values["blank_pages"]),
        reader=str(values["reader"]),
        problems=tuple(Problem(**one) for one in values["problems"]),
    )


def _read_passage(values: dict[str, Any]) -> Passage:
    box = values.get("box")
    if values.get("kind", "body") not in get_args(PassageKind):
        raise ValueError(f"{values['kind']} is no kind of passage")
    return Passage(**(values | {"box": Box(*box) if box else None}))


def _read_grid(values: dict[str, Any]) -> Grid:
    return Grid(**(values | {"rows": tuple(tuple(row) for row in values["rows"])}))
