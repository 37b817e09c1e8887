"""What the commands give: files of a run, lists, descriptions, explanations, tables; JSON where asked."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from support import tiny
from typer.testing import CliRunner, Result

from timbang import run
from timbang.casefile import open_case
from timbang.findings.finding import Results

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Result]]:
    """One run of the tiny case, into a folder that holds a file of the user's."""
    from timbang.cli.app import app

    folder = tmp_path_factory.mktemp("run")
    case = tiny.write(folder / "tiny")
    (folder / "out").mkdir()
    (folder / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    yield folder, CliRunner().invoke(app, ["run", str(case), "--out", str(folder / "out")])


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Results]:
    """The tiny case and what a run concludes from it."""
    case = tiny.write(tmp_path_factory.mktemp("studied") / "tiny")
    return case, run.conclude(open_case(case))


@pytest.fixture
def known(studied: tuple[Path, Results], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny case, concluded once for all tests here: it takes seconds."""
    monkeypatch.setattr(run, "conclude", lambda case, progress=None: studied[1])
    return studied[0]


def test_run_lists_the_files_it_wrote_on_stdout(ran: tuple[Path, Result]) -> None:
    folder, done = ran
    assert done.exit_code == 0, done.stderr
    written = [Path(line) for line in done.stdout.splitlines()]
    assert all(path.is_file() and path.is_relative_to(folder / "out") for path in written)
    names = {path.name for path in written}
    assert {"findings.json", "report.en.html", "report.id.html", "exercises_per_year.csv"} <= names


def test_run_tells_how_the_claims_fared_on_stderr(ran: tuple[Path, Result]) -> None:
    """One exercise in 2001, none in 2002, one in 2003: at most one a year holds, one every year fails."""
    _, done = ran
    assert (
        "2 claims on the audited source's own rows: holds 1, holds partly 0, fails 1, cannot be told 0" in done.stderr
    )
    assert "2 claims on all sources: holds 1, holds partly 0, fails 1, cannot be told 0" in done.stderr


def test_run_leaves_other_files_alone(ran: tuple[Path, Result]) -> None:
    assert (ran[0] / "out" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_run_in_one_language(invoke: Run, known: Path, tmp_path: Path) -> None:
    done = invoke("run", known, "--out", tmp_path / "out", "--lang", "id")
    assert done.exit_code == 0
    pages = [path.name for path in (tmp_path / "out").glob("report.*")]
    assert pages == ["report.id.html"]


def test_every_list_is_the_same_in_json(invoke: Run) -> None:
    for kind in ("measures", "cases", "exporters", "sources", "organizations"):
        shown, told = invoke("list", kind), json.loads(invoke("list", kind, "--json").stdout)
        assert [line.split()[0] for line in shown.stdout.splitlines()] == [one["name"] for one in told]
        assert all(one["label"] and one["kind"] == kind.removesuffix("s") for one in told)
    everything = json.loads(invoke("list", "--json").stdout)
    assert {"sco", "mme", "nato", "csv", "exercises_per_year"} <= {one["name"] for one in everything}


def test_lists_speak_both_languages(invoke: Run) -> None:
    assert "Exercises per year" in invoke("list", "measures").stdout
    assert "Latihan per tahun" in invoke("list", "measures", "--lang", "id").stdout


def test_claims_and_findings_of_a_case(invoke: Run, known: Path) -> None:
    claims = json.loads(invoke("list", "claims", known, "--json").stdout)
    assert [(claim["name"], claim["label"]) for claim in claims] == [
        ("one-a-year", "At most one exercise a year."),
        ("every-year", "An exercise every year."),
    ]
    found = json.loads(invoke("list", "findings", known, "--json").stdout)
    verdicts = {one["name"]: one["verdict"] for one in found if one["kind"] == "claim"}
    assert verdicts == {
        "claim/one-a-year/own": "holds", "claim/one-a-year/all": "holds",
        "claim/every-year/own": "fails", "claim/every-year/all": "fails",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("thing", "kinds"),
    [
        ("exercises_per_year", ["measure"]),
        ("sco", ["case", "organization"]),
        ("mme", ["source"]),
        ("csv", ["exporter"]),
    ],
)
def test_show_describes_every_kind_of_thing(invoke: Run, thing: str, kinds: list[str]) -> None:
    for lang in ("en", "id"):
        told = json.loads(invoke("show", thing, "--lang", lang, "--json").stdout)
        assert [one["kind"] for one in told] == kinds and all(one["label"] for one in told)
    assert "name:" in invoke("show", thing).stdout


def test_show_a_case_of_ones_own(invoke: Run, case: Path) -> None:
    told = json.loads(invoke("show", case, "--json").stdout)[0]
    assert (told["organization"], told["period"], told["claims"]) == ("TST", "2001-2003", 2)
    assert told["rows"] == {"memberships.csv": 3, "exercises.csv": 3, "participants.csv": 7}


def test_explain_goes_down_to_rows_as_they_stand_in_the_file(invoke: Run, known: Path) -> None:
    told = json.loads(invoke("explain", known, "claim/one-a-year/own", "--json").stdout)
    assert told["verdict"] == "holds"
    assert [(row["file"], row["line"], row["source"], row["locator"]) for row in told["rows"]] == [
        ("exercises.csv", 2, "alpha", "p. 2"),
        ("exercises.csv", 4, "alpha", "p. 3"),
    ]
    given = (known / "exercises.csv").read_text(encoding="utf-8").splitlines()
    row = next(csv.DictReader([given[0], given[1]]))
    assert told["rows"][0]["cells"] == {column: cell for column, cell in row.items() if cell}
    assert told["rows"][0]["cited"] == "Alpha, A. 2004. First. p. 2"
    assert told["claimed in"] == "Alpha, A. 2004. First. p. 4"
    assert [(one["verdict"], one["holds if"], one["figures"]) for one in told["readings"]] == [
        ("holds", "every value ≤ 1", ["2001: 1", "2002: 0", "2003: 1"])
    ]
    shown = invoke("explain", known, "claim/one-a-year/own", "--lang", "id")
    assert "exercises.csv:2" in shown.stdout and "putusan:        terbukti" in shown.stdout


def test_explain_suggests_findings_that_there_are(invoke: Run, known: Path) -> None:
    done = invoke("explain", known, "claim/one-a-year")
    assert done.exit_code == 2 and "claim/one-a-year/own" in done.stderr


def test_a_resolved_table_goes_by_the_name_of_its_file_too(invoke: Run, case: Path, tmp_path: Path) -> None:
    for table in ("participants", "memberships"):
        result = invoke("export", case, "--table", table, "--resolved", "--out", tmp_path / f"{table}.csv")
        assert (result.exit_code, (tmp_path / f"{table}.csv").exists()) == (0, True)


def test_export_gives_raw_rows_or_resolved_ones(invoke: Run, case: Path, tmp_path: Path) -> None:
    """Two sources speak of Shield 2001: two raw rows, one resolved."""
    for form, resolved, rows in (("csv", False, 3), ("parquet", False, 3), ("xlsx", False, 3), ("parquet", True, 2)):
        out = tmp_path / f"exercises.{form}"
        flags = ["--resolved"] if resolved else []
        done = invoke("export", case, "--table", "exercises", "--format", form, "--out", out, *flags)
        assert (done.exit_code, done.stdout) == (0, f"{out}\n")
        assert f"{rows} rows" in done.stderr
        if form == "parquet":
            assert pq.read_table(out).num_rows == rows
    text = (tmp_path / "exercises.csv").read_text(encoding="utf-8")
    assert text == (case / "exercises.csv").read_text(encoding="utf-8")


def test_migrate_has_nothing_to_do_yet(invoke: Run, case: Path) -> None:
    done = invoke("migrate", case)
    assert (done.exit_code, done.stdout) == (0, "") and "already up to date" in done.stderr
