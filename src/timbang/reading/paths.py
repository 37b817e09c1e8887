"""Paths a case may name: plain, relative, with forward slashes, and never out of its folder."""

from __future__ import annotations

import re
from pathlib import Path

from timbang.errors import Problem

EXPECTED = "a relative path inside the case folder, such as documents/charter.pdf"
# Names Windows gives to devices, whatever follows the first point.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.I)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>"|?*]')
LONGEST, LONGEST_PART = 1_000, 255  # characters of a path, bytes of a part, as most file systems have it


def refusal(path: str) -> str:
    """Why a path written in a case is refused, or nothing if it may be used.

    The same everywhere: a case made on Linux must open on Windows, so its forms are refused too.
    """
    if len(path) > LONGEST:
        return f"the path is longer than {LONGEST} characters"
    if "\\" in path:
        return "the path has a backslash; folders are separated by /"
    if ":" in path:
        return "the path has a colon (a drive, a stream or an address)"
    if path.startswith(("/", "~")):
        return "the path is not relative"
    if _FORBIDDEN.search(path):
        return "the path has a character that file names cannot have everywhere"
    return next((why for part in path.split("/") if (why := _refused_part(part))), "")


def _refused_part(part: str) -> str:
    if part == "..":
        return "the path leads upwards (..)"
    if len(part.encode("utf-8", "replace")) > LONGEST_PART:
        return f"a part of the path is longer than {LONGEST_PART} bytes"
    if part in ("", "."):
        return "the path has an empty part"
    if _DEVICE.fullmatch(part.rstrip(" .")):
        return f"{part} is the name of a device on Windows"
    if part[-1] in " ." or part[0] == " ":
        return "a part of the path begins with a space, or ends in a space or a point"
    return ""


def leads_out(folder: Path, path: Path) -> bool:
    """Whether a path, its symbolic links followed, lies outside the folder."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a name the system refuses
        return True


def inside(folder: Path, name: str) -> Path | Problem:
    """The file of that name in a case folder, or the problem with it."""
    if why := refusal(name):
        return Problem(what=why, value=name, expected=EXPECTED)
    path = folder / name
    if leads_out(folder, path):
        return Problem(
            what="the file is a link that leads out of the case folder",
            file=name,
            expected="a file inside the case folder",
            todo="Copy the file itself into the case folder",
        )
    return path
