"""Sets of states as a claim names them: codes, and the groups that the case declares."""

from __future__ import annotations

from collections.abc import Iterable

from timbang.errors import misuse
from timbang.model import Setting


def named(words: Iterable[str], setting: Setting) -> tuple[str, ...]:
    """The states that codes and names of groups stand for, each once; UsageError for an unknown group."""
    states: dict[str, None] = {}
    for word in words:
        states |= dict.fromkeys((word,) if _is_code(word) else _group(word, setting))
    return tuple(states)


def _is_code(word: str) -> bool:
    return len(word) == 3 and word.isupper()


def _group(word: str, setting: Setting) -> tuple[str, ...]:
    if word not in setting.groups:
        raise misuse(
            "neither a state's code nor a group of the case",
            value=word,
            expected=f"three capitals such as KAZ, or a group: {', '.join(setting.groups) or 'the case has none'}",
            todo="Declare the group in case.yml under groups",
        )
    return setting.groups[word]
