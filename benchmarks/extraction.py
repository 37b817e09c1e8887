"""Precision and recall of extraction, field by field, against the annotations made by hand before it was written.

Run as `python benchmarks/extraction.py [--held] [--second] [--errors]`. Without --held only what was looked at in
writing the extractor is shown; --second shows the second held set of test sentences instead, which is for one run.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timbang.evidence.extraction import exercises_from_text, exercises_in_prose
from timbang.evidence.extraction.notes import status
from timbang.model.suggestions import Suggestion
from timbang.states import by_code, find

ROOT = Path(__file__).parents[1]
ANNOTATIONS = ROOT / "tests/annotations"
DOCUMENTS = ROOT.parent / "shared/documents"
Facts = dict[str, set[Any]]


class Tally:
    """Right, wrong and missing values per field, with the errors in words."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, where: str, found: Facts, truth: Facts, allowed: Facts | None = None) -> None:
        """Compare sets of values field by field; what is allowed counts neither way."""
        for field in sorted(found.keys() | truth.keys()):
            have, want = found.get(field, set()), truth.get(field, set())
            spare = (allowed or {}).get(field, set())
            self.right[field] += len(have & want)
            self.wrong[field] += len(have - want - spare)
            self.missing[field] += len(want - have - spare)
            if have - want - spare or want - have - spare:
                self.errors.append(f"{where} {field}: found {sorted(map(str, have - want - spare))}, "
                                   f"missed {sorted(map(str, want - have - spare))}")  # fmt: skip

    def lines(self) -> Iterator[str]:
        fields = sorted(self.right.keys() | self.wrong.keys() | self.missing.keys())
        for field in [*fields, "all"]:
            r, w, m = (sum(c.values()) if field == "all" else c[field] for c in (self.right, self.wrong, self.missing))
            precision, recall = (f"{r / n:.3f}" if n else "-" for n in (r + w, r + m))
            yield f"| {self.name} | {field} | {r} | {w} | {m} | {precision} | {recall} |"


def words(text: str) -> frozenset[str]:
    return frozenset("".join(s if s.isalnum() else " " for s in text.casefold()).split())


def place(state: str, written: str) -> tuple[str, frozenset[str]]:
    """A place to compare: its state and the set of its words; the state's own name is no word of the place."""
    named = find(written.strip())
    return (state, frozenset()) if named and named.code == state else (state, words(written))


def places(cell: str) -> set[tuple[str, frozenset[str]]]:
    """Places of a cell, those of one state taken together."""
    together: dict[str, list[str]] = {}
    for item in filter(None, cell.split("|")):
        code, colon, rest = item.partition(":")
        state = code if by_code(code) else ""
        together.setdefault(state, []).append((rest if colon else "") if state else item)
    return {place(state, " ".join(each)) for state, each in together.items()}


def table_facts(one: Suggestion) -> Facts:
    fields = one.fields
    sent = one.participants
    return {
        "row": {fields["locator"].rpartition(" ")[2]},
        "start": set(filter(None, [fields.get("start")])),
        "end": set(filter(None, [fields.get("end")])),
        "date_as_given": set(filter(None, [fields.get("date_as_given")])),
        "participants": {(p.state, p.role, p.certain) for p in sent},
        "roster": set(filter(None, [fields.get("roster")])),
        "place": places(fields.get("place", "")),
        "title": {fields["name_en"]} if "name_en" in fields else set(),
        "troops": {(fields["troops"], fields.get("qualifier", ""))} if "troops" in fields else set(),
        "troops_by_state": {(p.state, str(p.troops), p.qualifier) for p in sent if p.troops},
    }


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((ANNOTATIONS / name).read_text(encoding="utf-8").splitlines()))


def table() -> Tally:
    tally = Tally("Table 1 of the article")
    text = (DOCUMENTS / "000_10243b2ea409ef42.txt").read_text(encoding="utf-8")
    found = {one.fields["locator"].rpartition(" ")[2]: table_facts(one) for one in exercises_from_text(text)}
    sent = rows("table_participants.csv")
    for row in rows("table.csv"):
        parts = [part for part in sent if part["row"] == row["row"]]
        spare = {(p["state"], p["troops"], p["qualifier"]) for p in parts if p["ambiguous"]}
        truth: Facts = {
            "row": {row["row"]}, "start": {row["start"]}, "end": {row["end"]}, "title": {row["title"]},
            "date_as_given": set(filter(None, [row["date_as_given"]])), "roster": {row["roster"]},
            "participants": {(p["state"], p["role"], p["certain"]) for p in parts}, "place": places(row["places"]),
            "troops": {(row["troops"], row["qualifier"])} if row["troops"] else set(),
            "troops_by_state": {(p["state"], p["troops"], p["qualifier"]) for p in parts if p["troops"]} - spare,
        }  # fmt: skip
        tally.add(f"row {row['row']}", found.pop(row["row"], {}), truth, {"troops_by_state": spare})
    for number, facts in found.items():
        tally.add(f"row {number}", facts, {})
    return tally


