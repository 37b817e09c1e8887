"""RIS to references."""

import pytest

from timbang.reading.bibliography.ris import read_ris

JOURNAL = """TY  - JOUR
ID  - sliwa 2008
AU  - Śliwa, Zdzisław
AU  - Shanghai Cooperation Organisation
TI  - Military Cooperation in
Central Asia
T2  - Kwartalnik Bellona
PY  - 2008/03/01/
VL  - 3
SP  - 72
EP  - 81
KW  - exercises
KW  - SCO
UR  - https://x.org/a_b
C1  - odd
ER  -
"""


def test_a_journal_article() -> None:
    found, problems = read_ris(JOURNAL)
    assert problems == []
    reference = found["sliwa_2008"]
    assert (reference.kind, reference.line) == ("article", 1)
    assert reference.fields == {
        "author": "Śliwa, Zdzisław and {Shanghai Cooperation Organisation}",
        "title": "Military Cooperation in Central Asia",
        "journal": "Kwartalnik Bellona",
        "volume": "3",
        "keywords": "exercises, SCO",
        "url": "https://x.org/a_b",
        "ris_c1": "odd",
        "pages": "72–81",
        "year": "2008",
        "date": "2008-03-01",
    }
    assert reference.short == "Śliwa, Shanghai Cooperation Organisation 2008"


def test_where_a_chapter_stands_and_keys_where_none_is_given() -> None:
    record = "TY  - CHAP\r\nA1  - Doe, Jane, Jr.\r\nT1  - One\r\nT2  - Book\r\nPY  - 2001\r\nER  - \r\n"
    found, problems = read_ris(record * 2)
    assert problems == []
    assert list(found) == ["doe2001", "doe2001-2"]
    assert found["doe2001"].fields["booktitle"] == "Book"
    assert found["doe2001"].fields["author"] == "Doe, Jr., Jane"
    assert [r.line for r in found.values()] == [1, 7]


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("", "this is not RIS", 0),
        ("@book{x, title={y}}", "stands outside any record", 1),
        ("AU  - A, B\n" + JOURNAL, "stands outside any record", 1),
        (JOURNAL.replace("ER  -", ""), "does not end", 1),
        (JOURNAL.replace("ER  -", "") + JOURNAL, "does not end", 1),
        ("TY  - BOOK\nPY  - 2001\nER  - ", "neither title nor author", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str, line: int) -> None:
    _, problems = read_ris(text, "x.ris")
    assert [(said in p.what, p.line, p.file) for p in problems] == [(True, line, "x.ris")]


def test_all_records_are_read_though_one_does_not_end() -> None:
    found, _ = read_ris(JOURNAL.replace("ER  -", "") + JOURNAL.replace("sliwa 2008", "other"))
    assert list(found) == ["sliwa_2008", "other"]
