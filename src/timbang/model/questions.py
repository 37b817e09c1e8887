"""What a case asks: of whose motives, conduct and type, towards whom, and what has been published on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timbang.text import Text

Years = tuple[int, int]
NON_STATE = "non-state"  # the target that armed groups are


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which mechanisms were at work in each unit, towards these targets (none named: whatever the target)."""

    id: str
    label: Text
    kind: Literal["motive", "conduct"]
    units: tuple[str, ...]
    targets: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()  # none named: all of that kind that can be towards such targets
    periods: tuple[Years, ...] = ()  # for summaries; likelihoods are per year
    exclusive: bool = False  # at most one mechanism at a time
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Whether the evidence of some years tells two mechanisms apart at all."""

    id: str
    label: Text
    question: str
    units: tuple[str, ...]
    years: Years
    between: tuple[str, ...]  # two mechanisms
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One point on one unit: a mechanism of a question, or an implication by itself."""

    id: str
    label: Text
    unit: str
    mechanism: str = ""
    question: str = ""
    implication: str = ""
    targets: tuple[str, ...] = ()
    years: Years | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Of which type each unit is, towards a named order, by period."""

    id: str
    label: Text
    typology: str
    order: str
    units: tuple[str, ...]
    periods: tuple[Years, ...]
    capability: str = "cinc"  # variable of figures.csv by which strength is compared
    among: tuple[str, ...] = ()  # whose strongest is the measure; none named: the units
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A declared set of states whose status-quo and revisionist sides are weighed against each other."""

    id: str
    label: Text
    typing: str
    states: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the audited source concludes, to be set beside what the evidence supports."""

    about: str  # id of a question or typing
    unit: str
    says: tuple[str, ...]  # mechanisms or types, by name
    text: Text  # in the case author's own words
    locator: str
    years: Years | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Everything questions.yml holds."""

    source: str = ""  # whose conclusions are set beside
    questions: tuple[Question, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    asked: tuple[Asked, ...] = ()
    typings: tuple[Typing, ...] = ()
    systems: tuple[System, ...] = ()
    published: tuple[Published, ...] = ()
    orders: Mapping[str, Text] | None = None

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return bool(self.questions or self.typings)
