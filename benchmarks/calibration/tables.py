"""Tables and the diagram of what was tried, in Markdown and SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from calibration.scoring import Score, Told, reliability, score
from calibration.trying import Tried

HEAD = (
    "| setting | right | stated | excess ± s.e. | Brier | held ≥ .8 | right | stated "
    "| exact rule: right | stated | Brier | 90 % interval holds it | draws | alarms |\n"
    f"{'|---' * 14}|\n"
)


def row(name: str, of: Sequence[Tried]) -> str:
    """One setting's line of the main table."""
    e, x = score([one.engine for one in of]), score([one.rule for one in of])
    inside = [((o.weighed.low <= o.exact) & (o.exact <= o.weighed.high)).mean() for o in of]
    draws = np.median([o.weighed.effective for o in of])
    alarms = np.mean([o.weighed.misfit.alarm for o in of])
    return (
        f"| {name} | {_engine(e)} | {x.accuracy:.3f} | {x.confidence:.3f} | {x.brier:.3f} | {np.mean(inside):.2f} "
        f"| {draws:.0f} | {alarms:.2f} |\n"
    )


def _engine(e: Score) -> str:
    return (
        f"{e.accuracy:.3f} | {e.confidence:.3f} | {e.excess:+.3f} ± {e.error:.3f} | {e.brier:.3f} | {e.held:.2f} "
        f"| {e.held_right:.3f} | {e.held_confidence:.3f}"
    )


def sweep(name: str, by: Mapping[tuple[float, float], Sequence[Told]]) -> str:
    """One setting's lines of the table of what might be assumed: excess, and Brier, by rho and slanted."""
    lines = []
    for (rho, slanted), told in by.items():
        s = score(told)
        lines.append(
            f"| {name} | {rho} | {slanted} | {s.accuracy:.3f} | {s.confidence:.3f} | {s.excess:+.3f} ± {s.error:.3f} "
            f"| {s.held_right:.3f} | {s.held_confidence:.3f} | {s.brier:.3f} |\n"
        )
    return "".join(lines)


def leaders(name: str, of: Sequence[Tried]) -> str:
    """One setting's line on the floor: the leading mechanism's share of years, as stated and as it is."""
    told = [o for o in of if not o.weighed.floor]
    turned = [o for o in of if _turned(o)]
    firm = [o for o in of if not _turned(o)]
    parts = [f"{len(some) / len(of):.2f} | {_leading(some)}" for some in (of, turned, firm, told)]
    return f"| {name} | {' | '.join(parts)} |\n"


def _turned(one: Tried) -> bool:
    return any(reason.startswith("turned") for reason in one.weighed.floor)


def _leading(of: Sequence[Tried]) -> str:
    if not of:
        return "–"
    leads = [int(o.weighed.mean.mean(axis=0).argmax()) for o in of]
    stated = np.mean([o.weighed.mean[:, k].mean() for o, k in zip(of, leads, strict=True)])
    so = np.mean([o.world.at_work[:, k].mean() for o, k in zip(of, leads, strict=True)])
    return f"{stated:.2f} / {so:.2f}"


def bins(panels: Mapping[str, Sequence[Told]]) -> str:
    """Reliability as a table: in each tenth of probability, how often it was so (of how many statements)."""
    tenths = " | ".join(f"{b / 10:.1f}–{(b + 1) / 10:.1f}" for b in range(10))
    lines = [f"| setting | {tenths} |\n", "|---" * 11 + "|\n"]
    for name, told in panels.items():
        found = {int(min(p, 0.999) * 10): f"{so:.2f} ({n})" for p, so, n in reliability(told)}
        lines.append(f"| {name} | " + " | ".join(found.get(b, "") for b in range(10)) + " |\n")
    return "".join(lines)


def diagram(panels: Mapping[str, Sequence[Told]]) -> str:
    """Reliability as a drawing: how often it was so against the probability given; areas by number."""
    side, gap = 150, 36
    drawn = []
    for n, (name, told) in enumerate(panels.items()):
        x, y = gap + n % 4 * (side + gap), gap + n // 4 * (side + 2 * gap)
        found = reliability(told)
        total = sum(many for *_, many in found)
        dots = "".join(
            f'<circle cx="{x + p * side:.1f}" cy="{y + (1 - so) * side:.1f}" r="{2 + 22 * np.sqrt(many / total):.1f}"/>'
            for p, so, many in found
        )
        drawn.append(
            f'<rect x="{x}" y="{y}" width="{side}" height="{side}" fill="none" stroke="#888"/>'
            f'<line x1="{x}" y1="{y + side}" x2="{x + side}" y2="{y}" stroke="#bbb"/>'
            f'<g fill="#1b6ca8" fill-opacity=".6">{dots}</g><text x="{x}" y="{y - 8}">{name}</text>'
            f'<text x="{x}" y="{y + side + 14}">0</text><text x="{x + side - 6}" y="{y + side + 14}">1</text>'
        )
    rows = -(-len(panels) // 4)
    size = f'width="{gap + 4 * (side + gap)}" height="{gap + rows * (side + 2 * gap)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">'
        f"<title>How often it was so (up) against the probability given (across)</title>{''.join(drawn)}</svg>\n"
    )
