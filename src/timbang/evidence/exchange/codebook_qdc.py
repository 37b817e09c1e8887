"""REFI-QDA codebooks, .qdc: codes with names, descriptions and colours, without any documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timbang.errors import Problem, stop
from timbang.evidence.exchange.codes_xml import read_codes, write_codes
from timbang.evidence.exchange.markup import CODEBOOK, LARGEST_XML, parse, serialized
from timbang.evidence.exchange.nouns import ProjectCode
from timbang.evidence.exchange.saving import saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Qdc:
    """A codebook as exchanged, and what it was read from: sets of codes and the like are still there in `root`."""

    codes: tuple[ProjectCode, ...]
    origin: str = ""
    problems: tuple[Problem, ...] = ()
    root: Any = None


def read_qdc(path: Path) -> Qdc:
    """The codebook in a .qdc; TimbangError if it is none, or made to do harm."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_XML + 1)
    except OSError as error:
        raise stop(f"the file cannot be read: {error.strerror}", file=path.name) from None
    if data.startswith(b"PK\x03\x04"):
        raise stop("this is an archive, no codebook", file=path.name, expected=".qdc", todo="A project is a .qdpx")
    root = parse(data, path.name, "CodeBook")
    codes, problems = read_codes(root, path.name)
    return Qdc(codes=tuple(codes), origin=root.get("origin") or "", problems=tuple(problems), root=root)


def write_qdc(codes: Iterable[ProjectCode], path: Path, origin: str = "", onto: Qdc | None = None) -> None:
    """Write a .qdc; `onto` a codebook that was read, all that timbang does not know in it stays."""
    from copy import deepcopy

    from lxml import etree

    root = deepcopy(onto.root) if onto is not None else etree.Element(f"{{{CODEBOOK}}}CodeBook", nsmap={None: CODEBOOK})
    if origin and onto is None:
        root.set("origin", origin)
    write_codes(root, codes)
    with saved(path) as part:
        part.write_bytes(serialized(root))
