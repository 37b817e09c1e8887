"""Participation rate: the share of the exercises held while a state was a member in which it took part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _attendance
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per state that was ever a member; null where nothing was held while it was one."""
    return _attendance.rates(views, views.exercises)


MEASURE = _attendance.measure(
    name="participation_rate",
    label=Text("Participation rate of members", "Tingkat keikutsertaan anggota"),
    definition=Text(
        "Exercises in which the member took part, divided by the exercises held while it was a member. The upper "
        "bound counts doubtful and possible participations, the lower those on which the sources agree. In a year of "
        "accession or departure an exercise that does not name the state counts as held if it was a member for more "
        "than half of the year, and widens the bounds. Exercises open to two states only are among those held: "
        "absence from them is not distance.",
        "Latihan yang diikuti anggota itu dibagi latihan yang digelar selama ia menjadi anggota. Batas atas "
        "menghitung keikutsertaan yang diragukan dan yang mungkin, batas bawah yang disepakati semua sumber. Pada "
        "tahun masuk atau keluarnya, latihan yang tidak menyebut negara itu dihitung bila ia menjadi anggota lebih "
        "dari setengah tahun, dan memperlebar batas. Latihan dua negara saja turut dihitung: tidak ikut di dalamnya "
        "bukan berarti menjauh.",
    ),
    statement=Text(
        "{state} took part in {taken} of {held} exercises held while it was a member: {percent}.",
        "{state} ikut dalam {taken} dari {held} latihan yang digelar selama ia menjadi anggota: {percent}.",
    ),
    unknown=Text(
        "No exercise is recorded from the time {state} was a member: its rate of participation is not known.",
        "Tidak ada latihan yang tercatat selama {state} menjadi anggota: tingkat keikutsertaannya tidak diketahui.",
    ),
    order=40,
    compute=compute,
    example=Example(
        # Four exercises. CHN: in a and b, possibly in c, not in d: 2/4, at most 3/4. IND joined late in 2002 (share
        # .4): c does not count as held, though it may have been; d does: 1/1, at least 1/2. BLR left before any.
        views={
            "exercises": [
                {"exercise": "a", "year": 2001}, {"exercise": "b", "year": 2001},
                {"exercise": "c", "year": 2002}, {"exercise": "d", "year": 2003},
            ],
            "members": [
                *({"year": year, "state": "CHN", "share": 1.0} for year in (2001, 2002, 2003)),
                {"year": 2002, "state": "IND", "share": 0.4}, {"year": 2003, "state": "IND", "share": 1.0},
                {"year": 2000, "state": "BLR", "share": 1.0},
            ],
            "participation": [
                {"exercise": "a", "state": "CHN", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "state": "IND", "member": False, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "state": "CHN", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "c", "state": "CHN", "member": True, "value": 0, "low": 0, "high": 1, "named": 0},
                {"exercise": "d", "state": "IND", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
            ],
        },
        expect=[
            {"state": "CHN", "taken": 2, "held": 4, "with_uncertain": 3, "value": 0.5, "low": 0.5, "high": 0.75,
             "evidence": ["exercises:c", "exercises:d", "participants:a/CHN", "participants:b/CHN"]},
            {"state": "IND", "taken": 1, "held": 1, "with_uncertain": 1, "value": 1.0, "low": 0.5, "high": 1.0,
             "evidence": ["exercises:c", "participants:d/IND"]},
            {"state": "BLR", "taken": 0, "held": 0, "with_uncertain": 0, "value": None, "low": None, "high": None,
             "evidence": []},
        ],
    ),
)  # fmt: skip
