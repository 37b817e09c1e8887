"""What the sources disagree on, as findings: who says what, and which value the rule uses."""

from __future__ import annotations

from timbang import dates, numbers
from timbang.casefile.disagreements import Disagreement
from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.names import Names
from timbang.text import LANGS, Text

SAID = Text("{exercise}, {field}: {sayings}.", "{exercise}, {field}: {sayings}.")
USED = Text(" (used)", " (dipakai)")
FIELDS = {
    "start": Text("first day", "hari pertama"),
    "end": Text("last day", "hari terakhir"),
    "troops": Text("troops", "jumlah pasukan"),
    "hosts": Text("host states", "negara tuan rumah"),
}
PART = Text("did {state} take part?", "apakah {state} ikut serta?")
WORDS = {
    "yes": Text("yes", "ya"),
    "no": Text("not named", "tidak disebut"),
    "uncertain": Text("uncertain", "tidak pasti"),
    "observer": Text("observer", "pengamat"),
}


def as_finding(found: Disagreement, names: Names, trail: Trail, period: str) -> Finding:
    """The finding of one disagreement."""
    shown = [_shown(found.kind, saying.value, names) for saying in found.sayings]
    field = FIELDS.get(found.field) or PART.format(state=names.of("state", found.field))
    said = Text(
        *(
            "; ".join(
                f"{names.of('source', saying.source)[lang]}: {text[lang]}{USED[lang] if saying.used else ''}"
                for saying, text in zip(found.sayings, shown, strict=True)
            )
            for lang in LANGS
        )
    )
    return Finding(
        id=f"disagreement/{found.exercise}/{found.field.lower()}",
        kind="disagreement",
        name=found.field,
        unit=found.exercise,
        period=period,
        statement=SAID.format(exercise=names.of("exercise", found.exercise), field=field, sayings=said),
        value={"category": found.field},
        evidence=trail.rows([f"exercises:{found.exercise}"]),
        detail={
            "exercise": found.exercise, "field": found.field, "label": field.plain(),
            "values": [
                {"source": s.source, "locator": s.locator, "value": t.plain(), "used": s.used}
                for s, t in zip(found.sayings, shown, strict=True)
            ],
        },
    )  # fmt: skip


def _shown(kind: str, value: str, names: Names) -> Text:
    if kind == "date":
        return Text(*(dates.in_words(value, lang) for lang in LANGS))
    if kind == "count":
        return Text(*(numbers.in_words(float(value), lang) for lang in LANGS))
    return names.of("state", value.split("|")) if kind == "states" else WORDS[value]
