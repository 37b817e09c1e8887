"""Print the command that README.md gives for a job: `python tools/readme_command.py run` or `... tests`."""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def command(job: str) -> str:
    """The one line of the fenced block that follows `<!-- command: JOB -->` in the README."""
    found = re.findall(rf"<!-- command: {job} -->\n+```bash\n([^\n]+)\n```\n", README.read_text(encoding="utf-8"))
    if len(found) != 1:
        raise SystemExit(f"README.md: expected one marked command of one line for {job!r}, found {len(found)}")
    return str(found[0])


if __name__ == "__main__":
    print(command(sys.argv[1]))
