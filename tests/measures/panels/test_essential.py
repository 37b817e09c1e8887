"""Essential states against enumeration of all coalitions, dynamic programming, and the values of VALIDATION.md."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.real_tables import measured, real

from timbang.measures import _essential
from timbang.measures._essential import essential


def by_enumeration(resources: list[int]) -> list[bool]:
    """By the definition: members of coalitions that win and lose without any one of their members."""
    total, everyone = sum(resources), range(len(resources))
    found = [False] * len(resources)
    for size in range(1, len(resources) + 1):
        for coalition in combinations(everyone, size):
            held = sum(resources[i] for i in coalition)
            if 2 * held > total and all(2 * (held - resources[i]) <= total for i in coalition):
                for i in coalition:
                    found[i] = True
    return found


def by_sums(resources: list[int]) -> list[bool]:
    """For many states with small whole resources: all sums that the others reach, as the bits of a number."""
    total, found = sum(resources), []
    for i, own in enumerate(resources):
        reached = 1
        for j, other in enumerate(resources):
            reached |= reached << other if j != i else 0
        found.append(any(reached >> held & 1 and 2 * (held + own) > total for held in range(total // 2 + 1)))
    return found


@pytest.mark.parametrize(
    ("resources", "expected"),
    [
        ([120, 100, 80], [True, True, True]),
        ([151, 100, 49], [True, False, False]),
        ([100, 100, 99, 1], [True, True, True, False]),
        ([110, 100, 50, 40], [True, True, True, True]),
    ],
)
def test_the_cases_of_validation(resources: list[int], expected: list[bool]) -> None:
    assert essential(resources) == expected == by_enumeration(resources)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=8).filter(any))
def test_any_few_states_are_as_enumerated(resources: list[int]) -> None:
    assert essential(resources) == by_enumeration(resources) == by_sums(resources)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=8).filter(any))
def test_states_beyond_the_held_sums_are_searched(resources: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(_essential, "TAIL", 2)
        assert essential(resources) == by_enumeration(resources)


@pytest.mark.parametrize("seed", range(6))
def test_many_states_are_as_by_sums(seed: int) -> None:
    chance = random.Random(seed)
    resources = [int(chance.paretovariate(0.8)) for _ in range(chance.choice([25, 33, 60]))]
    assert essential(resources) == by_sums(resources)


def test_a_group_of_33_is_searched_to_the_end() -> None:
    """The others' resources are even and half of all is odd: no loser wins by the one state of 1."""
    resources = [2 * 3**i for i in range(14)] + [2 * 5**i for i in range(10)] + [4, 6, 8, 10, 12, 14, 16, 20, 1]
    assert len(resources) == 33 and sum(resources) // 2 % 2 == 1
    answer = essential(resources)
    assert answer[-1] is False and None not in answer and answer[resources.index(max(resources))]


def test_a_search_given_up_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_essential, "NODES", 3)
    monkeypatch.setattr(_essential, "TAIL", 1)
    resources = [2 * 3**i for i in range(12)] + [1]
    told = essential(resources)
    assert told[-2] is True or None in told
    assert all(answer in (None, expected) for answer, expected in zip(told, by_enumeration(resources), strict=True))


def test_nobody_is_essential_or_not_where_nobody_has_anything() -> None:
    assert essential([0, 0]) == [None, None] and essential([]) == []


@pytest.mark.needs_shared
def test_every_state_of_the_real_world_is_told() -> None:
    """A witness is found for the weakest in every year; among the six of 2005 China alone has more than half."""
    rows = measured("essential", (1816, 2016)).to_pylist()
    scores = {(r["state"], r["year"]) for r in real("nmc").to_pylist()}
    assert all((row["value"] is not None) == ((row["state"], row["year"]) in scores) for row in rows)
    few = measured("essential", (2005, 2005), ("CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB")).to_pylist()
    assert {row["state"]: row["value"] for row in few} == {
        "CHN": 1,
        **dict.fromkeys(("KAZ", "KGZ", "RUS", "TJK", "UZB"), 0),
    }
