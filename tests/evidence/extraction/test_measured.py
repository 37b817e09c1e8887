"""Extraction against the annotations made by hand: what may be looked at must stay right, in every field."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def measured() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "extraction_measured", Path(__file__).parents[3] / "benchmarks/extraction.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.needs_shared
def test_the_table_of_the_article_is_read_right_in_each_field(measured: ModuleType) -> None:
    tally = measured.table()
    assert tally.right["row"] == 21
    for field in tally.right:
        assert tally.right[field] >= 0.98 * (tally.right[field] + tally.wrong[field] + tally.missing[field]), (
            tally.errors
        )


@pytest.mark.needs_shared
def test_kremlin_pages_to_look_at_are_read_right(measured: ModuleType) -> None:
    tally = measured.kremlin("dev")
    assert not tally.errors


@pytest.mark.parametrize("language", ["en", "id", "ru", "zh"])
def test_sentences_to_look_at_are_read_right(measured: ModuleType, language: str) -> None:
    tally = measured.prose(language, "dev")
    assert not tally.errors
