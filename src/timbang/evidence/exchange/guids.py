"""GUIDs that stay the same: made from what a thing is (UUID version 5), so that a second export names it alike."""

from __future__ import annotations

from uuid import UUID, uuid5

SPACE = UUID("6f1d3d0c-4c6e-5d0b-9a54-7a1f0d8f2b11")  # timbang's own name space


def guid(kind: str, *identity: object) -> str:
    """The GUID of a thing: `guid("code", "balancing", "threat-nonstate")`."""
    return str(uuid5(SPACE, "\x1f".join((kind, *map(str, identity)))))


def same(given: str | None) -> str:
    """A GUID as it is compared: programs write it with or without braces, large or small."""
    return (given or "").strip().strip("{}").lower()
