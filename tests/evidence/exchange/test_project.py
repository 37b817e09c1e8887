"""Projects in and out: what other programs write is read, and all of it is still there when written again."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from support.refi import ANN, BOB, DOCUMENT, THREAT, project, qdpx, selection, source

from timbang.evidence.exchange.guids import guid, same
from timbang.evidence.exchange.nouns import Mark, Project, ProjectCode, Source, User
from timbang.evidence.exchange.project_in import read_project
from timbang.evidence.exchange.project_out import write_project

NVIVO = "Ancaman 😀\r\nterorisme é\r\ndi kawasan."
OURS = NVIVO.replace("\r\n", "\n")


def xml(path: Path) -> str:
    with zipfile.ZipFile(path) as opened:
        return opened.read("project.qde").decode()


def marked(found: Project) -> list[str]:
    texts = {source.guid: source.text or "" for source in found.sources}
    return [texts[mark.source][mark.start : mark.end] for mark in found.marks]


def test_what_a_project_is_made_of(tmp_path: Path) -> None:
    found = read_project(qdpx(tmp_path / "p.qdpx", project(source(selection(1, 11, 22))), one="\ufeff" + NVIVO))
    assert found.problems == ()
    assert [(user.guid, user.name) for user in found.users] == [(ANN, "Ann"), (BOB, "Bob")]
    assert found.codes == (ProjectCode(guid=THREAT.lower(), name="threat", color="#ff0000"),)
    assert found.sources == (Source(guid=DOCUMENT.lower(), name="One", text=OURS),)
    (mark,) = found.marks
    assert (mark.start, mark.end, mark.user, mark.code) == (10, 21, ANN, THREAT.lower())
    assert marked(found) == ["terorisme é"]


@pytest.mark.parametrize(
    ("origin", "start", "end", "name"),
    [
        ("Quirkos", 11, 22, ""),  # CR LF is two
        ("NVivo 12", 12, 23, ""),  # CR LF and 😀 are two
        ("ATLAS.ti Win 9.0.19", 10, 21, ""),  # CR LF is one
        ("MAXQDA 24", 12, 23, "terorisme é"),  # UTF-16, as the name shows
        ("Potato", 11, 21, "terorisme é"),  # the last character, not the place after it, as the name shows
        ("", 11, 21, "terori..."),  # a name that is cut does not show where the end is
    ],
)
def test_programs_count_each_in_its_way(tmp_path: Path, origin: str, start: int, end: int, name: str) -> None:
    found = read_project(qdpx(tmp_path / "p.qdpx", project(source(selection(1, start, end, name)), origin), one=NVIVO))
    assert marked(found) == ["terorisme é" if not name.endswith("...") else "terorisme "]
    mark = Mark(guid=guid("m"), source=DOCUMENT.lower(), start=24, end=32, code=THREAT.lower(), selection=guid("s"))
    write_project(replace(found, marks=(*found.marks, mark)), tmp_path / "q.qdpx")
    again = read_project(tmp_path / "q.qdpx")
    assert marked(again) == [*marked(found), OURS[24:32]]
    assert again.counting == found.counting


@pytest.mark.parametrize("accents", ["é", "e\u0301"])
def test_accents_count_as_they_are_written(tmp_path: Path, accents: str) -> None:
    text = f"caf{accents} dan terorisme"
    at = text.index("terorisme")
    found = read_project(qdpx(tmp_path / "p.qdpx", project(source(selection(1, at, at + 9))), one=text))
    assert marked(found) == ["terorisme"]
    assert found.sources[0].text == text


def test_texts_in_the_xml_and_beside_the_archive(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"\xff\xfe" + "satu dua".encode("utf-16-le"))
    inline = source("<PlainTextContent>satu dua</PlainTextContent>" + selection(1, 5, 8)).replace(
        'plainTextPath="internal://one.txt"', ""
    )
    for kind in (inline, source(selection(1, 5, 8), "relative:///one.txt")):
        assert marked(read_project(qdpx(tmp_path / "p.qdpx", project(kind)))) == ["dua"]
    found = read_project(
        qdpx(tmp_path / "p.qdpx", project(source(selection(1, 5, 8), f"absolute://{tmp_path}/one.txt")))
    )
    assert (found.marks, found.sources[0].text) == ((), None)
    assert [problem.what for problem in found.problems] == [
        "the text of a source cannot be had, so nothing coded in it is read"
    ]


WRONG = (
    selection(1, 0, 4) + selection(1, 0, 4) + selection(2, 5, 99) + selection(3, -1, 2)
    + selection(4, 0, 4).replace('startPosition="0"', 'startPosition="first"')
    + selection(5, 0, 4).replace(f'targetGUID="{THREAT}"', f'targetGUID="{ANN}"')
)  # fmt: skip


def test_what_cannot_be_used_is_noticed_and_stays(tmp_path: Path) -> None:
    others = f'<VideoSource guid="{ANN}" name="v" path="internal://v.mp4"/>' + source("") + "<PictureSource/>"
    path = qdpx(tmp_path / "p.qdpx", project(source(WRONG) + others), one="satu dua")
    found = read_project(path)
    assert marked(found) == ["satu"]
    assert all(problem.level == "notice" and problem.line for problem in found.problems)
    assert [problem.what for problem in found.problems] == [
        "a source is neither text nor PDF; what it says is not read",
        "two sources have one GUID; the first is taken",
        "a source is neither text nor PDF; what it says is not read",
        "two codings have one GUID; the first is taken",
        "a selection lies outside its text",
        "a selection lies outside its text",
        "a selection has no start and end that are numbers",
        "a coding names a code that is not in the codebook",
    ]
    write_project(found, tmp_path / "q.qdpx")
    assert etree.canonicalize(xml(tmp_path / "q.qdpx")) == etree.canonicalize(xml(path))


STRANGE = f"""<!-- a comment --><Notes><Note guid="{ANN}" plainTextPath="internal://n.txt" odd="1"/></Notes>
<Sets><Set guid="{BOB}" name="s"><MemberCode targetGUID="{THREAT}"/></Set></Sets>
<x:Odd xmlns:x="urn:x" x:a="b">text<x:In/>tail</x:Odd><?pi keep me?>"""


def test_a_round_trip_keeps_what_is_not_known(tmp_path: Path) -> None:
    inner = "<Description>memo &amp; more</Description>" + f'<NoteRef targetGUID="{ANN}"/>'
    path = qdpx(
        tmp_path / "p.qdpx",
        project(source(selection(1, 0, 4, inner=inner), extra=' odd="&#10;2"'), rest=STRANGE),
        one="satu\r\ndua",
        n="note",
    )
    found = read_project(path)
    write_project(found, tmp_path / "q.qdpx")
    assert etree.canonicalize(xml(tmp_path / "q.qdpx"), with_comments=True) == etree.canonicalize(
        xml(path), with_comments=True
    )
    with zipfile.ZipFile(tmp_path / "q.qdpx") as opened:
        assert {name: opened.read(name) for name in opened.namelist()[1:]} == {
            "sources/one.txt": b"satu\r\ndua",
            "sources/n.txt": b"note",
        }


def test_changes_touch_nothing_else(tmp_path: Path) -> None:
    path = qdpx(
        tmp_path / "p.qdpx", project(source(selection(1, 0, 4) + selection(2, 5, 8)), rest=STRANGE), one="satu dua"
    )
    found = read_project(path)
    first, second = found.marks
    new = Mark(
        guid=guid("m"), source=first.source, start=0, end=8, code=guid("c"), user=BOB, note="n\nm", selection=guid("s")
    )
    beside = replace(new, guid=guid("m2"), start=5, selection=second.selection, note="")
    code = ProjectCode(
        guid=guid("c"), name="baru", description="[en] new\n\n[id] baru", parent=THREAT.lower(), codable=False
    )
    changed = replace(
        found,
        name="Q",
        codes=(*found.codes, code),
        marks=(second, new, beside),
        users=(*found.users, User(guid("u"), "Cici")),
    )
    write_project(changed, tmp_path / "q.qdpx")
    again = read_project(tmp_path / "q.qdpx")
    assert again.name == "Q"
    assert {again.users, again.codes} == {changed.users, changed.codes}
    assert sorted(again.marks, key=lambda m: m.guid) == sorted(changed.marks, key=lambda m: m.guid)
    written = xml(tmp_path / "q.qdpx")
    assert STRANGE.splitlines()[0] in written
    assert same(first.guid) not in written.lower()
    assert f'targetGUID="{THREAT}"' in written  # others' spelling stays
    assert f'creatingUser="{{{BOB}}}"' in written
    assert written.count("<PlainTextSelection") == 2


def test_a_mark_that_moves_takes_no_other_along(tmp_path: Path) -> None:
    two = f'<Coding guid="{ANN}"><CodeRef targetGUID="{THREAT}"/></Coding>'
    inner = selection(1, 0, 4).replace("</PlainTextSelection>", two + "</PlainTextSelection>")
    found = read_project(qdpx(tmp_path / "p.qdpx", project(source(inner)), one="satu dua"))
    moved = replace(found.marks[0], start=5, end=8)
    write_project(replace(found, marks=(moved, found.marks[1])), tmp_path / "q.qdpx")
    again = read_project(tmp_path / "q.qdpx")
    assert sorted(zip((mark.guid for mark in again.marks), marked(again), strict=True)) == [
        (ANN, "satu"),
        (moved.guid, "dua"),
    ]
    assert len({mark.selection for mark in again.marks}) == 2


WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
TEXT = st.text(
    alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\r\ufeff"), min_size=1, max_size=40
)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    users = tuple(User(guid("u", n), draw(WORDS)) for n in range(draw(st.integers(0, 3))))
    codes = tuple(
        ProjectCode(guid=guid("c", n), name=draw(WORDS.map(str.strip)), description=draw(WORDS | st.just("")),
                    codable=draw(st.booleans()), color=draw(st.sampled_from(("", "#ff0000"))),
                    parent=guid("c", n - 1) if n and draw(st.booleans()) else "")
        for n in range(draw(st.integers(1, 4)))
    )  # fmt: skip
    sources = tuple(
        Source(guid=guid("d", n), name=draw(WORDS), text=draw(TEXT), pdf=draw(st.booleans()))
        for n in range(draw(st.integers(1, 3)))
    )
    marks = []
    for n in range(draw(st.integers(0, 5))):
        held = draw(st.sampled_from(sources))
        start = draw(st.integers(0, len(held.text or "")))
        end = draw(st.integers(start, len(held.text or "")))
        code, user = draw(st.sampled_from(codes)).guid, draw(st.sampled_from(users)).guid if users else ""
        marks.append(Mark(guid=guid("m", n), source=held.guid, start=start, end=end, code=code, user=user,
                          note=draw(WORDS | st.just("")), selection=guid("s", n)))  # fmt: skip
    return Project(name=draw(WORDS), origin="timbang", users=users, codes=codes, sources=sources, marks=tuple(marks))


@settings(deadline=None, max_examples=60)
@given(projects())
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, given_project: Project) -> None:
    folder = tmp_path_factory.mktemp("p")
    write_project(given_project, folder / "a.qdpx")
    found = read_project(folder / "a.qdpx")
    key = lambda mark: mark.guid  # noqa: E731
    assert (found.name, found.users, found.sources) == (given_project.name, given_project.users, given_project.sources)
    assert sorted(found.codes, key=lambda code: code.guid) == sorted(given_project.codes, key=lambda code: code.guid)
    assert sorted(found.marks, key=key) == sorted(given_project.marks, key=key)
    assert found.problems == ()
    write_project(found, folder / "b.qdpx")
    assert (folder / "a.qdpx").read_bytes() == (folder / "b.qdpx").read_bytes()


def test_a_pdf_travels_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"%PDF-1.7 not really")
    held = Source(guid=guid("d"), name="One", text="satu dua", pdf=True, original=tmp_path / "one.pdf")
    code = ProjectCode(guid=guid("c"), name="c")
    marks = (Mark(guid=guid("m"), source=held.guid, start=5, end=8, code=code.guid, selection=guid("s")),
             Mark(guid=guid("w"), source=held.guid, start=0, end=8, code=code.guid, whole=True))  # fmt: skip
    write_project(Project(name="P", codes=(code,), sources=(held,), marks=marks), tmp_path / "p.qdpx")
    with zipfile.ZipFile(tmp_path / "p.qdpx") as opened:
        assert opened.read(f"sources/{held.guid}.pdf") == b"%PDF-1.7 not really"
    found = read_project(tmp_path / "p.qdpx")
    assert found.marks == marks
    assert found.sources == (replace(held, original=None),)


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "p.qdpx").write_text("before")
    held = Source(guid=guid("d"), name="One", text="x", pdf=True, original=tmp_path / "none.pdf")
    with pytest.raises(FileNotFoundError):
        write_project(Project(name="P", sources=(held,)), tmp_path / "p.qdpx")
    assert [path.name for path in tmp_path.iterdir()] == ["p.qdpx"]
    assert (tmp_path / "p.qdpx").read_text() == "before"
