"""A codebook of another program (.qdc) as one of the case: its codes and what it says of them, to be completed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from timbang.casefile import write_text
from timbang.casefile.staging import refuse_shipped
from timbang.errors import Problem, stop
from timbang.evidence.codebook import FOLDER, available, read_codebook
from timbang.evidence.exchange.codebook_qdc import read_qdc
from timbang.evidence.exchange.descriptions import two_languages
from timbang.evidence.exchange.nouns import ProjectCode
from timbang.text import Text

UNSAID = Text("Not stated.", "Tidak dinyatakan.")
NOTE = Text("Taken over from another program; complete rules, examples and terms.",
            "Diambil dari program lain; lengkapi aturan, contoh, dan istilahnya.")  # fmt: skip
HEAD = """\
format: 1
name: {name}
version: "1"
title: {title}
note: {note}
codes:
"""
CODE = """\
  - code: {code}
    label: {label}
    definition: {definition}
    include: {unsaid}
    exclude: {unsaid}
    examples: {{en: [], id: []}}
    terms: {{}}
    implication: {code}
    unit: speaker # or organization
    target: none # or named, nonstate, western-powers, order
    aspect: says # or does
"""


def take_over(folder: Path, path: Path) -> tuple[Path, int, tuple[Problem, ...]]:
    """Write the codebook into the case; its file, how many codes it has, and what was not taken over.

    TimbangError if a codebook of that name is there, or the file is no codebook.
    """
    refuse_shipped(folder)
    name, found = slug(path.stem) or "codebook", read_qdc(path)
    if name in available(folder):
        raise stop("there is a codebook of this name", value=name, todo="Rename the file, and try again")
    codes = [code for code in found.codes if code.codable]
    if not codes:
        raise stop("the codebook has no codes", file=path.name)
    (folder / FOLDER).mkdir(exist_ok=True)
    made = write_text(folder / FOLDER, f"{name}.yml", text(name, path.stem, codes))
    try:
        read_codebook(made)
    except BaseException:
        made.unlink()
        raise
    return made, len(codes), found.problems


def text(name: str, title: str, codes: Iterable[ProjectCode]) -> str:
    """The codebook as YAML."""
    head = HEAD.format(name=name, title=_both(Text(title, title)), note=_both(NOTE))
    return head + "".join(_codes(codes))


def _codes(codes: Iterable[ProjectCode]) -> Iterator[str]:
    taken: set[str] = set()
    for code in codes:
        plain = slug(code.name) or "code"
        short = next(one for one in (plain, *(f"{plain}-{n}" for n in range(2, 100_000))) if one not in taken)
        taken.add(short)
        said = two_languages(code.description) if code.description.strip() else Text(code.name, code.name)
        yield CODE.format(code=short, label=_both(Text(code.name, code.name)), definition=_both(said),
                          unsaid=_both(UNSAID))  # fmt: skip


def slug(words: str) -> str:
    """Small letters, digits and hyphens; empty if no letter of the words is one of ASCII."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")


def _both(words: Text) -> str:
    """A JSON string is a YAML string too."""
    en, id = (json.dumps(" ".join(one.split()) or "-", ensure_ascii=False) for one in (words.en, words.id))
    return f"{{en: {en}, id: {id}}}"
