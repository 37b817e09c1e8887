"""Files enter the data home whole, checked and told apart, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from support.providers import MAJORS, POWER, providers

from timbang.datasets import available, manifest
from timbang.datasets.adding import Addition, add
from timbang.datasets.home import sha256
from timbang.errors import TimbangError
from timbang.reading.locking import lock

File = Callable[..., Path]


def told(done: Addition) -> str:
    return "\n".join(map(str, done.problems))


def test_a_file_becomes_a_table_whatever_its_name_and_its_manifest_tells_its_origin(home: Path, file: File) -> None:
    given = file(POWER, "download (1).txt")
    done = add([given])
    assert (done.problems, done.notices) == ([], [])
    assert pq.read_table(available()["power"]).to_pylist() == [
        {"state": "USA", "year": 1900, "milex": 10.0},
        {"state": "USA", "year": 1901, "milex": None},
        {"state": "GBR", "year": 1900, "milex": 12.5},
    ]
    kept = manifest("power")
    assert (kept.source, kept.version, kept.file, kept.rows) == ("strength", "1.0", "download (1).txt", 3)
    assert (kept.sha256, kept.bytes) == (sha256(given), len(POWER))
    assert (kept.missing, kept.first_year, kept.last_year) == ({"state": 0, "year": 0, "milex": 1}, 1900, 1901)
    assert sorted(path.name for path in home.iterdir()) == ["power.json", "power.parquet"]


def test_adding_twice_changes_nothing(home: Path, file: File) -> None:
    given = file(POWER)
    assert add([given]).added[0].fate == "added"
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    assert add([given]).added[0].fate == "unchanged"
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_a_folder_is_gone_through_and_what_no_source_knows_is_told_by_name(home: Path, file: File) -> None:
    file(POWER, "all/nmc/power.csv")
    file(MAJORS, "all/states/majors.csv")
    file("hello\n", "all/README.md")
    file(b"\x00\xff", "all/.DS_Store")
    file("x", "all/.git/power.csv")
    done = add([file("", "all/empty.csv").parent])
    assert sorted(one.manifest.table for one in done.added) == ["majors", "power"]
    assert done.problems == []
    assert [(Path(notice.file).name, notice.level) for notice in done.notices] == [
        ("README.md", "notice"),
        ("empty.csv", "notice"),
    ]


def test_the_home_itself_is_passed_over(home: Path, file: File) -> None:
    file(POWER)
    add([home.parent])
    done = add([home.parent])
    assert [one.fate for one in done.added] == ["unchanged"] and (done.problems, done.notices) == ([], [])


def test_a_folder_without_any_known_file_is_a_problem(home: Path, file: File) -> None:
    assert "no file of this folder" in told(add([file("hello", "all/a.txt").parent]))


def test_a_file_of_no_source_is_told_with_the_nearest_table_and_what_it_lacks(home: Path, file: File) -> None:
    done = add([file("ccode,year,gdp\n2,1900,1\n")])
    assert done.added == [] and [*available()] == []
    assert "nearest is power of strength, but columns are missing: milex" in told(done)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"PK\x03\x04 no archive", b"PAR1 no table", b'"', b"\xff\xfe\x00"])
def test_files_that_are_no_tables_are_told(home: Path, file: File, data: bytes) -> None:
    done = add([file(data)])
    assert len(done.problems) == 1 and done.problems[0].file.endswith("power.csv")


def test_a_path_that_is_not_there_is_told_and_the_others_enter(home: Path, file: File) -> None:
    done = add([Path("nowhere.csv"), file(POWER)])
    assert "no such file or folder" in told(done) and [one.fate for one in done.added] == ["added"]


def test_a_needed_column_that_is_missing_stops_with_its_name(home: Path, file: File) -> None:
    done = add([file(POWER.replace("year", "anno"))])
    assert "columns are missing" in told(done) and "'year'" in told(done)


def test_a_file_of_a_header_alone_is_refused(home: Path, file: File) -> None:
    assert "holds no rows" in told(add([file(POWER.splitlines()[0] + "\n")]))


def test_further_columns_are_told_and_passed_over(home: Path, file: File) -> None:
    done = add(
        [
            file(
                POWER.replace("milex\n", "milex,flag\n")
                .replace("0\n", "0,1\n")
                .replace("9\n", "9,1\n")
                .replace("5\n", "5,1\n")
            )
        ]
    )
    assert [(n.what.partition(" that")[0], n.value) for n in done.added[0].notices] == [("columns", "flag")]


def test_rows_of_one_key_are_told_with_both_lines(home: Path, file: File) -> None:
    done = add([file(POWER + "USA,2,1900,11\n")])
    assert "Lines 2 and 5" in told(done) and "state USA, year 1900" in told(done)
    assert not (home / "power.parquet").exists()


def test_years_out_of_coverage_and_values_out_of_range_are_told_with_their_lines(home: Path, file: File) -> None:
    done = add([file(POWER.replace("1901", "2040").replace("12.5", "-12.5"))])
    assert [(p.line, p.column, p.value) for p in done.problems] == [(3, "year", "2040"), (4, "milex", "-12.5")]


def test_another_number_of_rows_is_told_as_another_version(home: Path, file: File) -> None:
    done = add([file(POWER + "UKG,200,1901,13\n")])
    assert ["another version" in notice.what for notice in done.added[0].notices] == [True]


def test_a_file_cut_short_in_a_row_is_told_with_the_line(home: Path, file: File) -> None:
    done = add([file(POWER[:-8])])
    assert done.problems[0].line == 4 and done.added == []


def test_two_files_for_one_table_stop_and_the_one_to_keep_is_said(home: Path, file: File) -> None:
    good, bad = file(POWER, "a.csv"), file(POWER + "UKG,200,1901,13\n", "b.csv")
    done = add([bad, good, file(MAJORS, "majors.csv")])
    assert [one.manifest.table for one in done.added] == ["majors"]
    assert "several files give the table power" in told(done)
    assert f"timbang data add {good}. It passes every check" in told(done)


def test_two_files_with_the_same_bytes_are_one(home: Path, file: File) -> None:
    done = add([file(POWER, "a.csv"), file(POWER, "b.csv")])
    assert len(done.added) == 1 and done.problems == [] and "byte for byte" in done.notices[0].what


def test_the_same_file_given_twice_is_added_once(home: Path, file: File) -> None:
    given = file(POWER)
    done = add([given, given.parent / "." / given.name])
    assert len(done.added) == 1 and done.problems == []


def test_another_file_for_a_table_at_home_needs_replace(home: Path, file: File) -> None:
    add([file(POWER)])
    newer = file(POWER.replace("12.5", "13"), "newer.csv")
    done = add([newer])
    assert "at home already" in told(done) and "--replace" in told(done)
    assert manifest("power").file == "power.csv"
    done = add([newer], replace=True)
    assert done.added[0].fate == "replaced" and manifest("power").file == "newer.csv"


def test_a_damaged_table_is_written_anew_without_replace(home: Path, file: File) -> None:
    add([file(POWER)])
    (home / "power.parquet").write_bytes(b"PAR1")
    assert add([file(POWER)]).added[0].fate == "added"
    assert available()["power"].is_file()


def test_two_sources_never_claim_one_file(home: Path, file: File) -> None:
    with providers(recognizes=lambda seen: True):
        assert "several sources" in told(add([file(MAJORS)]))


def test_another_timbang_that_is_writing_is_waited_for_by_the_user(home: Path, file: File) -> None:
    home.mkdir()
    with lock(home), pytest.raises(TimbangError, match="another timbang is writing"):
        add([file(POWER)])


def test_what_breaks_off_while_writing_leaves_no_table_that_looks_whole(
    home: Path, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([file(POWER)])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "power")

    monkeypatch.setattr("timbang.datasets.writing.as_json", full)
    with pytest.raises(OSError, match="No space"):
        add([file(POWER.replace("12.5", "13"))], replace=True)
    with pytest.raises(TimbangError, match="damaged"):
        available()["power"]
    assert sorted(path.name for path in home.iterdir()) == ["power.json", "power.parquet"]
