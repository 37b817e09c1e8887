"""Names of states: exact in many languages, never guessed, asked about where they mean several."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang import state_table, states

SHARED = Path(__file__).parents[2] / "shared/data"
NO_STATE = {"-9", "NATO", "Baltic States"}  # missing, an organization, a group of three


def code(text: str) -> str | None:
    found = states.find(text)
    return found.code if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KGZ", "KGZ"),
        ("kgz", "KGZ"),
        ("  Kirgistan\u00a0", "KGZ"),
        ("Kirgizia", "KGZ"),
        ("Kirgizstan", "KGZ"),
        ("Киргизия", "KGZ"),
        ("吉尔吉斯斯坦", "KGZ"),
        ("Tiongkok", "CHN"),
        ("Republik Rakyat Tiongkok", "CHN"),
        ("КНР", "CHN"),
        ("中国", "CHN"),
        ("中國", "CHN"),
        ("Republic of China", "TWN"),
        ("Korea Utara", "PRK"),
        ("Korea Selatan", "KOR"),
        ("РФ", "RUS"),
        ("Федерация Российская", None),
        ("Российская Федерация", "RUS"),
        ("Uni Soviet", "SUN"),
        ("СССР", "SUN"),
        ("Federal Republic of Germany", "DEU"),
        ("German Democratic Republic", "GDR"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Czechia", "CZE"),
        ("Czechoslovakia", "CSK"),
        ("North Macedonia", "MKD"),
        ("Serbia and Montenegro", "YUG"),
        ("Côte d'Ivoire", "CIV"),
        ("Amerika Serikat", "USA"),
        ("US", "USA"),
        ("Yemen", "YEM"),
        ("Yaman Utara", "YAR"),
        ("ＫＧＺ", "KGZ"),
    ],
)
def test_exact_names(text: str, expected: str | None) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Kirgistann", "Korea Uttara", "China, Russia", "", " ", "-9", "NATO", "no", "in", "EU",
     "European Union", "Tibet", "SLO", "Scotland", "Rusia?", "Russia*", "¿Rusia", "FAIL", "North",
     "x" * 10_000],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    assert states.find(text) is None


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Korea", ["KOR (South Korea)", "PRK (North Korea)"]),
        ("Kongo", ["COD (DR Congo)", "COG (Congo (Brazzaville))"]),
        ("Korea Utarra", ["PRK (North Korea)"]),
        ("Kirgistann", ["KGZ (Kyrgyzstan)"]),
        ("Baltic States", ["EST (Estonia)", "LTU (Lithuania)", "LVA (Latvia)"]),
        ("NATO", []),
        ("x" * 10_000, []),
    ],
)
def test_suggestions(text: str, suggested: list[str]) -> None:
    assert states.find(text) is None
    assert states.suggest(text) == suggested


def test_every_code_and_name_of_the_table_finds_its_state() -> None:
    for state in states.all_states():
        for text in (state.code, state.name_en, state.name_id):
            assert code(text) == state.code, text


def test_every_listed_name_finds_its_state_and_is_needed() -> None:
    path = Path(states.__file__).with_name("state_names.csv")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    keys = [states._key(row["name"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & {states._key(state.code) for state in states.all_states()}
    for row in rows:
        codes = row["code"].split("|")
        assert row["note"] and all(state_table.by_code(known) for known in codes)
        assert code(row["name"]) == (codes[0] if len(codes) == 1 else None)


def test_no_name_of_the_table_means_two_states() -> None:
    seen: dict[str, str] = {}
    for state in states.all_states():
        for text in (state.code, state.name_en, state.name_id):
            assert seen.setdefault(states._key(text), state.code) == state.code


@given(st.text(max_size=30))
def test_any_text_is_found_or_not(text: str) -> None:
    found = states.find(text)
    assert found is None or found == states.by_code(found.code)


@pytest.mark.needs_shared
def test_every_state_of_mme_is_found() -> None:
    with (SHARED / "exercises/mme_v7.csv").open(encoding="utf-8") as file:
        names = {
            text.strip() for row in csv.DictReader(file) for column, text in row.items() if column.startswith("State")
        }
    assert {text for text in names if text and not states.find(text)} == NO_STATE


def test_importing_and_finding_codes_waits_for_no_large_package() -> None:
    script = (
        "import sys; from timbang import states; states.find('KGZ'); states.find('Korea Utara');"
        "print(sorted({'babel', 'countrynames'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(Path(states.__file__).parents[1])},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
