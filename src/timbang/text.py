"""Words in two languages: the texts and the vocabulary that every reader-facing sentence is made of."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Lang = Literal["en", "id"]
LANGS: tuple[Lang, ...] = ("en", "id")


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in English and in Indonesian. Neither may be empty where a reader sees it."""

    en: str
    id: str

    def __getitem__(self, lang: str) -> str:
        return self.id if lang == "id" else self.en

    def plain(self) -> dict[str, str]:
        """Both texts by language, as JSON holds them."""
        return {"en": self.en, "id": self.id}

    def format(self, **values: object) -> Text:
        """Fill both templates with the same values; a value that is a Text gives each its own language."""
        return Text(*(self[lang].format(**{k: _in(v, lang) for k, v in values.items()}) for lang in LANGS))


def _in(value: object, lang: Lang) -> object:
    return value[lang] if isinstance(value, Text) else value


@cache
def vocabulary() -> dict[str, dict[str, Text]]:
    """The closed vocabulary, kind -> code -> label, as vocabulary.csv declares it."""
    kinds: dict[str, dict[str, Text]] = {}
    lines = files("timbang").joinpath("vocabulary.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        kinds.setdefault(row["kind"], {})[row["code"]] = Text(row["en"], row["id"])
    return kinds


def word(kind: str, code: str) -> Text:
    """The label of a code; an unlisted code reads as itself, its hyphens opened."""
    known = vocabulary().get(kind, {}).get(code)
    return known or Text(code.replace("-", " "), code.replace("-", " "))
