"""Precision and recall, worked by hand; the lexical coder on the annotations it was developed on."""

import json
from pathlib import Path

import pytest
from support.codings import balancing, passage

from timbang.evidence.accuracy import Accuracy, accuracy
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.model.documents import Passage

ANNOTATIONS = Path(__file__).parents[1] / "annotations/coding.jsonl"
KREMLIN = Path(__file__).parents[3] / "shared/documents/kremlin"


def test_worked_by_hand() -> None:
    units = [("d", str(n)) for n in range(4)]
    given = {units[0]: {"a", "b"}, units[1]: {"a"}}
    found = accuracy(given, {units[0]: {"a"}, units[2]: {"a"}}, units, ["a", "b"])
    assert found == {"a": Accuracy(1, 1, 1, 1), "b": Accuracy(0, 1, 0, 3)}
    assert (found["a"].precision, found["a"].recall, found["a"].f1) == (0.5, 0.5, 0.5)
    assert found["b"].recall is None and found["b"].precision == 0
    assert found["a"] + found["b"] == Accuracy(1, 2, 1, 4) and Accuracy(0, 0, 0, 1).f1 is None


@pytest.mark.needs_shared
def test_lexical_coder_on_dev_annotations() -> None:
    """Not a figure to report (the terms were written with dev at hand), but one that must not fall."""
    book, coder, total = balancing(), LexicalCoder(), Accuracy(0, 0, 0, 0)
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != "dev":
            continue
        text, part = row["text"], passage(row["text"] or "")
        if row["origin"] == "kremlin":
            text = (KREMLIN / row["file"]).read_bytes().decode("utf-8")
            part = Passage(id=row["id"], start=row["start"], end=row["end"])
        unit = ("d", row["id"])
        given = {unit: {c.code for c in coder.code([part], text, book)}}
        total = sum(accuracy(given, {unit: {c["code"] for c in row["codes"]}}, [unit], book.codes).values(), total)
    assert total.right >= 38 and total.wrong == 0
