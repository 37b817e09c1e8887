"""Times weighing: 500 unit-targets by 30 years by 40 implications, six mechanisms, 2,000 draws; and how it grows.

python weighing.py [500]    units of the large run, on two processes; a fifth of them for all that is told
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes share two cores: none may take both
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable
from functools import cache
from multiprocessing import Pool

import numpy as np
from _timing import machine
from calibration.generator import Setting, book, world
from calibration.weighing_worlds import items, model

from timbang.inference.weighing.posterior import posterior
from timbang.inference.weighing.records import Item, Model
from timbang.inference.weighing.voices import voices
from timbang.inference.weighing.weigh import weigh

LARGE = Setting(name="large", mechanisms=6, years=30, implications=40, origins=8, speaks=(0.012, 0.012))


@cache
def asked(draws: int) -> Model:
    """The model, made once for all units."""
    return model(LARGE, book(LARGE, np.random.default_rng(1)), rho=0.5, slanted=0.2, draws=draws)


@cache
def unit(seed: int) -> list[Item]:
    """One unit's items: some 115 reports by eight origins."""
    chance = np.random.default_rng([2, seed])
    return items(world(LARGE, book(LARGE, np.random.default_rng(1)), chance))


def believe(seed: int, years: int = 30, draws: int = 2000) -> float:
    """Belief, intervals and the years of change of one unit; seconds of the processor."""
    began = time.process_time()
    of, span = asked(draws), range(years)
    posterior(of.space, of.drawn, voices(item for item in unit(seed) if item.year < years), span, ())
    return time.process_time() - began


def whole(seed: int) -> float:
    """All that is told of one unit: leaving out each origin, weights of items, misfit; seconds of the processor."""
    began = time.process_time()
    weigh(asked(2000), unit(seed), range(30))
    return time.process_time() - began


def taken(work: Callable[[], object]) -> float:
    """Seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(units: int) -> None:
    """Print the day, the machine, and the times."""
    print(machine())
    print(f"one model of 2,000 draws: {taken(lambda: asked(2000)):.1f} s; made for each process")
    reports = np.mean([len(unit(seed)) for seed in range(8)])
    print(f"{reports:.0f} reports a unit")
    with Pool(2) as pool:
        for name, work, many in (("belief, intervals, change", believe, units), ("all of weigh()", whole, units // 5)):
            pool.map(work, range(2), chunksize=1)  # each process makes its model first
            began = time.perf_counter()
            used = sum(pool.map(work, range(many), chunksize=5))
            seconds = time.perf_counter() - began
            print(f"{many} units, {name}: {seconds:.0f} s on two processes; of the processors {used:.0f} s", flush=True)
    for what, sizes in (("units", (5, 10, 20)), ("years", (10, 20, 30)), ("draws", (500, 1000, 2000))):
        print(
            f"{what}, seconds of the processor:", ", ".join(f"{size} in {_grown(what, size):.2f} s" for size in sizes)
        )


def _grown(what: str, size: int) -> float:
    years, draws = (size if what == name else most for name, most in (("years", 30), ("draws", 2000)))
    seeds = range(size if what == "units" else 10)
    believe(0, years, draws)
    return min(sum(believe(seed, years, draws) for seed in seeds) for _ in range(2))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
