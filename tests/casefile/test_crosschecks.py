"""Checks between cells, rows and files: each with the line, the column, and whether it stops the case."""

from pathlib import Path

import pytest
from support.folders import FILES, notices, problems, replaced, write_case

EX, PA, ME, BIB, FI = "exercises.csv", "participants.csv", "memberships.csv", "references.bib", "figures.csv"


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "said"),
    [
        (EX, "2003-08-06,2003-08-12", "2003-08-12,2003-08-06", (EX, 2, "end"), "the end is before the start"),
        (EX, "2005-05~,2005-06", "2005-07~,2005-06", (EX, 4, "end"), "the end is before the start"),
        (EX, "2003-08-12,,", "2003-08-12,1924-29 Agustus,", (EX, 2, "start"), "not marked as one"),
        (EX, "43.25|54.9924", "43.25", (EX, 2, "lat"), "lat has 1 items, place has 2"),
        (EX, "town|town", "town|town|town", (EX, 2, "precision"), "precision has 3 items"),
        (EX, "54.9924", "94.9924", (EX, 2, "lat"), "not on the globe"),
        (EX, "73.3686", "-181.5", (EX, 2, "lon"), "not on the globe"),
        (EX, "43.25|54.9924", "43.25|", (EX, 2, "lat"), "but not both"),
        (EX, "tanks,complete", "tanks,", (EX, 2, "roster"), "not whether they are all"),
        (EX, "show-of-force,two", "show-of-force,three", (EX, 2, "attributed_by"), "not in references.bib"),
        (EX, "al,TST", "al,tst", (EX, 2, "framework"), "not an organization's short name"),
        (EX, "beta,one", "beta,two", (PA, 6, "source"), "exercises.csv has no row of beta by this source"),
        (PA, "beta,KAZ", "betta,KAZ", (PA, 6, "exercise"), "no exercise has this id"),
        (PA, "alpha,KAZ,two", "alpha,KAZ,too", (PA, 4, "source"), "no row of alpha by this source"),
        (ME, "member,2001-06-15,2005", "member,2006,2005", (ME, 4, "end"), "the end is before the start"),
        (ME, "TST,UZB,observer,2005,,", "TST,UZB,member,2003,,", (ME, 5, "start"), "already since line 4"),
        (ME, "TST,RUS", "Tst,RUS", (ME, 3, "organization"), "not an organization's short name"),
        (FI, "TST,,2003", "TSX,,2003", (FI, 3, "state"), "neither a state nor an organization"),
        ("case.yml", "[one]", "[once]", ("case.yml", 0, "resolution.prefer"), "not in references.bib"),
    ],
)
def test_problems(tmp_path: Path, file: str, old: str, new: str, where: tuple[str, int, str], said: str) -> None:
    found = problems(write_case(tmp_path, **replaced(file, old, new)))
    assert (where, True) in [((p.file, p.line, p.column), said in p.what) for p in found]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "said"),
    [
        (EX, "2003-08-12,,", "2003-08-12?,1924-29 Agustus,", (EX, 2, "date_as_given"), "2003-08-06 to 2003-08-12?"),
        (EX, "KAZ|RUS,counter", "KAZ,counter", (EX, 2, "hosts"), "a place is in RUS, which is no host"),
        (EX, "KAZ|RUS,counter", "KAZ|RUS|UZB,counter", (EX, 2, "hosts"), "no place is in UZB"),
        (EX, "1300,over", "1299,over", (EX, 2, "troops"), "come to 1300"),
        (EX, "2007,,,", "1997,,,", ("case.yml", 0, "period"), "outside the period"),
        (EX, "al,TST", "al,XYZ-PACT", (EX, 2, "framework"), "has no member of this organization"),
        (ME, "KAZ,member,2001-06-15", "KAZ,member,1985", (ME, 2, "state"), "KAZ was not a state in 1985"),
        (FI, "KAZ,,2003", "KAZ,,1980", (FI, 2, "state"), "KAZ was not a state in 1980"),
        (FI, "p. 5,", "p. 5,1.1 persen", (FI, 2, "as_given"), "in its own wording"),
        (BIB, "@article{two", "@misc{three, title = {Three}}\n@article{two", (BIB, 5, ""), "no row and no claim cites"),
        (
            "case.yml",
            "organization: TST",
            "organization: ABCD",
            ("case.yml", 0, "organization"),
            "no member of the case's",
        ),
    ],
)
def test_notices(tmp_path: Path, file: str, old: str, new: str, where: tuple[str, int, str], said: str) -> None:
    folder = write_case(tmp_path, **replaced(file, old, new))
    assert problems(folder) == []
    assert (where, True) in [((p.file, p.line, p.column), said in p.what) for p in notices(folder)]


