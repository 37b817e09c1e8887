"""What is asked of a panel: its units, measures, states and years; whatever cannot be answered is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from timbang import organizations, registry, states
from timbang.edtf import parse
from timbang.errors import Problem, TimbangError, UsageError, misuse
from timbang.model import Setting
from timbang.registry import Measure
from timbang.state_years import FIRST, LAST, state_years

UNITS = ("state-year", "dyad-year")
WEST_GERMANY = "GFR"  # its last year, 1990, beside Germany: a row's code that the table of states has not
RIVALS = "rival-poles"  # the group by which measures know declared rivals
FIT = {"state-year": ("state-year", "year"), "dyad-year": ("dyad-year", "state-year", "year")}  # levels of measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A panel that can be made as far as words go; whether its data are at hand is another question."""

    unit: str
    measures: tuple[Measure, ...]
    first: int
    last: int
    states: tuple[str, ...] = ()  # none: all
    organization: str = ""
    directed: bool = False
    rival_poles: tuple[str, ...] = ()  # declared rivals, for measures of ties to both
    notices: tuple[Problem, ...] = ()

    @property
    def setting(self) -> Setting:
        """What the measures are told."""
        groups = {RIVALS: self.rival_poles} if self.rival_poles else {}
        return Setting(organization=self.organization, first_year=self.first, last_year=self.last, members=self.states,
                       groups=groups)  # fmt: skip


def asked(
    unit: str,
    measures: Sequence[str],
    years: tuple[int, int],
    *,
    states: Sequence[str] = (),
    organization: str = "",
    directed: bool = False,
    rival_poles: Sequence[str] = (),
) -> Asked:
    """The panel asked for; TimbangError with all that is wrong, UsageError for words that mean nothing."""
    if unit not in UNITS:
        raise misuse("there is no such panel", value=unit, expected=" or ".join(UNITS))
    if states and organization:
        raise misuse("states and an organization are both named", todo="Name one of them")
    if directed and unit != "dyad-year":
        raise misuse("only pairs of states have a direction", value=unit, todo="Leave --directed out")
    first, last = years
    if not FIRST <= first <= last <= LAST:
        raise misuse("these are not years of a panel", value=f"{first}:{last}", expected=f"{FIRST}:{LAST} at most")
    chosen = _measures(unit, measures, directed)
    codes = _members(organization, first, last) if organization else _named(states)
    notices = _existed(codes, first, last)
    if unit == "dyad-year" and len(codes) == 1:
        raise misuse("one state makes no pair", value=codes[0], todo="Name two states or more")
    return Asked(unit=unit, measures=chosen, first=first, last=last, states=codes, organization=organization.upper(),
                 directed=directed, rival_poles=_named(rival_poles), notices=notices)  # fmt: skip


def _measures(unit: str, names: Iterable[str], directed: bool) -> tuple[Measure, ...]:
    """The measures of these names, each once."""
    names = list(dict.fromkeys(names))
    if not names:
        raise misuse("no measure is named", todo="Name some: --measure cinc; see them with: timbang list measures")
    problems = [problem for name in names if (problem := _unfit(name, unit, directed))]
    if problems:
        raise UsageError(problems)
    return tuple(registry.measures("panel")[name] for name in names)


def _unfit(name: str, unit: str, directed: bool) -> Problem | None:
    """Why a measure cannot be a column of the panel."""
    known = registry.measures("panel")
    if name not in known:
        if name in registry.measures():
            return Problem(what="this measure is of a case, not of states by year", value=name,
                           todo="It is in the report of a case: timbang run CASE")  # fmt: skip
        near = get_close_matches(name[:80], known, n=3, cutoff=0.5)
        return Problem(what="there is no such measure of panels", value=name, expected=", ".join(near),
                       todo="See all with: timbang list measures")  # fmt: skip
    measure = known[name]
    if measure.level not in FIT[unit]:
        return Problem(what=f"this measure is of {measure.level}s", value=name, expected=f"a measure of {unit}s",
                       todo=f"Ask for it with: timbang panel {measure.level}")  # fmt: skip
    if measure.directed and not directed:
        return Problem(what="this measure has a direction: of state1 towards state2", value=name,
                       todo="Add --directed, which gives each pair of states two rows a year")  # fmt: skip
    return None


def _named(words: Sequence[str]) -> tuple[str, ...]:
    """The codes of the states of these names or codes."""
    problems, codes = [], []
    for word in words:
        if word == WEST_GERMANY:
            codes.append(word)
        elif state := states.find(word):
            codes.append(state.code)
        else:
            near = ", ".join(states.suggest(word))
            problems.append(Problem(what="there is no state of this name", value=word, expected=near,
                                    todo="Give a code such as CHN, or the state's name"))  # fmt: skip
    if problems:
        raise TimbangError(problems)
    return tuple(dict.fromkeys(codes))


def _members(organization: str, first: int, last: int) -> tuple[str, ...]:
    """The states that were, or by an imprecise date may have been, members on some day of the years."""
    if organization.lower() not in organizations.names():
        raise misuse("the members of this organization are not known", value=organization,
                     expected=", ".join(organizations.names()), todo="Name the states instead")  # fmt: skip
    begin, end = date(first, 1, 1), date(last, 12, 31)
    members = (row for row in organizations.read(organization) if row["role"] == "member")
    found = {row["state"] for row in members
             if parse(row["start"]).first <= end and (not row["end"] or parse(row["end"]).last >= begin)}  # fmt: skip
    if not found:
        raise misuse("the organization had no member in these years", value=organization, expected=f"{first}-{last}")
    return tuple(sorted(found))


def _existed(codes: Sequence[str], first: int, last: int) -> tuple[Problem, ...]:
    """Notices of states that are no row of some years; TimbangError for those that are a row of none."""
    years: dict[str, list[int]] = {code: [] for code in codes}
    for row in state_years(first, last):
        if row.state in years:
            years[row.state].append(row.year)
    absent = [code for code in codes if not years[code]]
    if absent:
        raise TimbangError(
            Problem(what="there was no such state in these years", value=f"{code} in {first}-{last}",
                    expected=_spells(code), todo="Ask for other years, or leave it out") for code in absent
        )  # fmt: skip
    return tuple(
        Problem(what=f"{code} has rows for {len(found)} of {last - first + 1} years ({found[0]}-{found[-1]}): "
                "in the others there was no such state", level="notice")
        for code, found in years.items() if len(found) < last - first + 1
    )  # fmt: skip


def _spells(code: str) -> str:
    days = ((s.start, s.end) for s in states.all_states() if s.code == code and s.start and s.cow)
    return ", ".join(f"{start} to {end or 'now'}" for start, end in days) or "a state that the table has dates for"
