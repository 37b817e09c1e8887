"""The theory that the tutorial adds: one file, read as it stands there, at home in a case or among those that ship."""

import re
from pathlib import Path

import pytest

from timbang.errors import TimbangError
from timbang.inference.theoryfile import vocabulary

PAGE = (Path(__file__).parents[2] / "docs" / "theories.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^<!-- file: src/timbang/theories/(\S+) -->\n```yaml\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with the tutorial's theory as its own."""
    ((name, text),) = BLOCK.findall(PAGE)
    (tmp_path / "theories").mkdir()
    (tmp_path / "theories" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_file_of_the_tutorial_is_a_theory(folder: Path) -> None:
    theory = vocabulary(folder).theories["hegemonic-stability"]
    assert theory.question == "motive"
    assert {name: one.words for name, one in theory.expects.items()} == {
        "leads-cooperation": "very likely", "pays-to-keep-order": "likely", "enforces-order": "likely",
        "builds-institutions": "likely", "says-revise-order": "very unlikely", "lets-others-bear-burden": "even",
    }  # fmt: skip


def test_it_is_none_of_those_that_ship() -> None:
    assert "hegemonic-stability" not in vocabulary().theories


def test_a_mistake_in_it_is_refused_as_the_page_says(folder: Path) -> None:
    path = folder / "theories" / "hegemonic-stability.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("leads-cooperation:", "lead-cooperation:"), encoding="utf-8"
    )
    with pytest.raises(TimbangError) as error:
        vocabulary(folder)
    (problem,) = error.value.problems
    assert problem.value == "lead-cooperation" and "leads-cooperation" in problem.todo


def test_the_words_of_the_page_are_the_scale() -> None:
    head, values = re.findall(r"^\| (.+?) \|$", PAGE, flags=re.MULTILINE)[:2]
    told = {word: float(value) for word, value in zip(head.split(" | "), values.split(" | "), strict=True)}
    assert told == vocabulary().scale
