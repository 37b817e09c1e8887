"""The data home: where it is, what it holds, and what it says of damaged and absent tables."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from support.providers import MAJORS, POWER, providers

from timbang.datasets import available, manifest, required, where
from timbang.datasets.adding import add
from timbang.datasets.citing import citations
from timbang.datasets.listing import listed
from timbang.errors import TimbangError

File = Callable[..., Path]


def test_the_home_is_the_one_named_else_the_environments_else_the_platforms(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert where(tmp_path) == tmp_path
    assert where() == home
    monkeypatch.delenv("TIMBANG_DATA")
    assert where().name == "timbang"


def test_a_home_that_is_a_file_is_refused(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMBANG_DATA", str(file("x", "notes.txt")))
    with pytest.raises(TimbangError, match="not a folder"):
        where()


def test_a_home_that_is_not_there_holds_nothing(home: Path) -> None:
    assert dict(available()) == {}
    assert available().get("power") is None
    assert {row["at home"] for row in listed()} == {"no"}


def test_every_table_that_is_wanted_and_missing_is_told_with_its_source_and_what_to_do(home: Path, file: File) -> None:
    add([file(POWER)])
    assert required(["power"]) == {"power": home / "power.parquet"}
    with pytest.raises(TimbangError) as caught:
        required(["majors", "power", "majors"])
    assert len(caught.value.problems) == 1
    assert "Get majors.csv of Ranks (2016), then: timbang data add FILE" in str(caught.value)
    with pytest.raises(TimbangError, match="no table 'nonsense'"):
        required(["nonsense"])


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone"])
def test_a_damaged_table_is_told_when_it_is_asked_for_and_the_others_are_not(
    home: Path, file: File, damage: str
) -> None:
    add([file(POWER), file(MAJORS, "majors.csv")])
    path = home / "power.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.unlink() if damage == "gone" else path.write_bytes(data if damage == "flipped" else data[:-9])
    assert available()["majors"].is_file()
    with pytest.raises(TimbangError, match=r"damaged.*timbang data add power\.csv"):
        available()["power"]
    assert {row["table"]: row["at home"] for row in listed()} == {"majors": "yes", "power": "damaged"}


@pytest.mark.parametrize("text", ["", "[]", '{"source": "x"}', None])
def test_a_damaged_manifest_is_told(home: Path, file: File, text: str | None) -> None:
    add([file(POWER)])
    path = home / "power.json"
    path.unlink() if text is None else path.write_text(text)
    for ask in (lambda: available()["power"], lambda: manifest("power")):
        with pytest.raises(TimbangError, match="manifest"):
            ask()


def test_a_table_in_columns_of_another_timbang_is_told(home: Path, file: File) -> None:
    add([file(POWER)])
    with (
        providers(columns={"state": "string", "year": "int", "milex": "int"}),
        pytest.raises(TimbangError, match="another version of timbang"),
    ):
        available()["power"]


def test_a_foreign_parquet_file_in_the_home_is_not_taken(home: Path) -> None:
    home.mkdir()
    pq.write_table(pa.table({"state": ["USA"]}), home / "power.parquet")
    with pytest.raises(TimbangError, match="manifest"):
        available()["power"]


def test_citations_of_what_is_at_home_or_named(home: Path, file: File) -> None:
    assert citations((), available()) == []
    add([file(POWER)])
    assert [one.source.name for one in citations((), available())] == ["strength"]
    assert [one.versions for one in citations(["majors", "strength"], available())] == ["2016", "1.0"]
    with pytest.raises(TimbangError, match="'nothing'"):
        citations(["nothing"], available())
