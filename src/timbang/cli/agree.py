"""`timbang agree CASE`: how far coders agree, per code and overall, and what they disagree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import Book, CaseWord, Json, Lang

if TYPE_CHECKING:
    from timbang.coding.agreeing import Compared, Issue
    from timbang.evidence.alpha import Estimate
    from timbang.evidence.codebook import Codebook
    from timbang.model import Case

Coders = Annotated[str, typer.Option(metavar="A,B", help="Whom to compare; default: the people who coded.")]
Settle = Annotated[str, typer.Option(metavar="NAME", help="Decide, as NAME, on each disagreement in turn.")]
COLUMNS = ("code", "alpha", "low", "high", "cohen", "low", "high", "fleiss", "low", "high", "passages")


def agree(
    case: CaseWord, codebook: Book = "balancing", coders: Coders = "", settle: Settle = "", lang: Lang = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Measure how far coders agree, and list what they disagree on.

    Krippendorff's alpha, Cohen's and Fleiss' kappa, each with its interval, per code and overall, over passages that
    two or more have read and one at least has coded. Two runs of one program are one coder.
    """
    from timbang.cli.config import language
    from timbang.cli.console import put_json, say
    from timbang.cli.failures import INPUT
    from timbang.cli.opening import opened
    from timbang.coding.agreeing import compared
    from timbang.evidence.codebook import open_codebook

    tongue, found = language(lang), opened(case)
    book = open_codebook(codebook, found.folder)
    result = compared(found, book, [name.strip() for name in coders.split(",") if name.strip()])
    if settle:
        from timbang.cli.settling import ask

        ask(found, book, result, settle)
        return
    put_json(told(result, tongue) | {"reliabilities": _reliabilities(found, book)}) if json else _put(result)
    say(_summary(result, tongue))
    if any(problem.level == "problem" for problem in result.problems):
        raise typer.Exit(INPUT)


def _put(result: Compared) -> None:
    from timbang.cli.console import put, put_table

    found = result.found
    rows = [("overall", found.overall), *found.codes.items()]
    shown = [(code, *_figures(c.alpha), *_figures(c.cohen), *_figures(c.fleiss), c.alpha.units) for code, c in rows]
    put_table([COLUMNS, *shown])
    for issue in result.issues:
        put(f"\n{described(issue)}")


def _figures(one: Estimate | None) -> tuple[str, str, str]:
    if one is None:
        return "", "", ""
    return tuple("" if value is None else f"{value:.2f}" for value in (one.value, one.low, one.high))  # type: ignore[return-value]


def described(issue: Issue) -> str:
    """A disagreement as a reader needs it to decide."""
    one, page = issue.disagreement, f", p. {issue.page}" if issue.page else ""
    said = ", ".join(f"{coder}: {what}" for coder, what in one.said.items())
    settled = " (settled)" if issue.settled else ""
    return f"{one.code}: {said}{settled}\n  {issue.document.source}{page}, {one.passage}\n  “{issue.words}”"


def _summary(result: Compared, lang: Any) -> str:
    from timbang.cli.console import counted, listed

    found = result.found
    lines = [listed(problem) for problem in result.problems]
    lines += [f"{found.called[lang]}: {', '.join(found.coders)}; {counted(found.units, 'passage')}, "
              f"{found.left_out} more that nobody coded are left out"]  # fmt: skip
    if result.other_editions:
        lines += [f"left out: {result.other_editions} entries made with other editions of the codebook"]
    waiting = sum(not one.settled for one in result.issues)
    return "\n".join([*lines, f"{counted(len(result.issues), 'disagreement')}, {waiting} to settle"])


def _reliabilities(case: Case, book: Codebook) -> dict[str, Any]:
    """Each coder's P(gives the code | it holds) and P(gives it | it does not), with the counts behind them."""
    from dataclasses import asdict

    from timbang.coding.reliabilities import reliabilities

    return {
        coder: {
            code: asdict(one) | {"sensitivity": one.sensitivity, "false_alarm": one.false_alarm}
            for code, one in codes.items()
        }
        for coder, codes in reliabilities(case, book).items()
    }


def told(result: Compared, lang: Any) -> dict[str, Any]:
    """All of it, for programs."""
    from dataclasses import asdict

    found = result.found
    issues = [
        {"document": one.document.sha256, "source": one.document.source, "page": one.page, "words": one.words,
         "settled": one.settled, "passage": one.disagreement.passage, "code": one.disagreement.code,
         "said": dict(one.disagreement.said), "codings": list(one.disagreement.codings)}
        for one in result.issues
    ]  # fmt: skip
    return {"coders": list(found.coders), "called": found.called[lang], "passages": found.units,
            "left_out": found.left_out, "overall": asdict(found.overall),
            "codes": {code: asdict(one) for code, one in found.codes.items()}, "disagreements": issues}  # fmt: skip
