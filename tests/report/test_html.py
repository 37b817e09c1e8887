"""The report: well-formed, linked, safe against hostile text, complete in both languages, self-contained."""

from __future__ import annotations

import dataclasses
import re
from importlib.resources import files
from urllib.parse import unquote

import pytest
from report.made_up import HOSTILE
from report.outline import Outline

from timbang.findings.finding import Evidence, Results
from timbang.report import html
from timbang.report._page import claims, open_questions
from timbang.report._page.evidence import Rows
from timbang.report._reader import Reader
from timbang.report._words import phrased, words
from timbang.text import LANGS

TEMPLATES = sorted(p.name for p in files("timbang.report").joinpath("_templates").iterdir() if p.name.endswith(".html"))


@pytest.mark.parametrize("lang", LANGS)
def test_tags_close_in_order_ids_are_unique_and_links_resolve(pages: dict[str, str], lang: str) -> None:
    page = Outline(pages[lang])
    assert len(page.ids) == len(set(page.ids))
    inner = {unquote(link[1:]) for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    for reference in re.findall(r"url\(#([^)]*)\)", pages[lang]):
        assert reference in page.ids


@pytest.mark.parametrize("lang", LANGS)
def test_headings_go_down_one_step_at_a_time_and_landmarks_stand(pages: dict[str, str], lang: str) -> None:
    page = Outline(pages[lang])
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    tags = [tag for tag, _ in page.tags]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert dict(page.tags)["html"]["lang"] == lang
    assert next(given for tag, given in page.tags if tag == "a") == {"class": "skip", "href": "#main"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_needs_nothing_else(pages: dict[str, str], lang: str) -> None:
    page = Outline(pages[lang])
    assert [tag for tag, given in page.tags if "src" in given or tag in ("link", "iframe", "img")] == []
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside == [f"report.{other}.html" for other in LANGS if other != lang]
    assert "url(http" not in pages[lang] and "@import" not in pages[lang]


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_names_are_shown_and_do_nothing(pages: dict[str, str], lang: str) -> None:
    page = Outline(pages[lang])
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert any(HOSTILE in text for text in page.texts)
    assert "<script>alert" not in pages[lang]


def test_the_policy_names_the_script_that_is_on_the_page(pages: dict[str, str]) -> None:
    given = next(g for tag, g in Outline(pages["en"]).tags if g.get("http-equiv"))
    script = re.search(r"<script>(.*?)</script>", pages["en"], flags=re.S)
    assert script and f"'{html._hash(script[1])}'" in str(given["content"])


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_hold_no_words_of_their_own(name: str) -> None:
    """Whatever a reader reads comes from words.csv, the results or the registry, in the page's language."""
    text = files("timbang.report").joinpath("_templates", name).read_text(encoding="utf-8")
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<!doctype html>", " ", text, flags=re.S)
    plain = re.sub(r"<[^<>]*>", " ", text)
    assert set(re.findall(r"[A-Za-z]{2,}", plain)) <= {"timbang"}
    told = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    assert [label for label in told if label.strip()] == []


def test_every_word_stands_in_both_languages() -> None:
    for kind, entries in words().items():
        for code, text in entries.items():
            assert text.en.strip() and text.id.strip(), f"{kind},{code}"
            blanks = [set(re.findall(r"\{(\w+)\}", text[lang])) for lang in LANGS]
            assert blanks[0] == blanks[1], f"{kind},{code}"


def test_the_interface_of_the_indonesian_page_is_not_english(pages: dict[str, str]) -> None:
    english = {t.en for kind in ("ui", "met", "status", "caption") for t in words()[kind].values() if t.en != t.id}
    sentences = {text for text in english if len(text) > 12 and "{" not in text}
    shown = set(Outline(pages["id"]).texts)
    assert shown & sentences == set()


def test_columns_of_the_measures_that_ship_have_names(results: Results) -> None:
    named = words()["column"]
    for measure in results.measures:
        columns = {*measure.by, *measure.extra} - set(measure.words)
        assert columns <= set(named), f"{measure.name}: add them to report/words.csv, or to the measure's words"


def test_a_claim_shows_both_verdicts_and_the_tally_counts_them(results: Results, pages: dict[str, str]) -> None:
    groups = claims.groups(results, Reader(results, "en"))
    assert [group.size for group in groups] == [4]
    assert claims.tally(groups) == {
        "own": {"holds": 1, "partly": 2, "fails": 1, "unknown": 0},
        "all": {"holds": 1, "partly": 2, "fails": 0, "unknown": 1},
    }
    assert "1,234.5 (1,000–2,000)" in pages["en"] and "1.234,5 (1.000–2.000)" in pages["id"]


def test_a_page_without_claims_has_no_audit(results: Results) -> None:
    bare = dataclasses.replace(results, findings=tuple(f for f in results.findings if f.kind == "measure"))
    page = Outline(html.page(bare, "en", ["en"]))
    assert "audit" not in page.ids and "disagreements" in page.ids


def test_long_lists_of_rows_are_cut_and_say_so(results: Results) -> None:
    rows = Rows(Reader(results, "id"), most=2)
    listed = rows([Evidence("exercises.csv", f"x{n}", "made_up", "Table 1, row 3") for n in range(5)], "tables/m.csv")
    assert listed.count("<li>") == 2
    assert "Tabel 1, baris 3" in listed and "dan 3 lagi, dalam tables/m.csv" in listed


def test_open_lists_come_from_the_measure_that_draws_attendance(results: Results) -> None:
    assert open_questions.open_rosters(results, Reader(results, "en")) == ["b"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Table 1, row 3", "Tabel 1, baris 3"),
        ("p. 72, pattern (1), first half", "hlm. 72, pola (1), paruh pertama"),
        ("pp. 81-82, Kesimpulan, paras. 2-3", "hlm. 81-82, Kesimpulan, par. 2-3"),
        ("mme2726", "mme2726"),
    ],
)
def test_locators_are_read_in_indonesian(said: str, shown: str) -> None:
    assert phrased("place", said, "id") == shown
    assert phrased("place", said, "en") == said
