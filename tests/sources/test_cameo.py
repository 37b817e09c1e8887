"""CAMEO's codes, the conversion table to PLOVER, PLOVER's records: the whole files, and damaged ones."""

import json
from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, refused, rows_of, tables_in

CODES = "events/gdelt_cameoCodes.json"
MAP = "events/CAMEO2PLOVER-2021.txt"
RECORDS = "events/PLOVER_GSR_CAMEO.txt"


@pytest.mark.needs_shared
def test_all_codes() -> None:
    found = {row["code"]: row for row in rows_of("cameo_codes", CODES)}
    given = json.loads((DATA / CODES).read_text(encoding="utf-8"))
    assert {code: row["goldstein"] for code, row in found.items()} == {
        code: float(score) for code, score in given["GoldsteinScale"].items()
    }
    assert found["040"]["label"].startswith("Consult") and Counter(map(len, found)) == {2: 20, 3: 145, 4: 115}
    assert tables_in(DATA / CODES) == {"cameo_codes"}


@pytest.mark.needs_shared
def test_the_whole_conversion_table() -> None:
    rows = rows_of("cameo_plover", MAP)
    text = (DATA / MAP).read_text(encoding="utf-8").split("~~~~~")[0].splitlines()
    assert len(rows) == sum(bool(line.strip()) and line[0] != "#" for line in text) == 276
    found = {row["cameo"]: row for row in rows}
    meeting = found["042"]
    assert (meeting["plover"], meeting["mode"], meeting["context"], meeting["label"]) == (
        "CONSULT",
        "visit",
        None,
        "Make a visit",
    )
    assert (found["0312"]["plover"], found["0312"]["context"]) == ("AGREE", "military")
    assert {row["plover"] for row in rows if row["cameo"] == "08"} == {"CONCEDE", "RETREAT"}
    assert tables_in(DATA / MAP) == {"cameo_plover"}


@pytest.mark.needs_shared
def test_all_records() -> None:
    rows = rows_of("plover_records", RECORDS)
    assert len(rows) == 323 - 1 and len({row["record"] for row in rows}) == 321  # one is documentation, one id twice
    assert Counter(row["event"] for row in rows).most_common(2) == [("AGREE", 40), ("DEMAND", 34)]
    assert rows[0]["source"] == "HUN|ROU" and rows[0]["target"] is None
    assert tables_in(DATA / RECORDS) == {"plover_records"}


def made(folder: Path, text: str) -> Path:
    path = folder / "made.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_damaged_files_are_told(tmp_path: Path) -> None:
    assert "JSON" in refused("cameo_codes", made(tmp_path, '{"Description": {"01": "x"'))[0].what
    assert "not the file" in refused("cameo_codes", made(tmp_path, "[1]"))[0].what
    assert "not the file" in refused("plover_records", made(tmp_path, "{}"))[0].what
    [problem] = refused("cameo_plover", made(tmp_path, "# CAMEO to PLOVER\n040: CONSULT, , # Consult\n41 TALK\n"))
    assert (problem.line, problem.value) == (3, "41 TALK")
    score = '{"Description": {"040": "Consult"}, "GoldsteinScale": {"040": "high"}}'
    assert refused("cameo_codes", made(tmp_path, score))[0].value == "high"
