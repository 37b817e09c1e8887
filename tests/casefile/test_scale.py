"""Reading takes time in line with the rows: four times the rows, about four times the time."""

import time
from pathlib import Path

import pytest
from support.folders import FILES, write_case

from timbang.casefile import open_case
from timbang.model import Exercise, Participant

COPIED = ("exercises.csv", "participants.csv")


def large(folder: Path, times: int) -> Path:
    """The small case with its exercises and participants repeated under other ids."""
    changed = {}
    for name in COPIED:
        header, *rows = FILES[name].rstrip("\n").split("\n")
        copies = [row.replace(",", f"-{i},", 1) for i in range(times) for row in rows]
        changed[name.replace(".", "_")] = "\n".join([header, *copies]) + "\n"
    return write_case(folder, **changed)


def seconds(folder: Path, rows: int) -> float:
    begun = time.process_time()
    case = open_case(folder)
    assert len(case.of(Exercise)) + len(case.of(Participant)) == rows
    return time.process_time() - begun


@pytest.mark.slow
def test_time_grows_with_the_rows(tmp_path: Path) -> None:
    seconds(large(tmp_path / "first", 10), 100)  # what is loaded once is loaded
    small = seconds(large(tmp_path / "small", 5_000), 50_000)
    large_ = seconds(large(tmp_path / "large", 20_000), 200_000)
    assert large_ / small < 6
    assert large_ < 60
