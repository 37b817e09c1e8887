"""Agreements by field: in which fields the rules and bodies in force at the end of the period stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._in_force import BODY, EXAMPLE
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per field in which something is, or if undated may be, in force in the last year of the period."""
    a = views.agreements
    begun = a.year.isnull() | (a.year <= setting.last_year)
    a = a.filter(begun & (a.ends.isnull() | (a.ends >= setting.last_year)))
    body, dated = (a.kind == BODY).cast("int64"), a.year.notnull().cast("int64")
    a = a.mutate(field=a.field.fill_null("unstated"), rule=(1 - body) * dated, may=1 - body, body=body * dated)
    return a.group_by("field").agg(
        value=a.rule.sum(),
        low=a.rule.sum(),
        high=a.may.sum(),
        bodies=a.body.sum(),
        evidence=_evidence.gathered("agreements:" + a.agreement),
    )


MEASURE = Measure(
    name="agreements_by_field",
    label=Text("Agreements by field at the end of the period", "Persetujuan menurut bidang pada akhir periode"),
    definition=Text(
        "Number of recorded agreements of every kind but bodies that were in force in the last year of the period, by "
        "field; `bodies` counts the bodies of that field. One that no source dates raises the upper bound only.",
        "Jumlah persetujuan tercatat dari semua jenis kecuali badan yang berlaku pada tahun terakhir periode, menurut "
        "bidang; `bodies` menghitung badan di bidang itu. Persetujuan yang tidak bertanggal hanya menaikkan batas "
        "atas.",
    ),
    family="regionalism",
    kind="table",
    needs=("agreements",),
    by=("field",),
    unit=Text("agreements", "persetujuan"),
    range=(0, None),
    citation="Count; a stated choice of timbang.",
    statement=Text(
        "Recorded in force at the end of the period, field {field}: bodies {bodies}; agreements {value}.",
        "Tercatat berlaku pada akhir periode, bidang {field}: badan {bodies}; persetujuan {value}.",
    ),
    unknown=Text(
        "How many agreements stood in the field {field} is not known.",
        "Jumlah persetujuan di bidang {field} tidak diketahui.",
    ),
    extra={"bodies": "int"},
    words={"unstated": Text("field not stated", "bidang tidak disebut")},
    chart="bars",
    draw={"x": "field"},
    order=12,
    compute=compute,
    example=Example(
        # In 2003 borders and the centre have ended; the handshake names no field.
        views=EXAMPLE,
        expect=[
            {"field": "institution", "value": 1, "bodies": 0, "evidence": ["agreements:charter"]},
            {"field": "counter-terrorism", "value": 1, "bodies": 0, "evidence": ["agreements:against-terror"]},
            {
                "field": "defence",
                "value": 1,
                "bodies": 1,
                "evidence": ["agreements:drill-rules", "agreements:ministers"],
            },
            {"field": "unstated", "value": 1, "bodies": 0, "evidence": ["agreements:handshake"]},
        ],
    ),
)
