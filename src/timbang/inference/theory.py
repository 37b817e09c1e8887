"""What theories lead one to expect: implications, mechanisms with their likelihoods, typologies, reliabilities.

These are the records that the files in `theories/` and `typologies/` are read into (DESIGN section 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timbang.text import Text

JUDGEMENT = "judgement"  # stands where a likelihood rests on no work that is cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How likely something is: a word of the scale, the Beta distribution it stands for, and why.

    `mean` in (0, 1) is the word's published value; `concentration` is the Beta's a + b, so that
    a = mean * concentration. `citation` is a key of the file's references, or JUDGEMENT.
    """

    words: str
    mean: float
    concentration: float
    reason: Text
    citation: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a measure of the case tells whether an implication holds: two rules, as in claims (`every >= 3`)."""

    measure: str
    affirmed: str
    denied: str  # a value that meets neither rule tells nothing
    unit: str = "state"  # the measure's column that names the unit; empty: the organization
    target: str = ""  # the column that names the target, if any
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # rows that count, by key column


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """An observable proposition on a unit in a year. `says` and `does` are different implications."""

    name: str
    label: Text
    definition: Text  # what counts, what does not
    form: str  # says | does | undergoes
    cluster: str  # implications of one cluster share causes
    baseline: Likelihood  # in a unit-year with no named mechanism at work
    targeted: bool = True  # whether it is towards someone; else it bears on every target
    object: str = ""  # of an untargeted one: the target that its definition names, if it names one (non-state)
    measured: Measured | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How a measure of the case tells whether a scope condition, or a stated part of it, is met.

    The rules speak of the rows of one unit and target; a value that meets neither tells nothing. Within them `[a]`
    names the row whose key besides unit, target and `where` is a.
    """

    measure: str
    tells: Text  # what is checked, with any threshold and its reason, and what of the condition is not
    affirmed: str = ""  # at least one of the two rules is given
    denied: str = ""
    column: str = "value"  # of the measure, if another than its value tells
    unit: str = ""  # the measure's column that names the unit; empty: it is the same for all units
    target: str = ""  # the column that names the target; empty: it is the same for all targets
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # rows that count, by key column


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A scope condition, or premise, of a theory; `check` names what of the data can tell, if anything can."""

    name: str
    text: Text
    citation: str
    check: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """One mechanism: its claim, where it applies, and how likely it makes what can be observed."""

    name: str
    label: Text
    question: str  # motive | conduct
    claim: Text
    targets: tuple[str, ...]  # kinds of target it can be towards: outside-power, member, non-state, none
    conditions: tuple[Condition, ...]
    references: Mapping[str, str]  # key -> citation
    expects: Mapping[str, Likelihood]  # implication -> how likely per year if this mechanism alone is at work
    authors: Text | None = None  # whose theory, for readers
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """An item of a typology: how likely an implication is where the value is 0, and where it is 1."""

    implication: str
    at_zero: Likelihood
    at_one: Likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A type: a region of the plane of revision and status quo, and of capability."""

    name: str
    label: Text  # what it means first: "limited-aims revisionist; Schweller: jackal"
    revision: tuple[float, float] = (0.0, 1.0)
    status_quo: tuple[float, float] = (0.0, 1.0)
    surplus: tuple[float, float] = (-1.0, 1.0)  # revision less status quo
    capability: tuple[float, float] = (0.0, 1.0)  # relative to the strongest of the set
    certain: bool = True  # whether the author places the type there without doubt
    reason: Text | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typology:
    """A typology of states towards a named order."""

    name: str
    label: Text
    claim: Text
    references: Mapping[str, str]
    revision: Mapping[str, Marker]  # by implication
    status_quo: Mapping[str, Marker]
    types: tuple[Region, ...]  # the first region that holds a point is its type; none: "none of these"
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """P(an origin affirms or denies z | x), by form of the implication and the speaker's interest.

    Given that the origin speaks of it at all; `affirms_true` is P(affirmed | x = 1) and `affirms_false`
    P(affirmed | x = 0). `finds_false` is the probability that a search reports it found where x = 0.
    """

    form: str  # says | does | undergoes
    interest: str  # self | ally | adversary | none
    affirms_true: Likelihood
    affirms_false: Likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the weighing assumes where nothing else is stated (theories/_assumptions.yml)."""

    prior: float  # that a mechanism is at work in the first year
    persistence: float  # that a mechanism stays as it is from one year to the next
    persistences: tuple[float, ...]  # under which the year of change is told as well
    slanted: float  # that an origin is slanted in a unit-year
    rho: float  # correlation within a cluster
    concentration: float  # of a likelihood that states none
    drift: float  # standard deviation per year of the random walk of a typology's values
    coder_affirms_true: float  # P(a coder reads affirmed | affirmed), where nobody has measured the coder
    coder_affirms_false: float
    coder_passages: int  # passages read by a person too, from which on a coder's own figures are used
    origins: int  # fewer independent origins than this: cannot be told
    warning: float  # decibels beyond which the report warns
    draws: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All that weighing knows before it sees a case."""

    scale: Mapping[str, float]  # words -> published value
    implications: Mapping[str, Implication]
    theories: Mapping[str, Theory]
    typologies: Mapping[str, Typology]
    reliability: Mapping[tuple[str, str], Reliability]  # (form, interest)
    assumptions: Assumptions
