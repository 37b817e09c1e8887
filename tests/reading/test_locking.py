"""Two writers are locked out of one case; the lock is not in the case."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.folders import FILES, write_case

from timbang.casefile import lock
from timbang.errors import TimbangError


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda _: str(tmp_path / "cache"))


def test_the_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case")
    with lock(folder):
        with pytest.raises(TimbangError, match=f"another timbang is writing.*process {os.getpid()}"), lock(folder):
            pass
        assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    with lock(folder):
        pass


def test_one_case_by_two_names_is_one_case_and_two_cases_are_two(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case")
    (tmp_path / "link").symlink_to(folder)
    with lock(folder):
        with pytest.raises(TimbangError), lock(tmp_path / "link"):
            pass
        with pytest.raises(TimbangError), lock(tmp_path / "other" / ".." / "case"):
            pass
        with lock(write_case(tmp_path / "other")):
            pass


def test_an_error_releases_the_lock(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="boom"), lock(tmp_path):
        raise RuntimeError("boom")
    with lock(tmp_path):
        pass


def test_another_process_is_locked_out_and_a_dead_one_is_not_waited_for(tmp_path: Path) -> None:
    script = (
        "import os, sys, platformdirs; platformdirs.user_cache_dir = lambda _: sys.argv[2]\n"
        "from timbang.casefile import lock\n"
        "with lock(sys.argv[1]):\n    print(os.getpid(), flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(tmp_path / "cache")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        pid = int(other.stdout.readline())
        with pytest.raises(TimbangError, match=f"process {pid}"), lock(tmp_path):
            pass
        other.kill()
        other.communicate()
    with lock(tmp_path):
        pass


def test_without_a_cache_the_temporary_folder_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda _: str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tmp"))
    with lock(tmp_path):
        assert list((tmp_path / "tmp" / "timbang" / "locks").iterdir())
