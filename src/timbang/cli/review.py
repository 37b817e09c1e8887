"""`timbang review CASE`: what documents suggest enters a case only as somebody decides, or above a stated threshold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import CaseWord, Json
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.reviewing.offers import Offer

Accept = Annotated[
    float | None, typer.Option(metavar="SCORE", help="Accept all of that score (0 to 1) or more without conflict.")
]
List = Annotated[bool, typer.Option("--list", help="List what waits; decide nothing.")]
Who = Annotated[str, typer.Option(metavar="NAME", help="Who decides; default: your user name.")]
COLUMNS = ("fate", "exercise", "score", "source", "locator", "start", "name_en", "participants", "conflicts")


def review(case: CaseWord, accept: Accept = None, listing: List = False, who: Who = "", json: Json = False) -> None:
    """Decide which suggested exercises enter a case.

    The exercises that its documents speak of, set beside those it has: new, known, in conflict (with which field of
    which source), or present from that source already. Decisions are kept in CASE/reviews.csv.
    """
    from timbang.casefile import open_case
    from timbang.cli.console import Progress, put_json
    from timbang.cli.opening import found
    from timbang.reviewing.decisions import decided
    from timbang.reviewing.offers import offers

    if accept is not None and not 0 <= accept <= 1:
        raise misuse("a score is between 0 and 1", value=str(accept))
    folder, progress = found(case), Progress()
    opened, before = open_case(folder), decided(folder)
    try:
        offered = offers(opened, progress, {(one.document, one.spans) for one in before})
    finally:
        progress.done()
    if accept is not None:
        _accept(folder, offered, accept, who or user(), json)
    elif listing or json:
        put_json([plain(one) for one in offered]) if json else _list(offered)
        _summary(offered, len(before))
    else:
        from timbang.cli.reviewing import ask

        ask(opened, offered, who or user())


def user() -> str:
    """The user's name, as the system knows it."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise misuse("the system does not tell your name", todo="Say who decides: --who NAME") from None


def _accept(folder: Path, offered: list[Offer], threshold: float, who: str, json: bool) -> None:
    from dataclasses import asdict

    from timbang.cli.console import put, put_json, say
    from timbang.reviewing.entering import accept_all

    decisions, left, changed = accept_all(folder, offered, threshold, who)
    if json:
        put_json({"accepted": [asdict(one) for one in decisions], "left": [plain(one) for one in left]})
    else:
        for path in changed:
            put(path)
    say(f"{len(decisions)} accepted by {who} at a score of {threshold:g} or more")
    _summary(left, 0)


def _list(offered: list[Offer]) -> None:
    from timbang.cli.console import put_table

    if offered:
        put_table([COLUMNS, *([row[name] for name in COLUMNS] for row in map(line, offered))])


def _summary(offered: list[Offer], decided: int) -> None:
    from timbang.cli.console import counted, say
    from timbang.reviewing.offers import FATES

    fates = Counter(one.fate for one in offered)
    told = ", ".join(f"{fates[fate]} {fate}" for fate in FATES if fates[fate])
    say(f"{counted(len(offered), 'suggestion')} not decided on{told and f': {told}'}")
    if decided:
        say(f"{decided} decided before")


def line(one: Offer) -> dict[str, str]:
    """An offer in the columns of the list."""
    from timbang.reviewing.suggested import cells

    said = {name: " ".join(cell.split()) for name, cell in cells(one.match.suggestion).items()}
    where = {"fate": one.fate, "exercise": one.match.exercise, "source": one.document.source, "locator": one.locator}
    differ = (f"{c.field}: {c.source} {c.theirs}, here {c.ours}" for c in one.match.conflicts)
    return said | where | {"conflicts": "; ".join(differ)}


def plain(one: Offer) -> dict[str, Any]:
    """All of an offer, for programs."""
    from timbang.reviewing import suggested

    conflicts = [
        {"field": c.field, "source": c.source, "theirs": c.theirs, "ours": c.ours} for c in one.match.conflicts
    ]
    return {"fate": one.fate, "exercise": one.match.exercise, "reason": one.match.reason, "conflicts": conflicts,
            "document": one.document.sha256, "source": one.document.source, "spans": one.found.spans,
            "words": one.found.words,
            "suggestion": suggested.plain(one.match.suggestion) | {"locator": one.locator}}  # fmt: skip
