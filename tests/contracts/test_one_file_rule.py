"""A measure, exporter, source, case or organization is added by its own file alone, and a bad file fails loudly."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # each copies the program and starts it anew; CI runs them
ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
SOURCE = '''"""A source of data for the test."""

from pathlib import Path

from timbang.registry import Source
from timbang.text import Text


def read(path: Path) -> None:
    """Nothing."""


SOURCE = Source(
    name="dummy_source", label=Text("A dummy source", "Sumber contoh"), citation="Nobody. 2004.", bibtex="@misc{dummy}",
    licence="CC0-1.0", columns=("a", "b"), read=read,
)
'''
ORGANIZATION = "organization,state,role,start,end,source,locator\nXCO,KAZ,member,2002-01-01,,kremlin_41570,para. 2\n"
ADDED = {
    "measures": "sources_per_exercise",
    "exporters": "statements",
    "cases": "example",
    "sources": "dummy_source",
    "organizations": "xco",
    "theories": "hegemonic-stability",
}


class Copy:
    """A copy of the package, run in processes of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"PYTHONPATH": str(self.folder / "src"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
                            "TIMBANG_DATA": str(self.folder / "home")}  # fmt: skip
        return subprocess.run(
            [sys.executable, *words], cwd=self.folder, env=env, capture_output=True, text=True, encoding="utf-8"
        )

    def timbang(self, *words: str) -> str:
        done = self.python("-m", "timbang", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy with the files of CONTRIBUTING.md and docs/theories.md, a source and an organization dropped in."""
    copy = Copy(tmp_path_factory.mktemp("grown"))
    told = BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    files = dict(told) | {
        "src/timbang/sources/dummy.py": SOURCE,
        "src/timbang/organizations/xco.csv": ORGANIZATION,
    }
    assert len(told) == 7
    files |= dict(BLOCK.findall((ROOT / "docs/theories.md").read_text(encoding="utf-8")))
    for name, text in files.items():
        assert not (copy.folder / name).exists(), f"{name} is there already: the tutorial must add something new"
        copy.put(name, text)
    return copy


@pytest.fixture(scope="module")
def out(grown: Copy) -> Path:
    """The results of the new case, run with everything new."""
    grown.timbang("run", "example", "--out", "out")
    return grown.folder / "out"


@pytest.mark.parametrize(("kind", "name"), ADDED.items())
def test_it_is_listed(grown: Copy, kind: str, name: str) -> None:
    listed = json.loads(grown.timbang("list", kind, "--json"))
    assert name in [row["name"] for row in listed]


def test_a_new_measure_makes_findings(out: Path) -> None:
    findings = json.loads((out / "findings.json").read_text(encoding="utf-8"))["findings"]
    made = [finding for finding in findings if finding["name"] == "sources_per_exercise"]
    assert [finding["value"]["estimate"] for finding in made] == [1]
    assert made[0]["evidence"][0]["source"] == "author2004"


@pytest.mark.parametrize(("lang", "words"), [("en", "Sources per exercise"), ("id", "Sumber per latihan")])
def test_a_new_measure_is_in_the_report_and_the_tables(out: Path, lang: str, words: str) -> None:
    assert words in (out / f"report.{lang}.html").read_text(encoding="utf-8")
    assert (out / "tables/sources_per_exercise.csv").is_file()


def test_a_new_exporter_writes_the_results(out: Path) -> None:
    statements = (out / "statements.en.txt").read_text(encoding="utf-8").splitlines()
    findings = json.loads((out / "findings.json").read_text(encoding="utf-8"))["findings"]
    assert sorted(statements) == sorted(finding["statement"]["en"] for finding in findings)
    assert any("First exercise" in line for line in statements)


def test_a_new_case_passes_the_check(grown: Copy) -> None:
    assert json.loads(grown.timbang("check", "example", "--json")) is not None


def test_a_new_data_set_is_recognized_added_listed_and_cited(grown: Copy) -> None:
    grown.put("given/abroad.csv", "ccode,year,embassies\n2,1950,60\n365,1950,-9\n")
    added = json.loads(grown.timbang("data", "add", "given", "--json"))["added"]
    assert [(one["table"], one["rows"], one["missing"]["embassies"]) for one in added] == [("embassies", 2, 1)]
    assert "Embassies by state and year" in grown.timbang("show", "embassies")
    assert "@misc{author2004embassies" in grown.timbang("data", "cite", "embassies")


def test_a_new_organization_gives_its_members_to_a_case(grown: Copy) -> None:
    grown.timbang("new", "mine", "--members", "xco")
    assert "KAZ" in (grown.folder / "mine/memberships.csv").read_text(encoding="utf-8")


def test_a_new_measure_is_in_the_documentation(grown: Copy) -> None:
    page = grown.python(str(ROOT / "tools/docs_pages.py"), "measures.md")
    assert "### Sources per exercise" in page.stdout, page.stderr
    assert "Jumlah sumber yang menyebut latihan itu." in page.stdout


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "The leader founds, hosts and pays"), ("id", "Pemimpin mendirikan")]
)
def test_a_new_theory_is_shown(grown: Copy, lang: str, words: str) -> None:
    assert words in grown.timbang("show", "hegemonic-stability", "--lang", lang)


def test_a_new_theory_competes(grown: Copy) -> None:
    """Its name is among the mechanisms that a question on motives is asked of."""
    script = "from timbang.inference.theoryfile import vocabulary as v; print(*v().theories)"
    assert "hegemonic-stability" in grown.python("-c", script).stdout.split()


def test_a_new_theory_is_in_the_documentation(grown: Copy) -> None:
    page = grown.python(str(ROOT / "tools/docs_pages.py"), "mechanisms.md")
    assert "### hegemonic stability" in page.stdout, page.stderr


def test_a_theory_that_leaves_something_out_fails_with_its_name_and_line(grown: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    whole = (grown.folder / "src/timbang/theories/hegemonic-stability.yml").read_text(encoding="utf-8")
    copy.put("src/timbang/theories/hegemonic-stability.yml", whole.replace("    citation: keohane1984\n", ""))
    done = copy.python("-m", "timbang", "list", "theories")
    assert done.returncode == 1
    assert "timbang/theories/hegemonic-stability.yml:" in done.stderr
    assert "the key citation is missing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("room", "declares"), [("measures", "MEASURE"), ("report", "EXPORTER"), ("sources", "SOURCE")])
def test_a_file_that_declares_nothing_fails_with_its_name_and_the_mend(
    tmp_path: Path, room: str, declares: str
) -> None:
    copy = Copy(tmp_path)
    copy.put(f"src/timbang/{room}/forgetful.py", '"""Declares nothing."""\n')
    done = copy.python("-m", "timbang", "list", "exporters" if room == "report" else room)
    assert done.returncode != 0
    assert f"timbang/{room}/forgetful.py" in done.stderr
    assert declares in done.stderr
    assert "Declare it" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_measure_that_leaves_something_out_fails_with_its_name(grown: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    whole = (grown.folder / "src/timbang/measures/sources_per_exercise.py").read_text(encoding="utf-8")
    copy.put("src/timbang/measures/sources_per_exercise.py", whole.replace('    citation="Count.",\n', ""))
    done = copy.python("-m", "timbang", "list", "measures")
    assert done.returncode != 0
    assert "sources_per_exercise.py" in done.stderr
    assert "citation" in done.stderr


def test_a_case_that_leaves_something_out_fails_with_its_name(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.put("src/timbang/cases/forgetful/case.yml", "format: 1\norganization: XCO\n")
    done = copy.python("-m", "timbang", "check", "forgetful")
    assert done.returncode == 1
    assert "case.yml" in done.stdout + done.stderr
    assert "title" in done.stdout + done.stderr


def test_an_organization_file_with_a_wrong_column_fails_with_its_name(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.put("src/timbang/organizations/xco.csv", ORGANIZATION.replace("role", "rank"))
    done = copy.python("-m", "timbang", "new", "mine", "--members", "xco")
    assert done.returncode in (1, 2)
    assert "xco.csv" in done.stderr
    assert "role" in done.stderr
