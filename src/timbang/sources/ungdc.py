"""The UN General Debate Corpus: a folder of speeches, one text file for each state and session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timbang import states
from timbang.errors import Problem, stop
from timbang.registry import Source
from timbang.text import Text

NAME = re.compile(r"([A-Z]{3})_([0-9]{1,3})_([0-9]{4})\.txt")
PATTERN = "ISO3_session_year.txt"
# As its read-me (version 13, April 2025) asks to be cited: the paper in the Journal of Peace Research, and this one.
BIBTEX = """@misc{ungdc,
  author    = {Jankin, Slava and Baturo, Alexander and Dasandi, Niheer},
  title     = {United Nations General Debate Corpus 1946-2024},
  year      = {2017},
  publisher = {Harvard Dataverse},
  doi       = {10.7910/DVN/0TJX8Y},
  note      = {Speeches in English. Its read-me asks to cite: Jankin, Baturo and Dasandi, Words to unite nations: The complete UN General Debate Corpus, 1946-present, Journal of Peace Research; and Baturo, Dasandi and Mikhaylov, Understanding State Preferences With Text As Data: Introducing the UN General Debate Corpus, Research and Politics 4(2), 2017. Some speeches of 2024 were translated by a program, says the read-me.}
}
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Speech:
    """One file: who spoke, at which session, in which year."""

    state: str
    session: int
    year: int
    path: Path


@dataclass(frozen=True, slots=True)
class Speeches:
    """The speeches of a folder, by state and year, and what its other files are."""

    found: tuple[Speech, ...]
    notices: tuple[Problem, ...]


def read(folder: Path) -> Speeches:
    """Every speech of a folder and the folders in it, by name alone; nothing is opened.

    Files of other names, and codes that are no state's, are notices. TimbangError if there is no speech at all.
    """
    if not folder.is_dir():
        raise stop("there is no such folder", file=str(folder), todo="Name the folder that the corpus was unpacked to")
    read = [_speech(path, folder) for path in _files(folder)]
    found = [one for one in read if isinstance(one, Speech)]
    notices = tuple(one for one in read if isinstance(one, Problem))
    if not found:
        raise stop("the folder holds no speech", file=str(folder), expected=f"files named {PATTERN}")
    return Speeches(tuple(sorted(found, key=lambda one: (one.state, one.year, one.session, str(one.path)))), notices)


def _files(folder: Path) -> Iterator[Path]:
    """Files that are not hidden, as those are that macOS leaves beside each file of an archive."""
    yield from (path for path in sorted(folder.rglob("*")) if path.name[0] != "." and path.is_file())


def _speech(path: Path, folder: Path) -> Speech | Problem:
    file = path.relative_to(folder).as_posix()
    named = NAME.fullmatch(path.name)
    if named is None:
        return Problem(what="the file's name is not that of a speech", file=file, expected=PATTERN, level="notice")
    code = named[1]
    state = states.by_code(code) or states.find(code)
    if state is None:
        near = " or ".join(states.suggest(code))
        return Problem(what="no state has this code", file=file, value=code, expected="an ISO 3166-1 code",
                       todo=f"Did you mean {near}?" if near else "", level="notice")  # fmt: skip
    return Speech(state.code, int(named[2]), int(named[3]), path)


SOURCE = Source(
    name="ungdc",
    label=Text("UN General Debate Corpus (UNGDC)", "Korpus Debat Umum PBB (UNGDC)"),
    citation="Jankin, Slava, Baturo, Alexander & Dasandi, Niheer. 2017. United Nations General Debate Corpus "
    "1946-2024. Harvard Dataverse. https://doi.org/10.7910/DVN/0TJX8Y",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship the speeches, only counts of sentences.",
    columns=(PATTERN,),
    read=read,
    gives="speeches",
)
