"""Writes a REFI-QDA project, .qdpx: onto what it was read from, so that nothing timbang has no noun for is lost.

Users, codes and sources are added or changed, never taken away: other parts of a project may point to them. Marks
that are no longer there are. The same project always gives the same bytes.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from timbang.evidence.exchange.codes_xml import write_codes
from timbang.evidence.exchange.guids import guid, same
from timbang.evidence.exchange.marks_out import forget, write_marks
from timbang.evidence.exchange.markup import PROJECT, children, clean, ensured, made, serialized
from timbang.evidence.exchange.nouns import Project, Source, User
from timbang.evidence.exchange.packing import Contents, pack
from timbang.evidence.exchange.saving import saved


def write_project(project: Project, path: Path) -> None:
    """Write a .qdpx; the file appears whole or not at all."""
    root = _root(project)
    _users(root, project.users)
    if project.codes:
        write_codes(ensured(root, "CodeBook"), project.codes)
    contents = _sources(root, project.sources)
    forget(root, project)
    write_marks(root, project)
    with saved(path) as part:
        pack(part, serialized(root), project.kept.archive if project.kept else None, contents)


def _root(project: Project) -> Any:
    from lxml import etree

    if project.kept is not None:
        root = deepcopy(project.kept.root)
    else:
        root = etree.Element(f"{{{PROJECT}}}Project", nsmap={None: PROJECT})
        if project.origin:
            root.set("origin", clean(project.origin))
    root.set("name", clean(project.name))
    return root


def _users(root: Any, users: tuple[User, ...]) -> None:
    if not users:
        return
    above = ensured(root, "Users")
    there = {same(user.get("guid")): user for user in children(above, "User")}
    for user in users:
        if user.guid not in there:
            above.append(made(above, "User", guid=user.guid, name=user.name))
        elif user.name not in (there[user.guid].get("name"), there[user.guid].get("id")):
            there[user.guid].set("name", clean(user.name))


def _sources(root: Any, sources: tuple[Source, ...]) -> Contents:
    """Add the sources that are not there yet; returns what has to be put into the archive for them."""
    contents: Contents = {}
    if not sources:
        return contents
    above = ensured(root, "Sources")
    there = {same(source.get("guid")) for source in above if isinstance(source.tag, str)}
    for source in sources:
        if source.guid in there:
            continue
        name = f"{guid('text', source.guid) if source.pdf else source.guid}.txt"
        contents[f"sources/{name}"] = source.text or ""
        file = f"{source.guid}{source.original.suffix.lower()}" if source.original else ""
        if source.original:
            contents[f"sources/{file}"] = source.original
        above.append(_source(above, source, f"internal://{name}", f"internal://{file}" if file else ""))
    return contents


def _source(above: Any, source: Source, text: str, file: str) -> Any:
    if not source.pdf:
        return made(above, "TextSource", guid=source.guid, name=source.name, plainTextPath=text)
    element = made(above, "PDFSource", guid=source.guid, name=source.name, path=file)
    element.append(
        made(element, "Representation", guid=guid("text", source.guid), name=source.name, plainTextPath=text)
    )
    return element
