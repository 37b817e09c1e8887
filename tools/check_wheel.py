"""Check that a wheel holds every file of src/timbang that git knows, and nothing else.

Run `python tools/check_wheel.py WHEEL`. hatchling leaves out what .gitignore names, data files too.
"""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent


def main(wheel: str) -> int:
    listed = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tracked = {name.removeprefix("src/") for name in listed.splitlines()}
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    for name in sorted(tracked ^ held):
        print(f"{name}: {'in the wheel but not in git' if name in held else 'not in the wheel'}", file=sys.stderr)
    print(f"{wheel}: {len(held)} files")
    return 1 if tracked != held else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
