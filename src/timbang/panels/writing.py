"""Writes a panel in the format that its file's name asks for, and its codebook beside it, as CSV and as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang import __version__
from timbang.errors import misuse
from timbang.panels.codebook import Row, codebook, labels
from timbang.registry import Exporter, exporters
from timbang.report.tables_csv import as_csv
from timbang.text import Lang, Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.panels.making import Panel

HEAD = Text("Codebook", "Buku kode")
FIELDS = {
    "label": Text("Label", "Label"), "unit": Text("Unit", "Satuan"), "measure": Text("Measure", "Ukuran"),
    "formula": Text("Formula", "Rumus"), "citation": Text("Defined by", "Didefinisikan oleh"),
    "tables": Text("Tables", "Tabel"), "sources": Text("Sources", "Sumber"), "versions": Text("Versions", "Versi"),
    "files": Text("Files", "Berkas"), "licences": Text("Licences", "Lisensi"),
    "source_citations": Text("Cite", "Kutip"), "years_covered": Text("Years covered", "Tahun yang tercakup"),
    "years_by_table": Text("Years of each table", "Tahun tiap tabel"),
}  # fmt: skip
OWN = ("label", "unit", "measure")  # of each column; the others are of the whole measure
MISSING = Text("Missing", "Kosong")
OF = Text("{missing} of {rows} ({share})", "{missing} dari {rows} ({share})")
NOTICES = Text("To note", "Perlu dicatat")


def format_of(out: Path) -> Exporter:
    """The way out that the file's ending asks for; UsageError if there is none."""
    ways = {e.suffix: e for e in exporters().values() if e.takes == "table"}
    if out.is_dir() or out.suffix.lower() not in ways:
        raise misuse("this is no file that a panel can be written to", value=str(out),
                     expected=f"a name that ends in {', '.join(ways)}")  # fmt: skip
    return ways[out.suffix.lower()]


def write(panel: Panel, out: Path, lang: Lang = "en") -> list[Path]:
    """Write the panel and its codebook; the files written, the panel first."""
    way, rows = format_of(out), codebook(panel)
    out.parent.mkdir(parents=True, exist_ok=True)
    way.write(labelled(panel.table, labels(rows, lang)), out)
    sheet, page = out.with_suffix(".codebook.csv"), out.with_suffix(".codebook.md")
    text = as_csv(list(rows[0]), [list(row.values()) for row in rows])
    sheet.write_text(text, encoding="utf-8", newline="")
    page.write_text(as_page(panel, rows, out.name, lang), encoding="utf-8", newline="")
    return [out, sheet, page]


def labelled(table: pa.Table, told: dict[str, str]) -> pa.Table:
    """The table with each column's label in its Arrow field, where Stata's format and Parquet take it from."""
    import pyarrow as pa

    fields = [field.with_metadata({"label": told[field.name]}) for field in table.schema]
    return table.cast(pa.schema(fields))


def as_page(panel: Panel, rows: list[Row], name: str, lang: Lang) -> str:
    """The codebook as a page to read."""
    wanted = panel.asked
    lines = [f"# {HEAD[lang]}: {name}", "", f"{wanted.unit}, {wanted.first}-{wanted.last}, timbang {__version__}", ""]
    if panel.notices:
        lines += [f"## {NOTICES[lang]}", "", *(f"- {problem}" for problem in panel.notices), ""]
    told: set[object] = {""}  # measures whose formula and sources stand already
    for row in rows:
        fields = [name for name in FIELDS if name in OWN or not row["measure"] or row["measure"] not in told]
        said = {field: row[field if field in row else f"{field}_{lang}"] for field in fields}
        told.add(row["measure"])
        share = OF[lang].format(missing=row["missing"], rows=row["rows"], share=f"{row['share_missing']:.1%}")
        lines += [f"## `{row['column']}`", ""]
        lines += [f"- {FIELDS[field][lang]}: {value}" for field, value in said.items() if value]
        lines += [f"- {MISSING[lang]}: {share}", ""]
    return "\n".join(lines)
