"""P(reports of one year | A), at every draw: voices, origins' slants and clusters put together (DESIGN section 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from timbang.inference.weighing.records import Array, Likelihoods
from timbang.inference.weighing.slants import Group, Slants, groups, summed
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
    year = _Year(heard, _by_implication(voiced))
    values: Array = np.ones((1, 1))
    for group in groups(year.speaks):
        values = values * summed(group, heard.likelihoods.slanted, year.tell)
    return Emission(values, year.log_scale)


def emissions(voiced: Sequence[Voice], years: Sequence[int], heard: Heard) -> list[Emission | None]:
    """The likelihood of each year."""
    return [emission(of_year(voiced, year), heard) for year in years]


def crowded(voiced: Sequence[Voice]) -> tuple[Group, ...]:
    """Groups of one year's origins that are too many to sum over exactly."""
    speaks = {name: tuple(sorted({v.origin for v in of})) for name, of in _by_implication(voiced).items()}
    return tuple(group for group in groups(speaks) if not group.exact)


class _Year:
    """One year's reports, by implication."""

    def __init__(self, heard: Heard, reports: dict[str, list[Voice]]) -> None:
        likelihoods = heard.likelihoods
        crowd = Counter(likelihoods.clusters[name] for name in reports)
        self.likelihoods = likelihoods
        self.speaks = {name: tuple(sorted({voice.origin for voice in of})) for name, of in reports.items()}
        self.tempered = {n: 1 / (1 + (crowd[likelihoods.clusters[n]] - 1) * likelihoods.rho) for n in reports}
        self.spoken = {name: _by_origin(of, heard) for name, of in reports.items()}
        scales = {name: np.prod([*of.values()], axis=0).max(axis=0) for name, of in self.spoken.items()}
        self.scales = scales
        self.log_scale: Array = np.sum([self.tempered[n] * np.log(scale) for n, scale in scales.items()], axis=0)

    def tell(self, implication: str, slants: Slants) -> Array:
        """P(reports of the implication | state, its origins' slants), tempered and scaled: (S, D), or (1, D)."""
        said = 1 / self.scales[implication]
        for origin, slanted in zip(self.speaks[implication], slants, strict=True):
            voice = self.spoken[implication][origin]
            said = said * (voice.mean(axis=0) if slanted else voice)
        power = self.tempered[implication]
        if said.ndim == 1:
            return np.asarray(said[None, :] ** power)
        table = said[0] + self.likelihoods.expected[implication] * (said[1] - said[0])
        return np.asarray((table if power == 1 else table**power)[self.likelihoods.places[implication]])


def _by_implication(voiced: Sequence[Voice]) -> dict[str, list[Voice]]:
    reports: dict[str, list[Voice]] = {}
    for voice in sorted(voiced):
        reports.setdefault(voice.implication, []).append(voice)
    return reports


def _by_origin(voiced: Sequence[Voice], heard: Heard) -> dict[str, Array]:
    """Each origin's P(readings | x); an origin that speaks of a year both alone and within a span counts for both."""
    spoken: dict[str, Array] = {}
    for voice in voiced:
        spoken[voice.origin] = spoken.get(voice.origin, 1.0) * heard.voice(voice)
    return spoken
