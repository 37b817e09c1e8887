"""What every test has: the shared data where it is at hand, and no skipping in CI without a listed reason."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
ALLOWED = Path(__file__).parent / "allowed_skips.txt"


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("MPLBACKEND", "Agg")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("needs_shared"):
                item.add_marker(pytest.mark.skip(reason=f"{SHARED} is not at hand"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    return _strict((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    return _strict((yield))


def _strict(report: Any) -> Any:
    """In CI a skip is a failure, unless tests/allowed_skips.txt lists it with a reason."""
    unlisted = not any(report.nodeid.startswith(test) for test in allowed_skips())
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true" and unlisted:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped in CI ({why}); list it with a reason in {ALLOWED.name}"
    return report


def allowed_skips() -> dict[str, str]:
    """Start of a test's id -> why it may be skipped; a line without a reason is an error."""
    lines = [line for line in ALLOWED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    pairs = dict(line.split(" : ", 1) for line in lines)
    assert all(reason.strip() for reason in pairs.values()), f"{ALLOWED.name}: every line needs a reason"
    return {test.strip(): reason.strip() for test, reason in pairs.items()}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the checkout; mark such tests needs_shared."""
    return SHARED
