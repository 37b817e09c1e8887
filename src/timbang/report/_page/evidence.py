"""The rows behind a finding as a list: what the row is about, its file, and each source with its place in it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from timbang.findings.finding import Evidence
from timbang.report._reader import Reader

MOST = 40  # rows listed beneath one statement


def anchor(source: str) -> str:
    """The id of a source on the page."""
    return "source-" + "-".join(source.split())


class Rows:
    """Writes lists of rows in one language; each row's words are made once."""

    def __init__(self, reader: Reader, most: int = MOST):
        self._reader, self._most = reader, most
        self._made: dict[Evidence, Markup] = {}
        self._named: dict[tuple[str, str], Markup] = {}

    def __call__(self, evidence: Sequence[Evidence], where: str) -> Markup:
        """The list; past the limit it says how many more there are, and in which file."""
        if not evidence:
            return Markup("<p>{}</p>").format(self._reader.word("no_rows"))
        grouped: dict[tuple[str, str], list[Evidence]] = {}
        for row in evidence:
            grouped.setdefault((row.file, row.id), []).append(row)
        shown = list(grouped.items())[: self._most]
        items = Markup("").join(self._item(key, rows) for key, rows in shown)
        left = len(grouped) - len(shown)
        more = (
            Markup('<p class="more">{}</p>').format(self._reader.word("more_rows", n=left, where=where)) if left else ""
        )
        return Markup('<ul class="rows">{}</ul>{}').format(items, more)

    def _item(self, key: tuple[str, str], rows: Sequence[Evidence]) -> Markup:
        if key not in self._named:
            self._named[key] = Markup("<li>{} <code>{}</code>: ").format(self._about(*key), key[0])
        return self._named[key] + Markup("; ").join(self._cited(row) for row in rows) + Markup("</li>")

    def _about(self, file: str, id: str) -> str:
        subject, _, state = id.partition("/")
        said = self._reader.name(subject) if not subject.isdigit() else self._reader.word("line", n=subject)
        return f"{said}, {self._reader.name(state)}" if state else said

    def _cited(self, row: Evidence) -> Markup:
        if row not in self._made:
            place = escape(self._reader.locator(row.locator))
            self._made[row] = Markup('<a href="#{}">{}</a>, {}').format(
                anchor(row.source), self._reader.source(row.source), place
            )
        return self._made[row]
