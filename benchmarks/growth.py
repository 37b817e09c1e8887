"""How the time of a run grows with the exercises: made-up cases the size of NATO's, 1x, 10x and 100x.

Run `.venv/bin/python benchmarks/growth.py [1 10 100]`. The cases are drawn with a fixed seed and say
nothing of the world; their shape (31 years, 19 members, two to a dozen states an exercise) is NATO's in MME.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from _timing import cost, machine, timbang

from timbang.model import Exercise, Participant
from timbang.tables import contract

AT_ONE = 600  # exercises in a case of size 1
FIRST, LAST = 1980, 2010
SERIES = [f"series-{n}" for n in range(40)]
OUTSIDERS = ["SWE", "FIN", "UKR", "GEO", "AUT", "CHE", "JOR", "MAR", "AUS", "JPN"]
CASE = f"""format: 1
title: {{en: A made-up case, id: Kasus buatan}}
organization: NATO
period: {{from: {FIRST}, to: {LAST}}}
complete: {{others: {{from: {FIRST}, to: {LAST}}}}}
"""
BIBTEX = "@misc{made_up,\n  author = {Nobody},\n  title = {Made-up rows},\n  year = {2026}\n}\n"


def rows(number: int, members: list[str]) -> Iterator[tuple[dict[str, str], list[dict[str, str]]]]:
    """Exercises with their participants, from a fixed seed."""
    draw = random.Random(20260101)
    for n in range(number):
        day = date(FIRST, 1, 1) + timedelta(days=draw.randrange((LAST - FIRST + 1) * 365))
        states = draw.sample(members, draw.randint(2, 9)) + draw.sample(OUTSIDERS, draw.choice((0, 0, 1, 3)))
        common = {"source": "made_up", "locator": f"row {n}"}
        exercise = {
            "id": f"exercise-{n}", "name_en": f"Exercise {n}", "name_id": f"Latihan {n}", "series": draw.choice(SERIES),
            "start": day.isoformat(), "end": (day + timedelta(days=draw.randrange(20))).isoformat(), "hosts": states[0],
            "purpose_stated": draw.choice(("interoperability", "peacekeeping", "humanitarian", "")),
            "troops": str(draw.randrange(100, 20000)) if draw.random() < 0.3 else "", "roster": "complete",
        }  # fmt: skip
        taking_part = {"exercise": f"exercise-{n}", "role": "participant", "certain": "yes"}
        yield exercise | common, [taking_part | common | {"state": state} for state in states]


def make(folder: Path, number: int) -> None:
    """Write a case of so many exercises, beginning from NATO's memberships as they ship."""
    cost(timbang("new", folder.name, "--members", "nato", "--dir", str(folder.parent)), folder.parent)
    with (folder / "memberships.csv").open(encoding="utf-8", newline="") as lines:
        spells = [row for row in csv.DictReader(lines) if row["role"] == "member" and not row["end"]]
    members = sorted({row["state"] for row in spells if row["start"] < str(FIRST)})
    (folder / "case.yml").write_text(CASE, encoding="utf-8")
    with (folder / "references.bib").open("a", encoding="utf-8", newline="\n") as out:
        out.write(BIBTEX)
    pairs = list(rows(number, members))
    write(folder, Exercise, [exercise for exercise, _ in pairs])
    write(folder, Participant, [part for _, parts in pairs for part in parts])


def write(folder: Path, record: type[Exercise] | type[Participant], cells: list[dict[str, str]]) -> None:
    """One file of the case."""
    with (folder / record.FILE).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, contract(record).headers, lineterminator="\n")
        writer.writeheader()
        writer.writerows(cells)


def main(sizes: list[int]) -> None:
    print(machine())
    print(f"{'exercises':>10} {'check, s':>9} {'run, s':>9} {'ms an exercise':>15} {'peak, MiB':>10}")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name) / f"made-up-{size}"
            make(folder, AT_ONE * size)
            checked = cost(timbang("check", f"./{folder.name}"), folder.parent)
            ran = cost(timbang("run", f"./{folder.name}"), folder.parent)
            each = 1000 * ran.seconds / (AT_ONE * size)
            told = f"{AT_ONE * size:>10} {checked.seconds:>9.1f} {ran.seconds:>9.1f} {each:>15.2f}"
            print(f"{told} {ran.mebibytes:>10.0f}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10, 100])
