"""`timbang weigh CASE`: how far the evidence supports each mechanism, by unit and target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from timbang.cli.options import CaseWord, Json, Lang
from timbang.errors import misuse
from timbang.text import Lang as Language
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.findings.finding import Finding

Unit = Annotated[list[str] | None, typer.Option("--unit", metavar="STATE|ORG", help="Only this unit; may be repeated.")]
Target = Annotated[list[str] | None, typer.Option("--target", metavar="STATE|ORG|non-state", help="Only this target.")]
Years = Annotated[str, typer.Option("--years", metavar="A:B", help="Only these years, such as 2002:2007.")]

HEADINGS = {
    "unit": Text("unit", "tentang"), "target": Text("target", "terhadap"), "mechanism": Text("mechanism", "mekanisme"),
    "prior": Text("prior", "prior"), "probability": Text("probability", "peluang"),
    "interval": Text("90% interval", "interval 90%"), "range": Text("leaving out one origin", "tanpa satu asal"),
    "origins": Text("origins", "asal"), "verdict": Text("", ""),
}  # fmt: skip
ANY = Text("any", "siapa pun")
LEADS = Text("supported most", "paling didukung")
OPEN = Text("cannot be told", "tidak dapat ditentukan")


def weigh(
    case: CaseWord, unit: Unit = None, target: Target = None, years: Years = "", lang: Lang = None, json: Json = False
) -> None:
    """Weigh rival mechanisms on the evidence of a case.

    Each row is the mean over the years; probabilities are given the stated likelihoods. With --json, everything.
    """
    from timbang.cli.config import language
    from timbang.cli.console import Progress, put_json, put_table, say
    from timbang.cli.opening import opened
    from timbang.report.findings_json import plain
    from timbang.run import weighed

    tongue, read, progress = language(lang), opened(case), Progress()
    try:
        found = weighed(
            read, units=tuple(unit or ()), targets=tuple(target or ()), years=_years(years), progress=progress
        )
    finally:
        progress.done()
    answers = [finding for finding in found if "by_year" in finding.detail]
    if json:
        put_json([plain(finding) for finding in found])
    elif answers:
        put_table([[HEADINGS[name][tongue] for name in HEADINGS], *_rows(answers, tongue)])
    else:
        say("nothing is asked of such a unit or target; see questions.yml")
    for one in read.coded.unweighed:
        say(one.what[tongue])


def _years(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    found = re.fullmatch(r"(\d{4})(?::(\d{4}))?", text)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise misuse("these are no years", value=text, expected="a year, or two as in 2002:2007")
    return int(found[1]), int(found[2] or found[1])


def _rows(answers: list[Finding], lang: Language) -> Iterator[list[str]]:
    from timbang.findings.weighing_words import percent

    for finding in answers:
        for name in finding.detail["order"]:
            belief = finding.value["probabilities"][name]
            said = {key: percent(value)[lang] for key, value in belief.items()}
            first = name == finding.detail["order"][0]
            verdict = "" if not first else OPEN[lang] if finding.verdict == "unknown" else LEADS[lang]
            yield [
                finding.unit, finding.target or ANY[lang], finding.detail["mechanisms"][name][lang],
                percent(finding.detail["prior"])[lang], said["value"],
                f"{said['low']}-{said['high']}", f"{said['least']}-{said['most']}", str(len(finding.detail["origins"])),
                verdict,
            ]  # fmt: skip
