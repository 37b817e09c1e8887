"""Marks into the XML of a project: those that are gone are taken out, those that are new are put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from timbang.evidence.exchange.counting import Places
from timbang.evidence.exchange.guids import guid, same
from timbang.evidence.exchange.marks_in import holders
from timbang.evidence.exchange.markup import children, describe, local, made, put
from timbang.evidence.exchange.nouns import Mark, Project

LONGEST_NAME = 120  # code points of a selection's name: its words, or their beginning
Selections = dict[tuple[bool, int, int, str], list[Mark]]  # whole, start, end, GUID of the selection


def forget(root: Any, project: Project) -> None:
    """Take away the codings that are gone or changed, and selections that are left with nothing."""
    if project.kept is None:
        return
    now = {mark.guid: mark for mark in project.marks}
    gone = {key for key, mark in project.kept.marks.items() if now.get(key) != mark}
    for _, holder in holders(root):
        for above in [holder, *children(holder, "PlainTextSelection")] if gone and holder is not None else ():
            for coding in [one for one in children(above, "Coding") if same(one.get("guid")) in gone]:
                above.remove(coding)
                if above is not holder and all(local(one) == "Description" for one in above):
                    holder.remove(above)


def write_marks(root: Any, project: Project) -> None:
    """Put the marks that are new or changed: those of one selection together, selections in order of the text."""
    old = project.kept.marks if project.kept else {}
    stored = project.kept.stored if project.kept else {}
    texts = {source.guid: source.text or "" for source in project.sources}
    named = [one for one in root.iter() if local(one) in ("User", "Code")]
    spelled = {same(one.get("guid")): one.get("guid") or "" for one in named}  # as others wrote them
    new: dict[str, Selections] = defaultdict(lambda: defaultdict(list))
    for mark in project.marks:
        if old.get(mark.guid) != mark:
            new[mark.source][mark.whole, mark.start, mark.end, mark.selection].append(mark)
    for source, holder in holders(root) if new else ():
        if source in new and holder is not None:
            places = project.counting.places(stored.get(source, texts[source]))
            _select(holder, new.pop(source), places, texts[source], spelled)


def _select(holder: Any, new: Selections, places: Places, text: str, spelled: Mapping[str, str]) -> None:
    """Put selections with their codings into the element that holds a text."""
    there = {same(one.get("guid")): one for one in children(holder, "PlainTextSelection")}
    added = []
    for (whole, start, end, name), marks in sorted(new.items()):
        span = places.write(start, end)
        above = holder if whole else there.get(name)
        if above is None or not (whole or _at(above, span)):
            words = text[start:end] if end - start <= LONGEST_NAME else f"{text[start : start + LONGEST_NAME - 1]}…"
            own = name if name and name not in there else guid("selection", *(mark.guid for mark in marks))
            above = there[own] = _selection(holder, own, span, words, marks[0], spelled)
            added.append(above)
        put(above, *(_coding(above, mark, spelled) for mark in marks))
    put(holder, *added)


def _at(selection: Any, span: tuple[int, int]) -> bool:
    return (selection.get("startPosition"), selection.get("endPosition")) == tuple(map(str, span))


def _selection(holder: Any, own: str, span: tuple[int, int], words: str, mark: Mark, spelled: Mapping[str, str]) -> Any:
    user, (start, end) = spelled.get(mark.user, mark.user), map(str, span)
    selection = made(holder, "PlainTextSelection", guid=own, name=words, startPosition=start, endPosition=end,
                     creatingUser=user, creationDateTime=mark.time)  # fmt: skip
    describe(selection, mark.note)
    return selection


def _coding(above: Any, mark: Mark, spelled: Mapping[str, str]) -> Any:
    user = spelled.get(mark.user, mark.user)
    coding = made(above, "Coding", guid=mark.guid, creatingUser=user, creationDateTime=mark.time)
    coding.append(made(coding, "CodeRef", targetGUID=spelled.get(mark.code, mark.code)))
    return coding
