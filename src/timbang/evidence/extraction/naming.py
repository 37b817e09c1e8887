"""States named in running text: by exact names only, inflected Russian ones by rule, in four languages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from timbang.evidence.extraction.inflection import adjectives, cases
from timbang.evidence.extraction.vocabulary import HAN, LANGUAGES, Languages, fold, forms
from timbang.states import all_states, find

How = Literal["name", "adjective", "capital", "short", "place"]
HAN_SIGN = re.compile(f"[{HAN}]")
WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
SIDES = (
    "两国|二国|三国|四国|五国|六国|联合|双方|三方|海军|空军|陆军|军队|两军|"
    "三军|举行|计划|拟|定于|商定|决定|同意|宣布|正在|首次|共同|等国|派|军演|演习|海上|于|在|将|已|\\d"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A state named in a text. `place` marks waters and regions whose names hold a state's: they mean none."""

    code: str
    start: int
    end: int
    how: How = "name"


Entry = tuple[tuple[str, ...], str, How, str]  # words, code, how, the exact form where case counts


def states_in(text: str, languages: Languages = LANGUAGES) -> list[Named]:
    """The states named in a text, in order; a name that may mean several states is passed over."""
    found = _spelled(text, languages)
    return sorted(found + _written_in_han(text, found), key=lambda one: one.start)


def _spelled(text: str, languages: Languages) -> list[Named]:
    """Names written in letters: the longest known name at each word."""
    words = [(match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text)]
    index, found, at = _index(languages), [], 0
    while at < len(words):
        entry = next((e for e in index.get(words[at][2], ()) if _stands(text, words, at, e)), None)
        if entry is None:
            at += 1
            continue
        last = at + len(entry[0]) - 1
        found.append(Named(entry[1], words[at][0], words[last][1], entry[2]))
        at = last + 1
    return [one for one in found if one.code or one.how == "place"]


def _stands(text: str, words: list[tuple[int, int, str]], at: int, entry: Entry) -> bool:
    names, _, how, exact = entry
    if tuple(word for _, _, word in words[at : at + len(names)]) != names:
        return False
    start, end = words[at][0], words[at + len(names) - 1][1]
    if exact:
        return text[start:end] == exact
    if not (text[start].isupper() or (how == "adjective" and "а" <= text[start] <= "я")):
        return False
    return all(re.fullmatch(r"[\s\-]+", text[words[i][1] : words[i + 1][0]]) for i in range(at, at + len(names) - 1))


def _written_in_han(text: str, taken: list[Named]) -> list[Named]:
    """Names in Chinese characters: the longest at each place; then single characters that stand for states."""
    if not HAN_SIGN.search(text):
        return []
    index, found, at = _han_index(), [], 0
    while at < len(text):
        name = next((n for n in index.get(text[at], ()) if text.startswith(n[0], at)), None)
        if name is not None:
            found.append(Named(name[1], at, at + len(name[0]), name[2]))
        at += len(name[0]) if name else 1
    found += _characters(text, found)
    return [one for one in found if one.code or one.how == "place"]


def _characters(text: str, taken: list[Named]) -> Iterator[Named]:
    """`中俄` before a word for two sides, `中方`, `俄军`."""
    known = forms("adjective", ("zh",))
    one = "(?:" + "|".join(sorted(known, key=len, reverse=True)) + ")"
    inside = {at for name in taken for at in range(name.start, name.end)}
    for run in re.finditer(rf"(?:{one}、?){{2,}}(?:和{one})?(?={SIDES})|{one}(?=方|军(?!事|演|官|队)|军队)", text):
        if not inside & set(range(run.start(), run.end())):
            for sign in re.finditer(one, run[0]):
                yield Named(known[sign[0]], run.start() + sign.start(), run.start() + sign.end(), "short")


@cache
def _index(languages: Languages) -> dict[str, tuple[Entry, ...]]:
    """Names in letters by their first word, the longest first; what a language's own table says comes first."""
    index: dict[str, dict[tuple[tuple[str, ...], str], Entry]] = {}
    for name, code, how in _entries(languages):
        words = tuple(fold(word) for word in WORD.findall(name))
        if words and not re.search(f"[{HAN}]", name):
            exact = name if len(name) <= 3 and name.isupper() else ""
            index.setdefault(words[0], {}).setdefault((words, exact), (words, code, how, exact))
    return {
        first: tuple(sorted(found.values(), key=lambda e: (-len(e[0]), not e[3]))) for first, found in index.items()
    }


@cache
def _han_index() -> dict[str, tuple[tuple[str, str, How], ...]]:
    index: dict[str, dict[str, tuple[str, str, How]]] = {}
    for name, code, how in _entries(("zh",)):
        if re.search(f"[{HAN}]", name) and how != "adjective":
            index.setdefault(name[0], {}).setdefault(name, (name, code, how))
    return {first: tuple(sorted(found.values(), key=lambda n: -len(n[0]))) for first, found in index.items()}


def _entries(languages: Languages) -> Iterator[tuple[str, str, How]]:
    """Every name with its code, inflected where it is Russian; an ambiguous name has no code."""
    kinds: tuple[tuple[str, How], ...] = (("place_name", "place"), ("state", "name"), ("adjective", "adjective"))
    for kind, how in (*kinds, ("capital", "capital")):
        for language in languages:
            for form, code in forms(kind, (language,)).items():
                for one in _inflected(form, language, how):
                    yield one, code, how
    for name in _known_names():
        state = find(name)
        for one in cases(name) if re.search("[а-яё]", name) else {name}:
            yield one, state.code if state else "", "name"


def _inflected(form: str, language: str, how: How) -> set[str]:
    if language != "ru" or how == "place" or form.isupper():
        return {form}
    return adjectives(form) if how == "adjective" else cases(form)


@cache
def _known_names() -> tuple[str, ...]:
    """Names of states that timbang ships or CLDR knows; no codes, which are words in other languages."""
    from babel import Locale  # late: `timbang --help` must not wait for Babel

    names = dict.fromkeys(name for state in all_states() for name in (state.name_en, state.name_id))
    rows = files("timbang").joinpath("state_names.csv").read_text(encoding="utf-8").splitlines()
    names |= dict.fromkeys(row["name"] for row in csv.DictReader(rows))
    for language in ("en", "id", "ru", "zh", "zh_Hant"):
        territories = Locale.parse(language).territories
        names |= dict.fromkeys(str(name) for code, name in territories.items() if code.isalpha() and len(code) == 2)
    return tuple(names)
