"""Bytes to text, whatever their encoding: a mark decides, then UTF-8, then what the bytes are likest, which is said."""

from __future__ import annotations

import codecs

from timbang.errors import Problem, stop

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
LIKELY = ["cp1252", "cp1251", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr", "cp1250", "cp1254", "cp866"]
LOOKED_AT = 100_000  # bytes by which an encoding is told


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file, and a notice where its encoding was not declared and had to be told by its bytes.

    TimbangError where the bytes are no text.
    """
    if encoding := marked(data):
        return data.decode(encoding, "replace"), []
    try:
        return _plain(data.decode("utf-8"), file), []
    except UnicodeDecodeError as error:
        if error.start > 0 and error.end >= len(data) and len(data) - error.start < 4:
            what = "the text ends within a letter: it was cut off"
            return data[: error.start].decode("utf-8"), [Problem(what=what, file=file, level="notice")]
    encoding = likeliest(data)
    what = f"the text is not UTF-8; it was read as {encoding}, which its bytes are likest"
    todo = "See whether its letters are right; if not, save it as UTF-8"
    notice = Problem(what=what, file=file, expected="UTF-8", todo=todo, level="notice")
    return _plain(data.decode(encoding, "replace"), file), [notice]


def marked(data: bytes) -> str:
    """The encoding that a mark at the beginning declares, or that the pattern of zero bytes shows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) > 3 and max(odd, even) * 3 > len(head) and min(odd, even) * 20 < len(head):
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def likeliest(data: bytes) -> str:
    """The encoding in which the bytes look most like writing."""
    from charset_normalizer import from_bytes  # late: few files need it

    found = from_bytes(data[:LOOKED_AT], cp_isolation=LIKELY, preemptive_behaviour=False).best()
    return found.encoding if found else "cp1252"


def _plain(text: str, file: str) -> str:
    head = text[:4096]
    unseen = sum(letter < " " and letter not in "\t\n\r\f\x1b" for letter in head)
    if unseen * 20 > len(head):
        raise stop("the file is no text", file=file, todo="Give a PDF, DOCX, HTML, EPUB, Markdown or text file")
    return text