def prose_facts(one: Suggestion) -> Facts:
    fields, sent = one.fields, one.participants
    return {
        "record": {"yes"},
        "name": {fields["name_en"]} if "name_en" in fields else set(),
        "start": set(filter(None, [fields.get("start")])),
        "end": set(filter(None, [fields.get("end")])),
        "participants": {(p.state, p.role, p.certain) for p in sent},
        "roster": set(filter(None, [fields.get("roster")])),
        "place": places(fields.get("place", "")),
        "troops": {(fields["troops"], fields.get("qualifier", ""))} if "troops" in fields else set(),
        "troops_by_state": {(p.state, str(p.troops), p.qualifier) for p in sent if p.troops},
        "status": {status(dict(fields))},
    }


def truth_of(record: dict[str, Any]) -> tuple[Facts, Facts]:
    """What must be found of an annotated record, and what may be."""
    troops = [record["troops"]] if record["troops"] else []
    written = "|".join(f"{p['state']}: {p['place'] or ''}" if p["state"] else p["place"] for p in record["places"])
    facts: Facts = {
        "record": {"yes"}, "name": {record["name"]["value"]} if record["name"] else set(),
        "participants": {(p["state"], p["role"], p.get("certain", "yes")) for p in record["participants"]},
        "roster": set(filter(None, [record.get("roster")])), "place": places(written),
        "troops": {(str(t["value"]), t["qualifier"] or "") for t in troops},
        "troops_by_state": {(t["state"], str(t["value"]), t["qualifier"] or "") for t in record["troops_by_state"]},
        "status": {record["status"]},
    }  # fmt: skip
    spare: Facts = {"participants": set(), "roster": {"complete"} if "roster" not in record else set()}
    for side in ("start", "end"):
        date = record[side]
        stated = date and date["basis"] == "stated"
        facts[side] = {date["value"]} if stated else set()
        spare[side] = {date["value"]} if date and not stated else set()
    sent = record["participants"]
    implied = {(p["state"], p["role"], p.get("certain", "yes")) for p in sent if p["basis"] == "implied"}
    facts["participants"] -= implied
    spare["participants"] = implied
    return facts, spare


def compare(tally: Tally, where: str, found: list[Suggestion], records: list[dict[str, Any]]) -> None:
    """Each record with the suggestion that overlaps it; what overlaps none is wrong in all its fields."""
    rest = list(found)
    for record in records:
        facts, spare = truth_of(record)
        low, high = record["span"]["start"], record["span"]["end"]
        mine = next((one for one in rest if any(a < high and low < b for a, b in one.spans["exercise"])), None)
        if mine:
            rest.remove(mine)
        tally.add(where, prose_facts(mine) if mine else {}, facts, spare)
    for one in rest:
        tally.add(where, prose_facts(one), {})


def prose(language: str, split: str, name: str = "prose.jsonl") -> Tally:
    tally = Tally(f"{name.removesuffix('.jsonl')} {language}, {split}")
    for line in (ANNOTATIONS / name).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["lang"] == language and item["split"] == split:
            records = [r for r in item["records"] if r["kind"] == "record"]
            compare(tally, item["id"], exercises_in_prose(item["text"], language), records)
    return tally


def kremlin(split: str) -> Tally:
    tally = Tally(f"Kremlin pages, {split}")
    for line in (ANNOTATIONS / "kremlin.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["split"] == split:
            text = (DOCUMENTS / "kremlin" / item["file"]).read_text(encoding="utf-8")
            records = [m for m in item["mentions"] if m["kind"] == "record" and m["same_as"] is None]
            compare(tally, item["file"], exercises_in_prose(text, "en"), records)
    return tally


def main() -> None:
    languages = ("en", "id", "ru", "zh")
    splits = ("dev", "held") if "--held" in sys.argv else ("dev",)
    if "--second" in sys.argv:
        tallies = [prose(language, "held", "prose2.jsonl") for language in languages]
    else:
        tallies = [table(), *(kremlin(split) for split in splits)]
        tallies += [prose(language, split) for split in splits for language in languages]
    print("| set | field | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|---|")
    for tally in tallies:
        print("\n".join(tally.lines()))
    if "--errors" in sys.argv:
        for tally in tallies:
            print(f"\n{tally.name}", *tally.errors, sep="\n  ")


if __name__ == "__main__":
    main()
