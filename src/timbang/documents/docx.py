"""DOCX: paragraphs, headings, tables and notes of a Word document, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.documents._archive import REPAIR, opened, part, xml
from timbang.documents._docx_tree import Notes, W, Walk
from timbang.documents._passages import Writing, passages
from timbang.errors import stop
from timbang.model.documents import Extracted
from timbang.registry import Format
from timbang.text import Text

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def recognizes(head: bytes, name: str) -> bool:
    """Whether an archive names Word's parts, or says so by its name and nothing else."""
    other = any(
        mark in head for mark in (b"application/epub+zip", b"xl/workbook", b"ppt/presentation", b"opendocument")
    )
    return head.startswith(b"PK\x03\x04") and not other and (b"word/" in head or name.lower().endswith(".docx"))


def read(path: Path) -> Extracted:
    """The text and tables of a document; TimbangError if it is broken, dangerous or beyond the limits."""
    if path.stat().st_size > _limits.LARGEST_FILE:
        raise _limits.too_large(path, _limits.LARGEST_FILE)
    _safe(path)
    document = _document(path)
    writing = Writing()
    walk = Walk(writing, _headings(document), _notes(document, path))
    for number in walk.body(document.element.body):
        if writing.size > _limits.LONGEST_TEXT:
            raise _limits.too_long(path)
        if number % 500 == 0:
            _limits.beat(number)
    for line in _margins(document, walk):
        writing.add([line], "running")
    text, spans, grids = writing.whole()
    if not text:
        raise stop("the document holds no text", file=path.name, todo="If it holds scanned pages, save it as PDF")
    reader = f"timbang-docx 1, python-docx {version('python-docx')}"
    return Extracted(text=text, passages=passages(text, spans), grids=grids, reader=reader)


def _safe(path: Path) -> None:
    """Refuse an archive that bursts, and XML that declares what Word never declares."""
    with opened(path) as archive:
        for member in archive.namelist():
            if member.endswith((".xml", ".rels")):
                xml(part(archive, member, path), member, path)


def _document(path: Path) -> Any:
    import docx  # late: it takes half a second

    try:
        return docx.Document(str(path))
    except MemoryError:
        raise
    except Exception as error:
        raise stop("the file is no Word document, or a damaged one", file=path.name, value=type(error).__name__,
                   todo=REPAIR) from None  # fmt: skip


def _headings(document: Any) -> frozenset[str]:
    """The ids of heading styles: by their name, which is the same in every language, or by the style they follow."""
    return frozenset(style.style_id for style in document.styles if _is_heading(style))


def _is_heading(style: Any) -> bool:
    for _ in range(20):
        if style is None:
            return False
        if (style.name or "").lower().startswith(("heading", "title", "subtitle")):
            return True
        style = getattr(style, "base_style", None)
    return False


def _notes(document: Any, path: Path) -> Notes:
    """Footnotes and endnotes by kind and id."""
    found: Notes = {}
    for parts, kind in _NOTES:
        for related in _related(document, parts):
            root = xml(related.blob, parts, path)
            found |= {(kind, note.get(f"{W}id")): note for note in root.iter(f"{W}{kind}") if not note.get(f"{W}type")}
    return found


def _related(document: Any, kind: str) -> Iterator[Any]:
    """Parts of a kind that belong to the document."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield relation.target_part


def _margins(document: Any, walk: Walk) -> list[str]:
    """Headers and footers, each once."""
    found: dict[str, None] = {}
    for kind in ("header", "footer"):
        for related in _related(document, kind):
            element = getattr(related, "element", None)
            text = " ".join(walk.text(element).split()) if element is not None else ""
            found |= {text: None} if text else {}
    return list(found)


FORMAT = Format(name="docx", label=Text("Word document", "dokumen Word"), suffixes=(".docx",), recognizes=recognizes,
                read=read)  # fmt: skip
