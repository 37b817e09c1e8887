"""Problems with what a user gave: collected, and shown all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in a user's file: what, where, what was expected, what to do.

    `line` counts from 1 with the header as line 1; 0 means the whole file. A `notice` is worth
    reading and stops nothing.
    """

    what: str
    file: str = ""
    line: int = 0
    column: str = ""
    value: str = ""
    expected: str = ""
    todo: str = ""
    level: Literal["problem", "notice"] = "problem"

    @property
    def where(self) -> str:
        """`exercises.csv:12:start`, leaving out what is not known."""
        parts = [self.file, str(self.line) if self.line else "", self.column]
        return ":".join(part for part in parts if part)

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        if self.value:
            text += f" — found {_short(self.value)!r}"
        if self.expected:
            text += f"; expected {self.expected}"
        return f"{text}. {self.todo}" if self.todo else f"{text}."

    def as_json(self) -> dict[str, object]:
        """The problem as plain values, for --json."""
        return asdict(self)


def _short(value: str, most: int = 80) -> str:
    return value if len(value) <= most else value[: most - 1] + "…"


class TimbangWarning(UserWarning):
    """What is worth reading of a result that Python gets, where the command line would print a notice."""


class TimbangError(Exception):
    """What the user gave cannot be used; carries every problem found. Exit status 1."""

    status = 1

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(TimbangError):
    """The command itself was misused: an unknown case, measure or format. Exit status 2."""

    status = 2


def stop(what: str, **where: object) -> TimbangError:
    """A TimbangError of a single problem, to be raised."""
    return TimbangError([Problem(what=what, **where)])  # type: ignore[arg-type]


def misuse(what: str, **where: object) -> UsageError:
    """A UsageError of a single problem, to be raised."""
    return UsageError([Problem(what=what, **where)])  # type: ignore[arg-type]
