"""Members placed on the plane of revision and status quo, and the balance of a declared set of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from timbang.findings.names import Names, origins
from timbang.findings.weighed import NOT_TOLD, Balance, Belief, Placed
from timbang.inference.theory import Typology, Vocabulary
from timbang.inference.weighing import typology as engine
from timbang.inference.weighing.balance import Member, balance
from timbang.inference.weighing.modelling import plane_of
from timbang.inference.weighing.values import GRID
from timbang.model import Case, Figure
from timbang.model.questions import Questions, Typing
from timbang.text import Text
from timbang.weighing.answering import heard
from timbang.weighing.coded import coders
from timbang.weighing.items import Piece
from timbang.weighing.saying import reasons

Progress = Callable[[str], None]
NO_CAPABILITY = Text("its {variable} is not known", "nilai {variable}-nya tidak diketahui")
NO_REPORT = {
    "revision": Text("no report on the value of revision", "tidak ada laporan tentang nilai revisi"),
    "status quo": Text("no report on the value of the status quo", "tidak ada laporan tentang nilai status quo"),
}
OPEN = {
    "revision": Text("the reports leave the value of revision open", "laporan membiarkan nilai revisi terbuka"),
    "status quo": Text("the reports leave the value of the status quo open",
                       "laporan membiarkan nilai status quo terbuka"),
}  # fmt: skip
WIDE = 0.8  # a 90 % interval at least so wide (before any report: .9) tells nothing of a value; a judgement
LACKING = Text(
    "evidence or figures of capability lack for {states}", "bukti atau angka kapabilitas kurang untuk {states}"
)
OTHERS = ("cinc", "expenditure", "gdp")  # indicators that stand beside the one named


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """One unit placed over all periods of a typing, with the pieces that bear on it."""

    typing: Typing
    typology: Typology
    unit: str
    found: engine.Placed
    capability: tuple[float | None, ...]
    pieces: tuple[Piece, ...]


def placings(
    case: Case, questions: Questions, evidence: Sequence[Piece], vocabulary: Vocabulary, say: Progress
) -> list[Placing]:
    """Every unit of every typing."""
    found: list[Placing] = []
    for typing in questions.typings:
        say(typing.label.en)
        found += _of_typing(case, typing, evidence, vocabulary)
    return found


def placed(case: Case, placings: Sequence[Placing], vocabulary: Vocabulary) -> Iterator[Placed]:
    """Each of them in each period."""
    for placing in placings:
        yield from (_placed(placing, at, vocabulary, case) for at in range(len(placing.typing.periods)))


def _of_typing(case: Case, typing: Typing, evidence: Sequence[Piece], vocabulary: Vocabulary) -> Iterator[Placing]:
    """Each unit of a typing, placed on the items that bear on its typology and are towards its order, or none named."""
    typology = vocabulary.typologies[typing.typology]
    plane = plane_of(vocabulary, typing.typology, coders=coders(case))
    strength = Strength(case, typing.capability)
    markers = {*typology.revision, *typology.status_quo}
    for unit in typing.units:
        mine = tuple(
            p for p in evidence if p.unit == unit and p.item.implication in markers and _order(p, typing, case)
        )
        capability = tuple(strength.relative(unit, typing.among or typing.units, period) for period in typing.periods)
        found = engine.place(plane, [piece.item for piece in mine], typing.periods, capability)
        yield Placing(typing=typing, typology=typology, unit=unit, found=found, capability=capability, pieces=mine)


def _order(piece: Piece, typing: Typing, case: Case) -> bool:
    """Whether an item is towards the typing's order: by its target, which names an order, or else by none."""
    orders, named = {*case.head.orders, "regional", "global"}, piece.target.removesuffix(" order")
    return named not in orders or named == typing.order


class Strength:
    """States' capability by one variable of figures.csv."""

    def __init__(self, case: Case, variable: str):
        self._of: dict[tuple[str, int], float] = {
            (row.state, row.year): row.value
            for row in case.of(Figure)
            if row.variable == variable and row.year is not None and row.value is not None and not row.towards
        }

    def mean(self, state: str, period: tuple[int, int]) -> float | None:
        """The mean over the period's years that are known."""
        known = [self._of[state, year] for year in range(period[0], period[1] + 1) if (state, year) in self._of]
        return sum(known) / len(known) if known else None

    def relative(self, state: str, among: Sequence[str], period: tuple[int, int]) -> float | None:
        """Against the strongest of the set, 0 to 1; None if it, or any of the set, is not known."""
        means = [self.mean(other, period) for other in {*among, state}]
        own = self.mean(state, period)
        if own is None or any(mean is None for mean in means):
            return None
        return own / max(mean for mean in means if mean is not None)


