"""What would overturn an answer, what kind of test each observation is, and what to look for next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from timbang.inference.weighing.leaving_out import without as left_out
from timbang.inference.weighing.lookfor import look_for as informative
from timbang.inference.weighing.records import Array, Item, Weighed
from timbang.inference.weighing.sensitivity import Turn, Word, leave_outs, smallest_change
from timbang.inference.weighing.weigh import bearing
from timbang.inference.weighing.weights import class_of_test
from timbang.text import LANGS, Text

if TYPE_CHECKING:
    from timbang.weighing.answering import Put

PARTS = ("implication", "cluster", "coder")  # origins come with the weighing itself
STRAW = "straw-in-the-wind"
MOST_ITEMS, MOST_WORDS, MOST_LOOKED_FOR = 6, 4, 8
ITEMS = Text("Leaving out {n} items: {names}.", "Tanpa {n} butir: {names}.")
ORIGIN = Text("Leaving out one origin: {name}.", "Tanpa satu asal laporan: {name}.")
ORIGINS = Text("Leaving out {n} origins: {names}.", "Tanpa {n} asal laporan: {names}.")
MOVED = Text(
    "“{implication}” if {of} made “{moved}” instead of “{stated}”.",
    "“{implication}” bila {of} dinyatakan “{moved}”, bukan “{stated}”.",
)
ALREADY = Text(
    "At the likelihoods as stated the second leads already; what follows would put the first ahead.",
    "Pada kemungkinan sebagaimana dinyatakan, yang kedua sudah memimpin; yang berikut akan mendahulukan yang pertama.",
)
BASELINE = Text("without any of the mechanisms it were", "tanpa mekanisme apa pun")
UNDER = Text("under {mechanism} it were", "dalam {mechanism}")
NOTHING = Text(
    "Not even twelve items or origins left out, and no single likelihood moved to the next word, turn the order.",
    "Tanpa dua belas butir atau asal laporan sekalipun, dan bila satu kemungkinan digeser ke kata di sebelahnya, "
    "urutan tidak berbalik.",
)


def _items(put: Put) -> list[Item]:
    return [piece.item for piece in put.pieces]


def without(put: Put, found: Weighed) -> Iterator[tuple[str, str, Array]]:
    """What is left out (an implication, cluster or coder), its name, and the means then, (T, K).

    What that changes at the likelihoods as stated is added to the mean integrated over what they may be: so all that
    is left out is set against the same mean. A cluster of which one implication is reported says what that one says.
    """
    stated, items = replace(put.model, drawn=put.model.means), _items(put)
    used = bearing(stated, items, found.years)
    if not used:
        return
    [whole] = left_out(stated.space, stated.means, used, found.years, {"": frozenset()})
    seen: set[frozenset[str]] = set()
    for part in PARTS:
        groups = leave_outs(stated, items, found.years, part)
        ids = {name: _ids(put, used, part, name) for name in groups}
        if len(groups) > 1:  # without the only one nothing is left
            new = ((name, rows) for name, rows in groups.items() if ids[name] not in seen)
            yield from ((part, name, np.clip(found.mean + rows - whole, 0, 1)) for name, rows in new)
        seen |= set(ids.values())


def _ids(put: Put, used: Sequence[Item], part: str, name: str) -> frozenset[str]:
    """The items that a part names."""
    clusters = put.model.drawn.clusters
    told = ((item.id, item.coder if part == "coder" else item.implication) for item in used)
    return frozenset(id for id, of in told if name == (clusters[of] if part == "cluster" else of))


def turns(put: Put, found: Weighed, order: Sequence[str], codes: Sequence[str]) -> tuple[Text, ...]:
    """The smallest changes that turn the order of the two leading mechanisms over all the years.

    Where leaving out one origin turns it (`codes` of the floor), nothing smaller is looked for.
    """
    if len(order) < 2 or not found.items:
        return ()
    if turning := [code.removeprefix("turned by ") for code in codes if code.startswith("turned by ")]:
        return tuple(ORIGIN.format(name=put.named.get(name, name)) for name in turning[:MOST_ITEMS])
    words = put.vocabulary.scale
    turn = smallest_change(put.model, _items(put), found.years, (order[0], order[1]), (found.years[0], found.years[-1]),
                           sorted(words.values()))  # fmt: skip
    return (*((ALREADY,) if turn.margin < 0 else ()), *(tuple(_told(turn, put)) or (NOTHING,)))


def _told(turn: Turn, put: Put) -> Iterator[Text]:
    items = [Text(item, item) for item in turn.items]
    origins = [put.named.get(origin, Text(origin, origin)) for origin in turn.origins]
    for template, names in ((ITEMS, items), (ORIGINS, origins)):
        if names:
            yield template.format(n=len(names), names=_first(names))
    yield from (_moved(word, put) for word in turn.words[:MOST_WORDS])


def _first(names: Sequence[Text]) -> Text:
    """The first of them, and that there are more."""
    more = ", …" if len(names) > MOST_ITEMS else ""
    return Text(*(", ".join(name[lang] for name in names[:MOST_ITEMS]) + more for lang in LANGS))


def _moved(word: Word, put: Put) -> Text:
    said = {value: name for name, value in put.vocabulary.scale.items()}
    labels = {theory.name: theory.label for theory in put.theories}
    of = UNDER.format(mechanism=labels[word.mechanism]) if word.mechanism else BASELINE
    return MOVED.format(
        implication=put.vocabulary.implications[word.implication].label, of=of, moved=_word(word.moved, said),
        stated=_word(word.stated, said),
    )  # fmt: skip


def _word(value: float, said: Mapping[float, str]) -> Text:
    from timbang.text import word

    return word("likelihood", said.get(value, f"{value:g}"))


def look_for(put: Put, found: Weighed) -> tuple[tuple[str, float, int], ...]:
    """Implications by the information expected of one report, in bits, with the year in which it would tell most."""
    names, bits = informative(put.model, _items(put), found)
    open_ = np.where(np.isnan(bits), 0.0, bits)
    years = (found.years[int(at)] for at in open_.argmax(axis=0))
    ranked = sorted(zip(names, open_.max(axis=0), years, strict=True), key=lambda one: (-one[1], one[0]))
    return tuple((name, float(value), year) for name, value, year in ranked[:MOST_LOOKED_FOR] if value > 0)


def tests(put: Put, order: Sequence[str]) -> tuple[Mapping[str, str], ...]:
    """The class of test that each implication of which either speaks is, for that of the two leading mechanisms for
    which seeing it speaks, against the other.
    """
    if len(order) < 2:
        return ()
    stated, pair = put.model.stated, (order[0], order[1])
    spoken = [name for name in put.model.spoken_of if any((mechanism, name) in stated for mechanism in pair)]
    return tuple(_test(name, {m: stated.get((m, name), stated["", name]) for m in pair}) for name in spoken)


def pairs(put: Put) -> tuple[Mapping[str, Any], ...]:
    """For every two mechanisms of the question, one against the other: class of test -> the implications that are one,
    straws in the wind left out. It rests on the stated likelihoods alone: the same for every unit.
    """
    stated, names = put.model.stated, put.model.mechanisms
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for pair in combinations(names, 2):
        for name in (n for n in put.model.spoken_of if any((mechanism, n) in stated for mechanism in pair)):
            test = _test(name, {m: stated.get((m, name), stated["", name]) for m in pair})
            if test["class"] != STRAW:
                found.setdefault((test["for"], test["against"]), {}).setdefault(test["class"], []).append(name)
    return tuple({"for": one, "against": other, "classes": of} for (one, other), of in found.items())


def _test(name: str, likely: Mapping[str, float]) -> Mapping[str, str]:
    """Of two mechanisms, with how likely each makes the implication."""
    one, other = sorted(likely, key=lambda mechanism: -likely[mechanism])
    kind = class_of_test(likely[one], likely[other]).replace(" ", "-")
    return {"implication": name, "for": one, "against": other, "class": kind}
