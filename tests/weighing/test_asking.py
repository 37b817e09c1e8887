"""Which mechanisms compete where a question names none: all of its kind, while they can be weighed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.weighed import case

from timbang.errors import TimbangError
from timbang.inference.theory import Vocabulary
from timbang.inference.theoryfile import vocabulary
from timbang.inference.weighing.spaces import MOST
from timbang.model.questions import Question
from timbang.weighing.asking import asked, mechanisms

MOTIVES = """\
source: one
questions:
  - {id: why, label: {en: "Why?", id: "Mengapa?"}, kind: motive, units: [RUS]}
"""


def grown(to: int) -> Vocabulary:
    """The vocabulary with as many more motives as make `to`."""
    shipped = vocabulary()
    motives = [theory for theory in shipped.theories.values() if theory.question == "motive"]
    more = {f"extra-{n}": replace(motives[0], name=f"extra-{n}") for n in range(to - len(motives))}
    return replace(shipped, theories={**shipped.theories, **more})


def motive(folder: Path, of: Vocabulary, questions: str | None = None) -> tuple[Question, tuple[str, ...]]:
    made = case(folder, questions=questions)
    question = next(one for one in asked(made, of).questions if one.kind == "motive")
    return question, tuple(theory.name for theory in mechanisms(question, made, of))


def test_a_theory_that_is_added_competes(tmp_path: Path) -> None:
    _, names = motive(tmp_path, grown(MOST))
    assert len(names) == MOST and "extra-0" in names


@pytest.mark.parametrize(("questions", "where"), [(None, "case.yml"), (MOTIVES, "questions.yml:3")])
def test_too_many_are_refused_where_they_can_be_named(tmp_path: Path, questions: str | None, where: str) -> None:
    with pytest.raises(TimbangError) as told:
        motive(tmp_path, grown(MOST + 1), questions)
    assert str(told.value).startswith(where) and f"{MOST + 1} mechanisms" in str(told.value)
