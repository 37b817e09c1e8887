"""The published schema is what the contracts say."""

import json
import re
from pathlib import Path

import pytest
from support.folders import FILES, TABLES

from timbang.casefile.jsonschema import schema
from timbang.reading.cells import kind_reader
from timbang.reading.cellschema import PATTERNS
from timbang.reading.flaws import Refused
from timbang.tables import contracts

COMMITTED = Path(__file__).parents[2] / "docs" / "case-format.schema.json"


def test_the_committed_schema_is_the_generated_one() -> None:
    """Mend with: python -m timbang.casefile.jsonschema > docs/case-format.schema.json"""
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == schema()


def test_every_file_and_column_is_described() -> None:
    properties = schema()["properties"]
    assert set(properties) == {"case.yml", "claims.yml", "questions.yml", *contracts()}
    for file, contract in contracts().items():
        assert properties[file]["items"]["required"] == list(contract.needed)
        assert all(column["description"] for column in properties[file]["items"]["properties"].values())


@pytest.mark.parametrize("file", TABLES)
def test_cells_of_a_sound_case_fit_the_patterns(file: str) -> None:
    import csv

    columns = schema()["properties"][file]["items"]["properties"]
    for row in csv.DictReader(FILES[file].splitlines()):
        for header, cell in row.items():
            choices = columns[header].get("anyOf", [columns[header]])
            assert any(_fits(choice, cell) for choice in choices), (file, header, cell)


def _fits(choice: dict[str, object], cell: str) -> bool:
    if "const" in choice:
        return cell == choice["const"]
    if "enum" in choice:
        return cell in choice["enum"]  # type: ignore[operator]
    return re.search(str(choice.get("pattern", "")), cell) is not None


@pytest.mark.parametrize("kind", sorted(PATTERNS))
@pytest.mark.parametrize(
    "cell",
    [
        "KAZ",
        "kaz",
        "a-b_c",
        "A-B",
        "1300",
        "1.5",
        "-1",
        "2007",
        "2007-08",
        "2007-XX",
        "20XX?",
        "a b",
        "a/b.c",
        "../a",
        "",
        "é",
    ],
)
def test_what_a_reader_accepts_fits_the_pattern(kind: str, cell: str) -> None:
    try:
        kind_reader(kind)(cell)
    except (Refused, IndexError):
        return
    assert re.search(PATTERNS[kind], cell)
