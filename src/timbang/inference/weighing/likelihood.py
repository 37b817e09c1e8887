"""P(reports of one year | A), at every draw: voices, origins' slants and clusters put together (DESIGN section 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from timbang.inference.weighing.records import Array, Likelihoods
from timbang.inference.weighing.reports import Report, reports_of_year
from timbang.inference.weighing.slants import Slants, groups, summed, ways
from timbang.inference.weighing.voices import Voice, heard, of_year

_CELLS = 32_768  # states times draws worked on at once: such an array stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Emission:
    """P(reports of a year | state) = exp(log_scale) * values; (D,) and (S, D)."""

    values: Array
    log_scale: Array


@dataclass(slots=True)
class Heard:
    """Likelihoods at some draws, and what each kind of report comes to under them, worked out once."""

    likelihoods: Likelihoods
    numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    says: list[Array] = field(default_factory=list)  # by kind: P(readings | x), (2, D)
    tables: dict[tuple[object, ...], Array] = field(default_factory=dict)

    def kind(self, voiced: Sequence[Voice]) -> int:
        """The number of what one origin says; one that speaks both of a year and of a span with it says both."""
        pattern = tuple(voice.pattern for voice in voiced)
        if pattern not in self.numbers:
            self.numbers[pattern] = len(self.says)
            self.says.append(np.asarray(np.prod([heard(voice, self.likelihoods) for voice in voiced], axis=0)))
        return self.numbers[pattern]

    def scale(self, kinds: tuple[int, ...]) -> Array:
        """The most that honest reports of these kinds come to, whether x or not, (D,)."""
        if kinds not in self.tables:
            self.tables[kinds] = np.prod([self.says[kind] for kind in kinds], axis=0).max(axis=0)
        return self.tables[kinds]


def parts(likelihoods: Likelihoods, states: int) -> Iterator[tuple[slice, Heard]]:
    """The draws in runs that are small enough for the processor's cache."""
    size = max(16, _CELLS // states)
    for start in range(0, likelihoods.draws, size):
        run = slice(start, min(start + size, likelihoods.draws))
        yield run, Heard(likelihoods.part(run))


def emission(voiced: Sequence[Voice], heard: Heard) -> Emission | None:
    """The likelihood of one year's voices, or None where nothing is reported."""
    if not voiced:
        return None
    year = _Year(heard, reports_of_year(voiced))
    values: Array = np.ones((1, 1))
    for group in groups({name: report.shared for name, report in year.reports.items()}):
        values = values * summed(group, heard.likelihoods.slanted, year.tell)
    return Emission(values, year.log_scale)


def emissions(voiced: Sequence[Voice], years: Sequence[int], heard: Heard) -> list[Emission | None]:
    """The likelihood of each year."""
    return [emission(of_year(voiced, year), heard) for year in years]


class _Year:
    """One year's reports under likelihoods at some draws."""

    def __init__(self, heard: Heard, reports: Mapping[str, Report]) -> None:
        self.reports, self.heard = reports, heard
        clusters, rho = heard.likelihoods.clusters, heard.likelihoods.rho
        crowd = Counter(clusters[name] for name in reports)
        self.power = {name: 1 / (1 + (crowd[clusters[name]] - 1) * rho) for name in reports}
        self.kinds = {name: {o: heard.kind(of) for o, of in r.origins.items()} for name, r in reports.items()}
        self.scale = {name: heard.scale(tuple(sorted(kinds.values()))) for name, kinds in self.kinds.items()}
        self.log_scale: Array = np.sum([self.power[name] * np.log(at) for name, at in self.scale.items()], axis=0)

    def tell(self, implication: str, slants: Slants) -> Array:
        """P(reports of the implication | state, shared origins' slants), tempered and scaled: (S, D), or (1, D)."""
        report, kinds = self.reports[implication], self.kinds[implication]
        shared = tuple(sorted((kinds[o], slanted) for o, slanted in zip(report.shared, slants, strict=True)))
        own = tuple((kinds[of[0]], len(of)) for of in report.own)
        key = implication, self.power[implication], shared, own
        if key not in self.heard.tables:
            self.heard.tables[key] = self._table(implication, shared, own)
        table = self.heard.tables[key]
        return table if len(table) == 1 else table[self.heard.likelihoods.places[implication]]

    def _table(self, implication: str, shared: Iterable[tuple[int, bool]], own: Sequence[tuple[int, int]]) -> Array:
        """Summed over how many of the implication's own origins of each kind are slanted; (U, D), or (1, D)."""
        says, told = self.heard.says, 1 / self.scale[implication]
        for kind, slanted in shared:
            told = told * (says[kind].mean(axis=0) if slanted else says[kind])
        total: Array = np.zeros((1, 1))
        for weight, some in ways([n for _, n in own], self.heard.likelihoods.slanted):
            rest = told
            for (kind, n), slanted_ones in zip(own, some, strict=True):
                rest = rest * says[kind] ** (n - slanted_ones) * says[kind].mean(axis=0) ** slanted_ones
            total = total + weight * self._tempered(implication, rest)
        return total

    def _tempered(self, implication: str, said: Array) -> Array:
        """Summed over x, to the cluster's power; (U, D), or (1, D) where nothing is said of x."""
        power = self.power[implication]
        if said.ndim == 1:
            return np.asarray(said[None, :] ** power)
        table = said[0] + self.heard.likelihoods.expected[implication] * (said[1] - said[0])
        return np.asarray(table if power == 1 else table**power)