def _placed(placing: Placing, at: int, vocabulary: Vocabulary, case: Case) -> Placed:
    found, typing = placing.found, placing.typing
    first, last = typing.periods[at]
    labels = {region.name: region.label for region in placing.typology.types}
    known = not np.isnan(found.types[at]).any()
    types = _types(found, at) if known else {}
    why = _why(placing, at, vocabulary, known, origins(case))
    among = typing.among or typing.units
    others = {name: Strength(case, name).relative(placing.unit, among, (first, last)) for name in OTHERS}
    within = _within(placing, (first, last))
    return Placed(
        typing=typing.id, label=typing.label, typology=typing.typology, order=typing.order, unit=placing.unit,
        first=first, last=last, revision=_value(found.revision, at), status_quo=_value(found.status_quo, at),
        capability=placing.capability[at], capabilities={n: v for n, v in others.items() if v is not None},
        cloud=(), types=types, labels=labels,
        prior=dict(zip(found.names, map(float, found.prior[at]), strict=True)) if known else {},
        leading=NOT_TOLD if why else max(types, key=lambda name: (types[name].value, name)),
        reasons=why, origins=found.speaking(at), items=tuple(heard(piece, {}) for piece in within),
    )  # fmt: skip


def _types(found: engine.Placed, at: int) -> dict[str, Belief]:
    """Each type's probability and its range over leaving out each origin; the grid leaves no other interval."""
    left = np.concatenate([found.types[None], found.without])[:, at]
    return {
        name: Belief(value=float(value), low=float(low), high=float(high), least=float(low), most=float(high))
        for name, value, low, high in zip(found.names, found.types[at], left.min(axis=0), left.max(axis=0), strict=True)
    }


def _why(placing: Placing, at: int, vocabulary: Vocabulary, known: bool, named: Mapping[str, Text]) -> tuple[Text, ...]:
    codes = placing.found.floor[at]
    lacking = [text for name, text in NO_REPORT.items() if f"no report on {name}" in codes]
    values = {"revision": placing.found.revision, "status quo": placing.found.status_quo}
    lacking += [OPEN[name] for name, of in values.items() if of.origins and of.high[at] - of.low[at] >= WIDE]
    unknown = [] if known else [NO_CAPABILITY.format(variable=placing.typing.capability)]
    return (*reasons(codes, len(placing.found.speaking(at)), vocabulary.assumptions.origins, named), *lacking, *unknown)


def _value(value: engine.Value, at: int) -> Belief:
    mean, low, high = (float(of[at]) for of in (value.mean, value.low, value.high))
    return Belief(value=mean, low=low, high=high, least=low, most=high)


def balances(case: Case, questions: Questions, placings: Sequence[Placing]) -> tuple[Balance, ...]:
    """Each declared set in each period of its typing; refused where a member lacks evidence or capability."""
    typings, names = {typing.id: typing for typing in questions.typings}, Names(case)
    found = []
    for system in questions.systems:
        typing = typings[system.typing]
        of = {placing.unit: placing for placing in placings if placing.typing.id == typing.id}
        strength = Strength(case, typing.capability)
        for at, period in enumerate(typing.periods):
            members = [_member(state, of, at, strength.mean(state, period)) for state in system.states]
            result = balance(members)
            sides = {} if result.lacking else _sides(system.states, result.revisionist)
            refused = (LACKING.format(states=names.of("state", result.lacking)),) if result.lacking else ()
            found.append(
                Balance(
                    system=system.id, label=system.label, first=period[0], last=period[1], states=system.states,
                    capability=typing.capability, sides=sides, refused=refused,
                    references=tuple(p.reference for s in system.states if s in of for p in _within(of[s], period)),
                    status_quo_stronger=None if refused else result.stronger,
                    status_quo_share=None if refused else (result.share, result.low, result.high),
                )
            )  # fmt: skip
    return tuple(found)


def _within(placing: Placing, period: tuple[int, int]) -> list[Piece]:
    """The pieces on a unit that speak of years of the period."""
    first, last = period
    return [p for p in placing.pieces if p.item.year <= last and (p.item.until or p.item.year) >= first]


def _member(state: str, of: Mapping[str, Placing], at: int, capability: float | None) -> Member:
    placing = of.get(state)
    if placing is None:
        flat = np.full(len(GRID), 1 / len(GRID))
        return Member(name=state, revision=flat, status_quo=flat, capability=capability, evidence=False)
    found = placing.found
    return Member(
        name=state, revision=found.revision.grid[at], status_quo=found.status_quo.grid[at], capability=capability,
        evidence=not any(code == "few origins" or code.startswith("no report") for code in found.floor[at]),
    )  # fmt: skip


def _sides(states: Sequence[str], revisionist: object) -> dict[str, float]:
    return {state: float(p) for state, p in zip(states, np.asarray(revisionist), strict=True)}
