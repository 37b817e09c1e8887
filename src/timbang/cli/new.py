"""`timbang new NAME`: a case that passes the check and runs, to be filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timbang.errors import misuse

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the case, and of its folder.")]
Members = Annotated[str, typer.Option(metavar="ORGANIZATION", help="Enter its members: nato, sco, ...")]
Dir = Annotated[Path, typer.Option("--dir", help="Where to make the folder.")]


def new(name: Name, members: Members = "", parent: Dir = Path()) -> None:
    """Make a new case folder."""
    from timbang.casefile import new_case
    from timbang.cli.console import put, say

    if not name.strip(" .") or set(name) & set('/\\:*?"<>|\0') or name.startswith(("-", ".")):
        raise misuse(f"{name!r} cannot name a case", expected="a word such as nato; --dir says where to make it")
    folder = parent / name
    new_case(folder, name, members)
    put(folder)
    say(f"made the case {folder}; fill its files, then: timbang check {_named(folder)} && timbang run {_named(folder)}")


def _named(folder: Path) -> str:
    return str(folder) if folder.is_absolute() else f"./{folder.as_posix()}"
