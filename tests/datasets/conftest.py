"""Two small providers, an empty data home, and files to add."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.providers import providers

File = Callable[..., Path]


@pytest.fixture(autouse=True)
def _providers() -> Iterator[None]:
    with providers():
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIMBANG_DATA", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def file(tmp_path: Path) -> File:
    def write(text: str | bytes, name: str = "power.csv") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write
