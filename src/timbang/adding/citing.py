"""Which source a document is: one of the case, one of a bibliography that is given, or a bare new entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timbang.casefile.references import entries, read_references
from timbang.errors import Problem, TimbangError, misuse, stop
from timbang.model import Case, Reference
from timbang.reading.bibliography.bibtex import entry
from timbang.reading.bibliography.csl_json import read_csl_json
from timbang.reading.bibliography.keys import Keys
from timbang.reading.bibliography.ris import read_ris
from timbang.reading.files import LARGEST_BIB, read_text

READERS = {".bib": lambda text, file: read_references(text), ".ris": read_ris, ".json": read_csl_json}
FILE_FIELDS = ("file", "ris_l1")  # where reference managers name the file of an entry


@dataclass(slots=True)
class Citing:
    """The sources at hand, and those that documents turn out to need: `new` holds their BibTeX by key."""

    case: Case
    key: str = ""  # the source that the user names
    bib: Path | None = None
    given: Mapping[str, Reference] = field(default_factory=dict)  # of the bibliography
    text: str = ""  # of the bibliography
    new: dict[str, str] = field(default_factory=dict)
    bare: list[str] = field(default_factory=list)  # keys of new entries that hold a title and no more
    _keys: Keys = field(default_factory=Keys)

    def __post_init__(self) -> None:
        if self.bib:
            self.text, self.given = read_bibliography(self.bib)
        known = {**self.case.references, **self.given}
        if self.key and self.key not in known:
            raise misuse(f"there is no source {self.key!r}", expected=_few(list(known)),
                         todo="Add it to references.bib, or give its file with --bib")  # fmt: skip
        for key in known:
            self._keys.take(key, {})

    def source(self, file: Path, title: str) -> str:
        """The key of a document's source; what references.bib lacks is noted. TimbangError if that cannot be told."""
        key = self.key or self._listed(file)
        if not key:
            key = self._keys.take(file.stem, {})
            self.bare.append(key)
            self.new[key] = entry(Reference(key=key, kind="misc", fields={"title": title}))
        elif key not in self.case.references:
            self.new[key] = self._written(key)
        elif key in self.given and _title(self.given[key]) != _title(self.case.references[key]):
            raise stop("references.bib has another source under this key", file=str(self.bib), value=key,
                       todo="Give the entry another key")  # fmt: skip
        return key

    def title(self, key: str) -> str:
        """The title of a source that is known; empty if it is a new one, or has none."""
        known = self.case.references.get(key) or self.given.get(key)
        return known.fields.get("title", "") if known else ""

    def _listed(self, file: Path) -> str:
        """The bibliography's only entry, or the one that names the file; empty if none was given."""
        if len(self.given) < 2:
            return next(iter(self.given), "")
        named = [key for key, one in self.given.items() if any(file.name in one.fields.get(f, "") for f in FILE_FIELDS)]
        if len(named) != 1:
            raise stop("the bibliography does not tell which of its sources this is", file=str(file),
                       expected=_few(list(self.given)), todo="Name it: --source KEY")  # fmt: skip
        return named[0]

    def _written(self, key: str) -> str:
        """The entry as BibTeX: as it stands, if it is."""
        bibtex = self.bib is not None and self.bib.suffix.lower() == ".bib"
        return entries(self.text, [key]) if bibtex else entry(self.given[key])


def read_bibliography(path: Path) -> tuple[str, Mapping[str, Reference]]:
    """The text and the references of a .bib, .ris or .json file; TimbangError with every mistake in it."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise misuse("this is no bibliography", file=str(path), expected=" or ".join(READERS))
    text, problems = read_text(path.parent, path.name, LARGEST_BIB)
    if text is None:
        raise TimbangError(problems or [Problem(what="there is no such file", file=str(path), todo="Check the path")])
    found, wrong = reader(text, path.name)
    if wrong := [problem for problem in wrong if problem.level == "problem"]:
        raise TimbangError(wrong)
    if not found:
        raise stop("the bibliography is empty", file=str(path), todo="Export it again")
    return text, found


def _title(reference: Reference) -> str:
    return " ".join(reference.fields.get("title", "").casefold().split())


def _few(keys: Sequence[str]) -> str:
    return ", ".join(keys[:8]) + (", …" if len(keys) > 8 else "")
