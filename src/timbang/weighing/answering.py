"""One question put to one unit: the engine's arrays as an answer that a reader can follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timbang.findings.weighed import NOT_TOLD, Answer, Belief, Heard, Left
from timbang.inference.theory import Theory, Vocabulary
from timbang.inference.weighing.floor import speaking, told
from timbang.inference.weighing.records import Array, Item, Model, Weighed
from timbang.inference.weighing.weigh import bearing, weigh
from timbang.inference.weighing.weights import by_implication
from timbang.model.questions import Question
from timbang.text import Text
from timbang.weighing import sensitivity
from timbang.weighing.aiming import unaimed
from timbang.weighing.changing import changes
from timbang.weighing.items import Piece
from timbang.weighing.saying import reasons, warnings
from timbang.weighing.speakers import too_few, turned

SHIFTS = {"-2": -2, "+2": 2}  # by how many years the cuts between periods are moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question put to one unit: who competes, over which years, on which items."""

    question: Question
    theories: tuple[Theory, ...]
    unit: str
    years: range
    pieces: tuple[Piece, ...]
    model: Model
    vocabulary: Vocabulary
    named: Mapping[str, Text]  # origin -> what readers call it

    def speaking(self, found: Weighed, first: int, last: int) -> list[Piece]:
        """The pieces that bear on the question and speak of a year from first to last."""
        ids = set(found.items)
        return [p for p in self.pieces if p.item.id in ids and overlaps(p.item, first, last)]


def answer(put: Put) -> Answer:
    """The answer, with all that it rests on."""
    assumed, items = put.vocabulary.assumptions, [piece.item for piece in put.pieces]
    heard_of = bool(bearing(put.model, items, list(put.years)))
    model = put.model if heard_of else replace(put.model, drawn=put.model.means)  # nothing to integrate over
    found = weigh(model, items, list(put.years), assumed.persistences)
    first, last = found.years[0], found.years[-1]
    whole = over(found, first, last)
    order = tuple(sorted(found.mechanisms, key=lambda name: (-whole[name].value, name)))
    codes, why = _why(put, found, first, last, order[0])
    heard, parts = heard_items(put, found), cut(put.question.periods, found.years)
    return Answer(
        question=put.question.id,
        label=put.question.label,
        kind=put.question.kind,
        unit=put.unit,
        targets=put.question.targets,
        mechanisms={theory.name: theory.label for theory in put.theories},
        years=found.years,
        by_year={name: tuple(over(found, year, year)[name] for year in found.years) for name in found.mechanisms},
        whole=whole,
        periods=tuple((a, b, over(found, a, b)) for a, b in parts),
        period_leads=tuple(_leads(put, found, a, b) for a, b in parts),
        period_origins=tuple(len(speaking(found, a, b)) for a, b in parts),
        shifted={name: _shifted(put.question.periods, by, found) for name, by in SHIFTS.items()},
        prior=assumed.prior,
        persistence=put.model.space.persistence,
        origins=found.origins,
        leading=NOT_TOLD if why else order[0],
        order=order,
        reasons=why,
        warnings=(*warnings(found, heard, order, assumed.warning), *turned(put, found, order[0])),
        items=heard,
        by_implication=_together(put, found),
        left_out=_left_out(found, put),
        turns=sensitivity.turns(put, found, order, codes),
        look_for=sensitivity.look_for(put, found),
        tests=sensitivity.tests(put, order),
        pair_tests=sensitivity.pairs(put),
        changes=changes(found, put.model.space),
        misfit=found.misfit.overall,
        draws=found.effective,
        implications={name: i.label for name, i in put.vocabulary.implications.items()},
        clusters=_clusters(put, heard),
    )


def overlaps(item: Item, first: int, last: int) -> bool:
    """Whether an item speaks of a year from first to last."""
    return item.year <= last and (item.until or item.year) >= first


def over(found: Weighed, first: int, last: int) -> dict[str, Belief]:
    """Each mechanism's mean over the years from first to last.

    The interval's ends are the means of the yearly ends, which is never narrower than that of the mean; the range
    over origins is exact: the mean over the years with each origin left out in turn.
    """
    within = [at for at, year in enumerate(found.years) if first <= year <= last]
    mean, low, high = (rows[within].mean(axis=0) for rows in (found.mean, found.low, found.high))
    left = np.concatenate([mean[None], found.without[:, within].mean(axis=1)])
    ends: tuple[Array, ...] = (mean, low, high, left.min(axis=0), left.max(axis=0))
    return {name: _belief(of) for name, of in zip(found.mechanisms, zip(*ends, strict=True), strict=True)}


