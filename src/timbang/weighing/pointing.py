"""Single points on single units, and whether two mechanisms can be told apart at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from timbang.findings.weighed import NOT_TOLD, Answer, Heard, Told
from timbang.findings.weighing_words import percent
from timbang.inference.reliability import Reliability
from timbang.inference.theory import Vocabulary
from timbang.inference.weighing.attested import attested
from timbang.inference.weighing.records import Item
from timbang.inference.weighing.weigh import bearing
from timbang.inference.weighing.weights import STRONG, together
from timbang.model import Setting
from timbang.model.questions import Asked, Contrast, Questions
from timbang.text import LANGS, Text
from timbang.weighing.aiming import unaimed_point
from timbang.weighing.answering import Put, heard
from timbang.weighing.items import Piece
from timbang.weighing.point_texts import ALIKE, APART, ATTESTED, BEYOND, SAID, SIGN, VERDICTS, WHY
from timbang.weighing.saying import decimal, joined
from timbang.weighing.speakers import too_few

WEIGHS = 0.05  # decibels below which an item does not bear on a mechanism


def told(
    questions: Questions, puts: Sequence[Put], answers: Sequence[Answer], evidence: Sequence[Piece],
    vocabulary: Vocabulary, around: Setting, coders: Mapping[str, Reliability],
) -> Iterator[Told]:  # fmt: skip
    """Every contrast on each of its units, then every point asked."""
    for contrast in questions.contrasts:
        for put in puts:
            if put.question.id == contrast.question and put.unit in contrast.units:
                yield _contrast(contrast, put)
    for asked in questions.asked:
        if asked.implication:
            yield _implication(asked, evidence, vocabulary, around, coders)
        else:
            [answer] = [a for a in answers if (a.question, a.unit) == (asked.question, asked.unit)]
            [put] = [p for p in puts if (p.question.id, p.unit) == (asked.question, asked.unit)]
            yield _mechanism(asked, answer, put)


def _contrast(contrast: Contrast, put: Put) -> Told:
    """Told apart: at least 8 dB whichever origin is left out, and enough origins."""
    one, two = contrast.between
    years = list(range(contrast.years[0], contrast.years[1] + 1))
    items = bearing(put.model, [piece.item for piece in put.pieces], years)
    origins = sorted({item.origin for item in items})
    whole = _between(put, items, years, one, two)
    left = [_between(put, [i for i in items if i.origin != origin], years, one, two) for origin in origins]
    low, high = min([whole, *left]), max([whole, *left])
    apart = min(abs(low), abs(high)) >= STRONG and low * high > 0 and len(origins) >= put.vocabulary.assumptions.origins
    names = {theory.name: theory.label for theory in put.theories}
    first, second = (one, two) if whole >= 0 else (two, one)
    ends = (low, high) if whole >= 0 else (-high, -low)
    within = [piece for piece in put.pieces if piece.item in items]
    said = (APART if apart else ALIKE).format(
        years=f"{years[0]}-{years[-1]}", one=names[first], two=names[second], db=decimal(abs(whole)),
        low=decimal(ends[0]), high=decimal(ends[1]), n=len(origins), strong=round(STRONG),
    )  # fmt: skip
    if abs(whole) > (most := put.vocabulary.assumptions.warning):
        said = Text(*(said[lang] + BEYOND.format(most=round(most))[lang] for lang in LANGS))
    return Told(
        id=contrast.id, label=contrast.label, kind="contrast", unit=put.unit, first=years[0], last=years[-1], said=said,
        verdict="holds" if apart else NOT_TOLD, items=tuple(heard(piece, {}) for piece in within),
        about=put.question.kind,
        value={"estimate": whole, "low": low, "high": high, "level": None, "unit": {"en": "dB", "id": "dB"}},
        detail={"between": list(contrast.between), "origins": origins},
    )  # fmt: skip


def _between(put: Put, items: Sequence[Item], years: list[int], one: str, two: str) -> float:
    names = put.model.mechanisms
    rows = together(put.model, items, years) if items else np.zeros(1 + len(names))
    return float(rows[1 + names.index(one)] - rows[1 + names.index(two)])


def _mechanism(asked: Asked, answer: Answer, put: Put) -> Told:
    """A mechanism of a question: told only where neither its interval nor any origin's absence reaches even odds."""
    first, last = asked.years or (answer.years[0], answer.years[-1])
    within = [at for at, year in enumerate(answer.years) if first <= year <= last]
    beliefs = [answer.by_year[asked.mechanism][at] for at in within]
    of = {
        key: sum(getattr(b, key) for b in beliefs) / len(beliefs) for key in ("value", "low", "high", "least", "most")
    }
    heavy = (item for item in answer.items if abs(item.decibels[asked.mechanism]) > WEIGHS)
    items = tuple(item for item in heavy if _overlaps(item.year, item.until, first, last))
    ids = {item.id for item in items}
    why = (*too_few(put, [p for p in put.pieces if p.item.id in ids]),
           *unaimed_point(put, asked.mechanism, (first, last), items))  # fmt: skip
    origins, enough = {item.origin for item in items}, put.vocabulary.assumptions.origins
    verdict = _verdict(min(of["least"], of["low"]), max(of["most"], of["high"]), len(origins) >= enough and not why)
    said = SAID.format(
        verdict=VERDICTS[verdict], n=str(len(origins)), prior=percent(answer.prior),
        why=WHY.format(why=joined(why)) if why else "", **{key: percent(share) for key, share in of.items()},
    )  # fmt: skip
    return _asked(asked, (first, last), (of["value"], of["least"], of["most"]), origins, items, verdict, said,
                  put.question.kind)  # fmt: skip


