"""What both measures of salience share: the rows they read, the words of their codes, their caution, their fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures._intervals import Z
from timbang.model.rows import ALL
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views

Row = dict[str, Any]
BY = ("state", "year", "code")
EXTRA = {
    "coded": "int", "passages": "int", "states": "int", "interval_low": "float", "interval_high": "float",
    "level": "float", "corpus": "string", "codebook": "string", "source": "string",
}  # fmt: skip
# The codes as the codebook that ships calls them; those of another codebook are shown as they are.
WORDS = {
    ALL: Text("all states (mean)", "semua negara (rata-rata)"),
    "threat-nonstate": Text("a common non-state threat", "ancaman nonnegara bersama"),
    "threat-state": Text("a state or bloc as a threat", "negara atau blok sebagai ancaman"),
    "framed-terrorism": Text("framed as terrorism", "dibingkai sebagai terorisme"),
    "framed-separatism": Text("framed as separatism", "dibingkai sebagai separatisme"),
    "framed-extremism": Text("framed as extremism", "dibingkai sebagai ekstremisme"),
}
CAUTION = Text(
    "The interval is statistical, not one of the logical bounds of this report (`low`, `high`), which equal the value: "
    "it stands apart in `interval_low`, `interval_high` and `level`. It treats a speech's sentences as independent "
    "draws from all that the state might have said; sentences on one subject follow one another, so it is too narrow "
    "rather than too wide, and it leaves out mistakes of the coder. All years of salience.csv are shown, also those "
    "before the case's period.",
    "Selang ini bersifat statistis, bukan batas logis laporan ini (`low`, `high`), yang sama dengan nilainya: selang "
    "dicantumkan terpisah dalam `interval_low`, `interval_high`, dan `level`. Kalimat-kalimat pidato diperlakukan "
    "sebagai sampel yang saling bebas dari segala yang mungkin dikatakan negara itu; karena kalimat tentang satu pokok "
    "biasanya beruntun, selang ini lebih mungkin terlalu sempit daripada terlalu lebar, dan kesalahan pengode tidak "
    "tercakup. Semua tahun dalam salience.csv ditampilkan, termasuk tahun sebelum kurun waktu kasus.",
)


def threats(views: Views) -> list[Row]:
    """The rows on codes of threats, of every year the file has."""
    return [row for row in views.salience.to_pylist() if row["threat"]]


def result(rows: list[Row]) -> pa.Table:
    """Rows of either measure as its table; further keys are dropped."""
    import pyarrow as pa

    columns = {"state": "string", "year": "int", "code": "string", "value": "float", **EXTRA, "evidence": "strings"}
    return pa.Table.from_pylist([{name: row.get(name) for name in columns} for row in rows], arrow_schema(columns))


# For the examples: of Wilson's interval for 5 of 10, one half plus and minus this; and its upper end for 0 of 10.
HALF = Z / (2 * (10 + Z**2) ** 0.5)
NONE = Z**2 / (10 + Z**2)


def measure(
    *,
    name: str,
    label: Text,
    share: Text,
    unit: Text,
    range: tuple[float, float],
    citation: str,
    statement: Text,
    unknown: Text,
    order: int,
    compute: Callable[[Views, Setting], pa.Table],
    example: Example,
) -> Measure:
    """A measure of salience; `share` says what is counted, and the caution on its interval follows."""
    return Measure(
        name=name,
        label=label,
        definition=Text(f"{share.en} {CAUTION.en}", f"{share.id} {CAUTION.id}"),
        family="threat",
        kind="array",
        needs=("salience",),
        by=BY,
        unit=unit,
        range=range,
        citation=citation,
        statement=statement,
        unknown=unknown,
        extra=EXTRA,
        words=WORDS,
        chart="lines",
        draw={"x": "year", "colour": "code", "panel": "state"},
        order=order,
        compute=compute,
        example=example,
    )
