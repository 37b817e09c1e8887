"""`timbang migrate CASE`: brings a case of an older format up to date."""

from __future__ import annotations

from timbang.cli.options import CaseWord


def migrate(case: CaseWord) -> None:
    """Bring a case of an older format up to date."""
    from timbang.casefile import lock
    from timbang.casefile import migrate as bring_up
    from timbang.cli.console import put, say
    from timbang.cli.opening import found

    folder = found(case)
    with lock(folder):
        changed = bring_up(folder)
    for path in changed:
        put(path)
    say("brought up to date" if changed else "already up to date")
