"""The codebook of a panel: what each column is, how it is counted, from which file, and how much of it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timbang import datasets
from timbang.panels.columns import named
from timbang.panels.coverage import covered, needed, spans
from timbang.registry import data_tables
from timbang.text import LANGS, Lang, Text

if TYPE_CHECKING:
    from timbang.panels.making import Panel
    from timbang.registry import Measure

Row = dict[str, object]
TABLE = Text(
    "timbang's dated table of states (after the COW state system 2016 and Gleditsch and Ward)",
    "Tabel negara bertanggal milik timbang (menurut sistem negara COW 2016 serta Gleditsch dan Ward)",
)
KEYS = {
    "state": Text("State: ISO 3166-1 alpha-3, else COW abbreviation", "Negara: ISO 3166-1 alpha-3, atau singkatan COW"),
    "cow": Text("Correlates of War number", "Nomor Correlates of War"),
    "gw": Text("Gleditsch-Ward number", "Nomor Gleditsch-Ward"),
    "year": Text("Year", "Tahun"),
}
SIDES = {"1": Text("first state", "negara pertama"), "2": Text("second state", "negara kedua")}
TOWARDS = {"1": Text("state that acts", "negara yang bertindak"), "2": Text("state acted on", "negara yang dituju")}
NONE = Text("", "")


def codebook(panel: Panel) -> list[Row]:
    """A row for each column of the panel, in their order."""
    return [*_keys(panel), *(row for m in panel.asked.measures for row in _of_measure(panel, m))]


def _keys(panel: Panel) -> Iterator[Row]:
    for name in panel.table.column_names:
        kind = name.rstrip("12")
        if kind in KEYS and name in ("year", *(f"{key}{side}" for key in KEYS for side in ("", "1", "2"))):
            sides = TOWARDS if panel.asked.directed else SIDES
            label = KEYS[kind] if kind == name else _joined(KEYS[kind], sides[name[-1]])
            yield _row(panel, name, label) | _told("sources", TABLE)


def _of_measure(panel: Panel, measure: Measure) -> Iterator[Row]:
    """The measure's value and whatever it says besides; in a panel of pairs, of both states where it is of one."""
    own = measure.level == "state-year" and panel.asked.unit == "dyad-year"
    for side in ("1", "2") if own else ("",):
        for column, name in named(measure, side).items():
            label = (
                measure.label
                if column == "value"
                else _joined(measure.label, measure.words.get(column, _opened(column)))
            )
            label = _joined(label, SIDES[side]) if side else label
            yield _row(panel, name, label, measure.unit if column == "value" else NONE) | _origin(panel, measure)


def _joined(one: Text, other: Text) -> Text:
    return Text(*(f"{one[lang]} ({other[lang]})" for lang in LANGS))


def _opened(name: str) -> Text:
    return Text(name.replace("_", " "), name.replace("_", " "))


def _row(panel: Panel, name: str, label: Text, unit: Text = NONE) -> Row:
    column = panel.table[name]
    share = column.null_count / len(column) if len(column) else 0.0
    return {
        "column": name, **_told("label", label), **_told("unit", unit), "measure": "", **_told("formula", NONE),
        "citation": "", "tables": "", **_told("sources", NONE), "versions": "", "files": "", "licences": "",
        "source_citations": "", "years_covered": "", "years_by_table": "",
        "rows": len(column), "missing": column.null_count, "share_missing": share,
    }  # fmt: skip


def _told(what: str, text: Text) -> Row:
    return {f"{what}_{lang}": text[lang] for lang in LANGS}


def _origin(panel: Panel, measure: Measure) -> Row:
    """Formula and author of a measure; source, version, file and licence of each table that it reads."""
    names = needed(measure)
    pairs = [data_tables()[name] for name in names]
    kept = [datasets.manifest(name, panel.home) for name in names]
    years = covered(measure, panel.home)
    sources = Text(*(_list(source.label[lang] for source, _ in pairs) for lang in LANGS))
    return {
        "measure": measure.name, **_told("formula", measure.definition), "citation": measure.citation,
        "tables": _list(names), **_told("sources", sources if pairs else TABLE),
        "versions": _list(told.version for told in kept),
        "files": _list(f"{told.file} (sha256 {told.sha256})" for told in kept),
        "licences": _list(source.licence for source, _ in pairs),
        "source_citations": _list(source.citation for source, _ in pairs),
        "years_covered": f"{years[0]}-{years[1]}" if years else "",
        "years_by_table": _list(f"{name} {a}-{b}" for name, (a, b) in spans(measure, panel.home).items()),
    }  # fmt: skip


def _list(items: object) -> str:
    return " | ".join(dict.fromkeys(map(str, items)))  # type: ignore[call-overload]


def labels(rows: list[Row], lang: Lang) -> dict[str, str]:
    """Column -> label with its unit, as programs that know labels show it."""
    return {str(row["column"]): f"{row[f'label_{lang}']}{_unit(row, lang)}" for row in rows}


def _unit(row: Row, lang: Lang) -> str:
    return f" [{row[f'unit_{lang}']}]" if row[f"unit_{lang}"] else ""
