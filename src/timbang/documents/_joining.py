"""Lines into running text: words that a line end broke are put together by a stated rule.

A hyphen (`-`, U+2010, or the soft U+00AD) after a letter at the end of a line, with a letter or digit
beginning the next, is judged in this order:

1. a soft hyphen goes: setters put it only where a word may break;
2. it stays before a capital or a digit (`China-|Russia`, `pasca-|1991`);
3. it stays in a word said twice (`negara-|negara`, `setidak-|tidaknya`);
4. it goes where the document has the joined word elsewhere, and stays where it has the hyphenated one;
5. it stays where the document has both halves as words of their own (`state-|centric`);
6. otherwise it goes (`mem-|bangun`, `об-|щего`).

Lines are joined by a space, but directly after a hyphen and between Chinese or Japanese characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SOFT = "\u00ad"
_HYPHENS = f"-\u2010{SOFT}"
BROKEN = re.compile(rf"([^\W\d_]+)([{_HYPHENS}])$")  # a word broken at the end of a line
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BEGIN = re.compile(r"[^\W_]+")
_WIDE = re.compile(r"[\u2e80-\u2fff\u3000-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
SHARED = 4  # letters that the halves of a word said twice have in common

Words = frozenset[str]


def words(lines: Iterable[str]) -> Words:
    """The words of a document, in small letters: whole ones with their hyphens, and the parts between those."""
    found: set[str] = set()
    broken = False  # whether the line before ended in a hyphen: then this one begins with the rest of a word
    for line in lines:
        body = line.strip().lower()
        body = _BEGIN.sub("", body, count=1) if broken else body
        broken = bool(BROKEN.search(body))
        for match in _WORD.finditer(BROKEN.sub("", body)):
            whole = match[0].replace("\u2010", "-")
            found.add(whole)
            found.update(whole.split("-"))
    return frozenset(found)


def keeps_hyphen(first: str, hyphen: str, second: str, known: Words) -> bool:
    """Whether the hyphen between the end of a line and the beginning of the next belongs to the word."""
    if hyphen == SOFT:
        return False
    if not second[0].islower():
        return True
    first, second = first.lower(), second.lower()
    if _said_twice(first, second):
        return True
    if first + second in known:
        return False
    return f"{first}-{second}" in known or (first in known and second in known and min(len(first), len(second)) > 2)


def _said_twice(first: str, second: str) -> bool:
    """`negara`, `negaranya`; `setidak`, `tidaknya`: one half holds the beginning of the other."""
    if min(len(first), len(second)) < SHARED:
        return len(first) > 1 and (second.startswith(first) or first == second)
    return second[:SHARED] in first or first[:SHARED] in second


def joined(lines: Sequence[str], known: Words = frozenset()) -> str:
    """Lines as one running text, by the rule above."""
    text = ""
    for line in lines:
        line = " ".join(line.split())
        if line:
            text = _after(text, line, known)
    return text


def _after(text: str, line: str, known: Words) -> str:
    if not text:
        return line
    broken, begin = BROKEN.search(text), _BEGIN.match(line)
    if broken and begin:
        keep = keeps_hyphen(broken[1], broken[2], begin[0], known)
        return (text if keep else text[:-1]) + line
    if _WIDE.match(text[-1]) and _WIDE.match(line[0]):
        return text + line
    return f"{text} {line}"


_OVER = re.compile(rf"([^\W\d_]+)([{_HYPHENS}])([ \t]*\n\s*)([^\W\d_][^\s]*)")


def joined_in_place(text: str) -> str:
    """A text whose lines stay as they are, but for the rest of a broken word, which moves up to its beginning."""
    if not re.search(rf"[{_HYPHENS}][ \t]*\n", text):
        return text
    known = words(text.splitlines())

    def mend(found: re.Match[str]) -> str:
        begin = _BEGIN.match(found[4])
        if begin is None or (found[3].count("\n") > 2 or not begin[0][0].islower()):
            return found[0]  # a capital after a hyphen may as well begin a new sentence
        hyphen = found[2] if keeps_hyphen(found[1], found[2], begin[0], known) else ""
        return f"{found[1]}{hyphen}{found[4]}{found[3]}"

    return _OVER.sub(mend, text)