def _belief(ends: Sequence[float]) -> Belief:
    value, low, high, least, most = (float(end) for end in ends)
    return Belief(value=value, low=low, high=high, least=least, most=most)


def cut(periods: Sequence[tuple[int, int]], years: Sequence[int], by: int = 0) -> list[tuple[int, int]]:
    """The periods within the years, the cuts between them moved by so many years; empty ones are left out."""
    moved = [
        (first + by if n else first, last + by if n + 1 < len(periods) else last)
        for n, (first, last) in enumerate(periods)
    ]
    within = [(max(first, years[0]), min(last, years[-1])) for first, last in moved]
    return [(first, last) for first, last in within if first <= last]


def _shifted(
    periods: Sequence[tuple[int, int]], by: int, found: Weighed
) -> tuple[tuple[int, int, Mapping[str, float]], ...]:
    return tuple(
        (first, last, {name: belief.value for name, belief in over(found, first, last).items()})
        for first, last in cut(periods, found.years, by)
    )


def heard_items(put: Put, found: Weighed) -> tuple[Heard, ...]:
    """The items that bear on the question, each with its weight for every mechanism against none."""
    by_id = {piece.item.id: piece for piece in put.pieces}
    return tuple(
        heard(by_id[id], dict(zip(found.mechanisms, (float(v) for v in row[1:] - row[0]), strict=True)))
        for id, row in zip(found.items, found.decibels, strict=True)
    )


def heard(piece: Piece, decibels: Mapping[str, float]) -> Heard:
    """A piece of evidence as a report shows it."""
    item = piece.item
    return Heard(
        id=item.id, implication=item.implication, said=item.reading, target=piece.target, year=item.year,
        until=item.until or item.year, origin=item.origin, interest=item.interest, coder=item.coder, words=piece.words,
        reference=piece.reference, decibels=decibels,
    )  # fmt: skip


def _together(put: Put, found: Weighed) -> dict[str, dict[str, float]]:
    """Decibels of all reports on each implication together, for every mechanism against none."""
    used = [piece.item for piece in put.pieces if piece.item.id in set(found.items)]
    rows = by_implication(put.model, used, found.years)
    return {
        name: dict(zip(found.mechanisms, (float(v) for v in row[1:] - row[0]), strict=True))
        for name, row in rows.items()
    }


def _why(put: Put, found: Weighed, first: int, last: int, leading: str) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """Why it cannot be told of these years: the floor's codes, and all reasons as readers read them."""
    least = put.vocabulary.assumptions.origins
    codes = told(found, least, first, last)
    said = reasons(codes, len(speaking(found, first, last)), least, put.named)
    return codes, (*said, *too_few(put, put.speaking(found, first, last)), *unaimed(put, found, leading, first, last))


def _leads(put: Put, found: Weighed, first: int, last: int) -> str:
    """The mechanism that leads in a period, by the same floor as over all years, on the reports of its years."""
    means = {name: belief.value for name, belief in over(found, first, last).items()}
    leading = min(means, key=lambda name: (-means[name], name))
    return NOT_TOLD if _why(put, found, first, last, leading)[1] else leading


def _clusters(put: Put, items: Sequence[Heard]) -> dict[str, tuple[str, ...]]:
    """Which of the implications that are reported share a cluster."""
    of, reported = put.vocabulary.implications, sorted({item.implication for item in items})
    return {c: tuple(n for n in reported if of[n].cluster == c) for c in sorted({of[n].cluster for n in reported})}


def _left_out(found: Weighed, put: Put) -> tuple[Left, ...]:
    """Leaving out each origin, as the engine gives it, and each implication, cluster and coder."""
    by_origin = [("origin", name, rows) for name, rows in zip(found.origins, found.without, strict=True)]
    return tuple(_left(what, name, rows, found) for what, name, rows in [*by_origin, *sensitivity.without(put, found)])


def _left(what: str, name: str, rows: Array, found: Weighed) -> Left:
    values = dict(zip(found.mechanisms, (float(v) for v in rows.mean(axis=0)), strict=True))
    return Left(what=what, name=name, values=values, leading=min(values, key=lambda m: (-values[m], m)))
