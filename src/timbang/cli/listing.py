"""`timbang list [KIND]`: what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from timbang.cli.options import Json, Lang
from timbang.errors import misuse
from timbang.text import Lang as Language

KINDS = (
    "measures, cases, exporters, sources, organizations, formats, codebooks, theories, typologies, implications, "
    "claims CASE, findings CASE"
)
OF_CASES = ("theories", "typologies", "implications")  # of which a case may have more
Kind = Annotated[str, typer.Argument(metavar="[KIND]", help=f"One of {KINDS}.")]
Case = Annotated[str, typer.Argument(metavar="[CASE]", help="Whose claims or findings; whose theories, with its own.")]
Row = dict[str, str]


def listing(kind: Kind = "", case: Case = "", lang: Lang = None, json: Json = False) -> None:
    """List what there is, of every kind or one."""
    from timbang.cli.config import language
    from timbang.cli.console import put_json, put_table, say

    rows = list(_rows(kind, case, language(lang)))
    if json:
        put_json(rows)
    elif rows:
        columns = [column for column in rows[0] if not (kind and column == "kind")]
        put_table([row[column] for column in columns] for row in rows)
    else:
        say("there are none")


def _rows(kind: str, case: str, lang: Language) -> Iterator[Row]:
    from timbang.cli.things import kinds, label, one

    if kind in ("claims", "findings"):
        yield from (_claims if kind == "claims" else _findings)(case, lang)
        return
    if kind not in ("", *kinds()):
        raise misuse(f"there is no list of {kind!r}", expected=KINDS)
    if case and kind not in OF_CASES:
        raise misuse(f"`list {kind}` takes no case", value=case)
    for known in (kind,) if kind else kinds():
        for name, thing in (_with_its_own(known, case) if case else kinds()[known]()).items():
            yield {"name": name, "label": label(known, thing, lang), "kind": one(known)}


def _with_its_own(kind: str, word: str) -> Mapping[str, Any]:
    """The theories, typologies or implications that a case is weighed by: those that ship, and its own."""
    from timbang.cli.opening import found
    from timbang.inference.theoryfile import vocabulary

    things: Mapping[str, Any] = getattr(vocabulary(found(word)), kind)
    return things


def _claims(word: str, lang: Language) -> Iterator[Row]:
    from timbang.cli.opening import opened

    for claim in opened(_required(word, "claims")).claims.items:
        yield {"name": claim.id, "label": claim.text[lang], "locator": claim.locator, "kind": "claim"}


def _findings(word: str, lang: Language) -> Iterator[Row]:
    from timbang.cli.opening import concluded

    for finding in concluded(_required(word, "findings")).findings:
        names = finding.detail.get("labels", {}) if finding.kind == "type" else {}  # no type stands by its animal alone
        verdict = names[finding.verdict][lang] if finding.verdict in names else finding.verdict
        yield {"name": finding.id, "label": finding.statement[lang], "verdict": verdict, "kind": finding.kind}


def _required(word: str, kind: str) -> str:
    if not word:
        raise misuse(f"whose {kind}?", todo=f"Name a case: timbang list {kind} sco")
    return word
