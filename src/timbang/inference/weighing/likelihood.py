"""P(reports of one year | A), at every draw: voices, origins' slants and clusters put together (DESIGN section 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    """Likelihoods at some draws, and what voices of each pattern come to under them, each worked out once."""

    likelihoods: Likelihoods
    known: dict[tuple[object, ...], Array] = field(default_factory=dict)

    def voice(self, voice: Voice) -> Array:
        """P(readings | x), (2, D)."""
        if voice.pattern not in self.known:
            self.known[voice.pattern] = heard(voice, self.likelihoods)
        return self.known[voice.pattern]


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
        self.reports, self.likelihoods = reports, heard.likelihoods
        clusters, rho = heard.likelihoods.clusters, heard.likelihoods.rho
        crowd = Counter(clusters[name] for name in reports)
        self.power = {name: 1 / (1 + (crowd[clusters[name]] - 1) * rho) for name in reports}
        self.said = {name: {o: _said(of, heard) for o, of in r.origins.items()} for name, r in reports.items()}
        self.scale = {name: np.prod([*said.values()], axis=0).max(axis=0) for name, said in self.said.items()}
        self.log_scale: Array = np.sum([self.power[name] * np.log(at) for name, at in self.scale.items()], axis=0)

    def tell(self, implication: str, slants: Slants) -> Array:
        """P(reports of the implication | state, shared origins' slants), tempered and scaled: (S, D), or (1, D)."""
        report, said, told = self.reports[implication], self.said[implication], 1 / self.scale[implication]
        for origin, slanted in zip(report.shared, slants, strict=True):
            told = told * (said[origin].mean(axis=0) if slanted else said[origin])
        kinds = [(said[of[0]], len(of)) for of in report.own]
        total: Array = np.zeros((1, 1))
        for weight, some in ways([n for _, n in kinds], self.likelihoods.slanted):
            rest = told
            for (says, n), slanted_ones in zip(kinds, some, strict=True):
                rest = rest * says ** (n - slanted_ones) * says.mean(axis=0) ** slanted_ones
            total = total + weight * self._tempered(implication, rest)
        return total if len(total) == 1 else total[self.likelihoods.places[implication]]

    def _tempered(self, implication: str, said: Array) -> Array:
        """Summed over x, to the cluster's power; (U, D), or (1, D) where nothing is said of x."""
        power = self.power[implication]
        if said.ndim == 1:
            return np.asarray(said[None, :] ** power)
        table = said[0] + self.likelihoods.expected[implication] * (said[1] - said[0])
        return np.asarray(table if power == 1 else table**power)


def _said(voiced: Sequence[Voice], heard: Heard) -> Array:
    """One origin's P(readings | x); one that speaks of a year both alone and within a span counts for both."""
    return np.asarray(np.prod([heard.voice(voice) for voice in voiced], axis=0))
