"""Participants as a cell of a table lists them, with doubts, observers and what is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timbang.evidence.extraction.marking import Marked
from timbang.evidence.extraction.naming import Named
from timbang.evidence.extraction.vocabulary import LANGUAGES, finder
from timbang.model.suggestions import Sent
from timbang.states import find

BLANK = re.compile(r"\n[ \t\r\f\uf0b7]*\n")
SEPARATOR = re.compile(r"[\s,;/&+]*")
SEVERAL = re.compile(r"\w[\w'’.-]*(?:[ \n]+\w[\w'’.-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The states of a cell, whether the cell leaves others open, and where it ends."""

    sent: tuple[Sent, ...]
    roster: str
    end: int


def read_participants(marked: Marked, at: int, closed: bool = False) -> Cell:
    """The list of states that begins at `at`; `closed` says that a cell holds it, so that nothing else follows."""
    sent: list[Sent] = []
    roster, end = "", at
    for named, gap, asked in _listed(marked, at):
        if named is None:
            roster, end = ("open" if gap else roster), asked
            continue
        if not closed and sent and _ends(marked, sent, named, marked.text[end : named.start]):
            break
        certain = "no" if marked.text[named.end : asked].strip() == "?" else "yes"
        if named.code not in {one.state for one in sent}:
            role = "observer" if _observes(marked, named) else "participant"
            sent.append(Sent(state=named.code, role=role, certain=certain, span=(named.start, named.end)))
        end = asked
    return Cell(tuple(sent), roster or ("complete" if sent else ""), end)


def _listed(marked: Marked, at: int) -> Iterator[tuple[Named | None, bool, int]]:
    """States one after another with the end of each; None where a `?` stands alone, or words for others."""
    known = {one.start: one for one in marked.named}
    join, others = finder("join", LANGUAGES), finder("open", LANGUAGES)
    while True:
        start = SEPARATOR.match(marked.text, at).end()  # type: ignore[union-attr]
        if more := others.match(marked.text, start):
            yield None, True, more.end()
            at = more.end()
            continue
        joined = start
        while word := join.match(marked.text, joined):
            joined = SEPARATOR.match(marked.text, word.end()).end()  # type: ignore[union-attr]
        if marked.text.startswith("?", joined):
            yield None, True, joined + 1
            at = joined + 1
            continue
        named = known.get(joined) or _spelled(marked.text, joined)
        if named is None:
            return
        asked = re.compile(r"\s?\?|\s*\([^)\n]*\)|").match(marked.text, named.end).end()  # type: ignore[union-attr]
        yield named, True, asked
        at = asked


def _spelled(text: str, at: int) -> Named | None:
    """A state by a name that only the larger list of names knows; letters of one or two are no names."""
    words = SEVERAL.match(text, at)
    if words is None or not text[at].isupper():
        return None
    parts = re.findall(r"\S+", words[0])
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if len(name) > 4 and (state := find(name)):
            end = at + [match.end() for match in re.finditer(r"\S+", words[0])][count - 1]
            return Named(state.code, at, end)
    return None


def _observes(marked: Marked, named: Named) -> bool:
    after = re.compile(r"\s*\(([^)\n]*)\)").match(marked.text, named.end)
    return after is not None and finder("observer", LANGUAGES).search(after[1]) is not None


def _ends(marked: Marked, sent: list[Sent], named: Named, gap: str) -> bool:
    """Whether the list ended before this state, which then begins the next column of a row run together."""
    separated = re.search(r"[,;/&+]", gap) or finder("join", LANGUAGES).search(gap)
    if re.match(r"\s*:", marked.text[named.end :]) or named.code in {one.state for one in sent}:
        return True
    if separated:
        return False
    last = sent[-1].span or (0, 0)
    before = marked.text[max(0, last[0] - 12) : last[0]]
    if BLANK.search(gap) or finder("join", LANGUAGES).search(before.rstrip()[-6:]) or "?" in gap:
        return True
    same_line = "\n" not in gap
    return (
        same_line and re.match(r"[ \t]+\w", marked.text[named.end :]) is not None and not _next_is_state(marked, named)
    )


def _next_is_state(marked: Marked, named: Named) -> bool:
    after = SEPARATOR.match(marked.text, named.end).end()  # type: ignore[union-attr]
    return any(one.start == after for one in marked.named)
