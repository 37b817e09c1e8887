"""Published claims to audit: what is claimed, and the test that each reading of it is put to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from timbang.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a claim: the measure (or query) it names, which rows, and the verdict rules.

    `among` narrows the exercises before measuring (series, without, years, framework, sources);
    `where` picks rows of the measure's result by its key columns. `holds` and `partly` are verdict
    rules (inference.rules).
    """

    id: str
    label: Text
    measure: str = ""
    query: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    holds: str = ""
    partly: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One condition of a definition the source itself gives, and whether its reasons meet it."""

    text: Text
    locator: str
    met: Literal["yes", "partly", "no", "unargued"]
    reason: Text  # which of the source's own reasons bears on it
    reason_locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A published statement, in the case author's own words, and how it is tested."""

    id: str
    group: str  # heading it stands under in the report, a key of Claims.groups
    text: Text
    source: str
    locator: str
    kind: Literal["data", "inference"]
    readings: tuple[Reading, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    coder: str = ""
    note: Text | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Everything claims.yml holds: whose claims, over which years, and the claims in order."""

    audited: str = ""  # source whose own rows the first verdict rests on
    framework: str = ""  # the second verdict counts exercises documented under it
    years: tuple[int, int] | None = None
    groups: Mapping[str, Text] = field(default_factory=dict)
    items: tuple[Claim, ...] = ()
