"""Adding documents to a case: each is copied, its text frozen, its row written; those that fail stop no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timbang.adding.document_fates import Added, Wishes
from timbang.adding.shelf import Progress, Shelf
from timbang.casefile import lock, open_case
from timbang.casefile.staging import refuse_shipped


def add_documents(
    folder: Path, files: Sequence[Path], wishes: Wishes, progress: Progress
) -> tuple[list[Added], list[Path], list[str]]:
    """Add files to a case; what became of each, the paths written, and the keys of sources that are bare.

    Adding twice changes nothing. TimbangError, and nothing is entered, if the case or the outcome has a problem.
    Texts are frozen as they are read, so that a second try after a stop goes on from there.
    """
    refuse_shipped(folder)
    with lock(folder):
        shelf = Shelf(open_case(folder), wishes, progress)
        return shelf.put(files), shelf.write(), list(shelf.citing.bare)
