"""The words that extraction goes by: one table per language (kind, form, means), and patterns made of them."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "id", "ru", "zh")
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
Languages = tuple[str, ...]


@cache
def _rows(language: str) -> tuple[tuple[str, str, str], ...]:
    """Kind, form and meaning of each word; a form that ends in `*` stands for all words that begin so."""
    table = files("timbang.evidence.extraction").joinpath("words", f"{language}.csv").read_text(encoding="utf-8")
    return tuple((row["kind"], row["form"], row["means"]) for row in csv.DictReader(table.splitlines()))


@cache
def forms(kind: str, languages: Languages) -> dict[str, str]:
    """The forms of a kind with what each means, in the order of the tables."""
    return {form: means for language in languages for of, form, means in _rows(language) if of == kind}


@cache
def fragment(kind: str, languages: Languages, *means: str) -> str:
    """A pattern, without groups of its own, for the forms of a kind (with one of these meanings, if any are given)."""
    chosen = [form for form, what in forms(kind, languages).items() if not means or what in means]
    if not chosen:
        return r"(?!)"
    kinds: dict[tuple[str, str], list[str]] = {}  # bounds that are the same are looked at once, not for each word
    for form in sorted(chosen, key=len, reverse=True):
        kinds.setdefault(_bounds(form), []).append(_words(form))
    parts = [f"{before}(?:{'|'.join(words)}){after}" for (before, after), words in sorted(kinds.items())]
    return f"(?:{'|'.join(parts)})"


def _words(form: str) -> str:
    return r"\s+".join(re.escape(word) for word in form.rstrip("*").lower().split()).replace("ё", "[её]")


def _bounds(form: str) -> tuple[str, str]:
    """What must stand before and after a form: no letter, where it begins or ends with one (not in Chinese)."""
    stem = form.rstrip("*")
    before = r"(?<!\w)" if stem[0].isalnum() and not _han(stem[0]) else ""
    after = r"\w*" if form.endswith("*") else r"(?!\w)" if stem[-1].isalnum() and not _han(stem[-1]) else ""
    return before, after


@cache
def finder(kind: str, languages: Languages, *means: str) -> re.Pattern[str]:
    """The pattern of `fragment`, ready to search with; case does not count."""
    return re.compile(fragment(kind, languages, *means), re.IGNORECASE)


@cache
def meaning(kind: str, languages: Languages, found: str) -> str:
    """What a found form means; empty if it is not of that kind."""
    key = fold(found)
    for form, means in forms(kind, languages).items():
        if key == fold(form) or (form.endswith("*") and key.startswith(fold(form)[:-1])):
            return means
    return ""


def fold(word: str) -> str:
    """The word as it is compared: small letters, one blank, е for ё, a plain apostrophe."""
    return " ".join(word.casefold().replace("ё", "е").replace("’", "'").split())


def _han(sign: str) -> bool:
    return re.match(f"[{HAN}]", sign) is not None


def is_han(text: str) -> bool:
    """Whether the text is mostly written in Chinese characters."""
    return len(re.findall(f"[{HAN}]", text)) * 4 > len(text.strip())


def language_of(text: str, known: str = "") -> str:
    """Which of the four languages the text is in: as known, else by its script and most common words."""
    if known[:2] in LANGUAGES:
        return known[:2]
    if is_han(text):
        return "zh"
    letters = [sign for sign in text if sign.isalpha()]
    if sum("а" <= sign.lower() <= "я" or sign in "ёЁ" for sign in letters) * 2 > len(letters):
        return "ru"
    counts = {lang: len(finder("common", (lang,)).findall(text)) for lang in ("en", "id")}
    return "id" if counts["id"] > counts["en"] else "en"


def languages_of(text: str) -> Languages:
    """The language of a few words, and English, of which tables in other languages are full."""
    return tuple(dict.fromkeys((language_of(text), "id" if text.isascii() else "en", "en")))
