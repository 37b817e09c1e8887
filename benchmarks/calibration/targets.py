"""Reports towards several targets in a question that names none: pooled as one x, or an x for each target.

Worlds in which each mechanism, while at work, is aimed at one of the targets all through, at some, or at all; towards
a target it is not aimed at it leaves the baseline. Told: that it is at work, towards whomever. Both forms are given
the likelihoods as they are. From benchmarks/: python -m calibration.targets [worlds: 200], writing targets.md.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from _timing import machine
from numpy.typing import NDArray

from calibration.generator import CLUSTER, Array, Book, Setting, Truth, book, expected
from calibration.weighing_worlds import likelihoods
from timbang.inference.weighing.leaving_out import without
from timbang.inference.weighing.records import Item, Likelihoods
from timbang.inference.weighing.spaces import space

Said = tuple[int, int, int, int, bool]  # target, year, implication, origin, affirmed
HEAD = (
    "| aimed at | targets | form | Brier | stated | so | held ≥ .8: share | stated | so "
    f"| held ≤ .2: share | stated | so |\n{'|---' * 12}|\n"
)
SETTING = Setting(name="several targets", mechanisms=3, years=8, origins=5)


def main(many: int) -> None:
    """Writes targets.md."""
    lines = [line for aim in ("one", "some", "all") for targets in (2, 3) for line in _tried(many, aim, targets)]
    text = f"<!-- written by python -m calibration.targets {many}: {machine()} -->\n\n{HEAD}{''.join(lines)}"
    (Path(__file__).parent / "targets.md").write_text(text, encoding="utf-8")


def _tried(many: int, aim: str, targets: int) -> list[str]:
    rows: dict[str, list[Array]] = {"pooled": [], "apart": []}
    for seed in range(many):
        of, at_work, said = _world(np.random.default_rng(seed), aim, targets)
        for form, found in rows.items():
            found.append(np.array([_believed(of, said, targets if form == "apart" else 1), at_work]))
    return [_row(aim, targets, form, np.concatenate(found, axis=1)) for form, found in rows.items()]


def _world(chance: np.random.Generator, aim: str, targets: int) -> tuple[Book, NDArray[np.bool_], list[Said]]:
    """What the theories state, which mechanisms are at work each year, (T, K), and what is said."""
    of, s = book(SETTING, chance), SETTING
    rows = [chance.random(s.mechanisms) < s.prior]
    for _ in range(s.years - 1):
        rows.append(rows[-1] ^ (chance.random(s.mechanisms) > s.stay))
    at_work, one = np.array(rows), chance.integers(targets, size=s.mechanisms)
    also = {"one": 0.0, "some": 0.5, "all": 1.0}[aim]
    slanted, said = chance.random((s.years, s.origins)) < s.slanted, []
    for target in range(targets):
        aimed = at_work & ((one == target) | (chance.random(s.mechanisms) < also))
        x = chance.random((s.years, s.implications)) < expected(_truth(of), aimed)
        for t, i, o in np.ndindex(s.years, s.implications, s.origins):
            seen = int(chance.random() < 0.5) if slanted[t, o] else int(x[t, i])
            if chance.random() < s.speaks[seen]:
                z = int(chance.random() < s.reliability[seen])
                said.append((target, t, i, o, bool(chance.random() < s.coder[z])))
    return of, at_work, said


def _truth(of: Book) -> Truth:
    return Truth(of.theta, of.baseline, np.array(SETTING.reliability), np.array(SETTING.coder))


def _believed(of: Book, said: list[Said], apart: int) -> Array:
    """P(at work), (T, K), with so many x for each implication."""
    allowed, years = space(SETTING.mechanisms, SETTING.prior, SETTING.stay), list(range(SETTING.years))
    items = [
        Item(id=f"{n:05}", implication=f"i{i * apart + target % apart:03}", year=t, origin=f"o{o}",
             reading="affirmed" if yes else "denied")
        for n, (target, t, i, o, yes) in enumerate(said)
    ]  # fmt: skip
    one = likelihoods(allowed, [_truth(of)], 0.5, SETTING.slanted)
    return np.asarray(without(allowed, _copied(one, apart), items, years, {"": frozenset()})[0])


def _copied(of: Likelihoods, times: int) -> Likelihoods:
    """Each implication so many times, with the same likelihoods, in the same cluster."""
    names = {f"i{i * times + n:03}": f"i{i:02}" for i in range(SETTING.implications) for n in range(times)}
    return replace(
        of, clusters={name: f"c{int(one[1:]) // CLUSTER}" for name, one in names.items()},
        expected={name: of.expected[one] for name, one in names.items()},
        places={name: of.places[one] for name, one in names.items()},
    )  # fmt: skip


def _row(aim: str, targets: int, form: str, found: Array) -> str:
    stated, so = (part.ravel() for part in found)
    brier = np.square(stated - so).mean()
    ends = [(held.mean(), stated[held].mean(), so[held].mean()) for held in (stated >= 0.8, stated <= 0.2)]
    cells = [f"{value:.3f}" for value in (brier, stated.mean(), so.mean(), *ends[0], *ends[1])]
    return f"| {aim} | {targets} | {form} | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
