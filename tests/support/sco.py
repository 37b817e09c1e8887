"""The shipped SCO case, concluded once for all tests that look at its findings."""

from functools import cache

from timbang import load
from timbang.findings.finding import Finding, Results


@cache
def results() -> Results:
    """Everything timbang concludes from the case."""
    return load("sco").run()


def found() -> dict[str, Finding]:
    """The findings by id."""
    return {finding.id: finding for finding in results().findings}
