"""The dated table of states (states.csv): which code, which number, which state on which day.

A code is the ISO 3166-1 alpha-3 code where there is one, Kosovo's is the user-assigned XKX. States
that are no more have the Correlates of War (COW) abbreviation, with four exceptions, since a code
means one state only: Czechoslovakia is CSK (COW's CZE is ISO's Czechia), the Korea of before 1910
XKO (COW's KOR is ISO's South Korea), the Soviet Union SUN (COW gives it Russia's RUS), and the
Netherlands Antilles, which COW does not count, ANT. West Germany is DEU, as ISO had it.

A row is one spell in COW's state system (edition 2016, both days included; no end: still in it).
COW has one row where a number passes from state to state; it is cut here. 365: the USSR from
1922-12-30, approved by its first congress, to 1991-12-25, the day before COW's first day of the
other successors (archontology.org, Soviet Union: Polity Style). 345: Yugoslavia from 1918-12-01 to
2006-06-04, before and after it Serbia (Gleditsch-Ward). States that only Gleditsch and Ward count
have their dates; other lands of ISO 3166-1 (Bermuda, Hong Kong, Palestine) have none.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class State:
    """A state in one spell: its code, COW and Gleditsch-Ward numbers, first and last day, names."""

    code: str
    cow: int | None
    gw: int | None
    start: date | None
    end: date | None
    name_en: str
    name_id: str

    def covers(self, day: date) -> bool:
        """Whether the day is within the spell; a land without dates covers every day."""
        return (self.start or date.min) <= day <= (self.end or date.max)

    def days_from(self, day: date) -> int:
        """How many days the spell is away from the day."""
        before, after = (self.start or date.min) - day, day - (self.end or date.max)
        return max(0, before.days, after.days)


@cache
def all_states() -> tuple[State, ...]:
    """Every spell of every state, by COW or else Gleditsch-Ward number; undated lands last."""
    text = files("timbang").joinpath("states.csv").read_text(encoding="utf-8")
    return tuple(_state(row) for row in csv.DictReader(text.splitlines()))


def _state(row: dict[str, str]) -> State:
    start, end = (date.fromisoformat(row[side]) if row[side] else None for side in ("start", "end"))
    cow, gw = (int(row[system]) if row[system] else None for system in ("cow", "gw"))
    return State(row["code"], cow, gw, start, end, row["name_en"], row["name_id"])


@cache
def _spells(system: Literal["code", "cow", "gw"]) -> dict[str | int | None, tuple[State, ...]]:
    """The spells under each code, or under each COW or Gleditsch-Ward number."""
    keys = dict.fromkeys(getattr(state, system) for state in all_states())
    return {key: tuple(s for s in all_states() if getattr(s, system) == key) for key in keys}


def by_code(code: str) -> State | None:
    """The state's latest spell, or None if there is no such code."""
    spells = _spells("code").get(code)
    return max(spells, key=lambda state: state.end or date.max) if spells else None


def on(code: str, day: date) -> State | None:
    """The state's spell on the day (West Germany has another COW number than Germany), or None."""
    return next((state for state in _spells("code").get(code, ()) if state.covers(day)), None)


def exists(code: str, day: date) -> bool:
    """Whether the state was in the state system on the day; True for lands without dates."""
    return on(code, day) is not None


def name(code: str, lang: str) -> str:
    """The state's short name in `en` or `id`; the code itself if it is unknown."""
    if lang not in ("en", "id"):
        raise ValueError(f"no names of states in language {lang!r}; expected en or id")
    state = by_code(code)
    return code if state is None else state.name_en if lang == "en" else state.name_id


def cow_code(number: int, day: date) -> str | None:
    """The code for a COW number; the day decides between states that share one (365: SUN, RUS)."""
    return _nearest(_spells("cow").get(number, ()), day)


def gw_code(number: int, day: date) -> str | None:
    """The code for a Gleditsch-Ward number; the day decides as in `cow_code` (678: YAR, YEM)."""
    return _nearest(_spells("gw").get(number, ()), day)


def _nearest(spells: tuple[State, ...], day: date) -> str | None:
    """The spell on the day, or else the nearest: year data count states for the whole of a year."""
    return min(spells, key=lambda state: state.days_from(day)).code if spells else None
