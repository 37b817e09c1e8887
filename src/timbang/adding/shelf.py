"""The documents of a case while some are added: read, frozen, copied, entered; on failure all is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timbang.adding.citing import Citing
from timbang.adding.document_fates import ADDED, COMPLETED, PRESENT, REFUSED, Added, Wishes
from timbang.adding.shelving import hashed, language, place, title
from timbang.adding.writing import cite
from timbang.casefile import write_table
from timbang.casefile.staging import staged
from timbang.casefile.texts import FOLDER, freeze, load
from timbang.documents import read, read_all
from timbang.errors import Problem, TimbangError
from timbang.evidence.ledger import entries
from timbang.model import Case, Document
from timbang.model.documents import Extracted

Progress = Callable[[str], None]


class Shelf:
    """The documents of a case while some are added."""

    def __init__(self, case: Case, wishes: Wishes, progress: Progress):
        self.case, self.wishes, self.progress = case, wishes, progress
        self.rows = {row.sha256: row for row in case.of(Document)}
        self.citing = Citing(case, wishes.source, wishes.bib)
        self.copies: dict[Path, Path] = {}  # where a file goes -> the file
        self.frozen: list[Path] = []

    def put(self, files: Sequence[Path]) -> list[Added]:
        """Read and freeze every file, in order."""
        hashes = [hashed(file) for file in files]
        wanted: dict[str, Path] = {}  # each document once
        for file, sha in zip(files, hashes, strict=True):
            if isinstance(sha, str) and sha not in wanted and self._unread(sha):
                wanted[sha] = file
        found = self._found(list(wanted.values()))
        read: dict[str, Extracted | TimbangError] = {}
        results = []
        for number, (file, sha) in enumerate(zip(files, hashes, strict=True), start=1):
            self.progress(f"{number} of {len(files)}: {file.name}")
            if isinstance(sha, str) and sha in wanted:
                del wanted[sha]
                read = {key: text for key, text in read.items() if isinstance(text, TimbangError)}  # memory stays flat
                read[sha] = next(found)
            results.append(self._kept(file, sha, read, len(files) == 1))
        return results

    def _kept(
        self, file: Path, sha: str | TimbangError, read: Mapping[str, Extracted | TimbangError], alone: bool
    ) -> Added:
        try:
            if isinstance(sha, TimbangError):
                raise sha
            return self._one(file, sha, read.get(sha), alone)
        except TimbangError as error:
            return Added(file=file, fate=REFUSED, problems=error.problems)

    def _found(self, files: Sequence[Path]) -> Iterator[Extracted | TimbangError]:
        """What each file holds: side by side, but for one alone, whose pages are told, and where OCR is asked for."""
        languages = self.case.head.languages
        if len(files) > 1 and not self.wishes.ocr:
            yield from (found for _, found in read_all(files, languages))
            return
        for file in files:
            try:
                yield read(file, languages, lambda page: self.progress(f"page {page}"), self.wishes.ocr)
            except TimbangError as error:
                yield error

    def _unread(self, sha: str) -> bool:
        """Whether the document must be read: no text is frozen yet, or one with blank pages that OCR may fill."""
        if not (self.case.folder / FOLDER / f"{sha}.json").is_file():
            return True
        return self.wishes.ocr and bool(load(self.case.folder, sha).blank_pages)

    def _one(self, file: Path, sha: str, found: Extracted | TimbangError | None, alone: bool) -> Added:
        if isinstance(found, TimbangError):  # of several files with the same bytes one was read
            raise TimbangError(
                replace(problem, file=file.name) if problem.file else problem for problem in found.problems
            )
        text = found or load(self.case.folder, sha)
        row, fate = self._row(file, sha, text, alone)
        problems = (*text.problems, *self._freeze(sha, found)) if found else ()
        self.rows[sha] = row
        return Added(file=file, fate=fate, row=row, pages=text.pages, passages=len(text.passages),
                     blank_pages=text.blank_pages, problems=problems)  # fmt: skip

    def _freeze(self, sha: str, found: Extracted) -> tuple[Problem, ...]:
        done = freeze(self.case.folder, sha, found, swap=self.wishes.ocr and not self._coded(sha))
        if done.outcome in ("new", "replaced"):
            self.frozen.append(done.path)
        return done.problems

    def _coded(self, sha: str) -> bool:
        return any(entry.document == sha for entry in entries(self.case.folder))

    def _row(self, file: Path, sha: str, text: Extracted, alone: bool) -> tuple[Document, str]:
        """The row of a document, and whether it is new, was there, or is completed by a file that was absent."""
        old, folder = self.rows.get(sha), self.case.folder
        if old and old.path and (folder / old.path in self.copies or (folder / old.path).is_file()):
            return old, PRESENT
        if old:
            row = replace(old, path=old.path or place(folder, file, sha, self._paths()))
        else:
            row = self._new(file, sha, text, alone)
        self.copies[folder / row.path] = file
        return row, COMPLETED if old else ADDED

    def _new(self, file: Path, sha: str, text: Extracted, alone: bool) -> Document:
        """The row of a document that the case did not list; its source's title is its own if it is the only one."""
        wishes, name = self.wishes, self.wishes.title or title(text, file)
        key = self.citing.source(file, name)
        single = alone or (not wishes.source and len(self.citing.given) > 1)
        return Document(
            sha256=sha, title=wishes.title or (single and self.citing.title(key)) or name, source=key,
            language=wishes.language or language(text), licence=wishes.licence, says=wishes.says,
            date=wishes.date,
            path=place(self.case.folder, file, sha, self._paths()),
        )  # fmt: skip

    def _paths(self) -> set[str]:
        return {row.path for row in self.rows.values()}

    def write(self) -> list[Path]:
        """Copy the files, then write rows and sources; if that fails, what was written is taken away again."""
        new = [path for path in self.copies if not path.is_file()]
        try:
            for path in new:
                path.parent.mkdir(exist_ok=True)
                shutil.copyfile(self.copies[path], path)
            changed = staged(self.case.folder, self._fill)
        except BaseException:
            for path in (*new, *self.frozen):
                path.unlink(missing_ok=True)
            raise
        return [*new, *self.frozen, *changed]

    def _fill(self, folder: Path) -> None:
        rows = tuple(self.rows.values())
        if rows != self.case.of(Document):
            write_table(folder, Document, rows)
        if self.citing.new:
            cite(folder, "\n\n".join(self.citing.new.values()) + "\n")
