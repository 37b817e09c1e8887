"""The shipped SCO case, measured and audited once for all tests that look at its findings; weighed only where asked."""

from functools import cache
from unittest.mock import patch

from timbang import load
from timbang.findings.finding import Finding, Results
from timbang.findings.weighed import Weighing
from timbang.run import weighed


@cache
def results() -> Results:
    """Everything timbang concludes from the case but the weighing, which takes most of a minute."""
    with patch("timbang.run.weigh", return_value=Weighing()):
        return load("sco").run()


@cache
def weighing() -> dict[str, Finding]:
    """What the weighing alone concludes, by id."""
    return {finding.id: finding for finding in weighed(load("sco").case)}


def found() -> dict[str, Finding]:
    """The findings by id."""
    return {finding.id: finding for finding in results().findings}
