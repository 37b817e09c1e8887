"""Cells: what each kind of column accepts, and what is said of the rest."""

from typing import Any

import pytest

from timbang.reading.cells import cell_reader, kind_reader
from timbang.reading.flaws import Flaw
from timbang.tables import Column


def reader(kind: str, among: str = "", required: bool = False, comma: bool = False) -> Any:
    return cell_reader(Column("c", "c", kind, "what it means", required, among), comma)


@pytest.mark.parametrize(
    ("kind", "among", "cell", "value"),
    [
        ("text", "", "  a b ", "a b"),
        ("text", "", "a\r\nb", "a\nb"),
        ("slug", "", "peace-mission-2007", "peace-mission-2007"),
        ("slug", "", "trade_share", "trade_share"),
        ("source", "", "akhli_sco:2016", "akhli_sco:2016"),
        ("edtf", "", "2006-08?", "2006-08?"),
        ("edtf", "", "200X", "200X"),
        ("state", "", "KAZ", "KAZ"),
        ("states", "", "KAZ|RUS", ("KAZ", "RUS")),
        ("states", "", "", ()),
        ("party", "", "SCO", "SCO"),
        ("parties", "", "CHN|ASEAN", ("CHN", "ASEAN")),
        ("count", "", "1300", 1300),
        ("count", "", "0", 0),
        ("count", "", "", None),
        ("number", "", "-0.25", -0.25),
        ("numbers", "", "43.8010||-1", (43.801, None, -1.0)),
        ("numbers", "", "|", (None, None)),
        ("year", "", "2007", 2007),
        ("word", "roster", "open", "open"),
        ("words", "purpose", "show-of-force|peacekeeping", ("show-of-force", "peacekeeping")),
        ("words", "precision", "town||town", ("town", "", "town")),
        ("slugs", "", "tanks|aircraft=50", ("tanks", "aircraft=50")),
        ("places", "", "CHN: Urumqi|Sea of Japan", ("CHN: Urumqi", "Sea of Japan")),
        ("path", "", "documents/a.pdf", "documents/a.pdf"),
    ],
)
def test_what_is_read(kind: str, among: str, cell: str, value: object) -> None:
    assert reader(kind, among)(cell) == value


@pytest.mark.parametrize(
    ("kind", "among", "cell", "said"),
    [
        ("text", "", "a\x00b", "U+0000"),
        ("text", "", "x" * 20_001, "20001 characters"),
        ("slug", "", "Peace Mission", "peace-mission"),
        ("source", "", "a, b", "a row of its own"),
        ("edtf", "", "2007-13", "no month 13"),
        ("edtf", "", "09/08/2007", "not guessed"),
        ("edtf", "", "24.08.2014", "not guessed"),
        ("state", "", "Kazakhstan", "Write KAZ"),
        ("state", "", "Kirgistan", "Write KGZ"),
        ("state", "", "中国", "Write CHN"),
        ("state", "", "kaz", "Write KAZ"),
        ("state", "", "KAZ ?", "no state is known"),
        ("state", "", "Kazakstann", "Did you mean KAZ"),
        ("state", "", "Korea", "no state is known"),
        ("state", "", "zzzzqqq", "states.csv"),
        ("states", "", "KAZ|KAZ", "twice"),
        ("states", "", "KAZ||RUS", "empty item"),
        ("party", "", "Shanghai Organization", "organization in capitals"),
        ("count", "", "1.300", "write 1300"),
        ("count", "", "-1", "cannot be a count"),
        ("count", "", "2.5", "not a whole number"),
        ("number", "", "1,300", "write 1300"),
        ("number", "", "1e3", "not a number"),
        ("number", "", "nan", "not a number"),
        ("year", "", "07", "not a year"),
        ("year", "", "٢٠٠٧", "not a year"),
        ("word", "roster", "opne", "Did you mean open"),
        ("words", "purpose", "counter-terrorism|fun", "not a known purpose"),
        ("slugs", "", "tanks=many", "number cannot be read"),
        ("places", "", "KZK: Almaty", "no state is known"),
        ("places", "", "KAZ:", "no place"),
        ("path", "", "../secret", "upwards"),
        ("slugs", "", "|".join(f"a{i}" for i in range(1001)), "1001 items"),
    ],
)
def test_what_is_refused_and_what_is_said(kind: str, among: str, cell: str, said: str) -> None:
    flaw = reader(kind, among)(cell)
    assert isinstance(flaw, Flaw)
    assert said in f"{flaw.what} {flaw.expected} {flaw.todo}"


def test_an_empty_cell_is_refused_only_where_one_is_required() -> None:
    assert isinstance(reader("slug", required=True)(" "), Flaw)
    assert reader("slug")(" ") == ""


def test_korea_utara_is_never_south_korea() -> None:
    assert "Write PRK" in reader("state")("Korea Utara").todo


@pytest.mark.parametrize(("cell", "value"), [("2,4", 2.4), ("43,8010", 43.801), ("43.8010", 43.801), ("7000", 7000)])
def test_decimal_commas_are_read_where_the_file_has_semicolons(cell: str, value: float) -> None:
    assert reader("number", comma=True)(cell) == value


@pytest.mark.parametrize("cell", ["1.300", "1,300"])
def test_ambiguous_numbers_are_asked_about_there_too(cell: str) -> None:
    assert "ambiguous" in reader("number", comma=True)(cell).todo


def test_every_kind_that_a_record_declares_can_be_read() -> None:
    from timbang.tables import contracts

    for contract in contracts().values():
        for column in contract.columns:
            assert callable(kind_reader(column.kind, column.among))
