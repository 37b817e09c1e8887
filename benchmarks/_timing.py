"""Times commands as a user meets them: wall time and peak memory of a process, medians of interleaved runs."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

CPUINFO = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of wall time, peak resident memory in MiB."""

    seconds: float
    mebibytes: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command once; CalledProcessError if it fails. Memory is the largest of the process, not of its children."""
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024)


def medians(commands: Mapping[str, Sequence[str]], folder: Path, runs: int = 5) -> dict[str, Cost]:
    """Each command's medians over interleaved runs, after one run of each that is not counted."""
    for command in commands.values():
        cost(command, folder)
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(cost(command, folder))
    return {
        name: Cost(median(c.seconds for c in costs), median(c.mebibytes for c in costs))
        for name, costs in found.items()
    }


def machine() -> str:
    """Day, processor, cores, Python: what a number must be read with."""
    lines = CPUINFO.read_text().splitlines() if CPUINFO.is_file() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.machine()
    return f"{date.today()}, {processor}, {os.cpu_count()} cores, Python {platform.python_version()}"


def timbang(*words: str) -> list[str]:
    """The command line of this environment's timbang."""
    return [str(Path(sys.executable).parent / "timbang"), *words]
