"""A tiny case, and the command run as a newcomer runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import tiny
from typer.testing import CliRunner, Result

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


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `timbang ARGUMENTS` in this process: quicker, and open to what a test puts in its way."""
    from timbang.cli.app import app

    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("TIMBANG")]:
        monkeypatch.delenv(key)

    def run(*arguments: object, input: str = "") -> Result:
        return CliRunner().invoke(app, [*map(str, arguments)], prog_name="timbang", input=input)

    return run
