"""Times `timbang run sco` against the same queries and figures written by hand, and `timbang --help`.

Run `.venv/bin/python benchmarks/run_sco.py`: medians of five interleaved runs, after one that is not counted.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from _timing import machine, medians, timbang

from timbang.registry import shipped_cases

HERE = Path(__file__).parent
BY_HAND = "by hand"
RUN = "timbang run sco"


def main() -> None:
    script = str(HERE / "handwritten_sco.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            RUN: timbang("run", "sco", "--out", "timbang"),
            BY_HAND: [sys.executable, script, str(shipped_cases()["sco"]), "by-hand"],
            "timbang --help": timbang("--help"),
        }
        found = medians(commands, folder)
    print(machine())
    for name, cost in found.items():
        print(f"{name:16} {cost.seconds:6.2f} s {cost.mebibytes:6.0f} MiB")
    times = found[RUN].seconds / found[BY_HAND].seconds
    memory = found[RUN].mebibytes / found[BY_HAND].mebibytes
    print(f"ratio: {times:.2f} in time, {memory:.2f} in memory")


if __name__ == "__main__":
    main()
