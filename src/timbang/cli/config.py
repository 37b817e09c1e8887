"""What a user may set once: flags before environment (TIMBANG_OUT, TIMBANG_LANG) before ./timbang.toml."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from timbang.errors import misuse
from timbang.text import LANGS, Lang

FILE = "timbang.toml"
KEYS = ("out", "lang")


def out_folder(flag: Path | None, case: str) -> Path:
    """Where results go: `--out`, or a folder of the case's name below the folder set, or below timbang-out."""
    return flag or Path(_set("out") or "timbang-out") / case


def languages(flag: str | None) -> tuple[Lang, ...]:
    """The languages of a report: the one that is set, else all."""
    chosen = flag or _set("lang")
    return (_known(chosen),) if chosen else LANGS


def language(flag: str | None) -> Lang:
    """The language of an answer: the one that is set, else English."""
    return _known(flag or _set("lang") or "en")


def _known(lang: str) -> Lang:
    for known in LANGS:
        if known == lang:
            return known
    raise misuse(f"there is no language {lang!r}", expected=" or ".join(LANGS))


def _set(key: str) -> str:
    return os.environ.get(f"TIMBANG_{key.upper()}") or _file().get(key, "")


def _file() -> Mapping[str, str]:
    """The settings of ./timbang.toml; UsageError for what it may not hold."""
    import tomllib

    path = Path(FILE)
    if not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise misuse(f"this is not TOML: {error}", file=FILE, todo='Write lines such as lang = "id"') from None
    for key, value in found.items():
        if key not in KEYS or not isinstance(value, str):
            raise misuse("this cannot be set", file=FILE, column=key, value=str(value),
                         expected='out = "FOLDER", lang = "en" or lang = "id"')  # fmt: skip
    return found
