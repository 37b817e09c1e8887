"""Text of scanned pages, recognized by tesseract, only on request; what is missing for it is said."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timbang.documents._joining import joined, words
from timbang.documents._passages import BETWEEN, Span, clean, passages
from timbang.errors import TimbangError, stop
from timbang.model.documents import Extracted, Passage

SECONDS = 120.0  # for one page
# tesseract names languages by ISO 639-2; these are what the cases at hand are written in.
CODES = {"en": "eng", "id": "ind", "ms": "msa", "ru": "rus", "zh": "chi_sim", "kk": "kaz", "ky": "kir", "uz": "uzb",
         "tg": "tgk", "fa": "fas", "fr": "fra", "de": "deu", "ar": "ara", "tr": "tur", "uk": "ukr"}  # fmt: skip
INSTALL = (
    "Install tesseract (Debian: tesseract-ocr and tesseract-ocr-ind, -rus, -chi-sim; macOS: brew install tesseract)"
)


def with_recognized(path: Path, found: Extracted, languages: Sequence[str] = ()) -> Extracted:
    """The document with the text of its blank pages put where they stand; TimbangError if tesseract is missing."""
    from timbang.documents import page_image
    from timbang.documents._language import told_apart

    tags = languages_at_hand(languages)
    pages = {page: recognized(page_image(path, page), tags, path.name) for page in found.blank_pages}
    whole = spliced(found, {page: text for page, text in pages.items() if text})
    return replace(whole, passages=told_apart(whole.text, whole.passages, languages))


def languages_at_hand(languages: Sequence[str]) -> str:
    """The case's languages as tesseract names them; TimbangError that says which it lacks."""
    program = shutil.which("tesseract")
    if program is None:
        raise stop("tesseract is not installed: pages without text cannot be recognized", todo=INSTALL)
    told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    known = set(told.stdout.splitlines()[1:])  # below a head line
    wanted = [CODES.get(tag.split("-")[0], tag) for tag in languages] or ["eng"]
    if missing := [tag for tag in wanted if tag not in known]:
        raise stop(
            "tesseract lacks a language", value=", ".join(missing), expected=", ".join(sorted(known)), todo=INSTALL
        )
    return "+".join(wanted)


def recognized(image: bytes, tags: str, file: str) -> list[str]:
    """The paragraphs that tesseract reads in the image of a page."""
    command = ["tesseract", "stdin", "stdout", "-l", tags]
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=SECONDS, check=True)
    except subprocess.TimeoutExpired:
        raise stop(f"recognizing a page took longer than {SECONDS:g} seconds", file=file) from None
    except (subprocess.CalledProcessError, OSError) as error:
        raise _failed(error, file) from None
    text = clean(done.stdout.decode("utf-8", "replace").replace("\f", ""))
    lines = [part.splitlines() for part in text.split("\n\n") if part.strip()]
    known = words(line for part in lines for line in part)
    return [joined(part, known) for part in lines]


def _failed(error: Exception, file: str) -> TimbangError:
    told = getattr(error, "stderr", b"") or b""
    return stop("tesseract failed", file=file, value=told.decode("utf-8", "replace").strip()[:200] or str(error))


def spliced(found: Extracted, pages: Mapping[int, Sequence[str]]) -> Extracted:
    """A document with paragraphs added on pages that had none; passages are numbered anew."""
    text, spans, shifts = "", [], []
    at = 0
    for page in sorted(pages):
        place = next((one.start for one in found.passages if (one.page or 0) > page), len(found.text))
        text, at = text + found.text[at:place], place
        before = len(text)
        text += BETWEEN if place == len(found.text) and text else ""
        for number, paragraph in enumerate(pages[page]):
            text += BETWEEN if number else ""
            spans.append(Span(len(text), len(text) + len(paragraph), "body", page))
            text += paragraph
        text += BETWEEN if place < len(found.text) else ""
        shifts.append((place, len(text) - before))
    text += found.text[at:]
    spans += [_shifted(one, shifts) for one in found.passages]
    grids = tuple(
        replace(g, start=g.start + _by(g.start, shifts), end=g.end + _by(g.start, shifts)) for g in found.grids
    )
    blank = tuple(page for page in found.blank_pages if page not in pages)
    return replace(found, text=text, passages=passages(text, sorted(spans, key=lambda span: span.start)), grids=grids,
                   blank_pages=blank, reader=f"{found.reader}, tesseract")  # fmt: skip


def _by(start: int, shifts: Sequence[tuple[int, int]]) -> int:
    """How far text from `start` on moved."""
    return sum(size for place, size in shifts if place <= start)


def _shifted(one: Passage, shifts: Sequence[tuple[int, int]]) -> Span:
    by = _by(one.start, shifts)
    return Span(one.start + by, one.end + by, one.kind, one.page, one.box)
