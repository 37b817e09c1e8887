"""`timbang new NAME`: a case that passes the check and runs, to be filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timbang.errors import misuse

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the case, and of its folder.")]
Members = Annotated[str, typer.Option(metavar="ORGANIZATION", help="Enter its members: nato, sco, ...")]
Dir = Annotated[Path, typer.Option("--dir", help="Where to make the folder.")]

TODO = "--dir says where the folder is made"


def new(name: Name, members: Members = "", parent: Dir = Path()) -> None:
    """Make a new case, to be filled."""
    from timbang.casefile import new_case
    from timbang.cli.console import put, say
    from timbang.reading.paths import refusal

    why = "it has a separator" if "/" in name else refusal(name)
    if why or name.startswith(("-", ".")):
        raise misuse(f"{name!a} cannot name a case{why and ': '}{why}", expected="a word such as nato", todo=TODO)
    folder = parent / name
    new_case(folder, name, members)
    put(folder)
    say(f"made the case {folder}; fill its files, then: timbang check {_named(folder)} && timbang run {_named(folder)}")


def _named(folder: Path) -> str:
    return str(folder) if folder.is_absolute() else f"./{folder.as_posix()}"
