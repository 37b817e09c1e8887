"""Concentration of capabilities among an organization's members of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._figures import READ, Row, figure, given, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

EXTRA = {
    "states": "int", "effective": "float", "strongest": "string", "strongest_share": "float", "missing": "strings",
}  # fmt: skip


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per year of the period that has members; none if the case has no CINC."""
    cinc = given(views, "cinc")["cinc"]
    members: dict[int, list[str]] = {}
    for spell in views.members.to_pylist():
        if spell["share"] > 0.5:
            members.setdefault(spell["year"], []).append(spell["state"])
    rows = []
    for year, states in members.items() if cinc else ():
        found = {state: cinc.get((state, "", year)) for state in sorted(states)}
        missing = [state for state, one in found.items() if one is None]
        known = {state: float(one["value"]) for state, one in found.items() if one}
        told = {"year": year, "states": len(states), "missing": missing, "evidence": references(found.values())}
        rows.append(told if missing else told | _concentrated(known))
    return result(rows, {"year": "int", **EXTRA})


def _concentrated(cinc: dict[str, float]) -> Row:
    """CON, effective number, and the strongest with its share, of two states or more with a CINC; else nothing."""
    total, least = sum(cinc.values()), 1 / len(cinc)
    if len(cinc) < 2 or not total:
        return {}
    shares = {state: value / total for state, value in cinc.items()}
    squares = sum(share**2 for share in shares.values())
    strongest = max(shares, key=lambda state: shares[state])
    # equal shares can leave a difference of a rounding error below zero
    spread = max(0.0, (squares - least) / (1 - least))
    return {"value": spread**0.5, "effective": 1 / squares, "strongest": strongest,
            "strongest_share": shares[strongest]}  # fmt: skip


MEASURE = Measure(
    name="members_concentration",
    label=Text("Concentration of capabilities among the members", "Konsentrasi kapabilitas di antara para anggota"),
    definition=Text(
        "CON = sqrt((sum of s^2 - 1/N) / (1 - 1/N)), s being a member's share of the CINC of all N states that were "
        "members for more than half of the year: 0 if all are equal, 1 if one has everything. Beside it the effective "
        "number of members, 1 / sum of s^2, and the strongest with its share. Not known where the CINC of a member is "
        f"missing (`missing` names them), since whoever is left out changes all shares. {READ.en}",
        "CON = sqrt((jumlah s^2 - 1/N) / (1 - 1/N)); s ialah bagian seorang anggota dari CINC seluruh N negara yang "
        "menjadi anggota selama lebih dari separuh tahun itu: 0 bila semua setara, 1 bila satu negara memegang "
        "semuanya. Di sampingnya jumlah efektif anggota, 1 / jumlah s^2, serta yang terkuat dan bagiannya. Tidak "
        "diketahui bila CINC salah satu anggota hilang (disebut dalam `missing`), karena siapa pun yang tidak masuk "
        f"mengubah semua bagian. {READ.id}",
    ),
    family="power",
    kind="array",
    needs=("figures", "members"),
    by=("year",),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation="Ray, James Lee & J. David Singer. 1973. Measuring the Concentration of Power in the International "
    'System. Effective number: Laakso, Markku & Rein Taagepera. 1979. "Effective" Number of Parties: A Measure with '
    "Application to West Europe.",
    statement=Text(
        "{year}: the concentration of capabilities among {states} members is {value}; their effective number is "
        "{effective}, and {strongest} has {strongest_share_percent}.",
        "{year}: konsentrasi kapabilitas di antara {states} anggota adalah {value}; jumlah efektifnya {effective}, dan "
        "{strongest} memegang {strongest_share_percent}.",
    ),
    unknown=Text(
        "{year}: the concentration among {states} members is not known; there is no CINC of: {missing}.",
        "{year}: konsentrasi di antara {states} anggota tidak diketahui; CINC berikut tidak ada: {missing}.",
    ),
    extra=EXTRA,
    words={
        "effective": Text("effective number", "jumlah efektif"),
        "strongest": Text("strongest", "yang terkuat"),
        "strongest_share": Text("share of the strongest", "bagian yang terkuat"),
        "missing": Text("members without CINC", "anggota tanpa CINC"),
    },
    chart="lines",
    draw={"x": "year"},
    order=20,
    compute=compute,
    example=Example(
        # 2001: shares .4 .3 .2 .1, squares .30: (.30 - .25) / .75 = 1 / 15. EEE joined late in the year. 2002: EEE is
        # a member and has no CINC.
        views={
            "figures": [figure(state, 2001, "cinc", value, line) for line, state, value in (
                (2, "AAA", 0.04), (3, "BBB", 0.03), (4, "CCC", 0.02), (5, "DDD", 0.01), (6, "OUT", 0.5))]
            + [figure("AAA", 2002, "cinc", 0.04, 7)],
            "members": [{"year": 2001, "state": state, "share": 1.0} for state in ("AAA", "BBB", "CCC", "DDD")]
            + [{"year": 2001, "state": "EEE", "share": 0.25}]
            + [{"year": 2002, "state": state, "share": 1.0} for state in ("AAA", "EEE")],
        },
        expect=[
            {"year": 2001, "value": (1 / 15) ** 0.5, "states": 4, "effective": 1 / 0.3, "strongest": "AAA",
             "strongest_share": 0.4, "missing": [],
             "evidence": ["figures:2", "figures:3", "figures:4", "figures:5"]},
            {"year": 2002, "value": None, "states": 2, "effective": None, "strongest": None, "missing": ["EEE"],
             "evidence": ["figures:7"]},
        ],
    ),
)  # fmt: skip
