"""The SCO case weighed whole: every question is answered or says why not, and the article stands beside, unheard."""

from __future__ import annotations

import pytest
from support.sco import weighing

from timbang import load

pytestmark = pytest.mark.slow


def test_every_unit_of_every_question_is_answered_or_says_why_not() -> None:
    asked = load("sco").case.questions
    found = weighing()
    for question in asked.questions:
        for unit in question.units:
            [answer] = [f for f in found.values() if (f.name, f.unit) == (question.id, unit) and "by_year" in f.detail]
            assert (answer.verdict == "unknown") == bool(answer.detail["reasons"])
            assert answer.detail["prior"] == 0.5 and answer.detail["years"][0] == 2002
            for belief in answer.value["probabilities"].values():
                assert (
                    0 <= belief["low"] <= belief["high"] <= 1 and belief["least"] <= belief["value"] <= belief["most"]
                )


def test_every_point_the_article_raises_on_a_member_is_answered_or_open() -> None:
    asked = load("sco").case.questions.asked
    points = {f.name: f for f in weighing().values() if f.detail.get("point") == "asked"}
    assert set(points) == {f"asked-{one.id}" for one in asked} and len(points) == 15
    assert {f.verdict for f in points.values()} <= {"holds", "fails", "unknown"}


def test_whether_2005_to_2007_tells_balancing_from_regime_security_is_said_for_each_unit() -> None:
    contrasts = [f for f in weighing().values() if f.detail.get("point") == "contrast"]
    assert {f.unit for f in contrasts} == {"SCO", "RUS", "CHN", "KAZ", "KGZ", "UZB"}
    for finding in contrasts:
        low, high = finding.value["low"], finding.value["high"]
        assert low <= finding.value["estimate"] <= high
        if finding.verdict == "holds":
            assert low * high > 0 and min(abs(low), abs(high)) >= 8


def test_the_articles_own_conclusions_are_no_evidence() -> None:
    """Rows found through the article trace to the origins it names; the article itself is the origin of none."""
    origins = {item["origin"] for f in weighing().values() for item in f.detail.get("items", ())}
    assert "akhli_sco" not in origins and len(origins) > 60
    published = [one for f in weighing().values() for one in f.detail.get("published", ())]
    assert len(published) >= 13 and all(one["found"]["en"] and one["why"]["id"] for one in published)


def test_types_and_the_balance_are_told_or_refused_with_reasons() -> None:
    for finding in weighing().values():
        if finding.kind == "type" and finding.verdict == "unknown":
            assert finding.detail["reasons"]
        if finding.kind == "stability":
            assert (finding.value["estimate"] is None) == bool(finding.detail["refused"])
