"""`timbang events`: CSV or JSON to stdout, files by their ending, messages to stderr."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support.events import every_layout


def test_the_command_gives_csv_json_and_files(invoke: Callable[..., Any], tmp_path: Path) -> None:
    paths = every_layout(tmp_path)["gdelt"]
    answer = invoke("events", "sco", *paths)
    assert answer.exit_code == 0, answer.stderr
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    told = json.loads(invoke("events", "sco", *paths, "--json").stdout)
    assert len(rows) == len(told) and told[0]["source"] == "SCO" and told[0]["cooperative"] == 3
    for suffix in ("csv", "parquet", "json"):
        out = tmp_path / f"o.{suffix}"
        assert invoke("events", "sco", *paths, "--out", out).stdout == f"{out}\n" and out.stat().st_size
    assert invoke("events", "sco", tmp_path / "none.csv").exit_code == 2
    assert invoke("events", "sco", *paths, paths[0]).exit_code == 2  # its events would count twice
