"""Reads a codebook: what may be coded, with definitions, rules, examples and terms; mistakes are refused by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from timbang import registry
from timbang.errors import Problem, TimbangError, misuse, stop
from timbang.evidence.shape import CODE, SHAPE
from timbang.evidence.terms import Term, Words, check_plain, parse
from timbang.model.codings import Aspect, Edition
from timbang.reading.files import LARGEST_YAML, read_text
from timbang.reading.flaws import Refused, meant
from timbang.reading.schema import At
from timbang.reading.yamlfile import Scalar, compose
from timbang.text import Text

LANGUAGES = ("en", "id", "ru", "zh")  # terms are of these
FOLDER = "codebooks"  # of a case


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code: what it means, when it is given and when not, the words that suggest it, and what it bears on."""

    code: str
    label: Text
    definition: Text
    include: Text
    exclude: Text
    examples: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[Term, ...]]
    implication: str
    unit: Literal["speaker", "organization"]
    target: str
    aspect: Aspect
    denial: Literal["denies", "ignored"] = "denies"
    near_misses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exceptions: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The codes of one file, in its order."""

    name: str
    version: str
    title: Text
    note: Text
    codes: Mapping[str, Code]
    hash: str

    @property
    def edition(self) -> Edition:
        """What a coding is marked with."""
        return Edition(self.name, self.version, self.hash)


def available(case: Path | None = None) -> dict[str, Path]:
    """Every codebook by name: those of the case first, then those that ship; any .yml of the folder."""
    own = {path.stem: path for path in sorted((case / FOLDER).glob("*.yml"))} if case else {}
    return dict(sorted((registry.codebooks() | own).items()))


def open_codebook(name: str, case: Path | None = None) -> Codebook:
    """The codebook of that name; UsageError if there is none, TimbangError with every mistake in it."""
    known = available(case)
    if name not in known:
        raise misuse(f"there is no codebook {name!r}", expected=", ".join(known), todo=meant(name, known))
    return read_codebook(known[name])


def read_codebook(path: Path) -> Codebook:
    """A codebook from its file; TimbangError with every mistake, by line."""
    text, problems = read_text(path.parent, path.name, LARGEST_YAML)
    if problems or text is None:
        raise TimbangError(problems) if problems else stop("there is no such codebook", file=str(path))
    return _parse(text, path.name, path.stem)


@lru_cache(maxsize=8)
def _parse(text: str, file: str, stem: str) -> Codebook:
    node, problems = compose(text, file)
    at = At(file, problems)
    found = SHAPE.read(node, at) or {} if node is not None else {}
    if node is None and not problems:
        problems.append(Problem(what="the file is empty", file=file, todo="Write a codebook, or delete the file"))
    if found.get("name", stem) != stem:
        problems.append(Problem(what="the codebook's name is not its file's", file=file, value=found["name"],
                                expected=stem, todo="Rename the one or the other"))  # fmt: skip
    words = _words(found.get("words", {}), at)
    rows = [item for item in found.get("codes", ()) if set(CODE.required) <= set(item)]
    codes = [_code(item, words, at) for item in rows]
    _twice(rows, at)
    if problems:
        raise TimbangError(problems)
    return Codebook(name=found["name"], version=found["version"], title=found["title"], note=found["note"],
                    codes={code.code: code for code in codes}, hash=sha256(text.encode()).hexdigest()[:16])  # fmt: skip


def _words(lists: Mapping[str, Mapping[str, tuple[Scalar, ...]]], at: At) -> Words:
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, languages in lists.items():
        for language, terms in languages.items():
            kept = _plain(terms, language, at.step("words").step(name).step(language))
            words.setdefault(name, {})[language] = kept
    return words


def _plain(terms: tuple[Scalar, ...], language: str, at: At) -> tuple[str, ...]:
    """The terms that are plain phrases, after noting those that are not."""
    kept = []
    for term in terms:
        try:
            check_plain(term.value, language)
            kept.append(term.value)
        except Refused as refused:
            at.refuse(term, refused.flaw)
    return tuple(kept)


def _code(item: dict[str, Any], words: Words, at: At) -> Code:
    here = at.step(item["code"])
    exceptions = {
        language: _plain(terms, language, here.step("except")) for language, terms in item.pop("except", {}).items()
    }
    terms = {
        language: _terms(written, language, words, here.step("terms")) for language, written in item["terms"].items()
    }
    plain = {language: tuple(parse(term, language, {}) for term in kept) for language, kept in exceptions.items()}
    rest = {key: value for key, value in item.items() if key not in ("line", "terms")}
    return Code(**rest, terms=terms, exceptions=plain)


def _terms(written: tuple[Scalar, ...], language: str, words: Words, at: At) -> tuple[Term, ...]:
    found: list[Term] = []
    for term in written:
        try:
            found.append(parse(term.value, language, words))
        except Refused as refused:
            at.refuse(term, refused.flaw)
    return tuple(found)


def _twice(rows: list[dict[str, Any]], at: At) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if row["code"] in seen:
            what = f"the code stands twice, first on line {seen[row['code']]}"
            at.problems.append(
                Problem(what=what, file=at.file, line=row["line"], value=row["code"], todo="Rename one, or merge them")
            )
        seen.setdefault(row["code"], row["line"])
