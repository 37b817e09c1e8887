"""XML from strangers, read without entities, document types or network; and the order the schema wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timbang.errors import TimbangError, stop

LARGEST_XML = 200_000_000  # bytes: some half a million codings
PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
FAMILY = "urn:QDA-XML:"  # programs have written 0:4 and 1:0 for 1.0
RESAVE = "Export it again with the program that made it"
# The order of children in Project.xsd; what it does not name stays where it is.
ORDER = ("Users", "CodeBook", "Codes", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs",
         "Description", "PlainTextContent", "PDFSelection", "PlainTextSelection", "Representation", "CodeRef",
         "Coding", "NoteRef", "Code", "VariableValue")  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(ORDER)}


def parse(data: bytes, file: str, root: str) -> Any:
    """The root element, which must be called so; TimbangError for anything else, and for a document type."""
    from lxml import etree  # late: only exchange needs it

    if len(data) > LARGEST_XML:
        raise stop("the XML is too large", file=file, expected=f"at most {LARGEST_XML // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        found = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        raise stop(f"this is no XML that can be read: {error}", file=file, line=line, todo=RESAVE) from None
    if found.getroottree().docinfo.internalDTD is not None:
        raise stop("the XML declares a document type, which may hold entities that grow without end", file=file,
                   value=found.getroottree().docinfo.doctype, todo="Do not trust it: REFI-QDA has none")  # fmt: skip
    space = etree.QName(found).namespace or ""
    if local(found) != root or not (space == "" or space.startswith(FAMILY)):
        raise _other(found, file, root)
    return found


def _other(found: Any, file: str, root: str) -> TimbangError:
    todo = {"CodeBook": "It is a codebook: give it as .qdc", "Project": "It is a project: give its .qdpx"}
    return stop("the XML is something else than REFI-QDA", file=file, value=str(found.tag),
                expected=f"{{{FAMILY}...}}{root}", todo=todo.get(local(found), RESAVE))  # fmt: skip


def local(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children so called, in whatever namespace."""
    return (child for child in element if local(child) in names)


def child(element: Any, name: str) -> Any:
    """The first child so called, or None."""
    return next(children(element, name), None)


def words(element: Any, name: str) -> str:
    """The text of the first child so called, or nothing."""
    found = child(element, name)
    return "".join(found.itertext()) if found is not None else ""


def made(parent: Any, name: str, /, **attributes: str) -> Any:
    """A new element in the parent's namespace, not yet put anywhere; empty attributes are left out."""
    space = parent.tag[: parent.tag.index("}") + 1] if "}" in parent.tag else ""
    return parent.makeelement(space + name, {key: clean(value) for key, value in attributes.items() if value})


def put(parent: Any, *added: Any) -> None:
    """Put elements of one name where the schema wants them: after what comes before, before what comes after."""
    if not added:
        return
    rank = _RANK[local(added[0])]
    later = next((at for at, one in enumerate(parent) if _RANK.get(local(one), -1) > rank), len(parent))
    parent[later:later] = added


def ensured(parent: Any, name: str) -> Any:
    """The child so called, made where it is not there."""
    found = child(parent, name)
    if found is None:
        found = made(parent, name)
        put(parent, found)
    return found


def describe(element: Any, text: str) -> None:
    """Give an element its description, change it, or take it away."""
    found = child(element, "Description")
    if found is not None and not text:
        element.remove(found)
    elif text and words(element, "Description") != text:
        target = ensured(element, "Description")
        del target[:]
        target.text = clean(text)


def clean(text: str) -> str:
    """A text without the few signs that XML 1.0 cannot hold: they become the replacement character."""
    return "".join(map(_allowed, text)) if not text.isprintable() else text


def _allowed(sign: str) -> str:
    code = ord(sign)
    return (
        sign if code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF else "\ufffd"
    )


def serialized(root: Any) -> bytes:
    """The XML as bytes, in UTF-8, with its declaration."""
    from lxml import etree

    data: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=None)
    return data + b"\n"
