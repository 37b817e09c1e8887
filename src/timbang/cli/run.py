"""`timbang run CASE`: from a case to its report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from timbang.cli.options import CaseWord, Lang

Engine = Annotated[str, typer.Option(metavar="duckdb|spark|spark://...", help="Default: the case's engine.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to write; default ./timbang-out/CASE.")]


def run(case: CaseWord, out: Out = None, lang: Lang = None, engine: Engine = "") -> None:
    """Measure a case, audit its claims, write its report.

    Findings, tables and figures are written beside the report. What was written goes to stdout, a summary to stderr.
    """
    from timbang.cli.config import languages, out_folder
    from timbang.cli.console import Progress, put, say
    from timbang.cli.opening import opened
    from timbang.run import run as write

    langs = languages(lang)
    opened_case = opened(case)
    if engine:
        opened_case = replace(opened_case, head=replace(opened_case.head, engine=engine))
    folder = out_folder(out, opened_case.name)
    folder.mkdir(parents=True, exist_ok=True)  # if it cannot be made, say so before the work and not after it
    progress = Progress()
    try:
        written = write(opened_case, folder, langs, progress)
    finally:
        progress.done()
    for path in written:
        put(path)
    for one in opened_case.coded.unweighed:
        say(one.what.en)
    say(summary(folder))


def summary(folder: Path) -> str:
    """How much was found, how the claims fared, and where the report lies; read from the findings written."""
    import json
    from collections import Counter

    from timbang.cli.console import counted
    from timbang.text import vocabulary

    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["findings"]
    lines = [counted(len(findings), "finding")]
    claims = [finding for finding in findings if finding["kind"] == "claim"]
    for rows, label in (("own", "on the audited source's own rows"), ("all", "on all sources")):
        verdicts = Counter(finding["verdict"] for finding in claims if finding["detail"]["rowset"] == rows)
        told = (f"{text.en} {verdicts[code]}" for code, text in vocabulary()["verdict"].items())
        if verdicts:
            lines.append(f"{counted(verdicts.total(), 'claim')} {label}: {', '.join(told)}")
    return "\n".join([*lines, f"written to {folder}"])
