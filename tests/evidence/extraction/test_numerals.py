"""Numbers as each language writes them."""

import re

import pytest

from timbang.evidence.extraction.numerals import number_pattern, value_of


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1,300", "en", 1300), ("1.300", "id", 1300), ("23 000", "ru", 23000), ("100.000", "id", 100000),
        ("4,5 тысячи", "ru", 4500), ("2 тыс.", "ru", 2000), ("1,5 ribu", "id", 1500), ("2.5 thousand", "en", 2500),
        ("две тысячи", "ru", 2000), ("полторы тысячи", "ru", 1500), ("тысячу", "ru", 1000), ("seribu", "id", 1000),
        ("two thousand five hundred", "en", 2500), ("dua ribu lima ratus", "id", 2500),
        ("七千", "zh", 7000), ("1.2万", "zh", 12000), ("一万五千", "zh", 15000), ("8000", "zh", 8000),
        ("4.5", "en", None), ("thousand", "en", None), ("тысяч", "ru", None), ("a", "en", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_language_writes_it(written: str, language: str, value: int | None) -> None:
    assert value_of(written, (language,)) == value
    assert re.fullmatch(number_pattern((language,)), written)
