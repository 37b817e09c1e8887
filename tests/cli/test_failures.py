"""How a command ends: faults of timbang, interruptions, closed pipes, unwritable places, locked cases."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

Run = Callable[..., Any]


def failing(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def test_a_fault_of_timbang_is_status_3_and_keeps_its_traceback_in_a_file(
    invoke: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timbang.casefile.check_case", failing(RuntimeError("the wheels came off")))
    done = invoke("check", case)
    assert (done.exit_code, done.stdout) == (3, "")
    assert "RuntimeError: the wheels came off" in done.stderr and "report it" in done.stderr
    assert "Traceback" not in done.stderr
    found = re.search(r"\S+timbang-fault-\w+\.txt", done.stderr)
    assert found
    kept = Path(found[0])
    assert "Traceback" in kept.read_text(encoding="utf-8") and "the wheels came off" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_debugging_shows_the_traceback(invoke: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timbang.casefile.check_case", failing(RuntimeError("the wheels came off")))
    monkeypatch.setenv("TIMBANG_DEBUG", "1")
    done = invoke("check", case)
    assert done.exit_code == 3 and "Traceback" in done.stderr


def test_an_interruption_is_status_130(invoke: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timbang.casefile.check_case", failing(KeyboardInterrupt()))
    done = invoke("check", case)
    assert done.exit_code == 130 and done.stderr.endswith("interrupted\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise on Windows")
def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "timbang", "list"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_place_that_cannot_be_written_is_a_problem(invoke: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    for arguments in (
        ("run", case, "--out", tmp_path / "file" / "out"),
        ("export", case, "--table", "exercises", "--out", tmp_path / "file" / "x.csv"),
        ("new", "mine", "--dir", tmp_path / "file"),
    ):
        done = invoke(*arguments)
        assert done.exit_code == 1, done.stderr
        assert str(tmp_path / "file") in done.stderr and done.stdout == ""


def test_a_file_without_permission_is_a_problem(
    invoke: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Raised here as the system would: tests may run with powers that no permission stops."""
    out = tmp_path / "x.csv"
    monkeypatch.setattr(Path, "write_text", failing(PermissionError(13, "Permission denied", str(out))))
    done = invoke("export", case, "--table", "exercises", "--out", out)
    assert done.exit_code == 1 and done.stdout == ""
    assert f"{out}: permission denied. Check that" in done.stderr


HOLD = """
import sys
from pathlib import Path
from timbang.casefile import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_writers_are_kept_out_of_one_case(invoke: Run, case: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in case.iterdir()}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(case)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        for arguments in (
            ("add", "exercises", tmp_path / "mme.csv", "--from", "mme", "--case", case),
            ("migrate", case),
        ):
            done = invoke(*arguments)
            assert done.exit_code == 1 and "another timbang is writing here" in done.stderr
        assert invoke("check", case).exit_code == 0  # reading is free
        other.communicate()
    assert {path.name: path.read_bytes() for path in case.iterdir()} == before
    assert invoke("migrate", case).exit_code == 0


def test_problems_of_a_case_are_listed_at_once(invoke: Run, case: Path) -> None:
    participants = case / "participants.csv"
    participants.write_text(
        participants.read_text(encoding="utf-8").replace("shield-2001,RUS", "shield-2099,Rusland"), encoding="utf-8"
    )
    shown = invoke("check", case)
    assert shown.exit_code == 1 and "participants.csv:6" in shown.stdout and "problems" in shown.stderr
    told = invoke("check", case, "--json")
    problems = json.loads(told.stdout)
    assert told.exit_code == 1
    assert {(p["file"], p["line"], p["value"]) for p in problems if p["level"] == "problem"} >= {
        ("participants.csv", 6, "Rusland")
    }
    run = invoke("run", case)
    assert (run.exit_code, run.stdout) == (1, "") and "participants.csv:6" in run.stderr
