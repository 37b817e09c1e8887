"""Salience: intervals against published ones and against chance, and the rows that are compared."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from support import tiny

from timbang.casefile import open_case
from timbang.evidence.codebook import open_codebook
from timbang.measures._intervals import less_mean, mean, wilson
from timbang.measures._salience import WORDS
from timbang.model import Setting
from timbang.model.rows import ALL, THREATS
from timbang.registry import measures
from timbang.run import conclude
from timbang.store.views import Engine
from timbang.tables import view

SETTING = Setting(organization="TST", first_year=2001, last_year=2003)
NAMES = ("threat_salience", "threat_salience_relative")


@pytest.mark.parametrize(
    ("counted", "low", "high"),
    [((81, 263), 0.2553, 0.3662), ((15, 148), 0.0624, 0.1605), ((0, 20), 0.0, 0.1611), ((1, 29), 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_tabulates_it(counted: tuple[int, int], low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17, 857-872, Table I, method 3."""
    assert wilson(counted) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090)],
)
def test_of_two_states_it_is_half_newcombes_difference(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe 1998, Statistics in Medicine 17, 873-890, Table II, method 10."""
    middle, *ends = mean([one, other])
    less = less_mean(one, 2, middle, (ends[0], ends[1]))
    assert [2 * end for end in less] == pytest.approx((one[0] / one[1] - other[0] / other[1], low, high), abs=5e-5)


def test_the_only_state_is_the_mean() -> None:
    middle, low, high = mean([(3, 10)])
    assert (low, high) == pytest.approx(wilson((3, 10)))
    assert less_mean((3, 10), 1, middle, (low, high)) == pytest.approx((0, 0, 0))


def test_it_is_the_square_and_add_of_every_states_own_part() -> None:
    """The mean's interval stands in for the other states': the same as adding up state by state."""
    shares = [(5, 60), (0, 44), (19, 44), (2, 130), (11, 83)]
    middle, *ends = mean(shares)
    for i, own in enumerate(shares):
        parts = [((1 if j == i else 0) - 1 / 5, of[0] / of[1], *wilson(of)) for j, of in enumerate(shares)]
        value = sum(weight * p for weight, p, _, _ in parts)
        below = sum((weight * (p - (low if weight > 0 else high))) ** 2 for weight, p, low, high in parts) ** 0.5
        above = sum((weight * (p - (high if weight > 0 else low))) ** 2 for weight, p, low, high in parts) ** 0.5
        assert less_mean(own, 5, middle, (ends[0], ends[1])) == pytest.approx((value, value - below, value + above))


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """2,000 draws of twelve states' speeches: the difference is covered in 93 to 97.5 of 100."""
    random, truths, hits = Random(1), [0.02 + 0.02 * i for i in range(12)], 0
    aim = truths[3] - sum(truths) / 12
    for _ in range(2000):
        shares = [(sum(random.random() < p for _ in range(80)), 80) for p in truths]
        middle, low, high = mean(shares)
        _, below, above = less_mean(shares[3], 12, middle, (low, high))
        hits += below <= aim <= above
    assert 0.93 <= hits / 2000 <= 0.975


def rows(name: str, *given: dict[str, object]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = (
        Engine({"salience": view("salience", given)}).measure(measures()[name], SETTING).to_pylist()
    )
    return found


def test_without_rows_there_is_nothing() -> None:
    assert [rows(name) for name in NAMES] == [[], []]


def test_a_case_without_the_file_has_no_findings(tmp_path: Path) -> None:
    results = conclude(open_case(tiny.write(tmp_path / "tiny")))
    assert [f.id for f in results.findings if f.name in NAMES] == []
    assert all(results.tables[name].rows == () for name in NAMES)


def test_years_before_the_period_are_shown() -> None:
    given = {"row": 2, "state": "CHN", "year": 1992, "code": "threat-state", "threat": True, "passages": 4, "coded": 1}
    assert [(row["year"], row["value"]) for row in rows("threat_salience", given)] == [(1992, 0.25)]


def test_codes_are_called_as_the_codebook_calls_them() -> None:
    book = open_codebook("balancing").codes
    assert {name: book[name].label for name in book if name.startswith(THREATS)} == {
        name: text for name, text in WORDS.items() if name != ALL
    }
