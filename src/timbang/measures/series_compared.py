"""Series compared: participants, troops and heavy equipment of one series of exercises beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views

# What a slug of equipment must contain to be heavy: a stated choice.
HEAVY = "tank|armou?red|infantry-fighting|artillery|gun|mortar|missile|aircraft|helicopter|ship|submarine"


def compute(views: Views, setting: Setting) -> Any:
    """Three rows per series: aspects `participants`, `troops`, `heavy-equipment`; each with its coverage."""
    import ibis

    e = views.exercises.mutate(series=views.exercises.series.fill_null("none"))
    of = {aspect: e.mutate(aspect=ibis.literal(aspect)) for aspect in ("participants", "troops", "heavy-equipment")}
    means = [_mean(of[aspect], aspect) for aspect in ("participants", "troops")]
    return means[0].union(means[1]).union(_heavy(of["heavy-equipment"]))


def _mean(e: Any, aspect: str) -> Any:
    """Mean over the exercises of which the aspect is known; bounds from the lowest and highest of each."""
    given = e[aspect].notnull()
    known = e[aspect].count()
    return e.group_by("series", "aspect").agg(
        known=known,
        exercises=e.count(),
        value=e[aspect].sum() / known.nullif(0),
        low=e[f"{aspect}_low"].fill_null(e[aspect]).sum(where=given) / known.nullif(0),
        high=e[f"{aspect}_high"].fill_null(e[aspect]).sum(where=given) / known.nullif(0),
        evidence=_evidence.gathered(_evidence.exercise(e.exercise), where=given),
    )


def _heavy(e: Any) -> Any:
    """Share with heavy equipment on record; those of which no equipment is recorded may have had some."""
    listed = e.equipment.length().fill_null(0) > 0
    heavy = listed & e.equipment.join(" ").re_search(HEAVY).fill_null(False)
    share = heavy.sum() / e.count()
    return e.group_by("series", "aspect").agg(
        known=listed.sum(),
        exercises=e.count(),
        value=share,
        low=share,
        high=(heavy | ~listed).sum() / e.count(),
        evidence=_evidence.gathered(_evidence.exercise(e.exercise), where=listed),
    )


MEASURE = Measure(
    name="series_compared",
    label=Text("Series compared", "Perbandingan antarseri"),
    definition=Text(
        "For each series: the mean number of participating states and of troops, over the exercises of which they are "
        "known, and the share of its exercises with heavy equipment on record (armour, artillery, missiles, aircraft, "
        "ships). The upper bound of that share adds the exercises of which no equipment is recorded.",
        "Untuk setiap seri: rata-rata jumlah negara peserta dan jumlah pasukan, dari latihan yang angkanya diketahui, "
        "serta proporsi latihan dengan peralatan berat yang tercatat (kendaraan lapis baja, artileri, peluru kendali, "
        "pesawat, kapal). Batas atas proporsi itu menambahkan latihan yang peralatannya tidak tercatat.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("series", "aspect"),
    unit=Text("states, troops, or share", "negara, personel, atau proporsi"),
    range=(0, None),
    citation="Means and shares; what counts as heavy is a stated choice of timbang.",
    statement=Text(
        "{series}, {aspect}: {value} (known for {known} of {exercises} exercises).",
        "{series}, {aspect}: {value} (diketahui untuk {known} dari {exercises} latihan).",
    ),
    unknown=Text(
        "{series}, {aspect}: not known for any of {exercises} exercises.",
        "{series}, {aspect}: tidak diketahui untuk satu pun dari {exercises} latihan.",
    ),
    extra={"known": "int", "exercises": "int"},
    words={
        "participants": Text("mean number of participating states", "rata-rata jumlah negara peserta"),
        "troops": Text("mean number of troops", "rata-rata jumlah pasukan"),
        "heavy-equipment": Text("share with heavy equipment on record", "proporsi dengan catatan peralatan berat"),
    },
    chart="table",
    order=61,
    compute=compute,
    example=Example(
        # a: 2 states, 1,000 troops, tanks. b: 5 states, perhaps 6, no troops or equipment given. c: another series.
        views={
            "exercises": [
                {"exercise": "a", "series": "s", "participants": 2, "participants_low": 2, "participants_high": 2,
                 "troops": 1000, "troops_low": 900, "troops_high": 1000, "equipment": ["tanks=20"]},
                {"exercise": "b", "series": "s", "participants": 5, "participants_low": 5, "participants_high": 6},
                {"exercise": "c", "equipment": ["radios"]},
            ],
        },
        expect=[
            {"series": "s", "aspect": "participants", "value": 3.5, "low": 3.5, "high": 4.0, "known": 2, "exercises": 2,
             "evidence": ["exercises:a", "exercises:b"]},
            {"series": "s", "aspect": "troops", "value": 1000.0, "low": 900.0, "high": 1000.0, "known": 1,
             "exercises": 2, "evidence": ["exercises:a"]},
            {"series": "s", "aspect": "heavy-equipment", "value": 0.5, "low": 0.5, "high": 1.0, "known": 1,
             "exercises": 2, "evidence": ["exercises:a"]},
            {"series": "none", "aspect": "participants", "value": None, "known": 0, "exercises": 1, "evidence": []},
            {"series": "none", "aspect": "troops", "value": None, "known": 0, "exercises": 1, "evidence": []},
            {"series": "none", "aspect": "heavy-equipment", "value": 0.0, "low": 0.0, "high": 0.0, "known": 1,
             "exercises": 1, "evidence": ["exercises:c"]},
        ],
    ),
)  # fmt: skip
