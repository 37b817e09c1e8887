"""Threat of each state to each member over the period: at least one of its components, from the case's figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING

from timbang.measures._figures import result
from timbang.measures._threat import COMPONENTS
from timbang.measures._threat_figures import COLUMNS, components
from timbang.measures._threat_indices import of_members
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member and each other member or outside power; none if the case has no such figures."""
    rows = components(views, setting)
    return result((row | {"value": _at_least_one([row[name] for name in COMPONENTS])} for row in rows), COLUMNS)


def _at_least_one(means: Sequence[float | None]) -> float | None:
    """1 less the product of what each leaves; 1 where one is 1, else None where one is missing."""
    known = [mean for mean in means if mean is not None]
    if 1 not in known and len(known) < len(means):
        return None
    return 1 - prod(1 - mean for mean in known)


MEASURE = of_members(
    name="threat_components",
    way=Text("at least one component", "sekurang-kurangnya satu komponen"),
    rule=Text(
        "How threatening another state is to a member, as 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), so that one strong "
        "component is enough: 1 where one is 1, and so always for neighbours by land, and nearly 1 where the other is "
        "far larger; else not known where a component is missing.",
        "Seberapa mengancam suatu negara bagi seorang anggota, sebagai 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), sehingga "
        "satu komponen kuat sudah cukup: 1 bila salah satunya 1, jadi selalu demikian bagi tetangga darat, dan hampir "
        "1 bila pihak lain jauh lebih besar; selain itu tidak diketahui bila ada komponen yang hilang.",
    ),
    order=40,
    compute=compute,
    # What is left of AAA and BBB: .5 * .5 * .25 * .75; AAA is a neighbour of BBB, which is enough.
    expect=(1 - 0.5 * 0.5 * 0.25 * 0.75, None, 1.0, None),
)
