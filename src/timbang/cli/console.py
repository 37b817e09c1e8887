"""The two streams: data to stdout, messages to stderr; tables for people, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import east_asian_width

from timbang.errors import Problem


def speak_utf8() -> None:
    """Write UTF-8 whatever the console says (Windows): names of states and exercises need it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: object = "") -> None:
    """A line of data."""
    sys.stdout.write(f"{text}\n")


def put_json(value: object) -> None:
    """A value as JSON, keys in the order given."""
    import json

    put(json.dumps(value, ensure_ascii=False, indent=2))


def put_table(rows: Iterable[Sequence[object]]) -> None:
    """Rows in columns; the last column is as wide as it likes."""
    cells = [["" if value is None else str(value) for value in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell + " " * (most - _width(cell)) for cell, most in zip(row, widths, strict=True))
        put("  ".join(padded).rstrip())


def put_fields(fields: Mapping[str, object]) -> None:
    """A heading and its value a line; what is empty is left out."""
    known = {name: value for name, value in fields.items() if value not in (None, "", (), [])}
    put_table((f"{name}:", value) for name, value in known.items())


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def say(text: str = "") -> None:
    """A message."""
    sys.stderr.write(f"{text}\n")


def listed(problem: Problem) -> str:
    """The problem in a line; a notice is marked as such."""
    return f"notice: {problem}" if problem.level == "notice" else str(problem)


def tally(problems: Sequence[Problem]) -> str:
    """`2 problems, 1 notice`."""
    notices = sum(problem.level == "notice" for problem in problems)
    return f"{counted(len(problems) - notices, 'problem')}, {counted(notices, 'notice')}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Progress:
    """What is being done, on one line of stderr that is overwritten; silent where nobody watches."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, what: str) -> None:
        """Show what is being done."""
        if self._shown:
            sys.stderr.write(f"\r\x1b[2K{what[:100]}")
            sys.stderr.flush()

    def done(self) -> None:
        """Clear the line."""
        self("")
