"""What timbang has, by kind and name, and how each thing is described to a reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from timbang import registry
from timbang.text import Lang, word

Fields = dict[str, Any]


def kinds() -> dict[str, Callable[[], Mapping[str, Any]]]:
    """Each kind of thing, and what finds all of that kind by name."""
    from timbang.casefile import organizations

    return {
        "measures": lambda: dict(sorted((registry.measures() | registry.measures("panel")).items())),
        "cases": registry.shipped_cases,
        "exporters": registry.exporters,
        "sources": registry.sources,
        "organizations": organizations,
        "formats": registry.formats,
        "codebooks": registry.codebooks,
        **{room: _told(room) for room in ("theories", "typologies", "implications")},
    }


def _told(room: str) -> Callable[[], Mapping[str, Any]]:
    """What finds that part of the vocabulary of theories."""

    def find() -> Mapping[str, Any]:
        from timbang.inference.theoryfile import vocabulary

        found: Mapping[str, Any] = getattr(vocabulary(), room)
        return found

    return find


def one(kind: str) -> str:
    """The word for one thing of a kind: `theories` -> `theory`."""
    return f"{kind[:-3]}y" if kind.endswith("ies") else kind.removesuffix("s")


def label(kind: str, thing: Any, lang: Lang) -> str:
    """The thing's name for a reader, in one line."""
    if kind == "cases":
        return _title(thing, lang)
    if kind == "codebooks":
        from timbang.evidence.codebook import read_codebook

        return read_codebook(thing).title[lang]
    text: str = thing.label[lang]
    return text


def _title(folder: Path, lang: Lang) -> str:
    """A case's title, even if the rest of the case has problems."""
    from timbang.casefile.head import read_head

    head, _ = read_head((folder / "case.yml").read_text(encoding="utf-8-sig"))
    return head.title[lang] if head else folder.name


def described(kind: str, name: str, thing: Any, lang: Lang) -> Fields:
    """What the thing is, as headings and values."""
    from timbang.cli import theories

    tellers: dict[str, Callable[[Any, Lang], Fields]] = {
        "theories": theories.theory, "typologies": theories.typology, "implications": theories.implication,
        "measures": _measure, "cases": _case, "exporters": _exporter, "sources": _source,
        "organizations": _organization, "formats": _format, "codebooks": _codebook,
    }  # fmt: skip
    kept = {"name": name, "kind": one(kind), "label": label(kind, thing, lang)}
    return kept | tellers[kind](thing, lang)


def _measure(measure: registry.Measure, lang: Lang) -> Fields:
    low, high = measure.range
    return {
        "definition": measure.definition[lang],
        "family": measure.family,
        "level": measure.level + (", directed" if measure.directed else ""),
        "unit": measure.unit[lang],
        "range": f"{'' if low is None else low} to {'' if high is None else high}".strip(),
        "by": ", ".join((*measure.by, *measure.extra)),
        "reads": ", ".join(measure.needs),
        "citation": measure.citation,
    }


def _exporter(exporter: registry.Exporter, lang: Lang) -> Fields:
    return {"takes": exporter.takes, "suffix": exporter.suffix}


def _source(source: registry.Source, lang: Lang) -> Fields:
    """The source, and each of its tables by itself."""
    told: Fields = {"citation": source.citation, "licence": source.licence, "columns": ", ".join(source.columns)}
    tables = [
        {"table": table.name, "label": table.label[lang], "version": table.version, "licence": source.licence,
         "period": "-".join(map(str, dict.fromkeys(table.coverage))), "rows": table.rows, "file": table.file,
         "columns": ", ".join(f"{name} ({kind})" for name, kind in table.columns.items()),
         "key": ", ".join(table.key), "gaps": "; ".join(f"{gap}: {why}" for gap, why in table.holes.items())}
        for table in source.tables
    ]  # fmt: skip
    return told | ({"tables": tables} if tables else {})


def _format(form: registry.Format, lang: Lang) -> Fields:
    return {"suffix": ", ".join(form.suffixes)}


def _codebook(path: Path, lang: Lang) -> Fields:
    """The codebook, and each code by itself."""
    from timbang.evidence.codebook import read_codebook

    book = read_codebook(path)
    codes = [
        {"code": code.code, "label": code.label[lang], "definition": code.definition[lang],
         "include": code.include[lang], "exclude": code.exclude[lang], "examples": list(code.examples.get(lang, ())),
         "aspect": code.aspect, "implication": code.implication, "unit": code.unit, "target": code.target}
        for code in book.codes.values()
    ]  # fmt: skip
    return {"version": book.version, "note": book.note[lang], "codes": codes}


def _case(folder: Path, lang: Lang) -> Fields:
    from timbang.casefile import open_case

    case = open_case(folder)
    return {
        "organization": case.head.organization,
        "period": f"{case.head.first_year}-{case.head.last_year}",
        "rows": {file: len(rows) for file, rows in case.rows.items() if rows},
        "claims": len(case.claims.items),
        "sources": len(case.references),
        "licence": case.head.licence,
        "note": case.head.note[lang] if case.head.note else "",
        "folder": str(folder),
    }


def _organization(organization: Any, lang: Lang) -> Fields:
    from timbang.states import name

    roles: dict[str, list[str]] = {}
    rows = organization.memberships()
    for row in rows:
        roles.setdefault(word("role", row.role)[lang], []).append(
            f"{name(row.state, lang)} {row.start}/{row.end or '..'}"
        )
    return {role: "; ".join(states) for role, states in roles.items()} | {
        "sources": ", ".join(sorted({row.source for row in rows}))
    }
