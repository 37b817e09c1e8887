"""Opens PDFs, says why one cannot be opened, and draws pages."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.documents._pdf_lines import LAYOUT
from timbang.errors import TimbangError, stop

REPAIR = "Get it again, or open it in a PDF viewer and print it to a new PDF"


@contextmanager
def opened(path: Path) -> Iterator[list[Any]]:
    """The pages of a PDF, each read only when it is asked for."""
    import pdfplumber  # late: it takes a second

    if path.stat().st_size > _limits.LARGEST_FILE:
        raise _limits.too_large(path, _limits.LARGEST_FILE)
    try:
        document = pdfplumber.open(path, laparams=LAYOUT)
    except MemoryError:
        raise
    except Exception as error:
        raise unopened(path, error) from None
    with document:
        pages = _pages(document, path)
        if not pages:
            raise stop("the PDF has no pages: it is cut off or damaged", file=path.name, todo=REPAIR)
        if len(pages) > _limits.MOST_PAGES:
            expected = f"at most {_limits.MOST_PAGES:,}"
            raise stop(f"the PDF has {len(pages):,} pages", file=path.name, expected=expected, todo="Split it")
        yield pages


def _pages(document: Any, path: Path) -> list[Any]:
    try:
        return list(document.pages)
    except MemoryError:
        raise
    except Exception as error:
        raise unopened(path, error) from None


def unopened(path: Path, error: BaseException) -> TimbangError:
    names = {type(one).__name__ for one in (error, error.__context__, *error.args) if one is not None}
    if any(word in name for name in names for word in ("Password", "Encryption")):
        return stop("the PDF is encrypted with a password", file=path.name,
                    todo="Open it with the password and save a copy without one")  # fmt: skip
    return stop("the PDF is cut off or damaged", file=path.name, value=type(error).__name__, todo=REPAIR)


def page_image(path: Path, page: int, dpi: int = _limits.DPI) -> bytes:
    """A page, counted from 1, as PNG; a very large page is drawn smaller. TimbangError if there is no such page."""
    import pypdfium2  # late: it loads a library

    try:
        with pypdfium2.PdfDocument(path) as document:
            if not 1 <= page <= len(document):
                raise stop(f"there is no page {page}", file=path.name, expected=f"1 to {len(document)}")
            return _drawn(document[page - 1], dpi)
    except pypdfium2.PdfiumError as error:
        raise unopened(path, error) from None


def _drawn(page: Any, dpi: int) -> bytes:
    width, height = page.get_size()
    largest = math.sqrt(_limits.MOST_PIXELS / max(width * height, 1.0))
    out = io.BytesIO()
    page.render(scale=min(dpi / 72, largest)).to_pil().save(out, "PNG")
    return out.getvalue()
