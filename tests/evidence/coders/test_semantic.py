"""The semantic coder: only with its package, only with the model that was tried; scores, and the same every time."""

import pytest
from support.codings import balancing, passage

from timbang.errors import TimbangError
from timbang.evidence.coders import semantic
from timbang.evidence.coders.semantic import SemanticCoder, absent

needs_model = pytest.mark.skipif(bool(absent()), reason=absent() or "present")
TEXT = "Armed groups that cross the pass are a danger to every village in the valley. It rained all day in the town."


@needs_model
def test_a_codes_own_example_scores_highest() -> None:
    found = list(SemanticCoder(0.9).code([passage(TEXT)], TEXT, balancing(), "d1"))
    assert [(c.code, c.start) for c in found] == [("threat-nonstate", 0)] and found[0].score > 0.99


@needs_model
def test_the_same_every_time() -> None:
    first, second = (list(SemanticCoder(0.1).code([passage(TEXT)], TEXT, balancing())) for _ in range(2))
    assert first == second and first


@needs_model
def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    semantic._model.cache_clear()
    monkeypatch.setitem(semantic.HASHES, "sp.model", "0" * 64)
    with pytest.raises(TimbangError, match="not the one that was tried"):
        semantic.encode(["a"])
    semantic._model.cache_clear()


def test_without_the_package_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    semantic._model.cache_clear()
    monkeypatch.setattr(semantic, "find_spec", lambda name: None)
    assert "not installed" in absent()
    with pytest.raises(TimbangError, match="pip install"):
        semantic.encode(["a"])
