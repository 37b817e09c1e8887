"""The `timbang` command and its subcommands, one file each."""

from __future__ import annotations

from typing import Annotated

import typer

from timbang import __version__
from timbang.cli.add import add
from timbang.cli.agree import agree
from timbang.cli.check import check
from timbang.cli.code import code
from timbang.cli.compare import compare
from timbang.cli.data import app as data
from timbang.cli.events import events
from timbang.cli.explain import explain
from timbang.cli.export import export
from timbang.cli.extract import extract
from timbang.cli.failures import Commands
from timbang.cli.listing import listing
from timbang.cli.migrate import migrate
from timbang.cli.new import new
from timbang.cli.panel import panel
from timbang.cli.review import review
from timbang.cli.run import run
from timbang.cli.search import search
from timbang.cli.show import show
from timbang.cli.weigh import weigh

# Plain help and messages: rich would take longer to load than all that --help does.
app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"timbang {__version__}")
        raise typer.Exit


@app.callback()
def timbang(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Weigh evidence about how states balance: cases in, audited reports out, every figure traced to its source.

    Data go to stdout, messages to stderr. Status: 0 fine, 1 problems in the input, 2 usage, 3 a fault of timbang.
    """


app.command()(run)
app.command()(check)
app.command()(new)
app.command()(add)
app.command(name="list")(listing)
app.command()(show)
app.command()(explain)
app.command()(weigh)
app.command()(export)
app.command()(compare)
app.command()(panel)
app.command()(events)
app.command()(search)
app.command()(extract)
app.command()(review)
app.command()(code)
app.command()(agree)
app.command()(migrate)
app.add_typer(data, name="data")
