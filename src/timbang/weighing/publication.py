"""What a publication concludes, set beside what the evidence supports; it is never evidence itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timbang.findings.typed import NONE
from timbang.findings.weighed import NOT_TOLD, Answer, Heard, Placed
from timbang.findings.weighing_words import percent
from timbang.model import Case
from timbang.model.questions import Published, Questions
from timbang.text import LANGS, Text
from timbang.weighing.saying import decimal, joined

FOUND = Text("{mechanism} ({value})", "{mechanism} ({value})")
OPEN = Text("It cannot be told: {why}.", "Tidak dapat ditentukan: {why}.")
OPEN_TYPE = Text("It cannot be told.", "Tidak dapat ditentukan.")
OPEN_YET = Text("It cannot be told; highest so far: {mechanism} ({value}).",
                "Tidak dapat ditentukan; tertinggi sejauh ini: {mechanism} ({value}).")  # fmt: skip
AGREE = Text("They agree.", "Keduanya sejalan.")
PART = Text(
    "They part: {said} has {value}. What weighs most for {leading} against it: {items}.",
    "Keduanya berbeda: {said} mendapat {value}. Yang paling berbobot bagi {leading} dibanding itu: {items}.",
)
NOTHING = Text("no single item", "tidak ada butir tunggal")
PART_TYPE = Text("They part: {said} has {value}.", "Keduanya berbeda: {said} mendapat {value}.")
HEAVIEST = 3


def beside(questions: Questions, answer: Answer, case: Case) -> Answer:
    """The answer with what was published on the same question and unit."""
    said = [p for p in questions.published if (p.about, p.unit) == (answer.question, answer.unit)]
    return replace(answer, published=tuple(_compared(p, answer, case) for p in said))


def beside_type(questions: Questions, placed: Placed, case: Case) -> Placed:
    """The placed unit with what was published on its type in years that overlap the period."""
    said = [p for p in questions.published if (p.about, p.unit) == (placed.typing, placed.unit)]
    return replace(placed, published=tuple(_typed(p, placed, case) for p in said if _meets(p, placed)))


def _meets(published: Published, placed: Placed) -> bool:
    first, last = published.years or (placed.first, placed.last)
    return first <= placed.last and last >= placed.first


def _base(published: Published, agrees: bool, found: Text, why: Text, case: Case) -> dict[str, Any]:
    years = published.years or (case.head.first_year, case.head.last_year)
    return {
        "years": list(years), "says": list(published.says), "text": published.text.plain(), "agrees": agrees,
        "locator": published.locator, "found": found.plain(), "why": why.plain(),
    }  # fmt: skip


def _compared(published: Published, a: Answer, case: Case) -> Mapping[str, Any]:
    """Over the publication's years, else all: which mechanism leads, and what parts it from what was published."""
    means = _means(published, a)
    leads = min(means, key=lambda name: (-means[name], name))
    said = max((name for name in published.says if name in means), key=lambda name: means[name], default="")
    found = {"mechanism": a.mechanisms[leads], "value": percent(means[leads])}
    agrees = leads in published.says and a.leading != NOT_TOLD
    if a.leading == NOT_TOLD:
        return _base(published, False, OPEN_YET.format(**found), OPEN.format(why=joined(a.reasons)), case)
    if agrees or not said:
        return _base(published, agrees, FOUND.format(**found), AGREE if agrees else NOTHING, case)
    why = PART.format(said=a.mechanisms[said], value=percent(means[said]), leading=a.mechanisms[leads],
                      items=_heaviest(a.items, leads, said))  # fmt: skip
    return _base(published, False, FOUND.format(**found), why, case)


def _means(published: Published, a: Answer) -> dict[str, float]:
    first, last = published.years or (a.years[0], a.years[-1])
    within = [at for at, year in enumerate(a.years) if first <= year <= last] or list(range(len(a.years)))
    return {name: sum(of[at].value for at in within) / len(within) for name, of in a.by_year.items()}


def _heaviest(items: Sequence[Heard], leads: str, said: str) -> Text:
    """The items that speak most for the one against the other, by id and decibels."""
    weights = sorted(
        ((i.decibels[leads] - i.decibels[said], i) for i in items), key=lambda pair: (-pair[0], pair[1].id)
    )
    heavy = [(weight, item) for weight, item in weights[:HEAVIEST] if weight > 0]
    named = (", ".join(f"{item.id} ({decimal(weight)[lang]} dB)" for weight, item in heavy) for lang in LANGS)
    return Text(*named) if heavy else NOTHING


def _typed(published: Published, p: Placed, case: Case) -> Mapping[str, Any]:
    labels = [p.labels[name] for name in published.says if name in p.labels]
    published = replace(published, text=joined(labels)) if labels else published  # headed by what the type means
    if p.leading == NOT_TOLD:
        return _base(published, False, OPEN_TYPE, OPEN.format(why=joined(p.reasons)), case)
    found = FOUND.format(mechanism=p.labels.get(p.leading, NONE), value=percent(p.types[p.leading].value))
    agrees = p.leading in published.says
    said = next((name for name in published.says if name in p.types), "")
    if agrees or not said:
        return _base(published, agrees, found, AGREE if agrees else NOTHING, case)
    why = PART_TYPE.format(said=p.labels[said], value=percent(p.types[said].value))
    return _base(published, False, found, why, case)
