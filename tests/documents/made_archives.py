"""DOCX and EPUB files made for the tests, whole and hostile."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
XHTML = """<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>t</title></head><body>{}</body></html>"""


def archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A ZIP archive of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return path


def epub(
    path: Path, chapters: Mapping[str, str], order: list[str] | None = None, more: Mapping[str, str] | None = None
) -> Path:
    """A book of chapters (name -> body), in the order of the spine."""
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{n}"/>' for n in (order or list(chapters)))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/content.opf": package}
    pages = {f"OEBPS/{name}.xhtml": XHTML.format(body) for name, body in chapters.items()}
    return archive(path, parts | pages | dict(more or {}))


def rewritten(path: Path, name: str, old: str, new: str) -> Path:
    """An archive with words in one of its parts replaced; the part must have them."""
    with zipfile.ZipFile(path) as whole:
        parts = {one: whole.read(one) for one in whole.namelist()}
    assert old.encode() in parts[name]
    parts[name] = parts[name].replace(old.encode(), new.encode())
    return archive(path, parts)
