"""What reading a provider's file gives: exercises as a case holds them, and what is wrong with the file."""

from __future__ import annotations

from dataclasses import dataclass

from timbang.errors import Problem
from timbang.model import Exercise, Participant


@dataclass(frozen=True, slots=True)
class Found:
    """One row of the file: the exercise, who took part, and the file's words on what it was about.

    `exercise.line` is its line in the provider's file.
    """

    exercise: Exercise
    participants: tuple[Participant, ...]
    about: str = ""

    @property
    def states(self) -> frozenset[str]:
        """The states that took part."""
        return frozenset(participant.state for participant in self.participants)


@dataclass(frozen=True, slots=True)
class Reading:
    """All rows of the file, in its order, and notices on its known defects."""

    found: tuple[Found, ...]
    notices: tuple[Problem, ...]
