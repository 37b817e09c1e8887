"""References to BibTeX, in UTF-8: signs that mean something to LaTeX are escaped, letters stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

from timbang.model import Reference
from timbang.model.bibnames import names, whole
from timbang.reading.bibliography.latex import encode

NAMES = frozenset(("author", "editor", "translator"))
ADDRESSES = frozenset(("url", "doi", "file", "eprint"))
_PERCENT = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def write_bibtex(references: Iterable[Reference]) -> str:
    """The entries in the order given, one field a line; what `read_references` makes of them is what they were."""
    return "\n\n".join(map(entry, references)) + "\n"


def entry(reference: Reference) -> str:
    """One entry: `@book{key, title = {...}}`."""
    values = {name: _value(name, " ".join(value.split())) for name, value in reference.fields.items()}
    fields = [f"  {name} = {{{value}}}" for name, value in values.items() if value]
    return ",\n".join((f"@{reference.kind}{{{reference.key}", *fields)) + "\n}"


def _value(name: str, value: str) -> str:
    if name in NAMES:
        return " and ".join(f"{{{encode(n[1:-1])}}}" if whole(n) else encode(n) for n in names(value))
    if name in ADDRESSES:
        return "".join(_PERCENT.get(sign, sign) for sign in value)
    return encode(value)
