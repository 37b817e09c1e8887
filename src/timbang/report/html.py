"""report.<lang>.html: the report as one file that needs nothing else, neither network nor scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from timbang.findings.finding import Results
from timbang.registry import Exporter
from timbang.report import _rules
from timbang.report._charts.svg import outlines
from timbang.report._drawings import drawings
from timbang.report._page import claims, measures, open_questions, summary, weighing, weighing_limits
from timbang.report._page.evidence import Rows, anchor
from timbang.report._reader import Reader
from timbang.text import Text


def write(results: Results, folder: Path, langs: Sequence[str]) -> list[Path]:
    """One page per language, each linking to the others that are written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in langs:
        path = folder / f"report.{lang}.html"
        path.write_text(page(results, lang, langs), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def page(results: Results, lang: str, langs: Sequence[str]) -> str:
    """The page in one language."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    jinja = Environment(
        loader=PackageLoader("timbang.report", "_templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return jinja.get_template("report.html").render(_shown(results, lang, langs)) + "\n"


def _shown(results: Results, lang: str, langs: Sequence[str]) -> dict[str, Any]:
    """Everything the templates name."""
    reader, drawn = Reader(results, lang), drawings(results, lang)
    script = _part("page.js")
    groups = claims.groups(results, reader)
    asked = weighing.questions(results, drawn, reader)
    disputes, more_disputes = open_questions.disputes(results, reader)
    return {
        "lang": lang, "others": [other for other in langs if other != lang], "reader": reader, "w": reader.word,
        "results": results, "head": results.head,
        "rows": Rows(reader), "anchor": anchor, "rule": _rules.rule, "said_figure": _rules.figure,
        "said_total": _rules.total, "groups": groups,
        "verdicts": claims.VERDICTS, "rowsets": claims.ROWSETS, "tally": claims.tally(groups),
        "key_figures": summary.key_figures(results, groups, reader), "changed": summary.changed(groups),
        "families": measures.families(results, drawn, reader), "disputes": disputes, "more_disputes": more_disputes,
        "notices_translated": not any(isinstance(notice, str) for notice in results.notices),
        "unknown": open_questions.unknown(results, reader),
        "asked": asked, "planes": weighing.planes(results, drawn, reader),
        "balances": weighing.balances(results), "points": weighing.points(results),
        "beside": weighing.beside(results), "most": weighing.MOST, "share": reader.share,
        "conditions": weighing_limits.scope(results, reader), "assumptions": weighing_limits.assumed(results, reader),
        "judged": weighing_limits.judged(results, asked, reader),
        "open_rosters": open_questions.open_rosters(results, reader),
        "letters": outlines({key: path for drawing in drawn.values() for key, path in drawing.glyphs.items()}),
        "style": _part("page.css"), "script": script, "script_hash": _hash(script),
    }  # fmt: skip


def _part(name: str) -> str:
    return files("timbang.report").joinpath("_templates", name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """What the page's policy names as the only script that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


EXPORTER = Exporter(
    name="html", label=Text("Report (HTML)", "Laporan (HTML)"), takes="results", write=write, suffix=".html"
)
