"""Tables that are marked as tables, with headings in three languages."""

from timbang.evidence.extraction import exercises_from_grid, suggest
from timbang.model.documents import Extracted, Grid


def test_a_russian_table() -> None:
    rows = (
        ("№", "Дата", "Страны", "Место", "Название", "Численность"),
        ("1", "18–25 августа 2005 г.", "Россия, Китай", "Владивосток (Россия); Шаньдун (Китай)", "«Северный мост-2005»",
         "около 10 тыс. (Китай — 8000, Россия — 2000)"),
        ("2", "сентябрь 2008", "Россия и ?", "Волгоград, Россия", "Щит Волги", ""),
        ("", "", "Китай, Россия", "", "", ""),
    )  # fmt: skip
    first, second = exercises_from_grid(Grid(rows=rows))
    assert first.fields == {
        "locator": "table, row 1", "name_en": "Северный мост-2005", "name_id": "Северный мост-2005",
        "start": "2005-08-18", "end": "2005-08-25", "place": "RUS: Владивосток|CHN: Шаньдун",
        "troops": "10000", "qualifier": "about", "roster": "complete",
    }  # fmt: skip
    assert [(p.state, p.troops) for p in first.participants] == [("RUS", 2000), ("CHN", 8000)]
    assert (second.fields["start"], second.fields["roster"]) == ("2008-09", "open")


def test_an_english_table_with_observers_and_a_description() -> None:
    rows = (
        ("Date", "Participating states", "Venue", "Exercise", "Observers"),
        ("6–12 August 2003", "Russia, China, Kazakstan and Tajikistan?", "Kazakhstan",
         "Quiet Steppe\n• More than 1,300 troops", "India"),
    )  # fmt: skip
    (one,) = exercises_from_grid(Grid(rows=rows))
    assert one.fields["name_en"] == "Quiet Steppe" and one.fields["troops"] == "1300"
    assert [(p.state, p.role, p.certain) for p in one.participants] == [
        ("RUS", "participant", "yes"), ("CHN", "participant", "yes"), ("KAZ", "participant", "yes"),
        ("TJK", "participant", "no"), ("IND", "observer", "yes"),
    ]  # fmt: skip


def test_an_indonesian_table_with_the_year_in_its_own_column() -> None:
    rows = (
        ("Tahun", "Tanggal", "Nama Latihan", "Negara Peserta", "Lokasi", "Jumlah Pasukan"),
        ("2005", "18-25 Agustus", "Lembah Teduh", "Rusia dan Tiongkok", "Rusia: Vladivostok", "10.000"),
        ("2013", "Juni", "Padang Rumput", "Kazakhstan, Kirgistan", "Shymkent, Kazakhstan", ""),
        ("2014", "", "Gunung Batu", "India, Korea Utara", "", ""),
    )
    dates = [(one.fields["start"], one.fields["end"]) for one in exercises_from_grid(Grid(rows=rows))]
    assert dates == [("2005-08-18", "2005-08-25"), ("2013-06", "2013-06"), ("2014", "2014")]


def test_a_state_in_the_midst_of_a_places_name_is_part_of_it() -> None:
    rows = (
        ("Tanggal", "Nama Latihan", "Peserta", "Tempat"),
        ("Mei 2014", "Bangau Utara", "Tiongkok, Rusia", "Laut Tiongkok Timur"),
        ("Juni 2014", "Angin Utara", "Tiongkok, Rusia", "Urumqi, Tiongkok"),
    )
    assert [one.fields["place"] for one in exercises_from_grid(Grid(rows=rows))] == [
        "Laut Tiongkok Timur", "CHN: Urumqi"]  # fmt: skip


def test_first_and_last_day_in_two_columns() -> None:
    rows = (
        ("Name", "Start date", "End date", "Countries"),
        ("A", "30 December 2015", "3 January 2016", "Russia; Serbia"),
    )
    (one,) = exercises_from_grid(Grid(rows=rows))
    assert (one.fields["start"], one.fields["end"]) == ("2015-12-30", "2016-01-03")


def test_other_tables_give_nothing() -> None:
    assert exercises_from_grid(Grid(rows=(("State", "GDP"), ("China", "14,000")))) == []
    assert exercises_from_grid(Grid(rows=())) == []


def test_a_document_gives_each_exercise_once_with_its_place_in_the_text() -> None:
    table = "Date Participants Exercise\n18-25 August 2005 Russia, China Blue Coast\n"
    text = f"Tabel 4. Latihan\n{table}\nIn May 2010 Russia and India held the exercise “Quiet Lake”.\n"
    rows = (("Date", "Participants", "Exercise"), ("18-25 August 2005", "Russia, China", "Blue Coast"))
    start = text.index("Date")
    found = suggest(Extracted(text=text, grids=(Grid(rows=rows, start=start, end=start + len(table)),)))
    assert [(one.fields["name_en"], one.found_in) for one in found] == [
        ("Blue Coast", "table"),
        ("Quiet Lake", "prose"),
    ]
    assert found[0].fields["locator"] == "Table 4, row 1"
    ((low, high),) = found[0].spans["start"]
    assert text[low:high] == "18-25 August 2005 Russia, China Blue Coast"
    ((low, high),) = found[1].spans["name_en"]
    assert text[low:high] == "Quiet Lake"
