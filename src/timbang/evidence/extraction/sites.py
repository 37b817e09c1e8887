"""Where an exercise was held, as a sentence says it: place words, states as places, dates and places in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timbang.evidence.extraction.date_patterns import month_number
from timbang.evidence.extraction.marking import DATE, NAME, STATE, Marked
from timbang.evidence.extraction.naming import Named
from timbang.evidence.extraction.places import Place
from timbang.evidence.extraction.vocabulary import HAN, Languages, finder, forms, fragment
from timbang.states import name

CAPITALIZED = r"(?-i:[A-ZÀ-ÞА-ЯЁ][^\W\d_]*(?:[-’'][^\W\d_]+)*)"
NO_PLACE = re.compile(r"(?:中|上|下|期间|时|后|前|框架内|之间|方面)$|^(?:边境|边界)$")


def sites(marked: Marked) -> list[Place]:
    """The places of a sentence, in order; a capital is a place like another."""
    mask = _without_capitals(marked)
    found = list(_han(marked, mask)) if marked.languages == ("zh",) else list(_written(marked, mask))
    found += [
        one for one in _bracketed(marked, mask) if not any(one.start < f.end and f.start < one.end for f in found)
    ]
    return sorted(found, key=lambda one: one.start)


def _without_capitals(marked: Marked) -> str:
    """The mask with capitals as they are written, since they are places here."""
    mask = marked.mask
    for one in marked.named:
        if one.how == "capital":
            mask = mask[: one.start] + marked.text[one.start : one.end] + mask[one.end :]
    return mask


@cache
def _place_pattern(languages: Languages) -> re.Pattern[str]:
    """Preposition, words for kinds of places, a capitalized name or a state, and the state after a comma."""
    inner = rf"(?:\s+(?-i:{fragment('place_the', languages)}))*"
    join, tail_word = fragment("join", languages), fragment("place_tail", languages)
    kind = rf"(?:{fragment('place_kind', languages)}\s+)?"
    words = rf"{kind}{CAPITALIZED}(?:\s+(?:of\s+(?:the\s+)?)?{CAPITALIZED})*(?:\s+{tail_word})?"
    more = rf"\s*(?:{join}|,)\s*{STATE}"
    inside = rf"\s*,?\s+{fragment('place_in', languages)}\s+(?:{fragment('place_the', languages)}\s+)?"
    proper = rf"(?P<proper>{words})(?:(?:\s*,\s+|\s*\(\s*|{inside})(?P<of>{STATE})(?!{more}))?"
    states = rf"(?P<states>{STATE}(?:\s*,?\s*(?:{join}|,|/)\s*{STATE})*)(?:\s+(?P<tail>{tail_word}))?"
    return re.compile(rf"{fragment('place_in', languages)}{inner}\s+(?:{proper}|{states})", re.IGNORECASE)


def _written(marked: Marked, mask: str) -> Iterator[Place]:
    """`near Almaty, Kazakhstan`, `в Таджикистане`, `di Kazakhstan dan Tiongkok`, `off the Vietnamese coast`."""
    for match in _place_pattern(marked.languages).finditer(mask):
        if _spoken(marked, match) or _time(match["proper"], marked.languages):
            continue
        if match["proper"]:
            state = next((one.code for one in marked.states(*match.span("of"))), "") if match["of"] else ""
            yield Place(state, lemma(" ".join(match["proper"].split()), marked.languages), match.start(), match.end())
            continue
        named = marked.states(*match.span("states"))
        if named and named[-1].how == "adjective" and not match["tail"]:
            continue
        whole = finder("place_tail", marked.languages, "whole").fullmatch(match["tail"] or "")  # `Russian territory`
        words = marked.text[named[0].start : match.end("tail")] if match["tail"] and named and not whole else ""
        for one in named:
            yield Place(one.code, words or _name(marked, one), one.start, match.end("tail") if words else one.end)


def _time(words: str | None, languages: Languages) -> bool:
    """Whether capitalized words begin with a month or a day of the week (`In August, Indian units`): no place."""
    first = words.split()[0] if words else ""
    return month_number(first) is not None or finder("weekday", languages).fullmatch(first) is not None


def _spoken(marked: Marked, match: re.Match[str]) -> bool:
    """Whether the place is where somebody spoke or travelled, not where the exercise was."""
    before = marked.text[max(0, match.start() - 30) : match.start()]
    return re.search(rf"(?:{finder('office', marked.languages).pattern})\s*$", before + " ", re.IGNORECASE) is not None


def _bracketed(marked: Marked, mask: str) -> Iterator[Place]:
    """`(June 8–14, 2012, Tajikistan)`: a single state in brackets beside a date is the place."""
    for match in re.finditer(r"[(（]([^()（）]*)[)）]", mask):
        items = [item for item in re.split(r"[,;，、]", match[1]) if item.strip()]
        states = marked.states(*match.span(1))
        if not any(DATE in item for item in items) or len(states) != 1 or states[0].how == "adjective":
            continue
        one = states[0]
        rest = [item.strip() for item in items if re.fullmatch(rf"\s*{CAPITALIZED}(?:\s+{CAPITALIZED})*\s*", item)]
        words = rest[0] if len(rest) == 1 else _name(marked, one)
        yield Place(one.code, words, one.start, one.end)


def _han(marked: Marked, mask: str) -> Iterator[Place]:
    """`在俄罗斯车里雅宾斯克举行`: what stands between 在 and the verb, its state first."""
    what = rf"(?P<what>[{HAN}\ue000\ue001·]{{2,24}}?)"
    pattern = rf"(?:(?:在|于){what}(?={fragment('place_end', ('zh',))})|(?P<within>{STATE})(?=境内))"
    for match in re.finditer(pattern, mask):
        what = match["what"] or match["within"]
        if DATE in what or NAME in what or NO_PLACE.search(what) or finder("exercise", ("zh",), "strong").search(what):
            continue
        start, end = match.span("what" if match["what"] else "within")
        states = [one for one in marked.states(start, end) if one.how != "capital"]
        lead = re.match(rf"(?:{STATE}(?:和|与|、|及)?)*", what)
        words = re.sub(rf"(?:{fragment('place_the', ('zh',))})$", "", what[lead.end() :] if lead else what)
        if NO_PLACE.search(words):
            continue
        if words and not re.search(STATE, words):
            yield Place(states[0].code if states else "", words, start, end)
        else:
            yield from (Place(one.code, _name(marked, one), one.start, one.end) for one in states)


def lemma(words: str, languages: Languages) -> str:
    """A Russian town in the nominative where its ending leaves no doubt (`Волгограде`); else as written."""
    if "ru" not in languages or " " in words:
        return words
    for stem in forms("town", languages):
        for ending in ("е", "ом"):
            if words.endswith(stem + ending):
                return words[: -len(ending)]
    return words


def _name(marked: Marked, one: Named) -> str:
    """A state that is itself the place, in English or Indonesian: its Russian name stands inflected in the text."""
    return name(one.code, "id" if marked.languages == ("id",) else "en")
