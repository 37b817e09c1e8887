"""Write src/timbang/states.csv from the COW and Gleditsch-Ward state lists in ../shared.

Run `.venv/bin/python tools/build_states.py`. Dates and numbers are facts of those lists; names are
Unicode CLDR's, or the ones declared below where CLDR has none or one too awkward for a table.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
from babel import Locale
from countrynames import to_code
from countrynames.mappings import mappings

ROOT = Path(__file__).parent.parent
SOURCES = ROOT.parent / "shared/data/states"
TARGET = ROOT / "src/timbang/states.csv"
COLUMNS = ["code", "cow", "gw", "start", "end", "name_en", "name_id", "cow_abbrev"]
EDITION_END = "2016-12-31"

# COW number: code. States that are no more keep COW's abbreviation, except where that is the ISO
# code of another state (CZE, KOR) or COW has none of its own (the USSR and Serbia, split below).
CODES = {
    240: "HAN", 245: "BAV", 255: "DEU", 260: "DEU", 265: "GDR", 267: "BAD", 269: "SAX", 271: "WRT",
    273: "HSE", 275: "HSG", 280: "MEC", 300: "AUH", 315: "CSK", 327: "PAP", 329: "SIC", 332: "MOD",
    335: "PMA", 337: "TUS", 345: "YUG", 511: "ZAN", 678: "YAR", 680: "YPR", 730: "XKO", 817: "RVN",
}  # fmt: skip

# COW number: first day of each later part and its code, with GW numbers (COW has one row for all).
PARTS = {
    365: [("1816-01-01", "RUS", 365), ("1922-12-30", "SUN", 365), ("1991-12-26", "RUS", 365)],
    345: [("1878-07-13", "SRB", 340), ("1918-12-01", "YUG", 345), ("2006-06-05", "SRB", 340)],
}

# COW number and start: GW number, where it is not the same.
GW_NUMBERS = {(255, "1990-10-03"): 260, (679, "1990-05-22"): 678}

# In the Gleditsch-Ward list only; its dates.
GW_ONLY = {89: "UPC", 99: "GCL", 563: "TRA", 564: "OFS", 711: "TBT", 815: "VNM"}

NAMES = {
    "AUH": ("Austria-Hungary", "Austria-Hongaria"),
    "BAD": ("Baden", "Baden"),
    "BAV": ("Bavaria", "Bayern"),
    "ANT": ("Netherlands Antilles", "Antillen Belanda"),
    "COD": ("DR Congo", "RD Kongo"),
    "COG": ("Congo (Brazzaville)", "Kongo (Brazzaville)"),
    "CSK": ("Czechoslovakia", "Cekoslowakia"),
    "GCL": ("Gran Colombia", "Kolombia Raya"),
    "GDR": ("East Germany", "Jerman Timur"),
    "HAN": ("Hanover", "Hannover"),
    "HKG": ("Hong Kong", "Hong Kong"),
    "HSE": ("Hesse-Kassel", "Hessen-Kassel"),
    "HSG": ("Hesse-Darmstadt", "Hessen-Darmstadt"),
    "MAC": ("Macao", "Makau"),
    "MEC": ("Mecklenburg-Schwerin", "Mecklenburg-Schwerin"),
    "MMR": ("Myanmar", "Myanmar"),
    "MOD": ("Modena", "Modena"),
    "OFS": ("Orange Free State", "Negara Bebas Oranje"),
    "PAP": ("Papal States", "Negara Gereja"),
    "PMA": ("Parma", "Parma"),
    "RVN": ("South Vietnam", "Vietnam Selatan"),
    "SAX": ("Saxony", "Sachsen"),
    "SIC": ("Two Sicilies", "Dua Sisilia"),
    "SUN": ("Soviet Union", "Uni Soviet"),
    "TBT": ("Tibet (1913–1950)", "Tibet (1913–1950)"),
    "TRA": ("Transvaal", "Transvaal"),
    "TUS": ("Tuscany", "Toskana"),
    "UPC": ("United Provinces of Central America", "Provinsi Bersatu Amerika Tengah"),
    "WRT": ("Württemberg", "Württemberg"),
    "XKO": ("Korea (before 1910)", "Korea (sebelum 1910)"),
    "YAR": ("Yemen Arab Republic", "Republik Arab Yaman"),
    "YPR": ("South Yemen", "Yaman Selatan"),
    "YUG": ("Yugoslavia", "Yugoslavia"),
    "ZAN": ("Zanzibar", "Zanzibar"),
}
PERIOD_NAMES = {(260, "1955-05-05"): ("West Germany", "Jerman Barat")}

Row = dict[str, str]


def cow_rows(gw: set[int]) -> Iterator[Row]:
    """One row per spell of COW membership, and per part where several states share a number."""
    for row in csv.DictReader((SOURCES / "states2016.csv").open(encoding="utf-8")):
        number, abbrev = int(row["ccode"]), row["stateabb"]
        start, end = (iso(row[f"{side}year"], row[f"{side}month"], row[f"{side}day"]) for side in ("st", "end"))
        for first, last, code, gw_number in parts(number, row["statenme"], start, end):
            known = str(gw_number) if gw_number in gw else ""
            yield state(code, str(number), known, first, last, abbrev)


def parts(number: int, name: str, start: str, end: str) -> Iterator[tuple[str, str, str, int]]:
    """Cut one spell where the number passes from one state to another."""
    end = "9999" if end == EDITION_END else end
    default = [(start, CODES.get(number) or alpha3(name), GW_NUMBERS.get((number, start), number))]
    cuts = PARTS.get(number, default)
    for (first, code, gw_number), (after, *_) in zip(cuts, [*cuts[1:], ("9999", "", 0)], strict=True):
        low, high = max(start, first), min(end, day_before(after))
        if low <= high:
            yield low, "" if high == "9999" else high, code, gw_number


def gw_only_rows(entries: list[tuple[int, str, str]]) -> Iterator[Row]:
    for number, start, end in entries:
        if number in GW_ONLY:
            yield state(GW_ONLY[number], "", str(number), start, end, "")


def territory_rows(known: set[str]) -> Iterator[Row]:
    """What ISO 3166-1 lists and COW does not count, undated; and the Netherlands Antilles."""
    for alpha2 in Locale("en").territories:
        code = mappings.get(str(alpha2), "")
        if len(str(alpha2)) == 2 and code and code not in known | {"EUU"}:
            yield state(code, "", "", "", "", "")
    yield state("ANT", "", "", "", "", "")


def state(code: str, cow: str, gw: str, start: str, end: str, abbrev: str) -> Row:
    english, indonesian = PERIOD_NAMES.get((int(cow or 0), start)) or NAMES.get(code) or cldr(code)
    return dict(zip(COLUMNS, [code, cow, gw, start, end, english, indonesian, abbrev], strict=True))


def cldr(code: str) -> tuple[str, str]:
    alpha2 = next(two for two, three in mappings.items() if three == code and len(two) == 2)
    return Locale("en").territories[alpha2], Locale("id").territories[alpha2]


def alpha3(name: str) -> str:
    return mappings[to_code(name) or ""]


def iso(year: str, month: str, day: str) -> str:
    return date(int(year), int(month), int(day)).isoformat()


def day_before(day: str) -> str:
    return day if day == "9999" else date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def gleditsch_ward() -> list[tuple[int, str, str]]:
    """Number, start and end of each spell (the workbook writes dd.mm.yyyy)."""
    sheet = openpyxl.load_workbook(SOURCES / "gwstates.xlsx").worksheets[0]
    cells = [[str(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    return [(int(row[0]), iso(*reversed(row[3].split("."))), iso(*reversed(row[4].split(".")))) for row in cells]


def main() -> None:
    entries = gleditsch_ward()
    rows = [*cow_rows({number for number, _, _ in entries}), *gw_only_rows(entries)]
    rows.sort(key=lambda row: (int(row["cow"] or row["gw"]), row["start"]))
    rows += sorted(territory_rows({row["code"] for row in rows}), key=lambda row: row["code"])
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
