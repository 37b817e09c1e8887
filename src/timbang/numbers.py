"""Numbers as they stand in cells and as readers see them; an ambiguous form is asked about.

Canonical is ASCII: an optional minus, digits without thousands separators, a point before decimals
(`1300`, `1300.5`, `-0.25`). One separator between one to three digits and exactly three (`1.300`,
`1,300`) can mean thousand three hundred or 1.3, by the writer's country; it is never guessed. After
a leading zero or more than three digits (`0.143`, `1234.567`) it can only be a decimal sign.
"""

import re
from math import floor, isfinite, isnan, log10
from reprlib import repr as shown
from unicodedata import normalize

EXPECTED = "write digits with a point before decimals, such as 1300 or 1300.5; leave unknowns empty"
LARGEST_COUNT = 2**53  # above it a float no longer holds every whole number
_LONGEST = 1e15  # what is longer, no reader counts the digits of

_CANONICAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_AMBIGUOUS = re.compile(r"([+-]?[1-9][0-9]{0,2})[.,]([0-9]{3})")
_GROUPED = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[1-9][0-9]{0,2}(?P<group>[., '’_])[0-9]{3}(?:(?P=group)[0-9]{3})*)"
    r"(?:(?!(?P=group))[.,](?P<part>[0-9]+))?"
)
_UNGROUPED = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]*)(?:[.,](?P<part>[0-9]*))?")
_DECIMAL_COMMA = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:[.][0-9]{3})+)(?:,[0-9]+)?")
_MARKS = {"en": (",", "."), "id": (".", ",")}
_UNKNOWN = {"en": "unknown", "id": "tidak diketahui"}


def parse_number(text: str) -> float:
    """Read a canonical number; ValueError says what to write instead."""
    _refuse_ambiguous(text)
    if not _CANONICAL.fullmatch(text):
        raise ValueError(_refusal(text))
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{shown(text)} is too large to be kept; {EXPECTED}")
    return value + 0.0  # -0 becomes 0


def parse_count(text: str) -> int:
    """Read a canonical whole number from 0 to 2**53; ValueError says what to write instead."""
    value = parse_number(text)
    if "." in text:
        raise ValueError(f"{shown(text)} is not a whole number; this column counts things")
    if not 0 <= value <= LARGEST_COUNT:
        raise ValueError(f"{shown(text)} cannot be a count; expected 0 or more, up to 2**53")
    return int(text)


def from_decimal_comma(text: str) -> str:
    """The canonical form of a number from a file with decimal commas (`2,4` gives `2.4`).

    Such files are separated by semicolons, as Excel writes them in Indonesia and Europe. Forms that
    are ambiguous elsewhere are asked about here too (ValueError): people mix conventions.
    """
    _refuse_ambiguous(text)
    if _CANONICAL.fullmatch(text):
        return text
    if not _DECIMAL_COMMA.fullmatch(text):
        raise ValueError(_refusal(text))
    return text.replace(".", "").replace(",", ".")


def _refuse_ambiguous(text: str) -> None:
    if found := _AMBIGUOUS.fullmatch(text):
        whole, part = found[1].lstrip("+"), found[2]
        decimal = part.rstrip("0") or "0"
        decimal = decimal + "0" if len(decimal) == 3 else decimal
        raise ValueError(
            f"{shown(text)} is ambiguous and not guessed: write {whole}{part} if the separator "
            f"groups thousands, or {whole}.{decimal} if it marks decimals"
        )


def _refusal(text: str) -> str:
    """Why a text that is not canonical was refused, with the canonical form if it is clear."""
    if not text.strip():
        return "the number is empty; " + EXPECTED
    if proposal := _proposal(text):
        return f"{shown(text)} is not in canonical form; write {proposal}"
    return f"{shown(text)} is not a number; {EXPECTED}"


def _proposal(text: str) -> str | None:
    """The canonical form of a number whose meaning is clear, else None."""
    plain = " ".join(normalize("NFKC", text).split()).replace("−", "-")
    found = _GROUPED.fullmatch(plain) or _UNGROUPED.fullmatch(plain)
    if found is None or not (found["whole"] or found["part"]):
        return None
    whole = re.sub(r"[^0-9]", "", found["whole"]).lstrip("0") or "0"
    part = f".{found['part']}" if found["part"] else ""
    canonical = f"{found['sign'].strip('+')}{whole}{part}"
    return None if _AMBIGUOUS.fullmatch(canonical) or _AMBIGUOUS.fullmatch(plain) else canonical


def in_words(value: float | None, lang: str, digits: int | None = None) -> str:
    """The number as readers of the language write it (1300.5: `1,300.5` in en, `1.300,5` in id).

    `digits` fixes the decimals; without it whole numbers have none and others three significant
    digits, but at least one decimal; what is too long or too small to read is `1.5 × 10^22`. None
    and NaN are `unknown`.
    """
    if lang not in _MARKS:
        raise ValueError(f"no number format for language {shown(lang)}; expected en or id")
    if value is None or isnan(value):
        return _UNKNOWN[lang]
    group, point = _MARKS[lang]
    return _plain(value, digits).translate({ord(","): group, ord("."): point})


def _as_power(value: float) -> str:
    digits, power = f"{value:.2e}".split("e")
    return f"{digits.rstrip('0').rstrip('.')} × 10^{int(power)}"


def _plain(value: float, digits: int | None) -> str:
    if not isfinite(value):
        return "∞" if value > 0 else "-∞"
    if abs(value) > _LONGEST:
        words = _as_power(value)
    elif digits is not None:
        words = f"{value:,.{digits}f}"
    elif value and abs(value) < 1e-6:
        words = _as_power(value)
    elif value == int(value):
        words = f"{int(value):,}"
    else:
        words = f"{value:,.{max(1, 2 - floor(log10(abs(value))))}f}".rstrip("0").rstrip(".")
    return words.lstrip("-") if not words.strip("-0.,") else words
