"""How theories, typologies and implications are described to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from typing import Any

from timbang.inference.theory import (
    JUDGEMENT,
    Check,
    Implication,
    Likelihood,
    Marker,
    Region,
    Theory,
    Typology,
    Vocabulary,
)
from timbang.inference.theoryfile import vocabulary
from timbang.text import Lang, Text, word

Fields = dict[str, Any]
HOLDS, FAILS = Text("holds", "terpenuhi"), Text("fails", "tidak terpenuhi")


def theory(told: Theory, lang: Lang) -> Fields:
    """The theory, and each implication it speaks of by itself, with what observing it would weigh."""
    known = vocabulary()
    return {
        "question": word("question", told.question)[lang],
        "authors": told.authors[lang] if told.authors else "",
        "claim": told.claim[lang],
        "targets": ", ".join(word("target-kind", kind)[lang] for kind in told.targets),
        "conditions": [f"{condition.text[lang]} ({condition.citation})" for condition in told.conditions],
        "checks": [_check(condition.name, condition.check, lang) for condition in told.conditions if condition.check],
        "references": list(told.references.values()),
        "parts": [_expected(name, likelihood, known, lang) for name, likelihood in told.expects.items()],
    }


def _check(name: str, check: Check, lang: Lang) -> str:
    """Which measure tells of a condition, by which rules, and what of it."""
    rules = {HOLDS: check.affirmed, FAILS: check.denied}
    column = "" if check.column == "value" else f".{check.column}"
    said = "; ".join(f"{words[lang]}: {rule}" for words, rule in rules.items() if rule)
    return f"{name}: {check.measure}{column} ({said}). {check.tells[lang]}"


def _expected(name: str, likelihood: Likelihood, known: Vocabulary, lang: Lang) -> Fields:
    implication = known.implications[name]
    base, given = implication.baseline.mean, likelihood.mean
    return {
        "implication": name,
        "label": implication.label[lang],
        "likelihood": _said(likelihood, lang),
        "baseline": _said(implication.baseline, lang),
        "if observed": f"{10 * log10(given / base):+.1f} dB",
        "if surely absent": f"{10 * log10((1 - given) / (1 - base)):+.1f} dB",
        "reason": likelihood.reason[lang],
        "citation": _cited(likelihood.citation, lang),
    }


def _said(likelihood: Likelihood, lang: Lang) -> str:
    return f"{word('likelihood', likelihood.words)[lang]} ({likelihood.mean:g})"


def _cited(citation: str, lang: Lang) -> str:
    return word("citation", JUDGEMENT)[lang] if citation == JUDGEMENT else citation


def implication(told: Implication, lang: Lang) -> Fields:
    """The implication, and each theory and typology that speaks of it."""
    known = vocabulary()
    theories = [
        f"{other.label[lang]}: {_said(other.expects[told.name], lang)}"
        for other in known.theories.values()
        if told.name in other.expects
    ]
    typologies = [other.label[lang] for other in known.typologies.values()
                  if told.name in {**other.revision, **other.status_quo}]  # fmt: skip
    return {
        "definition": told.definition[lang],
        "form": word("form", told.form)[lang],
        "target": word("targeted", "yes" if told.targeted else "no")[lang],
        "cluster": told.cluster,
        "baseline": f"{_said(told.baseline, lang)}: {told.baseline.reason[lang]}",
        "citation": _cited(told.baseline.citation, lang),
        "measured by": told.measured.measure if told.measured else "",
        "theories": theories,
        "typologies": typologies,
    }


def typology(told: Typology, lang: Lang) -> Fields:
    """The typology, each type and each marker by itself."""
    known = vocabulary()
    axes: Mapping[str, Mapping[str, Marker]] = {"revision": told.revision, "status_quo": told.status_quo}
    markers = [_marker(axis, marker, known, lang) for axis, found in axes.items() for marker in found.values()]
    return {
        "claim": told.claim[lang],
        "references": list(told.references.values()),
        "parts": [*(_type(region, lang) for region in told.types), *markers],
    }


def _type(region: Region, lang: Lang) -> Fields:
    bounds = {"revision": region.revision, "status quo": region.status_quo, "surplus": region.surplus,
              "capability": region.capability}  # fmt: skip
    return {
        "type": region.name,
        "label": region.label[lang],
        **{name: f"{low:g} .. {high:g}" for name, (low, high) in bounds.items()},
        "certain": word("certain", "yes" if region.certain else "no")[lang],
        "reason": region.reason[lang] if region.reason else "",
        "citation": _cited(region.citation, lang),
    }


def _marker(axis: str, marker: Marker, known: Vocabulary, lang: Lang) -> Fields:
    return {
        "marker": marker.implication,
        "label": known.implications[marker.implication].label[lang],
        "of": word("axis", axis)[lang],
        "at 0": f"{_said(marker.at_zero, lang)}: {marker.at_zero.reason[lang]}",
        "at 1": f"{_said(marker.at_one, lang)}: {marker.at_one.reason[lang]}",
        "citation": " / ".join(dict.fromkeys(_cited(end.citation, lang) for end in (marker.at_zero, marker.at_one))),
    }
