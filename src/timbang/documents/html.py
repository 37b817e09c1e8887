"""HTML: the page's own text without navigation, banners and notices around it; tables kept."""

from __future__ import annotations

import re
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.documents._decoding import decode, marked
from timbang.documents._markup import UNSEEN, hidden, name, write
from timbang.documents._passages import Writing, passages
from timbang.errors import Problem, stop
from timbang.model.documents import Extracted
from timbang.registry import Format
from timbang.text import Text

_BEGINS = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
FEWEST = 200  # letters: a page of which less than this and less than a tenth is kept is taken whole


def recognizes(head: bytes, name: str) -> bool:
    """Whether the file begins as a page does."""
    encoding = marked(head)
    plain = head.decode(encoding, "ignore").encode() if encoding else head
    return bool(_BEGINS.match(plain[:4096]))


def read(path: Path) -> Extracted:
    """The text and tables of a page; TimbangError if it holds none or is beyond the limits."""
    from lxml import html  # late: only markup needs it

    text, problems = _text(_limits.contents(path), path.name)
    try:
        root = html.document_fromstring(_XML_HEAD.sub("", text), html.HTMLParser(huge_tree=False, no_network=True))
    except (ValueError, AssertionError, SyntaxError):  # lxml's parser errors are SyntaxErrors
        raise stop("the page is empty or no HTML", file=path.name) from None
    for element in [one for one in root.iter() if name(one) and hidden(one)]:
        element.drop_tree()
    writing = Writing()
    problems += _write(root, writing, path.name)
    whole, spans, grids = writing.whole()
    if not whole:
        raise stop("the page holds no text", file=path.name, todo="If a script draws its text, save it as PDF instead")
    return Extracted(
        text=whole, passages=passages(whole, spans), grids=grids, problems=tuple(problems),
        reader=f"timbang-html 1, trafilatura {version('trafilatura')}, lxml {version('lxml')}",
    )  # fmt: skip


def _text(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The page's letters, in the encoding it declares, else by its bytes."""
    declared = _DECLARED.search(data[:4096])
    if declared and not marked(data):
        try:
            return data.decode(declared[1].decode("ascii")), []
        except (LookupError, UnicodeDecodeError):
            pass  # many pages declare what they are not
    return decode(data, file)


def _write(root: Any, writing: Writing, file: str) -> list[Problem]:
    """Write the main text, or the whole page where hardly anything would be left of it."""
    body = _main(deepcopy(root))  # which it takes apart
    kept = len("".join(body.itertext())) if body is not None else 0
    page = sum(len(part.strip()) for part in _seen(root))
    if body is not None and (kept >= FEWEST or kept * 10 >= page):
        for heading in _titles(root, body):
            writing.add([heading], "heading")
        write(body, writing)
        return []
    write(root, writing)
    what = "the main text could not be told from the rest of the page; all of it was read"
    return [Problem(what=what, file=file, level="notice")]


def _main(root: Any) -> Any:
    """What trafilatura takes for the main text, as a tree, or None."""
    from trafilatura import bare_extraction

    found = bare_extraction(root, include_comments=False, include_tables=True, favor_recall=True)
    return getattr(found, "body", None)


def _seen(root: Any) -> list[str]:
    return [one.text or "" for one in root.iter() if name(one) and name(one) not in UNSEEN]


def _titles(root: Any, body: Any) -> list[str]:
    """The page's own title, which often stands in a banner that is left out."""
    kept = " ".join("".join(body.itertext()).split())
    titles = [" ".join("".join(one.itertext()).split()) for one in root.iter("h1")]
    return [title for title in titles[:1] if title and title not in kept]


FORMAT = Format(name="html", label=Text("web page", "halaman web"), suffixes=(".html", ".htm", ".xhtml"),
                recognizes=recognizes, read=read)  # fmt: skip
