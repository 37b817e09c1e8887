"""The ledgers of observations made by hand that ship: SCO and CSTO, against their rules and their documents."""

import csv
import hashlib
import re
from pathlib import Path

import pytest

from timbang.inference.theoryfile import implications

ROOT = Path(__file__).parents[2]
CASES = ROOT / "src" / "timbang" / "cases"
ARTICLE = "000_10243b2ea409ef42.txt"
BOTH = ("sco", "csto")
CODERS = ("timbang-coder-1 (assistant)", "timbang-coder-2 (assistant)")
INTERESTS = ("self", "ally", "adversary", "none")  # case.yml of the CSTO case explains them
Row = dict[str, str]


def rows(case: str, name: str) -> list[Row]:
    with (CASES / case / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def references(case: str) -> set[str]:
    return set(re.findall(r"^@\w+\{([^,\s]+),", (CASES / case / "references.bib").read_text("utf-8"), re.M))


def files(shared: Path) -> dict[str, Path]:
    """SHA-256 -> file, of all documents at hand."""
    found = [shared / "documents" / ARTICLE, *(shared / "documents" / "kremlin").glob("*.txt")]
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in found}


def text_lines(path: Path) -> list[str]:
    """The lines that locators count: not empty, below the head, before the page's own footer."""
    body = path.read_text("utf-8").partition("LICENCE:")[2].split("\n")[1:]
    lines = [line for line in body if line.strip()]
    return lines[: lines.index("Publication status")] if "Publication status" in lines else lines


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@pytest.mark.parametrize("case", BOTH)
def test_every_row_says_who_speaks_and_with_what_interest(case: str) -> None:
    for row in rows(case, "evidence"):
        assert row["says"] and row["interest"] in INTERESTS, row["id"]
        assert row["origin"] and row["locator"] and row["coder"] in CODERS, row["id"]
        assert row["implication"] in implications(), row["id"]
        party = row["says"].split()[0].rstrip(",")
        if party == row["unit"]:
            assert row["interest"] == "self", row["id"]  # nobody is an ally or a stranger to itself


@pytest.mark.parametrize("case", BOTH)
def test_what_was_not_found_says_where_it_was_looked_for(case: str) -> None:
    for row in rows(case, "evidence"):
        assert bool(row["scope"]) == bool(row["detection"]) == (row["seen"] == "not_found"), row["id"]


def test_how_many_rows_there_are() -> None:
    sco, csto = rows("sco", "evidence"), rows("csto", "evidence")
    assert (len(sco), len(csto)) == (577, 82)
    assert len([row for row in sco if row["source"] == "akhli_sco"]) == 69
    assert len([row for row in sco if row["source"] == "ungdc" and row["seen"] != "not_found"]) == 139
    assert len([row for row in sco if row["seen"] == "not_found"]) == 40
    assert len(rows("sco", "documents")) == 51
    assert len(rows("csto", "documents")) == 45


def test_the_article_is_never_evidence_for_its_own_conclusions() -> None:
    """Each fact taken from it names another origin, and none is taken from its conclusion (pp. 81-82)."""
    known = references("sco")
    for row in rows("sco", "evidence"):
        if row["source"] == "akhli_sco":
            assert row["origin"] != "akhli_sco" and row["origin"] in known, row["id"]
            assert re.match(r"Table 1, row ([1-9]|1\d|2[01])$|pp?\. (71|75|76|80)", row["locator"]), row["id"]
            assert "akhli" not in row["says"].lower(), row["id"]
        assert row["origin"] != "akhli_sco", row["id"]


def test_rows_of_the_table_agree_with_the_exercises() -> None:
    years = {row["locator"]: row["start"][:4] for row in rows("sco", "exercises") if row["source"] == "akhli_sco"}
    found = [row for row in rows("sco", "evidence") if row["locator"].startswith("Table 1")]
    assert len(found) == 63
    assert all(years[row["locator"]] == row["year"] for row in found)


