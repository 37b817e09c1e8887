"""A case: what case.yml declares, its rows, its sources, and the claims it audits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from timbang.model.bibnames import names, whole
from timbang.model.claims import Claims
from timbang.model.codings import Coded
from timbang.model.questions import Questions
from timbang.model.record import Record
from timbang.text import Text

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a measure must know of a case besides its rows: whom it is about, and when."""

    organization: str
    first_year: int
    last_year: int
    members: tuple[str, ...] = ()  # every state that was a member in the period, in order of joining
    outside: tuple[str, ...] = ()  # outside powers
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # named sets of states

    @property
    def years(self) -> range:
        """The years of the period, both ends included."""
        return range(self.first_year, self.last_year + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What case.yml declares."""

    format: int
    title: Text
    organization: str
    first_year: int
    last_year: int
    languages: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group_names: Mapping[str, Text] = field(default_factory=dict)
    orders: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()  # resolution rule: sources in order of preference, then file order
    complete: tuple[int, int] | None = None  # years whose record of framework exercises is held complete
    complete_others: tuple[int, int] | None = None  # the same for exercises outside the framework
    phases: Mapping[str, str] = field(default_factory=dict)  # id of a row that is a phase of another -> that exercise
    engine: str = "duckdb"
    licence: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A cited source: its BibTeX key, entry type, fields, and the citation as a reader reads it."""

    key: str
    kind: str
    fields: Mapping[str, str]
    line: int = 0

    @property
    def cited(self) -> str:
        """Author, year, title and where, from whichever of these fields there are."""
        rest = ("year", "title", "journal", "howpublished", "organization", "publisher", "pages", "url")
        parts = [" and ".join(self.authors), *(self.fields.get(name, "") for name in rest)]
        return ". ".join(part.strip("{}. ") for part in parts if part.strip("{}. ")) + "."

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors one by one, as given; a body's braces, which keep its name together, are gone."""
        return tuple(name for name, _ in self._authors())

    @property
    def short(self) -> str:
        """A label for running text: the authors' surnames, or the site or title, and the year."""
        authors = [(name, body) for name, body in self._authors() if name != "others"]
        surnames = [n if body else n.partition(",")[0] if "," in n else n.split()[-1] for n, body in authors]
        more = len(surnames) > 3 or len(authors) < len(self.authors)
        who = f"{surnames[0]} et al." if surnames and more else ", ".join(surnames)
        named = (self.fields[n] for n in ("organization", "publisher", "title") if self.fields.get(n))
        who = who or next(named, self.key)
        who = who if len(who) <= 60 else who[:59] + "…"
        return f"{who} {self.fields['year']}" if self.fields.get("year") else who

    def _authors(self) -> list[tuple[str, bool]]:
        """Each author's name, and whether it is a body's, which has no surname."""
        given = names(self.fields.get("author", ""))
        return [(name.strip("{} "), whole(name)) for name in given if name.strip("{} ")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case folder, read: nothing is derived yet."""

    name: str
    folder: Path
    head: CaseHead
    rows: Mapping[str, tuple[Record, ...]]  # file name -> rows, in file order
    references: Mapping[str, Reference]
    claims: Claims
    questions: Questions = field(default_factory=Questions)
    coded: Coded = field(default_factory=Coded)

    def of(self, record: type[R]) -> tuple[R, ...]:
        """The rows of one kind."""
        return self.rows.get(record.FILE, ())  # type: ignore[return-value]
