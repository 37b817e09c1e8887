"""How far coders agree: per code and overall, without reward for text that nobody coded, and what to settle.

A unit is a passage that at least two of the coders have read. Units in which none of them coded anything
are left out, and counted: coders who pass over empty text alike would otherwise look as if they agreed
on codes. So the figures say how far coders agree on text that one of them at least found worth a code;
they are lower than figures over all text, and say nothing of how well coders agree that text is empty.
In the units that stay, a coder who gave other codes, or none, is taken to have seen the code absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timbang.errors import misuse, stop
from timbang.evidence.alpha import DRAWS, Estimate, alpha, jaccard
from timbang.evidence.kappa import Units, cohen, fleiss, pooled_cohen, pooled_fleiss
from timbang.evidence.units import Given, Readers, Unit, given_in, readers_of, sets_in, value_of, values_in
from timbang.model.codings import Coding, Pass
from timbang.text import Text

INTERCODER = Text("intercoder reliability", "reliabilitas antarpengode")
MIXED = Text(
    "agreement of people with a program, which is not intercoder reliability",
    "kesesuaian orang dengan program, yang bukan reliabilitas antarpengode",
)
PROGRAMS = Text(
    "agreement between programs, which is not intercoder reliability",
    "kesesuaian antarprogram, yang bukan reliabilitas antarpengode",
)


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Alpha, and kappa where it is defined: Cohen's for two coders, Fleiss' where all read every unit."""

    alpha: Estimate
    cohen: Estimate | None
    fleiss: Estimate


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage about which coders differ on a code: what each says, and the codings behind it."""

    document: str
    passage: str
    code: str
    said: Mapping[str, str]  # coder -> absent | affirmed | denied | both
    codings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of named coders over their common units."""

    coders: tuple[str, ...]
    called: Text
    units: int
    left_out: int  # read by two or more, coded by none
    overall: Coefficients  # alpha: over sets of codes, Jaccard's difference; kappa: pooled over codes
    codes: Mapping[str, Coefficients]
    disagreements: tuple[Disagreement, ...]


def agreement(
    codings: Iterable[Coding], passes: Iterable[Pass], passages: Mapping[str, Sequence[str]], coders: Sequence[str],
    codes: Sequence[str], draws: int = DRAWS,
) -> Agreement:  # fmt: skip
    """Agreement of `coders` on `codes`; `passages` lists each document's, which a pass over all of it has read.

    UsageError for one coder under two names, or for fewer than two; TimbangError if they used
    different editions of a codebook. Settlements are left out: they are not independent.
    """
    mine = [coding for coding in codings if coding.coder in coders and not coding.settles]
    read = [each for each in passes if each.coder in coders]
    _refuse_one_coder(coders, [*mine, *read])
    _refuse_editions([*mine, *read])
    readers = readers_of(mine, read, passages)
    given = given_in(mine)
    common = sorted(unit for unit, who in readers.items() if len(who) > 1)
    coded = [unit for unit in common if any((unit, coder) in given for coder in coders)]
    values = {code: values_in(code, coded, coders, readers, given) for code in codes}
    found = {code: _coefficients(units, len(coders), draws) for code, units in values.items()}
    differ = [d for unit in coded for code in codes if (d := _differing(unit, code, coders, readers, given))]
    overall = _overall(list(values.values()), sets_in(coded, coders, readers, given), len(coders), draws)
    called = _called(mine, read)
    return Agreement(tuple(coders), called, len(coded), len(common) - len(coded), overall, found, tuple(differ))


def _refuse_one_coder(coders: Sequence[str], found: Sequence[Coding | Pass]) -> None:
    """Two passes of one program, or of one person, are one coder."""
    if len(set(coders)) < 2 or len(set(coders)) < len(coders):
        raise misuse("agreement is between at least two different coders", value=", ".join(coders),
                     todo="Two passes of one coder are one coder: name another")  # fmt: skip
    programs: dict[str, str] = {}
    for each in found:
        if each.by == "program":
            program = program_of(each)
            other = programs.setdefault(program, each.coder)
            if other != each.coder:
                raise misuse(f"{other} and {each.coder} are passes of one program ({program})",
                             expected="coders who worked apart: two passes of one program are one coder",
                             todo="Name another coder")  # fmt: skip


def program_of(each: Coding | Pass) -> str:
    """The program behind a coding, whatever its version: `timbang 0.1.0, lexical 1` is lexical."""
    return each.program.rpartition(", ")[2].partition(" ")[0]


def _refuse_editions(found: Sequence[Coding | Pass]) -> None:
    editions = {each.codebook for each in found}
    if len(editions) > 1:
        names = ", ".join(sorted(f"{e.name} {e.version} ({e.hash})" for e in editions))
        raise stop("these coders used different codebooks or editions of one", value=names,
                   todo="Compare codings made with one edition")  # fmt: skip


def _called(codings: Sequence[Coding], passes: Sequence[Pass]) -> Text:
    kinds = {coding.by for coding in codings} | {each.by for each in passes}
    return INTERCODER if kinds == {"person"} else PROGRAMS if kinds == {"program"} else MIXED


def _coefficients(units: Units, coders: int, draws: int) -> Coefficients:
    return Coefficients(alpha(units, draws=draws), cohen(units, draws) if coders == 2 else None, fleiss(units, draws))


def _overall(by_code: Sequence[Units], sets: Units, coders: int, draws: int) -> Coefficients:
    return Coefficients(
        alpha(sets, differ=jaccard, draws=draws),
        pooled_cohen(by_code, draws) if coders == 2 else None,
        pooled_fleiss(by_code, draws),
    )


def _differing(unit: Unit, code: str, coders: Sequence[str], readers: Readers, given: Given) -> Disagreement | None:
    said = {c: value_of(given.get((unit, c), ()), code) for c in coders if c in readers[unit]}
    if len(set(said.values())) < 2:
        return None
    ids = sorted({x.id for c in said for x in given.get((unit, c), ()) if x.code == code})
    return Disagreement(unit[0], unit[1], code, said, tuple(ids))
