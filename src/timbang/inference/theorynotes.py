"""Reads one file of theories or typologies, and notes what its shape cannot tell: citations, names, duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.inference.theory import JUDGEMENT, Implication, Likelihood, Measured
from timbang.reading.files import LARGEST_YAML, read_text
from timbang.reading.flaws import meant
from timbang.reading.schema import At, Shape
from timbang.reading.yamlfile import compose


@dataclass(frozen=True, slots=True)
class Terms:
    """In what terms files speak: the scale's words, the concentration where none is stated, the implications."""

    scale: Mapping[str, float]
    concentration: float
    implications: Mapping[str, Implication] = field(default_factory=dict)


def read(path: Path, where: str, shape: Shape, problems: list[Problem]) -> tuple[dict[str, Any], At]:
    """What a file holds, by its shape ({} if nothing can be read), and where to note more; it is shown as `where`."""
    room = path.parent
    text, unread = read_text(room.parent, f"{room.name}/{path.name}", LARGEST_YAML)  # not by a link out of the case
    problems += unread
    at = At(where, problems)
    if text is None:
        if not unread:
            problems.append(Problem(what="there is no such file", file=where, todo="Write it"))
        return {}, at
    node, more = compose(text, where)
    problems += more
    if node is None:
        if not more:
            problems.append(Problem(what="the file is empty", file=where, todo="Fill it in, or delete it"))
        return {}, at
    return shape.read(node, at) or {}, at


def note(at: At, line: int, what: str, value: str, expected: str = "", todo: str = "") -> None:
    """One more problem of the file."""
    at.problems.append(
        Problem(what=what, file=at.file, line=line, column=at.path, value=value, expected=expected, todo=todo)
    )


def likelihood(found: Mapping[str, Any], references: Mapping[str, str], terms: Terms, at: At) -> Likelihood | None:
    """A likelihood as read; None if it lacks something, which has been noted."""
    if not {"words", "reason", "citation"} <= set(found):
        return None
    cited(found["citation"], references, found["line"], at)
    concentration = float(found.get("concentration", terms.concentration))
    if not 1 <= concentration <= 1000:
        note(at, found["line"], "the concentration is out of range", f"{concentration:g}", "from 1 to 1000")
    return Likelihood(words=found["words"], mean=terms.scale[found["words"]], concentration=concentration,
                      reason=found["reason"], citation=found["citation"], line=found["line"])  # fmt: skip


def cited(key: str, references: Mapping[str, str], line: int, at: At) -> None:
    """Note a citation that the file does not list and that is not the word judgement."""
    if key not in references and key != JUDGEMENT:
        known = (JUDGEMENT, *references)
        todo = meant(key, known) or f"Add {key} to the references, or write {JUDGEMENT}"
        note(at, line, "the citation is not among the references", key, " | ".join(known), todo)


def known(name: str, names: Iterable[str], line: int, at: At) -> bool:
    """Whether the vocabulary has that implication; noted if not."""
    names = tuple(names)
    if name in names:
        return True
    todo = meant(name, names) or "See all with: timbang list implications"
    note(at, line, "there is no such implication", name, "a name of theories/_implications.yml", todo)
    return False


def twice(rows: Iterable[Mapping[str, Any]], at: At, *keys: str) -> None:
    """Note rows that repeat the values of these keys."""
    seen: dict[tuple[Any, ...], int] = {}
    for row in rows:
        key = tuple(row.get(word) for word in keys)
        first = seen.setdefault(key, row["line"])
        if None not in key and first != row["line"]:
            what = f"it stands twice, first on line {first}"
            note(at, row["line"], what, " ".join(map(str, key)), todo="Delete one of them")


def measured(found: Mapping[str, Any] | None) -> Measured | None:
    """The record of a mapping that could be read whole."""
    return Measured(**found) if found and {"measure", "affirmed", "denied"} <= set(found) else None
