"""Reads a REFI-QDA project, .qdpx: users, codes, sources with their text, and marks; nothing else in it is lost."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.evidence.exchange import archive, paths
from timbang.evidence.exchange.codes_xml import read_codes
from timbang.evidence.exchange.counting import found_out, lf
from timbang.evidence.exchange.guids import same
from timbang.evidence.exchange.marks_in import read_marks, samples
from timbang.evidence.exchange.markup import LARGEST_XML, child, children, local, parse, words
from timbang.evidence.exchange.nouns import Kept, Project, Source, User

MOST_NOTICES = 50


@dataclass(slots=True)
class Reading:
    """A project while it is read."""

    file: Path
    zip: zipfile.ZipFile
    root: Any
    known: dict[str, str]  # members of the archive by path
    texts: dict[str, str] = field(default_factory=dict)  # GUID of a source -> its text as stored
    problems: list[Problem] = field(default_factory=list)

    def notice(self, what: str, element: Any, value: str = "", todo: str = "") -> None:
        """Note what cannot be used; it stays in the file."""
        line = element.sourceline or 0
        self.problems.append(Problem(what=what, file=self.file.name, line=line, value=value, todo=todo, level="notice"))


def read_project(path: Path) -> Project:
    """The project in a .qdpx; TimbangError if it is none, or made to do harm. What cannot be used is noticed."""
    with archive.opened(path) as opened:
        name = archive.project_file(opened, path.name)
        root = parse(archive.content(opened, name, path.name, LARGEST_XML), f"{path.name}/{name}", "Project")
        reading = Reading(path, opened, root, paths.members(opened.namelist()))
        sources = _sources(reading)
    codes, problems = read_codes(child(root, "CodeBook"), path.name)
    counting = found_out(samples(root, reading.texts), root.get("origin") or "")
    marks = read_marks(reading, {code.guid for code in codes}, counting)
    returns = {key: text for key, text in reading.texts.items() if "\r" in text}
    return Project(
        name=root.get("name") or "", origin=root.get("origin") or "", users=tuple(_users(root)), codes=tuple(codes),
        sources=tuple(sources), marks=tuple(marks), counting=counting, problems=_few(problems + reading.problems),
        kept=Kept(root, path, returns, {mark.guid: mark for mark in marks}),
    )  # fmt: skip


def _users(root: Any) -> list[User]:
    found = children(child(root, "Users"), "User") if child(root, "Users") is not None else ()
    return [
        User(same(user.get("guid")), user.get("name") or user.get("id") or "") for user in found if user.get("guid")
    ]


def _sources(reading: Reading) -> list[Source]:
    """Text and PDF sources in order; others are noticed."""
    found: dict[str, Source] = {}
    above = child(reading.root, "Sources")
    for element in above if above is not None else ():
        if not (name := local(element)):
            continue
        guid = same(element.get("guid"))
        if name not in ("TextSource", "PDFSource"):
            title = element.get("name") or name
            reading.notice("a source is neither text nor PDF; what it says is not read", element, title)
        elif not guid or guid in found:
            what = "a source has no GUID" if not guid else "two sources have one GUID; the first is taken"
            reading.notice(what, element, element.get("name") or guid)
        else:
            found[guid] = _source(reading, element, guid)
    return list(found.values())


def _source(reading: Reading, element: Any, guid: str) -> Source:
    holder = child(element, "Representation") if local(element) == "PDFSource" else element
    stored = _stored(reading, holder) if holder is not None else None
    if stored is None:
        what = "the text of a source cannot be had, so nothing coded in it is read"
        todo = "Put its plain text beside the archive, or export it with its sources"
        reading.notice(what, element, element.get("name") or guid, todo)
    else:
        reading.texts[guid] = stored
    return Source(guid=guid, name=element.get("name") or "", text=None if stored is None else lf(stored),
                  pdf=local(element) == "PDFSource")  # fmt: skip


def _stored(reading: Reading, holder: Any) -> str | None:
    """A text as it is stored, without byte order mark: in the XML, in the archive or beside it."""
    if child(holder, "PlainTextContent") is not None:
        return words(holder, "PlainTextContent")
    given = holder.get("plainTextPath") or ""
    if inside := paths.member(given, reading.known):
        return _decoded(reading, holder, archive.content(reading.zip, inside, reading.file.name, archive.LARGEST_TEXT))
    if outside := paths.beside(given, reading.root.get("basePath") or "", reading.file):
        with outside.open("rb") as file:
            data = file.read(archive.LARGEST_TEXT + 1)
        return _decoded(reading, holder, data) if len(data) <= archive.LARGEST_TEXT else None
    return None


def _decoded(reading: Reading, holder: Any, data: bytes) -> str:
    """UTF-8 as the standard wants it, or UTF-16 with its mark; bytes that are neither are replaced, and noticed."""
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError:
        reading.notice("a text is not UTF-8, so positions in it may be off", holder, holder.get("plainTextPath") or "")
        return data.decode(coding, "replace")


def _few(problems: list[Problem]) -> tuple[Problem, ...]:
    """The first notices, and how many more there are."""
    if len(problems) <= MOST_NOTICES:
        return tuple(problems)
    more = Problem(
        what=f"and {len(problems) - MOST_NOTICES:,} more such notices", file=problems[0].file, level="notice"
    )
    return (*problems[:MOST_NOTICES], more)
