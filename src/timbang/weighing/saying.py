"""Why something cannot be told, and what to beware of, in two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timbang import numbers
from timbang.findings.weighed import Heard
from timbang.inference.weighing.records import Weighed
from timbang.text import LANGS, Text

FEW = Text(
    "too few independent origins ({n}, where {least} are asked for)",
    "asal laporan yang saling bebas terlalu sedikit ({n}, sedangkan yang diminta {least})",
)
TURNED = Text("leaving out {origin} turns the order", "tanpa {origin} urutannya berbalik")
STRONG = Text(
    "The items add up to {n} dB between the two leading mechanisms; beyond {most} dB remember that the likelihoods are "
    "judgements.",
    "Butir-butir itu berjumlah {n} dB antara dua mekanisme teratas; di atas {most} dB ingatlah bahwa kemungkinan yang "
    "dinyatakan adalah pertimbangan.",
)
MISFIT = Text(
    "No set of these mechanisms makes the reports likely (standardized surprise {n}): something not named here may "
    "be at work, or a likelihood is wrong.",
    "Tidak ada gabungan mekanisme ini yang membuat laporan-laporan itu mungkin (kejutan baku {n}): barangkali ada "
    "hal lain yang bekerja, atau suatu kemungkinan keliru.",
)
FEW_DRAWS = Text(
    "The reports agree with few of the draws of likelihoods. So that they do not rewrite what the theories state, only "
    "{n}% of their weight decides which draws count.",
    "Laporan-laporan itu cocok dengan sedikit tarikan kemungkinan. Agar tidak menulis ulang apa yang dinyatakan teori, "
    "hanya {n}% bobotnya yang menentukan tarikan mana yang dihitung.",
)


def reasons(codes: Sequence[str], origins: int, least: int, named: Mapping[str, Text]) -> tuple[Text, ...]:
    """The floor's codes (inference.weighing.floor) as readers read them; of many origins that turn it, three.

    `named`: what readers call origins.
    """
    few = [FEW.format(n=origins, least=least)] if "few origins" in codes else []
    turning = [code.removeprefix("turned by ") for code in codes if code.startswith("turned by ")]
    return (*few, *(TURNED.format(origin=named.get(origin, origin)) for origin in turning[:3]))


def decimal(value: float) -> Text:
    """A number to one decimal, as each language writes it."""
    return Text(*(numbers.in_words(round(value, 1), lang) for lang in LANGS))


def joined(texts: Sequence[Text]) -> Text:
    """Several, with semicolons between."""
    return Text(*("; ".join(text[lang] for text in texts) for lang in LANGS))


def warnings(found: Weighed, items: Sequence[Heard], order: Sequence[str], most: float) -> tuple[Text, ...]:
    """Weights beyond `most` decibels, reports that nothing makes likely, and tempered feedback on the draws."""
    said = []
    if len(order) > 1:
        total = abs(sum(item.decibels[order[0]] - item.decibels[order[1]] for item in items))
        said += [STRONG.format(n=round(total), most=round(most))] if total > most else []
    said += [MISFIT.format(n=decimal(found.misfit.overall))] if found.misfit.alarm else []
    said += [FEW_DRAWS.format(n=round(100 * found.feedback))] if items and found.feedback < 1 else []
    return tuple(said)
