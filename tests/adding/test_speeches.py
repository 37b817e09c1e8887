"""Adding speeches: hand-counted sentences, files that cannot be read, a stop and a second try, many cores."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import tiny

from timbang.adding import counted, kept_counts
from timbang.adding.speeches import Heard, add_speeches, threats
from timbang.casefile import check_case, lock, open_case
from timbang.errors import TimbangError, UsageError
from timbang.evidence.codebook import open_codebook
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.salience import count
from timbang.model import Salience
from timbang.registry import shipped_cases, sources

TERRORISM = "framed-terrorism"
SPEECHES = {
    "CHN_56_2001.txt": "Thank you, Mr. President. Terrorism must be fought. The sun shines. We fight terror!",  # 2 of 4
    "RUS_56_2001.txt": "\ufeffTerrorists attacked us.\rThe world mourns.\r",  # 1 of 2
    "JPN_56_2001.txt": "Peace is our aim. We trade. We help. We hope. Terrorism is a scourge.",  # 1 of 5
    "RUS_57_2002.txt": "We speak of trade.",  # 0 of 1
}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setattr(kept_counts, "_folder", lambda: folder)
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """China, Russia and Kazakhstan, 2001-2003."""
    return tiny.write(tmp_path / "tiny")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "speeches" / "Session 56"
    folder.mkdir(parents=True)
    for name, text in SPEECHES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder.parent


def quiet(_: str) -> None:
    """Progress that nobody watches."""


def add(case: Path, place: Path, codebook: str = "balancing") -> tuple[Heard, list[str]]:
    heard, changed = add_speeches(case, sources()["ungdc"], place, codebook, quiet)
    assert not [problem for problem in check_case(case) if problem.level == "problem"]
    return heard, [path.name for path in changed]


def found(case: Path, code: str = TERRORISM) -> dict[tuple[str, int | None], tuple[int | None, int | None]]:
    return {(r.state, r.year): (r.coded, r.passages) for r in open_case(case).of(Salience) if r.code == code}


def test_sentences_are_counted_as_by_hand(case: Path, place: Path) -> None:
    heard, changed = add(case, place)
    assert (heard.speeches, heard.silent, heard.notices, changed) == (
        4, ["KAZ"], [], ["references.bib", "salience.csv"],
    )  # fmt: skip
    assert found(case) == {
        ("CHN", 2001): (2, 4), ("RUS", 2001): (1, 2), ("ALL", 2001): (4, 11),
        ("RUS", 2002): (0, 1), ("ALL", 2002): (0, 1),
    }  # fmt: skip
    every = next(r for r in open_case(case).of(Salience) if (r.state, r.year, r.code) == ("ALL", 2001, TERRORISM))
    assert (every.states, every.mean) == (3, 0.4)  # (1/2 + 1/2 + 1/5) / 3: Japan counts, though it is not of the case
    assert (every.source, every.locator) == ("ungdc", "all speeches of the year (3 states)")
    assert {r.code for r in open_case(case).of(Salience)} == set(threats(open_codebook("balancing")).codes)
    assert "ungdc" in open_case(case).references


def test_adding_twice_changes_nothing(case: Path, place: Path) -> None:
    add(case, place)
    before = (case / "salience.csv").read_bytes()
    assert add(case, place)[1] == []
    assert (case / "salience.csv").read_bytes() == before


def test_what_is_denied_or_quoted_from_others_does_not_count(case: Path, place: Path) -> None:
    path = place / "Session 56" / "CHN_56_2001.txt"
    path.write_text("This is not terrorism. The report says: “Terrorism is everywhere.” Terrorism kills.", "utf-8")
    heard, _ = add(case, place)
    assert found(case)["CHN", 2001] == (1, 3)
    assert (heard.counts.denied[TERRORISM], heard.counts.quoted[TERRORISM]) == (1, 1)


def test_two_speeches_of_a_year_are_one(case: Path, place: Path) -> None:
    (place / "CHN_57_2001.txt").write_text("Terrorism kills.", "utf-8")
    add(case, place)
    assert found(case)["CHN", 2001] == (3, 5)
    row = next(r for r in open_case(case).of(Salience) if (r.state, r.year) == ("CHN", 2001))
    assert row.locator == "CHN_56_2001.txt, CHN_57_2001.txt"


def test_files_that_cannot_be_read_stop_no_other(case: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "LARGEST", 200)
    odd = {
        "XQZ_56_2001.txt": b"Terrorism.", "notes.docx": b"", "chn_56_2001.txt": b"Terrorism.", "IND_56_2001.txt": b"",
        "PAK_56_2001.txt": b"\xff\xfeT\x00", "USA_56_2001.txt": b"Terrorism. " * 20,
        "IRN_56_2001.txt": b" \r\n ... \r\n", "._CHN_56_2001.txt": b"hidden",
    }  # fmt: skip
    for name, data in odd.items():
        (place / name).write_bytes(data)
    heard, _ = add(case, place)
    assert {notice.file: notice.what for notice in heard.notices} == {
        "XQZ_56_2001.txt": "no state has this code",
        "notes.docx": "the file's name is not that of a speech",
        "chn_56_2001.txt": "the file's name is not that of a speech",
        "IND_56_2001.txt": "the file is empty",
        "IRN_56_2001.txt": "the file is empty",
        "PAK_56_2001.txt": "the file is not UTF-8, at byte 0",
        "USA_56_2001.txt": "the file is too large for a speech",
    }
    assert found(case)["ALL", 2001] == (4, 11)


def test_years_from_ten_before_the_period_to_its_end_are_added(case: Path, place: Path) -> None:
    for year in (1990, 1991, 2003, 2004):
        (place / f"CHN_{year - 1945}_{year}.txt").write_text("Terrorism kills.", "utf-8")
    heard, _ = add(case, place)
    assert heard.years == (1991, 2003) and heard.other_years == 2
    assert {year for state, year in found(case) if state == "CHN"} == {1991, 2001, 2003}


def test_a_second_try_goes_on_where_the_first_stopped(
    case: Path, place: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "BATCH", 1)
    monkeypatch.setattr(counted, "_cores", lambda: 1)
    told: list[str] = []

    def stop_at_two(what: str) -> None:
        told.append(what)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_speeches(case, sources()["ungdc"], place, "balancing", stop_at_two)
    assert not (case / "salience.csv").exists()
    kept = next(cache.glob("*.jsonl"))
    assert len(kept.read_text("utf-8").split()) == 4  # two speeches: name and counts
    kept.write_text(kept.read_text("utf-8") + '\nhalf-a-line {"sente', "utf-8")
    fresh: list[str] = []
    whole = counted._outcome
    monkeypatch.setattr(counted, "_outcome", lambda one, *more: fresh.append(one.path.name) or whole(one, *more))
    add(case, place)
    assert len(fresh) == 2 and found(case)["ALL", 2001] == (4, 11)
    fresh.clear()
    add(case, place)
    assert fresh == []


def test_a_changed_file_is_counted_anew(case: Path, place: Path) -> None:
    add(case, place)
    (place / "Session 56" / "CHN_56_2001.txt").write_text("We trade.", "utf-8")
    assert add(case, place)[1] == ["salience.csv"]
    assert found(case)["CHN", 2001] == (0, 1)


def test_several_processes_count_as_one_does(case: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for year in range(1991, 2004):
        for state in ("CHN", "RUS", "KAZ", "IND", "JPN"):
            text = f"We meet in {year}. " * (year % 5) + "Terrorism is a threat. "
            (place / f"{state}_{year - 1945}_{year}.txt").write_text(text, "utf-8")
    monkeypatch.setattr(counted, "_cores", lambda: 1)
    add(case, place)
    alone = (case / "salience.csv").read_bytes()
    (case / "salience.csv").unlink()
    shutil.rmtree(kept_counts._folder())
    kept_counts._folder().mkdir()
    monkeypatch.setattr(counted, "_cores", lambda: 2)
    add(case, place)
    assert (case / "salience.csv").read_bytes() == alone


def test_a_codebook_of_the_cases_own(case: Path, place: Path) -> None:
    """Its rows stand beside those of another; a code of the same name replaces the other's."""
    add(case, place)
    (case / "codebooks").mkdir()
    shipped = Path(shipped_cases()["sco"]).parents[1] / "codebooks" / "balancing.yml"
    text = (
        shipped.read_text("utf-8").replace("name: balancing", "name: mine").replace("framed-terrorism", "framed-trade")
    )
    text = text.replace("      en: [terror*]", "      en: [trade]", 1)
    (case / "codebooks" / "mine.yml").write_text(text, "utf-8")
    add(case, place, "mine")
    books = {row.code: row.codebook.split()[0] for row in open_case(case).of(Salience)}
    assert books[TERRORISM] == "balancing" and books["framed-trade"] == books["threat-state"] == "mine"


