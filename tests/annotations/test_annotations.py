"""The annotations keep their promises: spans point at their quotes, splits follow their rules, codes are declared."""

import csv
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timbang.edtf import parse
from timbang.state_table import all_states

HERE = Path(__file__).parent
STATES = {state.code for state in all_states()}
QUALIFIERS = {"", None, "exact", "about", "over", "under", "announced"}
BASES = {"stated", "year-from-name", "year-from-context", "relative", "season"}


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes() -> set[str]:
    return {row["code"] for row in table("codes.csv")}


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def spans(item: object) -> Iterator[dict[str, Any]]:
    """Every annotated span below an item: a mapping with start, end and quote."""
    if isinstance(item, dict):
        if item.get("quote") is not None:
            yield item
        for value in item.values():
            yield from spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from spans(value)


def held(names: list[str], seed: int, count: int) -> set[str]:
    return set(random.Random(seed).sample(sorted(names), count))


def check_record(record: dict[str, Any]) -> None:
    for side in ("start", "end"):
        if record[side] is not None:
            parse(record[side]["value"])  # ValueError if it is no date
    for part in record["participants"] + record["places"] + record["troops_by_state"]:
        assert part["state"] is None or part["state"] in STATES, part
    amounts = [record["troops"], *record["troops_by_state"]]
    for amount in filter(None, amounts):
        assert amount["value"] > 0 and amount["qualifier"] in QUALIFIERS, amount


def check_sentence(sentence: dict[str, Any]) -> None:
    """A test sentence says that it is one, and its spans point at their quotes."""
    assert sentence["test_sentence"] is True
    for span in spans(sentence["records"]):
        assert sentence["text"][span["start"] : span["end"]] == span["quote"], (sentence["id"], span)
    for record in sentence["records"]:
        check_record(record)


def test_table_has_21_rows_whose_participants_agree() -> None:
    rows, parts = table("table.csv"), table("table_participants.csv")
    assert [int(row["row"]) for row in rows] == list(range(1, 22))
    for row in rows:
        mine = [part["state"] for part in parts if part["row"] == row["row"]]
        assert mine == row["participants"].split("|") and set(mine) <= STATES
        assert row["roster"] == ("open" if row["row"] in ("9", "10") else "complete")
        assert parse(row["start"]).first <= parse(row["end"]).last and row["qualifier"] in QUALIFIERS
    assert [(p["row"], p["state"]) for p in parts if p["certain"] == "no"] == [("21", "UZB")]
    assert [row["row"] for row in rows if row["date_as_given"]] == ["19"]


@pytest.mark.needs_shared
def test_table_rows_stand_where_they_are_said_to_stand(shared: Path) -> None:
    text = (shared / "documents/000_10243b2ea409ef42.txt").read_text(encoding="utf-8").split("\n")
    for row in table("table.csv"):
        own = text[int(row["first_line"]) - 1 : int(row["last_line"])]
        assert re.match(rf"{row['row']}\b|{row['row']} ", own[0]), row["row"]
        words = " ".join(" ".join(own).split())
        assert row["title"] in words
        numbers = [row["troops"]] + [p["troops"] for p in table("table_participants.csv") if p["row"] == row["row"]]
        for number in filter(None, numbers):
            assert f"{int(number):,}" in words, (row["row"], number)
        for place in filter(None, row["places"].split("|")):
            assert place.partition(": ")[2] in words, (row["row"], place)


@pytest.mark.needs_shared
def test_spans_on_kremlin_pages_give_their_quotes(shared: Path) -> None:
    checked = 0
    for page in lines("kremlin.jsonl"):
        text = (shared / "documents/kremlin" / page["file"]).read_text(encoding="utf-8")
        for span in spans(page["mentions"]):
            assert text[span["start"] : span["end"]] == span["quote"], (page["file"], span)
            assert len(span["quote"].split()) <= 13, span
            checked += 1
    assert checked > 60


