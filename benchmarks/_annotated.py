"""The passages that were coded by hand: their text, and which codes they were given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from timbang.model.documents import Passage

ANNOTATIONS = Path(__file__).parent.parent / "tests/annotations/coding.jsonl"
KREMLIN = Path(__file__).parent.parent.parent / "shared/documents/kremlin"


class Annotated(NamedTuple):
    """One annotated passage: the document's text, the passage, and the annotator's codes."""

    id: str
    origin: str
    text: str
    passage: Passage
    codes: list[dict[str, Any]]


def annotated(split: str, kremlin: Path = KREMLIN) -> Iterator[Annotated]:
    """The passages of a split: `dev` to work on, `held` for the figure that is reported."""
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != split:
            continue
        text, start, end = row["text"], 0, len(row["text"] or "")
        if row["origin"] == "kremlin":
            text = (kremlin / row["file"]).read_bytes().decode("utf-8")
            start, end = row["start"], row["end"]
        yield Annotated(row["id"], row["origin"], text, Passage(id=row["id"], start=start, end=end), row["codes"])
