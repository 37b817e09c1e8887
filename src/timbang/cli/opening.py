"""Opens the case a command names, and says which one that is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.cli.console import say

if TYPE_CHECKING:
    from timbang.findings.finding import Results
    from timbang.model import Case


def found(word: str) -> Path:
    """The folder of the case that the word means; says whether it ships or is the user's own."""
    from timbang.casefile import find_case
    from timbang.registry import shipped_cases

    folder = find_case(word)
    ships = folder in shipped_cases().values()
    say(f"case: {word}, which ships with timbang" if ships else f"case: the folder {folder}")
    return folder


def opened(word: str) -> Case:
    """The case that the word means, read and checked; raises TimbangError with all its problems."""
    from timbang.casefile import open_case

    return open_case(found(word))


def concluded(word: str) -> Results:
    """What a run of that case concludes, nothing written; progress is shown."""
    from timbang.cli.console import Progress
    from timbang.run import conclude

    case, progress = opened(word), Progress()
    try:
        return conclude(case, progress)
    finally:
        progress.done()
