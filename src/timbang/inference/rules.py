"""Verdict rules: a small closed grammar over a measure's rows, three-valued within their bounds.

    rule   := clause (("and" | "or") clause)*         one connective; parentheses to mix
    clause := ("every" | "some" | "most" | "no") test
            | ("sum" | "mean" | "max" | "min" | "count") test
            | "[" key ("," key)* "]" (test | "is highest" | "is lowest" | comparison "[" ... "]")
    test   := comparison NUMBER | "between" NUMBER "and" NUMBER

A key list names the one row whose keys hold these values, in that order. What a clause says of
values known within bounds is inference.truth's business.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence

from timbang.inference.truth import (
    Comparison,
    Row,
    Test,
    Truth,
    aggregate,
    compared,
    every,
    extreme,
    holds,
    named,
    quantified,
    some,
    tried,
)

COMPARISONS: dict[str, Comparison] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
QUANTIFIERS = ("every", "some", "most", "no")
AGGREGATES = ("sum", "mean", "max", "min", "count")
MOST_PARENTHESES = 50  # a rule may come from a stranger, and each takes a level of Python's stack
_TOKEN = re.compile(r"\s*(\[[^\]]*\]|[()]|>=|<=|==|!=|>|<|-?\d+(?:\.\d+)?|[a-z]+)")


Clause = Callable[[Sequence[Row]], Truth]


def parse(text: str) -> Clause:
    """The rule as a function of rows; ValueError names the word that does not fit and what would."""
    try:
        rule, rest = _rule(_tokens(text))
        if rest:
            raise ValueError(f"{rest[0]!r} is not expected here; the rule could end before it")
    except ValueError as problem:
        raise ValueError(f"rule {text!r}: {problem}") from None
    return rule


def aggregates(text: str) -> tuple[str, ...]:
    """The sums, means and the like that a rule takes of all its rows, each once."""
    return tuple(dict.fromkeys(token for token in _tokens(text) if token in AGGREGATES))


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if not match:
            raise ValueError(f"{text[at:].strip()[:20]!r} is not a word, number or [row] of the grammar")
        tokens.append(match[1])
        at = match.end()
    if tokens.count("(") > MOST_PARENTHESES:
        raise ValueError(f"more than {MOST_PARENTHESES} parentheses are opened")
    return tokens


def _take(tokens: list[str], expected: str) -> tuple[str, list[str]]:
    if not tokens:
        raise ValueError(f"the rule ends where {expected} is expected")
    return tokens[0], tokens[1:]


def _rule(tokens: list[str]) -> tuple[Clause, list[str]]:
    first, tokens = _clause(tokens)
    clauses, connective = [first], ""
    while tokens and tokens[0] in ("and", "or"):
        if connective and tokens[0] != connective:
            raise ValueError("'and' and 'or' are mixed: use parentheses")
        connective, tokens = tokens[0], tokens[1:]
        clause, tokens = _clause(tokens)
        clauses.append(clause)
    join = some if connective == "or" else every
    return (lambda rows: join([clause(rows) for clause in clauses])), tokens


def _clause(tokens: list[str]) -> tuple[Clause, list[str]]:
    word, rest = _take(tokens, "a clause")
    if word == "(":
        rule, rest = _rule(rest)
        closing, rest = _take(rest, "')'")
        if closing != ")":
            raise ValueError(f"{closing!r} stands where ')' is expected")
        return rule, rest
    if word in QUANTIFIERS:
        test, rest = _test(rest)
        return (lambda rows: quantified(word, [tried(test, row) for row in rows])), rest
    if word in AGGREGATES:
        test, rest = _test(rest)
        return (lambda rows: tried(test, aggregate(word, rows))), rest
    if word.startswith("["):
        return _about(word, rest)
    raise ValueError(f"{word!r} begins no clause; expected {', '.join((*QUANTIFIERS, *AGGREGATES))}, [row] or '('")


def _about(word: str, rest: list[str]) -> tuple[Clause, list[str]]:
    """A clause on one row, named by its keys: against a number, another row, or all others."""
    if rest[:1] == ["is"]:
        place, rest = _take(rest[1:], "'highest' or 'lowest'")
        if place not in ("highest", "lowest"):
            raise ValueError(f"{place!r} stands where 'highest' or 'lowest' is expected")
        return (lambda rows: extreme(named(word, rows), rows, place)), rest
    if len(rest) > 1 and rest[0] in COMPARISONS and rest[1].startswith("["):
        compare, other = COMPARISONS[rest[0]], rest[1]
        return (lambda rows: compared(compare, named(word, rows), named(other, rows))), rest[2:]
    test, rest = _test(rest)
    return (lambda rows: tried(test, named(word, rows))), rest


def _test(tokens: list[str]) -> tuple[Test, list[str]]:
    word, rest = _take(tokens, "a comparison")
    if word == "between":
        low, rest = _number(rest)
        joint, rest = _take(rest, "'and'")
        if joint != "and":
            raise ValueError(f"{joint!r} stands where 'and' is expected: between NUMBER and NUMBER")
        high, rest = _number(rest)
        return (lambda x: every([holds(operator.ge, x, low), holds(operator.le, x, high)])), rest
    if word not in COMPARISONS:
        raise ValueError(f"{word!r} is no comparison; expected between, {', '.join(COMPARISONS)}")
    number, rest = _number(rest)
    return (lambda x: holds(COMPARISONS[word], x, number)), rest


def _number(tokens: list[str]) -> tuple[float, list[str]]:
    word, rest = _take(tokens, "a number")
    try:
        return float(word), rest
    except ValueError:
        raise ValueError(f"{word!r} stands where a number is expected") from None
