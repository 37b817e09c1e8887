"""Rules in force against a plain count; each definition worked by hand; sequences that dates can and cannot tell."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from timbang.measures._definitions import AUTHORS, DEFINITIONS, SECTOR, WORDS
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view
from timbang.text import vocabulary

Row = dict[str, Any]
SETTING = Setting(organization="TST", first_year=2002, last_year=2006)


def tables(agreements: list[Row], exercises: list[Row]) -> dict[str, Any]:
    rows: dict[str, list[Row]] = {
        "agreements": [{"agreement": f"a{i}", "kind": "treaty"} | a for i, a in enumerate(agreements)],
        "exercises": [
            {"exercise": f"e{i}", "last_year": x["year"], "setting": "members"} | x for i, x in enumerate(exercises)
        ],
        "years": [{"year": year} for year in SETTING.years],
    }
    return {table: view(table, content) for table, content in rows.items()}


def array(name: str, agreements: list[Row], exercises: list[Row]) -> list[Row]:
    """The result of an array measure."""
    return Engine(tables(agreements, exercises)).measure(measures()[name], SETTING).to_pylist()


def counted(agreements: list[Row], *names: str) -> list[list[Row]]:
    """The results of table measures, on one engine."""
    engine = Engine(tables(agreements, []))
    return [engine.measure(measures()[name], SETTING).to_pylist() for name in names]


def drawn(seed: int) -> list[Row]:
    """Thirty agreements at random: some undated, some ended, some of no stated field."""
    random = Random(seed)
    return [
        {
            "kind": random.choice(["treaty", "declaration", "procedure", "body"]),
            "year": random.choice([None, *range(1996, 2009)]),
            "ends": random.choice([None, None, *range(1999, 2009)]),
            "field": random.choice([None, "defence", "economy"]),
        }
        for _ in range(30)
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_in_force_equals_a_plain_count(seed: int) -> None:
    agreements = drawn(seed)
    rules, bodies, fields = counted(agreements, "agreements_in_force", "bodies_in_force", "agreements_by_field")
    for rows, wanted in ((rules, False), (bodies, True)):
        mine = [a for a in agreements if (a["kind"] == "body") is wanted]
        for row in rows:
            lasts = [a for a in mine if a["ends"] is None or row["year"] <= a["ends"]]
            held = [a for a in lasts if a["year"] is not None and a["year"] <= row["year"]]
            assert row["value"] == row["low"] == len(held)
            assert row["new"] == sum(a["year"] == row["year"] for a in held)
            assert row["high"] == len(row["evidence"]) == len(held) + sum(a["year"] is None for a in lasts)
    last = [next(r for r in rows if r["year"] == 2006) for rows in (rules, bodies)]
    assert sum(r["value"] for r in fields) == last[0]["value"] and sum(r["high"] for r in fields) == last[0]["high"]
    assert sum(r["bodies"] for r in fields) == last[1]["value"]


def test_no_record_of_agreements_is_unknown_not_zero() -> None:
    [rules, bodies] = counted([], "agreements_in_force", "bodies_in_force")
    assert [r["value"] for r in rules] == [r["value"] for r in bodies] == [None] * 5
    [bodies] = counted([{"year": 2002}], "bodies_in_force")
    assert [r["value"] for r in bodies] == [0] * 5  # rules are on record, so there is a record


def test_every_author_defines_both_concepts_in_both_languages() -> None:
    assert {(d.author, d.concept) for d in DEFINITIONS} == {
        (author, concept) for author in AUTHORS for concept in ("regionalism", "regionalization")
    }
    assert all(WORDS[d.code].en and WORDS[d.code].id and WORDS[d.code].en != WORDS[d.code].id for d in DEFINITIONS)
    assert set(SECTOR) <= set(vocabulary()["field"])


def test_a_case_under_each_definition() -> None:
    """A case like the SCO, counted by hand.

    In force in 2006: border treaty (1997), charter (2002, security), a convention that names no field
    (2004); bodies: ministers' council (2002, defence), secretariat (2004, institution). Exercises: two in
    2002 (one documented as the organization's), one in 2005 (documented), in 2006 one with outsiders under
    another's framework and one of which the setting cannot be told.
    """
    agreements: list[Row] = [
        {"year": 1997, "field": "borders"},
        {"year": 2002, "field": "security", "kind": "charter"},
        {"year": 2004, "kind": "convention"},
        {"year": 2002, "field": "defence", "kind": "body"},
        {"year": 2004, "field": "institution", "kind": "body"},
        {"year": 2003, "field": "defence", "ends": 2005},
    ]
    exercises: list[Row] = [
        {"year": 2002, "framework": "TST", "setting": "documented"},
        {"year": 2002, "setting": "members"},
        {"year": 2005, "framework": "TST", "setting": "documented"},
        {"year": 2006, "framework": "OTH", "setting": "outsiders"},
        {"year": 2006, "setting": "unknown"},
    ]
    rows = {(r["definition"], r["concept"]): r for r in array("regionalism_regionalization", agreements, exercises)}
    found = {key: (r["value"], r["low"], r["high"]) for key, r in rows.items()}
    unknown = (None, None, None)
    assert found == {
        ("boerzel-risse", "regionalism"): (8, 8, 9),  # 3 rules, 2 bodies, 3 state-run exercises; perhaps the last
        ("boerzel-risse", "regionalization"): unknown,  # from below, by non-state actors: not in such a record
        ("hveem", "regionalism"): (5, 5, 5),
        ("hveem", "regionalization"): (3, 3, 4),  # all after 1997
        ("simon", "regionalism"): unknown,
        ("simon", "regionalization"): (3, 3, 4),
        ("tan", "regionalism"): (1, 1, 2),  # the charter; perhaps the convention
        ("tan", "regionalization"): (3, 3, 4),
        ("akhli-et-al", "regionalism"): (2, 2, 3),  # charter and council; perhaps the convention
        ("akhli-et-al", "regionalization"): (2, 2, 4),  # documented; perhaps the two of no known framework
    }
    parts = rows["boerzel-risse", "regionalism"]
    assert (parts["rules"], parts["bodies"], parts["exercises"]) == (3, 2, 3)
    assert "agreements:a5" not in parts["evidence"]  # ended in 2005


def test_hveems_regionalization_does_not_assume_that_same_year_means_later() -> None:
    rows = array("regionalism_regionalization", [{"year": 2003}], [{"year": 2003}, {"year": 2004}])
    [row] = [r for r in rows if (r["definition"], r["concept"]) == ("hveem", "regionalization")]
    assert (row["value"], row["low"], row["high"]) == (1, 1, 2)


@pytest.mark.parametrize(
    ("rule", "exercises", "order", "value"),
    [
        (1997, [(2002, 2002)], "before", 5),
        (2002, [(2002, 2002)], "unclear", None),  # the year does not tell which came first
        (2004, [(2002, 2003)], "after", -2),
        (2003, [(2002, 2003)], "unclear", None),  # the exercise began in 2002 or in 2003
        (2003, [(2002, 2005), (2002, 2002)], "after", -1),  # whatever the first, the second came before
        (None, [(2002, 2002)], "unclear", None),
        (2001, [(None, None), (2002, 2002)], "unclear", None),  # the undated exercise may be older
    ],
)
def test_sequence(rule: int | None, exercises: list[tuple[int | None, int | None]], order: str, value: Any) -> None:
    drills = [{"year": first, "last_year": last} for first, last in exercises]
    [row] = [r for r in array("hveem_sequence", [{"year": rule}], drills) if r["basis"] == "rule"]
    assert (row["order"], row["value"]) == (order, value)


def test_an_exercise_of_unknown_setting_may_be_the_first() -> None:
    """It may have been among members only; one with outsiders was not."""
    rule, drill = {"year": 2001}, {"year": 2002}
    for setting, order in (("unknown", "unclear"), ("outsiders", "before")):
        rows = array("hveem_sequence", [rule], [{"year": 2000, "setting": setting}, drill])
        assert next(r for r in rows if r["basis"] == "rule")["order"] == order


def test_an_undated_rule_may_be_older_than_the_exercise() -> None:
    rows = array("hveem_sequence", [{"year": 2004}, {"year": None}], [{"year": 2002}])
    assert next(r for r in rows if r["basis"] == "rule")["order"] == "unclear"
    rows = array("hveem_sequence", [{"year": 2000}, {"year": None}], [{"year": 2002}])
    [row] = [r for r in rows if r["basis"] == "rule"]
    assert (row["order"], row["value"], row["high"]) == ("before", 2, None)  # at least two years


def test_sequence_is_told_apart_for_rules_bodies_and_the_defence_sector() -> None:
    agreements = [{"year": 1997, "field": "borders"}, {"year": 2004, "kind": "body", "field": "counter-terrorism"}]
    rows = {r["basis"]: r for r in array("hveem_sequence", agreements, [{"year": 2002}])}
    assert {basis: r["order"] for basis, r in rows.items()} == {"rule": "before", "body": "after", "sector": "after"}
    assert rows["sector"]["evidence"] == ["agreements:a1", "exercises:e0"]


def test_statements_never_claim_a_cause() -> None:
    measure = measures()["hveem_sequence"]
    assert "does not show a cause" in measure.statement.en and "tidak menunjukkan sebab" in measure.statement.id
