"""Votes in the UN General Assembly and the ideal points estimated from them (Voeten, Strezhnev & Bailey)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.errors import Problem
from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_outside
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

VOTES = ("resid", "ccode", "year", "vote")
POINTS = ("ccode", "session", "NVotesAll", "IdealPointAll", "Q5%All", "Q95%All")
NO_VOTE = ("", "NA", "-9", "8", "9")  # 8 absent, 9 not a member
BEFORE_FIRST = 1945  # session s begins in year s + 1945
BIBTEX = """@misc{voeten-unga,
  author    = {Voeten, Erik and Strezhnev, Anton and Bailey, Michael},
  title     = {United Nations General Assembly Voting Data},
  publisher = {Harvard Dataverse},
  note      = {Votes 1946-2022; ideal points, July 2023},
}

@article{bailey2017ideal,
  author  = {Bailey, Michael A. and Strezhnev, Anton and Voeten, Erik},
  title   = {Estimating Dynamic State Preferences from United Nations Voting Data},
  journal = {Journal of Conflict Resolution},
  year    = {2017},
  volume  = {61},
  number  = {2},
  pages   = {430--456},
  doi     = {10.1177/0022002715595700},
}
"""


def read_votes(path: Path) -> Read:
    """One row a resolution and state: 1 yes, 2 abstain, 3 no. Who was absent or no member has none.

    `year` is as the file gives it. `session` is what stands before the last three digits of the
    resolution's number. The same vote a second time counts once.
    """
    import pyarrow.compute as pc

    rows = raw(path, VOTES, "UN General Assembly Voting Data")
    rows = _once(rows.where(pc.is_valid(rows.integers("vote", NO_VOTE))))
    year, resolution = rows.integers("year"), rows.integers("resid")
    session = pc.divide(resolution, 1000)
    _tell_years(rows, resolution, session, year)
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year)
    return rows.read({
        "resolution": resolution, "state": state, "year": year, "session": session,
        "vote": rows.integers_within("vote", 1, 3),
    })  # fmt: skip


def _once(rows: Rows) -> Rows:
    """The rows without votes that stand twice; each is told."""
    import pyarrow.compute as pc

    key = ["resid", "ccode", "vote"]
    found = rows.table.group_by(key, use_threads=False).aggregate([(LINE, "max"), (LINE, "count")])
    again = found.filter(pc.greater(found[f"{LINE}_count"], 1))[f"{LINE}_max"].combine_chunks()
    twice = pc.is_in(rows.table[LINE].combine_chunks(), again)
    rows.tell(twice, "the same vote stands twice; it counts once", "resid", level="notice")
    return rows.where(pc.invert(twice))


def _tell_years(rows: Rows, resolution: pa.Array, session: pa.Array, year: pa.Array) -> None:
    """A notice of the sessions some of whose votes have a year before they began."""
    import pyarrow as pa
    import pyarrow.compute as pc

    early = pc.greater(pc.add(session, BEFORE_FIRST), year)
    table = pa.table({"session": session, "year": year, "resolution": resolution}).filter(early)
    found = table.group_by(["session", "year"], use_threads=False).aggregate([("resolution", "count_distinct")])
    if found.num_rows:
        each = [
            f"{n} of session {session} in {then}" for session, then, n in zip(*found.to_pydict().values(), strict=True)
        ]
        rows.problems.append(Problem(
            what="resolutions have a year before their session began (session + 1945)", file=rows.file, column="year",
            value=", ".join(each), todo="The year stays as the file gives it", level="notice",
        ))  # fmt: skip


def read_points(path: Path) -> Read:
    """One row a state and session, at the year in which the session began (session + 1945).

    `ideal_point` is the posterior mean, `low` and `high` its 5th and 95th percentiles, `votes` the number it
    rests on. The 19th session (1964) took no votes but one.
    """
    import pyarrow.compute as pc

    rows = raw(path, POINTS, "UN ideal points (IdealpointestimatesAll)")
    year = pc.add(rows.integers_within("session", 1, 200), BEFORE_FIRST)
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year)
    return rows.read({
        "state": state, "year": year, "ideal_point": rows.numbers("IdealPointAll"),
        "votes": rows.integers("NVotesAll"), "low": rows.numbers("Q5%All"), "high": rows.numbers("Q95%All"),
    })  # fmt: skip


def _has_votes(peek: Peek) -> bool:
    return set(VOTES) <= set(peek.columns)


def _has_points(peek: Peek) -> bool:
    return set(POINTS) <= set(peek.columns)


SOURCE = Source(
    name="unga",
    label=Text("Votes in the UN General Assembly and ideal points", "Suara dalam Majelis Umum PBB dan titik ideal"),
    citation="Voeten, Erik, Strezhnev, Anton & Bailey, Michael. United Nations General Assembly Voting Data. Harvard "
    "Dataverse; Bailey, Michael A., Strezhnev, Anton & Voeten, Erik. 2017. Estimating Dynamic State Preferences from "
    "United Nations Voting Data. Journal of Conflict Resolution 61(2): 430-456.",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="un_votes",
            label=Text("Votes in the UN General Assembly", "Suara dalam Majelis Umum PBB"),
            file="UNVotes (here un_votes_1946_2022.parquet)",
            needed=VOTES,
            recognizes=_has_votes,
            read=read_votes,
            columns={"resolution": "int", "state": "string", "year": "int", "session": "int", "vote": "int"},
            key=("resolution", "state"),
            coverage=(1946, 2022),
            version="1946-2022",
            unread=("date",),
            rows=855887,
            ranges={"vote": (1, 3), "session": (1, 78)},
            holes={
                "year 1964": "no vote: the 19th session voted once, in 1965",
                "Ukraine, Belarus before 1991": "the file has their votes from 1991 on, when COW counts them",
                "absent": "a state that was absent, or no member, has no row",
                "year 2022": "the file also puts here 87 resolutions of session 78, which began in 2023",
            },
        ),
        DataTable(
            name="ideal_points",
            label=Text("Ideal points in UN votes", "Titik ideal dalam suara PBB"),
            file="IdealpointestimatesAll_Jul2023.csv",
            needed=POINTS,
            recognizes=_has_points,
            read=read_points,
            columns={"state": "string", "year": "int", "ideal_point": "float", "votes": "int", "low": "float",
                     "high": "float"},
            key=("state", "year"),
            coverage=(1946, 2022),
            version="July 2023",
            unread=("Q?%All", "Q??%All", "Q100%All", "iso3c", "Countryname"),
            rows=11045,
            ranges={"votes": (1, None)},
            holes={"year 1964": "the 19th session has no estimates"},
        ),
    ),
)  # fmt: skip
