"""`timbang explain CASE FINDING`: a finding down to the rows it rests on, and their sources."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from timbang.cli.options import CaseWord, Json, Lang
from timbang.text import Lang as Language

FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="Its id; see `timbang list findings CASE`.")]


def explain(case: CaseWord, finding: FindingId, lang: Lang = None, json: Json = False) -> None:
    """Trace a finding to its rows and sources.

    How it was reached, each row behind it as it stands in the file, and each source.
    """
    from timbang.cli.config import language
    from timbang.cli.console import Progress, put_json
    from timbang.cli.explanation import explained, pick
    from timbang.cli.opening import opened
    from timbang.run import conclude

    tongue, opened_case, progress = language(lang), opened(case), Progress()
    try:
        results = conclude(opened_case, progress)
    finally:
        progress.done()
    told = explained(pick(results, finding), results, opened_case, tongue)
    put_json(told) if json else _put(told, tongue)


def _put(told: dict[str, Any], lang: Language) -> None:
    from timbang.cli.console import put, put_fields
    from timbang.cli.headings import heading

    put_fields({heading(key, lang): value for key, value in told.items() if isinstance(value, str)})
    for one in (*told["readings"], *told["criteria"], *told["items"], *told["tests"]):
        put()
        put_fields({heading(key, lang): value for key, value in one.items() if isinstance(value, str)})
        for figure in one.get("figures", ()):
            put(f"  {figure}")
    put(f"\n{heading('rests on', lang)}: {len(told['rows'])} {heading('rows', lang)}")
    for row in told["rows"]:
        put(f"\n{row['file']}:{row['line']}")
        put_fields({f"  {column}": value for column, value in row["cells"].items()})
        put(f"  {heading('from', lang)} {row['cited']}")
