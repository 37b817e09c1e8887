"""Ways to spoil a case, each with what must come of it: an oracle, and not just "no traceback"."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from timbang.tables import Column, contracts

Files = dict[str, bytes]
Rows = list[list[str]]


@dataclass(frozen=True)
class Outcome:
    """What must come of a mutation.

    `told`: a problem names this file, and the column and line where they are given. `same`: every
    file gives the rows it gave before. `changed`: accepted, and just one row differs. `any`: only
    what holds of every case. `rows` is how many rows the spoilt file has (None: it has no text).
    """

    kind: Literal["told", "same", "changed", "any"]
    file: str
    rows: int | None
    column: str = ""
    line: int = 0


Mutation = Callable[[random.Random, Files], Outcome | None]  # None: not possible here


def table(files: Files, name: str) -> Rows:
    return list(csv.reader(io.StringIO(files[name].decode("utf-8"))))


def store(files: Files, name: str, rows: Rows, **how: object) -> None:
    out = io.StringIO()
    csv.writer(out, **{"lineterminator": "\n", **how}).writerows(rows)  # type: ignore[arg-type]
    files[name] = out.getvalue().encode("utf-8")


def tables(files: Files) -> list[str]:
    return [name for name in files if name in contracts() and len(table(files, name)) > 1]


def pick_cell(
    rng: random.Random, files: Files, kinds: tuple[str, ...], filled: bool = True
) -> tuple[str, int, Column] | None:
    """A cell of these kinds: file, row index, column. `filled`: one that has something in it."""
    there = {n: table(files, n)[0] for n in tables(files)}  # optional columns may be absent
    columns = [(n, c) for n in there for c in contracts()[n].columns if c.kind in kinds and c.header in there[n]]
    rng.shuffle(columns)
    for name, column in columns:
        rows = table(files, name)
        at = rows[0].index(column.header)
        where = [i for i, row in enumerate(rows) if i and (row[at] or not filled)]
        if where:
            return name, rng.choice(where), column
    return None


def put(files: Files, name: str, row: int, header: str, value: str) -> int:
    """Write a cell; the number of rows of the file."""
    rows = table(files, name)
    rows[row][rows[0].index(header)] = value
    store(files, name, rows)
    return len(rows) - 1


def line_of(files: Files, name: str, row: int) -> int:
    """The line a row begins on, counted apart from the reader: line ends in the rows before it."""
    rows = table(files, name)
    return 1 + sum(1 + sum(cell.count("\n") for cell in cells) for cells in rows[:row])


def cells(kinds: tuple[str, ...], *values: str, filled: bool = False) -> Mutation:
    """Any cell of these kinds gets a value it cannot have: a problem names the cell."""

    def mutate(rng: random.Random, files: Files) -> Outcome | None:
        found = pick_cell(rng, files, kinds, filled)
        if found is None:
            return None
        name, row, column = found
        line = line_of(files, name, row)
        rows = put(files, name, row, column.header, rng.choice(values))
        return Outcome("told", name, rows, column.header, line)

    return mutate


def required_emptied(rng: random.Random, files: Files) -> Outcome | None:
    name = rng.choice(tables(files))
    column = rng.choice([c for c in contracts()[name].columns if c.required])
    row = rng.randrange(1, len(table(files, name)))
    line = line_of(files, name, row)
    return Outcome("told", name, put(files, name, row, column.header, rng.choice(["", "  "])), column.header, line)


def row_doubled(rng: random.Random, files: Files) -> Outcome:
    name = rng.choice(tables(files))
    rows = table(files, name)
    rows.append(list(rows[rng.randrange(1, len(rows))]))
    store(files, name, rows)
    return Outcome("told", name, len(rows) - 1, contracts()[name].key[0], line_of(files, name, len(rows) - 1))


def row_of_other_width(rng: random.Random, files: Files) -> Outcome:
    name = rng.choice(tables(files))
    rows = table(files, name)
    row = rng.randrange(1, len(rows))
    line = line_of(files, name, row)
    rows[row] = rows[row][:-1] if rng.random() < 0.5 else [*rows[row], rng.choice(["", "x"])]
    store(files, name, rows)
    return Outcome("told", name, len(rows) - 1, "", line)


def quote_left_open(rng: random.Random, files: Files) -> Outcome:
    name = rng.choice(tables(files))
    lines = files[name].decode("utf-8").split("\n")
    row = rng.randrange(1, len(lines) - 1)
    lines[row] = '"' + lines[row]
    files[name] = "\n".join(lines).encode("utf-8")
    return Outcome("told", name, len(lines) - 2, "", row + 1)


def quote_anywhere(rng: random.Random, files: Files) -> Outcome:
    """A quotation mark too many or too few: whatever it does to its row, it costs no other."""
    name = rng.choice(tables(files))
    text = files[name].decode("utf-8")
    rows, body = len(table(files, name)) - 1, text.index("\n") + 1
    marks = [i for i in range(body, len(text)) if text[i] == '"']
    at = rng.choice(marks) if marks and rng.random() < 0.5 else rng.randrange(body, len(text))
    files[name] = (text[:at] + text[at + 1 :] if text[at] == '"' else text[:at] + '"' + text[at:]).encode("utf-8")
    return Outcome("any", name, rows)


def header_changed(rng: random.Random, files: Files) -> Outcome:
    name = rng.choice(tables(files))
    rows = table(files, name)
    at = rng.choice([i for i, header in enumerate(rows[0]) if header in contracts()[name].needed])
    how, column = rng.choice(["renamed", "dropped", "doubled", "stray", "nameless"]), rows[0][at]
    if how == "renamed":
        rows[0][at] = column = rng.choice(["", "my ", "x_"]) + column.upper()
    elif how == "dropped":
        rows = [row[:at] + row[at + 1 :] for row in rows]
    elif how == "doubled":
        rows = [[*row, row[at]] for row in rows]
    else:
        column = "mine" if how == "stray" else ""
        rows = [[*row, column] for row in rows]
    store(files, name, rows)
    return Outcome("told", name, len(rows) - 1, column, 1)


def text_spoilt(rng: random.Random, files: Files) -> Outcome | None:
    found = pick_cell(rng, files, ("text",))
    if found is None:
        return None
    name, row, column = found
    value = "a" + rng.choice(["\x00", "\x07", "\x1b[31m", "\ufeff", "\x9f", "x" * 20_001]) + "b"
    line = line_of(files, name, row)
    return Outcome("told", name, put(files, name, row, column.header, value), column.header, line)


def windows_1252(rng: random.Random, files: Files) -> Outcome | None:
    found = pick_cell(rng, files, ("text",))
    if found is None:
        return None
    name, row, column = found
    line = line_of(files, name, row)
    rows = put(files, name, row, column.header, "Déjà vu")
    text = "".join(c if c == "é" or c == "à" or c.isascii() else "?" for c in files[name].decode("utf-8"))
    files[name] = text.encode("cp1252")
    first = next(i for i, part in enumerate(text.split("\n"), 1) if not part.isascii())
    return Outcome("told", name, rows, "", min(first, line))


def rewritten(rng: random.Random, files: Files) -> Outcome:
    """Another way to write the same rows."""
    name = rng.choice(tables(files))
    rows = table(files, name)
    how = rng.choice(
        ["utf16", "mark", "crlf", "cr", "quoted", "shuffled", "blank lines", "no last line end", "spaces", "tabs"]
    )
    if how == "shuffled":
        order = rng.sample(range(len(rows[0])), len(rows[0]))
        store(files, name, [[row[i] for i in order] for row in rows])
    elif how == "tabs":
        store(files, name, rows, delimiter="\t")
    elif how == "quoted":
        store(files, name, rows, quoting=csv.QUOTE_ALL)
    elif how == "spaces":
        store(files, name, [[f" {cell}  " for cell in row] for row in rows])
    text = files[name].decode("utf-8")
    other = {
        "utf16": lambda: text.encode("utf-16"),
        "mark": lambda: text.encode("utf-8-sig"),
        "crlf": lambda: text.replace("\n", "\r\n").encode(),
        "cr": lambda: text.replace("\n", "\r").encode(),
        "blank lines": lambda: (text + "\n \n\n").encode(),
        "no last line end": lambda: text.rstrip("\n").encode(),
    }
    files[name] = other[how]() if how in other else files[name]
    return Outcome("same", name, len(rows) - 1)


def as_excel_writes_in_jakarta(rng: random.Random, files: Files) -> Outcome:
    """Semicolons, decimal commas, CRLF, a byte order mark."""
    name = rng.choice(tables(files))
    rows = table(files, name)
    kinds = {c.header: c.kind for c in contracts()[name].columns}
    numbers = [i for i, header in enumerate(rows[0]) if kinds[header] in ("number", "numbers")]
    for row in rows[1:]:
        for i in numbers:
            row[i] = row[i].replace(".", ",")
    store(files, name, rows, delimiter=";", lineterminator="\r\n")
    files[name] = b"\xef\xbb\xbf" + files[name]
    return Outcome("same", name, len(rows) - 1)


def orphaned(rng: random.Random, files: Files) -> Outcome:
    name, rows = "participants.csv", table(files, "participants.csv")
    row = rng.randrange(1, len(rows))
    line = line_of(files, name, row)
    column, value = rng.choice([("exercise", "no-such-exercise"), ("source", "no_such_source")])
    return Outcome("told", name, put(files, name, row, column, value), column, line)


def uncited(rng: random.Random, files: Files) -> Outcome | None:
    found = pick_cell(rng, files, ("source",))
    if found is None:
        return None
    name, row, column = found
    line = line_of(files, name, row)
    return Outcome("told", name, put(files, name, row, column.header, "no_such_source"), column.header, line)


def reversed_dates(rng: random.Random, files: Files) -> Outcome:
    name, rows = "exercises.csv", table(files, "exercises.csv")
    start = rows[0].index("start")
    row = rng.choice([i for i, cells in enumerate(rows) if i and cells[start]])
    line = line_of(files, name, row)
    return Outcome(
        "told", name, put(files, name, row, "end", rng.choice(["1950", "1950-01", "1999-12-31"])), "end", line
    )


def misaligned(rng: random.Random, files: Files) -> Outcome:
    name, rows = "exercises.csv", table(files, "exercises.csv")
    column, value = rng.choice(
        [("lat", "1.5|2.5|3.5|4.5|5.5|6.5"), ("precision", "town||||||site"), ("lon", "200"), ("lat", "-91")]
    )
    place = rows[0].index("place")
    row = rng.choice([i for i, cells in enumerate(rows) if i and len(cells[place].split("|")) < 6])
    line = line_of(files, name, row)
    return Outcome("told", name, put(files, name, row, column, value), column, line)


def cut_short(rng: random.Random, files: Files) -> Outcome:
    """Cut after a whole number of lines: the rows that are left are as they were."""
    name = rng.choice(["events.csv", "figures.csv", "agreements.csv", "memberships.csv"])
    name = name if name in files else "figures.csv"
    lines = files[name].decode("utf-8").split("\n")
    keep = rng.randrange(1, len(lines) - 1)
    files[name] = "\n".join(lines[:keep]).encode("utf-8")
    return Outcome("any", name, keep - 1)


def bytes_flipped(rng: random.Random, files: Files) -> Outcome:
    """Anything at all: only what holds of every case is asked."""
    name = rng.choice(sorted(files))
    data = bytearray(files[name])
    for _ in range(rng.randrange(1, 40)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    files[name] = bytes(data)
    return Outcome("any", name, None)


def emptied(rng: random.Random, files: Files) -> Outcome:
    name = rng.choice([*tables(files), "case.yml"])
    files[name] = rng.choice([b"", b"\n\n", b"\xef\xbb\xbf", b"PK\x03\x04" + bytes(60), b"\x00" * 100])
    return Outcome("told", name, None)


def head_spoilt(rng: random.Random, files: Files) -> Outcome:
    text = files["case.yml"].decode("utf-8")
    spoilt = rng.choice(
        [
            f"{text}\nmine: 1\n",
            f"{text}\norders: !!python/object:os.system [x]\n",
            f"{text}\norders: &a [x]\nmechanisms: *a\n",
            f"{text}\norders: {'[' * 60}{']' * 60}\n",
            f"{text}\n---\n{text}",
            text.replace("organization:", "organizatoin:", 1),
            text.replace("format: 1", "format: 2", 1),
            text.replace("format: 1", "format: 1.0", 1),
            text.replace("from:", "from: 2", 1),
            text.replace("title:", "title:\n\t", 1),
            f"{text}\n" + "".join(f"x{i}: &x{i} [*x{i - 1}, *x{i - 1}]\n" for i in range(1, 30)),
            f"{text}\nformat: 1\n",
            f"{text}\n<<: {{engine: duckdb}}\n",
        ]
    )
    files["case.yml"] = spoilt.encode("utf-8")
    return Outcome("told", "case.yml", None)


def bibliography_spoilt(rng: random.Random, files: Files) -> Outcome:
    text = files["references.bib"].decode("utf-8")
    entries = [i for i in range(len(text)) if text.startswith("\n@", i)]
    at = rng.choice(entries) + 1
    brace = text.index("{", at)
    spoilt = rng.choice(
        [
            text[:brace] + text[brace + 1 :],
            text + "\n" + text[at : text.find("\n@", at) if text.find("\n@", at) > 0 else None] + "\n",
            text + "\n@book{open, title = {never closed\n",
            text + "\n@book{twice, title = {a}, title = {b}}\n",
        ]
    )
    files["references.bib"] = spoilt.encode("utf-8")
    return Outcome("told", "references.bib", None)


def figure_changed(rng: random.Random, files: Files) -> Outcome:
    """Another valid figure: accepted, and one row differs."""
    options = [("exercises.csv", "troops"), ("participants.csv", "troops")]
    name, column = rng.choice(options)
    rows = table(files, name)
    at = rows[0].index(column)
    row = rng.choice([i for i, cells in enumerate(rows) if i and cells[at]])
    line = line_of(files, name, row)
    value = str(int(rows[row][at]) + rng.randrange(1, 9999))
    return Outcome("changed", name, put(files, name, row, column, value), column, line)


STATES = ("Kazakstan", "QQQ", "Rusia", "kaz", "Korea", "KAZ RUS", "KAZ,RUS", "KAZ||RUS", "中国", "KAZ?", "-9")
MUTATIONS: dict[str, Mutation] = {
    "unknown state": cells(("state", "states"), *STATES),
    "ambiguous number": cells(("count", "number"), "1.300", "1,300", "12.000", "1.300.000", "1 300", "٣"),
    "no number": cells(("count", "number", "numbers"), "many", "1e5", "0x10", "nan", "+5", "--1", "1..2", "½", "5 %"),
    "impossible date": cells(
        ("edtf",), "2007-13", "2007-02-30", "09/08/2007", "August 2007", "2007-8-9", "39303", "2007/2008"
    ),
    "unknown word": cells(("word", "words"), "fun", "Participant ", "yes|no", "counter terrorism", "?"),
    "no short name": cells(("slug",), "Peace Mission", "a--b", "-a", "a/../b", "é", "A"),
    "no year": cells(("year",), "07", "20007", "c. 2007", "2007-08", "2007.0"),
    "required emptied": required_emptied,
    "row doubled": row_doubled,
    "row of other width": row_of_other_width,
    "quote left open": quote_left_open,
    "quote anywhere": quote_anywhere,
    "header changed": header_changed,
    "text spoilt": text_spoilt,
    "windows 1252": windows_1252,
    "rewritten": rewritten,
    "as Excel writes": as_excel_writes_in_jakarta,
    "orphaned": orphaned,
    "uncited": uncited,
    "reversed dates": reversed_dates,
    "misaligned": misaligned,
    "cut short": cut_short,
    "bytes flipped": bytes_flipped,
    "emptied": emptied,
    "head spoilt": head_spoilt,
    "bibliography spoilt": bibliography_spoilt,
    "figure changed": figure_changed,
}
