"""The documents of a case whose text is frozen, by the hash of what is frozen."""

from __future__ import annotations

from timbang.casefile.texts import FOLDER, document_hash
from timbang.model import Case, Document


def with_text(case: Case) -> dict[str, Document]:
    """The documents that have a text, in the order of documents.csv; a document without one is legal."""
    paths = ((case.folder / FOLDER / f"{row.sha256}.json", row) for row in case.of(Document))
    return {document_hash(path): row for path, row in paths if path.is_file()}
