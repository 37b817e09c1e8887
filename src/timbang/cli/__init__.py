"""Thin commands: each reads its arguments, calls the rooms below, and says what came of it."""

from __future__ import annotations


def main() -> None:
    """The `timbang` command. It leaves by SystemExit: 0 fine, 1 problems in the input, 2 usage, 3 internal."""
    from timbang.cli.app import app
    from timbang.cli.console import speak_utf8

    speak_utf8()
    app(prog_name="timbang")
