"""Markdown: headings, paragraphs, lists, quotations, tables and footnotes, without their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.documents._decoding import decode
from timbang.documents._passages import Writing, clean, passages
from timbang.documents.txt import recognizes as is_text
from timbang.errors import stop
from timbang.model.documents import Extracted, PassageKind
from timbang.registry import Format
from timbang.text import Text

SUFFIXES = (".md", ".markdown")
NESTED = 50  # quotations and lists within one another
_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.S)
_MARKED = re.compile(r"^( {0,3})\[\^", re.M)  # else a footnote would be taken for the address of a link
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:?[ \t]*")
_MENTION = re.compile(r"\[\^[^\]\s]+\]")
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.S)


def recognizes(head: bytes, name: str) -> bool:
    """Whether the file is text and is called Markdown: nothing inside tells it from plain text for certain."""
    return name.lower().endswith(SUFFIXES) and is_text(head, name)


def read(path: Path) -> Extracted:
    """The text without marks, and its tables; TimbangError if it is no text, empty, or beyond the limits."""
    from markdown_it import MarkdownIt  # late: only Markdown needs it

    text, problems = decode(_limits.contents(path), path.name)
    parser = MarkdownIt("commonmark", {"maxNesting": NESTED}).enable("table")
    writing = Writing()
    _write(parser.parse(_MARKED.sub(r"\1\\[^", _FRONT.sub("", clean(text)))), writing)
    whole, spans, grids = writing.whole()
    if not whole:
        raise stop("the file is empty", file=path.name)
    reader = f"timbang-markdown 1, markdown-it-py {version('markdown-it-py')}"
    return Extracted(text=whole, passages=passages(whole, spans), grids=grids, reader=reader, problems=tuple(problems))


def _write(tokens: Sequence[Any], writing: Writing) -> None:
    kind: PassageKind = "body"
    rows: list[list[str]] = []
    inside = False
    for token in tokens:
        if token.type == "heading_open":
            kind = "heading"
        elif token.type == "table_open":
            rows, inside = [], True
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            writing.table(rows)
            inside = False
        elif token.type == "inline" and inside:
            rows[-1].append(" ".join(" ".join(_lines(token)).split()))
        elif token.type == "inline":
            _paragraph(list(_lines(token)), kind, writing)
            kind = "body"
        elif token.type in ("fence", "code_block"):
            writing.add(token.content.splitlines())
        elif token.type == "html_block":
            writing.add(_TAG.sub(" ", token.content).splitlines())


def _paragraph(lines: list[str], kind: PassageKind, writing: Writing) -> None:
    """A paragraph, or the footnotes that it consists of."""
    if not lines or not re.match(r"\[\^[^\]\s]+\]:", lines[0]):
        writing.add([_MENTION.sub("", line) for line in lines], kind)
        return
    notes: list[list[str]] = []
    for line in lines:
        if line.startswith("[^") or not notes:
            notes.append([])
        notes[-1].append(_NOTE.sub(r"\1 ", line, count=1))
    for note in notes:
        writing.add(note, "footnote")


def _lines(token: Any) -> Iterator[str]:
    """The words of a paragraph, line by line."""
    line = ""
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            yield line
            line = ""
        elif child.type in ("text", "code_inline", "image"):
            line += child.content
    yield line


FORMAT = Format(
    name="markdown", label=Text("Markdown", "Markdown"), suffixes=SUFFIXES, recognizes=recognizes, read=read
)
