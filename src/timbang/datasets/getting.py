"""Gets a table from its provider: fetches the file, proves that it is the one, and adds it to the data home."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from timbang.datasets.adding import Added, add
from timbang.datasets.downloading import BY_HAND, LARGEST, discard, download
from timbang.datasets.home import how_to_get, sha256, where
from timbang.datasets.recognizing import HEAD
from timbang.errors import TimbangError, stop
from timbang.registry import DataTable, data_tables, pick

PAGE = re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head)", re.IGNORECASE)


def get(
    name: str, home: Path | None = None, *, url: str = "", replace: bool = False,
    tell: Callable[[str], None] = lambda _: None, wait: float = 1.0,
) -> Added:  # fmt: skip
    """Fetch the table's file from its provider, or from `url`, and add it.

    TimbangError if there is no address, the file cannot be had whole, or is not the table's; nothing of
    it stays at home then, but the part of a download that broke off, with which the next one goes on.
    """
    source, table = pick(data_tables(), name, "table")
    address = url or table.url
    if not address:
        raise stop(f"no address is known from which {name} can be fetched", todo=how_to_get(source, table))
    folder = where(home)
    downloads = folder / ".downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    part = downloads / f"{name}.part"
    download(address, part, lambda said: tell(f"{name}: {said}"), wait)
    try:
        if not url:
            _same_bytes(table, part, address)
        with TemporaryDirectory(prefix="get-", dir=downloads) as place:
            given = _unpacked(part, Path(place), _file_name(address) or table.file, address)
            return _added(given, name, folder, replace, tell, address)
    finally:
        discard(part)


def _same_bytes(table: DataTable, part: Path, address: str) -> None:
    """TimbangError if the sha256 of the provider's file is known, and this is another file."""
    if table.sha256 and (found := sha256(part)) != table.sha256:
        raise stop(
            f"the file fetched is not version {table.version} of {table.name}", value=f"sha256 {found}",
                   expected=f"sha256 {table.sha256}",
                   todo=f"The provider may have a newer one, or it was changed on its way ({address}). {BY_HAND}",
    )  # fmt: skip


def _added(given: Path, name: str, folder: Path, replace: bool, tell: Callable[[str], None], address: str) -> Added:
    """Add the file, or the one file of the archive, that holds the table."""
    done = add([given], folder, replace=replace, tell=tell, only=name)
    if done.added:
        return done.added[0]
    if done.problems:
        raise TimbangError(done.problems)
    raise stop(f"the file fetched is of another table than {name}", value=address, todo=BY_HAND)


def _unpacked(part: Path, place: Path, name: str, address: str) -> Path:
    """The file under its own name, or a folder with an archive's files; TimbangError for a web page."""
    with part.open("rb") as file:
        head = file.read(HEAD)
    if PAGE.match(head):
        raise stop("the server sent a web page instead of the file", value=address, todo=BY_HAND)
    if zipfile.is_zipfile(part):
        with zipfile.ZipFile(part) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return _members(archive, place, address)
    return Path(shutil.copy2(part, place / name))


def _members(archive: zipfile.ZipFile, place: Path, address: str) -> Path:
    """The files of an archive, by their bare names."""
    if sum(member.file_size for member in archive.infolist()) > LARGEST:
        raise stop("the archive is too large", value=address, expected=f"at most {LARGEST // 1_000_000} MB unpacked")
    for number, member in enumerate(archive.infolist()):
        if not member.is_dir():
            folder = place / str(number)
            folder.mkdir()
            try:
                with archive.open(member) as packed, (folder / _plain(member.filename)).open("wb") as file:
                    shutil.copyfileobj(packed, file)
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
                raise stop("the archive cannot be unpacked", value=address, expected=str(error), todo=BY_HAND) from None
    return place


def _file_name(address: str) -> str:
    return _plain(unquote(urlsplit(address).path))


def _plain(path: str) -> str:
    """The last part of a path, in letters that every system takes; `__MACOSX` stays hidden."""
    name = re.sub(r"[^\w. ()-]", "_", PurePosixPath(path).name)[-100:]
    return f".{name}" if path.startswith("__MACOSX") else name
