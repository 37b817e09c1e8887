"""What a project for qualitative analysis is made of: users, codes, sources and marks in their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.evidence.exchange.counting import Counting


@dataclass(frozen=True, slots=True)
class User:
    """A coder."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCode:
    """A code as exchanged: one description, a colour like `#E69F00`, and the code it stands under."""

    guid: str
    name: str
    description: str = ""
    color: str = ""
    codable: bool = True
    parent: str = ""  # GUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as exchanged. `text` has LF line ends and no byte order mark; None where it cannot be had.

    `original` is a file to be put into the archive along with the text: the PDF that the text was read from.
    """

    guid: str
    name: str
    text: str | None
    pdf: bool = False
    original: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One code given to a stretch of a source's text: `start` to `end`, exclusive, in code points of `Source.text`.

    `whole` marks a coding of the source itself; it spans all of its text.
    """

    guid: str
    source: str
    start: int
    end: int
    code: str
    user: str = ""
    time: str = ""  # ISO 8601
    note: str = ""  # the selection's description
    selection: str = ""  # GUID of the selection; marks that share it share start, end and note
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What a project was read from: written again, all that timbang has no noun for is still there."""

    root: Any  # lxml element of project.qde
    archive: Path
    stored: Mapping[str, str]  # GUID of a source -> its text as stored, where its line ends are not LF
    marks: Mapping[str, Mark]  # as read


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project. `counting` says how the file it was read from counts positions."""

    name: str
    origin: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[ProjectCode, ...] = ()
    sources: tuple[Source, ...] = ()
    marks: tuple[Mark, ...] = ()
    counting: Counting = field(default_factory=Counting)
    problems: tuple[Problem, ...] = ()  # notices: what could not be taken as a mark; the file still has it
    kept: Kept | None = None
