"""`timbang add speeches FOLDER --from ungdc --case CASE`: how often a corpus of speeches names each threat."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.adding.speeches import Heard

LISTED = 5  # notices of a kind that are named


def add(places: list[Path], case: str, origin: str, codebook: str, json: bool) -> None:
    """Add the speeches of a folder; data to stdout, what was left out to stderr."""
    from timbang.adding.speeches import add_speeches
    from timbang.cli.console import Progress, put, put_json, say
    from timbang.cli.opening import found
    from timbang.registry import pick, sources

    if len(places) > 1:
        raise misuse("speeches are added from one folder at a time", value=", ".join(map(str, places)))
    known = {name: source for name, source in sources().items() if source.gives == "speeches"}
    if not origin:
        raise misuse("who provides the speeches?", expected=", ".join(known), todo="Say it: --from ungdc")
    source, folder, progress = pick(known, origin, "source of speeches"), found(case), Progress()
    try:
        heard, changed = add_speeches(folder, source, places[0], codebook, progress)
    finally:
        progress.done()
    if json:
        put_json(told(heard) | {"files": [str(path) for path in changed]})
    else:
        for path in changed:
            put(path)
    say(summary(heard))


def told(heard: Heard) -> dict[str, Any]:
    """All that was found, for programs."""
    counts = heard.counts
    return {
        "speeches": heard.speeches, "years": heard.years, "other_years": heard.other_years,
        "sentences": counts.sentences, "coded": counts.coded, "denied": counts.denied, "quoted": counts.quoted,
        "rows": len(heard.rows), "without_speech": heard.silent,
        "notices": [notice.as_json() for notice in heard.notices],
    }  # fmt: skip


def summary(heard: Heard) -> str:
    """What was counted, which sentences do not count, and what could not be read."""
    counts, years = heard.counts, f"{heard.years[0]}-{heard.years[1]}"
    lines = [f"{heard.speeches} speeches of {years}, {counts.sentences} sentences; {len(heard.rows)} rows"]
    lines += [
        f"  {code}: {n} sentences; left out: {counts.denied.get(code, 0)} that deny it, "
        f"{counts.quoted.get(code, 0)} that quote others"
        for code, n in sorted(counts.coded.items())
    ]
    lines += [f"{heard.other_years} speeches of other years are left out"] if heard.other_years else []
    lines += [f"without a speech: {', '.join(heard.silent)}"] if heard.silent else []
    kinds = Counter(notice.what.partition(",")[0] for notice in heard.notices)
    for what, number in kinds.items():
        files = [notice.file for notice in heard.notices if notice.what.startswith(what)]
        more = ", …" if number > LISTED else ""
        lines += [f"not counted, {number}: {what}: {', '.join(files[:LISTED])}{more}"]
    return "\n".join(lines)
