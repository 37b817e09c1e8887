"""CSL-JSON to references."""

import json
from typing import Any

import pytest

from timbang.reading.bibliography.csl_json import read_csl_json

ARTICLE: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/ABC",
    "citation-key": "dehaas2016",
    "type": "article-journal",
    "title": "War Games of the <i>SCO</i>",
    "author": [
        {"family": "Haas", "non-dropping-particle": "de", "given": "Marcel"},
        {"literal": "State Council and Office"},
        {"family": "Doe", "suffix": "Jr.", "given": "Jane"},
    ],
    "container-title": "The Journal of Slavic Military Studies",
    "issued": {"date-parts": [["2016", 7, 2]]},
    "accessed": {"date-parts": [[2026, 11, 23]]},
    "page": "378-406",
    "volume": 29,
    "DOI": "10.1080/13518046.2016.1200383",
    "custom": {"a": 1},
}


def test_an_article() -> None:
    found, problems = read_csl_json(json.dumps([ARTICLE]))
    assert problems == []
    assert found["dehaas2016"].kind == "article"
    assert found["dehaas2016"].fields == {
        "title": "War Games of the SCO",
        "author": "de Haas, Marcel and {State Council and Office} and Doe, Jr., Jane",
        "journal": "The Journal of Slavic Military Studies",
        "year": "2016",
        "date": "2016-07-02",
        "urldate": "2026-11-23",
        "pages": "378–406",
        "volume": "29",
        "doi": "10.1080/13518046.2016.1200383",
        "csl_custom": '{"a": 1}',
    }
    assert found["dehaas2016"].authors == ("de Haas, Marcel", "State Council and Office", "Doe, Jr., Jane")


def test_one_item_without_a_list_and_keys_where_the_id_is_none() -> None:
    item = {
        "type": "chapter",
        "title": "One",
        "container-title": "Book",
        "issued": {"raw": "2001"},
        "author": [{"family": "Łoś"}],
    }
    found, problems = read_csl_json(json.dumps(item))
    assert problems == []
    assert found["os2001"].fields["booktitle"] == "Book"
    assert found["os2001"].kind == "incollection"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("3", "no list of items"),
        ('{"a": 1}', "no list of items"),
        ("[" * 100_000, "cannot be read"),
        ("[1]", "this is int, no item"),
        ('[{"type": "book"}]', "neither title nor author"),
        ('[{"title": "x", "author": "Doe"}]', "author cannot be read"),
        ('[{"title": "x", "issued": {"date-parts": 3}}]', "issued cannot be read"),
        ('[{"title": "x", "issued": {"date-parts": [["spring"]]}}]', "issued cannot be read"),
    ],
)
def test_what_is_wrong_is_told(text: str, said: str) -> None:
    _, problems = read_csl_json(text, "x.json")
    assert [(said in p.what, p.file) for p in problems] == [(True, "x.json")]


def test_an_item_that_is_wrong_does_not_take_the_others_along() -> None:
    found, problems = read_csl_json(json.dumps([1, ARTICLE, dict(ARTICLE, author=None)]))
    assert list(found) == ["dehaas2016", "dehaas2016-2"]
    assert [p.column for p in problems] == ["item 1", "item 3"]
