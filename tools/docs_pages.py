"""The generated pages of the documentation: measures, theories, the case format, commands.

mkdocs calls `on_files` (it is a hook, see mkdocs.yml). `python tools/docs_pages.py PAGE` prints one page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PARTS = Path(__file__).parent.parent / "docs/_parts"
KINDS = {
    "text": "text",
    "slug": "lower-case letters, digits and hyphens",
    "slugs": "slugs, separated by `|`",
    "state": "a state: ISO 3166-1 alpha-3 code, or an exact name",
    "states": "states, separated by `|`",
    "party": "a state or an organization",
    "parties": "states or organizations, separated by `|`",
    "places": "places, separated by `|`; `CHN: Urumqi` tells the state",
    "numbers": "numbers, separated by `|`; an item may be empty",
    "words": "words of a closed list, separated by `|`",
    "word": "a word of a closed list",
    "edtf": "a date, as exact as the source gives it (EDTF: `2007-08-09`, `2007-08`, `2007`, `2014-08-24?`)",
    "year": "a year",
    "count": "a whole number, digits only",
    "number": "a number, `.` for decimals, no thousands marks",
    "source": "a key of `references.bib`",
    "path": "a path inside the case",
}


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table; pipes in cells are escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", r"\|").replace("\n", " ") for cell in line) + " |\n" for line in lines
    )


def part(name: str) -> str:
    """The opening of a generated page, which is written by hand."""
    return (PARTS / name).read_text(encoding="utf-8")


def measures() -> str:
    """Every measure: definition in both languages, unit, range, citation, what it reads, and its code."""
    from timbang import registry

    found = registry.measures().values()
    parts = [part("measures.md")]
    for family in registry.FAMILIES:
        those = sorted((m for m in found if m.family == family), key=lambda m: (m.order, m.name))
        parts += [f"\n## {family.capitalize()}\n"] if those else []
        parts += [measure_section(m) for m in those]
    return "".join(parts)


def measure_section(measure: Any) -> str:
    """One measure."""
    low, high = ("unbounded" if end is None else str(end) for end in measure.range)
    facts = {
        "name": f"`{measure.name}`",
        "unit": f"{measure.unit.en} / {measure.unit.id}",
        "range": f"{low} to {high}",
        "one row for each": ", ".join(f"`{column}`" for column in measure.by) or "case",
        "further columns": ", ".join(f"`{column}`" for column in measure.extra),
        "reads": ", ".join(f"`{view}`" for view in measure.needs),
        "formula": f"`src/{measure.compute.__module__.replace('.', '/')}.py`. " + formula(measure),
        "after": measure.citation,
    }
    listed = "".join(f"- {key}: {value}\n" for key, value in facts.items() if value)
    told = (f"\n### {measure.label.en}", f"*{measure.label.id}*", measure.definition.en, measure.definition.id, listed)
    return "\n\n".join(told)


def formula(measure: Any) -> str:
    """What the code says of how it counts: the docstring of `compute`, in one line."""
    return " ".join((measure.compute.__doc__ or "").split())


def mechanisms() -> str:
    """Every theory, typology and implication, with its likelihoods."""
    from timbang.inference.theoryfile import vocabulary

    known = vocabulary()
    parts = [part("mechanisms.md")]
    for kind, title in (("motive", "Motives"), ("conduct", "Conduct")):
        those = [theory for theory in known.theories.values() if theory.question == kind]
        parts += [f"\n## {title}\n", *(theory_section(theory, known) for theory in those)]
    parts.append("\n## Typologies\n")
    for typology in known.typologies.values():
        types = ((one.label.en, one.label.id, "yes" if one.certain else "no") for one in typology.types)
        told = "\n\n".join(
            (f"\n### {typology.label.en}", f"*{typology.label.id}*", typology.claim.en, typology.claim.id)
        )
        parts.append(f"{told}\n\n{table(('type', 'tipe', 'certain'), types)}")
    rows = (
        (f"`{one.name}`", one.label.en, one.label.id, f"{one.definition.en} Baseline: {one.baseline.words}.")
        for one in known.implications.values()
    )
    parts.append("\n## Implications\n\n" + table(("name", "English", "Indonesian", "definition"), rows))
    return "".join(parts)


def theory_section(theory: Any, known: Any) -> str:
    """One theory."""
    scope = "".join(f"- {condition.text.en}\n" for condition in theory.conditions)
    works = "".join(f"- {citation}\n" for citation in theory.references.values())
    rows = (
        (known.implications[name].label.en, likelihood.words, known.implications[name].baseline.words,
         f"{likelihood.reason.en} ({likelihood.citation})")
        for name, likelihood in theory.expects.items()
    )  # fmt: skip
    expects = table(("expects", "likelihood", "baseline", "why"), rows)
    head = (
        f"\n### {theory.label.en}",
        f"*{theory.label.id}*",
        f"`{theory.name}`. {theory.authors.en}",
        theory.claim.en,
    )
    return "\n\n".join((*head, theory.claim.id, f"Holds where:\n\n{scope}", f"After:\n\n{works}", expects))


def case_format() -> str:
    """The files of a case, from the records that declare their columns."""
    from timbang.tables import contracts
    from timbang.text import vocabulary

    parts = [part("case-format.md")]
    for contract in contracts().values():
        what = " ".join((contract.record.__doc__ or "").split())
        rows = (
            (
                f"`{c.header}`",
                c.doc,
                KINDS.get(c.kind, c.kind) + (f": {c.among}" if c.among else ""),
                "yes" if c.required else "",
            )
            for c in contract.columns
        )
        key = ", ".join(f"`{name}`" for name in contract.key)
        parts.append(
            f"\n## {contract.file}\n\n{what} Key: {key}.\n\n" + table(("column", "what", "cell", "required"), rows)
        )
    parts.append("\n## Words\n\nThe closed lists, from `vocabulary.csv`.\n")
    for kind, words in vocabulary().items():
        parts.append(
            f"\n### {kind}\n\n"
            + table(("code", "English", "Indonesian"), ((f"`{code}`", t.en, t.id) for code, t in words.items()))
        )
    return "".join(parts)


def commands() -> str:
    """Every command with its help, as the program prints it."""
    import click
    import typer.main

    from timbang.cli.app import app

    group: Any = typer.main.get_command(app)
    top = click.Context(group, info_name="timbang")
    parts = [part("commands.md"), f"\n```text\n{group.get_help(top).strip()}\n```\n"]
    for name, command in group.commands.items():
        with click.Context(command, info_name=name, parent=top) as context:
            parts.append(f"\n## timbang {name}\n\n```text\n{command.get_help(context).strip()}\n```\n")
    return "".join(parts)


PAGES: dict[str, Callable[[], str]] = {
    "measures.md": measures,
    "mechanisms.md": mechanisms,
    "case-format.md": case_format,
    "commands.md": commands,
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """mkdocs' hook: add the generated pages."""
    from mkdocs.structure.files import File

    for name, page in PAGES.items():
        files.append(File.generated(config, name, content=page()))
    return files


if __name__ == "__main__":
    print(PAGES[sys.argv[1]]())
