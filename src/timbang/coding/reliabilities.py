"""How reliable each coder of a case is, code by code, against what is agreed or has been settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timbang.coding.texts import readable, text_of
from timbang.evidence.codebook import Codebook
from timbang.evidence.ledger import entries
from timbang.evidence.trials import by_code
from timbang.inference.reliability import Reliability
from timbang.model import Case
from timbang.model.codings import Coding, Pass


def reliabilities(case: Case, codebook: Codebook) -> dict[str, dict[str, Reliability]]:
    """Coder -> code -> reliability, from the case's ledger and the edition of the codebook at hand."""
    mine = [one for one in entries(case.folder) if one.codebook == codebook.edition]
    codings = [one for one in mine if isinstance(one, Coding)]
    passages = {row.sha256: [p.id for p in text_of(case.folder, row.sha256)[1]] for row in readable(case)}
    return measured(codings, [one for one in mine if isinstance(one, Pass)], passages, codebook.codes)


def measured(
    codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]], codes: Iterable[str]
) -> dict[str, dict[str, Reliability]]:
    """The same from entries, over passages that two or more coders have read (evidence.trials)."""
    return {
        coder: {code: Reliability(of.right, of.wrong, of.missed, of.rest) for code, of in counted.items()}
        for coder, counted in by_code(codings, passes, passages, codes).items()
    }
