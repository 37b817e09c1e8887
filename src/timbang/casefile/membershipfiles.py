"""The membership files that ship, one per organization, with their references."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from timbang import organizations as shipped
from timbang.errors import TimbangError
from timbang.model import Membership
from timbang.reading.rows import read_rows
from timbang.tables import contracts
from timbang.text import Text, word

FOLDER = Path(shipped.__file__).parent


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that ships: its name, and the file of who belonged to it, when."""

    name: str
    path: Path

    @property
    def code(self) -> str:
        """Its short name in capitals, as rows have it."""
        return self.name.upper()

    @property
    def label(self) -> Text:
        """Its name, as a reader reads it."""
        known = word("organization", self.name)
        return known if known.en != self.name else Text(self.code, self.code)

    def memberships(self) -> tuple[Membership, ...]:
        """Its rows; raises TimbangError if the file that ships is at fault."""
        reading = read_rows(contracts()[Membership.FILE], self.path.read_text(encoding="utf-8"))
        if reading.problems:
            raise TimbangError(replace(problem, file=f"organizations/{self.path.name}") for problem in reading.problems)
        return tuple(reading.rows)


@cache
def organizations() -> dict[str, Organization]:
    """Every organization whose members ship, by name (`sco`): each CSV file in timbang/organizations."""
    return {name: Organization(name, FOLDER / f"{name}.csv") for name in shipped.names()}
