"""The examples in the documentation run, and the pages build."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUNS = re.compile(r"^<!-- runs -->\n```(bash|python)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
FILES = re.compile(
    r"^<!-- file: src/timbang/cases/example/(\S+) -->\n```\w+\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL
)
PAGES = [page for page in sorted(ROOT.glob("docs/*.md")) if RUNS.search(page.read_text(encoding="utf-8"))]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command with this environment's programs first, and nothing set for timbang."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("TIMBANG_")}
    env |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")


def test_some_pages_have_examples() -> None:
    assert {page.stem for page in PAGES} >= {"getting-started", "own-case", "python"}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_run_in_order(page: Path, tmp_path: Path) -> None:
    for language, code in RUNS.findall(page.read_text(encoding="utf-8")):
        how = ["bash", "-euo", "pipefail", "-c"] if language == "bash" else [sys.executable, "-c"]
        done = run([*how, code], tmp_path)
        assert done.returncode == 0, f"{code}\n{done.stdout}\n{done.stderr}"


@pytest.mark.slow
def test_the_example_of_claims_passes_the_check_and_is_judged(tmp_path: Path) -> None:
    for name, text in FILES.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = (ROOT / "docs/claims.md").read_text(encoding="utf-8")
    claims = re.search(r"^```yaml\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    assert claims is not None
    (tmp_path / "claims.yml").write_text(claims[1], encoding="utf-8")
    assert run(["timbang", "check", str(tmp_path)], tmp_path).returncode == 0
    done = run(["timbang", "explain", str(tmp_path), "claim/one-a-year/own"], tmp_path)
    assert "holds" in done.stdout, done.stderr


@pytest.mark.slow  # CI builds the pages in a stage of its own as well
def test_the_pages_build_without_a_warning_and_ask_nothing_of_the_network(tmp_path: Path) -> None:
    done = run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)], ROOT)
    assert done.returncode == 0, done.stderr
    loads = re.compile(r"""<(?:link|script|img)\b[^>]*?\b(?:href|src)=["']?(https?:)?//""")
    pages = {page.parent.name: page.read_text(encoding="utf-8") for page in tmp_path.rglob("index.html")}
    assert {"measures", "case-format", "commands"} <= set(pages)
    assert not [name for name, text in pages.items() if loads.search(text)]
