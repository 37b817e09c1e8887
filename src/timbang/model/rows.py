"""The other rows of a case: documents, memberships, agreements, events, figures, salience, observations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from timbang.model.record import Record, cell, locator_cell, source_cell

ALL = "ALL"  # in salience.csv: all states whose speeches the corpus has
THREATS = ("threat-", "framed-")  # how the names of codes begin that say a threat


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A document the case rests on; the file itself may be absent."""

    FILE: ClassVar[str] = "documents.csv"
    KEY: ClassVar[tuple[str, ...]] = ("sha256",)
    sha256: str = cell("text", "SHA-256 of the file", required=True)
    title: str = cell("text", "title", required=True)
    source: str = source_cell()
    language: str = cell("text", "language, as an IETF tag")
    licence: str = cell("text", "licence of the document")
    path: str = cell("path", "path inside the case; empty if the document is absent")
    says: str = cell("text", "whose voice it is: a state's or organization's code and the office", optional=True)
    date: str = cell("edtf", "when it dates from", optional=True)
    origin: str = cell("text", "origin the report goes back to; empty: its source", optional=True)
    interest: str = cell(
        "word", "the voice's interest in what is said; empty: its own if it speaks of itself, else none",
        among="interest", optional=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """A state's role in an organization, from a day to a day."""

    FILE: ClassVar[str] = "memberships.csv"
    KEY: ClassVar[tuple[str, ...]] = ("organization", "state", "role", "start", "source")
    organization: str = cell("text", "organization, in capitals", required=True)
    state: str = cell("state", "the state", required=True)
    role: str = cell("word", "role", required=True, among="role")
    start: str = cell("edtf", "since when, as the source gives it", required=True)
    end: str = cell("edtf", "until when; empty if still so")
    source: str = source_cell()
    locator: str = locator_cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """A rule, body or procedure of the region, and when it held."""

    FILE: ClassVar[str] = "agreements.csv"
    KEY: ClassVar[tuple[str, ...]] = ("id", "source")
    id: str = cell("slug", "the agreement", required=True)
    date: str = cell("edtf", "when it was concluded or set up; empty if no source says")
    name_en: str = cell("text", "name in English", required=True)
    name_id: str = cell("text", "name in Indonesian", required=True)
    kind: str = cell("word", "kind", required=True, among="agreement")
    parties: tuple[str, ...] = cell("parties", "states or organizations")
    field: str = cell("word", "field", among="field")
    ends: str = cell("edtf", "when it ended; empty if in force")
    source: str = source_cell()
    locator: str = locator_cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A critical event."""

    FILE: ClassVar[str] = "events.csv"
    KEY: ClassVar[tuple[str, ...]] = ("id", "source")
    id: str = cell("slug", "the event", required=True)
    date: str = cell("edtf", "when", required=True)
    kind: str = cell("word", "kind", required=True, among="event")
    states: tuple[str, ...] = cell("states", "states concerned")
    label_en: str = cell("text", "label in English", required=True)
    label_id: str = cell("text", "label in Indonesian", required=True)
    source: str = source_cell()
    locator: str = locator_cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation(Record):
    """Who calls a group terrorist, and since when."""

    FILE: ClassVar[str] = "designations.csv"
    KEY: ClassVar[tuple[str, ...]] = ("group", "designator", "from", "source")
    group: str = cell("text", "the group", required=True)
    designator: str = cell("text", "who designates it", required=True)
    start: str = cell("edtf", "since when", required=True, column="from")
    end: str = cell("edtf", "until when", column="to")
    label: str = cell("text", "the label used", required=True)
    source: str = source_cell()
    locator: str = locator_cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A number that a source gives for a state, or an organization, and a year."""

    FILE: ClassVar[str] = "figures.csv"
    KEY: ClassVar[tuple[str, ...]] = ("state", "towards", "year", "variable", "source", "locator")
    state: str = cell("party", "state or organization", required=True)
    towards: str = cell("party", "the other of a pair, where the number is on a pair")
    year: int | None = cell("year", "year; empty if the source gives none")
    variable: str = cell("slug", "what is counted", required=True)
    value: float | None = cell("number", "the number", required=True)
    unit: str = cell("text", "unit", required=True)
    version: str = cell("text", "version of the data set")
    source: str = source_cell()
    locator: str = locator_cell()
    as_given: str = cell("text", "the source's wording, where it misprints")


@dataclass(frozen=True, slots=True, kw_only=True)
class Salience(Record):
    """In how many sentences of its speeches of a year a state, or all states of the corpus, say what a code means."""

    FILE: ClassVar[str] = "salience.csv"
    KEY: ClassVar[tuple[str, ...]] = ("state", "year", "code", "source")
    state: str = cell("party", "the state; ALL: all states whose speeches of the year the corpus has", required=True)
    year: int | None = cell("year", "year of the speeches", required=True)
    code: str = cell("slug", "code of the codebook; only threats: threat-... or framed-...", required=True)
    passages: int | None = cell("count", "sentences read", required=True)
    coded: int | None = cell("count", "sentences given the code, neither denied nor quoted from others", required=True)
    states: int | None = cell("count", "of ALL: how many states")
    mean: float | None = cell("number", "of ALL: mean of the states' shares, each state counting the same")
    interval_low: float | None = cell("number", "of ALL: lower end of the mean's 95% interval")
    interval_high: float | None = cell("number", "of ALL: upper end of the mean's 95% interval")
    corpus: str = cell("text", "the corpus", required=True)
    codebook: str = cell("text", "name and version of the codebook", required=True)
    source: str = source_cell()
    locator: str = locator_cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """An observation made by hand: something seen, denied, or looked for and not found."""

    FILE: ClassVar[str] = "evidence.csv"
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: str = cell("slug", "the observation", required=True)
    implication: str = cell("slug", "the implication it bears on", required=True)
    unit: str = cell("party", "state or organization", required=True)
    target: str = cell("text", "towards whom")
    year: int | None = cell("year", "year, or first year", required=True)
    until: int | None = cell("year", "last year, where it spans several")
    seen: str = cell("word", "affirmed, denied or not found", required=True, among="seen")
    scope: str = cell("text", "what was searched, where not found")
    detection: float | None = cell("number", "probability that it would have been found")
    says: str = cell("text", "who says it: a state's code and the office, or a scholar")
    interest: str = cell("word", "the speaker's interest in what is said", among="interest")
    origin: str = cell("text", "origin the report goes back to")
    source: str = source_cell()
    locator: str = locator_cell()
    paraphrase: str = cell("text", "what it says, in your words", required=True)
    paraphrase_id: str = cell("text", "what it says, in Indonesian; the column may be absent", optional=True)
    coder: str = cell("text", "who coded it", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Record):
    """What readers call an origin that observations go back to; one without a row is called by its key."""

    FILE: ClassVar[str] = "origins.csv"
    KEY: ClassVar[tuple[str, ...]] = ("origin",)
    origin: str = cell("text", "the origin, as evidence.csv writes it", required=True)
    name_en: str = cell("text", "name in English", required=True)
    name_id: str = cell("text", "name in Indonesian", required=True)
