"""MME's wide file in small: rows made up here, in the shape and with the defects of the real one."""

import csv
from pathlib import Path

from timbang.sources.mme import COLUMNS

PLAIN = {
    "Ex_Name": "Shield", "StartDate": "8/6/01", "s.year": "2001", "s.month": "8", "s.day": "6",
    "EndDate": "8/10/01", "e.year": "2001", "e.month": "8", "e.day": "10", "CPX": "0", "Air": "0", "Land": "1",
    "Sea": "0", "Amphibious": "0", "Cyber": "0", "Warfighting": "1", "Peacekeeping": "0", "Humanitarian": "0",
}  # fmt: skip


def row(mme: str, states: str = "China|Kazakhstan", **cells: str) -> dict[str, str]:
    """A row with the states in StateA, StateB, ...; `day="xx"` and the like stand for s.day and e.day."""
    named = dict(zip((f"State{letter}" for letter in "ABCDEFGH"), states.split("|"), strict=False))
    parts = {part: cells.pop(part) for part in ("year", "month", "day") if part in cells}
    dates = {f"{side}.{part}": value for part, value in parts.items() for side in "se"}
    return {**dict.fromkeys(COLUMNS, ""), **PLAIN, "MMEID": mme, **named, **dates, **cells}


def write(path: Path, *rows: dict[str, str], encoding: str = "utf-8", separator: str = ",") -> Path:
    """Write rows as an MME file."""
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.DictWriter(file, COLUMNS, delimiter=separator, lineterminator="\r\n")
        table.writeheader()
        table.writerows(rows)
    return path
