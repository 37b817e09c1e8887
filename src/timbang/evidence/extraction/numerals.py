"""Numbers as each language writes them: in digits, in words, in Chinese characters."""

from __future__ import annotations

import re
from functools import cache

from timbang.evidence.extraction.vocabulary import Languages, fold, forms, fragment, meaning

DIGITS = (
    r"(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+(?!\d|[.,]\d)|(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)?(?!\d|[.,]\d)"
)
ALONE = ("тысяча", "тысячу", "тысячей", "тысяче")  # which is one thousand; `тысячи` are thousands
HAN_DIGITS = "〇零一二两三四五六七八九十百千万亿"


@cache
def number_pattern(languages: Languages) -> str:
    """A pattern, without groups, for a number: digits with or without a word of scale, or words alone."""
    latin = tuple(language for language in languages if language != "zh")
    scale = fragment("thousand", latin)
    words = rf"(?:{fragment('number', latin)}|{scale})"
    spoken = rf"{words}(?:[\s-]+(?:and\s+)?{words}){{0,6}}"
    han = rf"(?:\d+(?:\.\d+)?[十百千万亿]+|[{HAN_DIGITS}]+)" if "zh" in languages else r"(?!)"
    return rf"(?:{han}|(?:{DIGITS})(?:\s*{scale}){{0,2}}|{spoken})"


def value_of(written: str, languages: Languages) -> int | None:
    """The whole number a text writes; None if it is no whole number (`4.5` without a word of scale)."""
    if re.search(f"[{HAN_DIGITS}]", written):
        return _han(written)
    digits = re.match(rf"(?:{DIGITS})", written)
    value = _digits(digits[0], scaled := written[digits.end() :].strip()) if digits else 0.0
    if digits is None:
        return _spoken(written, languages)
    for word in scaled.split():
        value *= float(meaning("thousand", languages, word) or 1)
    return round(value) if abs(value - round(value)) < 1e-6 and (scaled or value == int(value)) else None


def _digits(text: str, scaled: str) -> float:
    """`1.300`, `1,300` and `23 000` are whole; `4,5` is a decimal fraction, which only a word of scale makes whole."""
    if re.fullmatch(r"\d{1,3}(?:[.,'’\s]\d{3})+", text) and not (scaled and re.fullmatch(r"\d[.,]\d{3}", text)):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _spoken(written: str, languages: Languages) -> int | None:
    """`two thousand five hundred`, `dua ribu`, `полторы тысячи`; the indefinite article alone is no number."""
    whole = current = 0.0
    words = re.split(r"[\s-]+", written)
    if meaning("thousand", languages, words[0]) and fold(words[0]) not in ALONE:
        return None  # `несколько тысяч`, `several thousand`
    articles = ("a", "an", "and") if len(words) > 2 else ("and",)
    for word in (one for one in words if one not in articles):
        scale = meaning("thousand", languages, word)
        if scale:
            current = (current or 1) * float(scale)
            whole, current = (whole + current, 0.0) if float(scale) >= 1000 else (whole, current)
        else:
            current += float(meaning("number", languages, word) or 0)
    total = whole + current
    return round(total) if total >= 2 and total == round(total) else None


def _han(written: str) -> int | None:
    """`七千`, `一万五千`, `1.2万`, and `二〇一四` digit by digit."""
    ones, scales = forms("number", ("zh",)), forms("thousand", ("zh",))
    if not re.search("[十百千万亿]", written):
        digits = "".join(ones.get(sign, sign) for sign in written)
        return int(digits) if digits.isdigit() else None
    whole = part = current = 0.0
    for token in re.findall(r"\d+(?:\.\d+)?|.", written):
        if token in scales:
            scale = float(scales[token])
            if scale >= 10000:
                whole, part, current = whole + (part + current or 1) * scale, 0.0, 0.0
            else:
                part, current = part + (current or 1) * scale, 0.0
        else:
            current = float(ones.get(token, token))
    total = whole + part + current
    return round(total) if abs(total - round(total)) < 1e-6 else None