def _overlaps(year: int, until: int, first: int, last: int) -> bool:
    return year <= last and until >= first


def _implication(
    asked: Asked, evidence: Sequence[Piece], vocabulary: Vocabulary, around: Setting, coders: Mapping[str, Reliability]
) -> Told:
    """An implication by itself: how well it is attested over the years, from its baseline on."""
    first, last = asked.years or (around.first_year, around.last_year)
    found = [
        piece
        for piece in evidence
        if (piece.unit, piece.item.implication) == (asked.unit, asked.implication)
        and (not asked.targets or piece.target in asked.targets)
        and _overlaps(piece.item.year, piece.item.until or piece.item.year, first, last)
    ]
    items, origins = [piece.item for piece in found], {piece.item.origin for piece in found}
    value = attested(vocabulary, asked.implication, items, coders)
    without = ([item for item in items if item.origin != origin] for origin in origins)
    left = [attested(vocabulary, asked.implication, some, coders) for some in without]
    shown = tuple(heard(piece, {}) for piece in found)
    belief, enough = (value, min([value, *left]), max([value, *left])), vocabulary.assumptions.origins
    verdict, told_of = _verdict(*belief[1:], len(origins) >= enough), vocabulary.implications[asked.implication]
    said = SIGN.format(
        verdict=ATTESTED[verdict], implication=told_of.label, prior=percent(told_of.baseline.mean), n=str(len(origins)),
        **dict(zip(("value", "least", "most"), map(percent, belief), strict=True)),
    )  # fmt: skip
    return _asked(asked, (first, last), belief, origins, shown, verdict, said, "motive")


def _verdict(least: float, most: float, enough: bool) -> str:
    if not enough:
        return NOT_TOLD
    return "holds" if least > 0.5 else "fails" if most < 0.5 else NOT_TOLD


def _asked(
    asked: Asked, years: tuple[int, int], belief: tuple[float, float, float], origins: set[str],
    items: tuple[Heard, ...], verdict: str, said: Text, about: str,
) -> Told:  # fmt: skip
    value, least, most = belief
    return Told(
        id=asked.id, label=asked.label, kind="asked", unit=asked.unit, first=years[0], last=years[1], said=said,
        verdict=verdict, items=items, about=about,
        value={"estimate": value, "low": least, "high": most, "level": None, "unit": None},
        detail={"mechanism": asked.mechanism, "implication": asked.implication, "origins": sorted(origins)},
    )  # fmt: skip
