"""The cases of Russian names of states, by rule from the known nominative."""

from __future__ import annotations

from itertools import product

ADJECTIVE = {
    "ая": ("ая", "ой", "ую", "ою"),
    "яя": ("яя", "ей", "юю"),
    "ий": ("ий", "ого", "ому", "им", "ом"),
    "ый": ("ый", "ого", "ому", "ым", "ом"),
    "ое": ("ое", "ого", "ому", "ым", "ом"),
    "ые": ("ые", "ых", "ым", "ыми"),
    "ие": ("ие", "их", "им", "ими"),
}
NOUN = {  # ending of the nominative -> endings of all cases
    "ия": ("ия", "ии", "ию", "ией"),
    "я": ("я", "и", "е", "ю", "ей"),
    "а": ("а", "ы", "и", "е", "у", "ой", "ей"),
    "й": ("й", "я", "ю", "ем", "е"),
    "ь": ("ь", "я", "ю", "ем", "е", "и", "ью"),
    "ы": ("ы", "", "ов", "ам", "ами", "ах"),
}
UNCHANGED = "оеуюэ"
ADJECTIVAL = ("ий", "ая", "ое", "ие", "ого", "ой", "ому", "им", "ом", "ую", "их", "ими", "о")


def cases(name: str) -> set[str]:
    """Every form the name can have; a few that no one writes are among them, and mean nothing else.

    >>> sorted(cases("Китай"))
    ['Китае', 'Китаем', 'Китай', 'Китаю', 'Китая']
    """
    words = name.split()
    forms = [_forms(word) for word in words]
    tail = " ".join(words[1:])
    if len(words) > 3:
        return {name}
    whole = {" ".join(chosen) for chosen in product(*forms)}
    return whole | {f"{first} {tail}" for first in forms[0]} if tail else whole


def _forms(word: str) -> set[str]:
    """The forms of one word; a hyphenated one changes at its end."""
    if not word[0].isupper() and word.lower() in ("и", "д’ивуар"):
        return {word}
    for ending, endings in ADJECTIVE.items():
        if word.endswith(ending) and len(word) > 5 and not word.endswith(("ия", "лия")):
            return {word[: -len(ending)] + one for one in endings}
    for ending, endings in NOUN.items():
        if word.endswith(ending):
            return {word[: -len(ending)] + one for one in endings}
    if word[-1] in UNCHANGED or word[-1] == "и" or word.isupper() or not word[-1].isalpha():
        return {word}
    return {word + one for one in ("", "а", "у", "ом", "е")}


def adjectives(stem: str) -> set[str]:
    """Every form of an adjective in -ский, from its stem (`российск`), the first part of a compound included."""
    return {stem + ending for ending in ADJECTIVAL}
