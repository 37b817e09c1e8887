"""`timbang show THING`: what something that is listed is: a measure, a case, a theory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from timbang.cli.options import Json, Lang
from timbang.errors import misuse

Thing = Annotated[str, typer.Argument(metavar="THING", help="A name that `timbang list` gives, or a case's folder.")]


def show(thing: Thing, lang: Lang = None, json: Json = False) -> None:
    """Say what something that is listed is.

    A measure, case, exporter, source, organization, document format, codebook, theory, typology or implication.
    """
    from timbang.cli.config import language
    from timbang.cli.console import put, put_fields, put_json
    from timbang.cli.headings import heading

    tongue = language(lang)
    descriptions = _descriptions(thing, tongue)
    if json:
        put_json(descriptions)
        return
    for number, fields in enumerate(descriptions):
        if number:
            put()
        fields["kind"] = heading(fields["kind"], tongue)
        parts = [*fields.pop("codes", ()), *fields.pop("tables", ()), *fields.pop("parts", ())]
        put_fields({heading(key, tongue): _one_line(value) for key, value in fields.items()})
        for one in parts:
            put()
            put_fields({heading(key, tongue): _one_line(value) for key, value in one.items()})


def _one_line(value: Any) -> Any:
    if isinstance(value, list):
        return " / ".join(map(str, value))
    return ", ".join(f"{key} {n}" for key, n in value.items()) if isinstance(value, dict) else value


def _descriptions(word: str, lang: Any) -> list[dict[str, Any]]:
    """Every thing of that name: `sco` is a case and an organization."""
    from timbang.cli.things import described, kinds

    if (Path(word) / "case.yml").is_file():
        return [described("cases", word, Path(word), lang)]
    found = {kind: find() for kind, find in kinds().items()}
    same = [
        described(kind, name, thing, lang)
        for kind, things in found.items()
        for name, thing in things.items()
        if name.casefold() == word.casefold()
    ]
    if not same:
        raise _unknown(word, [name for things in found.values() for name in things])
    return same


def _unknown(word: str, known: list[str]) -> Exception:
    from difflib import get_close_matches

    near = get_close_matches(word[:80].casefold(), known, n=3)
    return misuse(f"there is nothing called {word[:80]!r}",
                  expected=", ".join(near), todo="See all with: timbang list")  # fmt: skip
