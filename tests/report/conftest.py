"""Results to draw, and the pages made from them."""

from __future__ import annotations

import pytest
from report.made_up import results as made_up

from timbang.findings.finding import Results
from timbang.report import html
from timbang.text import LANGS


@pytest.fixture(scope="session")
def results() -> Results:
    """Synthetic results of every measure that is installed."""
    return made_up()


@pytest.fixture(scope="session")
def pages(results: Results) -> dict[str, str]:
    """The report in each language."""
    return {lang: html.page(results, lang, LANGS) for lang in LANGS}
