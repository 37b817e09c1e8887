"""What the weighing answers: belief in each mechanism year by year, with what it rests on and what would turn it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from timbang.text import Text

NOT_TOLD = "unknown"  # the verdict of a question that the evidence cannot tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A probability: its integrated value, 90 % interval, and range over leaving out each origin in turn."""

    value: float
    low: float
    high: float
    least: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One item of evidence and its weight: decibels for each mechanism alone against none of them."""

    id: str  # of the row of evidence.csv, or of the measure's value
    implication: str
    said: str  # affirmed | denied | not_found
    target: str
    year: int
    until: int
    origin: str
    interest: str
    coder: str
    words: Text  # the coder's paraphrase, or the measured value
    reference: str  # file:id, as findings.evidence.Trail reads it
    decibels: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What remains if one thing is left out: the mean of each mechanism over the years."""

    what: str  # origin | implication | cluster | coder
    name: str
    values: Mapping[str, float]
    leading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """When a mechanism began or ceased to be at work, under one persistence."""

    mechanism: str
    persistence: float
    none: float  # P(no change)
    before: float  # the same before any report: what persistence alone makes of it
    years: Mapping[int, float]  # year of the first change -> probability
    years_before: Mapping[int, float]  # the same before any report


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question on one unit."""

    question: str
    label: Text
    kind: str  # motive | conduct
    unit: str
    targets: tuple[str, ...]
    mechanisms: Mapping[str, Text]  # name -> label, in the order of the question
    years: tuple[int, ...]
    by_year: Mapping[str, tuple[Belief, ...]]
    whole: Mapping[str, Belief]  # mean over the years
    periods: tuple[tuple[int, int, Mapping[str, Belief]], ...]  # first, last, mean over those years
    period_leads: tuple[str, ...]  # who leads in each period; NOT_TOLD where the floor forbids to say
    period_origins: tuple[int, ...]  # how many independent origins speak of each period
    shifted: Mapping[str, tuple[tuple[int, int, Mapping[str, float]], ...]]  # cuts moved by "-2", "+2" -> means
    prior: float
    persistence: float
    origins: tuple[str, ...]
    leading: str  # mechanism that leads over the years; NOT_TOLD where the floor forbids to say
    order: tuple[str, ...]  # by mean, whatever the floor
    reasons: tuple[Text, ...]  # why it cannot be told, if it cannot
    warnings: tuple[Text, ...]  # beyond 20 dB, misfit, few effective draws
    items: tuple[Heard, ...]
    by_implication: Mapping[str, Mapping[str, float]]  # decibels of all its reports together, as those of an item
    left_out: tuple[Left, ...]
    turns: tuple[Text, ...]  # the smallest changes that turn the order
    look_for: tuple[tuple[str, float, int], ...]  # implication, expected information in bits, the year of the most
    tests: tuple[Mapping[str, str], ...]  # {implication, for, against, class}
    pair_tests: tuple[Mapping[str, Any], ...]  # of every pair, {for, against, classes: class -> implications}
    changes: tuple[Change, ...]
    misfit: float | None
    draws: float  # effective number
    implications: Mapping[str, Text]  # labels of those that occur
    clusters: Mapping[str, tuple[str, ...]]  # cluster -> the implications of it that are reported
    published: tuple[Mapping[str, Any], ...] = ()  # {years, says, text, locator, agrees}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one unit stands in one period towards an order, and of which type it is."""

    typing: str
    label: Text
    typology: str
    order: str
    unit: str
    first: int
    last: int
    revision: Belief
    status_quo: Belief
    capability: float | None  # relative to the strongest of the set
    capabilities: Mapping[str, float]  # by other indicators
    cloud: tuple[tuple[float, float, float], ...]  # revision, status quo, share of the probability: for the figure
    types: Mapping[str, Belief]  # type (or "none") -> probability
    prior: Mapping[str, float]  # the same before any report
    labels: Mapping[str, Text]
    leading: str  # NOT_TOLD where the floor forbids to say
    reasons: tuple[Text, ...]
    origins: tuple[str, ...]
    items: tuple[Heard, ...]
    published: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The status-quo side of a declared set of states against its revisionist side, in one period."""

    system: str
    label: Text
    first: int
    last: int
    states: tuple[str, ...]
    capability: str
    status_quo_stronger: float | None  # P(the status-quo side has more capability); None: refused
    status_quo_share: tuple[float, float, float] | None  # mean, low, high of its share of capability
    sides: Mapping[str, float]  # state -> P(revision exceeds status quo)
    refused: tuple[Text, ...]  # why it is not computed
    references: tuple[str, ...]  # file:id of the items that the members' values rest on


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whether two mechanisms can be told apart, or what is to be said on one point."""

    id: str
    label: Text
    kind: str  # contrast | asked
    about: str  # motive | conduct, as the question it belongs to
    unit: str
    first: int
    last: int
    said: Text
    verdict: str  # holds | fails | unknown
    value: Mapping[str, Any]
    items: tuple[Heard, ...] = ()
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """All answers of a case."""

    answers: tuple[Answer, ...] = ()
    placed: tuple[Placed, ...] = ()
    balances: tuple[Balance, ...] = ()
    told: tuple[Told, ...] = ()
    conditions: tuple[Mapping[str, Any], ...] = ()  # scope conditions, as weighing.scope tells them
    assumptions: Mapping[str, Any] = field(default_factory=dict)
    judgements: tuple[str, ...] = ()  # theories whose likelihoods used here rest on judgement, with how many
    unweighed: tuple[Text, ...] = ()  # codings of documents that were not weighed, and why
