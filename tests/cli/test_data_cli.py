"""`timbang data`, and what `list` and `show` tell of sources and panel measures."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.providers import MAJORS, POWER, providers
from typer.testing import Result

Invoke = Callable[..., Result]
File = Callable[..., Path]


@pytest.fixture(autouse=True)
def _providers() -> Iterator[None]:
    with providers():
        yield


@pytest.fixture
def data(invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    monkeypatch.setenv("TIMBANG_DATA", str(tmp_path / "home"))
    return lambda *words: invoke("data", *words)


@pytest.fixture
def file(tmp_path: Path) -> File:
    def write(text: str, name: str = "power.csv") -> Path:
        path = tmp_path / "given" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_folder_is_added_listed_and_cited(data: Invoke, file: File, tmp_path: Path) -> None:
    file(POWER)
    file(MAJORS, "majors.csv")
    file("hello", "notes.txt")
    done = data("add", tmp_path / "given")
    assert done.exit_code == 0
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines == ["added majors 2 rows majors.csv", "added power 3 rows power.csv"]
    assert "notice:" in done.stderr and "notes.txt" in done.stderr and "2 added; home:" in done.stderr
    rows = json.loads(data("list", "--json").stdout)
    assert [(row["table"], row["at home"], row["rows"]) for row in rows] == [("majors", "yes", 2), ("power", "yes", 3)]
    kept = str(tmp_path / "home" / "power.parquet")
    assert rows[1] == {"table": "power", "source": "strength", "version": "1.0", "years": "1816-2016", "rows": 3,
                       "rows of version": 3, "at home": "yes", "where": kept}  # fmt: skip
    cited = data("cite", "power").stdout
    assert cited.startswith("strength (1.0): Doe, Jane. 2001. Strength.\nLicence: Cite it.\n@misc{doe2001strength")
    assert [one["source"] for one in json.loads(data("cite", "--json").stdout)] == ["ranks", "strength"]


def test_a_file_that_is_named_and_not_known_is_status_1_and_the_rest_is_added(data: Invoke, file: File) -> None:
    done = data("add", file("ccode,year,gdp\n"), file(MAJORS, "majors.csv"))
    assert done.exit_code == 1
    assert "nearest is power of strength, but columns are missing: milex" in done.stderr
    assert "added  majors" in done.stdout and "not added" in done.stderr


def test_problems_are_told_with_file_line_and_column_and_as_json(data: Invoke, file: File) -> None:
    done = data("add", file(POWER + "USA,2,1900,x\n"))
    assert done.exit_code == 1 and done.stdout == ""
    assert "power.csv:5:milex: this is not a number — found 'x'" in done.stderr
    done = data("add", "--json", file(POWER + "USA,2,1900,1\n"))
    told = json.loads(done.stdout)
    assert done.exit_code == 1 and told["added"] == []
    assert "Lines 2 and 5" in told["problems"][0]["todo"]


def test_notices_are_told_with_the_table(data: Invoke, file: File, tmp_path: Path) -> None:
    done = data("add", file(POWER + "UKG,200,1901,1\n"))
    assert done.exit_code == 0
    told = json.loads(data("add", "--json", tmp_path / "given").stdout)["added"][0]
    assert (told["table"], told["rows"], [notice["value"] for notice in told["notices"]]) == ("power", 4, ["4"])
    assert "power: notice: power.csv: 1.0 has another number of rows: is this another version" in done.stderr


def test_of_many_files_that_no_source_knows_some_are_told(data: Invoke, file: File, tmp_path: Path) -> None:
    file(POWER)
    for number in range(40):
        file("hello", f"{number}.txt")
    said = data("add", tmp_path / "given").stderr.splitlines()
    assert (
        sum("no source knows" in line for line in said) == 30 and "and 10 more files of this kind: see --json" in said
    )


def test_a_table_of_another_size_stays_marked(data: Invoke, file: File) -> None:
    data("add", file("".join(POWER.splitlines(keepends=True)[:-1])))
    assert "power: 2 rows at home, 3 in version 1.0: another version, or cut short?" in data("list").stderr


def test_adding_another_file_asks_for_replace(data: Invoke, file: File) -> None:
    data("add", file(POWER))
    other = file(POWER.replace("12.5", "1"), "other.csv")
    assert data("add", other).exit_code == 1
    assert data("add", other, "--replace").stdout.startswith("replaced  power")


def test_nothing_at_home(data: Invoke) -> None:
    assert "by hand: power.csv" in data("list").stdout
    done = data("cite")
    assert (done.exit_code, done.stdout) == (0, "") and "timbang data add PATH" in done.stderr


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("get", "power"), 1, "no address is known"), (("get", "nothing"), 2, "no table 'nothing'"),
        (("get", "power", "majors", "--from", "http://127.0.0.1:9/x"), 2, "one by one"),
        (("cite", "nothing"), 2, "nothing"),
        (("get", "power", "--from", "nonsense"), 1, "no address of the web"), (("add", "nowhere"), 1, "no such file"),
        (("add",), 2, "Missing argument"), ((), 2, ""),
    ],
)  # fmt: skip
def test_misuse(data: Invoke, words: tuple[str, ...], status: int, said: str) -> None:
    done = data(*words)
    assert done.exit_code == status and said in done.stderr


def test_get_passes_over_what_is_at_home(data: Invoke, file: File) -> None:
    data("add", file(POWER))
    done = data("get", "power")
    assert done.exit_code == 0 and "at home already" in done.stderr


def test_show_tells_the_tables_of_a_source_in_two_languages(invoke: Invoke) -> None:
    told = invoke("show", "strength").stdout
    for words in (
        "table:    power",
        "version:  1.0",
        "licence:  Cite it.",
        "period:   1816-2016",
        "key:      state, year",
    ):
        assert words in told
    assert "columns:  state (string), year (int), milex (float)" in told
    assert "tabel:" in invoke("show", "strength", "--lang", "id").stdout
    assert json.loads(invoke("show", "strength", "--json").stdout)[0]["tables"][0]["rows"] == 3


def test_list_and_show_know_measures_of_panels(invoke: Invoke) -> None:
    assert {"cinc", "exercises_per_year"} <= {
        row["name"] for row in json.loads(invoke("list", "measures", "--json").stdout)
    }
    told = invoke("show", "cinc").stdout
    assert "level:" in told and "state-year" in told
