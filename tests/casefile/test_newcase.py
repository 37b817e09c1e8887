"""A new case passes the check, with and without an organization's members."""

import datetime
from pathlib import Path

import pytest

from timbang import organizations as shipped
from timbang.casefile import check_case, new_case, open_case, organizations
from timbang.errors import TimbangError, UsageError
from timbang.model import RECORDS, Membership
from timbang.text import Text

THIS = datetime.date.today().year


@pytest.mark.parametrize("name", shipped.names())
def test_with_members(tmp_path: Path, name: str) -> None:
    folder = new_case(tmp_path / "mine", "Mine", name)
    assert check_case(folder) == []
    case = open_case(folder)
    assert len(case.of(Membership)) == len(shipped.read(name)) > 0
    assert case.head.organization == name.upper()
    assert set(case.references) == {row.source for row in case.of(Membership)}


def test_without_members_and_with_an_awkward_title(tmp_path: Path) -> None:
    title = 'Über: "#1" {x} \\ 中'
    folder = new_case(tmp_path / "mine", title)
    assert [(p.level, p.column) for p in check_case(folder)] == [("notice", "organization")]
    head = open_case(folder).head
    assert (head.title, head.organization) == (Text(title, title), "BER-1-X")
    assert (head.first_year, head.last_year) == (THIS - 20, THIS)


def test_every_table_is_there_with_its_header(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "mine", "mine")
    for record in RECORDS:
        assert (folder / record.FILE).read_text(encoding="utf-8").count("\n") == 1


def test_the_period_can_be_told(tmp_path: Path) -> None:
    head = open_case(new_case(tmp_path / "mine", "mine", "NATO", years=(1980, 2010))).head
    assert (head.first_year, head.last_year) == (1980, 2010)
    head = open_case(new_case(tmp_path / "other", "other", "nato")).head
    assert (head.first_year, head.last_year) == (1949, THIS)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(TimbangError, match="not empty"):
        new_case(tmp_path, "mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(TimbangError, match="cannot be made"):
        new_case(tmp_path / "file", "mine")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "note.txt"]


def test_what_cannot_be_made_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=", ".join(shipped.names())):
        new_case(tmp_path / "mine", "mine", "eu")
    for title in ("", "  ", "a\x00b", "a\ud800"):
        with pytest.raises(UsageError, match="title"):
            new_case(tmp_path / "mine", title)
    assert list(tmp_path.iterdir()) == []


def test_shipped_organizations_have_labels_and_rows() -> None:
    for name, organization in organizations().items():
        assert organization.name == name
        assert organization.label.en and organization.label.id
        assert all(row.organization == organization.code for row in organization.memberships())
