"""A small case with coded documents: each sentence of a document is a passage."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from support.codings import balancing
from support.folders import write_case
from support.weighed import HEADER, QUESTIONS

from timbang.casefile import open_case
from timbang.casefile.texts import freeze
from timbang.evidence.ledger import writing
from timbang.model import Case
from timbang.model.codings import Coding, Pass
from timbang.model.documents import Extracted, Passage, quote_hash

SPEECH = ("The United States is a danger to us.", "We are content.", "America and Russia talk.", "The USA threaten us.")
SHA = sha256(b"speech").hexdigest()
LISTED = f"sha256,title,source,language,licence,path,says,date,interest\n{SHA},Speech,one,en,,,RUS president,2003-05,\n"


def extracted(sentences: Sequence[str]) -> Extracted:
    """The text of a document of one page."""
    text, passages = "\n".join(sentences), []
    for number, sentence in enumerate(sentences, 1):
        start = text.index(sentence)
        words = quote_hash(sentence)
        end = start + len(sentence)
        passages.append(Passage(id=f"p{number:04}", start=start, end=end, page=1, quote=words))
    return Extracted(text=text, passages=tuple(passages), pages=1, reader="test")


def said(code: str, passage: int = 1, coder: str = "Ana", **other: object) -> Coding:
    """A coding of a whole sentence of the speech, with the codebook that ships."""
    place = extracted(SPEECH).passages[passage - 1]
    values = {
        "document": SHA, "passage": place.id, "start": place.start, "end": place.end, "code": code, "coder": coder,
        "by": "person", "codebook": balancing().edition, "program": "timbang 0, sheet 1", "kind": "says",
    }  # fmt: skip
    return Coding(**(values | other))  # type: ignore[arg-type]


def reads(coder: str, *passages: int, **other: object) -> Pass:
    """That somebody has read these sentences."""
    values = {"document": SHA, "coder": coder, "by": "person", "codebook": balancing().edition, "program": "t, sheet 1"}
    return Pass(passages=tuple(f"p{n:04}" for n in passages), **(values | other))  # type: ignore[arg-type]


def coded_case(
    folder: Path, codings: Sequence[Coding], passes: Sequence[Pass] = (), rows: str = "", listed: str = LISTED,
    **files: str,
) -> Case:  # fmt: skip
    """The case with its ledger, opened."""
    made = write_case(
        folder / "made", evidence_csv=HEADER + rows, documents_csv=listed, **{"questions_yml": QUESTIONS} | files
    )
    freeze(made, SHA, extracted(SPEECH))
    with writing(made) as ledger:
        ledger.append(codings, passes)
    return open_case(made)
