"""A BibTeX list of names, one by one: `and` parts them, braces hold a body's name together."""

from __future__ import annotations


def names(text: str) -> list[str]:
    """The names of a list: parted at every ` and ` that stands in no braces."""
    found: list[str] = []
    words: list[str] = []
    depth = 0
    for word in text.split():
        if word == "and" and depth == 0:
            found.append(" ".join(words))
            words = []
        else:
            words.append(word)
            depth += word.count("{") - word.count("}")
    return [name for name in (*found, " ".join(words)) if name]


def whole(name: str) -> bool:
    """Whether one pair of braces holds all of a name: then it is a body's, and has no surname."""
    depth = 0
    for place, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth <= 0:
            return sign == "}" and place == len(name) - 1 and place > 0
    return False
