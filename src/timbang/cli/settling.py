"""Disagreements between coders, settled one by one in the terminal; the codings they are about stay as they are."""

from __future__ import annotations

from timbang import __version__
from timbang.cli.agree import described
from timbang.cli.console import counted, say
from timbang.cli.reviewing import asked
from timbang.coding.agreeing import Compared, settled
from timbang.evidence.codebook import Codebook
from timbang.model import Case

WORDS = {"a": "affirmed", "d": "denied", "n": "absent"}


def ask(case: Case, book: Codebook, result: Compared, who: str) -> None:
    """Go through what is not settled; each decision is on the disk before the next is asked for."""
    done = 0
    for issue in result.issues:
        if issue.settled:
            continue
        say(f"\n{described(issue)}")
        answer = ""
        while answer not in (*WORDS, "s", "q"):
            line = asked("affirmed, denied, not there, skip, quit [a/d/n/s/q]: ")
            answer = "q" if line is None else line[:1].lower()
        if answer == "q":
            break
        if answer in WORDS:
            settled(case.folder, book, issue, WORDS[answer], who, f"timbang {__version__}, settling 1")
            done += 1
    say(f"\n{counted(done, 'disagreement')} settled by {who}")
