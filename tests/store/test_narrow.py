"""Fewer exercises: what a period, and what a claim, leaves of them."""

from timbang.store.narrow import begun_within
from timbang.tables import view


def test_only_what_surely_began_outside_a_period_is_left_out() -> None:
    began = {"before": (2000, 2000), "into": (2000, 2001), "within": (2001, 2001), "out": (2002, 2003),
             "after": (2003, 2003), "undated": (None, None)}  # fmt: skip
    held = [{"exercise": id, "year": year, "last_year": last} for id, (year, last) in began.items()]
    took = [{"exercise": id, "state": "AAA"} for id in began]
    tables = {"exercises": view("exercises", held), "participation": view("participation", took)}
    narrowed = begun_within(tables, 2001, 2002)
    for table in narrowed.values():
        assert table["exercise"].to_pylist() == ["into", "within", "out", "undated"]
