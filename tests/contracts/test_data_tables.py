"""What every table of every provider must satisfy; and that each shared file is told, read, checked and kept."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.casefile.references import read_references
from timbang.datasets.adding import add
from timbang.datasets.gathering import files_of
from timbang.datasets.home import available
from timbang.datasets.recognizing import recognized
from timbang.errors import TimbangError
from timbang.reading.datatable import checked
from timbang.registry import DataTable, Peek, data_tables, sources

TABLES = [table for _, table in data_tables().values()]
each = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
KINDS = {"string", "int", "float", "bool", "date"}


@each
def test_a_table_declares_what_it_must(table: DataTable) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", table.name)
    assert table.label.en and table.label.id and table.file and table.version
    assert set(table.columns.values()) <= KINDS
    assert table.key and set(table.key) <= set(table.columns) and set(table.ranges) <= set(table.columns)
    assert table.coverage[0] <= table.coverage[1]
    assert table.rows is None or table.rows > 0
    assert re.fullmatch(r"(https://\S+)?", table.url) and re.fullmatch(r"([0-9a-f]{64})?", table.sha256)


@pytest.mark.parametrize("name", [name for name, source in sources().items() if source.tables])
def test_a_source_of_tables_can_be_cited(name: str) -> None:
    source = sources()[name]
    assert source.citation and source.licence
    references, problems = read_references(source.bibtex)
    assert references and not problems


@each
def test_a_file_of_another_provider_is_refused_and_an_empty_one_too(table: DataTable, tmp_path: Path) -> None:
    for name, data in (("empty", b""), ("other", b"alpha,beta\n1,2\n"), ("cut.xlsx", b"PK\x03\x04"), ("cut", b"PAR1")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(TimbangError):
            checked(table, table.read(tmp_path / name))


words = st.lists(st.text(max_size=8), max_size=6).map(tuple)
strange = st.builds(Peek, st.text(max_size=9), st.binary(max_size=50), words, words)


@settings(deadline=None, max_examples=100)
@given(strange)
def test_no_source_falls_over_a_strange_file_or_takes_it_for_its_own(seen: Peek) -> None:
    assert not [table.name for table in TABLES if table.recognizes(seen)]


@pytest.mark.needs_shared
def test_every_shared_file_is_of_one_source_and_every_table_has_a_file(shared: Path) -> None:
    files = [recognized(path) for path in files_of(shared / "data", [], set())]
    assert [one.path.name for one in files if not one.tables] == []
    found = [table.name for one in files for table in one.tables]
    assert len(found) == len(set(found))
    assert set(data_tables()) - set(found) == {"gdelt_events"}  # of it, only the labels of its columns are shared


@pytest.mark.needs_shared
@pytest.mark.slow
def test_all_shared_files_are_added_in_one_go_and_are_what_their_versions_say(shared: Path, tmp_path: Path) -> None:
    done = add([shared / "data"], tmp_path)
    assert [str(problem) for problem in done.problems] == [] and done.notices == []
    told = [str(notice) for one in done.added for notice in one.notices]
    assert [line for line in told if "another number of rows" in line or "does not have are passed over" in line] == []
    assert {one.manifest.table for one in done.added} == set(data_tables()) - {"gdelt_events"}
    assert len({*available(tmp_path).values()}) == len(done.added)
