"""Documents from the command line: extract, add, search, review, code, agree, and what comes of mistakes."""

import csv
import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ARTICLE = Path("/work/shared/documents/000_10243b2ea409ef42.txt")
TABLE = """Table 3. Manoeuvres of the region.

No  Date  Participants  Location  Title and content

1  3-5 May 2004  China and Kazakhstan  China: Kashgar  Falcon 2004
• 1,500 troops

2  June 2006  Russia and Kyrgyzstan ?  Kyrgyzstan  Heron-1
• 300 troops

Source: made for this test.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A document with a table whose columns have run together, as a PDF's text has it."""
    path = tmp_path / "manoeuvres.txt"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


class TestExtract:
    def test_a_table_of_two_rows(self, invoke: Run, article: Path) -> None:
        done = invoke("extract", "exercises", article, "--format", "csv")
        assert done.exit_code == 0, done.stderr
        first, second = rows(done.stdout)
        assert (first["locator"], first["start"], first["end"]) == ("Table 3, row 1", "2004-05-03", "2004-05-05")
        assert (first["participants"], first["troops"]) == ("CHN|KAZ", "1500")
        assert (second["start"], second["participants"]) == ("2006-06", "RUS|KGZ?")
        assert "2 exercises suggested" in done.stderr

    def test_spans_point_at_the_words(self, invoke: Run, article: Path) -> None:
        first = json.loads(invoke("extract", "exercises", article, "--format", "json").stdout)[0]
        [(start, end)] = first["spans"]["start"]
        assert TABLE[start:end] == "3-5 May 2004"
        assert [TABLE[slice(*one["span"])] for one in first["participants"]] == ["China", "Kazakhstan"]

    def test_the_table_is_for_people(self, invoke: Run, article: Path) -> None:
        lines = invoke("extract", "exercises", article).stdout.splitlines()
        assert lines[0].split()[:4] == ["locator", "start", "end", "name_en"] and len(lines) == 3

    def test_mistakes(self, invoke: Run, article: Path, tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.write_bytes(b"")
        assert invoke("extract", "exercises", empty).exit_code == 1
        assert invoke("extract", "exercises", tmp_path / "none.pdf").exit_code == 1
        assert invoke("extract", "treaties", article).exit_code == 2
        assert invoke("extract", "exercises", article, "--format", "xml").exit_code == 2

    @pytest.mark.needs_shared
    def test_the_article_gives_its_21_rows(self, invoke: Run) -> None:
        found = rows(invoke("extract", "exercises", ARTICLE, "--format", "csv").stdout)
        tabled = [row for row in found if row["found_in"] == "table"]
        assert [row["locator"] for row in tabled] == [f"Table 1, row {number}" for number in range(1, 22)]
        assert tabled[18]["date_as_given"] == "1924-29 Agustus 2014" and tabled[20]["participants"].endswith("UZB?")


class TestAddDocument:
    def test_a_file_enters_with_its_text_a_row_and_a_bare_source(self, invoke: Run, case: Path, article: Path) -> None:
        done = invoke("add", "document", article, "--case", case, "--licence", "CC0-1.0")
        assert done.exit_code == 0, done.stderr
        [row] = rows((case / "documents.csv").read_text(encoding="utf-8"))
        assert row["sha256"] == sha256(article.read_bytes()).hexdigest()
        assert (row["path"], row["source"], row["licence"]) == ("documents/manoeuvres.txt", "manoeuvres", "CC0-1.0")
        assert (case / row["path"]).read_bytes() == article.read_bytes()
        assert json.loads((case / f"texts/{row['sha256']}.json").read_text(encoding="utf-8"))["text"] == TABLE
        assert "@misc{manoeuvres," in (case / "references.bib").read_text(encoding="utf-8")
        assert "complete their author" in done.stderr and "manoeuvres.txt" in done.stdout
        assert invoke("check", case).exit_code == 0

    def test_twice_changes_nothing(self, invoke: Run, case: Path, article: Path) -> None:
        invoke("add", "document", article, "--case", case)
        before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
        done = invoke("add", "document", article, article, "--case", case, "--json")
        assert [one["fate"] for one in json.loads(done.stdout)["documents"]] == ["already in the case"] * 2
        assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before

    def test_after_a_stop_no_text_is_read_again(
        self, invoke: Run, case: Path, article: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        invoke("add", "document", article, "--case", case)
        (case / "documents.csv").unlink()  # as if the first try had been stopped before its end

        def unread(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr("timbang.adding.shelf.read", unread)
        done = invoke("add", "document", article, "--case", case)
        assert done.exit_code == 0 and "1 added" in done.stderr
        assert [path.name for path in (case / "documents").iterdir()] == ["manoeuvres.txt"]

    def test_bad_files_are_told_and_the_others_go_on(self, invoke: Run, case: Path, article: Path) -> None:
        bad, empty, other = (article.with_name(name) for name in ("bad.pdf", "empty.docx", "empty.txt"))
        bad.write_bytes(b"\x00\x01\x02 no PDF")
        empty.write_bytes(b"")
        other.write_bytes(b"")
        done = invoke("add", "document", bad, article, empty, other, article.with_name("absent.txt"), "--case", case)
        assert done.exit_code == 1
        for words in ("bad.pdf: ", "empty.docx: the file is empty", "empty.txt: the file is empty",
                      "absent.txt: there is no such file", "4 refused"):  # fmt: skip
            assert words in done.stderr
        assert len(rows((case / "documents.csv").read_text(encoding="utf-8"))) == 1
        assert sorted(path.name for path in (case / "documents").iterdir()) == ["manoeuvres.txt"]

    @pytest.mark.parametrize(
        ("name", "text", "key"),
        [
            ("own.bib", "@article{kim2005, author = {Kim, A.}, title = {Manoeuvres}, year = {2005}}", "kim2005"),
            ("own.ris", "TY  - JOUR\nTI  - Manoeuvres\nAU  - Kim, A.\nPY  - 2005\nER  - \n", "kim2005"),
            ("own.json", '[{"id": "kim2005", "type": "book", "title": "Manoeuvres"}]', "kim2005"),
        ],
    )
    def test_the_source_comes_from_a_bibliography(
        self, invoke: Run, case: Path, article: Path, name: str, text: str, key: str
    ) -> None:
        article.with_name(name).write_text(text, encoding="utf-8")
        done = invoke("add", "document", article, "--case", case, "--bib", article.with_name(name))
        assert done.exit_code == 0, done.stderr
        [row] = rows((case / "documents.csv").read_text(encoding="utf-8"))
        assert (row["source"], row["title"]) == (key, "Manoeuvres")
        assert f"{{{key}," in (case / "references.bib").read_text(encoding="utf-8")

    def test_a_bibliography_of_many_is_asked_which(self, invoke: Run, case: Path, article: Path) -> None:
        bib = article.with_name("many.bib")
        bib.write_text("@misc{one, title = {One}}\n@misc{two, title = {Two}, file = {x/manoeuvres.txt:text/plain}}\n")
        other = article.with_name("other.txt")
        other.write_text("Something else is said here.\n", encoding="utf-8")
        done = invoke("add", "document", article, other, "--case", case, "--bib", bib)
        assert done.exit_code == 1 and "does not tell which" in done.stderr and "--source KEY" in done.stderr
        assert [row["source"] for row in rows((case / "documents.csv").read_text(encoding="utf-8"))] == ["two"]
        named = invoke("add", "document", other, "--case", case, "--bib", bib, "--source", "one")
        assert named.exit_code == 0, named.stderr

    def test_a_listed_document_that_was_absent_is_completed(self, invoke: Run, case: Path, article: Path) -> None:
        sha = sha256(article.read_bytes()).hexdigest()
        head = "sha256,title,source,language,licence,path"
        (case / "documents.csv").write_text(f"{head}\n{sha},Mine,alpha,en,,\n", encoding="utf-8")
        done = invoke("add", "document", article, "--case", case)
        assert "1 completed" in done.stderr
        [row] = rows((case / "documents.csv").read_text(encoding="utf-8"))
        assert (row["title"], row["source"], row["path"]) == ("Mine", "alpha", "documents/manoeuvres.txt")

    def test_two_files_of_one_name(self, invoke: Run, case: Path, tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "same.txt").write_text(f"The text of {folder}.\n", encoding="utf-8")
        done = invoke("add", "document", tmp_path / "a/same.txt", tmp_path / "b/same.txt", "--case", case)
        assert done.exit_code == 0, done.stderr
        paths = [row["path"] for row in rows((case / "documents.csv").read_text(encoding="utf-8"))]
        assert paths == ["documents/same.txt", "documents/same-2.txt"]

    def test_misuse(self, invoke: Run, case: Path, article: Path) -> None:
        for more in (("--source", "nobody"), ("--bib", article), ("--bib", article.with_name("none.bib"))):
            done = invoke("add", "document", article, "--case", case, *more)
            assert done.exit_code in (1, 2) and not (case / "documents.csv").exists(), more
        assert invoke("add", "document", article, "--case", "sco").exit_code == 2
        assert invoke("add", "exercises", article, article, "--case", case, "--from", "mme").exit_code == 2

    def test_a_case_with_problems_is_left_alone(self, invoke: Run, case: Path, article: Path) -> None:
        (case / "case.yml").write_text("format: 1\n", encoding="utf-8")
        done = invoke("add", "document", article, "--case", case)
        assert done.exit_code == 1 and not (case / "documents").exists() and not (case / "texts").exists()


class TestSearch:
    @pytest.fixture(autouse=True)
    def _cache(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("timbang.store.fulltext._cache", lambda: tmp_path / "cache")

    def test_hits_in_any_script_with_their_place(self, invoke: Run, case: Path, tmp_path: Path) -> None:
        path = tmp_path / "page.txt"
        path.write_text("Совместные учения прошли в Бишкеке.\n\n联合军事演习在比什凯克举行。\n", encoding="utf-8")
        invoke("add", "document", path, "--case", case)
        done = invoke("search", case, "УЧЕНИЯ")
        assert done.stdout == "page: page, p0001\n  Совместные «учения» прошли в Бишкеке.\n"
        [hit] = json.loads(invoke("search", case, "演习", "--json").stdout)
        assert (hit["passage"], hit["words"], hit["start"]) == ("p0002", "演习", 41)

    def test_nothing_found_and_nothing_to_find(self, invoke: Run, case: Path, article: Path) -> None:
        assert "lists no documents" in invoke("search", case, "x").stderr
        invoke("add", "document", article, "--case", case)
        done = invoke("search", case, "nowhere")
        assert (done.exit_code, done.stdout) == (0, "") and "0 passages in 1 document" in done.stderr
        assert invoke("search", case, "").exit_code == 2


MARKED = """Table 1. Manoeuvres.

| Date | Participants | Location | Title | Troops |
|---|---|---|---|---|
| 6-10 August 2001 | China and Kazakhstan | Kazakhstan: Almaty | Shield 2001 | 1,250 |
| May 2002 | China and Russia | China: Kashgar | Falcon | 300 |
"""


class TestReview:
    @pytest.fixture
    def filled(self, invoke: Run, case: Path, tmp_path: Path) -> Path:
        path = tmp_path / "table.md"
        path.write_text(MARKED, encoding="utf-8")
        assert invoke("add", "document", path, "--case", case).exit_code == 0
        return case

    def test_what_waits_is_listed(self, invoke: Run, filled: Path) -> None:
        done = invoke("review", filled, "--list", "--json")
        first, second = json.loads(done.stdout)
        assert (first["fate"], first["exercise"], second["fate"]) == ("conflict", "shield-2001", "new")
        assert {"field": "troops", "source": "beta", "theirs": "1300", "ours": "1250"} in first["conflicts"]
        shown = invoke("review", filled, "--list")
        assert "troops: beta 1300, here 1250" in shown.stdout
        assert "2 suggestions not decided on: 1 new, 1 conflict" in shown.stderr
        assert not (filled / "reviews.csv").exists()

    def test_a_threshold_is_stated_and_kept(self, invoke: Run, filled: Path) -> None:
        done = invoke("review", filled, "--accept", "0.9", "--who", "Ani")
        assert done.exit_code == 0 and "1 accepted by Ani at a score of 0.9 or more" in done.stderr
        assert "falcon-2002,table," in (filled / "exercises.csv").read_text(encoding="utf-8")
        [row] = rows((filled / "reviews.csv").read_text(encoding="utf-8"))
        assert (row["exercise"], row["who"], row["changes"]) == ("falcon-2002", "Ani", "--accept 0.9, score 1")
        checked = invoke("check", filled)
        assert checked.exit_code == 0 and "reviews.csv" not in checked.stdout
        assert invoke("run", filled).exit_code == 0

    def test_one_by_one(self, invoke: Run, filled: Path) -> None:
        done = invoke("review", filled, "--who", "Ani", input="?\ne\ntroops=1400\nfoo\n\nr\n")
        assert done.exit_code == 0 and done.stdout == ""
        assert "conflict in troops: beta has 1300, here 1250" in done.stderr
        assert "entered as shield-2001" in done.stderr and "1 edited, 1 rejected; 0 left" in done.stderr
        first, second = rows((filled / "reviews.csv").read_text(encoding="utf-8"))
        assert (first["decision"], first["changes"]) == ("edited", "troops: 1250 -> 1400")
        assert (second["decision"], second["exercise"]) == ("rejected", "")
        assert "0 suggestions" in invoke("review", filled, "--list").stderr

    def test_nobody_answers(self, invoke: Run, filled: Path) -> None:
        before = (filled / "exercises.csv").read_bytes()
        done = invoke("review", filled, input="s\n")
        assert done.exit_code == 0 and "1 skipped; 2 left" in done.stderr
        assert (filled / "exercises.csv").read_bytes() == before and not (filled / "reviews.csv").exists()

    def test_misuse(self, invoke: Run, filled: Path) -> None:
        assert invoke("review", filled, "--accept", "90").exit_code == 2
        assert invoke("review", "sco", "--accept", "0.9").exit_code == 2


SAID = """# A meeting

Terrorism is a threat to all our states and we will fight it together.

The two presidents discussed trade and investment in energy.

Nothing else was said that day, and everybody went home.
"""


class TestCode:
    @pytest.fixture
    def said(self, invoke: Run, case: Path, tmp_path: Path) -> Path:
        path = tmp_path / "meeting.md"
        path.write_text(SAID, encoding="utf-8")
        assert invoke("add", "document", path, "--case", case, "--language", "en").exit_code == 0
        return case

    def ledger(self, case: Path) -> list[dict[str, Any]]:
        lines = (case / "codings.jsonl").read_text(encoding="utf-8").splitlines()
        return [entry for line in lines if (entry := json.loads(line))["type"] == "coding"]

    def test_the_lexical_coder_codes_each_document_once(self, invoke: Run, said: Path) -> None:
        done = invoke("code", said)
        assert done.exit_code == 0, done.stderr
        [threat] = [one for one in self.ledger(said) if one["code"] == "threat-nonstate"]
        text = json.loads((said / f"texts/{threat['document']}.json").read_text(encoding="utf-8"))["text"]
        assert text[threat["start"] : threat["end"]].startswith("Terrorism is a threat")
        assert (threat["coder"], threat["by"], threat["codebook"]["name"]) == ("lexical", "program", "balancing")
        before = (said / "codings.jsonl").read_bytes()
        again = invoke("code", said)
        assert "0 codings in 0 documents" in again.stderr and "1 coded before" in again.stderr
        assert (said / "codings.jsonl").read_bytes() == before
        assert invoke("check", said).exit_code == 0

    def test_people_code_blind_and_agreement_is_measured(self, invoke: Run, said: Path) -> None:
        invoke("code", said)
        ani = invoke("code", said, "--coder", "Ani", input="\n? threat-nonstate\nnonsense\n1\neconomic-gain@Putin\n\n")
        assert ani.exit_code == 0 and "4 passages read, 2 codings by Ani" in ani.stderr
        assert "lexical" not in ani.stderr and "no such code" in ani.stderr and "Exclude: " in ani.stderr
        assert "0 passages read" in invoke("code", said, "--coder", "Ani", input="").stderr
        invoke("code", said, "--coder", "Budi", input="\n!1\neconomic-gain\n\n")
        trade = [one for one in self.ledger(said) if one["coder"] == "Ani" and one["code"] == "economic-gain"]
        assert [(one["quoted"], one["speaker"]) for one in trade] == [(True, "Putin")]
        told = json.loads(invoke("agree", said, "--json").stdout)
        assert (told["coders"], told["called"]) == (["Ani", "Budi"], "intercoder reliability")
        assert (told["passages"], told["left_out"]) == (2, 2)
        [issue] = told["disagreements"]
        assert (issue["code"], issue["said"]) == ("threat-nonstate", {"Ani": "affirmed", "Budi": "denied"})
        assert issue["words"].startswith("Terrorism is a threat")
        assert told["codes"]["economic-gain"]["alpha"]["value"] is not None

    def test_a_disagreement_is_settled_and_the_originals_stay(self, invoke: Run, said: Path) -> None:
        invoke("code", said, "--coder", "Ani", input="\n1\nq\n")
        invoke("code", said, "--coder", "Budi", input="\n!1\nq\n")
        done = invoke("agree", said, "--settle", "Citra", input="x\na\n")
        assert done.exit_code == 0 and "1 disagreement settled by Citra" in done.stderr
        one, two, settled = self.ledger(said)
        assert (settled["coder"], settled["negated"]) == ("Citra", False)
        assert sorted(settled["settles"]) == sorted([one["id"], two["id"]])
        shown = invoke("agree", said)
        assert "(settled)" in shown.stdout and "1 disagreement, 0 to settle" in shown.stderr
        assert shown.stdout.splitlines()[0].split()[0] == "code"

    def test_a_sheet_goes_out_blank_and_comes_back(self, invoke: Run, said: Path, tmp_path: Path) -> None:
        invoke("code", said)
        sheet = tmp_path / "sheet.csv"
        assert invoke("code", said, "--sheet", sheet).exit_code == 0
        found = rows(sheet.read_text(encoding="utf-8-sig"))
        assert len(found) == 4 and not any(row["codes"] for row in found)
        found[1]["codes"], found[2]["read"] = "threat-nonstate", "yes"
        with sheet.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, found[0])
            table.writeheader()
            table.writerows(found)
        for number in ("1 coding", "0 codings"):
            done = invoke("code", said, "--import", sheet, "--coder", "Dewi")
            assert done.exit_code == 0 and f"{number} by Dewi taken over" in done.stderr
        assert [one["coder"] for one in self.ledger(said)].count("Dewi") == 1
        assert invoke("code", said, "--sheet", sheet).exit_code == 2  # it may hold somebody's codes

    def test_codings_go_to_another_program_and_back(self, invoke: Run, said: Path, tmp_path: Path) -> None:
        invoke("code", said)
        project = tmp_path / "out.qdpx"
        done = invoke("export", said, "--out", project)
        assert done.exit_code == 0 and project.read_bytes().startswith(b"PK")
        mine = self.ledger(said)
        assert f"{len(mine)} coding" in done.stderr
        assert "0 codings taken over" in invoke("code", said, "--import", project).stderr
        (said / "codings.jsonl").unlink()
        assert invoke("code", said, "--import", project).exit_code == 0
        assert {one["id"] for one in self.ledger(said)} == {one["id"] for one in mine}
        assert invoke("export", said, "--format", "qdc", "--out", tmp_path / "codes.qdc").exit_code == 0
        assert b"<CodeBook" in (tmp_path / "codes.qdc").read_bytes()

    def test_a_codebook_of_another_program_becomes_one_of_the_case(
        self, invoke: Run, said: Path, tmp_path: Path
    ) -> None:
        guid = "0000000{}-0000-4000-8000-000000000000"
        codes = "".join(
            f'<Code guid="{guid.format(n)}" name="{name}" isCodable="true"><Description>{what}</Description></Code>'
            for n, (name, what) in enumerate(
                [("Ancaman: luar", 'Says "threat" {x}'), ("Угроза", ""), ("Ancaman luar", "")]
            )
        )
        qdc = tmp_path / "My codes.qdc"
        qdc.write_text(
            f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}</Codes></CodeBook>', encoding="utf-8"
        )
        done = invoke("code", said, "--import", qdc)
        assert done.exit_code == 0, done.stderr
        assert Path(done.stdout.strip()) == said / "codebooks/my-codes.yml" and "3 codes" in done.stderr
        coded = invoke("code", said, "--codebook", "my-codes", "--coder", "Ani", input="ancaman-luar code\nq\n")
        assert "2 codings by Ani" in coded.stderr, coded.stderr
        assert invoke("code", said, "--codebook", "my-codes").exit_code == 0
        assert invoke("code", said, "--import", qdc).exit_code == 1  # it is there already
        qdc.with_name("broken.qdc").write_text("<html/>", encoding="utf-8")
        assert invoke("code", said, "--import", qdc.with_name("broken.qdc")).exit_code == 1

    def test_misuse(self, invoke: Run, case: Path, said: Path, tmp_path: Path) -> None:
        sheet = tmp_path / "s.csv"
        for more in (("--codebook", "none"), ("--import", sheet, "--coder", "A"), ("--sheet", tmp_path / "s.doc"),
                     ("--import", sheet, "--sheet", sheet), ("--import", sheet)):  # fmt: skip
            done = invoke("code", said, *more)
            assert done.exit_code == 2 and "Traceback" not in done.stderr, more
        assert invoke("agree", said).exit_code == 2  # nobody has coded
        assert invoke("agree", said, "--coders", "Ani,Budi").exit_code == 2
        assert invoke("export", said, "--out", tmp_path / "x.csv").exit_code == 2
        assert not (said / "codings.jsonl").exists()

    def test_a_case_without_documents(self, invoke: Run, case: Path) -> None:
        done = invoke("code", case)
        assert done.exit_code == 1 and "timbang add document" in done.stderr


@pytest.mark.parametrize(("kind", "name"), [("formats", "pdf"), ("formats", "docx"), ("codebooks", "balancing")])
def test_formats_and_codebooks_are_listed(invoke: Run, kind: str, name: str) -> None:
    assert name in {one["name"] for one in json.loads(invoke("list", kind, "--json").stdout)}
    assert invoke("show", name).exit_code == 0


def test_a_codebook_shows_its_codes_in_either_language(invoke: Run) -> None:
    english, indonesian = (invoke("show", "balancing", "--lang", lang).stdout for lang in ("en", "id"))
    assert "include:" in english and "sertakan:" in indonesian and "threat-nonstate" in indonesian
    [shown] = json.loads(invoke("show", "balancing", "--json").stdout)
    assert {"code", "label", "definition", "include", "exclude"} <= set(shown["codes"][0])
