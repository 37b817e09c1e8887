"""Threat of each state to each member over the period: the mean of its components, from the case's figures."""

from __future__ import annotations

from collections.abc import Sequence
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
    return result((row | {"value": _mean([row[name] for name in COMPONENTS])} for row in rows), COLUMNS)


def _mean(means: Sequence[float | None]) -> float | None:
    """Null where one is missing."""
    known = [mean for mean in means if mean is not None]
    return sum(known) / len(means) if len(known) == len(means) else None


MEASURE = of_members(
    name="threat_mean",
    way=Text("mean of components", "rerata komponen"),
    rule=Text(
        "How threatening another state is to a member, as the mean of four components with equal weights; not known "
        "where one is missing.",
        "Seberapa mengancam suatu negara bagi seorang anggota, sebagai rerata empat komponen dengan bobot sama; tidak "
        "diketahui bila ada yang hilang.",
    ),
    order=41,
    compute=compute,
    # (.5 + .5 + .75 + .25) / 4; of all others a component is missing.
    expect=(0.5, None, None, None),
)
