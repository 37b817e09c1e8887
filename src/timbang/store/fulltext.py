"""Finds words in frozen texts, in any script: an SQLite index of three-letter runs in the user's cache.

A text is indexed once, under the hash of its content; a case names the texts it asks for. What is too short for
the index (one or two characters, as many Chinese words are) is looked for in the texts themselves.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timbang.errors import misuse, stop
from timbang.model.documents import Extracted
from timbang.store.folding import find, fold, terms

SCHEMA = 1
CONTEXT = 60  # code points shown before and after a hit
LONGEST_QUERY = 500  # code points
INDEXED = 3  # code points from which a term is found through the index
TABLES = """
CREATE TABLE texts (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE passages (number INTEGER PRIMARY KEY, text INTEGER NOT NULL, id TEXT NOT NULL, page INTEGER,
                       start INTEGER NOT NULL, words TEXT NOT NULL);
CREATE INDEX passages_by_text ON passages (text);
CREATE VIRTUAL TABLE folded USING fts5 (words, tokenize = "trigram case_sensitive 1");
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where a query's first term stands, with what stands around it."""

    document: str  # the key of its text
    passage: str
    page: int | None
    start: int  # code points in the frozen text
    end: int
    before: str
    words: str
    after: str


class Index:
    """The index in a folder: of the user's cache, unless another is named. Use it in a `with`, or close it."""

    def __init__(self, folder: Path | None = None):
        folder = folder or _cache()
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"fulltext-{SCHEMA}.sqlite"
        try:
            self._base = _connected(self._path)
        except sqlite3.DatabaseError:  # whatever is wrong with it: it can be built anew
            self._path.unlink(missing_ok=True)
            self._base = _connected(self._path)

    def add(self, key: str, text: Callable[[], Extracted]) -> bool:
        """Index a text, read only if no text of that content hash is there; whether it was read."""
        if self._base.execute("SELECT 1 FROM texts WHERE key = ?", (key,)).fetchone():
            return False
        found = text()
        with self._base as base:
            number = base.execute("INSERT OR IGNORE INTO texts (key) VALUES (?)", (key,)).lastrowid
            for one in found.passages:
                words = found.text[one.start : one.end]
                row = (number, one.id, one.page, one.start, words)
                place = base.execute("INSERT INTO passages (text, id, page, start, words) VALUES (?, ?, ?, ?, ?)", row)
                base.execute("INSERT INTO folded (rowid, words) VALUES (?, ?)", (place.lastrowid, fold(words)))
        return True

    def search(self, query: str, keys: Sequence[str], limit: int = 100) -> list[Hit]:
        """Passages of the texts named that hold every term of the query, in the order of keys and of the text.

        Terms are parted by spaces; "words in quotation marks" are one term. Small and capital letters are one,
        as are composed and decomposed accents. UsageError if the query is empty.
        """
        wanted = terms(query)
        if not wanted or len(query) > LONGEST_QUERY:
            raise misuse("there is nothing to search for" if not wanted else "the query is too long", value=query,
                         expected=f"words of at most {LONGEST_QUERY} characters")  # fmt: skip
        with self._base as base:
            base.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key TEXT PRIMARY KEY, place INTEGER)")
            base.execute("DELETE FROM wanted")
            base.executemany("INSERT OR IGNORE INTO wanted VALUES (?, ?)", zip(keys, range(len(keys)), strict=True))
        return [_hit(row, wanted[0]) for row in self._rows(wanted, limit)]

    def _rows(self, wanted: Sequence[str], limit: int) -> Iterator[tuple[str, str, int | None, int, str]]:
        """Passages that hold all terms: through the index where a term is long enough, else by looking."""
        tests = ["instr(folded.words, ?) > 0"] * len(wanted)
        values: list[str] = list(wanted)
        if indexed := [term for term in wanted if len(term) >= INDEXED]:
            tests.insert(0, "folded MATCH ?")
            values.insert(0, " AND ".join('"' + term.replace('"', '""') + '"' for term in indexed))
        sql = f"""SELECT texts.key, passages.id, passages.page, passages.start, passages.words
                  FROM folded JOIN passages ON passages.number = folded.rowid
                  JOIN texts ON texts.number = passages.text JOIN wanted ON wanted.key = texts.key
                  WHERE {" AND ".join(tests)} ORDER BY wanted.place, passages.start LIMIT ?"""
        yield from self._base.execute(sql, (*values, limit))

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _hit(row: tuple[str, str, int | None, int, str], term: str) -> Hit:
    key, passage, page, start, words = row
    at, end = find(words, term)
    return Hit(
        document=key, passage=passage, page=page, start=start + at, end=start + end,
        before=words[max(0, at - CONTEXT) : at], words=words[at:end], after=words[end : end + CONTEXT],
    )  # fmt: skip


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=60)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("BEGIN IMMEDIATE")
        if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'texts'").fetchone():
            for statement in TABLES.split(";\n"):
                base.execute(statement)
        base.commit()
        base.execute("SELECT count(*) FROM texts").fetchone()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base


def _cache() -> Path:
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("timbang"))
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    raise stop("there is no folder for the search index", value=str(folder), todo="Make the cache folder writable")