def test_participants_of_an_exercise_before_their_state_was_one(tmp_path: Path) -> None:
    folder = write_case(tmp_path, **replaced(EX, "2003-08-06,2003-08-12", "1989-08-06,1989-08-12"))
    found = [(p.file, p.column, p.value) for p in notices(folder) if "was not a state" in p.what]
    assert found == [(EX, "hosts", "KAZ"), (EX, "hosts", "RUS"), (PA, "state", "KAZ"), (PA, "state", "RUS")]


@pytest.mark.parametrize("span", ["2003-08,2003-08", "2003-08-06,2003-08", "2003,2003-01-01", "2003-08-06?,2003-08-06"])
def test_imprecise_dates_have_the_benefit_of_the_doubt(tmp_path: Path, span: str) -> None:
    assert problems(write_case(tmp_path, **replaced(EX, "2003-08-06,2003-08-12", span))) == []


def test_what_a_row_cites_is_checked_though_another_of_its_cells_cannot_be_read(tmp_path: Path) -> None:
    folder = write_case(tmp_path, **replaced(PA, "beta,KAZ,one", "betta,Kazakstan,once"))
    found = [(p.line, p.column) for p in problems(folder) if p.file == PA]
    assert found == [(6, "exercise"), (6, "source"), (6, "state")]


def test_a_source_that_many_rows_cite_is_missed_once_per_file(tmp_path: Path) -> None:
    folder = write_case(tmp_path, references_bib=FILES[BIB].replace("{one", "{ones"))
    found = [(p.file, p.line, p.column) for p in problems(folder)]
    assert found == [
        ("case.yml", 0, "resolution.prefer"),
        (ME, 2, "source"),
        (EX, 2, "source"),
        (PA, 2, "source"),
        (FI, 2, "source"),
    ]
    assert "(4 rows cite it)" in next(p.what for p in problems(folder) if p.file == ME)
    assert all(p.todo == "Did you mean ones?" for p in problems(folder))


def test_organizations_of_three_letters_that_are_known_are_no_mistyped_states(tmp_path: Path) -> None:
    text = "id,date,name_en,name_id,kind,parties,field,ends,source,locator\na,2004,A,A,memorandum,{},,,one,p. 1\n"
    assert problems(write_case(tmp_path / "a", agreements_csv=text.format("TST|CIS|ASEAN|KAZ|SCO"))) == []
    (problem,) = problems(write_case(tmp_path / "b", agreements_csv=text.format("TST|KAX")))
    assert (problem.file, problem.column, problem.value) == ("agreements.csv", "parties", "KAX")


def test_documents(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "secret.txt").write_text("s")
    (tmp_path / "case" / "link.txt").symlink_to(tmp_path / "secret.txt")
    sha = "0123456789abcdef" * 4
    text = "sha256,title,source,language,licence,path\n" + "".join(
        f"{s},T,one,en,,{path}\n"
        for s, path in (("x", ""), (sha, "link.txt"), (sha[::-1], "gone.txt"), (sha[1:] + "0", "../a"))
    )
    folder = write_case(tmp_path / "case", documents_csv=text)
    assert [(p.line, p.column) for p in problems(folder)] == [(2, "sha256"), (3, "path"), (5, "path")]
    assert [(p.line, p.what) for p in notices(folder)] == [(4, "there is no such file")]


def test_phases_are_exercises(tmp_path: Path) -> None:
    folder = write_case(
        tmp_path, **replaced("case.yml", "prefer: [one]", "prefer: [one], phases: {beta: alpha, delta: alpha}")
    )
    assert [(p.column, p.value) for p in problems(folder)] == [("resolution.phases", "delta")]
