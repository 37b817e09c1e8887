"""Whose words, and towards whom: only exact names tell."""

import pytest

from timbang.evidence.voicing import named, party, whose

KNOWN = {"SCO", "NATO"}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("the United States of America expands its bases", {"USA"}),
        ("NATO moves towards Russia's borders", {"NATO", "RUS"}),
        ("we and others can act per the plan", set()),  # AND, CAN, PER are codes of states, and words
        ("ALL STATES AND MAR", set()),
        ("American bases", {"USA"}),
        ("the USA and the UK tell us", {"USA", "GBR"}),
        ("границы России", set()),  # inflected
        ("Korea", set()),  # one of two
        ("Nigeria", {"NGA"}),  # not Niger
        ("Соединенные Штаты Америки", {"USA"}),
        ("美国的扩张", {"USA"}),
    ],
)
def test_whom_words_name(words: str, who: set[str]) -> None:
    assert named(words, KNOWN) == who


@pytest.mark.parametrize(
    ("speaker", "says", "who"),
    [
        ("", "RUS president", "RUS"),
        ("", "SCO joint document", "SCO"),
        ("", "press", ""),
        ("", "XYZ ministry", ""),
        ("Kazakhstan", "press", "KAZ"),
        ("KAZ foreign minister", "press", "KAZ"),
        ("Putin", "RUS president (Vladimir Putin)", "RUS"),
        ("Put", "RUS president (Vladimir Putin)", ""),
        ("the minister", "RUS president", ""),
    ],
)
def test_who_speaks(speaker: str, says: str, who: str) -> None:
    assert whose(speaker, says, KNOWN) == who


def test_an_organization_is_known_by_its_code() -> None:
    assert (party("NATO secretary", KNOWN), party("Nato secretary", KNOWN)) == ("NATO", "")
