"""What a coding says beyond its code, as lines of a selection's description: `negated: yes`, `speaker: ...`."""

from __future__ import annotations

from typing import Any

from timbang.model.codings import Coding, Edition

YES = "yes"


def noted(coding: Coding) -> str:
    """The lines for a coding: what is as usual is left out."""
    lines = {
        "kind": coding.kind,
        "negated": YES if coding.negated else "",
        "quoted": YES if coding.quoted else "",
        "speaker": " ".join(coding.speaker.split()),
        "score": "" if coding.score == 1.0 else repr(coding.score),
        "by": coding.by,
        "program": coding.program,
        "codebook": " | ".join(coding.codebook),
        "passage": coding.passage,
        "settles": " ".join(coding.settles),
    }
    return "\n".join(f"{key}: {value}" for key, value in lines.items() if value)


def read_note(note: str) -> dict[str, Any]:
    """What a coding's fields are by such lines; other lines are people's memos, and say nothing of it."""
    lines = {key: value.strip() for key, mark, value in (line.partition(": ") for line in note.splitlines()) if mark}
    found: dict[str, Any] = {key: lines[key] for key in ("speaker", "program", "passage") if key in lines}
    found |= {key: True for key in ("negated", "quoted") if lines.get(key) == YES}
    found |= {"kind": lines["kind"]} if lines.get("kind") in ("says", "does") else {}
    found |= {"by": lines["by"]} if lines.get("by") in ("person", "program") else {}
    found |= {"settles": tuple(lines["settles"].split())} if "settles" in lines else {}
    edition = lines.get("codebook", "").split(" | ")
    found |= {"codebook": Edition(*edition)} if len(edition) == 3 else {}
    try:
        return found | ({"score": float(lines["score"])} if "score" in lines else {})
    except ValueError:
        return found
