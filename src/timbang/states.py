"""States by name: exact names in several languages, never a guess; and the dated table.

`find` knows codes, the table's names, the other names in state_names.csv, Unicode CLDR's (English,
Indonesian, Russian, Chinese) and countrynames' exact ones. Only capitals, spaces and variant
letter forms are overlooked; of countrynames', which overlook all signs, none is taken for a text
with `?` or the like, for that is doubt. Short words in Latin letters must be codes or listed names:
`no` is not Norway. Names that mean several states (`Korea`) are listed with all of them.
"""

import csv
import warnings
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import category, normalize

from timbang.state_table import State, all_states, by_code, cow_code, exists, gw_code, name, on

__all__ = ["State", "all_states", "by_code", "cow_code", "exists", "find", "gw_code", "name", "on"]
__all__ += ["suggest"]

CLDR_LANGUAGES = ("en", "id", "ru", "zh", "zh_Hant")
SIGNS = " .,'’-&()"  # in names: U.S.A., Congo (Kinshasa)
# What countrynames calls states that are no more, and dependencies dissolved.
FORMER = {
    "SUHH": "SUN",
    "DD": "GDR",
    "CSHH": "CSK",
    "YUCS": "YUG",
    "CSXX": "YUG",
    "AN": "ANT",
    "ZR": "COD",
}


@lru_cache(maxsize=10_000)
def find(text: str) -> State | None:
    """The state (its latest spell) that just this name or code means; None if none or several."""
    key = _key(text)
    codes = _listed().get(key)
    if codes is None and not (key.isascii() and len(key) <= 3):
        codes = _cldr().get(key) or _countrynames(text)
    return by_code(codes[0]) if codes is not None and len(codes) == 1 else None


def suggest(text: str) -> list[str]:
    """Up to three near names for a "did you mean", as `KGZ (Kyrgyzstan)`; never applied."""
    known = {**_cldr(), **_listed()}
    near = get_close_matches(_key(text)[:80], known, n=6, cutoff=0.75)
    codes = dict.fromkeys(code for match in near for code in known[match])
    return [f"{code} ({name(code, 'en')})" for code in list(codes)[:3]]


def _key(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().replace("’", "'").split())


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Codes by name, from the two tables; a name that means several states has all their codes."""
    names: dict[str, tuple[str, ...]] = {}
    for state in all_states():
        for known in (state.code, state.name_en, state.name_id):
            names[_key(known)] = (state.code,)
    text = files("timbang").joinpath("state_names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        names[_key(row["name"])] = tuple(row["code"].split("|"))
    return names


@cache
def _cldr() -> dict[str, tuple[str, ...]]:
    """Codes by CLDR's names, in all languages taken up."""
    return {_key(known): (code,) for code, known in _cldr_names()}


def _cldr_names() -> Iterator[tuple[str, str]]:
    from babel import Locale  # late: `timbang --help` must not wait for Babel

    for language in reversed(CLDR_LANGUAGES):
        for alpha2, known in Locale.parse(language).territories.items():
            if code := _from_alpha2(alpha2):
                yield code, known


def _countrynames(text: str) -> tuple[str, ...] | None:
    if not all(sign.isalpha() or category(sign) == "Mn" or sign in SIGNS for sign in text.strip()):
        return None
    from countrynames import to_code  # late: it reads a large file

    with warnings.catch_warnings():  # without PyICU it asks for it; the exact names are found all the same
        warnings.filterwarnings("ignore", message=".*pyicu", category=UnicodeWarning)
        found = _from_alpha2(to_code(text, fuzzy=False) or "")
    return (found,) if found else None


def _from_alpha2(alpha2: str) -> str | None:
    from countrynames.mappings import mappings

    code = FORMER.get(alpha2) or mappings.get(alpha2, "")
    return code if by_code(code) else None
