"""A tiny case, and the command run as a newcomer runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import tiny

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The folder of the tiny case."""
    return tiny.write(tmp_path / "tiny")


@pytest.fixture
def timbang(tmp_path: Path) -> Run:
    """Runs `timbang ARGUMENTS` in a process of its own, in an empty folder, with no setting inherited."""
    home = tmp_path / "home"
    home.mkdir()

    def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        clean = {key: value for key, value in os.environ.items() if not key.startswith("TIMBANG")}
        return subprocess.run(
            [sys.executable, "-m", "timbang", *map(str, arguments)],
            capture_output=True, encoding="utf-8", cwd=home, env=clean | environment, timeout=120, check=False,
        )  # fmt: skip

    return run
