"""Adding speeches to a case: how often each threat is named, by state and year; what cannot be read stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timbang.adding import counted
from timbang.adding.flow import cited_key
from timbang.adding.writing import cite
from timbang.casefile import lock, open_case, write_table
from timbang.casefile.staging import staged
from timbang.casefile.views import setting
from timbang.errors import Problem, misuse, stop
from timbang.evidence.codebook import Codebook, open_codebook
from timbang.evidence.salience import Counts
from timbang.measures._intervals import mean
from timbang.model import Case, Salience, Setting
from timbang.model.rows import ALL, THREATS
from timbang.registry import Source, shipped_cases
from timbang.sources.ungdc import Speech

BEFORE = 10  # years before the case's period that are added too, so that a change at its start shows
Said = dict[tuple[str, int], tuple[Counts, list[str]]]  # state and year -> counts, and the files


@dataclass(slots=True)
class Heard:
    """What adding a folder comes to: speeches counted, those of other years, files left out, rows by state."""

    speeches: int
    years: tuple[int, int]
    other_years: int = 0
    counts: Counts = field(default_factory=Counts)  # over all states, also those not of the case
    rows: list[Salience] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)  # states of the case without a speech
    notices: list[Problem] = field(default_factory=list)


def add_speeches(
    folder: Path, source: Source, place: Path, codebook: str, progress: Callable[[str], None]
) -> tuple[Heard, list[Path]]:
    """Count the speeches of a folder, and enter the case's members and outside powers, and all states.

    Adding twice changes nothing; rows that the same codebook gave before, or of the same codes, are replaced.
    TimbangError, and nothing is written, if the case, the codebook or the outcome has a problem.
    """
    if folder in shipped_cases().values():
        todo = "Copy its folder, and add to the copy"
        raise misuse("a case that ships with timbang is not changed", value=folder.name, todo=todo)
    with lock(folder):
        case, book = open_case(folder), threats(open_codebook(codebook, folder))
        heard = hear(source, place, book, setting(case), progress)
        return heard, staged(folder, lambda copy: _fill(copy, case, heard, source, book))


def threats(book: Codebook) -> Codebook:
    """The codebook with only its codes of threats; UsageError if it has none."""
    codes = {name: code for name, code in book.codes.items() if name.startswith(THREATS)}
    if not codes:
        raise misuse("the codebook has no code of a threat", value=book.name,
                     expected=" or ".join(f"a code named {start}..." for start in THREATS))  # fmt: skip
    return replace(book, codes=codes)


def hear(
    source: Source, place: Path, book: Codebook, around: Setting, progress: Callable[[str], None]
) -> Heard:  # fmt: skip
    """Count every speech of the years that matter to a case, and make the rows. Nothing is written."""
    read = source.read(place)
    years = around.first_year - BEFORE, around.last_year
    wanted: list[Speech] = [one for one in read.found if years[0] <= one.year <= years[1]]
    heard = Heard(len(wanted), years, len(read.found) - len(wanted), notices=list(read.notices))
    said: Said = {}
    for speech, outcome in zip(wanted, counted.each(wanted, book, progress), strict=True):
        if isinstance(outcome, Problem):
            heard.notices.append(outcome)
            continue
        counts, files = said.setdefault((speech.state, speech.year), (Counts(), []))
        counts.add(outcome)
        heard.counts.add(outcome)
        files.append(speech.path.name)
    states = dict.fromkeys((*around.members, *around.outside))
    heard.silent = [state for state in states if not any(state == speaker for speaker, _ in said)]
    if len(heard.silent) == len(states):
        raise stop("no state of the case speaks there in these years", file=str(place), value=f"{years[0]}-{years[1]}",
                   expected=f"a speech of {', '.join(states) or 'a member; the case has none'}")  # fmt: skip
    heard.rows = sorted(_rows(said, book, set(states), source), key=_order)
    return heard


def _rows(said: Said, book: Codebook, states: set[str], source: Source) -> Iterator[Salience]:
    """Rows of the states, and of ALL for each year in which one of them speaks."""
    for year in sorted({year for state, year in said if state in states}):
        those = {state: of for (state, when), of in said.items() if when == year}
        for code in book.codes:
            common = {
                "year": year, "code": code, "corpus": source.label.en, "codebook": f"{book.name} {book.version}",
                "source": cited_key(source),
            }  # fmt: skip
            yield _all({state: counts for state, (counts, _) in those.items()}, code, common)
            for state in sorted(states & set(those)):
                counts, files = those[state]
                yield Salience(state=state, passages=counts.sentences, coded=counts.coded.get(code, 0),
                               locator=", ".join(files), **common)  # type: ignore[arg-type]  # fmt: skip


def _all(counts: Mapping[str, Counts], code: str, common: Mapping[str, object]) -> Salience:
    """The row on all states; its mean and interval to six decimals."""
    shares = [(one.coded.get(code, 0), one.sentences) for _, one in sorted(counts.items())]
    middle, low, high = (round(end, 6) for end in mean(shares))
    coded, passages = (sum(column) for column in zip(*shares, strict=True))
    return Salience(
        state=ALL, passages=passages, coded=coded, states=len(shares), mean=middle, interval_low=low,
        interval_high=high, locator=f"all speeches of the year ({len(shares)} states)", **common,  # type: ignore[arg-type]
    )  # fmt: skip


def _fill(copy: Path, case: Case, heard: Heard, source: Source, book: Codebook) -> None:
    key = cited_key(source)
    kept = [
        row for row in case.of(Salience)
        if row.source != key or (row.codebook.partition(" ")[0] != book.name and row.code not in book.codes)
    ]  # fmt: skip
    rows = sorted([*kept, *heard.rows], key=_order)
    write_table(copy, Salience, rows)
    if key not in case.references:
        cite(copy, source.bibtex)


def _order(row: Salience) -> tuple[str, int, str, str]:
    return row.state, row.year or 0, row.code, row.source
