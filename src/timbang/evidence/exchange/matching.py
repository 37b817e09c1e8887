"""Which of a project's sources and codes are the case's documents and the codebook's codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from timbang.evidence.codebook import Codebook
from timbang.evidence.exchange.anchoring import Writing
from timbang.evidence.exchange.guids import guid
from timbang.evidence.exchange.nouns import Project
from timbang.model.documents import Passage


@dataclass(frozen=True, kw_only=True)
class Held:
    """A document of the case: its frozen text and passages, and the file itself where it is there."""

    sha256: str
    title: str
    text: str
    passages: tuple[Passage, ...] = ()
    original: Path | None = None

    @cached_property
    def writing(self) -> Writing:
        """The text, ready to be compared with another writing of it."""
        return Writing(self.text)


def documents_of(project: Project, documents: Iterable[Held]) -> dict[str, Held]:
    """GUID of a source -> the document it is: by GUID, else by the same letters, else by the only one of its title."""
    held = list(documents)
    by_guid = {guid("document", one.sha256): one for one in held}
    by_letters = (
        {one.writing.letters: one for one in held} if any(s.guid not in by_guid for s in project.sources) else {}
    )
    titles = [one.title for one in held]
    by_title = {one.title: one for one in held if titles.count(one.title) == 1}
    found = {}
    for source in project.sources:
        letters = Writing(source.text or "").letters if source.guid not in by_guid else ""
        match = by_guid.get(source.guid) or by_letters.get(letters) or by_title.get(source.name)
        if match is not None and source.text is not None:
            found[source.guid] = match
    return found


def codes_meant(project: Project, codebook: Codebook) -> dict[str, str]:
    """GUID of a project's code -> the codebook's code: by GUID, else by its code or its name in either language."""
    by_guid = {guid("code", codebook.name, code): code for code in codebook.codes}
    by_name = {name.casefold(): code.code for code in reversed(list(codebook.codes.values()))
               for name in (code.label.id, code.label.en, code.code)}  # fmt: skip
    found = {code.guid: by_guid.get(code.guid) or by_name.get(code.name.strip().casefold()) for code in project.codes}
    return {key: code for key, code in found.items() if code is not None}
