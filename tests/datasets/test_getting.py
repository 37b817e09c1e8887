"""Getting tables from a server that fails, truncates, lies and sends on: whole and right, or not at all."""

import io
import ssl
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request

import pytest
from support.providers import MAJORS, POWER, providers

from timbang.datasets import available, manifest
from timbang.datasets.downloading import ATTEMPTS, Redirects
from timbang.datasets.getting import get
from timbang.errors import TimbangError

# A file of some hundred kilobytes, so that it can break off in the middle.
LONG = POWER + "".join(f"USA,2,{year},{'0' * 900}7\n" for year in range(1816, 1900))
FILE = LONG.encode()
Answer = Callable[[Any], None]


class Server:
    """Answers each request with the next of `answers`, the last for ever; remembers what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.asked.append((self.path, dict(self.headers)))
                answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
                answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/power.csv"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def ranges(self) -> list[str]:
        return [headers.get("Range", "") for _, headers in self.asked]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def status(code: int, **headers: str) -> Answer:
    def answer(request: Any) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def serve(
    data: bytes = FILE, etag: str = '"v1"', cut: int | None = None, ranges: bool = True, length: bool = True
) -> Answer:
    """The file, or its rest if that is asked for; the connection closes after `cut` bytes of the body."""

    def answer(request: Any) -> None:
        start = 0
        if ranges and request.headers["Range"] and request.headers["If-Range"] == etag:
            start = int(request.headers["Range"].removeprefix("bytes=").rstrip("-"))
            request.send_response(206)
            request.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        else:
            request.send_response(200)
        body = data[start:]
        if length:
            request.send_header("Content-Length", str(len(body)))
        if etag:
            request.send_header("ETag", etag)
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(body if cut is None else body[:cut])
        request.close_connection = True

    return answer


def fetch(server: Server, **more: Any) -> Any:
    return get("power", url=server.url, wait=0, **more)


def nothing_is_left(home: Path) -> bool:
    return [*available()] == [] and not [path for path in home.rglob("*") if path.is_file()]


def test_a_file_is_fetched_and_added(home: Path, server: Server) -> None:
    server.answers = [serve()]
    said: list[str] = []
    done = fetch(server, tell=said.append)
    assert (done.fate, done.manifest.rows, manifest("power").file) == ("added", 87, "power.csv")
    assert any("of 0.1 MB" in line for line in said)
    assert not [*(home / ".downloads").iterdir()]


def test_what_broke_off_is_resumed_where_it_broke_off(home: Path, server: Server) -> None:
    server.answers = [serve(cut=50_000), serve(cut=10_000), serve()]
    assert fetch(server).manifest.rows == 87
    assert server.ranges() == ["", "bytes=50000-", "bytes=60000-"]
    assert manifest("power").bytes == len(FILE)


def test_it_is_resumed_by_the_next_command_too(home: Path, server: Server) -> None:
    server.answers = [serve(cut=100)]
    with pytest.raises(TimbangError, match=rf"broke at {100 * ATTEMPTS} of {len(FILE)} bytes.*Give the same command"):
        fetch(server)
    assert [*available()] == []
    server.asked, server.answers = [], [serve()]
    assert fetch(server).manifest.bytes == len(FILE)
    assert server.ranges() == [f"bytes={100 * ATTEMPTS}-"]


def test_a_file_that_changed_meanwhile_is_fetched_anew(home: Path, server: Server) -> None:
    newer = FILE.replace(b"12.5", b"13.5")
    server.answers = [serve(cut=50_000), serve(newer, etag='"v2"')]
    fetch(server)
    import pyarrow.parquet as pq

    assert manifest("power").bytes == len(newer)
    assert 13.5 in pq.read_table(available()["power"])["milex"].to_pylist()


@pytest.mark.parametrize("how", [{"ranges": False}, {"etag": ""}, {"etag": 'W/"weak"'}])
def test_a_server_that_cannot_resume_begins_anew(home: Path, server: Server, how: dict[str, Any]) -> None:
    server.answers = [serve(cut=50_000, **how), serve(**how)]
    assert fetch(server).manifest.bytes == len(FILE)


def test_a_server_that_sends_another_part_than_was_asked_for_is_not_believed(home: Path, server: Server) -> None:
    def lie(request: Any) -> None:
        request.send_response(206)
        request.send_header("Content-Range", f"bytes 10-{len(FILE) - 1}/{len(FILE)}")
        request.send_header("Content-Length", str(len(FILE) - 10))
        request.end_headers()
        request.wfile.write(FILE[10:])

    server.answers = [serve(cut=50_000), lie, serve()]
    assert fetch(server).manifest.bytes == len(FILE)


def test_faults_that_pass_are_tried_again(home: Path, server: Server) -> None:
    server.answers = [status(503), status(500), lambda request: request.connection.close(), serve()]
    assert fetch(server).manifest.rows == 87


def test_faults_that_do_not_pass_are_told_after_some_attempts(home: Path, server: Server) -> None:
    server.answers = [status(503)]
    with pytest.raises(TimbangError, match="503"):
        fetch(server)
    assert len(server.asked) == ATTEMPTS and nothing_is_left(home)


@pytest.mark.parametrize("code", [404, 403, 410])
def test_a_refusal_is_told_at_once(home: Path, server: Server, code: int) -> None:
    server.answers = [status(code)]
    with pytest.raises(TimbangError, match=f"refused: {code}.*data add FILE"):
        fetch(server)
    assert len(server.asked) == 1 and nothing_is_left(home)


def test_a_part_longer_than_the_file_is_thrown_away(home: Path, server: Server) -> None:
    server.answers = [serve(cut=50_000), status(416), serve()]
    assert fetch(server).manifest.bytes == len(FILE)


def test_redirects_are_followed_but_not_to_files_nor_for_ever(home: Path, server: Server) -> None:
    server.answers = [status(302, Location="/moved/power.csv"), serve()]
    assert fetch(server).manifest.rows == 87
    assert [path for path, _ in server.asked] == ["/power.csv", "/moved/power.csv"]
    for to in ("file:///etc/passwd", "ftp://127.0.0.1/power.csv"):
        server.answers = [status(302, Location=to)]
        with pytest.raises(TimbangError, match=r"not (safe|allowed)"):
            fetch(server)
    server.answers = [status(302, Location="/power.csv")]
    with pytest.raises(TimbangError, match="302"):
        fetch(server)


def test_a_redirect_from_https_to_http_is_not_followed() -> None:
    with pytest.raises(TimbangError, match="not safe"):
        Redirects().redirect_request(
            Request("https://example.org/a"), io.BytesIO(), 302, "", None, "http://example.org/a"
        )


def test_only_addresses_of_the_web_are_fetched(home: Path) -> None:
    with pytest.raises(TimbangError, match="no address of the web"):
        get("power", url="file:///etc/passwd")


def test_nobody_there(home: Path) -> None:
    with pytest.raises(TimbangError, match=r"could not be fetched.*data add FILE"):
        get("power", url="http://127.0.0.1:9/power.csv", wait=0)


@pytest.mark.parametrize("page", [b"<!DOCTYPE html><title>Log in</title>", b"\n <html><body>Error</body></html>"])
def test_a_web_page_instead_of_the_file_is_told(home: Path, server: Server, page: bytes) -> None:
    server.answers = [serve(page)]
    with pytest.raises(TimbangError, match="a web page instead"):
        fetch(server)
    assert nothing_is_left(home)


def test_a_file_of_another_table_is_told(home: Path, server: Server) -> None:
    server.answers = [serve(MAJORS.encode())]
    with pytest.raises(TimbangError, match="of another table than power"):
        fetch(server)
    assert nothing_is_left(home)


def test_a_file_that_was_cut_before_it_was_sent_is_told_by_its_last_row(home: Path, server: Server) -> None:
    server.answers = [serve(POWER.encode()[:-9], length=False, etag="")]
    with pytest.raises(TimbangError, match="as many cells"):
        fetch(server)
    assert nothing_is_left(home)


def test_the_providers_own_address_is_checked_against_the_hash_that_is_known(home: Path, server: Server) -> None:
    import hashlib

    known = hashlib.sha256(FILE).hexdigest()
    server.answers = [serve(FILE.replace(b"12.5", b"13.5"))]
    with providers(url=server.url, sha256=known):
        with pytest.raises(TimbangError, match=f"not version 1.0.*{known}"):
            get("power", wait=0)
        assert nothing_is_left(home)
        server.answers = [serve()]
        assert get("power", wait=0).manifest.sha256 == known


def test_an_archive_is_unpacked_and_the_table_found_in_it(home: Path, server: Server) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docs/readme.txt", "hello")
        archive.writestr("__MACOSX/power.csv", "x")
        archive.writestr("../../data/power.csv", LONG)
        archive.writestr("data/majors.csv", MAJORS)
    server.answers = [serve(packed.getvalue())]
    assert fetch(server).manifest.file == "power.csv"
    assert [*available()] == ["power"]


def packed(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()


def test_an_archive_within_an_archive_and_the_file_of_the_providers_name(home: Path, server: Server) -> None:
    inner = packed(other__csv=LONG.replace("12.5", "1").encode(), POWER__csv=FILE)
    server.answers = [serve(packed(inner__zip=inner, codebook__pdf=b"%PDF"))]
    assert fetch(server).manifest.file == "POWER.csv"


def test_a_damaged_archive_is_told(home: Path, server: Server) -> None:
    data = bytearray(packed(power__csv=FILE))
    data[40] ^= 255
    server.answers = [serve(bytes(data))]
    with pytest.raises(TimbangError, match="cannot be unpacked"):
        fetch(server)
    assert nothing_is_left(home)


def test_a_certificate_that_does_not_verify_is_told_at_once(
    home: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        error = ssl.SSLCertVerificationError("no")
        error.verify_message = "unable to get local issuer certificate"
        raise URLError(error)

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)
    with pytest.raises(TimbangError, match=r"certificate does not verify.*unable to get local issuer"):
        fetch(server)


def test_a_table_without_an_address_says_how_it_is_had_by_hand(home: Path) -> None:
    with pytest.raises(TimbangError, match=r"no address is known.*Get power\.csv of Strength"):
        get("power")


def test_another_file_than_the_one_at_home_needs_replace(home: Path, server: Server, file: Callable[..., Path]) -> None:
    from timbang.datasets.adding import add

    add([file(POWER)])
    server.answers = [serve()]
    with pytest.raises(TimbangError, match="at home already"):
        fetch(server)
    assert manifest("power").rows == 3
    assert fetch(server, replace=True).fate == "replaced"
