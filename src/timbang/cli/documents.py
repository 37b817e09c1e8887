"""What came of adding documents, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timbang.adding.document_fates import Added


def told(one: Added) -> dict[str, Any]:
    """All that is known of one file, for programs."""
    row = one.row
    known = {"sha256": row.sha256, "title": row.title, "source": row.source, "language": row.language,
             "licence": row.licence, "path": row.path} if row else {}  # fmt: skip
    read = {"pages": one.pages, "passages": one.passages, "blank_pages": list(one.blank_pages)} if row else {}
    problems = [problem.as_json() for problem in one.problems]
    return {"file": str(one.file), "fate": one.fate, **known, **read, "problems": problems}


def summary(added: Sequence[Added], bare: Sequence[str]) -> str:
    """Each file's problems, then how many documents met which fate, and sources that want completing."""
    from timbang.cli.console import counted, listed

    lines = [listed(problem) for one in added for problem in one.problems]
    fates = Counter(one.fate for one in added)
    lines += [f"{counted(len(added), 'file')}: {', '.join(f'{n} {fate}' for fate, n in fates.items())}"]
    lines += [f"  {one.row.source}: {one.row.title}" for one in added if one.row and one.fate == "added"][:20]
    if bare:
        keys = ", ".join(bare[:5]) + (", …" if len(bare) > 5 else "")
        lines += [f"made bare entries in references.bib ({keys}): complete their author, year and where"]
    return "\n".join(lines)
