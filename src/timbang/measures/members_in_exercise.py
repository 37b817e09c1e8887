"""Members in each exercise: how many took part, and who certainly, perhaps, or possibly did, or could not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per exercise; `states` counts outsiders too; null where no source names a participant.

    `outside` lists those members of the period that were none on the first day; they can be `present`.
    """
    e, p = views.exercises, views.participation
    r = e.select("exercise", "participants").left_join(p, "exercise")
    member, doubt = r.member.fill_null(False), (r.value == 0) & (r.high == 1)
    counts = r.group_by("exercise", "participants").agg(
        somebody=(r.named == 1).any().fill_null(False),
        value=r.value.sum(where=member),
        low=r.low.sum(where=member).fill_null(0),
        high=r.high.sum(where=member),
        present=_evidence.gathered(r.state, where=r.value == 1),
        uncertain=_evidence.gathered(r.state, where=doubt & (r.named == 1)),
        possible=_evidence.gathered(r.state, where=doubt & (r.named == 0)),
        evidence=_evidence.gathered(_evidence.participant(r.exercise, r.state, r.named)),
    )
    counts = counts.left_join(_outside(views), "exercise")
    return counts.select(
        "exercise",
        states=counts.participants.cast("int64"),
        present=counts.present,
        uncertain=counts.uncertain,
        possible=counts.possible,
        outside=_evidence.or_none(counts.outside),
        value=counts.somebody.ifelse(counts.value.fill_null(0), None),
        low=counts.low,
        high=counts.somebody.ifelse(counts.high.fill_null(0), counts.high),
        evidence=counts.evidence,
    )


def _outside(views: Views) -> Any:
    """One row per exercise of which the first day is known: those members of the period that were none then."""
    dated = views.exercises.filter(views.exercises.members.notnull()).select("exercise", "members")
    r = dated.cross_join(views.states.filter(views.states.member).select("state"))
    return r.group_by("exercise").agg(outside=_evidence.gathered(r.state, where=~r.members.contains(r.state)))


MEASURE = Measure(
    name="members_in_exercise",
    label=Text("Members in each exercise", "Anggota dalam setiap latihan"),
    definition=Text(
        "Number of states taking part that were members on the first day. The upper bound adds the members whose "
        "participation a source doubts, and those that an incomplete list of participants leaves room for; the "
        "lower bound counts those on whom the sources agree. `outside` lists members of the period that were none "
        "yet, or no longer, on that day.",
        "Jumlah negara peserta yang sudah menjadi anggota pada hari pertama. Batas atas menambahkan anggota yang "
        "keikutsertaannya diragukan sumber dan yang masih mungkin ikut karena daftar peserta tidak lengkap; batas "
        "bawah hanya menghitung yang disepakati semua sumber. `outside` mencantumkan anggota pada kurun waktu itu "
        "yang pada hari itu belum, atau tidak lagi, menjadi anggota.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "participation", "states"),
    by=("exercise",),
    unit=Text("members", "anggota"),
    range=(0, None),
    citation="Count.",
    statement=Text("Members that took part in {exercise}: {value}.", "Anggota yang ikut dalam {exercise}: {value}."),
    unknown=Text(
        "Which members took part in {exercise} is not known.", "Anggota yang ikut dalam {exercise} tidak diketahui."
    ),
    extra={"states": "int", "present": "strings", "uncertain": "strings", "possible": "strings", "outside": "strings"},
    chart="matrix",
    draw={"x": "exercise", "present": "present", "uncertain": "uncertain", "possible": "possible",
          "outside": "outside"},
    order=30,
    compute=compute,
    example=Example(
        # a: members CHN, RUS and BLR, which joins later, and UZB with a question mark. b: RUS, roster open for CHN;
        # by then BLR is a member, UZB no longer. c: nobody is named, and no day.
        views={
            "exercises": [
                {"exercise": "a", "participants": 3, "members": ["CHN", "RUS", "UZB"]},
                {"exercise": "b", "participants": 1, "members": ["CHN", "RUS", "BLR"]},
                {"exercise": "c"},
            ],
            "states": [
                *({"state": state, "member": True} for state in ("BLR", "CHN", "RUS", "UZB")),
                {"state": "USA", "member": False},
            ],
            "participation": [
                {"exercise": "a", "state": "CHN", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "state": "RUS", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "state": "BLR", "member": False, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "a", "state": "UZB", "member": True, "value": 0, "low": 0, "high": 1, "named": 1},
                {"exercise": "b", "state": "RUS", "member": True, "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "state": "CHN", "member": True, "value": 0, "low": 0, "high": 1, "named": 0},
            ],
        },
        expect=[
            {"exercise": "a", "value": 2, "low": 2, "high": 3, "states": 3, "present": ["BLR", "CHN", "RUS"],
             "uncertain": ["UZB"], "possible": [], "outside": ["BLR"],
             "evidence": [f"participants:a/{state}" for state in ("BLR", "CHN", "RUS", "UZB")]},
            {"exercise": "b", "value": 1, "low": 1, "high": 2, "states": 1, "present": ["RUS"], "uncertain": [],
             "possible": ["CHN"], "outside": ["UZB"], "evidence": ["exercises:b", "participants:b/RUS"]},
            {"exercise": "c", "value": None, "low": 0, "high": None, "states": None, "present": [], "outside": [],
             "evidence": ["exercises:c"]},
        ],
    ),
)  # fmt: skip
