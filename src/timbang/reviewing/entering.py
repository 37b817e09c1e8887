"""What is accepted enters the case, with its decision, all or nothing and under the lock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timbang.casefile import lock, open_case, write_table, write_text
from timbang.casefile.staging import refuse_shipped, staged
from timbang.errors import stop
from timbang.evidence.extraction.notes import status
from timbang.model import Case, Exercise, Participant
from timbang.reviewing.decisions import ACCEPTED, FILE, REJECTED, Decision, now, with_more
from timbang.reviewing.offers import PRESENT, Offer, weighed
from timbang.reviewing.rows import entry

IN_THE_WAY = ("conflict", PRESENT)


@dataclass(slots=True)
class Entering:
    """The rows of a case while suggestions enter."""

    case: Case
    exercises: list[Exercise] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.exercises, self.participants = list(self.case.of(Exercise)), list(self.case.of(Participant))

    def enter(self, offer: Offer, decision: Decision, edits: dict[str, str]) -> Decision:
        """Add the rows of an offer; the decision with the id of its exercise. TimbangError if a cell cannot be held."""
        exercise, parts = entry(offer, edits, {row.id for row in self.exercises})
        if any((row.id, row.source) == (exercise.id, exercise.source) for row in self.exercises):
            raise stop("the case has this exercise from this source already", value=f"{exercise.id}, {exercise.source}",
                       todo="Reject it, or edit: exercise=ANOTHER-ID")  # fmt: skip
        self.exercises.append(exercise)
        self.participants += parts
        made = replace(decision, exercise=exercise.id)
        self.decisions.append(made)
        return made

    def fill(self, folder: Path) -> None:
        """Write tables and decisions."""
        write_table(folder, Exercise, self.exercises)
        write_table(folder, Participant, self.participants)
        write_text(folder, FILE, with_more(folder, self.decisions))


def accept(folder: Path, offer: Offer, who: str, word: str, edits: dict[str, str], changes: str) -> tuple[str, Case]:
    """Enter one suggestion; the id of its exercise, and the case as it is now."""
    refuse_shipped(folder)
    with lock(folder):
        entering = Entering(open_case(folder))
        decision = Decision(document=offer.document.sha256, spans=offer.found.spans, decision=word, who=who,
                            when=now(), changes=changes)  # fmt: skip
        made = entering.enter(offer, decision, edits)
        staged(folder, entering.fill)
        return made.exercise, open_case(folder)


def reject(folder: Path, offer: Offer, who: str) -> None:
    """Note that a suggestion does not enter."""
    refuse_shipped(folder)
    decision = Decision(document=offer.document.sha256, spans=offer.found.spans, decision=REJECTED, who=who, when=now())
    with lock(folder):
        write_text(folder, FILE, with_more(folder, [decision]))


def accept_all(
    folder: Path, offered: Iterable[Offer], threshold: float, who: str
) -> tuple[Sequence[Decision], list[Offer], list[Path]]:
    """Enter every suggestion with that score or more and no conflict; the decisions, what is left, the paths changed.

    What a document only announces, or says was not held, is left. Each is weighed against the case with those before
    it, so that two documents on one exercise make one.
    """
    refuse_shipped(folder)
    left = []
    with lock(folder):
        entering, when = Entering(open_case(folder)), now()
        for offer in offered:
            one = weighed(offer, entering.exercises, entering.participants)
            score = one.match.suggestion.score
            if score < threshold or one.fate in IN_THE_WAY or status(dict(one.match.suggestion.fields)) != "held":
                left.append(one)
                continue
            decision = Decision(document=one.document.sha256, spans=one.found.spans, decision=ACCEPTED, who=who,
                                when=when, changes=f"--accept {threshold:g}, score {score:g}")  # fmt: skip
            entering.enter(one, decision, {})
        changed = staged(folder, entering.fill) if entering.decisions else []
    return entering.decisions, left, changed
