"""EPUB: its chapters in the order of the spine, notes told apart, tables kept."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from timbang.documents import _limits
from timbang.documents._archive import opened, part, xml
from timbang.documents._markup import name, write
from timbang.documents._passages import Writing, passages
from timbang.errors import Problem, TimbangError, stop
from timbang.model.documents import Extracted
from timbang.registry import Format
from timbang.text import Text

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def recognizes(head: bytes, name: str) -> bool:
    """Whether the archive's first file says so, or it is an archive of that name."""
    zipped = head.startswith(b"PK\x03\x04")
    return zipped and (
        b"application/epub+zip" in head[:100] or CONTAINER.encode() in head or name.lower().endswith(".epub")
    )


def read(path: Path) -> Extracted:
    """The text and tables of a book; TimbangError if it is encrypted, broken or beyond the limits."""
    if path.stat().st_size > _limits.LARGEST_FILE:
        raise _limits.too_large(path, _limits.LARGEST_FILE)
    writing = Writing()
    problems: list[Problem] = []
    with opened(path) as archive:
        for number, chapter in enumerate(_spine(archive, path), 1):
            try:
                write(_chapter(archive, chapter, path), writing)
            except TimbangError as error:  # the other chapters are read
                problems += error.problems
            if writing.size > _limits.LONGEST_TEXT:
                raise _limits.too_long(path)
            _limits.beat(number)
    text, spans, grids = writing.whole()
    if not text:
        raise TimbangError(problems) if problems else stop("the book holds no text", file=path.name)
    from lxml import etree

    reader = f"timbang-epub 1, lxml {'.'.join(map(str, etree.LXML_VERSION))}"
    return Extracted(text=text, passages=passages(text, spans), grids=grids, reader=reader, problems=tuple(problems))


def _spine(archive: zipfile.ZipFile, path: Path) -> Iterator[str]:
    """The names of the chapters, in order."""
    container = xml(part(archive, CONTAINER, path), CONTAINER, path)
    package = next((one.get("full-path") for one in container.iter() if name(one) == "rootfile"), None)
    if not package:
        raise stop("the book does not say what it consists of", file=path.name, value=CONTAINER)
    root = xml(part(archive, package, path), package, path)
    items = {one.get("id"): one for one in root.iter() if name(one) == "item"}
    locked = _locked(archive, path)
    for reference in (one for one in root.iter() if name(one) == "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or "nav" in (item.get("properties") or "").split():
            continue
        file = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href") or "")))
        if file in locked:
            raise stop("the book is encrypted", file=path.name, value=file, todo="Get a copy without copy protection")
        yield file


def _locked(archive: zipfile.ZipFile, path: Path) -> set[str]:
    """The files that are encrypted: often fonts only, which does not matter."""
    if ENCRYPTION not in archive.namelist():
        return set()
    root = xml(part(archive, ENCRYPTION, path), ENCRYPTION, path)
    return {unquote(one.get("URI") or "") for one in root.iter() if name(one) == "cipherreference"}


def _chapter(archive: zipfile.ZipFile, file: str, path: Path) -> Any:
    """The tree of a chapter, read as HTML is: whatever is wrong in it, and without entities of its own."""
    from lxml import html

    data = part(archive, file, path)
    if b"<!ENTITY" in data:
        xml(data, file, path)  # refuses it
    parser = html.HTMLParser(encoding=None if b"encoding=" in data[:200] else "utf-8", huge_tree=False, no_network=True)
    try:
        root = html.document_fromstring(data, parser)
    except (ValueError, AssertionError, SyntaxError):
        raise stop("a chapter cannot be read", file=path.name, value=file, level="notice") from None
    return next((one for one in root.iter() if name(one) == "body"), root)


FORMAT = Format(
    name="epub", label=Text("EPUB book", "buku EPUB"), suffixes=(".epub",), recognizes=recognizes, read=read
)
