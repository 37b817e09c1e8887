"""People code on a sheet, CSV or XLSX: export passages without anybody's codes, import what a person gave, checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from timbang.errors import Problem, TimbangError
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders._people import VERSION, Given, check_name, coding, reading
from timbang.evidence.coders._sheetfile import Row, read_rows, write_rows
from timbang.model.codings import By, Coding, Pass
from timbang.model.documents import Passage, quote_hash
from timbang.reading.flaws import meant

COLUMNS = ("document", "passage", "hash", "text", "codes", "denied", "quoted", "speaker", "read")
SHOWN = 32_000  # signs of a passage that are shown: a cell of a workbook holds no more
Texts = Mapping[str, tuple[str, Sequence[Passage]]]  # document -> text and passages


class SheetCoder:
    """A person, by a sheet that has been read: gives passages the codes in their rows."""

    by: By = "person"
    version = VERSION

    def __init__(self, name: str, rows: Sequence[Row]):
        self.name = check_name(name)
        self.rows = {(row["document"], row["passage"]): row for row in rows}

    def code(self, passages: Sequence[Passage], text: str, codebook: Codebook, document: str = "") -> Iterator[Coding]:
        """The codings of these passages, as the sheet gives them."""
        for passage in passages:
            for given in _given(self.rows.get((document, passage.id))):
                yield coding(document, passage, given, self.name, codebook, "sheet")

    def passages_read(self, document: str) -> list[str]:
        """The passages of a document that the person marked as read, or gave a code."""
        return [row["passage"] for row in self.rows.values() if row["document"] == document and _is_read(row)]


def export_sheet(path: Path, documents: Texts, codebook: Codebook) -> int:
    """Write the sheet (.csv or .xlsx) and return how many passages it has. It shows no codings: coders are blind.

    Codes go into `codes`, separated by |; those of them that are denied, or said by someone else, again
    into `denied` and `quoted`. `read` is `yes` for a passage that was read and has no code.
    """
    rows = [
        {"document": name, "passage": passage.id, "hash": quote_hash(text[passage.start : passage.end]),
         "text": _shown(text, passage), "codes": "", "denied": "", "quoted": "", "speaker": "", "read": ""}
        for name, (text, passages) in documents.items() for passage in passages if passage.kind != "running"
    ]  # fmt: skip
    write_rows(path, COLUMNS, rows, list(codebook.codes))
    return len(rows)


def import_sheet(path: Path, documents: Texts, codebook: Codebook, coder: str) -> tuple[list[Coding], list[Pass]]:
    """What a person gave; TimbangError with every problem of the sheet, by row: then nothing is taken from it."""
    rows = read_rows(path, COLUMNS)
    problems = [problem for row in rows for problem in _flaws(row, documents, codebook, path.name)]
    problems += _twice(rows, path.name)
    if problems:
        raise TimbangError(sorted(problems, key=lambda problem: problem.line))
    person = SheetCoder(coder, rows)
    codings: list[Coding] = []
    passes: list[Pass] = []
    for name, (text, passages) in documents.items():
        codings += person.code(passages, text, codebook, name)
        if read := person.passages_read(name):
            passes.append(reading(name, read, person.name, codebook, "sheet"))
    return codings, passes


def _shown(text: str, passage: Passage) -> str:
    return " ".join(text[passage.start : passage.end].split())[:SHOWN]


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _given(row: Row | None) -> Iterator[Given]:
    if row is not None:
        denied, quoted = _listed(row["denied"]), _listed(row["quoted"])
        for code in _listed(row["codes"]):
            yield Given(code, code in denied, code in quoted, row["speaker"])


def _is_read(row: Row) -> bool:
    return bool(_listed(row["codes"])) or row["read"].lower() in ("yes", "ya")


def _flaws(row: Row, documents: Texts, codebook: Codebook, file: str) -> Iterator[Problem]:
    def problem(column: str, what: str, expected: str = "", todo: str = "") -> Problem:
        return Problem(
            what=what, file=file, line=row.line, column=column, value=row[column], expected=expected, todo=todo
        )

    text, passages = documents.get(row["document"], ("", ()))
    passage = next((each for each in passages if each.id == row["passage"]), None)
    if passage is None:
        yield problem("passage", "the case has no such passage", todo="Leave both columns as they were exported")
    elif quote_hash(text[passage.start : passage.end]) != row["hash"]:
        yield problem("hash", "the passage has changed since the sheet was exported", todo="Export the sheet again")
    elif quote_hash(row["text"]) != quote_hash(_shown(text, passage)):
        yield problem("text", "the words of the passage were changed in the sheet", todo="Restore them from the export")
    codes = _listed(row["codes"])
    for code in codes:
        if code not in codebook.codes:
            yield problem("codes", f"the codebook has no code {code}", todo=meant(code, codebook.codes))
    if len(set(codes)) < len(codes):
        yield problem("codes", "a code stands twice", "each code once")
    for column in ("denied", "quoted"):
        if not set(_listed(row[column])) <= set(codes):
            yield problem(column, "a code stands here that is not among the codes", "codes of this row")
    if row["read"].lower() not in ("", "yes", "no", "ya", "tidak"):
        yield problem("read", "this says neither that the passage was read nor that it was not", "yes, or empty")


def _twice(rows: Iterable[Row], file: str) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["document"], row["passage"]
        if key in seen:
            yield Problem(what=f"the passage stands twice, first on row {seen[key]}", file=file, line=row.line,
                          column="passage", value=row["passage"], todo="Put all its codes into one row")  # fmt: skip
        seen.setdefault(key, row.line)
