"""A person codes in the terminal, passage by passage, blind to what others gave. All that is shown goes to stderr."""

from __future__ import annotations

import textwrap

from timbang.cli.console import counted, say
from timbang.cli.reviewing import asked
from timbang.coding.coders import ledger
from timbang.coding.texts import texts_of, to_code
from timbang.errors import UsageError, misuse
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders.terminal import Given, next_passages, record
from timbang.evidence.ledger import entries
from timbang.model import Case

HELP = """codes or their numbers, separated by spaces; enter alone: no code applies
  !code        the passage denies it
  code@Name    somebody is quoted as saying it (code@ without a name, if it is not told who)
  ?            the codes; ? CODE: its definition       q: quit"""


def ask(case: Case, book: Codebook, name: str) -> None:
    """Go through the passages that this person has not read; each answer is on the disk before the next question."""
    titles = {row.sha256: f"{row.source}: {row.title}" for row in to_code(case)}
    texts = texts_of(case.folder, to_code(case))
    waiting = next_passages(texts, list(entries(case.folder)), name, book)
    read = codings = 0
    say(HELP)
    with ledger(case.folder) as opened:
        for one in waiting:
            page = f", p. {one.passage.page}" if one.passage.page else ""
            say(f"\n{titles[one.document]}{page}, {one.passage.id}\n\n{_wrapped(one.words)}\n")
            given = _answer(book)
            if given is None:
                break
            codings += len(record(opened, one, given, name, book))
            read += 1
    say(f"\n{counted(read, 'passage')} read, {counted(codings, 'coding')} by {name}")


def _wrapped(words: str) -> str:
    return textwrap.fill(" ".join(words.split()), 100, initial_indent="  ", subsequent_indent="  ")


def _answer(book: Codebook) -> list[Given] | None:
    """What the person gives; None to quit."""
    while True:
        answer = asked("codes: ")
        if answer is None or answer == "q":
            return None
        if answer.startswith("?"):
            say(_told(book, answer[1:].strip()))
            continue
        try:
            return [given(word, book) for word in dict.fromkeys(answer.split())]
        except UsageError as error:
            say(str(error.problems[0]))


def given(word: str, book: Codebook) -> Given:
    """`!code@Name` as what is given; UsageError for a code that the codebook does not have."""
    bare, quoted, speaker = word.removeprefix("!").partition("@")
    codes = list(book.codes)
    code = codes[int(bare) - 1] if bare.isdecimal() and 0 < int(bare) <= len(codes) else bare
    if code not in book.codes:
        raise misuse("the codebook has no such code", value=bare, todo="See them with ?")
    return Given(code, word.startswith("!"), bool(quoted), speaker.replace("_", " "))


def _told(book: Codebook, word: str) -> str:
    """The codes with their numbers, or what one of them means."""
    if not word:
        return "\n".join(
            f"  {n:>3} {code.code}: {code.label.en}" for n, code in enumerate(book.codes.values(), start=1)
        )
    try:
        code = book.codes[given(word, book).code]
    except UsageError as error:
        return str(error.problems[0])
    return "\n".join(
        _wrapped(text) for text in (code.definition.en, f"Include: {code.include.en}", f"Exclude: {code.exclude.en}")
    )
