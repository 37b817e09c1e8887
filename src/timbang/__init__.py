"""timbang weighs evidence about how states balance: tested statements, each traceable to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timbang.panels.making import panel
    from timbang.run import load

__version__ = "0.1.0"
__all__ = ["__version__", "load", "panel"]


def __getattr__(name: str) -> Any:
    """`timbang.load` and `timbang.panel`, imported when asked for: the command line must start quickly."""
    if name == "load":
        from timbang.run import load

        return load
    if name == "panel":
        from timbang.panels.making import panel

        return panel
    raise AttributeError(f"timbang has no {name!r}")
