"""Flags before environment before timbang.toml."""

from pathlib import Path

import pytest

from timbang.cli.config import language, languages, out_folder
from timbang.errors import UsageError


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for key in ("TIMBANG_OUT", "TIMBANG_LANG"):
        monkeypatch.delenv(key, raising=False)


def test_by_default_both_languages_and_a_folder_of_the_cases_name() -> None:
    assert languages(None) == ("en", "id")
    assert language(None) == "en"
    assert out_folder(None, "sco") == Path("timbang-out", "sco")


def test_each_level_gives_way_to_the_one_above(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("timbang.toml").write_text('out = "filed"\nlang = "id"\n', encoding="utf-8")
    assert (languages(None), out_folder(None, "sco")) == (("id",), Path("filed", "sco"))
    monkeypatch.setenv("TIMBANG_LANG", "en")
    monkeypatch.setenv("TIMBANG_OUT", "environed")
    assert (languages(None), language(None)) == (("en",), "en")
    assert out_folder(None, "sco") == Path("environed", "sco")
    assert languages("id") == ("id",)
    assert out_folder(Path("flagged"), "sco") == Path("flagged")


@pytest.mark.parametrize("text", ["lang = ", 'colour = "red"', "out = 3", "lang = 'fr'", "\xff"])
def test_a_file_that_cannot_be_followed_is_refused(text: str) -> None:
    Path("timbang.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError):
        language(None)
