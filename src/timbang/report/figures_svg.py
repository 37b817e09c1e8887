"""figures/<measure>.<lang>.svg: each measure's chart as a file, with its title and description inside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timbang.findings.finding import Results
from timbang.registry import Exporter
from timbang.report._drawings import drawings
from timbang.text import Text


def write(results: Results, folder: Path, langs: Sequence[str]) -> list[Path]:
    """One file per chart and language."""
    target = folder / "figures"
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in langs:
        for name, drawing in drawings(results, lang).items():
            path = target / f"{name}.{lang}.svg"
            path.write_text(drawing.file(), encoding="utf-8", newline="\n")
            written.append(path)
    return written


EXPORTER = Exporter(
    name="figures", label=Text("Figures (SVG)", "Gambar (SVG)"), takes="results", write=write, suffix=".svg"
)
