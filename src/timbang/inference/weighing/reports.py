"""One year's voices by implication, and which origins speak of one implication only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timbang.inference.weighing.slants import groups, too_many
from timbang.inference.weighing.voices import Voice


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of one implication in one year."""

    origins: Mapping[str, tuple[Voice, ...]]  # by origin, sorted
    shared: tuple[str, ...]  # origins that speak of other implications too
    own: tuple[tuple[str, ...], ...]  # origins that do not, those that say the same together


def reports_of_year(voiced: Sequence[Voice]) -> dict[str, Report]:
    """Reports by implication, sorted."""
    said: dict[str, dict[str, tuple[Voice, ...]]] = {}
    for voice in sorted(voiced, key=lambda voice: voice.key):
        origins = said.setdefault(voice.implication, {})
        origins[voice.origin] = (*origins.get(voice.origin, ()), voice)
    spread = Counter(origin for origins in said.values() for origin in origins)
    return {name: _report(origins, spread) for name, origins in said.items()}


def crowded(voiced: Sequence[Voice]) -> bool:
    """Whether one year's origins are too many to sum over exactly."""
    reports = reports_of_year(voiced)
    together = groups({name: report.shared for name, report in reports.items()})
    within = (too_many((), [len(alike) for alike in report.own]) for report in reports.values())
    return any(within) or any(too_many(group.origins, ()) for group in together)


def _report(origins: Mapping[str, tuple[Voice, ...]], spread: Mapping[str, int]) -> Report:
    alike: dict[tuple[object, ...], list[str]] = {}
    for origin, voiced in origins.items():
        if spread[origin] == 1:
            alike.setdefault(tuple(voice.pattern for voice in voiced), []).append(origin)
    shared = tuple(origin for origin in origins if spread[origin] > 1)
    return Report(origins, shared, tuple(tuple(same) for same in alike.values()))
