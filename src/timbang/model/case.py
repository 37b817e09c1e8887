"""A case: what case.yml declares, its rows, its sources, and the claims it audits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from timbang.model.claims import Claims
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
        names = ("author", "year", "title", "journal", "howpublished", "organization", "publisher", "pages", "url")
        return ". ".join(self.fields[n].strip("{}. ") for n in names if self.fields.get(n)) + "."

    @property
    def short(self) -> str:
        """A label for running text: the authors' surnames, or the site or title, and the year."""
        authors = [name.strip("{} ") for name in self.fields.get("author", "").split(" and ") if name.strip("{} ")]
        surnames = [name.partition(",")[0] if "," in name else name.split()[-1] for name in authors]
        if "author" in self.fields and self.fields["author"].strip().startswith("{"):
            surnames = authors  # a body in double braces has no surname
        who = f"{surnames[0]} et al." if len(surnames) > 3 else ", ".join(surnames)
        named = (self.fields[n] for n in ("organization", "publisher", "title") if self.fields.get(n))
        who = who or next(named, self.key)
        who = who.strip("{} ") if len(who) <= 60 else who.strip("{} ")[:59] + "…"
        return f"{who} {self.fields['year']}" if self.fields.get("year") else who


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case folder, read: nothing is derived yet."""

    name: str
    folder: Path
    head: CaseHead
    rows: Mapping[str, tuple[Record, ...]]  # file name -> rows, in file order
    references: Mapping[str, Reference]
    claims: Claims

    def of(self, record: type[R]) -> tuple[R, ...]:
        """The rows of one kind."""
        return self.rows.get(record.FILE, ())  # type: ignore[return-value]
