"""The balance of a system: capability for the status quo against capability for revision (Schweller 1998)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timbang.inference.weighing.drawing import stream
from timbang.inference.weighing.records import Array
from timbang.inference.weighing.values import GRID


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A state of the declared set in one period."""

    name: str
    revision: Array  # (G,) belief over the grid's points
    status_quo: Array  # (G,)
    capability: float | None  # in one unit for all
    evidence: bool  # whether both values rest on reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The status quo's share of the capability of all that take a side. Where some member lacks evidence, only that."""

    lacking: tuple[str, ...]  # members without evidence or capability: nothing is told
    share: float = float("nan")  # mean
    low: float = float("nan")  # 5 in 100 of the draws
    high: float = float("nan")
    stronger: float = float("nan")  # P(the status quo's side has more than the revisionists')
    revisionist: Array | None = None  # (N,) P(revision > status quo) of each member
    content: Array | None = None  # (N,) P(revision < status quo); what is left of 1 is neither


def balance(members: Sequence[Member], draws: int = 20_000, seed: int = 20010615) -> Balance:
    """Sorts joint draws of the members by the sign of revision less status quo, and sums each side's capability.

    A member whose values are equal in a draw is on neither side; a draw in which no one takes sides is even.
    ValueError: no members.
    """
    if not members:
        raise ValueError("a balance needs members")
    lacking = tuple(member.name for member in members if not member.evidence or member.capability is None)
    if lacking:
        return Balance(lacking=lacking)
    surplus = np.array([_surplus(member, draws, seed) for member in members])
    weight = np.array([[member.capability or 0.0] for member in members])
    content, revisionist = (weight * (surplus < 0)).sum(axis=0), (weight * (surplus > 0)).sum(axis=0)
    both = content + revisionist
    share = np.where(both > 0, content / np.where(both > 0, both, 1), 0.5)
    low, high = np.quantile(share, (0.05, 0.95))
    return Balance(
        lacking=(),
        share=float(share.mean()),
        low=float(low),
        high=float(high),
        stronger=float((content > revisionist).mean() + 0.5 * (content == revisionist).mean()),
        revisionist=(surplus > 0).mean(axis=1),
        content=(surplus < 0).mean(axis=1),
    )


def _surplus(member: Member, draws: int, seed: int) -> Array:
    """Revision less status quo in whole steps of the grid, (D,)."""
    chance = stream(seed, "balance", member.name)
    points = np.arange(len(GRID))
    drawn = [chance.choice(points, draws, p=belief / belief.sum()) for belief in (member.revision, member.status_quo)]
    return np.asarray(drawn[0] - drawn[1], dtype=np.float64)
