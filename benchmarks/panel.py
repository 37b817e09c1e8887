"""Times a panel of ten measures, all pairs of states 1946-2014, from the data home: `panel.py [DATA-HOME]`.

Medians of five runs in one process, and the time and peak memory of the command.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from _timing import cost, machine, timbang

from timbang.panels.asked import asked
from timbang.panels.making import make
from timbang.panels.writing import write

MEASURES = (
    "cinc", "parity", "concentration", "s_alliance", "s_votes", "kappa_votes", "ideal_point_distance",
    "kappa_alliance", "joint_memberships", "rivalry",
)  # fmt: skip
YEARS = (1946, 2014)
RUNS = 5


def once(out: Path) -> dict[str, float]:
    """Seconds of each measure, of reading and putting together, of writing, and of the whole."""
    marks: list[tuple[str, float]] = [("start", time.perf_counter())]
    wanted = asked("dyad-year", MEASURES, YEARS)
    panel = make(wanted, progress=lambda what: marks.append((what, time.perf_counter())))
    marks.append(("write", time.perf_counter()))
    write(panel, out)
    marks.append(("end", time.perf_counter()))
    took = {name: later - begun for (name, begun), (_, later) in pairwise(marks)}
    return took | {"rows": panel.table.num_rows, "whole": marks[-1][1] - marks[0][1]}


def main() -> None:
    """Print the medians."""
    if len(sys.argv) > 1:
        os.environ["TIMBANG_DATA"] = str(Path(sys.argv[1]).resolve())
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "panel.parquet"
        once(out)  # what is imported and cached once is not counted
        runs = [once(out) for _ in range(RUNS)]
        for name in runs[0]:
            print(f"{name}: {median(run[name] for run in runs):.2f}")
        words = ["--measure", ",".join(MEASURES), "--years", f"{YEARS[0]}:{YEARS[1]}"]
        whole = cost([*timbang("panel", "dyad-year", *words, "--out", str(out))], Path(folder))
        print(f"the command: {whole.seconds:.1f} s, {whole.mebibytes:.0f} MiB")


if __name__ == "__main__":
    main()
