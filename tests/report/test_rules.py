"""Rules and figures of claims, as a reader of each language sees them."""

from __future__ import annotations

import dataclasses

import pytest

from timbang.findings.finding import Results
from timbang.report._reader import Reader
from timbang.report._rules import figure, rule, total
from timbang.text import Text

RUSSIA = {"RUS": Text("Russia", "Rusia"), "central-asia": Text("Central Asia", "Asia Tengah")}


@pytest.mark.parametrize(
    ("given", "english", "indonesian"),
    [
        ("every <= 1", "every value ≤ 1", "setiap nilai ≤ 1"),
        ("most between 2 and 3", "most values between 2 and 3", "sebagian besar nilai antara 2 dan 3"),
        ("mean >= 0.25", "mean ≥ 0.25", "rata-rata ≥ 0,25"),
        ("every == 2007", "every value = 2007", "setiap nilai = 2007"),
        ("[RUS] is highest or [RUS] > [central-asia]", "Russia is highest or Russia > Central Asia",
         "Rusia tertinggi atau Rusia > Asia Tengah"),
        ("(sum == 4 or sum == 5) and count != 1", "(sum = 4 or sum = 5) and number of values ≠ 1",
         "(jumlah = 4 atau jumlah = 5) dan banyaknya nilai ≠ 1"),
    ],
)  # fmt: skip
def test_rules_in_words(results: Results, given: str, english: str, indonesian: str) -> None:
    named = dataclasses.replace(results, names=RUSSIA)
    assert rule(given, Reader(named, "en")) == english
    assert rule(given, Reader(named, "id")) == indonesian


def test_a_figure_of_sets_of_states_names_its_parts(results: Results) -> None:
    named = dataclasses.replace(results, names=RUSSIA)
    keys = {"set": "all:RUS any:central-asia", "state": "RUS central-asia", "without": "RUS"}
    given = {"keys": keys, "value": 4, "low": 4, "high": 5}
    assert figure(given, Reader(named, "en")) == "Russia + Central Asia, without Russia: 4 (4–5)"
    assert figure(given | {"keys": {}, "high": 4}, Reader(named, "id")) == "4"


def test_a_figure_that_is_a_year_is_not_grouped_and_names_no_line(results: Results) -> None:
    named = dataclasses.replace(results, names=RUSSIA)
    given = {"keys": {"state": "RUS", "year": "", "row": "7"}, "value": 2007.0, "low": 2007.0, "high": 2007.0}
    assert figure(given | {"unit": "year"}, Reader(named, "en")) == "Russia: 2007"
    assert figure(given, Reader(named, "en")) == "Russia: 2,007"
    assert figure(given | {"unit": "year", "value": None}, Reader(named, "en")) == "Russia: unknown"


def test_what_a_rule_takes_of_all_figures_is_said(results: Results) -> None:
    assert total("mean", {"value": 1.8, "low": 1.8, "high": 1.8}, Reader(results, "en")) == "mean: 1.8"
    assert total("sum", {"value": 4, "low": 4, "high": 5}, Reader(results, "id")) == "jumlah: 4 (4–5)"