def test_only_codes_of_threats_are_looked_for_and_found_all_the_same() -> None:
    whole = open_codebook("balancing")
    text = (
        "Separatists and terrorists threaten us. The economy grows. NATO expands eastward, a threat. No terrorism here."
    )
    one, other = (count(text, book, LexicalCoder(), lambda _: False) for book in (whole, threats(whole)))
    assert other.coded and other.coded == {code: n for code, n in one.coded.items() if code in threats(whole).codes}
    assert one.sentences == other.sentences == 4


def test_what_is_refused(case: Path, place: Path, tmp_path: Path) -> None:
    def refusal(*words: object) -> str:
        before = {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()}
        with pytest.raises((TimbangError, UsageError)) as caught:
            add_speeches(*words, quiet)  # type: ignore[arg-type]
        assert {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()} == before
        return str(caught.value)

    ungdc = sources()["ungdc"]
    empty = tmp_path / "empty"
    empty.mkdir()
    others = tmp_path / "others"
    others.mkdir()
    (others / "JPN_56_2001.txt").write_text("We trade.", "utf-8")
    assert "ships" in refusal(shipped_cases()["sco"], ungdc, place, "balancing")
    assert "no such folder" in refusal(case, ungdc, place / "nowhere", "balancing")
    assert "holds no speech" in refusal(case, ungdc, empty, "balancing")
    assert "no state of the case speaks there" in refusal(case, ungdc, others, "balancing")
    assert "no codebook 'mine'" in refusal(case, ungdc, place, "mine")
    with lock(case):
        assert "another timbang" in refusal(case, ungdc, place, "balancing")
