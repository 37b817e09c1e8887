"""Charts: one module per kind of the closed set; each turns a measure's table into a drawing."""

from __future__ import annotations

from importlib import import_module

from timbang.findings.finding import Results
from timbang.registry import Measure
from timbang.report._charts.svg import Drawing, tidy
from timbang.report._reader import Reader

MODULES = {
    "bars": "bars", "lines": "lines", "dots": "dots", "matrix": "matrix", "timeline": "timeline", "map": "places",
    "network": "network",
}  # fmt: skip


def draw(measure: Measure, results: Results, lang: str) -> Drawing | None:
    """The measure's chart in one language; None where it is a table, or there is nothing to draw."""
    table = results.tables.get(measure.name)
    if measure.chart not in MODULES or table is None or not table.rows:
        return None
    import matplotlib

    from timbang.report._charts import alternative, canvas

    reader = Reader(results, lang)
    with matplotlib.rc_context(canvas.SETTINGS):  # type: ignore[arg-type]
        sketch = import_module(f"timbang.report._charts.{MODULES[measure.chart]}").draw(measure, table, reader)
        sheet = sketch.canvas
        body = tidy(sheet.finish(), measure.name.replace("_", "-"))
    return Drawing(
        name=measure.name, lang=lang, width=sheet.width, height=sheet.height, body=body, glyphs=sheet.letters,
        title=measure.label[lang], alt=alternative.text(measure, sketch, reader), note=sketch.note,
    )  # fmt: skip
