"""What each state named in a sentence has to do with the exercise: took part, watched, stayed away, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from timbang.evidence.extraction.counting import amount
from timbang.evidence.extraction.marking import NAME, STATE, Marked, compiled, group, lowered
from timbang.evidence.extraction.naming import Named
from timbang.evidence.extraction.vocabulary import Languages, finder, fragment

BREAKS = {
    "en": r"[;:.!?()—]|,?\s(?:while|whereas|but|although|though)\s|,\s+(?:and|with|which|where|whose)\s",
    "id": r"[;:.!?()—]|,?\s(?:sedangkan|sementara|tetapi|namun|tapi|adapun)\s|,\s+(?:dan|dengan|yang)\s",
    "ru": r"[;:.!?()]|,\s+(?:а|но|однако|тогда|котор\w+|в котор\w+|прошедш\w+|где|при этом)\s",
    "zh": r"[；：。！？（），]",
}
COMMA, BREAK, REACH = 60, 200, 160  # what a comma, a new clause, add to a distance; the farthest a cue reaches


@dataclass(slots=True)
class Group:
    """States listed together, and what they do: participant, observer, absent, outsider."""

    named: list[Named]
    start: int
    end: int
    role: str = ""
    certain: str = "yes"


def groups(marked: Marked, places: Iterable[tuple[int, int]]) -> list[Group]:
    """The lists of states of a sentence with their roles; states that only say where are left out."""
    mask = _blanked(marked, places)
    found = []
    for match in compiled(group(marked.languages)).finditer(lowered(mask)):
        named = [one for one in marked.states(*match.span()) if _counts(marked, one)]
        if named and (len(named) > 1 or named[0].how != "capital" or _acts(marked, named[0])):
            found.append(Group(named, match.start(), match.end()))
    for kind, role, side in CUES:
        _assign(marked, mask, found, kind, role, side)
    for one in found:
        one.role = one.role or "participant"
    return found


def _blanked(marked: Marked, places: Iterable[tuple[int, int]]) -> str:
    signs = list(marked.mask)
    for start, end in places:
        signs[start:end] = "." * (end - start) if "zh" not in marked.languages else "/" * (end - start)
    for one in marked.named:
        if not _counts(marked, one):
            signs[one.start : one.end] = "x" * (one.end - one.start)
    return "".join(signs)


def _counts(marked: Marked, one: Named) -> bool:
    """Whether a state is named as an actor: not as somebody's office, not by an adjective of something else."""
    office, after = finder("office", marked.languages), marked.mask[one.end : one.end + 60]
    before = marked.text[max(0, one.start - 40) : one.start]
    if re.search(rf"(?:{office.pattern})(?:\s+[^\W\d]+)?(?:\s+(?:of|the|to|dari|with))*\s*$", before, re.IGNORECASE):
        return False
    if one.how != "adjective":
        return True
    words = rf"(?:\s*[-–]\s*|\s+(?:{fragment('join', marked.languages)}\s+)?)(?:{STATE}|[^\W\d]+)"
    noun = "|".join([NAME, *(fragment(kind, marked.languages) for kind in ("exercise", "people", "military"))])
    if re.match(rf"\s+(?:\S+\s+)?(?:{office.pattern})", after, re.IGNORECASE):
        return False
    return re.match(rf"(?:{words}){{0,3}}?[\s-]+(?:{noun})", after, re.IGNORECASE) is not None


def _acts(marked: Marked, one: Named) -> bool:
    """Whether a capital alone is the subject of a verb, and so stands for its state."""
    after = marked.text[one.end : one.end + 40]
    if re.match(rf"\s*\w*\s*(?:{finder('holds', marked.languages).pattern})", after, re.IGNORECASE):
        return True
    number = rf"\s*\w+\s+{amount(marked.languages)}\s+{fragment('people', marked.languages)}"
    return re.match(number, after, re.IGNORECASE) is not None


CUES = (
    ("absent", "absent", "before"),
    ("absent", "absent", "after"),
    ("observer_of", "observer", "after"),
    ("observer", "observer", "either"),
    ("outsider", "outsider", "before"),
    ("outsider", "outsider", "after"),
    ("doubt", "doubt", "after"),
    ("doubt_after", "doubt", "before"),
)


def _assign(marked: Marked, mask: str, found: list[Group], kind: str, role: str, side: str) -> None:
    """Give the group nearest to each cue its role; a group keeps the first role it is given."""
    means = (side,) if kind in ("absent", "outsider") else ()
    subject = marked.languages == ("zh",) and kind == "outsider" and side == "before"  # 日本对俄朝演习表示关切
    for cue in finder(kind, marked.languages, *means).finditer(mask):
        if any(one.start <= cue.start() < one.end for one in found) and role != "doubt":
            continue
        costs = [(cost, at) for at, one in enumerate(found) if (cost := _cost(marked, mask, one, cue, side)) < REACH]
        if not costs or (subject and any(one.role == role for one in found)):
            continue
        chosen = found[min(costs)[1]]
        if role == "doubt":
            _doubt(chosen, cue.start(), found)
        else:
            chosen.role = chosen.role or role


def _doubt(chosen: Group, at: int, found: list[Group]) -> None:
    """Doubt stands for the states after the cue in a list, or for the whole group where it stands outside."""
    inside = [one for one in chosen.named if one.start > at]
    if chosen.start <= at < chosen.end and len(inside) < len(chosen.named):
        chosen.named = [one for one in chosen.named if one not in inside]
        found.append(Group(inside, inside[0].start if inside else at, chosen.end, chosen.role, "no"))
    else:
        chosen.certain = "no"


def _cost(marked: Marked, mask: str, one: Group, cue: re.Match[str], side: str) -> int:
    """How far a group is from a cue, on the cue's side; commas and clauses between count as distance."""
    inside = one.start <= cue.start() < one.end
    if inside:
        return 0
    before = one.end <= cue.start()
    if (side == "before" and not before) or (side == "after" and before):
        return REACH
    gap = mask[one.end : cue.start()] if before else mask[cue.end() : one.start]
    if cue.re is finder("doubt", marked.languages):
        return 60 * len(gap.strip(" ,，")) if not before else REACH  # `possibly Uzbekistan`, nothing between
    near = len(gap) if side != "after" else 10 * len(gap)
    clauses = len(_breaks(marked.languages).findall(gap))
    others = len(re.findall(STATE, gap))
    return near + COMMA * (gap.count(",") + gap.count("，")) + BREAK * clauses + BREAK * others


@cache
def _breaks(languages: Languages) -> re.Pattern[str]:
    return re.compile("|".join(BREAKS[language] for language in languages), re.IGNORECASE)


def sent_by(found: Iterable[Group]) -> Iterator[tuple[Named, str, str]]:
    """Each state that took part or watched, once, with its role and whether it is certain."""
    seen: set[str] = set()
    away = {one.code for each in found if each.role == "absent" for one in each.named}
    for each in found:
        for one in each.named:
            if each.role in ("participant", "observer") and one.code not in seen | away:
                seen.add(one.code)
                yield one, each.role, each.certain
