"""Charts: every measure's drawing is sound SVG that says what it shows; the pieces are checked by hand."""

from __future__ import annotations

import dataclasses
from typing import Any
from xml.etree import ElementTree

import pytest
from report.outline import Outline

from timbang.findings.finding import Results, Table
from timbang.registry import Measure
from timbang.report._charts import draw, land
from timbang.report._charts.attendance import _status
from timbang.report._charts.canvas import wrapped
from timbang.report._charts.labels import Box, Labels
from timbang.report._charts.letters import letter, text_width
from timbang.report._charts.points import Point
from timbang.report._charts.scale import linear, logarithmic
from timbang.report._drawings import drawings
from timbang.report._reader import Reader
from timbang.text import LANGS, Text

SVG = "{http://www.w3.org/2000/svg}"


def pick(results: Results, chart: str) -> Measure:
    found: Measure = next(m for m in results.measures if m.chart == chart and results.tables[m.name].rows)
    return found


def with_rows(results: Results, measure: Measure, rows: list[dict[str, Any]]) -> Results:
    """The results with other rows for one measure; columns not given are unknown."""
    columns = results.tables[measure.name].columns
    table = Table(measure=measure.name, columns=columns, rows=tuple(tuple(r.get(c) for c in columns) for r in rows))
    return dataclasses.replace(results, tables={**results.tables, measure.name: table})


def _has_values(results: Results, name: str) -> bool:
    table = results.tables[name]
    return any(row[table.columns.index("value")] is not None for row in table.rows)


@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_is_a_sound_file_with_title_and_description(results: Results, lang: str) -> None:
    drawn = drawings(results, lang)
    wanted = {m.name for m in results.measures if m.chart != "table" and results.tables[m.name].rows}
    assert set(drawn) == {name for name in wanted if _has_values(results, name)}
    for drawing in drawn.values():
        root = ElementTree.fromstring(drawing.file())
        assert root.findtext(f"{SVG}title") == drawing.title and root.findtext(f"{SVG}desc") == drawing.alt
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        uses = {(element.get("href") or "")[1:] for element in root.iter(f"{SVG}use")}
        assert uses <= set(ids)
        assert not list(root.iter(f"{SVG}text")), "letters are outlines, alike on every machine"
        assert "date" not in drawing.file().lower().replace("update", "")


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_leaves_the_sheet(results: Results, lang: str) -> None:
    for drawing in drawings(results, lang).values():
        for group in ElementTree.fromstring(drawing.file()).iter(f"{SVG}g"):
            place = group.get("transform", "")
            if place.startswith("translate") and "rotate" not in place:
                x, y = map(float, place[len("translate(") : place.index(")")].split())
                assert -1 <= x <= drawing.width and 0 <= y <= drawing.height, drawing.name


def test_the_words_of_a_chart_give_extent_and_extremes(results: Results) -> None:
    measure = next(m for m in results.measures if m.name == "exercises_per_year")
    rows = [
        {"year": 2001, "value": 1, "low": 1, "high": 1},
        {"year": 2002, "value": 4, "low": 3, "high": 5},
        {"year": 2003},
    ]
    made = with_rows(results, measure, rows)
    english, indonesian = draw(measure, made, "en"), draw(measure, made, "id")
    assert english and indonesian
    assert english.alt == (
        "Bar chart with 3 values, in exercises. Years 2001 to 2003. Highest: 4 (2002). Lowest: 1 (2001). Unknown: 1."
    )
    assert indonesian.alt == (
        "Diagram batang dengan 3 nilai, dalam latihan. Tahun 2001 sampai 2003. Tertinggi: 4 (2002). "
        "Terendah: 1 (2001). Tidak diketahui: 1."
    )


def test_the_figure_and_its_table_stand_together(results: Results, pages: dict[str, str]) -> None:
    page = Outline(pages["en"])
    charts = sum(given.get("class") == "chart" for _, given in page.tags)
    assert charts == len(drawings(results, "en")) == page.texts.count("The same data as a table")


@pytest.mark.parametrize("count", [81, 300])
def test_a_time_line_of_many_shows_the_largest_and_says_so(results: Results, count: int) -> None:
    measure = pick(results, "timeline")
    rows = [
        {"exercise": f"x{n}", "start": f"{1980 + n % 30}-01-01", "series": "none", "value": n, "low": n, "high": n}
        for n in range(count)
    ]
    drawing = draw(measure, with_rows(results, measure, rows), "en")
    assert drawing and drawing.note == f"Shown: the 80 largest of {count}; the table holds all."
    assert drawing.height < 2200


def test_a_time_line_of_many_without_sizes_counts_them_by_year(results: Results) -> None:
    measure = pick(results, "timeline")
    rows = [{"exercise": f"x{n}", "start": f"200{1 + n % 3}-01-01", "series": "none"} for n in range(200)]
    drawing = draw(measure, with_rows(results, measure, rows), "en")
    assert drawing and drawing.note.startswith("Too many exercises to list (200)") and not drawing.usual


def test_a_chart_of_nothing_known_is_not_drawn(results: Results) -> None:
    measure = next(m for m in results.measures if m.name == "exercises_per_year")
    assert draw(measure, with_rows(results, measure, [{"year": 2001}, {"year": 2002}]), "en") is None


