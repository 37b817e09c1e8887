"""Three-valued comparisons, worked by hand, and held to what every point within the bounds says."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang.inference.truth import (
    Interval,
    Row,
    Truth,
    aggregate,
    compared,
    every,
    extreme,
    holds,
    named,
    negated,
    quantified,
    some,
)

T, F, U = True, False, None
COMPARISONS = [operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt]


def row(key: str, low: float | None, high: float | None) -> Row:
    return Row((key,), low, high)


@pytest.mark.parametrize(
    ("compare", "low", "high", "number", "truth"),
    [
        (operator.le, 1, 1, 1, T),
        (operator.le, 1, 2, 1, U),
        (operator.le, 2, 3, 1, F),
        (operator.gt, 4, 5, 4, U),
        (operator.gt, 4.5, 5, 4, T),
        (operator.ge, 4, 5, 4, T),
        (operator.eq, 4, 4, 4, T),
        (operator.eq, 4, 5, 4, U),
        (operator.eq, 5, 6, 4, F),
        (operator.ne, 4, 5, 4, U),
        (operator.ne, 5, 6, 4, T),
    ],
)
def test_a_comparison_is_told_where_all_values_agree(
    compare: operator.lt, low: float, high: float, number: float, truth: Truth
) -> None:
    assert holds(compare, Interval(low, high), number) is truth


def test_two_bounded_values_that_overlap_cannot_be_told_apart() -> None:
    assert compared(operator.gt, Interval(27 / 7, 27 / 7), Interval(33 / 9, 44 / 9)) is U
    assert compared(operator.gt, Interval(27 / 7, 27 / 7), Interval(37 / 9, 43 / 9)) is F
    assert compared(operator.eq, Interval(1, 2), Interval(1, 2)) is U
    assert compared(operator.eq, Interval(1, 2), Interval(3, 4)) is F


def test_nothing_known_is_never_told() -> None:
    assert compared(operator.gt, row("a", None, None), Interval(0, 0)) is U
    assert compared(operator.gt, row("a", 24, None), Interval(0, 0)) is U
    assert compared(operator.gt, None, Interval(0, 0)) is U


@pytest.mark.parametrize(
    ("word", "truths", "truth"),
    [
        ("every", [T, T], T),
        ("every", [T, U], U),
        ("every", [F, U], F),
        ("some", [T, U], T),
        ("some", [F, U], U),
        ("some", [F, F], F),
        ("no", [F, F], T),
        ("no", [F, U], U),
        ("no", [T, U], F),
        ("most", [T, T, F], T),
        ("most", [T, F], F),  # half is not most
        ("most", [T, T, U, F], U),
        ("most", [T, U, F, F], F),  # at best half
        ("every", [], U),
        ("no", [], U),
        ("most", [], U),
    ],
)
def test_quantifiers(word: str, truths: list[Truth], truth: Truth) -> None:
    assert quantified(word, truths) is truth


def test_not_and_or_with_the_unknown() -> None:
    assert [negated(t) for t in (T, F, U)] == [F, T, U]
    assert every([]) is T
    assert some([]) is F


def test_aggregates_add_the_ends_and_need_every_value() -> None:
    rows = [row("a", 1, 2), row("b", 3, 7)]
    assert aggregate("sum", rows) == Interval(4, 9)
    assert aggregate("mean", rows) == Interval(2, 4.5)
    assert aggregate("max", rows) == Interval(3, 7)
    assert aggregate("min", rows) == Interval(1, 2)
    assert aggregate("count", [*rows, row("c", None, None)]) == Interval(3, 3)
    assert aggregate("sum", [*rows, row("c", None, None)]) is None
    assert aggregate("sum", []) is None
    assert aggregate("count", []) == Interval(0, 0)


def test_a_row_is_named_by_its_keys_in_order() -> None:
    rows = [Row(("CHN", "RUS"), 1, 1), Row(("RUS", "CHN"), 2, 2)]
    assert named("[CHN, RUS]", rows) is rows[0]
    assert named("[RUS, CHN]", rows) is rows[1]
    assert named("[KAZ]", rows) is None
    with pytest.raises(ValueError, match=r"\[CHN\] names 2 rows"):
        named("[CHN]", rows)


def test_highest_includes_a_shared_place_and_waits_for_the_unknown() -> None:
    a, b, c = row("a", 7, 7), row("b", 7, 7), row("c", None, None)
    assert extreme(a, [a, b], "highest") is T
    assert extreme(a, [a, b, c], "highest") is U
    assert extreme(a, [a, row("d", 10, 10), c], "highest") is F
    assert extreme(a, [a, row("d", 6.5, 7.5)], "highest") is U
    assert extreme(a, [a, row("d", 8, 9)], "lowest") is T
    assert extreme(None, [a], "highest") is U


numbers = st.integers(-5, 5)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[Interval, float]:
    """An interval, and a point within it."""
    low, width = draw(numbers), draw(st.integers(0, 4))
    return Interval(low, low + width), low + draw(st.integers(0, width))


@given(boxes(), boxes(), st.sampled_from(COMPARISONS))
def test_a_told_comparison_agrees_with_every_point_within(
    one: tuple[Interval, float], other: tuple[Interval, float], compare: operator.lt
) -> None:
    told = compared(compare, one[0], other[0])
    assert told is None or told == compare(one[1], other[1])


@given(st.lists(boxes(), min_size=1, max_size=6), st.sampled_from(["sum", "mean", "max", "min"]))
def test_aggregates_hold_every_point_within(values: list[tuple[Interval, float]], name: str) -> None:
    bounds = aggregate(name, [row(str(i), x.low, x.high) for i, (x, _) in enumerate(values)])
    point = aggregate(name, [row(str(i), p, p) for i, (_, p) in enumerate(values)])
    assert bounds is not None
    assert point is not None
    assert bounds.low <= point.low <= bounds.high
