"""The weighing on a page: every part the reader needs, in both languages, with figures that say themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.weighed import case

from timbang.casefile import open_case
from timbang.findings.finding import Results
from timbang.report._drawings import drawings
from timbang.report.findings_json import as_json
from timbang.report.html import page
from timbang.run import conclude


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return conclude(case(tmp_path_factory.mktemp("page")))


PARTS = {
    "en": (
        "Motives, conduct, types and stability", "The rivals", "Evidence by weight", "Did it change, and when",
        "Sensitivity: what would turn it", "What to look for next", "Value of revision", "Balance of the system",
        "Single points on single members", "The publication's conclusions beside the evidence",
        "Limits of the weighing", "given the stated likelihoods", "cannot be told",
    ),
    "id": (
        "Motif, perilaku, tipe, dan stabilitas", "Mekanisme yang bersaing", "Bukti menurut bobot",
        "Apakah berubah, dan kapan", "Kepekaan: apa yang akan membaliknya", "Apa yang perlu dicari berikutnya",
        "Nilai revisi", "Keseimbangan sistem", "Butir tertentu tentang anggota tertentu",
        "Kesimpulan publikasi di samping bukti", "Batas penimbangan", "bergantung pada kemungkinan yang dinyatakan",
        "tidak dapat ditentukan",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_part_is_there(results: Results, lang: str) -> None:
    text = re.sub(r"&#39;", "'", page(results, lang, ["en", "id"]))
    missing = [part for part in PARTS[lang] if part not in text]
    assert not missing


@pytest.mark.parametrize("lang", ["en", "id"])
def test_figures_of_belief_and_of_the_plane_say_themselves(results: Results, lang: str) -> None:
    drawn = drawings(results, lang)
    belief, plane = drawn["beliefs-conduct-usa-rus"], drawn["plane-types-2001-2010"]
    assert "%" in belief.alt and len(belief.alt) > 80 and belief.title
    assert {"en": "Russia", "id": "Rusia"}[lang] in plane.alt
    assert belief.width <= 560 and "<svg" in belief.inline()


def test_evidence_is_ranked_by_weight_and_shows_interest(results: Results) -> None:
    text = page(results, "en", ["en"])
    rows = re.findall(r"<td>(A pact is concluded against it\.|It is called a danger\.)", text)
    assert rows[0] == "A pact is concluded against it."
    assert "speaks of its own motive or conduct" in text


def test_origins_are_called_by_their_names_and_others_by_their_keys(tmp_path: Path) -> None:
    of = case(tmp_path)
    names = "origin,name_en,name_id\nkremlin,President of Russia,Presiden Rusia\n"
    (of.folder / "origins.csv").write_text(names, encoding="utf-8")
    found = conclude(open_case(of.folder))
    text = page(found, "id", ["en", "id"])
    assert "<td>Presiden Rusia; " in text and "<td>agency; " in text and "kremlin;" not in text
    assert "<td>President of Russia; " in page(found, "en", ["en", "id"])


def test_labels_of_types_are_headed_by_what_they_mean(results: Results) -> None:
    text = page(results, "en", ["en"])
    for animal in ("lion", "lamb", "jackal", "wolf"):
        for found in re.finditer(rf"\b{animal}\b", text):
            assert "Schweller" in text[max(0, found.start() - 60) : found.start()], animal


def test_the_same_case_gives_the_same_bytes(results: Results, tmp_path: Path) -> None:
    again = conclude(case(tmp_path))
    assert as_json(again) == as_json(results)
    assert page(again, "id", ["en", "id"]) == page(results, "id", ["en", "id"])
