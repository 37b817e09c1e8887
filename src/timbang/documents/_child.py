"""The process in which documents are read, one after the other: expendable, bounded in memory, telling each page.

Runs as a script (`python -I _child.py`). Tasks come as lines of JSON on standard input; answers go as lines of
JSON to standard output: `{"beat": 12}` while it works, then one with what was asked for, or with problems.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[2]))

from timbang.documents import _limits, _wire
from timbang.documents._choosing import choose
from timbang.errors import Problem, TimbangError


def bound(megabytes: int) -> None:
    """Bound the memory this process may ask for beyond what it has; where the system cannot, nothing is bounded."""
    try:
        import resource

        held = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        size = held + megabytes * _limits.MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ImportError, OSError, ValueError, AttributeError):
        return


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """What a task asks for: a document's text, or the image of a page."""
    path = Path(task["path"])
    if "page" in task:
        from timbang.documents._pdf_opening import page_image

        return {"image": base64.b64encode(page_image(path, task["page"], task["dpi"])).decode()}
    from timbang.documents._language import told_apart

    chosen, problems = choose(path)
    found = chosen.read(path)
    passages = told_apart(found.text, found.passages, task["languages"])
    values = _wire.plain(found) | {"passages": [_wire.passage(one) for one in passages]}
    values["problems"] = [asdict(one) for one in problems] + values["problems"]
    return {"found": values}


def guarded(task: dict[str, Any]) -> dict[str, Any]:
    """The answer to a task; whatever goes wrong becomes problems."""
    name = Path(task["path"]).name
    try:
        return answer(task)
    except TimbangError as error:
        return {"problems": [asdict(problem) for problem in error.problems]}
    except MemoryError:
        what = f"reading the file needs more than {task['megabytes']} MB of memory"
        return {"problems": [asdict(Problem(what=what, file=name, todo="Split it"))], "end": True}
    except ImportError as error:
        what = f"a library that reads such files is not installed ({error.name})"
        return {"problems": [asdict(Problem(what=what, file=name, todo="Run: pip install 'timbang[documents]'"))]}
    except OSError as error:
        why = error.strerror or type(error).__name__
        return {"problems": [asdict(Problem(what=f"the file cannot be read: {why}", file=name))]}
    except Exception as error:  # a stranger's file may raise anything
        value = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        todo = "Save it again with the program that made it; if it opens there, report this"
        return {"problems": [asdict(Problem(what="the file is damaged", file=name, value=value, todo=todo))]}


def main() -> None:
    """Answer tasks until the input ends. Nothing but answers may reach standard output."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)

    def tell(values: dict[str, Any]) -> None:
        out.write(json.dumps(values, ensure_ascii=True) + "\n")
        out.flush()

    _limits.listen(lambda step: tell({"beat": step}))
    bounded = False
    for line in sys.stdin:
        task = json.loads(line)
        if not bounded:
            bound(task["megabytes"])
            bounded = True
        result = guarded(task)
        tell(result)
        if result.get("end"):
            return


if __name__ == "__main__":
    main()
