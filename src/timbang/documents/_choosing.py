"""Which format a file is in: its content decides, and where its name says otherwise, that is said."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import Problem, TimbangError, stop
from timbang.registry import Format, formats

HEAD = 65_536  # bytes by which a format is told
LAST = "txt"  # nearly anything may be plain text: it is taken where no other format fits
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"), (b"{\\rtf", "an RTF document"), (b"PK\x03\x04", "an archive of another kind"),
    (b"PK\x05\x06", "an empty archive"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"), (b"AT&TFORM", "a DjVu document"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
)  # fmt: skip


def choose(path: Path) -> tuple[Format, list[Problem]]:
    """The format of a file, and a notice if its name lies; TimbangError if no format knows it."""
    name = path.name
    if not path.exists():
        raise stop("there is no such file", file=str(path), todo="Check the path")
    if not path.is_file():
        raise stop("this is not a regular file", file=str(path), todo="Name a file")
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(b"\x00 \t\r\n"):
        raise stop("the file is empty", file=name, todo="Get it again")
    found = [one for one in formats().values() if one.recognizes(head, name)]
    if not found:
        raise _unknown(head, name)
    suffix = path.suffix.lower()
    chosen = min(found, key=lambda one: (one.name == LAST, suffix not in one.suffixes, one.name))
    return chosen, _lie(chosen, suffix, name)


def _lie(chosen: Format, suffix: str, name: str) -> list[Problem]:
    if not suffix or suffix in chosen.suffixes:
        return []
    if chosen.name == LAST and not any(suffix in one.suffixes for one in formats().values()):
        return []  # text may be called anything: .log, .csv
    what = f"the file's name ends in {suffix}, but it is in the format {chosen.label.en}; it was read as such"
    todo = f"Name it {name.removesuffix(suffix)}{chosen.suffixes[0]}"
    return [Problem(what=what, file=name, expected=" or ".join(chosen.suffixes), todo=todo, level="notice")]


def _unknown(head: bytes, name: str) -> TimbangError:
    readable = ", ".join(one.label.en for one in formats().values())
    if head.startswith(_OLE):
        return stop("the file is an old Word document (.doc), or one encrypted with a password", file=name,
                    expected=readable, todo="Open it and save it as .docx without a password")  # fmt: skip
    kind = next((words for mark, words in _OTHERS if head.startswith(mark)), "in none of the formats that can be read")
    todo = "Put the image into a PDF, then ask for optical character recognition" if "image" in kind else ""
    return stop(f"the file is {kind}", file=name, expected=readable, todo=todo)
