"""Who exercises without whom, where a list of participants is open: states outside may have been there too."""

from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view

SETTING = Setting(organization="TST", first_year=2001, last_year=2001, outside=("OUT",))


def counted(roster: str | None, **sets: list[str]) -> tuple[int, int, int]:
    took = [
        {"exercise": "a", "year": 2001, "state": "AAA", "value": 1, "low": 1, "high": 1, "named": 1},
        {"exercise": "a", "year": 2001, "state": "BBB", "value": 0, "low": 0, "high": 1, "named": 0},
    ]
    tables = {"exercises": view("exercises", [{"exercise": "a", "roster": roster}]),
              "participation": view("participation", took)}  # fmt: skip
    [row] = Engine(tables).measure(measures()["exercises_without"], SETTING, **sets).to_pylist()
    return row["value"], row["low"], row["high"]


def test_an_outsider_may_be_in_an_open_roster() -> None:
    assert counted("open", with_all=["AAA"], without=["OUT"]) == (1, 0, 1)
    assert counted("open", with_all=["AAA", "OUT"]) == (0, 0, 1)
    assert counted("open", with_any=["OUT"]) == (0, 0, 1)
    assert counted(None, without=["OUT"]) == (1, 0, 1)


def test_a_complete_roster_is_read_for_absence() -> None:
    assert counted("complete", with_all=["AAA"], without=["OUT"]) == (1, 1, 1)
    assert counted("complete", with_all=["AAA", "OUT"]) == (0, 0, 0)


def test_a_member_of_an_open_roster_counts_once() -> None:
    assert counted("open", with_all=["AAA"], without=["BBB"]) == (1, 0, 1)
    assert counted("open", with_all=["AAA", "BBB"]) == (0, 0, 1)
