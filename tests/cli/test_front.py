"""The command from outside: help, version, usage, and how fast it answers."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

import timbang as package

Run = Callable[..., Any]
COMMANDS = (
    "run", "check", "new", "add", "list", "show", "explain", "weigh", "export", "compare", "panel", "events", "search",
    "extract", "review", "code", "agree", "migrate", "data",
)  # fmt: skip


def test_help_names_every_command_on_stdout(timbang: Run) -> None:
    done = timbang("--help")
    assert (done.returncode, done.stderr) == (0, "")
    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == list(COMMANDS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the processor time of children")
def test_help_takes_less_than_four_tenths_of_a_second(timbang: Run) -> None:
    """Processor time, the least of several: the machine may be busy with other things."""
    import resource

    took = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        timbang("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(took) < 0.4


def test_help_loads_nothing_heavy(timbang: Run) -> None:
    done = timbang("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    heavy = {"ibis", "duckdb", "pyarrow", "matplotlib", "rich", "babel", "numpy", "jinja2", "networkx", "bibtexparser"}
    assert "typer" in loaded and not loaded & heavy


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(invoke: Run, command: str) -> None:
    done = invoke(command, "--help")
    assert done.exit_code == 0 and f"timbang {command}" in done.stdout and "Options:" in done.stdout


def test_version(timbang: Run) -> None:
    done = timbang("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"timbang {package.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("weigh-all",), ("run",), ("run", "sco", "--nonsense"), ("run", "no-such-case"), ("run", "./nowhere"),
        ("run", "sco", "--lang", "fr"), ("list", "planets"), ("list", "claims"), ("list", "measures", "sco"),
        ("show", "nothing-of-this-name"), ("new", "../outside"), ("new", "con"), ("new", ""), ("new", ".hidden"),
        ("new", "x", "--members", "atlantis"), ("add", "exercises"),
        ("add", "treaties", "f.csv", "--from", "mme", "--case", "sco"),
        ("add", "exercises", "f.csv", "--from", "nobody", "--case", "sco"), ("compare", "sco"),
        ("compare", "sco", "sco", "--out", "figure.png"), ("export", "sco", "--table", "exercises", "--out", "x.exe"),
        ("export", "sco", "--table", "secrets", "--out", "x.csv"), ("explain", "sco"),
    ],
)  # fmt: skip
def test_misuse_is_status_2_with_a_message_and_no_data(invoke: Run, arguments: tuple[str, ...]) -> None:
    done = invoke(*arguments)
    assert done.exit_code == 2
    assert done.stderr.strip() and not done.stdout.strip() and "Traceback" not in done.stderr


def test_utf8_whatever_the_locale(timbang: Run) -> None:
    done = timbang("show", "nato", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0 and "Türkiye" in done.stdout


@pytest.mark.parametrize("command", ["run", "check", "show", "list", "new", "migrate"])
@pytest.mark.parametrize("word", ["a" * 5000, "\x1b[31mred", "%s{0}", "-", "sco\n", "\x00", "‮oit", "~root/.."])
def test_hostile_arguments(invoke: Run, command: str, word: str) -> None:
    done = invoke(command, word)
    usable = command == "new" and word in ("%s{0}", "‮oit")
    assert done.exit_code in ((0, 1, 2) if usable else (1, 2)), done.stderr
    assert "Traceback" not in done.stderr and "fault" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bytes in arguments")
@pytest.mark.parametrize("command", ["run", "new"])
def test_arguments_that_are_no_text(timbang: Run, command: str) -> None:
    done = timbang(command, "\udcff\udcfe")
    assert done.returncode in (1, 2) and "Traceback" not in done.stderr and "fault" not in done.stderr
