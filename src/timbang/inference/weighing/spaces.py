"""The sets of mechanisms that can be at work, what is believed of them at first, and how they change in a year."""

from __future__ import annotations

import numpy as np

from timbang.inference.weighing.records import Array, Flags, Space

MOST = 12  # mechanisms at once. Their sets are gone through one by one, so each more doubles the time or worse
Step = tuple[Array, Array]  # a transition as the Kronecker product of two small matrices, both symmetric


def space(mechanisms: int, prior: float, persistence: float, *, exclusive: bool = False) -> Space:
    """All sets of so many mechanisms, or, of exclusive rivals, none and each alone.

    `prior`: that a mechanism is at work in the first year, alike for all; of exclusive rivals, the same odds
    among the sets that are left. `persistence`: that it stays as it is from one year to the next.
    ValueError: more than MOST mechanisms, none, or a probability outside (0, 1) (a persistence may be 1).
    """
    if not 1 <= mechanisms <= MOST:
        raise ValueError(f"{mechanisms} mechanisms: from one to {MOST} can be weighed together")
    if not 0 < prior < 1 or not 0 < persistence <= 1:
        raise ValueError(f"a prior of {prior} with a persistence of {persistence}")
    sets = _alone(mechanisms) if exclusive else _subsets(mechanisms)
    weight = np.where(sets, prior, 1 - prior).prod(axis=1)
    return Space(sets=sets, prior=weight / weight.sum(), persistence=persistence, exclusive=exclusive)


def singles(sets: Flags) -> list[int]:
    """Rows of the empty set and of each mechanism alone, in their order: (1 + K)."""
    sizes, mechanisms = sets.sum(axis=1), range(sets.shape[1])
    return [
        int(np.flatnonzero(sizes == 0)[0]),
        *(int(np.flatnonzero((sizes == 1) & sets[:, k])[0]) for k in mechanisms),
    ]


def step(of: Space, persistence: float | None = None, held: int | None = None) -> Step:
    """One year's transition. `held`: a mechanism that does not change (these moves are left out, not made up for).

    Independent mechanisms each stay with probability `persistence`; of exclusive rivals the state stays with it, and
    otherwise moves to any other state alike.
    """
    stay = of.persistence if persistence is None else persistence
    if of.exclusive:
        moves = _exclusive(of.sets, stay)
        return (moves if held is None else moves * _same(of.sets[:, held])), np.ones((1, 1))
    mechanisms = range(of.sets.shape[1])
    half = len(mechanisms) // 2
    pairs = [_pair(stay, k == held) for k in mechanisms]
    return _product(pairs[:half]), _product(pairs[half:])


def moved(x: Array, by: Step) -> Array:
    """States' weights, (S, D), a year on. The transitions are symmetric, so this serves both ways in time."""
    first, second = by
    states, draws = x.shape
    across = (first @ x.reshape(len(first), -1)).reshape(len(first), len(second), draws)
    return np.asarray(np.matmul(second, across).reshape(states, draws))


def priors(of: Space, years: int) -> Array:
    """P(mechanism) in each year before any report, (T, K)."""
    at, by, rows = of.prior[:, None], step(of), []
    for _ in range(years):
        rows.append((at.T @ of.sets)[0])
        at = moved(at, by)
    return np.array(rows)


def _subsets(mechanisms: int) -> Flags:
    """All sets, the first mechanism the slowest to change: the order of a Kronecker product."""
    rows = np.arange(2**mechanisms)[:, None]
    return np.asarray(rows >> np.arange(mechanisms)[::-1] & 1, dtype=bool)


def _alone(mechanisms: int) -> Flags:
    return np.vstack([np.zeros((1, mechanisms), bool), np.eye(mechanisms, dtype=bool)])


def _pair(stay: float, held: bool) -> Array:
    leave = 0.0 if held else 1 - stay
    return np.array([[stay, leave], [leave, stay]])


def _product(pairs: list[Array]) -> Array:
    whole: Array = np.ones((1, 1))
    for pair in pairs:
        whole = np.asarray(np.kron(whole, pair), dtype=np.float64)
    return whole


def _exclusive(sets: Flags, stay: float) -> Array:
    states = len(sets)
    moves = np.full((states, states), (1 - stay) / (states - 1))
    np.fill_diagonal(moves, stay)
    return moves


def _same(members: Flags) -> Array:
    return np.equal.outer(members, members).astype(float)
