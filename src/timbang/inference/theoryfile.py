"""Reads theories, implications, typologies and assumptions into one vocabulary; mistakes are refused by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from timbang import registry
from timbang.errors import Problem, TimbangError
from timbang.inference.assumptionsfile import read_assumptions, read_reliability, read_scale
from timbang.inference.mechanismfile import read_implications, read_theory
from timbang.inference.theory import Assumptions, Implication, Theory, Typology, Vocabulary
from timbang.inference.theorynotes import Terms
from timbang.inference.typologyfile import read_typology

THEORIES, SHOWN = Path(registry.__file__).parent / "theories", "timbang/theories/"
IMPLICATIONS = "_implications.yml"
FOLDERS = ("theories", "typologies")  # of a case, and of what ships


def vocabulary(case_folder: Path | None = None) -> Vocabulary:
    """All that ships, with the theories, implications and typologies of a case (its folders theories/, typologies/).

    Raises TimbangError with every mistake, by file and line. A case may add; it may not change what ships, since
    likelihoods are the same for every case.
    """
    shipped = _shipped()
    if case_folder is None or not any((Path(case_folder) / name).is_dir() for name in FOLDERS):
        return shipped
    return _with_case(shipped, Path(case_folder))


def implications(case_folder: Path | None = None) -> Mapping[str, Implication]:
    """The implications alone, of what ships and of a case; TimbangError with every mistake in them."""
    terms, _ = _terms()
    own, problems = Path(case_folder or "") / "theories" / IMPLICATIONS, list[Problem]()
    if case_folder is None or not own.exists():
        return terms.implications
    where = f"theories/{IMPLICATIONS}"
    more = read_implications(own, where, terms, problems)
    _new("implication", ((where, one.line, one.name) for one in more.values()), terms.implications, problems)
    if problems:
        raise TimbangError(problems)
    return {**terms.implications, **more}


def assumptions() -> Assumptions:
    """What is assumed, by itself; TimbangError with every mistake in what ships of it."""
    return _terms()[1]


@cache
def _terms() -> tuple[Terms, Assumptions]:
    """What ships of the scale, the assumptions and the implications."""
    problems: list[Problem] = []
    scale = read_scale(THEORIES / "_scale.yml", f"{SHOWN}_scale.yml", problems)
    assumptions = read_assumptions(THEORIES / "_assumptions.yml", f"{SHOWN}_assumptions.yml", problems)
    if problems or assumptions is None:
        raise TimbangError(problems)
    terms = Terms(scale, assumptions.concentration)
    found = read_implications(THEORIES / IMPLICATIONS, SHOWN + IMPLICATIONS, terms, problems)
    if problems:
        raise TimbangError(problems)
    return replace(terms, implications=found), assumptions


@cache
def _shipped() -> Vocabulary:
    terms, assumptions = _terms()
    problems: list[Problem] = []
    reliability = read_reliability(THEORIES / "_reliability.yml", f"{SHOWN}_reliability.yml", terms, problems)
    theories: dict[str, Theory] = _all(read_theory, registry.theories(), SHOWN, terms, problems)
    typologies: dict[str, Typology] = _all(read_typology, registry.typologies(), "timbang/typologies/", terms, problems)
    if problems:
        raise TimbangError(problems)
    return Vocabulary(scale=terms.scale, implications=terms.implications, theories=theories, typologies=typologies,
                      reliability=reliability, assumptions=assumptions)  # fmt: skip


def _with_case(shipped: Vocabulary, folder: Path) -> Vocabulary:
    """What ships and what the case adds."""
    problems: list[Problem] = []
    for path in sorted((folder / "theories").glob("_*.yml")):
        if path.name != IMPLICATIONS:
            todo = f"Delete it; a case may add theories, typologies and {IMPLICATIONS}"
            problems.append(Problem(what="a case cannot state this anew", file=f"theories/{path.name}", todo=todo))
    terms = replace(_terms()[0], implications=implications(folder))
    theories: dict[str, Theory] = _all(
        read_theory, registry.declared_in(folder / "theories"), "theories/", terms, problems
    )
    typologies: dict[str, Typology] = _all(
        read_typology, registry.declared_in(folder / "typologies"), "typologies/", terms, problems
    )
    _new("theory", ((one.file, 0, one.name) for one in theories.values()), shipped.theories, problems)
    _new("typology", ((one.file, 0, one.name) for one in typologies.values()), shipped.typologies, problems)
    if problems:
        raise TimbangError(problems)
    return replace(shipped, implications=terms.implications, theories={**shipped.theories, **theories},
                   typologies={**shipped.typologies, **typologies})  # fmt: skip


def _all(reader: Callable[..., Any], files: Mapping[str, Path], shown: str, terms: Terms,
         problems: list[Problem]) -> dict[str, Any]:  # fmt: skip
    """Each file's thing, by name, without those that have mistakes."""
    read = (reader(path, shown + path.name, terms, problems) for path in files.values())
    return {one.name: one for one in read if one is not None}


def _new(kind: str, things: Iterable[tuple[str, int, str]], shipped: Mapping[str, Any],
         problems: list[Problem]) -> None:  # fmt: skip
    """Note what a case would state anew although it ships."""
    for file, line, name in things:
        if name in shipped:
            problems.append(Problem(what=f"a {kind} of that name ships with timbang", file=file, line=line, value=name,
                                    todo="Give yours another name"))  # fmt: skip
