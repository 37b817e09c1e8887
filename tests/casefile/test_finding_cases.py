"""Which folder a word means."""

from pathlib import Path

import pytest
from support.folders import write_case

from timbang.casefile import find_case
from timbang.errors import UsageError


@pytest.fixture(autouse=True)
def _shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timbang.casefile.finding_cases.shipped_cases", lambda: {"sco": tmp_path / "shipped"})
    monkeypatch.chdir(tmp_path)


def test_a_name_is_a_case_that_ships_unless_a_case_of_that_name_is_here(tmp_path: Path) -> None:
    (tmp_path / "sco").mkdir()
    assert find_case("sco") == tmp_path / "shipped"
    write_case(tmp_path / "sco")
    assert find_case("sco") == Path("sco")


def test_a_separator_makes_it_a_folder(tmp_path: Path) -> None:
    (tmp_path / "sco").mkdir()
    assert find_case("./sco") == Path("sco")
    assert find_case(str(tmp_path / "sco")) == tmp_path / "sco"
    assert find_case(".") == Path()


@pytest.mark.parametrize("word", ["nato", "./nato", "", "a\x00b", "/", "../none"])
def test_what_is_not_there_is_a_misuse_that_lists_what_ships(word: str) -> None:
    if word == "/":
        assert find_case(word) == Path("/")
        return
    with pytest.raises(UsageError, match="sco"):
        find_case(word)


def test_a_folder_without_a_head_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "nato").mkdir()
    with pytest.raises(UsageError, match=r"write \./nato"):
        find_case("nato")
