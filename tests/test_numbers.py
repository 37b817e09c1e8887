"""Numbers: canonical cells, ambiguous ones asked about, and words in two languages."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang.numbers import from_decimal_comma, in_words, parse_count, parse_number

FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1300", 1300.0),
        ("1300.5", 1300.5),
        ("-0.25", -0.25),
        ("0", 0.0),
        ("0.143", 0.143),  # no one writes 143 as 0.143
        ("1234.567", 1234.567),  # a thousands group has at most three digits before it
        ("1.3000", 1.3),
    ],
)
def test_canonical_numbers(text: str, value: float) -> None:
    assert parse_number(text) == value


def test_minus_zero_is_zero() -> None:
    assert math.copysign(1, parse_number("-0")) == 1


@pytest.mark.parametrize(
    ("text", "thousands", "decimals"),
    [
        ("1.300", "1300", "1.3"),
        ("1,300", "1300", "1.3"),
        ("12.345", "12345", "12.3450"),
        ("-1.000", "-1000", "-1.0"),
        ("999,120", "999120", "999.12"),
    ],
)
def test_ambiguous_forms_are_asked_about(text: str, thousands: str, decimals: str) -> None:
    for read in (parse_number, parse_count, from_decimal_comma):
        with pytest.raises(ValueError, match="ambiguous and not guessed") as refusal:
            read(text)
        assert f"write {thousands} if" in str(refusal.value)
        assert f"or {decimals} if" in str(refusal.value)
    assert parse_number(thousands) != parse_number(decimals)  # both ways out are themselves accepted


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("1.300,5", "1300.5"),
        ("1,300.5", "1300.5"),
        ("1.300.000", "1300000"),
        ("1,300,000", "1300000"),
        ("1 300", "1300"),
        ("1\u00a0300", "1300"),
        ("1'300", "1300"),
        ("2,4", "2.4"),
        ("0,143", "0.143"),
        ("1234,567", "1234.567"),
        ("+5", "5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        (" 5 ", "5"),
        ("１３００", "1300"),
        ("−5", "-5"),
    ],
)
def test_clear_but_not_canonical_is_refused_with_the_canonical_form(text: str, proposal: str) -> None:
    with pytest.raises(ValueError, match="not in canonical form") as refusal:
        parse_number(text)
    assert str(refusal.value).endswith(f"write {proposal}")
    parse_number(proposal)


@pytest.mark.parametrize(
    "text",
    ["nan", "inf", "-inf", "1e5", "n/a", "-", "?", "-9a", "5%", "0x10", "1_0", "1..5", "1,2,3",
     "1.30.000", "12 34", "½", "１.３００", "٣", ".", "--5", "1.300,5.5", "01,300"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number; write digits"):
        parse_number(text)


def test_empty_and_endless_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        parse_number(" ")
    with pytest.raises(ValueError, match="too large") as refusal:
        parse_number("9" * 5000)
    assert len(str(refusal.value)) < 200


@given(st.text(alphabet="0123456789.,-+ e'’\u00a0", max_size=12))
def test_any_text_is_read_or_refused_with_a_proposal_that_is_read(text: str) -> None:
    try:
        parse_number(text)
    except ValueError as refusal:
        _, asked, proposal = str(refusal).partition("canonical form; write ")
        if asked:
            parse_number(proposal)


@given(FINITE)
def test_a_canonical_number_reads_back(value: float) -> None:
    text = f"{value:.6f}"
    assert parse_number(text) == float(text)


@given(st.integers(0, 2**53))
def test_counts_read_back(value: int) -> None:
    assert parse_count(str(value)) == value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1300.0", "not a whole number"),
        ("2.5", "not a whole number"),
        ("-5", "cannot be a count"),
        (str(2**53 + 2), "cannot be a count"),
    ],
)
def test_what_is_no_count(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_count(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2,4", "2.4"),
        ("1300", "1300"),
        ("1.300,5", "1300.5"),
        ("1.234.567,89", "1234567.89"),
        ("-0,25", "-0.25"),
        ("0,143", "0.143"),
        ("2.4", "2.4"),
        ("1.234.567", "1234567"),
    ],
)
def test_decimal_commas(text: str, canonical: str) -> None:
    assert from_decimal_comma(text) == canonical
    parse_number(canonical)


@pytest.mark.parametrize("text", ["1,300.5", "1,300,000.5", "1 300,5", "007", "+5", "nan", "", "1e5", "2,4,5"])
def test_what_a_file_with_decimal_commas_cannot_mean(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|empty"):
        from_decimal_comma(text)


@pytest.mark.parametrize(
    ("value", "en", "id_"),
    [
        (1300, "1,300", "1.300"),
        (1300.0, "1,300", "1.300"),
        (1300.5, "1,300.5", "1.300,5"),
        (1234567, "1,234,567", "1.234.567"),
        (-1300.5, "-1,300.5", "-1.300,5"),
        (0, "0", "0"),
        (2.4, "2.4", "2,4"),
        (0.14261, "0.143", "0,143"),
        (0.000123456, "0.000123", "0,000123"),
        (1.2345e-9, "1.23 × 10^-9", "1,23 × 10^-9"),
        (1.5e22, "1.5 × 10^22", "1,5 × 10^22"),
        (-9.999e22, "-1 × 10^23", "-1 × 10^23"),
        (1e15, "1,000,000,000,000,000", "1.000.000.000.000.000"),
        (12.345, "12.3", "12,3"),
        (123.456, "123.5", "123,5"),
        (9.999, "10", "10"),
        (None, "unknown", "tidak diketahui"),
        (math.nan, "unknown", "tidak diketahui"),
        (math.inf, "∞", "∞"),
    ],
)
def test_in_words(value: float | None, en: str, id_: str) -> None:
    assert (in_words(value, "en"), in_words(value, "id")) == (en, id_)


def test_fixed_decimals() -> None:
    assert in_words(2, "id", digits=2) == "2,00"
    assert in_words(1300.55, "en", digits=1) in ("1,300.5", "1,300.6")
    assert in_words(-0.04, "en", digits=1) == "0.0"
    assert in_words(0.5, "en", digits=0) == "0"


def test_languages_without_a_format_are_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        in_words(1.0, "fr")


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_in_words_read_back(value: int) -> None:
    assert int(in_words(value, "en").replace(",", "")) == value
    assert int(in_words(value, "id").replace(".", "")) == value


@given(FINITE.filter(lambda value: abs(value) >= 1e-6))
def test_words_are_close_to_the_value(value: float) -> None:
    said = float(in_words(value, "id").replace(".", "").replace(",", "."))
    assert math.isclose(said, value, rel_tol=0.01)
