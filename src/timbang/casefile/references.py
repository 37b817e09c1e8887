"""Reads references.bib: every source that is cited, with the line it stands on."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from timbang.errors import Problem
from timbang.model import Reference
from timbang.reading.bibliography.bibtex import ADDRESSES, NAMES
from timbang.reading.bibliography.latex import decode, decode_address, decode_names

FILE = "references.bib"


def read_references(text: str) -> tuple[dict[str, Reference], list[Problem]]:
    """The references by key, in file order, and what is wrong with the file."""
    from bibtexparser.entrypoint import parse_string  # late: it takes longer to import than `timbang --help` may

    # It logs what it cannot read; here that becomes a problem instead.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    try:
        library = parse_string(text)
    except Exception as error:  # the parser fails in ways of its own on what strangers write
        return {}, [
            Problem(what=f"this is not BibTeX ({type(error).__name__})", file=FILE, todo="Check braces and commas")
        ]
    found = {entry.key: _reference(entry) for entry in library.entries}
    problems = [_failed(block) for block in library.failed_blocks]
    return found, problems + list(_nameless(found)) + list(_stray(library.comments))


def _reference(entry: Any) -> Reference:
    values = {name.lower(): " ".join(str(field.value).split()) for name, field in entry.fields_dict.items()}
    fields = {name: _decoded(name, value) for name, value in values.items()}
    return Reference(key=entry.key, kind=entry.entry_type.lower(), fields=fields, line=entry.start_line + 1)


def _decoded(name: str, value: str) -> str:
    """A field as a reader reads it. This is the one place where LaTeX is decoded; the file stays as it is."""
    return decode_names(value) if name in NAMES else decode_address(value) if name in ADDRESSES else decode(value)


def _failed(block: Any) -> Problem:
    """A block that was not read: a second entry of one key, a field twice, or broken BibTeX."""
    line, name = block.start_line + 1, type(block).__name__
    if name == "DuplicateBlockKeyBlock":
        first = block.previous_block.start_line + 1
        return Problem(what=f"the key stands twice, first on line {first}", file=FILE, line=line, value=block.key,
                       todo="Delete one of the entries, or give it another key")  # fmt: skip
    if name == "DuplicateFieldKeyBlock":
        return Problem(what="a field stands twice in the entry", file=FILE, line=line,
                       value=", ".join(sorted(block.duplicate_keys)), todo="Delete one of them")  # fmt: skip
    return Problem(
        what="the entry cannot be read as BibTeX",
        file=FILE,
        line=line,
        value=str(block.raw).strip()[:60],
        expected="@type{key, field = {value}, ...}",
        todo="Check its braces, quotation marks and commas",
    )


def _nameless(found: dict[str, Reference]) -> Iterator[Problem]:
    """Entries of which a reader could not tell what they are."""
    for reference in found.values():
        if not reference.key.strip():
            yield Problem(what="the entry has no key", file=FILE, line=reference.line, expected="@type{key, ...}")
        elif not any(reference.fields.get(name) for name in ("title", "booktitle", "author", "url")):
            yield Problem(what="the entry names neither title nor author", file=FILE, line=reference.line,
                          value=reference.key, todo="Give at least its title")  # fmt: skip


def _stray(comments: list[Any]) -> Iterator[Problem]:
    """Text between entries is a comment in BibTeX; an entry that was lost in one is worth telling."""
    for comment in comments:
        for offset, line in enumerate(comment.raw.split("\n")):
            if line.lstrip().startswith("@") and not line.lstrip().lower().startswith("@comment"):
                yield Problem(
                    what="an entry has no opening brace, so it was not read",
                    file=FILE,
                    line=comment.start_line + 1 + offset,
                    value=line.strip()[:60],
                    expected="@type{key, field = {value}, ...}",
                )


def entries(text: str, keys: Iterable[str]) -> str:
    """The entries of these keys as they stand in a BibTeX text, in its order."""
    from bibtexparser.entrypoint import parse_string

    wanted = set(keys)
    return "\n\n".join(str(entry.raw).strip() for entry in parse_string(text).entries if entry.key in wanted)
