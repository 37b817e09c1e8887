"""Rows of tables whose columns ran together: made ones with known truth, the article's table, and mutations of it."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

import pytest
from evidence.extraction.residues import Truth, residue

from timbang.evidence.extraction import exercises_from_text
from timbang.model.suggestions import Suggestion

ARTICLE = "documents/000_10243b2ea409ef42.txt"


def told(one: Suggestion) -> dict[str, object]:
    """A suggestion in the form of `Truth`."""
    fields, sent = one.fields, one.participants
    places = []
    for item in filter(None, fields.get("place", "").split("|")):
        code, _, words = item.partition(": ")
        places.append((code, words))
    return {
        "number": fields["locator"].rpartition(" ")[2], "start": fields.get("start"), "end": fields.get("end"),
        "states": [p.state for p in sent], "uncertain": next((p.state for p in sent if p.certain == "no"), ""),
        "open": fields["roster"] == "open", "places": places, "title": fields["name_en"],
        "troops": fields.get("troops", ""), "qualifier": fields.get("qualifier", ""),
        "shares": {p.state: p.troops for p in sent if p.troops},
    }  # fmt: skip


def expected(truth: Truth, lang: str) -> dict[str, object]:
    from evidence.extraction.residues import NAMES

    places = [(code, words or NAMES[lang][code]) for code, words in truth.places]
    return {**vars(truth), "places": places}


@pytest.mark.parametrize("lang", ["en", "id", "ru"])
@pytest.mark.parametrize("seed", range(12))
def test_rows_made_at_random_are_read_as_they_were_made(lang: str, seed: int) -> None:
    text, truths = residue(seed, lang)
    found = exercises_from_text(text)
    assert [told(one) for one in found] == [expected(truth, lang) for truth in truths]
    assert {one.fields["locator"] for one in found} == {f"Table 3, row {truth.number}" for truth in truths}


def test_spans_show_the_words_that_fields_were_read_from() -> None:
    text, truths = residue(3, "en")
    for one, truth in zip(exercises_from_text(text), truths, strict=True):
        ((start, end),) = one.spans["name_en"]
        assert text[start:end] == truth.title
        for low, high in one.spans["start"]:
            assert truth.start[:4] in text[low:high]
        for sent in one.participants:
            assert sent.span is not None
            assert text[sent.span[0]].isupper()


def test_prose_with_dates_is_no_table() -> None:
    assert (
        exercises_from_text("On 5 May 2010 Russia and China met.\n\n1 10-11 Oktober 2002 lorem\n\nNo date place.\n")
        == []
    )


@pytest.fixture(scope="module")
def article(shared: Path) -> str:
    return (shared / ARTICLE).read_text(encoding="utf-8")


def rows_of(article: str, annotations: Path) -> tuple[str, list[str], str]:
    """The text before the rows of Table 1, the rows as they stand, the text after."""
    with (annotations / "table.csv").open(encoding="utf-8", newline="") as file:
        bounds = [(int(row["first_line"]), int(row["last_line"])) for row in csv.DictReader(file)]
    lines = article.split("\n")
    rows = ["\n".join(lines[first - 1 : last]) for first, last in bounds]
    return "\n".join(lines[: bounds[0][0] - 1]), rows, "\n".join(lines[bounds[-1][1] :])


@pytest.fixture(scope="module")
def parts(article: str) -> tuple[str, list[str], str]:
    return rows_of(article, Path(__file__).parents[2] / "annotations")


@pytest.mark.needs_shared
def test_the_article_has_its_21_rows(article: str) -> None:
    found = exercises_from_text(article)
    assert [one.fields["locator"] for one in found] == [f"Table 1, row {n}" for n in range(1, 22)]
    misprinted = found[18].fields
    assert (misprinted["start"], misprinted["end"]) == ("2014-08-24?", "2014-08-29?")
    assert misprinted["date_as_given"] == "1924-29 Agustus 2014"
    assert found[4].fields["start"] == "2006-08"
    assert [one.state for one in found[20].participants if one.certain == "no"] == ["UZB"]
    assert [one.fields["roster"] for one in found].count("open") == 2


@pytest.mark.needs_shared
@pytest.mark.parametrize("seed", range(5))
def test_rows_in_another_order_with_new_numbers_are_followed(parts: tuple[str, list[str], str], seed: int) -> None:
    before, rows, after = parts
    plain = {told(one)["title"]: told(one) for one in exercises_from_text("\n\n".join([before, *rows, after]))}
    order = random.Random(seed).sample(range(len(rows)), 15)
    moved = [re.sub(r"^\d+", str(number), rows[at], count=1) for number, at in enumerate(order, start=1)]
    found = [told(one) for one in exercises_from_text("\n\n".join([before, *moved, after]))]
    assert [one["number"] for one in found] == [str(number) for number in range(1, 16)]
    for one in found:
        assert one | {"number": ""} == plain[one["title"]] | {"number": ""}


CHANGES = [  # words of the article's table, what takes their place, field, what it must become, row
    ("6-12 Agustus \n2003", "28 Desember 2003 – 2 Januari \n2004", "start", "2003-12-28", 2),
    ("6-12 Agustus \n2003", "28 Desember 2003 – 2 Januari \n2004", "end", "2004-01-02", 2),
    ("30-31 Mei \n2007", "Mei \n2007", "start", "2007-05", 7),
    ("1924-29 \nAgustus 2014", "112-18 \nMaret 2011", "start", "2011-03-12?", 19),
    ("21-24 April \n2015", "24-21 April \n2015", "start", "2015-04?", 20),
    ("10,000 pasukan dilibatkan, 8,000 dari", "9.100 pasukan dilibatkan, 4.100 dari", "troops", "9100", 3),
    ("Jumlah personil sekitar 2,600", "Jumlah personil kurang dari 3.100", "troops", "3100", 11),
    ("Jumlah personil sekitar 2,600", "Jumlah personil kurang dari 3.100", "qualifier", "under", 11),
    ("Rusia dan ? Russia", "Rusia dan Kuba Russia", "states", ["RUS", "CUB"], 9),
    ("Uzbekistan? \n\nKyrgyzstan Centr", "Iran? \n\nPakistan Centr", "uncertain", "IRN", 21),
    ("Uzbekistan? \n\nKyrgyzstan Centr", "Iran? \n\nPakistan Centr", "places", [("PAK", "Pakistan")], 21),
    ("China: \nXinjiang", "Mongolia: \nSainshand", "places", [("KAZ", "Almaty Oblast"), ("MNG", "Sainshand")], 2),
    ("East Antiterror 2006", "Selatan Damai 2006", "title", "Selatan Damai 2006", 4),
    ("Rusia, China, \nKazakhstan, \nKyrgistan, Tajikistan", "Korea Utara, Uni Soviet, \nVietnam, \nIndia, Jerman Timur",
     "states",
     ["PRK", "SUN", "VNM", "IND", "GDR", "UZB"], 4),
    ("300 dari Tajikistan yang", "310 dari Tajikistan yang", "shares", {"TJK": 310, "CHN": 150}, 6),
]  # fmt: skip


@pytest.mark.needs_shared
@pytest.mark.parametrize(("words", "others", "field", "value", "row"), CHANGES)
def test_what_is_changed_in_the_article_changes_in_the_rows(
    article: str, words: str, others: str, field: str, value: object, row: int
) -> None:
    assert article.count(words) == 1
    before = [told(one) for one in exercises_from_text(article)]
    after = [told(one) for one in exercises_from_text(article.replace(words, others))]
    assert after[row - 1][field] == value
    assert after[: row - 1] + after[row:] == before[: row - 1] + before[row:]
