"""Pairs of states that stand once, state1 before state2 by code, whichever way round the provider gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timbang.sources._table import LINE, Read, Rows

if TYPE_CHECKING:
    import pyarrow as pa


def undirected(rows: Rows, columns: Mapping[str, pa.Array], swaps: Sequence[tuple[str, str]] = ()) -> Read:
    """The rows with state1 < state2; where that turns a row round, the two columns of each swap change places too.

    A file may have each pair both ways round: two rows that are mirror images become one. The same row
    twice is a problem; two that contradict each other keep both rows, which the check of the key tells.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    turned = pc.greater(columns["state1"], columns["state2"])
    table = dict(columns)
    for one, other in (("state1", "state2"), *swaps):
        table[one] = pc.if_else(turned, columns[other], columns[one])
        table[other] = pc.if_else(turned, columns[one], columns[other])
    lines = rows.table[LINE].combine_chunks()
    whole = pa.table({**table, LINE: lines, "turned": pc.cast(turned, pa.int64())})
    told = [(LINE, "min"), (LINE, "max"), (LINE, "count"), ("turned", "sum")]
    once = whole.group_by([*columns], use_threads=False).aggregate(told)
    mirrored = pc.and_(pc.equal(once[f"{LINE}_count"], 2), pc.equal(once["turned_sum"], 1))
    twice = once.filter(pc.and_not(pc.greater(once[f"{LINE}_count"], 1), mirrored))
    again = pc.is_in(rows.table[LINE], twice[f"{LINE}_max"].combine_chunks())
    rows.tell(again, "the row stands twice", todo="Remove one of the two")
    return rows.as_read(once.select([*columns]), once[f"{LINE}_min"].combine_chunks())
