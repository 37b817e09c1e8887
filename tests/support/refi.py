"""REFI-QDA projects made by hand, as other programs write them."""

import zipfile
from pathlib import Path

HEAD = '<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="{origin}">'
ANN, BOB = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"
THREAT, DOCUMENT = "AAAAAAAA-0000-0000-0000-000000000001", "BBBBBBBB-0000-0000-0000-000000000001"
USERS = f'<Users><User guid="{ANN}" name="Ann"/><User guid="{{{BOB}}}" name="Bob"/></Users>'
CODES = f'<CodeBook><Codes><Code guid="{THREAT}" name="threat" isCodable="true" color="#ff0000"/></Codes></CodeBook>'


def selection(number: int, start: int, end: int, name: str = "", inner: str = "") -> str:
    """A selection with one coding by Ann."""
    return (
        f'<PlainTextSelection guid="CCCCCCCC-0000-0000-0000-{number:012}" name="{name}" startPosition="{start}" '
        f'endPosition="{end}">{inner}<Coding guid="DDDDDDDD-0000-0000-0000-{number:012}" creatingUser="{ANN}">'
        f'<CodeRef targetGUID="{THREAT}"/></Coding></PlainTextSelection>'
    )


def source(selections: str, path: str = "internal://one.txt", extra: str = "") -> str:
    """A text source."""
    return f'<TextSource guid="{DOCUMENT}" name="One" plainTextPath="{path}"{extra}>{selections}</TextSource>'


def project(sources: str, origin: str = "hand", rest: str = "") -> str:
    """The XML of a project."""
    return f"{HEAD.format(origin=origin)}{USERS}{CODES}<Sources>{sources}</Sources>{rest}</Project>"


def qdpx(path: Path, xml: str | bytes, **texts: str | bytes) -> Path:
    """An archive: project.qde, and texts as sources/NAME.txt."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", xml)
        for name, text in texts.items():
            archive.writestr(f"sources/{name}.txt", text)
    return path
