"""Codes to and from the nested elements that codebooks and projects share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timbang.errors import Problem
from timbang.evidence.exchange.guids import same
from timbang.evidence.exchange.markup import child, children, clean, describe, ensured, made, put, words
from timbang.evidence.exchange.nouns import ProjectCode

_COLOR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def read_codes(codebook: Any, file: str) -> tuple[list[ProjectCode], list[Problem]]:
    """Every code below an element that holds `Codes`, parents first, and notices of those that cannot be used."""
    found: dict[str, ProjectCode] = {}
    problems: list[Problem] = []
    for element, parent in _walk(child(codebook, "Codes") if codebook is not None else None, ""):
        guid, name = same(element.get("guid")), (element.get("name") or "").strip()
        if not guid or guid in found:
            what = "a code has no GUID" if not guid else "two codes have one GUID; the first is taken"
            line = element.sourceline or 0
            problems.append(Problem(what=what, file=file, line=line, value=name or guid, level="notice"))
            continue
        color = (element.get("color") or "").strip()
        codable = (element.get("isCodable") or "true").strip().lower() not in ("false", "0")
        found[guid] = ProjectCode(guid=guid, name=name, description=words(element, "Description"), codable=codable,
                                  parent=parent, color=color if _COLOR.fullmatch(color) else "")  # fmt: skip
    return list(found.values()), problems


def _walk(above: Any, parent: str) -> Iterator[tuple[Any, str]]:
    """Every Code element with its parent's GUID, in order. XML that was read is at most 256 deep."""
    if above is None:
        return
    for element in children(above, "Code"):
        yield element, parent
        yield from _walk(element, same(element.get("guid")) or parent)


def write_codes(codebook: Any, codes: Iterable[ProjectCode]) -> None:
    """Put codes into an element that holds `Codes`: those known by GUID are changed where they differ."""
    listed = list(codes)
    if not listed:
        return
    top = ensured(codebook, "Codes")
    there = {same(element.get("guid")): element for element, _ in reversed(list(_walk(top, "")))}
    as_read = {code.guid: code for code in read_codes(codebook, "")[0]}
    for code in listed:
        if as_read.get(code.guid) == code:
            continue
        element = there.get(code.guid)
        if element is None:
            element = there[code.guid] = made(top, "Code", guid=code.guid)
        above = there.get(code.parent, top)
        if element.getparent() is not above:
            put(above, element)
        _fill(element, code)


def _fill(element: Any, code: ProjectCode) -> None:
    element.set("name", clean(code.name))
    element.set("isCodable", "true" if code.codable else "false")
    if code.color:
        element.set("color", code.color)
    elif _COLOR.fullmatch((element.get("color") or "").strip()):
        del element.attrib["color"]
    describe(element, code.description)
