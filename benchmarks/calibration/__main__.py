"""Tries every setting and writes results.md and reliability.svg beside this file.

From benchmarks/: OMP_NUM_THREADS=1 python -m calibration [worlds of each setting: 120] [of each assumption: 60]
Or, writing dense.md: python -m calibration dense [worlds: 60], what might be assumed where reports are many.
"""

from __future__ import annotations

import sys
from functools import partial
from itertools import product
from multiprocessing import Pool
from pathlib import Path

from _timing import machine

from calibration.generator import Setting
from calibration.scoring import Told
from calibration.settings import ASSUMED, DENSE, EXACT, FEW, HARD, MODEL, SETTINGS
from calibration.tables import HEAD, bins, diagram, leaders, row, sweep
from calibration.trying import Tried, engine_alone, tried

DRAWS = 1000
HERE = Path(__file__).parent
SHOWN = ("as the model", "slanted .5", "party line .3", "correlated .6", "party line .3, correlated .6",
         "likelihoods wrong by a word", "undeclared copies", "what is not so is seldom told")  # fmt: skip
GRID = tuple(product((0.0, 0.5, 1.0), (0.0, 0.1, 0.2, 0.3)))
FLOOR = (
    "| setting | all: share | stated / so | turned by one origin: share | stated / so "
    "| not turned: share | stated / so | told (and 3 origins): share | stated / so |\n"
    f"{'|---' * 9}|\n"
)
ASSUMING = (
    f"| setting | rho | slanted | right | stated | excess ± s.e. | held ≥ .8: right | stated | Brier |\n{'|---' * 9}|\n"
)


def main(many: int, few: int) -> None:
    """Write what is found, on two cores."""
    plain = tried(EXACT, many, rho=0.0, slanted=EXACT.slanted, draws=DRAWS)
    with Pool(2) as pool:
        every = [*SETTINGS, *FEW]
        found = dict(zip([s.name for s in every], pool.imap(partial(_assumed, many), every), strict=True))
        assuming = "".join(pool.imap(partial(_assuming, few), (MODEL, *HARD)))
    panels = {name: [one.engine for one in found[name]] for name in SHOWN}
    settings = HEAD + row(EXACT.name, plain) + "".join(row(s.name, found[s.name]) for s in SETTINGS)
    floors = "".join(leaders(name, of) for name, of in found.items())
    text = (
        f"<!-- written by python -m calibration {many} {few}: {machine()} -->\n\n## Settings\n\n{settings}\n"
        f"## Reliability\n\n{bins(panels)}\n## The leading mechanism and the floor\n\n{FLOOR}{floors}\n"
        f"## What might be assumed\n\n{ASSUMING}{assuming}"
    )
    (HERE / "results.md").write_text(text, encoding="utf-8")
    (HERE / "reliability.svg").write_text(diagram(panels), encoding="utf-8")


def dense(few: int) -> None:
    """Write what might be assumed where reports are many; without the exact rule, which would take hours."""
    with Pool(2) as pool:
        lines = "".join(pool.imap(partial(_assuming, few), DENSE))
    head = f"<!-- written by python -m calibration dense {few}: {machine()} -->\n\n"
    (HERE / "dense.md").write_text(head + ASSUMING + lines, encoding="utf-8")


def _assumed(many: int, setting: Setting) -> list[Tried]:
    found = tried(setting, many, draws=DRAWS, **ASSUMED)
    print(row(setting.name, found), end="", file=sys.stderr, flush=True)
    return found


def _assuming(few: int, setting: Setting) -> str:
    by: dict[tuple[float, float], list[Told]] = {
        (rho, slanted): engine_alone(setting, few, rho=rho, slanted=slanted, draws=300) for rho, slanted in GRID
    }
    return sweep(setting.name, by)


if __name__ == "__main__":
    if sys.argv[1:2] == ["dense"]:
        dense(int(sys.argv[2]) if len(sys.argv) > 2 else 60)
    else:
        given = [int(word) for word in sys.argv[1:]]
        main(*given, *(120, 60)[len(given) :])
