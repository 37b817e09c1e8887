"""One mention of an exercise in a sentence, read: when, who, where, how many, and whether it was held."""

from __future__ import annotations

import re

from timbang.evidence.extraction.dating import Dated, best
from timbang.evidence.extraction.forces import Forces, forces
from timbang.evidence.extraction.marking import Marked, mark
from timbang.evidence.extraction.mentions import Mention
from timbang.evidence.extraction.naming import states_in
from timbang.evidence.extraction.notes import NOT_HELD, noted
from timbang.evidence.extraction.places import Place
from timbang.evidence.extraction.roles import groups, sent_by
from timbang.evidence.extraction.sites import sites
from timbang.evidence.extraction.spanning import spanned
from timbang.evidence.extraction.vocabulary import finder
from timbang.model.suggestions import Sent, Span, Suggestion

QUOTES = tuple('«“"‘「『„')
NUMBERED = re.compile(r"(?<!\d)\d{1,2}\s+(?:states|countries|nations|negara|стран|государств)|\d个?国")
EXPECTED = ("name_en", "start", "end", "participants")  # what a mention in prose should have


def read(sentence: str, mention: Mention, language: str) -> Suggestion | None:
    """The mention as a suggestion; None if it is of no exercise of several states that happened or was to happen."""
    whose = states_in(sentence[mention.start : mention.name_start], (language,))  # `учения Кыргызстана «…»`
    own = (mention.name_start if whose else mention.start, mention.end)
    named = [own] if mention.name else []
    marked = mark(sentence, (language,), named)
    places = sites(marked)
    found = groups(marked, [(one.start, one.end) for one in places])
    sent = [
        Sent(state=one.code, role=role, certain=certain, span=(one.start, one.end))
        for one, role, certain in sent_by(found)
    ]
    counted = forces(marked.without((one.start, one.end) for one in places))
    sent = _with_troops(sent, counted)
    of_states = finder("counted", (language,)).search(sentence) or NUMBERED.search(sentence)
    opened = _opened(sentence, language)
    states = {one.state for one in sent} | {one.state for one in places if sent and one.state}
    if not _is_record(marked, mention, len(states) + 2 * bool(of_states), opened, bool(places)):
        return None
    roster = "" if not sent and not of_states else "open" if opened else "complete"
    return _suggestion(marked, mention, places, sent, roster, counted)


def _opened(sentence: str, language: str) -> bool:
    """Whether words leave the list of participants open; that a number of people is not told leaves none open."""
    strength = finder("strength", (language,))
    for cue in finder("open", (language,)).finditer(sentence):
        clause = re.split(r"[,;.:(，；。：（]", sentence[: cue.start()])[-1]
        if not strength.search(clause):
            return True
    return False


def _is_record(marked: Marked, mention: Mention, states: int, opened: bool, placed: bool) -> bool:
    """A named exercise with anything said of it, or an unnamed one of several states that is no habit."""
    if mention.name:
        quoted = marked.text[mention.name_start - 1 : mention.name_start] in QUOTES
        told = placed or bool(marked.dates) or (quoted and _year(mention.name) is not None)
        return states > 1 or opened or (not states and told)
    if _status(marked, mention) in NOT_HELD and not marked.dates:
        return False
    near = marked.mask[max(0, mention.start - 80) : mention.end + 60]
    before = marked.mask[max(0, mention.start - 25) : mention.start]
    if finder("recurring", marked.languages).search(near) or finder("generic", marked.languages).search(before):
        return False
    return states > 1 or (opened and states == 1)


def _suggestion(
    marked: Marked, mention: Mention, places: list[Place], sent: list[Sent], roster: str, counted: Forces
) -> Suggestion:
    fields: dict[str, str] = {}
    spans: dict[str, tuple[Span, ...]] = {"exercise": ((mention.start, mention.end),)}
    if mention.name:
        fields |= {"name_en": mention.name, "name_id": mention.name}
        spans |= dict.fromkeys(("name_en", "name_id"), ((mention.name_start, mention.name_end),))
    notes = _dates(marked, mention, fields, spans)
    if counted.total:
        fields |= {"troops": str(counted.total.value), "qualifier": counted.total.qualifier}
        spans["troops"] = ((counted.total.start, counted.total.end),)
    if places:
        fields["place"] = "|".join(dict.fromkeys(one.written for one in places))
        spans["place"] = tuple((one.start, one.end) for one in places)
    status = _status(marked, mention)
    fields |= {"roster": roster} | noted(([status] if status in NOT_HELD else []) + notes)
    have = sum(bool(fields.get(name)) or (name == "participants" and bool(sent)) for name in EXPECTED)
    score = 0.0 if status in NOT_HELD else round(have / len(EXPECTED), 3)
    kept = {name: value for name, value in fields.items() if value}
    return Suggestion(fields=kept, participants=tuple(sent), spans=spans, language=marked.languages[0], score=score)


def _with_troops(sent: list[Sent], counted: Forces) -> list[Sent]:
    """The states with what they sent; one that is named only as having sent troops took part."""
    shares = {share.state: share.amount for share in counted.shares}
    known = {one.state for one in sent}
    more = [
        Sent(state=share.state, span=(share.amount.start, share.amount.end))
        for share in counted.shares
        if share.state not in known
    ]
    return [
        Sent(state=one.state, role=one.role, certain=one.certain, span=one.span, troops=shares[one.state].value,
             qualifier=shares[one.state].qualifier) if one.state in shares else one
        for one in [*sent, *more]
    ]  # fmt: skip


def _dates(marked: Marked, mention: Mention, fields: dict[str, str], spans: dict[str, tuple[Span, ...]]) -> list[str]:
    """Set start and end; returns the notes on them. Without a year in the text, the name's is used, and said so."""
    year = _year(mention.name)
    dated = best([one for one in spanned(marked) if year or one.first[0]], mention.start)
    name: Span = (mention.name_start, mention.name_end)
    if dated is None:
        if year is None:
            return []
        fields |= {"start": str(year), "end": str(year)}
        spans |= {"start": (name,), "end": (name,)}
        return ["year-from-name"]
    start, end = dated.edtf(year)
    if not start:
        return []
    fields |= {"start": start, "end": end}
    own: Span = (dated.start, dated.end)
    spans |= dict.fromkeys(("start", "end"), (own,) if dated.first[0] else (own, name))
    if dated.also:
        spans["end"] = (dated.also, *spans["end"][1:])
    return _said_of(marked, dated, fields)


def _said_of(marked: Marked, dated: Dated, fields: dict[str, str]) -> list[str]:
    if dated.mark:
        fields["date_as_given"] = " ".join(marked.text[dated.start : dated.end].split())
    notes = ["doubtful-date"] if dated.mark else []
    notes += ["season"] if dated.season else []
    return notes + ([] if dated.first[0] else ["year-from-name"])


def _year(name: str) -> int | None:
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)
    return int(years[-1]) if years else None


def _status(marked: Marked, mention: Mention) -> str:
    """Held, unless the sentence says it was called off, put off, or is still to come."""
    for status in ("cancelled", "postponed", "planned"):
        for cue in finder(status, marked.languages).finditer(marked.mask):
            gap = marked.mask[min(cue.end(), mention.end) : max(cue.start(), mention.start)]
            if status != "planned" or (len(gap) < 90 and not re.search(r"[;.；。]", gap)):
                return status
    return "held"
