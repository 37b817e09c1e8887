"""Two runs give the same bytes, whatever the time zone, locale, hash seed, folder and number of threads."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from report.made_up import results

from timbang.registry import exporters
from timbang.text import LANGS

CODE = """
import sys
from pathlib import Path
from report.made_up import results
from timbang.registry import exporters
from timbang.text import LANGS
made = results(small=True)
for exporter in reversed(list(exporters().values())):
    if exporter.takes == "results":
        exporter.write(made, Path(sys.argv[1]), LANGS)
"""


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
def test_another_machine_writes_the_same_bytes(tmp_path: Path) -> None:
    made = results(small=True)
    for exporter in exporters().values():
        if exporter.takes == "results":
            exporter.write(made, tmp_path / "here", LANGS)
    elsewhere = tmp_path / "a folder, elsewhere"
    moved = {"TZ": "Asia/Jakarta", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242",
             "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLCONFIGDIR": str(tmp_path / "mpl"),
             "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}  # fmt: skip
    Path(moved["MPLCONFIGDIR"]).mkdir()
    style = "svg.hashsalt: other\nfont.family: serif\nsvg.fonttype: none\n"  # a user's own settings change nothing
    (tmp_path / "mpl" / "matplotlibrc").write_text(style, encoding="utf-8")
    subprocess.run([sys.executable, "-c", CODE, str(elsewhere)], env={**os.environ, **moved}, cwd=tmp_path, check=True)
    there = _hashes(elsewhere)
    assert {"findings.json", "report.en.html", "report.id.html"} < set(there)
    assert there == _hashes(tmp_path / "here")
