"""Whether an answer on a target rests on reports that name it: what names nobody cannot tell towards whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timbang.findings.weighed import Heard
from timbang.inference.weighing.leaving_out import without
from timbang.inference.weighing.records import Weighed
from timbang.inference.weighing.weigh import bearing
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.weighing.answering import Put

FEW = Text(
    "too few independent origins speak of this target ({n}, where {least} are asked for)",
    "terlalu sedikit asal laporan yang saling bebas berbicara tentang sasaran ini ({n}, sedangkan yang diminta "
    "{least})",
)
UNAIMED = Text(
    "only reports that name no target carry it",
    "hanya laporan yang tidak menyebut sasaran yang mendukungnya",
)


def unaimed(put: Put, found: Weighed, leading: str, first: int, last: int) -> tuple[Text, ...]:
    """Why it cannot be told of this target in these years; nothing where none is named or nothing is heard of them.

    Enough independent origins must speak of the target itself, and the mechanism that leads in these years must
    still do so without the items that name no target, at the likelihoods as stated.
    """
    within = put.speaking(found, first, last)
    if not put.question.targets or not within:
        return ()
    aimed = {piece.item.origin for piece in within if piece.target in put.question.targets}
    least = put.vocabulary.assumptions.origins
    few = (FEW.format(n=len(aimed), least=least),) if len(aimed) < least else ()
    used = put.speaking(found, found.years[0], found.years[-1])
    loose = frozenset(piece.item.id for piece in used if piece.target not in put.question.targets)
    if few or not loose:
        return few
    [left] = without(put.model.space, put.model.means, [p.item for p in used], found.years, {"": loose})
    of = [at for at, year in enumerate(found.years) if first <= year <= last]
    means = dict(zip(found.mechanisms, left[of].mean(axis=0), strict=True))
    return (UNAIMED,) if max(means, key=lambda name: (means[name], name == leading)) != leading else ()


def unaimed_point(put: Put, mechanism: str, years: tuple[int, int], items: Sequence[Heard]) -> tuple[Text, ...]:
    """The same of one mechanism over some years, `items` being those that bear on it: without those that name no
    target it must still be more likely than not.
    """
    if not put.question.targets or not items:
        return ()
    aimed = {item.origin for item in items if item.target in put.question.targets}
    least = put.vocabulary.assumptions.origins
    if len(aimed) < least:
        return (FEW.format(n=len(aimed), least=least),)
    used = bearing(put.model, [piece.item for piece in put.pieces], list(put.years))
    loose = frozenset(p.item.id for p in put.pieces if p.target not in put.question.targets)
    [left] = without(put.model.space, put.model.means, used, list(put.years), {"": loose})
    within = [at for at, year in enumerate(put.years) if years[0] <= year <= years[1]]
    k = put.model.mechanisms.index(mechanism)
    return (UNAIMED,) if left[within, k].mean() <= 0.5 else ()
