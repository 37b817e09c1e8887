"""How fast passages are coded: MB a second on one core and two, beside spaCy and compiled expressions; and memory.

Run `uv run --with spacy python benchmarks/coding.py [find|code|memory]` (spaCy is left out where it is absent). Text:
the General Debate speeches in ../shared/documents/ungdc. MB are millions of characters.

All three search for the same terms: a term that ends in a star stands for the word forms of these speeches that it
finds, for PhraseMatcher knows no stems. spaCy's blank English tokenizer leaves some words together
(`terrorism.The`); so its hits are also shown with a tokenizer that splits at every sign that is no letter.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from _timing import cost, machine

from timbang.evidence.codebook import open_codebook
from timbang.evidence.coders import _signs
from timbang.evidence.coders._phrases import Finder
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.ledger import writing
from timbang.evidence.ledger_lines import FILE
from timbang.evidence.terms import HAN, Phrase
from timbang.evidence.work import code_documents
from timbang.model.documents import Passage

SPEECHES = Path(__file__).parent.parent.parent / "shared/documents/ungdc"
RUNS, SLOW_RUNS, SAMPLE = 5, 1, 20  # runs; of what is very slow; speeches it is timed on
AIM = 10  # times PhraseMatcher
Spans = set[tuple[int, int]]


def load(name: str) -> tuple[str, Sequence[Passage]]:
    """A speech by file name (or `copy/name`), as one passage per paragraph would be read from a frozen text."""
    text = (SPEECHES / name.rpartition("/")[2]).read_text(encoding="utf-8-sig")
    return text, [Passage(id="p0001", start=0, end=len(text))]


def names() -> list[str]:
    return sorted(path.name for path in SPEECHES.glob("*.txt"))


def forms(texts: Sequence[str]) -> list[Phrase]:
    """Every phrase of the codebook, stems written out as the word forms that occur in the texts."""
    words = sorted({word for text in texts for word in re.findall(r"\w+", text.lower())})
    found: list[Phrase] = []
    for code in open_codebook("balancing").codes.values():
        for part in (part for terms in code.terms.values() for term in terms for part in (term.first, term.second)):
            for phrase in part:
                if not HAN.match(phrase[0]):
                    found += written_out(phrase, words)
    return sorted(set(found))


def written_out(phrase: Phrase, words: list[str]) -> list[Phrase]:
    choices: list[Phrase] = [()]
    for word in phrase:
        stem = word.removesuffix("*")
        ends = [w for w in words if w.startswith(stem)] if stem != word else [word]
        choices = [(*choice, end) for choice in choices for end in ends]
    return choices


def by_timbang(phrases: list[Phrase]) -> Callable[[str], Spans]:
    finder = Finder(phrases)
    return lambda text: {(a, b) for a, b, _ in finder.find(_signs.read(text))}


def by_expressions(phrases: list[Phrase]) -> Callable[[str], Spans]:
    compiled = [re.compile(r"\b" + r"[\s\-'’]+".join(map(re.escape, phrase)) + r"\b") for phrase in phrases]
    return lambda text: {found.span() for each in compiled for found in each.finditer(text.lower())}


def by_spacy(phrases: list[Phrase], plain: bool) -> Callable[[str], Spans]:
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.tokenizer import Tokenizer

    nlp = spacy.blank("en")
    nlp.max_length = 10**8
    ends = {"prefix_search": re.compile(r"^\W").search, "suffix_search": re.compile(r"\W$").search}
    split = Tokenizer(nlp.vocab, infix_finditer=re.compile(r"\W").finditer, **ends) if plain else nlp.tokenizer
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    # A hyphen is a token of its own; both ways of writing a phrase are searched for.
    matcher.add("terms", [split(sign.join(phrase)) for phrase in phrases for sign in (" ", "-")])

    def find(text: str) -> Spans:
        document = split(text)
        return {(document[a].idx, document[b - 1].idx + len(document[b - 1])) for _, a, b in matcher(document)}

    return find


def finders(phrases: list[Phrase]) -> dict[str, Callable[[str], Spans]]:
    found = {"timbang": by_timbang(phrases)}
    try:
        found["PhraseMatcher"] = by_spacy(phrases, plain=False)
        found["PhraseMatcher, split at every sign"] = by_spacy(phrases, plain=True)
    except ImportError:
        print("spaCy is not installed: left out")
    return found | {"loop of expressions": by_expressions(phrases)}


def rate(find: Callable[[str], Spans], texts: Sequence[str], runs: int) -> float:
    """Millions of characters a second of processor time, the median of runs after one that is not counted."""
    size, seconds = sum(map(len, texts)) / 1e6, []
    for _ in range(runs + (runs > 1)):
        began = time.process_time()
        for text in texts:
            find(text)
        seconds.append(time.process_time() - began)
    return size / median(seconds[runs > 1 :])


def find() -> None:
    raw = [load(name)[0] for name in names()]
    phrases = forms(raw)
    compare("the speeches as they are (to spaCy a line end between two words is a word)", raw, phrases)
    compare("the same with one blank for all white space", [" ".join(text.split()) for text in raw], phrases)


def compare(title: str, texts: Sequence[str], phrases: list[Phrase]) -> None:
    """Equal hits first, then the rates."""
    print(f"\n{title}: {len(phrases)} terms, {len(texts)} speeches, {sum(map(len, texts)) / 1e6:.1f} MB, one core")
    spans = [by_timbang(phrases)(text) for text in texts]
    print(f"{'':36} {'hits':>8} {'not by timbang':>14} {'only by it':>10} {'MB/s':>8}")
    rates = {}
    for name, each in finders(phrases).items():
        some = SAMPLE if name.startswith("loop") else len(texts)
        theirs = [each(text) for text in texts[:some]]
        other = sum(len(a - b) for a, b in zip(theirs, spans, strict=False))
        mine = sum(len(b - a) for a, b in zip(theirs, spans, strict=False))
        rates[name] = rate(each, texts[:some], SLOW_RUNS if name.startswith("loop") else RUNS)
        note = f"  ({some} speeches)" if some < len(texts) else ""
        print(f"{name:36} {sum(map(len, theirs)):8} {other:14} {mine:10} {rates[name]:8.2f}{note}")
    for name, speed in list(rates.items())[1:]:
        print(f"timbang is {rates['timbang'] / speed:.1f} times {name}" + (f" (aim: {AIM})" if "Ph" in name else ""))


def code() -> None:
    """Whole coding, with denial, speakers and the ledger, from files on the disk."""
    files = names()
    size = sum((SPEECHES / name).stat().st_size for name in files) / 1e6
    print(f"\ncoding {len(files)} speeches ({size:.1f} MB) to a ledger on the disk, seconds of wall time")
    book = open_codebook("balancing")
    for copies in (1, 10):
        many = [f"{n}/{name}" for n in range(copies) for name in files]
        for cores in (1, 2):
            with tempfile.TemporaryDirectory() as folder, writing(Path(folder)) as ledger:
                began = time.perf_counter()
                done = code_documents(many, load, LexicalCoder(), book, ledger, set(), cores)
                seconds = time.perf_counter() - began
                line = f"{done.coded:6} documents, {cores} cores: {seconds:6.1f} s, {copies * size / seconds:6.2f} MB/s"
                print(f"{line}, {done.codings} codings, ledger {(Path(folder) / FILE).stat().st_size / 1e6:.0f} MB")


def stream(copies: int, folder: str) -> None:
    """What `memory` measures: a process that codes the speeches so many times over."""
    many = [f"{n}/{name}" for n in range(copies) for name in names()]
    with writing(Path(folder)) as ledger:
        code_documents(many, load, LexicalCoder(), open_codebook("balancing"), ledger, set(), 1)


def memory() -> None:
    print("\npeak memory of a process that codes the speeches 1 and 10 times over")
    for copies in (1, 10):
        with tempfile.TemporaryDirectory() as folder:
            used = cost([sys.executable, __file__, "stream", str(copies), folder], Path.cwd())
            print(f"{copies * len(names()):6} documents: {used.mebibytes:.0f} MiB, {used.seconds:.1f} s")


def main(parts: list[str]) -> None:
    print(machine(), f"load {os.getloadavg()[0]:.1f}")
    works = {"find": find, "code": code, "memory": memory}
    for part in parts or list(works):
        works[part]()


if __name__ == "__main__":
    if sys.argv[1:2] == ["stream"]:
        stream(int(sys.argv[2]), sys.argv[3])
    else:
        main(sys.argv[1:])
