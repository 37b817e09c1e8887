"""`timbang check CASE`: all problems of a case in one listing."""

from __future__ import annotations

import typer

from timbang.cli.options import CaseWord, Json


def check(case: CaseWord, json: Json = False) -> None:
    """List every problem of a case.

    Each with its file, line, column and value, what was expected and what to do. Status 1 if there is any; notices
    are worth reading and stop nothing.
    """
    from timbang.casefile import check_case
    from timbang.cli.console import listed, put, put_json, say, tally
    from timbang.cli.failures import INPUT
    from timbang.cli.opening import found

    problems = check_case(found(case))
    if json:
        put_json([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            put(listed(problem))
    say(tally(problems))
    if any(problem.level == "problem" for problem in problems):
        raise typer.Exit(INPUT)
