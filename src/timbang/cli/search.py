"""`timbang search CASE QUERY`: where the texts of a case's documents say something, in any script."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import CaseWord, Json

if TYPE_CHECKING:
    from timbang.model import Case, Document
    from timbang.store.fulltext import Hit

Query = Annotated[list[str], typer.Argument(metavar="QUERY", help='Words, in any script; "several words" as one.')]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="Show the first N passages.")]


def search(case: CaseWord, query: Query, limit: Limit = 100, json: Json = False) -> None:
    """Search the documents of a case.

    Passages that hold every word of the query, each with its document, page, passage and context.
    """
    from timbang.cli.console import counted, put, put_json, say
    from timbang.cli.opening import opened

    opened_case = opened(case)
    documents, hits = _hits(opened_case, " ".join(map(_term, query)), limit)
    if json:
        put_json([_plain(hit, documents[hit.document]) for hit in hits])
    else:
        for hit in hits:
            put(f"{_place(hit, documents[hit.document])}\n  {_context(hit)}")
    more = f" (the first {limit}; more with --limit)" if len(hits) == limit else ""
    say(f"{counted(len(hits), 'passage')} in {counted(len(documents), 'document')}{more}")
    _say_what_is_missing(opened_case, len(documents))


def _hits(case: Case, query: str, limit: int) -> tuple[dict[str, Document], list[Hit]]:
    """The documents that have a text, by the key of that text, and the passages found."""
    from timbang.casefile.texts import load
    from timbang.cli.console import Progress
    from timbang.coding.texts import with_text
    from timbang.store.fulltext import Index

    progress = Progress()
    documents = with_text(case)
    try:
        with Index() as index:
            for number, (key, row) in enumerate(documents.items(), start=1):
                progress(f"indexing {number} of {len(documents)}: {row.title}")
                index.add(key, partial(load, case.folder, row.sha256))
            return documents, index.search(query, list(documents), limit)
    finally:
        progress.done()


def _term(word: str) -> str:
    """An argument as it was given: one that the shell took out of quotation marks gets them back."""
    return f'"{word}"' if " " in word and '"' not in word else word


def _place(hit: Hit, row: Document) -> str:
    page = f", p. {hit.page}" if hit.page else ""
    return f"{row.source}: {row.title}{page}, {hit.passage}"


def _context(hit: Hit) -> str:
    return " ".join(f"{hit.before}«{hit.words}»{hit.after}".split())


def _plain(hit: Hit, row: Document) -> dict[str, Any]:
    return {"document": row.sha256, "source": row.source, "title": row.title, "page": hit.page,
            "passage": hit.passage, "start": hit.start, "end": hit.end, "before": hit.before, "words": hit.words,
            "after": hit.after}  # fmt: skip


def _say_what_is_missing(case: Case, searched: int) -> None:
    from timbang.cli.console import counted, say
    from timbang.model import Document

    listed = len(case.of(Document))
    if not listed:
        say("the case lists no documents; add some with: timbang add document FILE --case CASE")
    elif searched < listed:
        say(f"not searched: {counted(listed - searched, 'document')} that the case lists without having the text")
