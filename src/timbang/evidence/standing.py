"""Which codings may be weighed: what people gave or settled, and programs that were measured; the rest is counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from timbang.evidence.settling import settled
from timbang.evidence.trials import settlements
from timbang.evidence.units import Given, Readers, Unit, given_in, readers_of, value_of
from timbang.model.codings import Coding, Pass


@dataclass(frozen=True, slots=True)
class Standing:
    """The codings that stand, in the order of the ledger, and how many do not."""

    codings: tuple[Coding, ...]
    unconfirmed: int  # a program's, and no person gave or settled the same of the passage
    disputed: int  # passages and codes on which people differ and nobody has decided


def standing(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]], measured: Collection[str]
) -> Standing:
    """The codings of one codebook's edition that may be weighed; `measured`: programs whose reliability is known.

    A program's denials are weighed only as people confirm them: trials count whether a code was given, and tell
    nothing of how well it tells a denial from silence. A person's confirmation of a program's suggestion is that
    person's coding. One on which people differ stands when it is settled: of several readings of a passage none is
    taken for the right one.
    """
    left = settled(codings)
    people = [one for one in left if one.by == "person"]
    disputed, holds = _disputed(codings, passes, passages), settlements(codings)
    confirmed = {(one.document, one.passage, one.code, one.negated) for one in people}
    kept, unconfirmed = [], 0
    for one in left:
        if one.settles:
            kept += [one] if holds.get(_key(one)) == value_of([one], one.code) else []  # else decided anew since
        elif one.by == "person":
            kept += [] if _key(one) in disputed else [one]
        elif one.coder in measured and not one.negated:
            kept.append(one)
        else:
            unconfirmed += (one.document, one.passage, one.code, one.negated) not in confirmed
    return Standing(tuple(kept), unconfirmed, len(disputed))


def _key(one: Coding) -> tuple[Unit, str]:
    return (one.document, one.passage), one.code


def _disputed(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]]
) -> set[tuple[Unit, str]]:
    """Passages and codes of which a person's undecided coding says otherwise than another reader, or a settlement."""
    decided = {name for one in codings for name in one.settles}
    mine = [one for one in codings if one.by == "person" and not one.settles]
    readers = readers_of(mine, [one for one in passes if one.by == "person"], passages)
    given, holds = given_in(mine), settlements(codings)
    waiting = {(_key(one), one.coder) for one in mine if one.id not in decided}
    return {key for key, coder in waiting if _differs(key, coder, readers, given, holds)}


def _differs(
    key: tuple[Unit, str], coder: str, readers: Readers, given: Given, holds: Mapping[tuple[Unit, str], str]
) -> bool:
    unit, code = key
    if key in holds:
        return value_of(given[unit, coder], code) != holds[key]
    return len({value_of(given.get((unit, one), ()), code) for one in readers[unit]}) > 1