def test_uzbekistan_stays_away_in_three_rows_of_the_table() -> None:
    """Withdrew in 2010 (row 13), chose not to take part in 2012 (row 16), absent in 2014 (row 19)."""
    away = {
        (row["year"], row["locator"])
        for row in rows("sco", "evidence")
        if (row["implication"], row["source"]) == ("keeps-distance", "akhli_sco")
    }
    assert away == {("2010", "Table 1, row 13"), ("2012", "Table 1, row 16"), ("2014", "Table 1, row 19")}


def test_what_the_declaration_of_2001_denies() -> None:
    """kremlin_41570, para. 4: no other country or region is targeted."""
    (row,) = (r for r in rows("sco", "evidence") if r["source"] == "kremlin_41570" and r["seen"] == "denied")
    assert (row["implication"], row["unit"], row["locator"]) == ("says-state-threat", "SCO", "para. 4")


def test_what_is_denied_in_the_csto_case() -> None:
    denied = {
        (r["implication"], r["unit"], r["target"], r["year"]) for r in rows("csto", "evidence") if r["seen"] == "denied"
    }
    assert denied == {
        ("says-state-threat", "RUS", "USA", "2003"),  # Manas, twice
        ("gives-military-assistance", "CSTO", "KGZ", "2010"),  # forces only against an attack from outside
        ("gives-military-assistance", "RUS", "KGZ", "2010"),  # no peacekeepers
        ("says-state-threat", "CSTO", "NATO", "2017"),  # made against other dangers
    }


@pytest.mark.parametrize("case", BOTH)
def test_documents_are_absent_and_kremlin_pages_free_to_use(case: str) -> None:
    for row in rows(case, "documents"):
        assert row["path"] == ""
        assert row["licence"] == ("CC BY 4.0" if row["source"].startswith("kremlin_") else "")
        assert row["source"] in references(case)


@pytest.mark.needs_shared
@pytest.mark.parametrize("case", BOTH)
def test_every_document_is_the_file_at_hand(case: str, shared: Path) -> None:
    at_hand = files(shared)
    for row in rows(case, "documents"):
        number = row["source"].removeprefix("kremlin_")
        expected = ARTICLE if row["source"] == "akhli_sco" else f"_{number}.txt"
        assert at_hand[row["sha256"]].name.endswith(expected), row["source"]


@pytest.mark.needs_shared
@pytest.mark.parametrize("case", BOTH)
def test_locators_stay_within_the_page(case: str, shared: Path) -> None:
    page = {row["source"]: files(shared)[row["sha256"]] for row in rows(case, "documents")}
    checked = 0
    for row in rows(case, "evidence"):
        if row["source"] in page and re.match(r"(lines?|paras?\.) \d", row["locator"]):
            last = max(int(number) for number in re.findall(r"\d+", row["locator"]))
            assert last <= len(text_lines(page[row["source"]])), row["id"]
            checked += 1
    assert checked > 20


@pytest.mark.needs_shared
@pytest.mark.parametrize("case", BOTH)
def test_paraphrases_copy_no_eight_words_of_their_page(case: str, shared: Path) -> None:
    page = {row["source"]: files(shared)[row["sha256"]] for row in rows(case, "documents")}
    for row in rows(case, "evidence"):
        if row["source"] in page:
            text = " ".join(words(page[row["source"]].read_text("utf-8")))
            said = words(row["paraphrase"])
            for at in range(len(said) - 7):
                assert " ".join(said[at : at + 8]) not in text, row["id"]


@pytest.mark.parametrize("case", BOTH)
def test_evidence_and_its_origins_are_said_in_indonesian_too(case: str) -> None:
    said, names = rows(case, "evidence"), rows(case, "origins")
    assert [row["id"] for row in said if row["paraphrase_id"] in ("", row["paraphrase"])] == []
    assert {one["origin"] for one in names} == {row["origin"] or row["source"] for row in said}
    assert all(one["name_en"] and one["name_id"] for one in names)
