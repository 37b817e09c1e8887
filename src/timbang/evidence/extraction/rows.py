"""One row of a table, from its parts to a suggested exercise; shared by tables run together and ruled ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from timbang.evidence.extraction.counting import equipment
from timbang.evidence.extraction.dating import Dated
from timbang.evidence.extraction.forces import Forces, forces
from timbang.evidence.extraction.marking import Marked
from timbang.evidence.extraction.places import Place
from timbang.model.suggestions import Sent, Span, Suggestion

EXPECTED = ("name_en", "start", "end", "participants", "place")  # what a row of a table should have


@dataclass(slots=True)
class Row:
    """What was read of a row, with the place of each part in the text."""

    locator: str = ""
    dated: Dated | None = None
    date_words: str = ""
    sent: tuple[Sent, ...] = ()
    roster: str = ""
    places: list[Place] = field(default_factory=list)
    title: str = ""
    title_span: Span = (0, 0)
    forces: Forces | None = None
    equipment: list[tuple[str, Span]] = field(default_factory=list)

    def describe(self, marked: Marked) -> None:
        """Read troops and equipment from what the row says of the exercise."""
        self.forces = forces(marked)
        for name, start, end in equipment(marked):
            if name.partition("=")[0] not in {known.partition("=")[0] for known, _ in self.equipment}:
                self.equipment.append((name, (start, end)))

    def suggestion(self, offset: int = 0) -> Suggestion:
        """The row as a suggested exercise; `offset` is where the row's text begins in the document."""
        fields, spans = self._fields()
        moved = {name: tuple((a + offset, b + offset) for a, b in places) for name, places in spans.items()}
        sent = tuple(self._with_troops(one, offset) for one in self.sent)
        filled = [name for name in EXPECTED if fields.get(name) or (name == "participants" and sent)]
        score = round(len(filled) / len(EXPECTED), 3)
        return Suggestion(fields=fields, participants=sent, spans=moved, found_in="table", score=score)

    def _with_troops(self, one: Sent, offset: int) -> Sent:
        shares = self.forces.shares if self.forces else ()
        share = next((share for share in shares if share.state == one.state), None)
        span = (one.span[0] + offset, one.span[1] + offset) if one.span else None
        if share is None:
            return replace(one, span=span)
        return replace(one, span=span, troops=share.amount.value, qualifier=share.amount.qualifier)

    def _fields(self) -> tuple[Mapping[str, str], dict[str, tuple[Span, ...]]]:
        fields: dict[str, str] = {"locator": self.locator}
        spans: dict[str, tuple[Span, ...]] = {}
        if self.title:
            fields |= {"name_en": self.title, "name_id": self.title}
            spans |= {"name_en": (self.title_span,), "name_id": (self.title_span,)}
        if self.dated:
            fields["start"], fields["end"] = self.dated.edtf()
            spans |= dict.fromkeys(("start", "end"), ((self.dated.start, self.dated.end),))
        if self.date_words:
            fields["date_as_given"] = self.date_words
            spans["date_as_given"] = spans.get("start", ())
        if self.places:
            fields["place"] = "|".join(place.written for place in self.places)
            spans["place"] = tuple((place.start, place.end) for place in self.places)
        if total := self.forces.total if self.forces else None:
            fields |= {"troops": str(total.value), "qualifier": total.qualifier}
            spans["troops"] = ((total.start, total.end),)
        if self.equipment:
            fields["equipment"] = "|".join(name for name, _ in self.equipment)
            spans["equipment"] = tuple(span for _, span in self.equipment)
        fields["roster"] = self.roster
        return {name: value for name, value in fields.items() if value}, spans
