"""Encodings: what is read, and what is said of what is not."""

import codecs

import pytest

from timbang.reading.encoding import decode

TEXT = "id,name\na,Kirgistán — Пекин\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_utf8_and_marked_utf16_are_read(data: bytes) -> None:
    assert decode(data, "x.csv") == (TEXT, [])


def test_windows_1252_is_read_and_reported_with_its_first_byte_and_line() -> None:
    text, (problem,) = decode("id,name\r\na,b\r\nc,déjà\r\n".encode("cp1252"), "x.csv")
    assert text == "id,name\r\na,b\r\nc,déjà\r\n"
    assert (problem.file, problem.line, problem.level) == ("x.csv", 3, "problem")
    assert "0xE9" in problem.what
    assert "CSV UTF-8" in problem.todo
    assert problem.value == "c,déjà"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "workbook"),
        (codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"a\x00\n\x00b", "broken at byte"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "broken at byte"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    text, (problem,) = decode(data, "x.csv")
    assert text == ""
    assert said in problem.what


def test_undefined_bytes_of_windows_1252_do_not_stop_the_reading() -> None:
    text, (problem,) = decode(b"a\n\x81\n", "x.csv")
    assert text == "a\n�\n"
    assert problem.line == 2
