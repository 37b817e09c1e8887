"""Models for tests of weighing, from plain numbers."""

from __future__ import annotations

import numpy as np

from timbang.inference.weighing.expectations import expected
from timbang.inference.weighing.records import Item, Likelihoods, Model
from timbang.inference.weighing.spaces import space


def likelihoods(of, theta, baseline, cluster, says, reads, slanted=0.0, rho=0.0):
    """`theta` {(k, implication): draws}, `baseline` {implication: draws}; `says`, each of `reads`: pairs of draws."""
    found = {}
    for name, base in baseline.items():
        base = np.atleast_1d(np.asarray(base, dtype=float))
        silent = np.full_like(base, np.nan)
        rows = [np.atleast_1d(theta.get((k, name), silent)).astype(float) for k in range(of.sets.shape[1])]
        found[name] = expected(of.sets, np.array(rows), base)
    draws = len(np.atleast_1d(next(iter(baseline.values()))))

    def pair(values):
        return np.array([np.broadcast_to(value, draws).astype(float) for value in values])

    return Likelihoods(
        clusters=dict(cluster),
        expected={name: rows for name, (rows, _) in found.items()},
        places={name: places for name, (_, places) in found.items()},
        reliability={("does", "none"): pair(says)},
        coders={name: pair(values) for name, values in {"": (0.0, 1.0), **reads}.items()},
        slanted=slanted,
        rho=rho,
    )


def model(
    mechanisms, theta, baseline, *, cluster=None, says=(0.0, 1.0), reads=None, prior=0.5, stay=0.9, slanted=0.0,
    rho=0.0, exclusive=False, origins=3,
):  # fmt: skip
    """A model whose drawn and stated likelihoods are the same where the numbers are single."""
    of = space(mechanisms, prior, stay, exclusive=exclusive)
    cluster = cluster or {name: name for name in baseline}
    means = [{key: np.mean(value) for key, value in part.items()} for part in (theta, baseline)]
    rest = (cluster, says, reads or {}, slanted, rho)
    return Model(
        mechanisms=tuple(f"m{k}" for k in range(mechanisms)),
        drawn=likelihoods(of, theta, baseline, *rest),
        means=likelihoods(of, *means, *rest),
        space=of,
        stated={(f"m{k}", i): value for (k, i), value in means[0].items()} | {("", i): v for i, v in means[1].items()},
        forms=dict.fromkeys(baseline, "does"),
        origins=origins,
    )


def item(implication, year, origin="o", reading="affirmed", **more):
    more.setdefault("id", "-".join(str(part) for part in (implication, year, origin, reading, more.get("coder", ""))))
    return Item(implication=implication, year=year, origin=origin, reading=reading, **more)
