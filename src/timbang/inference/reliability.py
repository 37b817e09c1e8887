"""What a coder's reading is worth: how likely it gives a code where it holds, and where it does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reliability:
    """P(r | z) of one coder and one code (DESIGN section 5), from units in which it is settled what holds.

    Both are posterior means under a uniform Beta(1, 1): a coder who was never tried has even odds, so
    that its reading weighs nothing.
    """

    right: int  # gave the code where it holds
    wrong: int  # gave it where it does not
    missed: int  # did not give it where it holds
    rest: int  # rightly did not give it

    @property
    def sensitivity(self) -> float:
        """Probability that it gives the code where it holds."""
        return (self.right + 1) / (self.right + self.missed + 2)

    @property
    def false_alarm(self) -> float:
        """Probability that it gives the code where it does not hold."""
        return (self.wrong + 1) / (self.wrong + self.rest + 2)
