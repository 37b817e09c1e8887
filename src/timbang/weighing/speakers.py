"""Whose reports they are: several offices of one government are several origins, but no independent ones."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from timbang import states
from timbang.evidence.voicing import leading_code
from timbang.inference.weighing.leaving_out import grouped, without
from timbang.inference.weighing.records import Weighed
from timbang.text import LANGS, Text

if TYPE_CHECKING:
    from timbang.weighing.answering import Put
    from timbang.weighing.items import Piece

FEW = Text(
    "the reports come from too few independent speakers ({n}, where {least} are asked for): offices of one "
    "government count as one",
    "laporan berasal dari terlalu sedikit pembicara yang saling bebas ({n}, sedangkan yang diminta {least}): kantor "
    "satu pemerintah dihitung satu",
)
TURNED = Text(
    "Without all that {speaker} says itself, {mechanism} leads.",
    "Tanpa semua yang dikatakan {speaker} sendiri, yang memimpin adalah {mechanism}.",
)


def speaker(says: str, origin: str) -> str:
    """The state or organization whose office speaks, by the code that `says` begins with; else the origin itself."""
    return leading_code(says) or origin


def too_few(put: Put, pieces: Collection[Piece]) -> tuple[Text, ...]:
    """Why it cannot be told, where those whose pieces these are, are too few independent speakers."""
    speakers, least = {piece.speaker for piece in pieces}, put.vocabulary.assumptions.origins
    return (FEW.format(n=len(speakers), least=least),) if pieces and len(speakers) < least else ()


def _called(name: str, put: Put) -> Text:
    if states.by_code(name):
        return Text(*(states.name(name, lang) for lang in LANGS))
    return put.named.get(name, Text(name, name))


def turned(put: Put, found: Weighed, leading: str) -> tuple[Text, ...]:
    """Which speakers' reports, all left out, turn the order, at the likelihoods as stated: a warning."""
    used = [piece for piece in put.pieces if piece.item.id in set(found.items)]
    groups = grouped((piece.speaker, piece.item.id) for piece in used)
    labels = {theory.name: theory.label for theory in put.theories}
    if len(groups) < 2 or len(found.mechanisms) < 2:
        return ()
    items = [piece.item for piece in used]
    whole, *left = without(put.model.space, put.model.means, items, found.years, {"": frozenset(), **groups})
    said = []
    for name, rows in zip(groups, left, strict=True):
        means = dict(zip(found.mechanisms, (found.mean + rows - whole).mean(axis=0), strict=True))
        leads = max(means, key=lambda mechanism: (means[mechanism], mechanism == leading))
        if leads != leading:
            said.append(TURNED.format(speaker=_called(name, put), mechanism=labels[leads]))
    return tuple(said[:2])
