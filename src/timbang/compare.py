"""Compares cases: exercises per member, per pair of members and year, and density, on all exercises of each.

All exercises, not only those of a documented framework: a data set that records none (MME) could
not be compared otherwise; and of each case the years whose record is held complete. Each figure is
per year of membership, so neither size nor time makes an organization look closer than it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from timbang import registry
from timbang.casefile.views import setting, views
from timbang.errors import stop
from timbang.findings.measured import ordered, plain
from timbang.model import Case
from timbang.store.narrow import narrow
from timbang.store.views import Engine
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.report._charts.svg import Drawing

FIGURES = {
    "exercises_per_member_year": Text("Exercises per member and year", "Latihan per anggota per tahun"),
    "exercises_per_dyad_year": Text("Exercises per pair of members and year", "Latihan per pasangan anggota per tahun"),
    "network_density": Text(
        "Share of pairs that met in a year (mean)", "Bagian pasangan yang bertemu per tahun (rerata)"
    ),
}
TITLE = Text("Defence exercises of organizations compared", "Perbandingan latihan pertahanan antarorganisasi")
BOUNDS = Text("{name}: {value} ({low} to {high})", "{name}: {value} ({low} sampai {high})")
COLUMNS = ("case", "organization", "from", "to", "members", "member_years", "dyad_years", "exercises")
Figure = tuple[float | None, float | None, float | None]  # value, low, high


@dataclass(frozen=True, slots=True)
class Side:
    """One case: what its figures are divided by, and the figures, by measure."""

    base: Mapping[str, Any]  # COLUMNS -> value
    figures: Mapping[str, Figure]

    @property
    def label(self) -> str:
        """`sco, 2002–2010`."""
        return f"{str(self.base['case'])[:12]}, {self.base['from']}–{self.base['to']}"


def side(case: Case) -> Side:
    """Measure one case, over all exercises of the years whose record is held complete."""
    span = years(case)
    around = replace(setting(case), first_year=span[0], last_year=span[1])
    engine = Engine(narrow(views(case), {}, span), case.head.engine)
    found: dict[str, list[dict[str, Any]]] = {}
    for name in FIGURES:
        measure = registry.pick(registry.measures(), name, "measure")
        found[name] = ordered(engine.measure(measure, around).to_pylist(), measure)
    members = set(engine.arrow["members"]["state"].to_pylist())  # of the years compared, not of the whole period
    bases = {**found["exercises_per_member_year"][0], **found["exercises_per_dyad_year"][0]}
    values = (case.name, around.organization, around.first_year, around.last_year, len(members),
              bases["member_years"], bases["dyad_years"], engine.exercises)  # fmt: skip
    figures = {name: (_mean(rows, "value"), _mean(rows, "low"), _mean(rows, "high")) for name, rows in found.items()}
    return Side(dict(zip(COLUMNS, map(plain, values), strict=True)), figures)


def years(case: Case) -> tuple[int, int]:
    """The years of the period whose record of exercises, within the framework and outside, is held complete."""
    head = case.head
    held = [span for span in (head.complete, head.complete_others) if span]
    first, last = max(head.first_year, *(a for a, _ in held), 0), min(head.last_year, *(b for _, b in held), 9999)
    if first > last:
        raise stop(f"{case.name} has no year whose record is held complete", file="case.yml", column="complete")
    return first, last


def _mean(rows: Sequence[Mapping[str, Any]], column: str) -> float | None:
    """The mean over the years for which it is known; of a single row, its value."""
    known = [row[column] for row in rows if row[column] is not None]
    mean: float | None = plain(sum(known) / len(known)) if known else None
    return mean


def table(sides: Iterable[Side]) -> tuple[list[str], list[list[Any]]]:
    """Columns and one row per case, for files and people."""
    ends = ("", "_low", "_high")
    columns = [*COLUMNS, *(f"{name}{end}" for name in FIGURES for end in ends)]
    return columns, [[*one.base.values(), *(v for name in FIGURES for v in one.figures[name])] for one in sides]


def draw(sides: Sequence[Side], lang: str) -> Drawing:
    """One panel per figure, one row per case: the value as a bar, its bounds as a line."""
    import matplotlib

    from timbang.report._charts.canvas import SETTINGS, SOFT, Canvas
    from timbang.report._charts.svg import Drawing, tidy

    with matplotlib.rc_context(SETTINGS):  # type: ignore[arg-type]
        canvas = Canvas(560, 18 + len(FIGURES) * (30 + 20 * len(sides)))
        top, said = 16.0, []
        for name, label in FIGURES.items():
            canvas.text(0, top, label[lang], size=9, colour=SOFT)
            most = max((v for one in sides for v in one.figures[name] if v is not None), default=0) or 1
            for n, one in enumerate(sides):
                said.append(_bar(canvas, top + 8 + 20 * n, one, name, most, lang))
            top += 30 + 20 * len(sides)
        body = tidy(canvas.finish(), "compare")
    return Drawing(
        name="compare", lang=lang, width=canvas.width, height=canvas.height, body=body, glyphs=canvas.letters,
        title=TITLE[lang], alt=" ".join(said),
    )  # fmt: skip


def _bar(canvas: Any, top: float, one: Side, name: str, most: float, lang: str) -> str:
    """Draw one case's figure; the same in words."""
    from timbang.numbers import in_words

    value, low, high = one.figures[name]
    left, wide = 130.0, 340.0 / most
    canvas.text(left - 8, top + 11, one.label, anchor="end")
    if value is not None:
        canvas.box(left, top + 1, value * wide, 13, fill="#0072b2", line=0.6)
    if low is not None and high is not None and low < high:
        canvas.line(left + low * wide, top + 7.5, left + high * wide, top + 7.5, line=1.4)
    words = {
        "name": one.label,
        "value": in_words(value, lang),
        "low": in_words(low, lang),
        "high": in_words(high, lang),
    }
    canvas.text(left + wide * max(value or 0, high or 0) + 6, top + 11, words["value"])
    return f"{FIGURES[name][lang]}, {BOUNDS[lang].format(**words)}."
