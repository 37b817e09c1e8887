"""The ledger: what is acknowledged is on disk, torn lines are kept aside, two writers are locked out."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.codings import coding, reading

from timbang.errors import Problem, TimbangError
from timbang.evidence import ledger as module
from timbang.evidence.ledger import FILE, TORN, entries, writing
from timbang.evidence.ledger_lines import line_of, read_line
from timbang.model.codings import Coding, Pass

WRITER = """
import sys
from pathlib import Path
from support.codings import coding
from timbang.evidence.ledger import writing
with writing(Path(sys.argv[1])) as ledger:
    for n in range(1_000_000):
        written = ledger.append([coding(passage=f"p{sys.argv[2]}-{n}", speaker="说话者 " * 200)])
        print(written[0].id, flush=True)
"""


def test_entries_come_back_as_they_were(tmp_path: Path) -> None:
    given = coding(negated=True, speaker="Н. Н.\nи др.", settles=("a" * 16, "b" * 16), score=0.5)
    with writing(tmp_path) as ledger:
        (written,) = ledger.append([given], [reading(passages=("p0001",))])
    assert written.time.endswith("Z") and written.id == given.id
    first, second = entries(tmp_path)
    assert first == written and isinstance(second, Pass) and second.passages == ("p0001",)
    line = json.loads((tmp_path / FILE).read_text(encoding="utf-8").splitlines()[0])
    assert line["codebook"] == {"name": "balancing", "version": "1", "hash": "0" * 16} and line["id"] == given.id


def test_it_is_only_ever_appended_to(tmp_path: Path) -> None:
    with writing(tmp_path) as ledger:
        ledger.append([coding()])
    before = (tmp_path / FILE).read_bytes()
    with writing(tmp_path) as ledger:
        ledger.append([coding("Budi")])
    assert (tmp_path / FILE).read_bytes().startswith(before)


def test_synced_before_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real = os.fsync
    monkeypatch.setattr(module.os, "fsync", lambda file: (order.append("sync"), real(file))[1])
    with writing(tmp_path) as ledger:
        order.clear()
        ledger.append([coding()])
        order.append("acknowledged")
    assert order == ["sync", "acknowledged"]


def test_a_torn_last_line_is_kept_aside_and_reported(tmp_path: Path) -> None:
    with writing(tmp_path) as ledger:
        ledger.append([coding(), coding("Budi")])
    whole = (tmp_path / FILE).read_bytes()
    torn = line_of(coding("Citra"))[:100]
    (tmp_path / FILE).write_bytes(whole + torn)
    with writing(tmp_path) as ledger:
        (problem,) = ledger.problems
        ledger.append([coding("Dewi")])
    assert "torn" in problem.what and problem.level == "notice"
    assert (tmp_path / TORN).read_bytes() == torn + b"\n"
    assert [e.coder for e in entries(tmp_path)] == ["Ana", "Budi", "Dewi"]


def test_a_whole_last_line_without_line_end_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(line_of(coding())[:-1])
    with writing(tmp_path) as ledger:
        ledger.append([coding("Budi")])
        assert ledger.problems == []
    assert [e.coder for e in entries(tmp_path)] == ["Ana", "Budi"]


def test_a_long_torn_line_is_found_whole(tmp_path: Path) -> None:
    torn = b'{"type":"coding","speaker":"' + b"x" * 300_000
    (tmp_path / FILE).write_bytes(line_of(coding()) + torn)
    with writing(tmp_path):
        pass
    assert (tmp_path / TORN).read_bytes() == torn + b"\n" and (tmp_path / FILE).read_bytes() == line_of(coding())


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(tmp_path) as ledger:
        ledger.append([coding()])
        before, real = (tmp_path / FILE).read_bytes(), os.write

        def short(file: int, data: bytes) -> int:
            if len(data) <= 50:
                raise OSError(28, "No space left on device")
            return real(file, data[:50])

        monkeypatch.setattr(module.os, "write", short)
        with pytest.raises(TimbangError, match="No space left"):
            ledger.append([coding("Budi")])
    assert (tmp_path / FILE).read_bytes() == before


def test_two_writers_are_locked_out(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(TimbangError, match="another timbang is writing here"), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass  # and let in again


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda row: row | {"code": "leadership"}, "has been changed"),
        (lambda row: row | {"negated": 1}, "negated"),
        (lambda row: row | {"by": "robot"}, "by"),
        (lambda row: row | {"start": True}, "start"),
        (lambda row: {k: v for k, v in row.items() if k != "coder"}, "coder"),
        (lambda row: row | {"type": "note"}, "neither"),
    ],
)
def test_a_line_that_was_tampered_with_is_told(change: object, what: str) -> None:
    row = change(json.loads(line_of(coding())))  # type: ignore[operator]
    found = read_line(json.dumps(row).encode(), 7)
    assert isinstance(found, Problem) and what in found.what and found.line == 7


def test_a_broken_line_in_the_middle_does_not_hide_the_rest(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(line_of(coding()) + b"\x00\x00\n" + line_of(coding("Budi")))
    problems: list[Problem] = []
    assert [e.coder for e in entries(tmp_path, problems)] == ["Ana", "Budi"]
    assert [p.line for p in problems] == [2]


def test_what_was_written_twice_counts_once(tmp_path: Path) -> None:
    with writing(tmp_path) as ledger:
        ledger.append([coding()])
        ledger.append([coding()])
    assert len(list(entries(tmp_path))) == 1


def test_no_ledger_is_no_entries(tmp_path: Path) -> None:
    assert list(entries(tmp_path)) == []


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_killed(tmp_path: Path) -> None:
    """200 writers, each killed in the middle of its work (signal 9); every id they printed must be in the ledger."""
    draw, acknowledged = random.Random(9), set[str]()
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    for turn in range(200):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
            assert writer.stdout is not None
            acknowledged.add(writer.stdout.readline().strip())  # it has begun
            time.sleep(draw.random() * 0.02)
            writer.kill()
            acknowledged |= {line.strip() for line in writer.stdout if line.endswith("\n")}
    problems: list[Problem] = []
    with writing(tmp_path):
        pass
    kept = {entry.id for entry in entries(tmp_path, problems) if isinstance(entry, Coding)}
    assert len(acknowledged) >= 200 and acknowledged <= kept and not problems
