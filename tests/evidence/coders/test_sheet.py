"""Sheets: out without anybody's codes, in with every mistake told, and nothing taken from a sheet with one."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from support.codings import balancing

from timbang.errors import TimbangError, UsageError
from timbang.evidence.coders.sheet import COLUMNS, Texts, export_sheet, import_sheet
from timbang.model.documents import Passage

TEXT = "First passage.\nSecond: 恐怖主义 и террор.\n=SUM(A1) third\nrunning head"
PASSAGES = [
    Passage(id="p1", start=0, end=14),
    Passage(id="p2", start=15, end=36),
    Passage(id="p3", start=38, end=52),
    Passage(id="p4", start=53, end=65, kind="running"),
]
DOCUMENTS: Texts = {"d1": (TEXT, PASSAGES)}
BOOK = balancing()
Rows = list[dict[str, str]]


def fill(path: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of a sheet as a person would."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        change(rows)
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
        return
    book = load_workbook(path)
    page = book.worksheets[0]
    cells = list(page.iter_rows(min_row=2))
    rows = [{name: str(cell.value or "") for name, cell in zip(COLUMNS, row, strict=True)} for row in cells]
    change(rows)
    for given, row in zip(rows, cells, strict=True):
        for name, cell in zip(COLUMNS, row, strict=True):
            cell.value = given[name]
    book.save(path)


def coded(rows: Rows) -> None:
    rows[0] |= {
        "codes": "sovereignty|threat-state",
        "denied": "threat-state",
        "quoted": "sovereignty",
        "speaker": "N. N.",
    }
    rows[1] |= {"read": "yes"}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_a_person_gave_comes_in(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ana.{suffix}"
    assert export_sheet(path, DOCUMENTS, BOOK) == 3  # the running head is left out
    fill(path, coded)
    codings, (read,) = import_sheet(path, DOCUMENTS, BOOK, "Ana")
    assert [(c.passage, c.code, c.negated, c.quoted, c.speaker) for c in codings] == [
        ("p1", "sovereignty", False, True, "N. N."), ("p1", "threat-state", True, False, "N. N."),
    ]  # fmt: skip
    assert {(c.start, c.end, c.coder, c.by) for c in codings} == {(0, 14, "Ana", "person")}
    assert read.passages == ("p1", "p2") and read.by == "person"  # p3 has not been read


def test_a_sheet_shows_nobodys_codes_and_runs_no_formula(tmp_path: Path) -> None:
    export_sheet(tmp_path / "a.csv", DOCUMENTS, BOOK)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert all(not row[column] for row in rows for column in ("codes", "denied", "quoted", "speaker", "read"))
    assert rows[2]["text"].startswith(" =SUM")
    export_sheet(tmp_path / "a.xlsx", DOCUMENTS, BOOK)
    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["D4"]
    assert cell.data_type == "s" and "SUM" in str(cell.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda rows: rows[0].update(codes="sovereignity"), "a.csv:2:codes: the codebook has no code sovereignity"),
        (lambda rows: rows[0].update(codes="sovereignity"), "Did you mean sovereignty?"),
        (
            lambda rows: rows[1].update(text="Second: other words"),
            "a.csv:3:text: the words of the passage were changed",
        ),
        (lambda rows: rows[1].update(hash="0" * 16), "a.csv:3:hash: the passage has changed"),
        (lambda rows: rows[1].update(passage="p9"), "the case has no such passage"),
        (lambda rows: rows.append(dict(rows[0])), "a.csv:5:passage: the passage stands twice, first on row 2"),
        (lambda rows: rows[0].update(codes="sovereignty|sovereignty"), "a code stands twice"),
        (lambda rows: rows[0].update(denied="sovereignty"), "not among the codes"),
        (lambda rows: rows[0].update(read="perhaps"), "neither that the passage was read"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, change: Callable[[Rows], object], told: str) -> None:
    path = tmp_path / "a.csv"
    export_sheet(path, DOCUMENTS, BOOK)
    fill(path, change)
    with pytest.raises(TimbangError) as caught:
        import_sheet(path, DOCUMENTS, BOOK, "Ana")
    assert told in str(caught.value)


def test_a_document_that_changed_since_is_told(tmp_path: Path) -> None:
    export_sheet(tmp_path / "a.csv", DOCUMENTS, BOOK)
    text, passages = DOCUMENTS["d1"]
    with pytest.raises(TimbangError, match="has changed since the sheet was exported"):
        import_sheet(tmp_path / "a.csv", {"d1": (text.replace("First", "Other"), passages)}, BOOK, "Ana")


def test_a_missing_column_and_an_unreadable_workbook_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("document,passage\nd1,p1\n", encoding="utf-8")
    with pytest.raises(TimbangError, match="the column codes is missing"):
        import_sheet(tmp_path / "a.csv", DOCUMENTS, BOOK, "Ana")
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(TimbangError, match="cannot be read"):
        import_sheet(tmp_path / "a.xlsx", DOCUMENTS, BOOK, "Ana")


def test_semicolons_as_excel_writes_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    export_sheet(path, DOCUMENTS, BOOK)
    fill(path, coded)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    assert len(import_sheet(path, DOCUMENTS, BOOK, "Ana")[0]) == 2


@pytest.mark.parametrize("name", ["", "lexical", "Semantic"])
def test_nobody_takes_a_programs_name(tmp_path: Path, name: str) -> None:
    export_sheet(tmp_path / "a.csv", DOCUMENTS, BOOK)
    with pytest.raises(UsageError, match="no program's"):
        import_sheet(tmp_path / "a.csv", DOCUMENTS, BOOK, name)


def test_another_suffix_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.csv or \.xlsx"):
        export_sheet(tmp_path / "a.ods", DOCUMENTS, BOOK)
