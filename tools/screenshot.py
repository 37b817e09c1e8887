"""Take the README's picture of a report: `python tools/screenshot.py REPORT.html docs/img/report.png`.

Needs Debian's chromium. `--part ID` begins at the element with that id, `--height` says how much is shown.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1",
]  # fmt: skip


def shoot(page: str, target: Path, width: int, height: int) -> None:
    """Write a PNG of the page's first `height` pixels, in few colours, to keep the repository small."""
    with tempfile.TemporaryDirectory() as profile:
        size = [f"--window-size={width},{height}", f"--user-data-dir={profile}", f"--screenshot={target}"]
        subprocess.run(["chromium", *FLAGS, *size, page], check=True, capture_output=True, timeout=120)
    with Image.open(target) as picture:
        picture.convert("RGB").quantize(128).save(target, optimize=True)


def main() -> None:
    words = argparse.ArgumentParser(description="Take a picture of a report.")
    words.add_argument("report", type=Path)
    words.add_argument("target", type=Path)
    words.add_argument("--part", default="")
    words.add_argument("--width", type=int, default=1200)
    words.add_argument("--height", type=int, default=1500)
    told = words.parse_args()
    told.target.parent.mkdir(parents=True, exist_ok=True)
    page = told.report.resolve().as_uri() + (f"#{told.part}" if told.part else "")
    shoot(page, told.target.resolve(), told.width, told.height)


if __name__ == "__main__":
    main()