@pytest.mark.needs_shared
def test_kremlin_pages_are_the_ones_the_rule_picks(shared: Path) -> None:
    with (shared / "documents/kremlin/INDEX.csv").open(encoding="utf-8", newline="") as file:
        counts = {row["file"]: int(row["n_exercise"]) for row in csv.DictReader(file)}
    picked = random.Random(2026).sample(sorted(f for f, n in counts.items() if n == 0), 40)
    pages = lines("kremlin.jsonl")
    assert {page["file"] for page in pages} == {f for f, n in counts.items() if n > 0} | set(picked)


def test_kremlin_records_are_well_formed_and_split_by_the_rule() -> None:
    pages = lines("kremlin.jsonl")
    some = [page["file"] for page in pages if page["n_exercise"]]
    none = [page["file"] for page in pages if not page["n_exercise"]]
    assert (len(some), len(none)) == (12, 40)
    aside = held(some, 2027, 6) | held(none, 2027, 20)
    for page in pages:
        assert page["split"] == ("held" if page["file"] in aside else "dev"), page["file"]
        for mention in page["mentions"]:
            assert mention["kind"] in {"record", "national", "generic"}
            check_record(mention)


def test_sentences_carry_their_spans_and_are_split_by_the_rule() -> None:
    sentences = lines("prose.jsonl")
    for language, least in {"en": 8, "id": 12, "ru": 12, "zh": 12}.items():
        ids = [s["id"] for s in sentences if s["lang"] == language]
        assert len(ids) >= least
        aside = held(ids, 2029, len(ids) // 2)
        for sentence in (s for s in sentences if s["lang"] == language):
            assert sentence["split"] == ("held" if sentence["id"] in aside else "dev")
    for sentence in sentences:
        check_sentence(sentence)


def test_second_held_set_carries_its_spans_and_is_all_held() -> None:
    sentences, first = lines("prose2.jsonl"), lines("prose.jsonl")
    counts = Counter(sentence["lang"] for sentence in sentences)
    assert counts == {"en": 20, "id": 8, "ru": 6, "zh": 6}
    assert len({s["id"] for s in sentences + first}) == len(sentences) + len(first)
    assert {sentence["split"] for sentence in sentences} == {"held"}
    for sentence in sentences:
        check_sentence(sentence)
        for record in sentence["records"]:
            assert record["kind"] in {"record", "national", "generic"}
            assert bool(record["participants"]) == (record["roster"] is not None), sentence["id"]
            for side in filter(None, (record["start"], record["end"])):
                assert side["basis"] in BASES, (sentence["id"], side)


def test_codings_use_declared_codes_and_are_split_by_the_rule() -> None:
    passages = lines("coding.jsonl")
    aside: set[str] = set()
    for origin, total, dev in (("kremlin", 60, 20), ("own", 40, 13)):
        ids = [p["id"] for p in passages if p["origin"] == origin]
        assert len(set(ids)) == total
        aside |= set(ids) - held(ids, 2028, dev)
    for passage in passages:
        assert passage["split"] == ("held" if passage["id"] in aside else "dev")
        assert {code["code"] for code in passage["codes"]} <= codes(), passage["id"]
    assert {code["code"] for passage in passages for code in passage["codes"]} == codes()


@pytest.mark.needs_shared
def test_coded_passages_are_where_they_are_said_to_be(shared: Path) -> None:
    for passage in lines("coding.jsonl"):
        text = passage["text"]
        if passage["origin"] == "kremlin":
            text = (shared / "documents/kremlin" / passage["file"]).read_text(encoding="utf-8")
        own = text[passage["start"] : passage["end"]]
        assert hashlib.sha256(own.encode()).hexdigest() == passage["sha256"], passage["id"]
        if passage["origin"] == "kremlin":
            assert " ".join(own.split()[:4]) == passage["head"]
            assert " ".join(own.split()[-4:]) == passage["tail"]
