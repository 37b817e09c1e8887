"""Fetches one file over HTTP: resumed where it broke off, tried again, and never taken for whole when it is not."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from timbang import __version__
from timbang.errors import TimbangError, stop

ATTEMPTS = 5
WAIT = 1.0  # seconds before the second attempt; doubled before each further one
SILENCE = 30  # seconds without a byte after which the connection counts as broken
LARGEST = 2_000_000_000  # bytes
CHUNK = 1 << 16
TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
RESUMES = "Give the same command again: it goes on where it broke off"
BY_HAND = "Fetch the file with a browser, then: timbang data add FILE"


class Broken(Exception):
    """An attempt failed in a way that may not last."""


class Redirects(HTTPRedirectHandler):
    """Follows redirects to other pages, but never from https to http or to another kind of address."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> Any:
        """The request for the new address; TimbangError if it is not to be followed."""
        old, new = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if new not in ("http", "https") or (old, new) == ("https", "http"):
            raise stop("the server sends on to an address that is not safe", value=newurl, todo=BY_HAND)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def download(url: str, part: Path, tell: Callable[[str], None], wait: float = WAIT) -> None:
    """Fetch the file into `part`, going on with what is there if it is the beginning of the same file.

    TimbangError if it cannot be had whole; then what came stays in `part` for the next time.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise stop("this is no address of the web", value=url, expected="https://...")
    failure = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            tell(f"{failure}; trying again ({attempt + 1} of {ATTEMPTS})")
            time.sleep(wait * 2 ** (attempt - 1))
        try:
            return _attempt(url, part, tell)
        except HTTPError as error:
            failure = _status(url, error, part)
        except (Broken, HTTPException, URLError, ConnectionError, TimeoutError) as error:
            if isinstance(reason := getattr(error, "reason", error), ssl.SSLCertVerificationError):
                raise _no_certificate(url, reason) from None
            failure = str(reason) or type(error).__name__
    came = part.stat().st_size if part.exists() else 0
    raise stop(f"the file could not be fetched: {failure}", value=url, expected=f"a whole file ({came} bytes came)",
               todo=RESUMES if came else f"Try again later. {BY_HAND}")  # fmt: skip


def _attempt(url: str, part: Path, tell: Callable[[str], None]) -> None:
    """One request, from where the last one broke off."""
    have, known = _begun(url, part)
    headers = {"User-Agent": f"timbang/{__version__}", "Accept-Encoding": "identity"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": known["validator"]}
    with build_opener(Redirects).open(Request(url, headers=headers), timeout=SILENCE) as answer:
        resumed = answer.status == 206
        if resumed and not _goes_on(answer.headers["Content-Range"], have, known["total"]):
            discard(part)
            raise Broken("the server sent another part of the file than was asked for")
        start = have if resumed else 0
        length = answer.headers["Content-Length"]
        total = start + int(length) if length and length.isdigit() else None
        if total and total > LARGEST:
            raise _too_large(url)
        if not resumed:
            _note(part, url, answer.headers, total)
        came = _save(answer, part, start, total, url, tell)
    if total is not None and came != total:
        raise Broken(f"the connection broke at {came} of {total} bytes")


def _save(answer: Any, part: Path, start: int, total: int | None, url: str, tell: Callable[[str], None]) -> int:
    """Write what comes; how large the file is now."""
    came = start
    with part.open("ab" if start else "wb") as file:
        while chunk := answer.read(CHUNK):
            file.write(chunk)
            came += len(chunk)
            if came > LARGEST:
                discard(part)
                raise _too_large(url)
            tell(f"{came / 1e6:.1f} of {total / 1e6:.1f} MB" if total else f"{came / 1e6:.1f} MB")
    return came


def _goes_on(content_range: str | None, have: int, total: int | None) -> bool:
    """Whether `bytes 100-199/200` goes on at byte `have` of a file of the same size."""
    span, _, size = (content_range or "").removeprefix("bytes ").partition("/")
    return span.partition("-")[0] == str(have) and (size == "*" or total is None or size == str(total))


def _begun(url: str, part: Path) -> tuple[int, dict[str, Any]]:
    """How many bytes of this file came before, and how the server told its version; 0 if that cannot be known."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads(_notes(part).read_text(encoding="utf-8"))
        have = part.stat().st_size
        if known["url"] == url and known["validator"] and have < (known["total"] or LARGEST):
            return have, known
    discard(part)
    return 0, {}


def _note(part: Path, url: str, headers: Any, total: int | None) -> None:
    """Keep what tells the version of the file, by which a later request goes on with the same one."""
    etag = headers["ETag"] or ""
    validator = etag if etag.startswith('"') else headers["Last-Modified"] or ""  # a weak one is no proof
    _notes(part).write_text(json.dumps({"url": url, "validator": validator, "total": total}), encoding="utf-8")


def _notes(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def discard(part: Path) -> None:
    """Forget what came of a file."""
    part.unlink(missing_ok=True)
    _notes(part).unlink(missing_ok=True)


def _status(url: str, error: HTTPError, part: Path) -> str:
    """Why the server refused, if it may not next time; TimbangError if it always will."""
    if error.code == 416:  # what we have is longer than the file: begin anew
        discard(part)
    elif error.code not in TRY_AGAIN:
        raise stop(f"the server refused: {error.code} {error.reason}", value=url,
                   todo=f"The file may have moved, or must be asked for. {BY_HAND}") from None  # fmt: skip
    return f"the server answered {error.code} {error.reason}"


def _no_certificate(url: str, error: ssl.SSLCertVerificationError) -> TimbangError:
    return stop("the server cannot prove who it is: its certificate does not verify", value=url,
                expected=error.verify_message, todo=BY_HAND)  # fmt: skip


def _too_large(url: str) -> TimbangError:
    return stop("the file is too large", value=url, expected=f"at most {LARGEST // 1_000_000} MB", todo=BY_HAND)
