"""A suggestion as rows of exercises.csv and participants.csv, with its document's source; edits are read as cells."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import count
from typing import TypeVar

from timbang.errors import TimbangError, misuse
from timbang.model import Exercise, Participant, Record
from timbang.reading.rows import read_rows
from timbang.reviewing.offers import Offer
from timbang.reviewing.suggested import GIVEN, cells
from timbang.tables import contracts

EDITABLE = ("exercise", *GIVEN, "participants", "troops_by_state")
UNNAMED = {"name_en": "Unnamed exercise ({})", "name_id": "Latihan tanpa nama ({})"}
R = TypeVar("R", bound=Record)
_PART = re.compile(r"(?P<state>[^?()]+?)\s*(?P<doubt>\?)?\s*(?:\((?P<role>[^()]*)\))?")


def entry(offer: Offer, edits: Mapping[str, str], taken: Collection[str]) -> tuple[Exercise, tuple[Participant, ...]]:
    """The rows that enter. TimbangError for what a cell cannot hold; `taken` are the ids that exercises have.

    The exercise is the one that the suggestion matches, else a new one; `edits` may name another.
    """
    said = {**cells(offer.match.suggestion), "locator": offer.locator, **edits}
    source = {"source": offer.document.source, "locator": said["locator"]}
    for column, words in UNNAMED.items():
        said[column] = said[column] or words.format(said["locator"])
    id = edits.get("exercise") or offer.match.exercise or new_id(said, taken)
    parts = _participants(said, {"exercise": id, **source})
    hosts = dict.fromkeys(re.findall(r"(?:^|\|)\s*([A-Z]{3}):", said["place"]))
    roster = said["roster"] if parts else ""
    [exercise] = _read(Exercise, [{**said, **source, "id": id, "hosts": "|".join(hosts), "roster": roster}])
    return exercise, tuple(_read(Participant, parts))


def new_id(said: Mapping[str, str], taken: Collection[str]) -> str:
    """A short name for a new exercise: its name with the year, or when and who; a number after one that is taken."""
    year = said["start"][:4]
    named = not said["name_en"].startswith(UNNAMED["name_en"].partition(" (")[0])
    plain = _slug(said["name_en"]) if named else ""
    if plain and year.isdigit() and not re.search(r"(?:19|20)\d\d", plain):
        plain = f"{plain}-{year}"
    known = plain or _slug(" ".join(("exercise", said["start"][:7], said["participants"]))) or "exercise"
    tries = (known if number == 1 else f"{known}-{number}" for number in count(1))
    return next(one for one in tries if one not in taken)


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")


def _participants(said: Mapping[str, str], common: Mapping[str, str]) -> list[dict[str, str]]:
    """`CHN|UZB?|MNG (observer)` and `CHN=about 150` as cells."""
    shares = dict(one.partition("=")[::2] for one in said["troops_by_state"].split("|") if one)
    found = []
    for one in filter(None, (part.strip() for part in said["participants"].split("|"))):
        read = _PART.fullmatch(one)
        if read is None:
            raise misuse("this is no participant", value=one, expected="CHN, UZB? or MNG (observer)")
        hedge, _, number = shares.pop(read["state"], "").rpartition(" ")
        found.append({**common, "state": read["state"], "role": read["role"] or "participant",
                      "certain": "no" if read["doubt"] else "yes", "troops": number, "qualifier": hedge})  # fmt: skip
    if shares:
        raise misuse("troops of a state that is no participant", value=", ".join(shares))
    return found


def _read(record: type[R], rows: list[dict[str, str]]) -> list[R]:
    """Cells as records, read as a file of the case would be."""
    made, text = contracts()[record.FILE], io.StringIO()
    table = csv.DictWriter(text, made.headers, extrasaction="ignore", lineterminator="\n", restval="")
    table.writeheader()
    table.writerows(rows)
    reading = read_rows(made, text.getvalue())
    if problems := [problem for problem in reading.problems if problem.level == "problem"]:
        raise TimbangError(replace(problem, file="", line=0) for problem in problems)
    return list(reading.rows)
