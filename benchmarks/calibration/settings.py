"""The settings that are tried: one departure at a time from what the engine assumes."""

from __future__ import annotations

from calibration.generator import Setting

MODEL = Setting(name="as the model")
EXACT = Setting(name="as the model, each implication spoken of; rho 0", covered=True)  # nothing is left aside

SETTINGS = (
    MODEL,
    Setting(name="6 implications", implications=6),
    Setting(name="12 implications", implications=12),
    Setting(name="40 implications", implications=40),
    Setting(name="few reports", speaks=(0.015, 0.015)),
    Setting(name="many reports", speaks=(0.15, 0.15)),
    Setting(name="reliable origins", reliability=(0.05, 0.95)),
    Setting(name="unreliable origins", reliability=(0.25, 0.75)),
    Setting(name="declared copies", declared=True),
    Setting(name="undeclared copies", undeclared=True),
    Setting(name="none slanted", slanted=0.0),
    Setting(name="slanted .3", slanted=0.3),
    Setting(name="slanted .5", slanted=0.5),
    Setting(name="party line .3", slanted=0.0, line=0.3),
    Setting(name="correlated .3", correlation=0.3),
    Setting(name="correlated .6", correlation=0.6),
    Setting(name="slanted .3, correlated .6", slanted=0.3, correlation=0.6),
    Setting(name="party line .3, correlated .6", slanted=0.0, line=0.3, correlation=0.6),
    Setting(name="likelihoods wrong by a word", wrong=True),
    Setting(name="what is not so is seldom told", speaks=(0.015, 0.06)),
    Setting(name="the same, silence entered as searched for", speaks=(0.015, 0.06), searched=0.25),
    Setting(name="no mechanism", world="none"),
    Setting(name="a mechanism no theory names", world="unnamed"),
)
HARD = tuple(s for s in SETTINGS if s.slanted != 0.2 or s.line or s.correlation)  # slanted otherwise, or correlated
DENSE = tuple(  # so many reports that a cluster is often reported whole: where rho and slants matter most
    Setting(name=f"many reports{more}", speaks=(0.15, 0.15), slanted=slanted, line=line, correlation=r)
    for more, slanted, line, r in (
        (", none slanted, correlated .6", 0.0, 0.0, 0.6),
        (", correlated .6", 0.2, 0.0, 0.6),
        (", slanted .3, correlated .6", 0.3, 0.0, 0.6),
        (", party line .3, correlated .6", 0.0, 0.3, 0.6),
    )
)
FEW = tuple(
    Setting(name=f"{n} origin{'s' * (n > 1)}, party line .3", origins=n, slanted=0.0, line=0.3) for n in (1, 2, 3, 4, 6)
)
ASSUMED = {"rho": 0.5, "slanted": 0.2}  # theories/_assumptions.yml
