"""The drawings of a run, each made once, for the pages and the files alike."""

from __future__ import annotations

from timbang.findings.finding import Results
from timbang.report._charts import draw, draw_weighed
from timbang.report._charts.svg import Drawing

# The latest results and their drawings: exporters of one run come one after the other.
_LATEST: list[tuple[Results, dict[str, dict[str, Drawing]]]] = []


def drawings(results: Results, lang: str) -> dict[str, Drawing]:
    """Measure, or figure of the weighing -> its drawing in a language."""
    if not _LATEST or _LATEST[0][0] is not results:
        _LATEST[:] = [(results, {})]
    kept = _LATEST[0][1]
    if lang not in kept:
        made = ((measure.name, draw(measure, results, lang)) for measure in results.measures)
        kept[lang] = {name: drawing for name, drawing in made if drawing} | draw_weighed(results, lang)
    return kept[lang]
