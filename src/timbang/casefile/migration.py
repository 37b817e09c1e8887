"""Brings a case of an older format up to the present one, one format at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from timbang.casefile.head import FILE, FORMAT, newer, written_format
from timbang.errors import TimbangError, stop
from timbang.reading.files import LARGEST_YAML, read_text
from timbang.reading.yamlfile import Node, compose

# From a format to the next: what is done to the folder; the paths changed. There is one format yet.
STEPS: dict[int, Callable[[Path], list[Path]]] = {}


def migrate(folder: Path) -> list[Path]:
    """Bring a case up to the present format; the paths changed, none if it is there already.

    TimbangError if case.yml states no format, or one that this timbang does not know.
    """
    node = _composed(Path(folder))
    if later := newer(node):
        raise TimbangError([later])
    stated = written_format(node)
    if not stated:
        raise stop("case.yml states no format", file=FILE, column="format", expected=f"format: {FORMAT}",
                   todo=f"If the case was written for this timbang, add the line format: {FORMAT}")  # fmt: skip
    known = [str(number) for number in (*STEPS, FORMAT)]
    if stated not in known:
        raise stop("there is no such format", file=FILE, column="format", value=stated, expected=" | ".join(known))
    changed: list[Path] = []
    for number in range(int(stated), FORMAT):
        changed += STEPS[number](Path(folder))
    return list(dict.fromkeys(changed))


def _composed(folder: Path) -> Node:
    text, problems = read_text(folder, FILE, LARGEST_YAML)
    if text is None:
        raise TimbangError(problems) if problems else stop("there is no case.yml", file=FILE)
    node, more = compose(text, FILE)
    if node is None:
        raise TimbangError(more) if more else stop("the file is empty", file=FILE)
    return node
