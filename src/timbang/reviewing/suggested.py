"""A suggestion on one line: the columns of exercises.csv that a text can give, who took part, and where it is said."""

from __future__ import annotations

from typing import Any

from timbang.model.suggestions import Sent, Span, Suggestion

GIVEN = (
    "locator", "name_en", "name_id", "start", "end", "date_as_given", "place", "troops", "qualifier", "equipment",
    "roster", "note_en", "note_id",
)  # fmt: skip
COLUMNS = (*GIVEN, "participants", "troops_by_state", "spans", "found_in", "score")
TABLE = ("locator", "start", "end", "name_en", "participants", "troops", "troops_by_state", "roster", "score", "place")


def cells(one: Suggestion) -> dict[str, str]:
    """The suggestion by column, for CSV and tables."""
    return {name: one.fields.get(name, "") for name in GIVEN} | {
        "participants": "|".join(map(participant, one.participants)),
        "troops_by_state": "|".join(share(sent) for sent in one.participants if sent.troops is not None),
        "spans": "|".join(f"{name}={_places(spans)}" for name, spans in sorted(one.spans.items())),
        "found_in": one.found_in,
        "score": f"{one.score:g}",
    }


def participant(sent: Sent) -> str:
    """`KGZ`; `UZB?` where the text doubts it, `MNG (observer)` where it only watched."""
    doubted = sent.state + ("?" if sent.certain == "no" else "")
    return doubted if sent.role == "participant" else f"{doubted} ({sent.role})"


def share(sent: Sent) -> str:
    """`CHN=150`; `CHN=about 150` where the text hedges it."""
    return f"{sent.state}={f'{sent.qualifier} {sent.troops}'.strip()}"


def shown(one: Suggestion) -> list[str]:
    """The suggestion in the columns of TABLE, for people: each cell on one line, troops with their hedge."""
    row = cells(one)
    row["troops"] = f"{row['qualifier']} {row['troops']}".strip() if row["troops"] else ""
    return [" ".join(row[name].split()) for name in TABLE]


def _places(spans: tuple[Span, ...]) -> str:
    return "+".join(f"{start}-{end}" for start, end in spans)


def plain(one: Suggestion) -> dict[str, Any]:
    """All of a suggestion as plain values, for JSON; spans are code points of the text, end exclusive."""
    sent = [
        {"state": s.state, "role": s.role, "certain": s.certain, "troops": s.troops, "qualifier": s.qualifier,
         "span": s.span}
        for s in one.participants
    ]  # fmt: skip
    known = {name: one.fields[name] for name in GIVEN if one.fields.get(name)}
    more = {name: value for name, value in one.fields.items() if name not in known and value}
    spans = dict(sorted(one.spans.items()))
    return known | more | {"participants": sent, "spans": spans, "found_in": one.found_in, "score": one.score}
