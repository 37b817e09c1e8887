"""How a command ends when something is wrong: a message, never a raw traceback, and the right status."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from timbang.errors import Problem, TimbangError

INPUT, INTERNAL, INTERRUPTED = 1, 3, 130


class Commands(TyperGroup):
    """The commands; every way in which one can fail is turned into its exit status here."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for; raises typer.Exit with its status."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # a closed pipe must show here, not when Python shuts down
        except BrokenPipeError:
            _let_go_of_stdout()
        except KeyboardInterrupt:
            _end("interrupted", INTERRUPTED)
        except TimbangError as error:
            _refuse(error)
        except OSError as error:
            _refuse(_unreachable(error)) if error.filename else _fail(error)
        except Exception as error:
            if hasattr(error, "exit_code"):  # typer's own: it knows how to end
                raise
            _fail(error)
        else:
            return done


def _end(message: str, status: int) -> NoReturn:
    from timbang.cli.console import say

    say(message)
    raise typer.Exit(status)


def _refuse(error: TimbangError) -> NoReturn:
    from timbang.cli.console import listed, say, tally

    for problem in error.problems:
        say(listed(problem))
    if len(error.problems) > 1:
        say(tally(error.problems))
    raise typer.Exit(error.status)


def _unreachable(error: OSError) -> TimbangError:
    """A file or folder that the system will not let us read or write is the user's to mend."""
    todo = "Check that it exists, that you may read and write it, and that the disk is not full"
    return TimbangError([Problem(what=(error.strerror or str(error)).lower(), file=str(error.filename), todo=todo)])


def _fail(error: Exception) -> NoReturn:
    """A fault of timbang's own: keep the traceback in a file, and say how to report it."""
    import tempfile
    import traceback

    from timbang import __version__

    trace = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile("w", prefix="timbang-fault-", suffix=".txt", delete=False, encoding="utf-8",
                                     errors="backslashreplace") as kept:  # fmt: skip
        kept.write(f"timbang {__version__}, Python {sys.version}\n{sys.argv}\n\n{trace}")
    shown = trace if os.environ.get("TIMBANG_DEBUG") else ""
    _end(f"{shown}timbang has a fault: {type(error).__name__}: {str(error)[:200]}\n"
         f"It is not in your data. The traceback is in {kept.name}; please report it with that file "
         "as an issue of the project. TIMBANG_DEBUG=1 shows it here.", INTERNAL)  # fmt: skip


def _let_go_of_stdout() -> None:
    """The reader has what it wanted (`timbang list | head -1`): end quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
