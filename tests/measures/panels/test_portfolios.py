"""Similarity of portfolios against the published values, and against the definitions written pair by pair."""

from __future__ import annotations

from itertools import combinations
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from support.portfolio_loops import corrected, s, same, tau_b

from timbang.measures import _contingency, _portfolios

# Signorino & Ritter 1999, Table 6: alliances of 1914 towards GMY RUS UKG FRN AUH ITA BEL SPN TUR NTH SWD RUM POR SWZ
# GRC DEN YUG BUL NOR ALB, and their capabilities (VALIDATION, "matched").
GERMANY = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
RUSSIA = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
CAPABILITY = [.25, .21, .20, .08, .08, .05, .03, .03, .02, .01, .01, .01, .01, .01, 0, 0, 0, 0, 0, 0]  # fmt: skip


def test_germany_and_russia_1914() -> None:
    both = np.array([GERMANY, RUSSIA])
    tables = _contingency.cross_tables(both, 4)
    assert _portfolios.absolute(both, 3)[0, 1] == pytest.approx(0.4)
    assert _portfolios.absolute(both, 3, np.array(CAPABILITY))[0, 1] == pytest.approx(-0.46)
    assert _contingency.tau_b(tables)[0] == pytest.approx(0.03031695, abs=1e-8)
    assert _contingency.kappa(tables, power=2)[0] == pytest.approx(-0.07758621, abs=1e-8)
    assert _contingency.pi(tables, power=0)[0] == pytest.approx(-0.04477612, abs=1e-8)


@given(arrays(np.int8, st.tuples(st.integers(2, 5), st.integers(1, 12)), elements=st.integers(0, 3)), st.data())
def test_s_is_what_a_loop_over_partners_gives(levels: np.ndarray, data: st.DataObject) -> None:
    partners = levels.shape[1]
    weights = data.draw(st.lists(st.floats(0.001, 1), min_size=partners, max_size=partners))
    for power, similarity in ((1, _portfolios.absolute), (2, _portfolios.squared)):
        plain, weighted = similarity(levels, 3), similarity(levels, 3, np.array(weights))
        for i, a in enumerate(levels.tolist()):
            for j, b in enumerate(levels.tolist()):
                assert plain[i, j] == pytest.approx(s(a, b, [1] * partners, power, 3), abs=1e-12)
                assert weighted[i, j] == pytest.approx(s(a, b, weights, power, 3), abs=1e-9)
                assert i != j or plain[i, j] == 1


@given(arrays(np.int8, st.tuples(st.integers(2, 4), st.integers(1, 15)), elements=st.integers(-1, 2)))
def test_coefficients_are_what_loops_over_common_votes_give(choices: np.ndarray) -> None:
    tables = _contingency.cross_tables(choices, 3)
    found = {
        "s": _contingency.similarity(tables, power=1),
        "kappa": _contingency.kappa(tables, power=2),
        "pi": _contingency.pi(tables, power=0),
        "pi squared": _contingency.pi(tables, power=2),
        "tau_b": _contingency.tau_b(tables),
    }
    for pair, (first, second) in enumerate(combinations(choices.tolist(), 2)):
        common = [(a, b) for a, b in zip(first, second, strict=True) if a >= 0 and b >= 0]
        assert tables[:, :, pair].sum() == len(common)
        if not common:
            assert all(isnan(values[pair]) for values in found.values())
            continue
        a, b = ([vote[side] for vote in common] for side in (0, 1))
        assert same(found["s"][pair], s(a, b, [1] * len(a), 1, 2))
        assert same(found["kappa"][pair], corrected(a, b, 2, 2, alike=False))
        assert same(found["pi"][pair], corrected(a, b, 0, 2, alike=True))
        assert same(found["pi squared"][pair], corrected(a, b, 2, 2, alike=True))
        assert same(found["tau_b"][pair], tau_b(a, b))


def test_weights_that_are_all_zero_leave_s_unknown() -> None:
    assert np.isnan(_portfolios.absolute(np.array([[3, 0], [0, 3]]), 3, np.zeros(2))).all()
