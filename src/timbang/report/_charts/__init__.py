"""Charts: one module per kind of the closed set; each turns a measure's table into a drawing."""

from __future__ import annotations

from importlib import import_module

from timbang.findings.finding import Finding, Results, Table
from timbang.registry import Measure
from timbang.report._charts.svg import Drawing, tidy
from timbang.report._reader import Reader

MODULES = {
    "bars": "bars", "lines": "lines", "dots": "dots", "matrix": "matrix", "timeline": "timeline", "map": "places",
    "network": "network",
}  # fmt: skip


def _drawable(measure: Measure, table: Table) -> bool:
    """Whether some value is known; charts that show more than values need only rows."""
    if measure.chart in ("timeline", "map", "matrix"):
        return bool(table.rows)
    value, low = table.columns.index("value"), table.columns.index("low")
    return any(row[value] is not None or row[low] for row in table.rows)


def draw(measure: Measure, results: Results, lang: str) -> Drawing | None:
    """The measure's chart in one language; None where it is a table, or there is nothing to draw."""
    table = results.tables.get(measure.name)
    if measure.chart not in MODULES or table is None or not _drawable(measure, table):
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
        title=measure.label[lang], alt=alternative.text(measure, sketch, reader), note=sketch.note, usual=sketch.usual,
    )  # fmt: skip


def draw_weighed(results: Results, lang: str) -> dict[str, Drawing]:
    """The figures of the weighing, by name: belief year by year for each answer, the plane for each typing."""
    from timbang.report._charts import beliefs, plane

    reader = Reader(results, lang)
    answers = [f for f in results.findings if f.kind in ("motive", "conduct") and "by_year" in f.detail]
    made = {f"beliefs-{f.name}-{f.unit.lower()}": (f.detail["label"], [f]) for f in answers}
    for finding in results.findings:
        if finding.kind == "type":
            name = f"plane-{finding.name}-{finding.period}"
            made.setdefault(name, (finding.detail["label"], []))[1].append(finding)
    drawn = {}
    for name, (label, of) in made.items():
        year_by_year = name.startswith("beliefs-")
        title = f"{reader.say(label)} {reader.name(of[0].unit) if year_by_year else of[0].period}"
        alt = beliefs.alternative(of[0], reader) if year_by_year else plane.alternative(of, reader)
        drawn[name] = _sheeted(name, lang, title, alt, of, reader)
    return drawn


def _sheeted(name: str, lang: str, title: str, alt: str, of: list[Finding], reader: Reader) -> Drawing:
    import matplotlib

    from timbang.report._charts import beliefs, canvas, plane

    with matplotlib.rc_context(canvas.SETTINGS):  # type: ignore[arg-type]
        sheet = beliefs.sheet(of[0], reader) if name.startswith("beliefs-") else plane.sheet(of, reader)
        body = tidy(sheet.finish(), name)
    return Drawing(name=name, lang=lang, width=sheet.width, height=sheet.height, body=body, glyphs=sheet.letters,
                   title=title, alt=alt)  # fmt: skip
