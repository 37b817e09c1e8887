"""What an origin says of an implication, as coders read it: items become voices, and voices likelihoods of x.

A voice is all that is read of one origin on one implication in one span of years: readings of one z.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from timbang.inference.weighing.records import AFFIRMED, DENIED, INTERESTS, NOT_FOUND, Array, Flags, Item, Likelihoods


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """All readings of one origin's z on one implication: copies are gone, since each reading stands once."""

    implication: str
    origin: str
    first: int
    last: int
    form: str
    interest: str
    readings: tuple[tuple[str, str], ...]  # (reading, coder), sorted
    detection: float  # of a search that did not find it; 0 where none was made

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What its items share: the beginning of their `reading_of`. Voices are sorted by it."""
        return self.implication, self.origin, self.first, self.last

    @property
    def pattern(self) -> tuple[object, ...]:
        """What its likelihood depends on."""
        return self.form, self.interest, self.readings, self.detection, self.last - self.first


def voices(items: Iterable[Item]) -> tuple[Voice, ...]:
    """The voices of the items, sorted; neither their order nor copies matter.

    A reading by the same coder is a copy however often it stands. Of several searches of one origin the most
    thorough counts. Where one origin is given several interests, the most interested counts.
    ValueError: a reading that is none of the three, a span that ends before it begins, a detection outside [0, 1].
    """
    alike: dict[tuple[str, str, int, int], list[Item]] = {}
    for item in items:
        check(item)
        last = item.year if item.until is None else item.until
        alike.setdefault((item.implication, item.origin, item.year, last), []).append(item)
    return tuple(_voice(*key, alike[key]) for key in sorted(alike))


def heard(voice: Voice, likelihoods: Likelihoods) -> Array:
    """P(readings | x = 0), P(readings | x = 1), (2, D), to the power 1/n for a voice that spans n years.

    Sums over z, what the origin said; a search that did not find it has probability 1 - detection if x = 1, else 1.
    KeyError: no reliability is known for the voice's form and interest.
    """
    says = likelihoods.reliability[voice.form, voice.interest]
    read = np.ones_like(says)
    for reading, coder in voice.readings:
        affirms = likelihoods.coders.get(coder, likelihoods.coders[""])
        read = read * (affirms if reading == AFFIRMED else 1 - affirms)
    found = read[0] + says * (read[1] - read[0])
    found = found * np.array([[1.0], [1 - voice.detection]])
    return np.asarray(found ** (1 / (voice.last - voice.first + 1)))


def of_year(voiced: Sequence[Voice], year: int) -> tuple[Voice, ...]:
    """The voices on a year."""
    return tuple(voice for voice in voiced if voice.first <= year <= voice.last)


def heard_on(voiced: Sequence[Voice], origins: Sequence[str], years: Sequence[int]) -> Flags:
    """Which of the origins is heard on which year, (T, O)."""
    by_year = [{voice.origin for voice in of_year(voiced, year)} for year in years]
    return np.array([[origin in heard for origin in origins] for heard in by_year], dtype=bool)


def reading_of(item: Item) -> tuple[object, ...]:
    """What an item's copies share with it."""
    return item.implication, item.origin, item.year, item.until or item.year, item.reading, item.coder


def _voice(implication: str, origin: str, first: int, last: int, items: list[Item]) -> Voice:
    readings = {(item.reading, item.coder) for item in items if item.reading != NOT_FOUND}
    return Voice(
        implication=implication,
        origin=origin,
        first=first,
        last=last,
        form=min(item.form for item in items),
        interest=min((item.interest for item in items), key=INTERESTS.index),
        readings=tuple(sorted(readings)),
        detection=max((item.detection for item in items if item.reading == NOT_FOUND), default=0.0),
    )


def check(item: Item) -> None:
    """ValueError: an item that cannot be."""
    if item.reading not in (AFFIRMED, DENIED, NOT_FOUND):
        raise ValueError(f"item {item.id}: reading {item.reading!r}")
    if item.until is not None and item.until < item.year:
        raise ValueError(f"item {item.id}: ends in {item.until}, before it begins in {item.year}")
    if not 0 <= item.detection <= 1:
        raise ValueError(f"item {item.id}: detection {item.detection}")
    if item.interest not in INTERESTS:
        raise ValueError(f"item {item.id}: interest {item.interest!r}")
