"""A provider's JSON file, or a problem that says why it cannot be read."""

from __future__ import annotations

import json
from typing import Any

from timbang.errors import stop


def parsed(data: bytes, file: str) -> Any:
    """What the JSON text says; TimbangError if it is empty, cut short or no JSON."""
    if not data.strip():
        raise stop("the file is empty, or there is none", file=file)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise stop("this JSON file cannot be read", file=file, value=str(error), todo="Fetch it again") from None
