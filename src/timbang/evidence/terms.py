"""The notation for terms: words, stems, phrases, lists, and two parts in one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timbang.reading.flaws import Refused, meant

HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿]")
_WORD = re.compile(r"[^\W_]+")
_LIST = re.compile(r"<([a-z][a-z0-9-]*)>")
SHORTEST = 2  # letters of a word; a stem that stands alone needs one more
EXPECTED = "word, stem*, two words, <list>, or two of these joined by +"

Phrase = tuple[str, ...]  # folded words; one that ends in * is a stem; in Chinese one run of characters
Words = Mapping[str, Mapping[str, tuple[str, ...]]]  # list -> language -> terms as written


@dataclass(frozen=True, slots=True)
class Term:
    """One term: the phrases of its first part and, where two are joined, of its second."""

    written: str
    first: frozenset[Phrase]
    second: frozenset[Phrase] = frozenset()


def fold(text: str) -> str:
    """Letters as they are compared: small, ё as е, typographic apostrophes as plain ones."""
    return text.lower().replace("ё", "е").replace("’", "'")


def phrase(written: str, language: str) -> Phrase:
    """A phrase from its notation; Refused if it cannot be searched for."""
    if language == "zh" or HAN.search(written):
        return _han(written)
    words = tuple(fold(written).replace("-", " ").replace("'", " ").split())
    for word in words:
        stem = word.removesuffix("*")
        if not _WORD.fullmatch(stem):
            raise Refused(
                "the term has a sign that no word has", EXPECTED, "Only letters, digits and a final * may stand"
            )
        if len(stem) < _least(word, alone=len(words) == 1):
            raise Refused("the term is too short: it would be found everywhere", EXPECTED, "Write more of the word")
    if not words:
        raise Refused("the term is empty", EXPECTED, "Write a word, or delete it")
    return words


def _least(word: str, alone: bool) -> int:
    """How many letters it must have: one within a phrase, else two, and three before a star."""
    return SHORTEST + word.endswith("*") if alone else SHORTEST - (not word.endswith("*"))


def _han(written: str) -> Phrase:
    if not written or any(not HAN.match(sign) for sign in written):
        raise Refused("a Chinese term is Chinese characters only, without spaces or *", "such as 恐怖主义")
    return (written,)


def parse(written: str, language: str, words: Words) -> Term:
    """A term of a code; Refused with what is wrong."""
    parts = [part.strip() for part in written.split("+")]
    if len(parts) > 2:
        raise Refused("more than two parts are joined by +", EXPECTED, "Put alternatives into a list")
    found = [_part(part, language, words) for part in parts]
    return Term(written, found[0], found[1] if len(found) > 1 else frozenset())


def _part(part: str, language: str, words: Words) -> frozenset[Phrase]:
    named = _LIST.fullmatch(part)
    if not named:
        return frozenset({phrase(part, language)})
    if named[1] not in words:
        raise Refused(f"there is no list {named[1]} under words", ", ".join(words), meant(named[1], words))
    terms = words[named[1]].get(language, ())
    if not terms:
        raise Refused(f"the list {named[1]} has no terms in this language ({language})", EXPECTED, "Add some to it")
    return frozenset(phrase(term, language) for term in terms)


def check_plain(written: str, language: str) -> None:
    """Refused unless this is a plain phrase, as lists and exceptions must be."""
    if "+" in written or "<" in written:
        raise Refused("only plain words, stems and phrases may stand here", EXPECTED.partition(", <")[0])
    phrase(written, language)
