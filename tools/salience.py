"""Count the speeches of a case that ships anew: `python tools/salience.py FOLDER [sco csto]`.

Run it when the codebook or the coder has changed, then read the difference git shows. FOLDER holds the UN General
Debate Corpus. The case's salience.csv, and the corpus in its references.bib, are written; nothing else is.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from timbang.adding.speeches import add_speeches
from timbang.casefile import open_case
from timbang.cli.speeches import summary
from timbang.model import Salience
from timbang.registry import shipped_cases, sources

WRITTEN = ("references.bib", Salience.FILE)


def renew(case: Path, speeches: Path, kept: Path) -> str:
    """Count into a copy of a case, and take what changed from there; what was counted."""
    copy = kept / case.name
    shutil.copytree(case, copy)
    heard, changed = add_speeches(copy, sources()["ungdc"], speeches, "balancing", lambda _: None)
    open_case(copy)
    for path in changed:
        if path.name not in WRITTEN:
            raise RuntimeError(f"{path.name} should not have changed")
        shutil.copyfile(path, case / path.name)
    return summary(heard)


def main() -> None:
    words = argparse.ArgumentParser(description="Count the speeches of a case that ships anew.")
    words.add_argument("speeches", type=Path)
    words.add_argument("cases", nargs="*", default=["sco"])
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        for name in given.cases:
            sys.stdout.write(f"{name}: {renew(shipped_cases()[name], given.speeches, Path(kept))}\n")


if __name__ == "__main__":
    main()
