"""Cases compared: figures worked by hand for the tiny case, and a drawing that says what it shows."""

from dataclasses import replace

import pytest
from support import tiny

from timbang.casefile import open_case
from timbang.compare import COLUMNS, FIGURES, Side, draw, side, table, years
from timbang.errors import TimbangError
from timbang.model import Case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return open_case(tiny.write(tmp_path_factory.mktemp("compare") / "tiny"))


@pytest.fixture(scope="module")
def measured(case: Case) -> Side:
    return side(case)


def test_what_figures_are_divided_by(measured: Side) -> None:
    """Three members for three years: nine member-years, and three pairs for three years."""
    assert tuple(measured.base.values()) == ("tiny", "TST", 2001, 2003, 3, 9, 9, 2)


def test_figures(measured: Side) -> None:
    """The first source has China and Kazakhstan in 2001, China and Russia in 2003; the second adds Russia in 2001."""
    assert measured.figures["exercises_per_member_year"] == pytest.approx((4 / 9, 4 / 9, 5 / 9))
    assert measured.figures["exercises_per_dyad_year"] == pytest.approx(
        (2 / 9, 2 / 9, 4 / 9)
    )  # one pair each; or three, one
    assert measured.figures["network_density"] == pytest.approx(
        (2 / 9, 2 / 9, 4 / 9)
    )  # mean of 1/3, 0, 1/3; of 1, 0, 1/3


def test_only_years_whose_record_is_held_complete(case: Case) -> None:
    """Of 2001 and 2002: one exercise of two of three members in two years."""
    head = replace(case.head, complete=(2001, 2003), complete_others=(1990, 2002))
    part = replace(case, head=head)
    assert years(part) == (2001, 2002)
    found = side(part)
    assert (found.base["exercises"], found.base["member_years"]) == (1, 6)
    assert found.figures["exercises_per_member_year"] == pytest.approx((2 / 6, 2 / 6, 3 / 6))
    with pytest.raises(TimbangError, match="no year"):
        years(replace(case, head=replace(case.head, complete=(1990, 1999))))


def test_the_table_has_a_row_a_case(measured: Side) -> None:
    columns, rows = table([measured, measured])
    assert columns[: len(COLUMNS)] == list(COLUMNS)
    assert columns[len(COLUMNS) :][:3] == [f"exercises_per_member_year{end}" for end in ("", "_low", "_high")]
    assert [len(row) for row in rows] == [len(columns), len(columns)]


@pytest.mark.parametrize(("lang", "number"), [("en", "0.444"), ("id", "0,444")])
def test_the_drawing_says_what_it_shows(measured: Side, lang: str, number: str) -> None:
    drawing = draw([measured, measured], lang)
    assert f"{FIGURES['exercises_per_member_year'][lang]}, tiny, 2001–2003: {number}" in drawing.alt
    assert drawing.file() == draw([measured, measured], lang).file()


def test_unknown_figures_are_drawn_as_unknown(measured: Side) -> None:
    nothing = Side(measured.base, dict.fromkeys(FIGURES, (None, None, None)))
    assert "unknown" in draw([measured, nothing], "en").alt


def test_the_label_names_case_and_years(measured: Side) -> None:
    assert measured.label == "tiny, 2001–2003"
