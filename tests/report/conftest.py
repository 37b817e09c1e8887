"""Results to draw: every measure on its own worked example, with made-up claims and disagreements."""

from __future__ import annotations

import pytest
from made_up import results as made_up

from timbang.findings.finding import Results


@pytest.fixture(scope="session")
def results() -> Results:
    """Synthetic results of every measure that is installed."""
    return made_up()
