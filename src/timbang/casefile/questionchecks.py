"""Questions against the theories, typologies, units and sources that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from timbang.casefile.questionsfile import FILE
from timbang.casefile.read import Read
from timbang.errors import Problem, TimbangError
from timbang.reading.flaws import meant

if TYPE_CHECKING:
    from timbang.inference.theory import Vocabulary


def questions(read: Read) -> Iterator[Problem]:
    """Everything about questions, and a case's own theories, that their file alone cannot tell."""
    asked = read.questions
    if not asked.any and not any((read.folder / room).is_dir() for room in ("theories", "typologies")):
        return
    from timbang.inference.theoryfile import vocabulary  # late: most cases' checks need none of it

    try:
        known = vocabulary(read.folder)
    except TimbangError as error:
        yield from error.problems
        return
    yield from _twice((*asked.questions, *asked.typings))
    for part in (asked.contrasts, asked.asked, asked.systems):
        yield from _twice(part)
    yield from _questions(read, known)
    yield from _parts(read, known)
    yield from _published(read, known)


def _at(thing: Any, what: str, value: str = "", known: Iterable[str] = (), todo: str = "") -> Problem:
    names = list(known)
    return Problem(what=f"{getattr(thing, 'id', None) or thing.about}: {what}", file=FILE, line=thing.line, value=value,
                   expected=", ".join(names), todo=todo or meant(value, names))  # fmt: skip


def _twice(things: Iterable[Any]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for thing in things:
        if seen.setdefault(thing.id, thing.line) != thing.line:
            yield _at(thing, f"line {seen[thing.id]} has the same id", thing.id, todo="Give one another id")


def _questions(read: Read, known: Vocabulary) -> Iterator[Problem]:
    for question in read.questions.questions:
        of_kind = [name for name, theory in known.theories.items() if theory.question == question.kind]
        yield from _each(question, question.mechanisms, of_kind, f"there is no such mechanism of {question.kind}")
        yield from _ascending(question)


def _each(thing: Any, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Problem]:
    there = list(known)
    yield from (_at(thing, what, name, there) for name in names if name not in there)


def _ascending(thing: Any) -> Iterator[Problem]:
    for one, following in zip(thing.periods, thing.periods[1:], strict=False):
        if following[0] <= one[1]:
            both = f"{one[0]}-{one[1]}, {following[0]}-{following[1]}"
            yield _at(thing, "the periods overlap, or are out of order", both, todo="Let none overlap")


def _parts(read: Read, known: Vocabulary) -> Iterator[Problem]:
    """Contrasts, points, typings and systems name questions, mechanisms, implications, units that are there."""
    asked = read.questions
    by_id: Mapping[str, Any] = {question.id: question for question in asked.questions}
    for contrast in asked.contrasts:
        yield from _each(contrast, [contrast.question], by_id, "there is no such question")
        yield from _each(contrast, contrast.between, known.theories, "there is no such mechanism")
        if len(contrast.between) != 2:
            yield _at(contrast, "two mechanisms are told apart", ", ".join(contrast.between), todo="Name two")
        yield from _of(contrast, by_id.get(contrast.question), contrast.units, contrast.between)
    for point in asked.asked:
        if bool(point.implication) == bool(point.mechanism):
            yield _at(point, "a point names either a mechanism, with its question, or an implication", todo="Name one")
        elif point.implication:
            yield from _each(point, [point.implication], known.implications, "there is no such implication")
        else:
            yield from _each(point, [point.question], by_id, "there is no such question")
            yield from _of(point, by_id.get(point.question), [point.unit], [point.mechanism])
    for typing in asked.typings:
        yield from _each(typing, [typing.typology], known.typologies, "there is no such typology")
        yield from _ascending(typing)
    for system in asked.systems:
        yield from _each(system, [system.typing], [typing.id for typing in asked.typings], "there is no such typing")


def _of(thing: Any, question: Any, units: Iterable[str], mechanisms: Iterable[str]) -> Iterator[Problem]:
    """What is told of a question must be of its units, and of its mechanisms where it names them."""
    if question is None:
        return
    yield from _each(thing, units, question.units, f"the question {question.id} is not asked of this unit")
    if question.mechanisms:
        yield from _each(thing, mechanisms, question.mechanisms, f"it does not compete in the question {question.id}")


def _published(read: Read, known: Vocabulary) -> Iterator[Problem]:
    asked = read.questions
    typings = {typing.id: typing for typing in asked.typings}
    about = {**{question.id: question for question in asked.questions}, **typings}
    if asked.published and not asked.source:
        yield Problem(what="it is not said whose conclusions stand under published", file=FILE, column="source",
                      todo="Add source: with a key of references.bib")  # fmt: skip
    for one in asked.published:
        yield from _each(one, [one.about], about, "there is no such question or typing")
        typing = typings.get(one.about)
        if typing and typing.typology in known.typologies:
            types = [region.name for region in known.typologies[typing.typology].types]
            yield from _each(one, one.says, types, "there is no such type")
        elif not typing:
            yield from _each(one, one.says, known.theories, "there is no such mechanism")
