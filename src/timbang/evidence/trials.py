"""How coders did where it is held what is so: counts by coder and code, and those that the weighing may rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timbang.evidence.accuracy import Accuracy, Unit
from timbang.evidence.units import given_in, readers_of, value_of
from timbang.model.codings import Coding, Pass

KINDS = ((True, True), (True, False), (False, True), (False, False))  # gave it, holds: right, wrong, missed, rest
NOTHING = Accuracy(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Trial:
    """One coder's counts over all codes, over how many passages, and whether a disagreement is still open."""

    counts: Accuracy = NOTHING
    passages: int = 0
    open: bool = False

    def __add__(self, other: Trial) -> Trial:
        """Both together: of two codebooks, say."""
        return Trial(self.counts + other.counts, self.passages + other.passages, self.open or other.open)


def by_code(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]], codes: Iterable[str]
) -> dict[str, dict[str, Accuracy]]:
    """Coder -> code -> counts, over passages that two or more coders have read.

    What holds of a code is what a settlement says, else what all who read the passage say; where they
    differ and nobody has decided, the passage is left out: a coder is not judged by another.
    """
    original = [one for one in codings if not one.settles]
    readers, given = readers_of(original, passes, passages), given_in(original)
    settled = {key: value == "affirmed" for key, value in settlements(codings).items()}
    pairs: dict[str, dict[str, list[tuple[bool, bool]]]] = {}
    for code in codes:
        for unit, coders in readers.items():
            said = {coder: value_of(given.get((unit, coder), ()), code) == "affirmed" for coder in sorted(coders)}
            agreed = next(iter(said.values())) if len(set(said.values())) == 1 else None
            holds = settled.get((unit, code), agreed)
            if len(said) > 1 and holds is not None:
                for coder, gave in said.items():
                    pairs.setdefault(coder, {}).setdefault(code, []).append((gave, holds))
    return {coder: {code: _counted(found) for code, found in of.items()} for coder, of in pairs.items()}


def trials(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]], codes: Sequence[str]
) -> dict[str, Trial]:
    """Each coder's counts pooled over codes, against people: what is settled, else what they and the coder agree on.

    Only passages that another coder, a person, has read too, and to which one of them gave a code: that all pass over
    empty text alike says little. Leaving out what they differ on would flatter; so a coder with a disagreement that
    nobody has settled is marked as open.
    """
    original = [one for one in codings if not one.settles]
    readers, given = readers_of(original, passes, passages), given_in(original)
    every: list[Coding | Pass] = [*original, *passes]
    people = {one.coder for one in every if one.by == "person"}
    settled = {key: value == "affirmed" for key, value in settlements(codings).items()}
    found: dict[str, Trial] = {}
    for unit, coders in readers.items():
        for coder in coders:
            judges = (people & coders) - {coder}
            if not judges or not any((unit, one) in given for one in {coder, *judges}):
                continue
            pairs, waits = [], False
            for code in codes:
                said = [value_of(given.get((unit, one), ()), code) == "affirmed" for one in (coder, *judges)]
                holds = settled.get((unit, code), said[0] if len(set(said)) == 1 else None)
                waits = waits or holds is None
                pairs += [] if holds is None else [(said[0], holds)]
            found[coder] = found.get(coder, Trial()) + Trial(_counted(pairs), 1, waits)
    return found


def settlements(codings: Sequence[Coding]) -> dict[tuple[Unit, str], str]:
    """What was decided of a code in a passage: affirmed, denied, absent. A later decision replaces an earlier one."""
    by_id = {one.id: one for one in codings}
    decided: dict[tuple[Unit, str], str] = {}
    for one in codings:
        for code in {by_id[name].code for name in one.settles if name in by_id} - {""}:
            holds = "absent" if one.code != code else "denied" if one.negated else "affirmed"
            decided[(one.document, one.passage), code] = holds
    return decided


def _counted(pairs: Sequence[tuple[bool, bool]]) -> Accuracy:
    return Accuracy(*(pairs.count(kind) for kind in KINDS))
