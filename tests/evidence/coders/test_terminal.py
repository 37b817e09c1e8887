"""Coding in the terminal: each passage once, what was decided on disk at once, blind to other coders."""

from pathlib import Path

import pytest
from support.codings import balancing

from timbang.errors import UsageError
from timbang.evidence.coders.terminal import Given, next_passages, record
from timbang.evidence.ledger import entries, writing
from timbang.model.documents import Passage

BOOK = balancing()
DOCUMENTS = [("d1", "One. Two. Head.", [Passage(id="p1", start=0, end=4), Passage(id="p2", start=5, end=9),
                                       Passage(id="p3", start=10, end=15, kind="running")])]  # fmt: skip


def test_passages_come_once_each_and_per_coder(tmp_path: Path) -> None:
    def waiting(coder: str) -> list[str]:
        return [w.words for w in next_passages(DOCUMENTS, entries(tmp_path), coder, BOOK)]

    assert waiting("Ana") == ["One.", "Two."]
    with writing(tmp_path) as ledger:
        first = next(next_passages(DOCUMENTS, entries(tmp_path), "Ana", BOOK))
        (coding,) = record(ledger, first, [Given("leadership", negated=True, span=(0, 3))], "Ana", BOOK)
        assert (coding.start, coding.end, coding.negated, coding.by) == (0, 3, True, "person")
        assert waiting("Ana") == ["Two."] and waiting("Budi") == ["One.", "Two."]
        record(ledger, next(next_passages(DOCUMENTS, entries(tmp_path), "Ana", BOOK)), [], "Ana", BOOK)
    assert waiting("Ana") == []  # read, and nothing seen


def test_unknown_codes_and_spans_outside_are_refused(tmp_path: Path) -> None:
    first = next(next_passages(DOCUMENTS, [], "Ana", BOOK))
    with writing(tmp_path) as ledger:
        for given, told in ((Given("nothing"), "no such code"), (Given("leadership", span=(0, 9)), "not within")):
            with pytest.raises(UsageError, match=told):
                record(ledger, first, [given], "Ana", BOOK)
    assert list(entries(tmp_path)) == []
