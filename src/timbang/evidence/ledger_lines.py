"""One line of the ledger to an entry and back: JSON with every key, in order."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from timbang.errors import Problem
from timbang.model.codings import Coding, Edition, Pass

FILE = "codings.jsonl"
Entry = Coding | Pass
_KINDS: dict[str, type[Coding] | type[Pass]] = {"coding": Coding, "pass": Pass}
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,), "str": (str,), "bool": (bool,), "By": (str,), "Aspect": (str,),
}  # fmt: skip
_AMONG = {"by": ("person", "program"), "kind": ("says", "does")}
_TODO = "The line is left as it is; restore it from a copy, or delete it"


def line_of(entry: Entry) -> bytes:
    """The line of an entry, with its line end."""
    kind = "coding" if isinstance(entry, Coding) else "pass"
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    values["codebook"] = values["codebook"]._asdict()
    identity = {"id": entry.id} if isinstance(entry, Coding) else {}
    text = json.dumps({"type": kind} | identity | values, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def read_line(line: bytes, number: int) -> Entry | Problem:
    """The entry of a line, or what is wrong with it."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):  # json's own, a decoding error, and brackets without end
        return _problem("this is not one JSON object", number, line)
    if not isinstance(found, dict) or found.get("type") not in _KINDS:
        return _problem("this is neither a coding nor a pass", number, line)
    kind = _KINDS[found["type"]]
    try:
        entry = kind(**{field.name: _value(field.name, str(field.type), found) for field in fields(kind)})
        changed = isinstance(entry, Coding) and found.get("id") != entry.id
    except (KeyError, TypeError, ValueError) as error:  # among them half a character, which no id can be made of
        return _problem(f"a value is missing or not what it must be ({error.args[0]})", number, line)
    if changed:
        return _problem("the line's id is not that of what it says: the line has been changed", number, line)
    return entry


def _value(name: str, kind: str, found: dict[str, Any]) -> Any:
    value: Any = found[name]
    if name == "codebook":
        return Edition(*(_text(value[part], part) for part in Edition._fields))
    if name in ("settles", "passages"):
        return tuple(_text(item, name) for item in value)
    if kind == "float" and type(value) in (int, float):
        return float(value)
    if type(value) not in _TYPES.get(kind, ()):
        raise ValueError(name)
    if name in _AMONG and value not in _AMONG[name]:
        raise ValueError(name)
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _problem(what: str, number: int, line: bytes) -> Problem:
    return Problem(what=what, file=FILE, line=number, value=line[:200].decode("utf-8", "replace"), todo=_TODO)
