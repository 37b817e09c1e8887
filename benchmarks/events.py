"""Counts acts in made-up events of GDELT's layout: `events.py [1 10 100]` millions, against SQL written by hand.

Each million is a Parquet file of 61 columns; `--text` times GDELT's tab-separated text as well. What is made
stays in `timbang-events` of the temporary folder.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import duckdb
from _timing import cost, machine, timbang

from timbang.casefile import find_case, open_case
from timbang.casefile.views import setting
from timbang.events.counting import MEMORY, count
from timbang.events.layouts import GDELT_COLUMNS

FOLDER = Path(tempfile.gettempdir()) / "timbang-events"
MILLION = 1_000_000
RUNS = 5
CODES = (
    "USA", "CHN", "RUS", "IND", "PAK", "IRN", "KAZ", "KGZ", "TJK", "UZB", "BLR", "GBR", "FRA", "DEU", "JPN", "KOR",
    "PRK", "TUR", "ISR", "PSE", "SYR", "IRQ", "AFG", "SAU", "EGY", "UKR", "POL", "ITA", "ESP", "CAN", "MEX", "BRA",
    "ARG", "VEN", "COL", "CUB", "NGA", "KEN", "ETH", "SDN", "ZAF", "AUS", "NZL", "IDN", "MYS", "PHL", "THA", "VNM",
    "MMR", "BGD", "LKA", "NPL", "MNG", "TKM", "AZE", "ARM", "GEO",
)  # fmt: skip


def made(millions: int, form: str) -> list[Path]:
    """The files of that many millions, made where they are not there yet."""
    FOLDER.mkdir(exist_ok=True)
    paths = [FOLDER / f"{number:03}.{form}" for number in range(millions)]
    for number, path in enumerate(paths):
        if not path.exists():
            part = path.with_suffix(".part")
            how = (
                "FORMAT parquet, COMPRESSION zstd"
                if form == "parquet"
                else "FORMAT csv, HEADER false, DELIMITER '\t', QUOTE ''"
            )
            with duckdb.connect() as connection:
                connection.execute(f"COPY ({rows(number * MILLION)}) TO '{part}' ({how})")
            part.rename(path)
    return paths


def rows(first: int) -> str:
    """SQL of a million events from a number on: each cell follows from that number; later years have more events."""
    told = {
        "GLOBALEVENTID": "i", "SQLDATE": "year * 10000 + 101 + h % 28", "MonthYear": "year * 100 + 1", "Year": "year",
        "FractionDate": "year + (h % 1000) / 1000", "Actor1Code": "a", "Actor1Name": "'ACTOR OF ' || a",
        "Actor1CountryCode": "a", "Actor2Code": "b", "Actor2Name": "'ACTOR OF ' || b", "Actor2CountryCode": "b",
        "IsRootEvent": "h % 2", "EventCode": "printf('%03d', root * 10)", "EventBaseCode": "printf('%03d', root * 10)",
        "EventRootCode": "printf('%02d', root)",
        "QuadClass": "CASE WHEN root < 6 THEN 1 WHEN root < 9 THEN 2 WHEN root < 14 THEN 3 ELSE 4 END",
        "GoldsteinScale": "(h % 200) / 10 - 10", "NumMentions": "1 + h % 20", "NumSources": "1",
        "NumArticles": "1 + h % 20", "AvgTone": "(h % 1000) / 100 - 5", "ActionGeo_FullName": "'A place in ' || b",
        "ActionGeo_Lat": "(h % 18000) / 100 - 90", "ActionGeo_Long": "(h % 36000) / 100 - 180",
        "DATEADDED": "year * 10000 + 101",
        "SOURCEURL": "'https://news.example.org/' || h || '/story-' || i || '.html'",
    }  # fmt: skip
    cells = ", ".join(f'{told.get(name, "NULL")} AS "{name}"' for name in GDELT_COLUMNS)
    codes = ", ".join(f"'{code}'" for code in CODES)
    return f"""WITH numbered AS (SELECT range AS i, (hash(range) % 1000000007)::BIGINT AS h,
        (hash(range + 1) % 999983)::BIGINT AS g
        FROM range({first}, {first + MILLION})), drawn AS (SELECT i, h,
        (1979 + floor(41 * sqrt((g % 10000) / 10000)))::INT AS year, (1 + h % 20)::INT AS root,
        CASE WHEN g % 10 < 2 THEN NULL ELSE ([{codes}])[1 + (h // 64) % {len(CODES)}] END AS a,
        CASE WHEN g % 10 IN (1, 2, 3) THEN NULL ELSE ([{codes}])[1 + (g // 16) % {len(CODES)}] END AS b FROM numbered)
        SELECT {cells} FROM drawn"""


def by_hand(paths: list[Path], members: list[str], targets: list[str]) -> list[tuple[object, ...]]:
    """The same counts as an analyst would write them for these files: two queries joined, in the same memory."""
    given = [str(path) for path in paths]
    source = f"read_parquet({given})"
    if paths[0].suffix != ".parquet":
        columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in GDELT_COLUMNS) + "}"
        source = (
            f"read_csv({given}, delim='\t', header=false, quote='', escape='', auto_detect=false, columns={columns})"
        )
    one, two = (", ".join(f"'{code}'" for code in codes) for codes in (members, targets))
    with duckdb.connect(config={"memory_limit": f"{MEMORY}MiB", "temp_directory": ""}) as connection:
        return connection.execute(f"""
            WITH totals AS (SELECT Year::INT AS year, count(*) AS events FROM {source} GROUP BY 1),
            acts AS (SELECT Year::INT AS year, Actor1CountryCode AS source, Actor2CountryCode AS target,
                count(*) FILTER (QuadClass::INT = 1) AS verbal_cooperation,
                count(*) FILTER (QuadClass::INT = 2) AS material_cooperation,
                count(*) FILTER (QuadClass::INT = 3) AS verbal_conflict,
                count(*) FILTER (QuadClass::INT = 4) AS material_conflict
                FROM {source} WHERE Actor1CountryCode IN ({one}) AND Actor2CountryCode IN ({two})
                AND Actor1CountryCode <> Actor2CountryCode GROUP BY 1, 2, 3)
            SELECT year, source, target, events, verbal_cooperation, material_cooperation, verbal_conflict,
                material_conflict FROM acts JOIN totals USING (year) ORDER BY year, source, target""").fetchall()


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def compared(paths: list[Path]) -> tuple[float, float]:
    """Medians of both, interleaved, after a run of each that shows they agree."""
    around = setting(open_case(find_case("sco")))
    members, targets = list(around.members), [*around.members, *around.outside]
    found = count(paths, members, targets)
    ours = [(*key, found.events[key[0]], *kinds.values()) for key, kinds in sorted(found.acts.items())]
    assert ours == by_hand(paths, members, targets), "the two do not agree"
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        times[0].append(timed(lambda: count(paths, members, targets)))
        times[1].append(timed(lambda: by_hand(paths, members, targets)))
    return median(times[0]), median(times[1])


def main() -> None:
    """Print a line for each number of millions and form."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("millions", nargs="*", type=int, default=[1, 10])
    asked.add_argument("--text", action="store_true", help="tab-separated text as well")
    given = asked.parse_args()
    print(machine())
    for form in ("parquet", "CSV") if given.text else ("parquet",):
        for millions in given.millions:
            paths = made(millions, form)
            size = sum(path.stat().st_size for path in paths) / 2**20
            ours, hand = compared(paths)
            whole = cost([*timbang("events", "sco"), *map(str, paths), "--out", str(FOLDER / "out.csv")], FOLDER)
            print(f"{millions} M, {form}, {size:,.0f} MiB: {ours:.2f} s, by hand {hand:.2f} s, "
                  f"ratio {ours / hand:.2f}; the command {whole.seconds:.1f} s, {whole.mebibytes:.0f} MiB",
                  flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
