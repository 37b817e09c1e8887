"""Opens the ZIP archives that DOCX and EPUB files are, once it is certain that they do not burst."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.errors import TimbangError, stop

REPAIR = "Get it again, or open it and save a new copy"


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; TimbangError if it is broken, or would unpack to more than the limits allow."""
    try:
        with zipfile.ZipFile(path) as archive:
            if problem := _bursts(archive, path):
                raise problem
            yield archive
    except (zipfile.BadZipFile, EOFError, zipfile.LargeZipFile, NotImplementedError) as error:
        raise stop("the file is cut off or damaged", file=path.name, value=str(error), todo=REPAIR) from None


def _bursts(archive: zipfile.ZipFile, path: Path) -> TimbangError | None:
    members = archive.infolist()
    sizes = [member.file_size for member in members]
    bomb = "It may be made to exhaust memory: do not open it elsewhere either"
    if len(members) > _limits.MOST_MEMBERS:
        return stop(
            f"the file holds {len(members):,} files", file=path.name, expected=f"at most {_limits.MOST_MEMBERS:,}"
        )
    if sum(sizes) > _limits.LARGEST_UNPACKED or max(sizes, default=0) > _limits.LARGEST_MEMBER:
        most, most_a_part = (size // _limits.MEGABYTE for size in (_limits.LARGEST_UNPACKED, _limits.LARGEST_MEMBER))
        return stop(f"the file unpacks to {sum(sizes) // _limits.MEGABYTE:,} MB", file=path.name,
                    expected=f"at most {most} MB, {most_a_part} MB a part", todo=bomb)  # fmt: skip
    for member in members:
        if member.file_size > max(_limits.MEGABYTE, _limits.STEEPEST * member.compress_size):
            return stop("a part of the file unpacks to far more than it should", file=path.name, value=member.filename,
                        expected=f"at most {_limits.STEEPEST} times its packed size", todo=bomb)  # fmt: skip
        if member.flag_bits & 1:
            return stop("the file is encrypted", file=path.name, todo="Save a copy without a password")
    return None


def part(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """The bytes of one file in the archive; TimbangError if it is missing or broken."""
    try:
        return archive.read(name)
    except KeyError:
        raise stop("a part of the file is missing", file=path.name, value=name, todo=REPAIR) from None
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, zlib.error, lzma.LZMAError) as error:
        raise stop("a part of the file is damaged", file=path.name, value=f"{name}: {error}", todo=REPAIR) from None


def xml(data: bytes, name: str, path: Path) -> Any:
    """The root of an XML part; one that declares entities is refused, and nothing is ever fetched."""
    from lxml import etree  # late: only these formats need it

    if b"<!ENTITY" in data:
        raise stop("a part of the file declares entities, which can make it grow without end", file=path.name,
                   value=name, todo="Save a new copy with the program that made it; do not trust the file")  # fmt: skip
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise stop("a part of the file is no XML", file=path.name, value=f"{name}: {error}", todo=REPAIR) from None
