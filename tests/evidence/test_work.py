"""Coding many documents: on several cores as on one, resumed, bad documents told, progress after the disk."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from support.codings import balancing

from timbang.errors import stop
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.ledger import entries, writing
from timbang.evidence.work import already, code_documents
from timbang.model.codings import Coding
from timbang.model.documents import Passage

NAMES = [f"d{n:02}" for n in range(20)]
BOOK = balancing()


def load(name: str) -> tuple[str, Sequence[Passage]]:
    """A document made up from its name; one cannot be read."""
    if name == "d07":
        raise stop("the document is broken", file=name)
    text = f"Terrorism is a danger in {name}."
    return text, [Passage(id="p0001", start=0, end=len(text))]


def run(case: Path, names: Sequence[str], workers: int) -> tuple[int, int, int]:
    with writing(case) as ledger:
        done = code_documents(names, load, LexicalCoder(), BOOK, ledger, already(entries(case)), workers)
    return done.coded, done.skipped, len(done.problems)


def test_resumes_where_it_stopped(tmp_path: Path) -> None:
    assert run(tmp_path, NAMES[:5], 1) == (5, 0, 0)
    assert run(tmp_path, NAMES, 1) == (14, 5, 1)
    assert run(tmp_path, NAMES, 1) == (0, 19, 1)  # the broken one is tried again
    assert {e.document for e in entries(tmp_path) if isinstance(e, Coding)} == set(NAMES) - {"d07"}


def test_progress_counts_what_is_on_disk(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        on_disk = {key[0] for key in already(entries(tmp_path))}
        assert len(on_disk) == done
        seen.append((done, total))

    with writing(tmp_path) as ledger:
        code_documents(NAMES[:5], load, LexicalCoder(), BOOK, ledger, set(), 1, progress)
    assert seen[-1] == (5, 5)


@pytest.mark.slow
def test_two_cores_find_what_one_finds(tmp_path: Path) -> None:
    for name, workers in (("one", 1), ("two", 2)):
        (tmp_path / name).mkdir()
        assert run(tmp_path / name, NAMES, workers) == (19, 0, 1)
    ids = [[e.id for e in entries(tmp_path / name) if isinstance(e, Coding)] for name in ("one", "two")]
    assert ids[0] == ids[1] and len(ids[0]) == 38
