"""Documents from the command line: extract, add, search, review, code, agree, and what comes of mistakes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ARTICLE = Path("/work/shared/documents/000_10243b2ea409ef42.txt")
TABLE = """Table 3. Manoeuvres of the region.

No  Date  Participants  Location  Title and content

1  3-5 May 2004  China and Kazakhstan  China: Kashgar  Falcon 2004
• 1,500 troops

2  June 2006  Russia and Kyrgyzstan ?  Kyrgyzstan  Heron-1
• 300 troops

Source: made for this test.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A document with a table whose columns have run together, as a PDF's text has it."""
    path = tmp_path / "manoeuvres.txt"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


class TestExtract:
    def test_a_table_of_two_rows(self, invoke: Run, article: Path) -> None:
        done = invoke("extract", "exercises", article, "--format", "csv")
        assert done.exit_code == 0, done.stderr
        first, second = rows(done.stdout)
        assert (first["locator"], first["start"], first["end"]) == ("Table 3, row 1", "2004-05-03", "2004-05-05")
        assert (first["participants"], first["troops"]) == ("CHN|KAZ", "1500")
        assert (second["start"], second["participants"]) == ("2006-06", "RUS|KGZ?")
        assert "2 exercises suggested" in done.stderr

    def test_spans_point_at_the_words(self, invoke: Run, article: Path) -> None:
        first = json.loads(invoke("extract", "exercises", article, "--format", "json").stdout)[0]
        [(start, end)] = first["spans"]["start"]
        assert TABLE[start:end] == "3-5 May 2004"
        assert [TABLE[slice(*one["span"])] for one in first["participants"]] == ["China", "Kazakhstan"]

    def test_the_table_is_for_people(self, invoke: Run, article: Path) -> None:
        lines = invoke("extract", "exercises", article).stdout.splitlines()
        assert lines[0].split()[:4] == ["locator", "start", "end", "name_en"] and len(lines) == 3

    def test_mistakes(self, invoke: Run, article: Path, tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.write_bytes(b"")
        assert invoke("extract", "exercises", empty).exit_code == 1
        assert invoke("extract", "exercises", tmp_path / "none.pdf").exit_code == 1
        assert invoke("extract", "treaties", article).exit_code == 2
        assert invoke("extract", "exercises", article, "--format", "xml").exit_code == 2

    @pytest.mark.needs_shared
    def test_the_article_gives_its_21_rows(self, invoke: Run) -> None:
        found = rows(invoke("extract", "exercises", ARTICLE, "--format", "csv").stdout)
        tabled = [row for row in found if row["found_in"] == "table"]
        assert [row["locator"] for row in tabled] == [f"Table 1, row {number}" for number in range(1, 22)]
        assert tabled[18]["date_as_given"] == "1924-29 Agustus 2014" and tabled[20]["participants"].endswith("UZB?")
