"""Participation rate in open exercises: the same share, over the exercises that were open to every member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _attendance
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per state that was ever a member; null where nothing open was held while it was one."""
    e = views.exercises
    return _attendance.rates(views, e.filter(e.open_to_all.fill_null(False)))


MEASURE = _attendance.measure(
    name="participation_rate_open",
    label=Text("Participation rate in exercises open to all members", "Tingkat keikutsertaan dalam latihan terbuka"),
    definition=Text(
        "Exercises in which the member took part, divided by the exercises held while it was a member that were "
        "open to all, for which is taken that three members or more took part or, where the list of participants is "
        "incomplete, may have. Bounds as in the participation rate. A member that was not invited to an exercise of "
        "two has not kept its distance.",
        "Latihan yang diikuti anggota itu dibagi latihan yang digelar selama ia menjadi anggota dan terbuka bagi "
        "semua, yaitu yang diikuti tiga anggota atau lebih, atau mungkin demikian bila daftar pesertanya tidak "
        "lengkap. Batas seperti pada tingkat keikutsertaan. Anggota yang tidak diundang ke latihan dua negara tidak "
        "berarti menjauh.",
    ),
    statement=Text(
        "{state} took part in {taken} of {held} exercises open to all members held while it was one: {percent}.",
        "{state} ikut dalam {taken} dari {held} latihan terbuka yang digelar selama ia menjadi anggota: {percent}.",
    ),
    unknown=Text(
        "No exercise open to all members is recorded from the time {state} was one: its rate is not known.",
        "Tidak ada latihan terbuka yang tercatat selama {state} menjadi anggota: tingkatnya tidak diketahui.",
    ),
    order=41,
    compute=compute,
    example=Example(
        # b was an exercise of two, so only a and c count. UZB: in a, in c with a question mark. KAZ: in a alone.
        views={
            "exercises": [
                {"exercise": "a", "year": 2001, "open_to_all": True},
                {"exercise": "b", "year": 2001, "open_to_all": False},
                {"exercise": "c", "year": 2001, "open_to_all": True},
            ],
            "members": [{"year": 2001, "state": state, "share": 1.0} for state in ("KAZ", "UZB")],
            "participation": [
                {"exercise": "a", "state": "KAZ", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "state": "UZB", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "state": "KAZ", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "c", "state": "UZB", "member": True, "value": 0, "low": 0, "high": 1, "named": 1},
            ],
        },
        expect=[
            {"state": "KAZ", "taken": 1, "held": 2, "with_uncertain": 1, "value": 0.5, "low": 0.5, "high": 0.5,
             "evidence": ["exercises:c", "participants:a/KAZ"]},
            {"state": "UZB", "taken": 1, "held": 2, "with_uncertain": 2, "value": 0.5, "low": 0.5, "high": 1.0,
             "evidence": ["participants:a/UZB", "participants:c/UZB"]},
        ],
    ),
)  # fmt: skip
