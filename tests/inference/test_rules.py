"""Verdict rules: what they mean, worked by hand, and what they say of a word that does not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang.inference.rules import parse
from timbang.inference.truth import Row, Truth

T, F, U = True, False, None
# Exercises by host as the article's table has them; the bounds are those of the row without a place.
HOSTS = [
    Row(("CHN",), 6, 7),
    Row(("RUS",), 6, 6),
    Row(("KGZ",), 4, 4),
    Row(("KAZ",), 3, 4),
    Row(("UZB",), None, None),
]
YEARS = [Row((str(year),), n, n) for year, n in zip(range(2006, 2016), (3, 2, 1, 2, 2, 1, 2, 2, 1, 2), strict=True)]


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        ("every between 2 and 3", F),
        ("most between 2 and 3", T),
        ("some == 3", T),
        ("no > 3", T),
        ("sum == 18", T),
        ("mean >= 1.8", T),
        ("mean between 2 and 3", F),
        ("max <= 3 and min >= 1", T),
        ("count == 10", T),
        ("[2008] == 1", T),
        ("[2008] < [2006]", T),
        ("[2006] is highest", T),
        ("[2008] is lowest", T),  # shared with 2011 and 2014
        ("[2007] is highest", F),
        ("[1999] == 1", U),
        ("every > 5 or [2006] == 3", T),
        ("(every > 5 or [2006] == 3) and sum == 18", T),
        ("every > 5 or ([2006] == 3 and sum == 17)", F),
        ("min > -1", T),
    ],
)
def test_rules_over_exact_rows(rule: str, truth: Truth) -> None:
    assert parse(rule)(YEARS) is truth


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        ("[RUS] > [KGZ] and [CHN] > [KGZ]", T),
        ("[CHN] > [RUS]", U),
        ("[CHN] >= [RUS]", T),
        ("[KAZ] >= [KGZ]", U),
        ("[KAZ] > [KGZ]", F),
        ("[RUS] > [UZB]", U),
        ("[KGZ] is highest", F),  # told, though one row is not known
        ("[CHN] is highest", U),
        ("some >= 6", T),
        ("sum > 0", U),
        ("every > 3", U),
        ("every > 4", F),
        ("[KAZ] > [KGZ] and [RUS] > [UZB]", F),
        ("[CHN] >= [RUS] or [RUS] > [UZB]", T),
    ],
)
def test_rules_over_bounded_and_unknown_rows(rule: str, truth: Truth) -> None:
    assert parse(rule)(HOSTS) is truth


@pytest.mark.parametrize("rule", ["every == 1", "most == 1", "no == 1", "some == 1", "sum == 0", "[CHN] == 1"])
def test_of_no_rows_nothing_can_be_told_except_their_number(rule: str) -> None:
    assert parse(rule)([]) is U
    assert parse("count == 0")([]) is T


@pytest.mark.parametrize(
    ("rule", "named"),
    [
        ("", "a clause"),
        ("all > 1", "'all'"),
        ("every", "a comparison"),
        ("every > many", "'many'"),
        ("every = 1", "'= 1'"),
        ("every > 1 sum > 2", "'sum'"),
        ("every > 1 and some > 2 or no > 3", "'and' and 'or' are mixed"),
        ("(every > 1", "')'"),
        ("(every > 1 ]", "']'"),
        ("every > 1)", "')'"),
        ("[CHN] is biggest", "'biggest'"),
        ("[CHN] is", "'highest' or 'lowest'"),
        ("[CHN", "'[CHN'"),
        ("every between 2 to 3", "'to'"),
        ("sum > [CHN]", "'[CHN]'"),
        ("every > 1; drop", "'; drop'"),
        ("Every > 1", "'Every > 1'"),
    ],
)
def test_a_rule_that_cannot_be_read_names_the_word(rule: str, named: str) -> None:
    with pytest.raises(ValueError, match="rule") as problem:
        parse(rule)
    assert named in str(problem.value)
    assert repr(rule) in str(problem.value)


def test_a_row_named_twice_is_an_error_when_the_rule_is_used() -> None:
    rows = [Row(("KGZ", "8"), 21, 21), Row(("KGZ", "10"), 10, 10)]
    with pytest.raises(ValueError, match=r"\[KGZ\] names 2 rows"):
        parse("[KGZ] > 1")(rows)
    assert parse("[KGZ, 10] == 10")(rows) is T


KEYS = ("a", "b", "c", "d")
COMPARE = st.sampled_from((">", ">=", "<", "<=", "==", "!="))
SMALL = st.integers(-3, 8)
TESTS = st.one_of(
    st.builds("{} {}".format, COMPARE, SMALL),
    st.builds(lambda a, b: f"between {min(a, b)} and {max(a, b)}", SMALL, SMALL),
)
REFS = st.sampled_from([f"[{key}]" for key in KEYS])
CLAUSES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(("every", "some", "most", "no")), TESTS),
    st.builds("{} {}".format, st.sampled_from(("sum", "mean", "max", "min", "count")), TESTS),
    st.builds("{} {}".format, REFS, TESTS),
    st.builds("{} is {}".format, REFS, st.sampled_from(("highest", "lowest"))),
    st.builds("{} {} {}".format, REFS, COMPARE, REFS),
)
RULES = st.recursive(
    CLAUSES,
    lambda rules: st.builds(lambda a, word, b: f"({a}) {word} ({b})", rules, st.sampled_from(("and", "or")), rules),
    max_leaves=4,
)


@st.composite
def rows_and_points(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """Rows with bounds, some unknown, and the same rows at one point within them."""
    bounded, exact = [], []
    for key in KEYS[: draw(st.integers(1, len(KEYS)))]:
        low, width = draw(st.integers(0, 5)), draw(st.integers(0, 3))
        point = low + draw(st.integers(0, width))
        known = draw(st.integers(0, 9)) > 0
        bounded.append(Row((key,), low, low + width) if known else Row((key,), None, None))
        exact.append(Row((key,), point, point))
    return bounded, exact


@given(RULES, rows_and_points())
def test_what_is_told_within_bounds_is_so_at_every_point(rule: str, rows: tuple[list[Row], list[Row]]) -> None:
    bounded, exact = rows
    told = parse(rule)(bounded)
    assert told is None or told is parse(rule)(exact)


def test_a_rule_nested_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 50 parentheses"):
        parse("(" * 3000 + "sum > 1" + ")" * 3000)
    assert parse("(" * 50 + "count == 0" + ")" * 50)([]) is True
