"""Bytes of a case file to text: UTF-8, or UTF-16 with a mark; anything else is named, not guessed."""

from __future__ import annotations

import codecs

from timbang.errors import Problem

SAVE = "Save it again as UTF-8 (in Excel: Save As, 'CSV UTF-8 (Comma delimited)')"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file (without byte order mark) and what is wrong with its encoding.

    UTF-8 with or without a mark, and UTF-16 with one, are read. Bytes that are not UTF-8 are read
    as Windows-1252, so that the rest of the file is checked too, but always reported. Where no text
    can be had it is empty.
    """
    if data.startswith((_ZIP, _OLE)):
        return "", [_unreadable(file, "the file is a workbook or an archive, not text", "Save the sheet as CSV UTF-8")]
    if data.startswith(_UTF32):
        return "", [_unreadable(file, "the file is UTF-32", SAVE)]
    if data.startswith(_UTF16):
        return _utf16(data, file)
    if b"\x00" in data[:4096] and data[:4096].count(b"\x00") * 3 > len(data[:4096]):
        return "", [_unreadable(file, "the file looks like UTF-16 without a byte order mark", SAVE)]
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), []
    except UnicodeDecodeError:
        return _windows(data, file)


def _utf16(data: bytes, file: str) -> tuple[str, list[Problem]]:
    try:
        return data.decode("utf-16"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].decode("utf-16", "replace").count("\n") + 1
        what = f"the file is UTF-16, but broken at byte {error.start + 1}"
        return "", [_unreadable(file, what, SAVE, line)]


def _windows(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Windows-1252 text; the five bytes it leaves undefined become the replacement character."""
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        line, byte = _line(body[: error.start]), body[error.start]
    problem = Problem(
        what=f"the file is not UTF-8: the first byte that is not is 0x{byte:02X}",
        file=file,
        line=line,
        value=_around(body, line),
        expected="UTF-8",
        todo=f"It may be Windows-1252, in which it was read for this check. {SAVE}",
    )
    return body.decode("cp1252", "replace"), [problem]


def _line(before: bytes) -> int:
    """The number of the line that begins after these bytes' last line end (LF, CRLF or CR)."""
    return before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def _around(body: bytes, line: int) -> str:
    lines = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n", line)
    return lines[line - 1][:60].decode("cp1252", "replace")


def _unreadable(file: str, what: str, todo: str, line: int = 0) -> Problem:
    return Problem(what=what, file=file, line=line, expected="text in UTF-8", todo=todo)
