"""Reads documents in a child process that is stopped when it takes too long, and begun anew for the next document."""

from __future__ import annotations

import base64
import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from timbang.documents import _limits, _wire
from timbang.errors import Problem, TimbangError, stop
from timbang.model.documents import Extracted

CHILD = Path(__file__).with_name("_child.py")
DOCUMENTS = 200  # after which the child is begun anew, so that nothing piles up in it
START = 30.0  # seconds that a child may take to begin
Told = Callable[[int], None]


class Worker:
    """One child process, begun when it is first needed. Use it in a `with`, or close it."""

    def __init__(self, a_step: float = _limits.SECONDS_A_STEP, seconds: float = _limits.SECONDS,
                 megabytes: int = _limits.MEGABYTES) -> None:  # fmt: skip
        self.a_step, self.seconds, self.megabytes = a_step, seconds, megabytes
        self._child: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._done = 0

    @property
    def process(self) -> int:
        """The number of the child process; 0 where there is none now."""
        return self._child.pid if self._child else 0

    def read(self, path: Path, languages: Sequence[str] = (), told: Told | None = None) -> Extracted:
        """What a document holds; `told` hears of each page. TimbangError if it cannot be read within the limits."""
        result = self._ask({"path": str(Path(path).absolute()), "languages": list(languages)}, told)
        return _wire.extracted(result["found"])

    def page_image(self, path: Path, page: int, dpi: int = _limits.DPI) -> bytes:
        """A page of a PDF as PNG; TimbangError if it cannot be drawn within the limits."""
        return base64.b64decode(
            self._ask({"path": str(Path(path).absolute()), "page": page, "dpi": dpi}, None)["image"]
        )

    def _ask(self, task: dict[str, Any], told: Told | None) -> dict[str, Any]:
        name = Path(task["path"]).name
        child = self._begun()
        assert child.stdin is not None  # it was opened as a pipe
        try:
            child.stdin.write(json.dumps(task | {"megabytes": self.megabytes}) + "\n")
            child.stdin.flush()
        except OSError:
            self.close()
            raise stop("the process that reads documents could not be used", file=name, todo="Try again") from None
        result = self._answer(name, told)
        if "problems" in result and "found" not in result:
            if result.get("end"):
                self.close()
            raise TimbangError(Problem(**one) for one in result["problems"])
        return result

    def _answer(self, name: str, told: Told | None) -> dict[str, Any]:
        """The child's answer; a child that is silent for too long, or dies, is put away."""
        began, step = time.monotonic(), 0
        patience = self.a_step + (START if self._done <= 1 else 0.0)
        while True:
            try:
                line = self._answers.get(timeout=max(0.0, min(patience, began + self.seconds - time.monotonic())))
            except queue.Empty:
                self.close()
                raise self._slow(name, step) from None
            if not line:
                self.close()
                raise stop("reading the file took too much memory, or broke the program that reads it", file=name,
                           expected=f"at most {self.megabytes} MB", todo="Split it, or save it again")  # fmt: skip
            values: dict[str, Any] = json.loads(line)
            if "beat" not in values:
                return values
            step, patience = values["beat"], self.a_step
            if told:
                told(step)

    def _slow(self, name: str, step: int) -> TimbangError:
        where = f"after page or part {step}" if step else "at its beginning"
        return stop(f"reading the file took too long, {where}, and was stopped", file=name,
                    expected=f"at most {self.a_step:g} seconds a page and {self.seconds:g} in all",
                    todo="Split it, or print it to a new PDF")  # fmt: skip

    def _begun(self) -> subprocess.Popen[str]:
        if self._done >= DOCUMENTS or (self._child and self._child.poll() is not None):
            self.close()
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-I", str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, encoding="utf-8",
            )  # fmt: skip
            self._answers = queue.SimpleQueue()
            threading.Thread(target=_listen, args=(self._child, self._answers), daemon=True).start()
        self._done += 1
        return self._child

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child, self._done = self._child, None, 0
        if child is not None:
            child.kill()
            child.wait()
            with contextlib.suppress(OSError):  # what was still to be written has no reader any more
                if child.stdin:
                    child.stdin.close()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _listen(child: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    """Pass on each line that a child says, and an empty one when it ends; Windows knows no other way to wait."""
    assert child.stdout is not None  # it was opened as a pipe
    with child.stdout as lines:
        for line in lines:
            answers.put(line)
    answers.put("")