def test_a_map_of_many_places_names_the_busiest(results: Results) -> None:
    measure = pick(results, "map")
    rows = [
        {
            "exercise": f"x{n}",
            "place": f"Place {n}",
            "state": "RUS",
            "lat": 40.0 + n % 9,
            "lon": 50.0 + n % 11,
            "value": 1,
        }
        for n in range(99)
    ]
    drawing = draw(measure, with_rows(results, measure, [*rows, {"exercise": "y", "place": "Sea", "value": 1}]), "en")
    assert drawing and drawing.note == (
        "1 without a position are not on the map. 75 places are marked without their names; the table names all."
    )


def test_attendance_of_many_exercises_is_given_by_year(results: Results) -> None:
    measure = next(m for m in results.measures if "present" in m.draw)
    rows = [{"exercise": f"x{n}", "present": ["CHN"], "value": 1, "low": 1, "high": 1} for n in range(200)]
    drawing = draw(measure, with_rows(results, measure, rows), "id")
    assert drawing and drawing.note.startswith("Terlalu banyak latihan untuk didaftar (200)")


@pytest.mark.parametrize(
    ("state", "status"),
    [("CHN", "took"), ("UZB", "uncertain"), ("KAZ", "possible"), ("TJK", "absent"), ("IND", "outside")],
)
def test_five_kinds_of_attendance(results: Results, state: str, status: str) -> None:
    measure = next(m for m in results.measures if "present" in m.draw)
    measure = dataclasses.replace(measure, draw={**measure.draw, "outside": "outside"})
    row = {"present": ["CHN"], "uncertain": ["UZB"], "possible": ["KAZ"], "outside": ["IND"]}
    assert _status(Point("a", None, None, "a", 1, 1, 3, row), state, measure) == status


def test_without_membership_absence_is_not_claimed(results: Results) -> None:
    measure = dataclasses.replace(next(m for m in results.measures if "present" in m.draw), draw={"present": "present"})
    assert _status(Point("a", None, None, "a", 1, 1, 1, {"present": ["CHN"]}), "IND", measure) == "absent_or_outside"


def test_a_long_name_is_wrapped_and_kept_whole(results: Results) -> None:
    measure = next(m for m in results.measures if m.name == "participation_count")
    name = "A joint exercise of the armed forces, border guards and agencies of several states near the sea"
    rows = [{"state": "XXX", "value": 3, "low": 3, "high": 3}, {"state": "YYY", "value": 2, "low": 2, "high": 2}]
    named = dataclasses.replace(with_rows(results, measure, rows), names={"XXX": Text(name, name)})
    drawing = draw(measure, named, "en")
    assert drawing
    assert " ".join(wrapped(name, 200)) == name and all(text_width(line, 9) <= 200 for line in wrapped(name, 200))
    letters = sum(len(word) for line in wrapped(name, 200) for word in line.split())
    assert drawing.body.count("<use") >= letters


def test_ticks_are_round_and_cover_the_values() -> None:
    assert linear([3], 0, 100, whole=True).ticks == [0, 1, 2, 3]
    assert linear([0.23, 0.77], 0, 100).ticks == [0, 0.2, 0.4, 0.6, 0.8]
    assert linear([48, 51], 0, 60).ticks == [0, 20, 40, 60]
    assert linear([], 0, 1).ticks[0] == 0
    log = logarithmic([300, 10000], 0, 100)
    assert log.ticks == [100, 1000, 10000] and log(100) == 0 and log(1000) == 50 and log(10000) == 100


def test_land_is_cut_to_the_window() -> None:
    window = (60.0, 30.0, 90.0, 60.0)  # inland Asia: land everywhere
    rings = list(land.outlines(window))
    assert rings and all(60 <= lon <= 90 and 30 <= lat <= 60 for ring in rings for lon, lat in ring)
    largest = max(rings, key=len)
    assert {(60.0, 60.0), (90.0, 60.0)} & {(round(lon, 6), round(lat, 6)) for lon, lat in largest}
    assert list(land.outlines((-150.0, -20.0, -140.0, -10.0))) == []  # the Pacific


def test_land_is_whole_across_the_antimeridian() -> None:
    chukotka = list(land.outlines((175.0, 62.0, 190.0, 70.0)))
    assert any(max(lon for lon, _ in ring) > 184 for ring in chukotka)
    width = [max(lon for lon, _ in ring) - min(lon for lon, _ in ring) for ring in land.outlines((-180, -60, 180, 85))]
    assert max(width) <= 360


def test_labels_never_lie_over_each_other() -> None:
    labels = Labels(300, 0, 200)
    placed = [labels.place("Chelyabinsk", 150, 100 + n, 8) for n in range(12)]
    found = [box for box in placed if box]
    assert len(found) == 3  # right, left, and below; above it has no room
    assert not any(a.meets(b) for i, a in enumerate(found) for b in found[i + 1 :])
    assert Box(0, 0, 2, 2).meets(Box(1, 1, 3, 3)) and not Box(0, 0, 2, 2).meets(Box(2, 0, 3, 2))


def test_letters_are_measured_from_the_face() -> None:
    assert text_width("", 9) == 0
    assert text_width("ii", 10) == pytest.approx(2 * letter("i", False).advance / 10)
    assert letter("W", False).advance > letter("i", False).advance
    assert letter(" ", False).outline == "" and letter("A", True).id != letter("A", False).id


def test_a_reader_of_each_language_sees_shares_as_percentages(results: Results) -> None:
    measure = next(m for m in results.measures if m.name == "participation_rate")
    assert Reader(results, "en").bounded(0.8095, 0.8095, 0.857, measure) == "81% (81%–85.7%)"
    assert Reader(results, "id").bounded(0.8095, 0.8095, 0.857, measure) == "81% (81%–85,7%)"
