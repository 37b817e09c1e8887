"""Source paths in the ways programs write them."""

from pathlib import Path

import pytest

from timbang.evidence.exchange.paths import beside, member, members

KNOWN = members(["project.qde", "Sources/Eins zwei.txt", "sources/b.txt", "c.txt"])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("internal://b.txt", "sources/b.txt"),
        ("internal:///b.txt", "sources/b.txt"),
        ("Internal://B.TXT", "sources/b.txt"),
        ("internal://sources/b.txt", "sources/b.txt"),
        ("internal://Eins%20zwei.txt", "Sources/Eins zwei.txt"),
        ("internal://eins zwei.txt", "Sources/Eins zwei.txt"),
        (r"sources\b.txt", "sources/b.txt"),
        ("b.txt", "sources/b.txt"),
        ("internal://c.txt", "c.txt"),
        ("internal://d.txt", None),
        ("internal://../b.txt", None),
        ("relative://b.txt", None),
        ("absolute:///b.txt", None),
        ("/sources/b.txt", None),
        (r"C:\b.txt", None),
        ("", None),
    ],
)
def test_inside(given: str, found: str | None) -> None:
    assert member(given, KNOWN) == found


def test_beside_the_archive_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch()
    folder = tmp_path / "project"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts/a b.txt").touch()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    archive = folder / "p.qdpx"
    assert beside("relative:///texts/a%20b.txt", "", archive) == (folder / "texts/a b.txt").resolve()
    assert beside("relative://a b.txt", "relative://texts", archive) == (folder / "texts/a b.txt").resolve()
    for given in ("relative://../secret.txt", "relative:///link.txt", "absolute:///etc/passwd", f"absolute://{tmp_path}/secret.txt",
                  str(tmp_path / "secret.txt"), "relative://none.txt", "file:///etc/passwd"):  # fmt: skip
        assert beside(given, "", archive) is None, given
