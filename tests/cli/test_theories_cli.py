"""`timbang list` and `timbang show` of theories, typologies and implications, in both languages."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("kind", "name", "english", "indonesian", "one"),
    [
        ("theories", "hedging", "hedging", "lindung nilai (hedging)", "theory"),
        ("typologies", "schweller-1994", "Schweller's types of 1994", "Tipe Schweller 1994", "typology"),
        ("implications", "keeps-distance", "keeps its distance", "menjaga jarak", "implication"),
    ],
)
def test_each_kind_is_listed(invoke: Run, kind: str, name: str, english: str, indonesian: str, one: str) -> None:
    for lang, label in (("en", english), ("id", indonesian)):
        rows = {row["name"]: row for row in json.loads(invoke("list", kind, "--lang", lang, "--json").stdout)}
        assert rows[name]["label"].startswith(label)
        assert rows[name]["kind"] == one


def test_a_theory_is_shown_with_what_it_would_weigh(invoke: Run) -> None:
    """says-state-threat: .75 under the theory, .10 otherwise: 10 log10 7.5 = 8.75; 10 log10 (.25/.90) = -5.56."""
    (told,) = json.loads(invoke("show", "balancing-threat", "--json").stdout)
    assert told["authors"] == "Walt (1987)"
    part = next(part for part in told["parts"] if part["implication"] == "says-state-threat")
    assert (part["likelihood"], part["baseline"]) == ("likely (0.75)", "very unlikely (0.1)")
    assert (part["if observed"], part["if surely absent"]) == ("+8.8 dB", "-5.6 dB")
    assert part["citation"] == "walt1987"


def test_a_theory_is_shown_in_indonesian(invoke: Run) -> None:
    text = invoke("show", "omnibalancing", "--lang", "id").stdout
    assert "peluang dasar:" in text and "sama mungkinnya (0.5)" in text and "pertimbangan" in text
    assert "judgement" not in text and "likely" not in text


def test_a_typology_is_shown_with_its_types_headed_by_what_they_mean(invoke: Run) -> None:
    (told,) = json.loads(invoke("show", "schweller-1994", "--json").stdout)
    labels = [part["label"] for part in told["parts"] if "type" in part]
    assert labels[2] == "limited-aims revisionist; Schweller: jackal"
    assert all("; Schweller: " in label for label in labels)
    axes = {part["of"] for part in told["parts"] if "marker" in part}
    assert axes == {"the value of revision", "the value of the status quo"}


def test_an_implication_is_shown_with_the_theories_that_speak_of_it(invoke: Run) -> None:
    text = invoke("show", "keeps-ties-to-rivals").stdout
    assert "hedging: almost certain (0.95)" in text
    assert "hedging_ties" in text  # the measure that tells it


def test_the_theories_of_a_case_are_listed_beside_those_that_ship(invoke: Run, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/theories.md").read_text(encoding="utf-8")
    text, *_ = re.findall(r"^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "mine/theories").mkdir(parents=True)
    (tmp_path / "mine/case.yml").write_text("", encoding="utf-8")
    (tmp_path / "mine/theories/hegemonic-stability.yml").write_text(text, encoding="utf-8")
    rows = json.loads(invoke("list", "theories", tmp_path / "mine", "--json").stdout)
    told = {row["name"]: row["label"] for row in rows}
    assert told["hegemonic-stability"] == "hegemonic stability"
    assert "hedging" in told
    assert invoke("list", "measures", tmp_path / "mine").exit_code == 2
