"""Suggestions one by one in the terminal: accept, edit, reject, skip, quit. All that is shown goes to stderr."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from timbang.casefile.staging import refuse_shipped
from timbang.cli.console import counted, say
from timbang.errors import TimbangError
from timbang.model import Case, Exercise, Participant
from timbang.reviewing.decisions import ACCEPTED, EDITED, REJECTED
from timbang.reviewing.entering import accept, reject
from timbang.reviewing.offers import PRESENT, Offer, weighed
from timbang.reviewing.rows import EDITABLE
from timbang.reviewing.suggested import cells

WORDS = {"a": ACCEPTED, "e": EDITED, "r": REJECTED, "s": "skipped", "q": "quit"}


def ask(case: Case, offered: Sequence[Offer], who: str) -> None:
    """Go through the offers; each decision is on the disk before the next is asked for."""
    refuse_shipped(case.folder)
    waiting = [one for one in offered if one.fate != PRESENT]
    done: Counter[str] = Counter()
    if len(waiting) < len(offered):
        there = counted(len(offered) - len(waiting), "suggestion")
        say(f"not asked: {there} that the case has from the same source already (see --list)")
    for number, offer in enumerate(waiting, start=1):
        now = weighed(offer, case.of(Exercise), case.of(Participant))
        if now.fate == PRESENT:
            continue
        say(f"\n{number} of {len(waiting)}: {described(now)}")
        word, case = _decide(case, now, who)
        if word == "quit":
            break
        done[word] += 1
    left = len(waiting) - done[ACCEPTED] - done[EDITED] - done[REJECTED]
    say(f"\n{', '.join(f'{n} {word}' for word, n in done.items()) or 'nothing decided'}; {left} left")


def _decide(case: Case, offer: Offer, who: str) -> tuple[str, Case]:
    """One decision, asked for until there is one that can be carried out."""
    while True:
        answer = asked("accept, edit, reject, skip, quit [a/e/r/s/q]: ")
        word = WORDS.get(answer[:1].lower(), "") if answer is not None else "quit"
        if word in ("skipped", "quit"):
            return word, case
        if word == REJECTED:
            reject(case.folder, offer, who)
            return word, case
        if word:
            edits = _edited(offer) if word == EDITED else {}
            word = EDITED if edits else ACCEPTED
            try:
                id, case = accept(case.folder, offer, who, word, edits, _changes(offer, edits))
            except TimbangError as error:
                for problem in error.problems:
                    say(str(problem))
                continue
            say(f"entered as {id}")
            return word, case


def _edited(offer: Offer) -> dict[str, str]:
    """What the user changes, a column a line."""
    say(f"column=value, a line each; an empty line when done. Columns: {', '.join(EDITABLE)}")
    edits: dict[str, str] = {}
    while line := asked("> "):
        column, equals, value = (part.strip() for part in line.partition("="))
        if column in EDITABLE and equals:
            edits[column] = value
        else:
            say(f"{line!r} changes nothing; expected a column, =, and what it should hold")
    return edits


def _changes(offer: Offer, edits: dict[str, str]) -> str:
    before = cells(offer.match.suggestion) | {"exercise": offer.match.exercise}
    return "; ".join(f"{column}: {before.get(column, '')} -> {value}" for column, value in edits.items())


def asked(question: str) -> str | None:
    """An answer; None when there is nobody, or no more, to answer."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def described(one: Offer) -> str:
    """The offer as a reader needs it to decide."""
    like = f" with {one.match.exercise} (alike in {one.match.reason})" if one.match.exercise else ""
    said = {name: " ".join(cell.split()) for name, cell in cells(one.match.suggestion).items()}
    shown = (*EDITABLE[2:], "score")
    lines = [f"{one.fate}{like}", f"  {one.document.source}, {one.locator}: {one.document.title}"]
    lines += [f"  {name + ':':<17}{said[name]}" for name in shown if said[name]]
    lines += [f"  conflict in {c.field}: {c.source} has {c.theirs}, here {c.ours}" for c in one.match.conflicts]
    return "\n".join([*lines, f"  “{one.found.words}”"])
