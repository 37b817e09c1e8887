"""The codings of a case to and from other programs for qualitative analysis: REFI-QDA projects and codebooks."""

from __future__ import annotations

from pathlib import Path

from timbang import __version__
from timbang.casefile.staging import refuse_shipped
from timbang.coding import CODINGS
from timbang.coding.texts import held
from timbang.errors import Problem, misuse
from timbang.evidence.codebook import Codebook
from timbang.evidence.exchange.codebook_qdc import write_qdc
from timbang.evidence.exchange.project_in import read_project
from timbang.evidence.exchange.project_out import write_project
from timbang.evidence.exchange.to_codings import codings_of
from timbang.evidence.exchange.to_project import codes_of, project_of
from timbang.evidence.ledger import entries, writing
from timbang.model import Case
from timbang.model.codings import Coding

ORIGIN = f"timbang {__version__}"


def to_file(case: Case, codebook: Codebook, form: str, path: Path, onto: Path | None) -> tuple[int, list[Problem]]:
    """Write the codings made with a codebook, or its codes; how many, and what was left out.

    `onto` a project that was read: what timbang does not know in it stays.
    """
    if form == "qdc":
        write_qdc(codes_of(codebook), path, ORIGIN)
        return len(codebook.codes), []
    if form != "qdpx":
        raise misuse("there is no such format of codings", value=form, expected=", ".join(CODINGS))
    problems: list[Problem] = []
    every = entries(case.folder, problems)
    codings = [one for one in every if isinstance(one, Coding) and one.codebook.name == codebook.name]
    base = read_project(onto) if onto else None
    project = project_of(case.name, codings, codebook, held(case), ORIGIN, base)
    write_project(project, path)
    return len(project.marks), [*problems, *project.problems]


def from_file(case: Case, codebook: Codebook, path: Path) -> tuple[list[Coding], int, list[Problem]]:
    """Take over the codings of a project; those that are new, how many were there, and what was not taken over."""
    refuse_shipped(case.folder)
    project = read_project(path)
    found, problems = codings_of(project, codebook, held(case))
    with writing(case.folder) as opened:
        known = {one.id for one in entries(case.folder) if isinstance(one, Coding)}
        new = [one for one in found.values() if one.id not in known]
        return opened.append(new), len(found) - len(new), [*project.problems, *problems]
