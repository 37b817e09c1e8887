"""The nouns: frozen records of what a case holds. A record's fields are the columns of its file."""

from timbang.model.case import Case, CaseHead, Reference, Setting
from timbang.model.claims import Claim, Claims, Criterion, Reading
from timbang.model.exercises import Exercise, Participant
from timbang.model.record import Record
from timbang.model.rows import (
    Agreement,
    Designation,
    Document,
    Event,
    Figure,
    Membership,
    Observation,
    Origin,
    Salience,
)

RECORDS: tuple[type[Record], ...] = (
    Document, Membership, Exercise, Participant, Agreement, Event, Designation, Figure, Salience, Observation,
    Origin,
)  # fmt: skip

__all__ = [
    "RECORDS", "Agreement", "Case", "CaseHead", "Claim", "Claims", "Criterion", "Designation", "Document", "Event",
    "Exercise", "Figure", "Membership", "Observation", "Origin", "Participant", "Reading", "Record", "Reference",
    "Salience", "Setting",
]  # fmt: skip
