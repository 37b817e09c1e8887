"""Speeches counted per second, and peak memory, for a corpus and for ten copies of it, on one core and on all.

Run `.venv/bin/python benchmarks/salience.py FOLDER`, FOLDER holding the UN General Debate Corpus. Each copy's speeches
end in a line of their own, so that none is taken from the cache, which is a new one each time. Memory is the largest
of the process and, apart, of those it began.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _timing import machine

COPIES = (1, 10)
ONE = """
import resource, sys
from pathlib import Path
from timbang.adding import counted, kept_counts
from timbang.adding.speeches import threats
from timbang.evidence.codebook import open_codebook
from timbang.sources.ungdc import read
folder, cache, cores = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
kept_counts._folder = lambda: cache
counted._cores = lambda: cores
if __name__ == "__main__":
    speeches = read(folder).found
    book = threats(open_codebook("balancing"))
    sentences = sum(one.sentences for one in counted.each(speeches, book, lambda _: None))
    peaks = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(len(speeches), sentences, *peaks)
"""


def copies(corpus: Path, number: int, folder: Path) -> None:
    """So many copies of every speech, each different."""
    for path in sorted(corpus.glob("*.txt")):
        data = path.read_bytes()
        for n in range(number):
            target = folder / str(n) / path.name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data + b"\n" * 2 + f"Copy {n}.".encode() if n else data)


def main(corpus: Path) -> None:
    print(machine())
    print(f"{'speeches':>9} {'cores':>6} {'kept':>5} {'seconds':>8} {'a second':>9} {'MiB':>5} {'MiB, begun':>11}")
    for number in COPIES:
        with tempfile.TemporaryDirectory() as name:
            folder, script = Path(name) / "speeches", Path(name) / "one.py"
            folder.mkdir()
            script.write_text(ONE, encoding="utf-8")
            copies(corpus, number, folder)
            for cores in sorted({1, os.cpu_count() or 1}):
                cache = Path(name) / f"cache-{cores}"
                cache.mkdir()
                for kept in ("no", "yes"):
                    told(folder, script, cache, cores, kept)


def told(folder: Path, script: Path, cache: Path, cores: int, kept: str) -> None:
    began = time.perf_counter()
    words = [sys.executable, str(script), str(folder), str(cache), str(cores)]
    speeches, _, own, begun = map(int, subprocess.check_output(words, text=True).split())
    seconds = time.perf_counter() - began
    rate = speeches / seconds
    print(f"{speeches:>9} {cores:>6} {kept:>5} {seconds:>8.1f} {rate:>9.0f} {own:>5} {begun:>11}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
