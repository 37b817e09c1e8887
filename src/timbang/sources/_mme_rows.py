"""One row of MME as an exercise and its participants, and what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from timbang import states
from timbang.dates import parse
from timbang.errors import Problem
from timbang.model import Exercise, Participant
from timbang.sources._mme_states import notice, participants_of
from timbang.sources._reading import Found
from timbang.sources._sheet import Row

KEY = "mme7"
FLAGS = {
    "CPX": "command-post", "Air": "air", "Land": "land", "Sea": "sea", "Amphibious": "amphibious", "Cyber": "cyber",
    "Warfighting": "warfighting", "Peacekeeping": "peacekeeping", "Humanitarian": "humanitarian",
}  # fmt: skip


def row_of(row: Row, shared_id: bool) -> tuple[Found | None, list[Problem]]:
    """The exercise (None if it cannot be read) and its problems and notices."""
    said: list[Problem] = []
    if not re.fullmatch(r"[a-z0-9]+", row.cells["MMEID"]):
        return None, [row.problem("this is not an MMEID", "MMEID", expected="such as mme2726")]
    start, end, given = _dates(row, said)
    mme, year = row.cells["MMEID"], start[:4]
    if shared_id:
        said.append(notice(row, "this MMEID is given to several exercises", "MMEID", f"It enters as {mme}-{year}"))
    id, locator = (f"{mme}-{year}", f"{mme} ({start})") if shared_id else (mme, mme)
    found, roster = participants_of(row, parse(start).first if start else date.max, said)
    participants = tuple(
        Participant(exercise=id, state=state, source=KEY, locator=locator, role="participant", certain="yes")
        for state in sorted(found)
    )
    name, name_id = _names(row, said)
    place: Any = _place(row, said)
    exercise = Exercise(
        line=row.line, id=id, source=KEY, locator=locator, name_en=name, name_id=name_id, start=start, end=end,
        series=slug(row.cells["Series_Name"]), date_as_given=given, domains=_domains(row, said),
        roster=roster, **place,
    )  # fmt: skip
    return Found(exercise, participants, row.cells["FocusDescription"]), said


def _names(row: Row, said: list[Problem]) -> tuple[str, str]:
    name, mme = row.cells["Ex_Name"], row.cells["MMEID"]
    if name not in ("-9", ""):
        return name, name
    said.append(notice(row, "the exercise has no name", "Ex_Name", "It enters as unnamed"))
    return f"Unnamed exercise (MME {mme})", f"Latihan tanpa nama (MME {mme})"


def _dates(row: Row, said: list[Problem]) -> tuple[str, str, str]:
    """Start and end as EDTF; the source's wording too where the end is before the start."""
    start, end = (_date(row, side, said) for side in "se")
    if not start or not end or parse(end).last >= parse(start).first:
        return start, end, ""
    todo = f"The file's start is {row.cells['StartDate']}: it is kept as uncertain, the end is left open"
    said.append(notice(row, "the end is before the start", "EndDate", todo))
    return f"{start}?", "", f"{row.cells['StartDate']} - {row.cells['EndDate']}"


def _date(row: Row, side: str, said: list[Problem]) -> str:
    parts = [row.cells[f"{side}.{part}"].lower() for part in ("year", "month", "day")]
    if "xx" in parts:
        column = f"{side}.{('year', 'month', 'day')[parts.index('xx')]}"
        said.append(notice(row, "the day or month is not known", column, "The date enters as far as it is known"))
    known = parts[: parts.index("xx")] if "xx" in parts else parts
    date = "-".join(part.zfill(2) for part in known)
    try:
        return parse(date).text
    except ValueError as error:
        said.append(row.problem(f"this is no date: {error}", f"{side}.day"))
        return ""


def _place(row: Row, said: list[Problem]) -> Mapping[str, tuple[Any, ...]]:
    """The place as MME words it. Its geocoder gives a state's centre where it knew no more than the state."""
    place = row.cells["Location"].replace("|", "/")
    lat, lon = (_degrees(row, column, most, said) for column, most in (("lat", 90), ("lon", 180)))
    if place in ("", "-9"):
        return {}
    if lat is None or lon is None:
        return {"place": (place,)}
    whole_state = not set(place) & set(",;") and states.find(place)
    return {"place": (place,), "lat": (lat,), "lon": (lon,), "precision": ("country",) if whole_state else ()}


def _degrees(row: Row, column: str, most: int, said: list[Problem]) -> float | None:
    text = row.cells[column].replace(",", ".") if row.comma else row.cells[column]
    if not text or text == "-9":
        return None
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]+)?", text) and abs(float(text)) <= most:
        return float(text)
    said.append(row.problem("these are no degrees", column, expected=f"a number from -{most} to {most}"))
    return None


def _domains(row: Row, said: list[Problem]) -> tuple[str, ...]:
    odd = (flag for flag in FLAGS if row.cells[flag] not in ("0", "1"))
    said += [row.problem("this is no flag", flag, expected="0 or 1") for flag in odd]
    return tuple(domain for flag, domain in FLAGS.items() if row.cells[flag] == "1")


def slug(name: str) -> str:
    """`Boyevoye Sodruzhestvo` as `boyevoye-sodruzhestvo`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") if name != "-9" else ""
