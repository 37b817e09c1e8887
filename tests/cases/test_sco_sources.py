"""The ledger of the SCO: each row's source was opened, speeches are cited by line, and the coding rules are kept.

docs/sco-evidence.md states the rules.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from timbang.inference.theoryfile import implications

CASE = Path(__file__).parents[2] / "src" / "timbang" / "cases" / "sco"
DATA_SETS = {"atop51", "sipri-milex"}
READ_OTHERWISE = {
    "akhli_sco",
    "ungdc",
    "sco_charter",
    "chinadaily2007",
}  # the article, the corpus, and two opened pages
UNITS = {"SCO", "CHN", "RUS", "KAZ", "KGZ", "TJK", "UZB", "IND", "PAK"}
Row = dict[str, str]


def rows() -> list[Row]:
    with (CASE / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes() -> dict[str, str]:
    """Key -> entry of references.bib."""
    text = (CASE / "references.bib").read_text("utf-8")
    return {match[1]: match[0] for match in re.finditer(r"^@\w+\{([^,\s]+),.*?^\}", text, re.M | re.S)}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def speech(shared: Path, locator: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines of a speech that are not empty, and the spans that a locator names in it."""
    name, _, where = locator.partition(", ")
    text = (shared / "documents" / "ungdc" / f"{name}.txt").read_text("utf-8-sig")
    spans = [(int(a), int(b or a)) for a, b in re.findall(r"(\d+)(?:-(\d+))?", where)]
    return [line for line in text.split("\n") if line.strip()], spans


def spoken() -> list[Row]:
    return [row for row in rows() if row["source"] == "ungdc" and row["seen"] != "not_found"]


def test_every_source_was_opened() -> None:
    known = notes()
    for row in rows():
        source = row["source"]
        opened = "Stored copy opened" in known[source] or "Stored copy" in known[source]
        assert opened or source.startswith("kremlin_") or source in DATA_SETS | READ_OTHERWISE, row["id"]


def test_what_needs_no_target_has_none() -> None:
    """A target on it would hide it from questions about another; towards an order: global or regional."""
    for row in rows():
        if not implications()[row["implication"]].targeted:
            assert row["target"] == "", row["id"]
        if row["implication"] in {"says-revise-order", "says-satisfied-with-order", "pays-to-keep-order"}:
            assert row["target"] in {"global", "regional"}, row["id"]
        assert row["unit"] in UNITS, row["id"]


def test_what_a_measure_tells_is_not_coded_again_from_the_same_speeches() -> None:
    assert not [row["id"] for row in spoken() if row["implication"] == "says-common-nonstate-threat"]


def test_no_motive_is_taken_from_a_scholar_who_reads_it() -> None:
    """De Haas and others attest what was done and said; what a state thinks, nobody attests."""
    for row in rows():
        if row["says"].startswith("scholar"):
            assert row["implication"].startswith(("trains-", "keeps-distance", "lets-others", "supports-", "builds-",
                                                  "receives-", "gives-", "says-")), row["id"]  # fmt: skip
            assert row["origin"] != "aris2011", row["id"]


def test_one_act_is_told_once_by_one_origin() -> None:
    """Same origin, implication, unit, target, year and reading: one row, unless the documents differ."""
    seen = defaultdict(list)
    for row in rows():
        key = tuple(row[name] for name in ("origin", "implication", "unit", "target", "year", "seen"))
        seen[key].append((row["source"], row["locator"]))
    for key, places in seen.items():
        assert len(places) == len(set(places)), key


def test_both_readings_are_there() -> None:
    """What would contradict the article is looked for as well: denials, and what was not found."""
    found = {seen: sum(row["seen"] == seen for row in rows()) for seen in ("affirmed", "denied", "not_found")}
    assert found["denied"] > 60 and found["not_found"] == 40
    assert all(0 < float(row["detection"]) <= 0.6 for row in rows() if row["seen"] == "not_found")


@pytest.mark.needs_shared
def test_lines_of_speeches_exist(shared: Path) -> None:
    for row in spoken():
        lines, spans = speech(shared, row["locator"])
        assert spans and all(1 <= first <= last <= len(lines) for first, last in spans), row["id"]
        assert row["locator"].startswith(row["says"][:3]) or row["says"].startswith("RUS president"), row["id"]
        assert row["locator"].split(",")[0].endswith(row["year"]), row["id"]


def text_at_hand(shared: Path, row: Row) -> str:
    """The document behind a row where /work/shared has it, else empty."""
    if row["seen"] == "not_found":
        return ""
    if row["source"] == "ungdc":
        return "\n".join(speech(shared, row["locator"])[0])
    if row["source"].startswith("kremlin_"):
        (path,) = (shared / "documents" / "kremlin").glob(f"*_{row['source'].removeprefix('kremlin_')}.txt")
        return path.read_text("utf-8-sig")
    return ""


@pytest.mark.needs_shared
def test_lines_and_paragraphs_of_the_kremlins_pages_exist(shared: Path) -> None:
    """Counted after TITLE, DATE, URL and LICENCE, empty lines left out."""
    for row in rows():
        if row["source"].startswith("kremlin_") and re.match(r"(lines?|paras?\.) ", row["locator"]):
            lines = [line for line in text_at_hand(shared, row).split("\n") if line.strip()][4:]
            numbers = [int(number) for number in re.findall(r"\d+", row["locator"])]
            assert row["seen"] == "not_found" or 1 <= min(numbers) <= max(numbers) <= len(lines), row["id"]


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("kr-2013-nato", "NATO"),
        ("kr-2018-nato", "NATO"),
        ("kr-2016-coup", "coup"),
        ("kr-2017-kgz-contract", "contract"),
        ("kr-2019-kgz-leader", "leading role"),
        ("mir-2019-initiative", "initiative"),
        ("bishkek-2019-drugs", "Anti-Drug"),
    ],
)
def test_the_word_stands_where_the_ledger_says(shared: Path, row: str, word: str) -> None:
    (found,) = (each for each in rows() if each["id"] == row)
    lines = [line for line in text_at_hand(shared, found).split("\n") if line.strip()][4:]
    first, last = (int(number) for number in (re.findall(r"\d+", found["locator"]) * 2)[:2])
    assert word in "\n".join(lines[first - 1 : last])


@pytest.mark.needs_shared
def test_paraphrases_copy_no_eight_words_of_a_source(shared: Path) -> None:
    for row in rows():
        text = f" {' '.join(words(text_at_hand(shared, row)))} "
        said = words(row["paraphrase"])
        for at in range(len(said) - 7):
            assert f" {' '.join(said[at : at + 8])} " not in text, row["id"]


@pytest.mark.needs_shared
def test_what_was_not_found_in_speeches_is_not_in_them(shared: Path) -> None:
    """By hand, with grep: no speech of Kazakhstan, Kyrgyzstan, Tajikistan or Uzbekistan speaks of hegemony."""
    for path in (shared / "documents" / "ungdc").glob("*.txt"):
        state, _, year = path.stem.split("_")
        if state in {"KAZ", "KGZ", "TJK", "UZB"} and int(year) >= 2002:
            assert "hegemon" not in path.read_text("utf-8-sig").lower(), path.name
