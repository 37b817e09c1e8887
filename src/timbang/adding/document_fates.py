"""What a user says of documents that are added, and what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timbang.errors import Problem
from timbang.model import Document

ADDED, COMPLETED, PRESENT, REFUSED = "added", "completed", "already in the case", "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user says of the documents; what is empty is told from the documents."""

    source: str = ""
    bib: Path | None = None
    title: str = ""
    licence: str = ""
    language: str = ""
    says: str = ""
    date: str = ""
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one file."""

    file: Path
    fate: str
    row: Document | None = None
    pages: int = 0
    passages: int = 0
    blank_pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
