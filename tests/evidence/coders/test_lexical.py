"""The lexical coder: examples of the codebook, word boundaries, denial, quotation, speakers; always the same."""

import random
import re

import pytest
from support.codings import balancing, passage

from timbang.evidence.coders.lexical import LexicalCoder
from timbang.model.codings import Coding
from timbang.model.documents import Passage

BOOK = balancing()
CODER = LexicalCoder()
EXAMPLES = [(c.code, s) for c in BOOK.codes.values() for each in c.examples.values() for s in each]
MISSES = [(c.code, s) for c in BOOK.codes.values() for each in c.near_misses.values() for s in each]


def code(text: str) -> list[Coding]:
    return list(CODER.code([passage(text)], text, BOOK, "d1"))


def one(text: str, wanted: str) -> Coding:
    (found,) = [each for each in code(text) if each.code == wanted]
    return found


@pytest.mark.parametrize(("wanted", "sentence"), EXAMPLES)
def test_every_example_of_the_codebook_gets_its_code(wanted: str, sentence: str) -> None:
    assert wanted in {each.code for each in code(sentence)}


@pytest.mark.parametrize(("unwanted", "sentence"), MISSES)
def test_no_near_miss_gets_it(unwanted: str, sentence: str) -> None:
    assert unwanted not in {each.code for each in code(sentence)}


@pytest.mark.parametrize(
    "text",
    [
        "The territory is large.",
        "A subterranean stream.",
        "Kontributor itu hadir.",
        "Митеррористы",
        "The couplet rhymes.",
    ],
)
def test_words_are_not_found_within_others(text: str) -> None:
    assert code(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "TERRORISM",
        "terrorism.",
        "(terrorist)",
        "anti-terrorist",
        "the terrorist's",
        "“terrorist”",
        "NATO恐怖主义",
        "терро́ризм".replace("́", ""),
    ],
)
def test_words_are_found_whatever_stands_beside_them(text: str) -> None:
    assert "framed-terrorism" in {each.code for each in code(text)}


def test_phrases_are_found_over_lines_hyphens_and_hard_blanks() -> None:
    for text in (
        "non-interference",
        "non interference",
        "non\ninterference",
        "non\u00a0 interference",
        "non‑interference",
    ):
        assert [each.code for each in code(text)] == ["sovereignty"], text
    assert code("non. Interference") == []


def test_chinese_is_found_without_word_boundaries() -> None:
    text = "各国都谴责恐怖主义行为。"
    found = one(text, "framed-terrorism")
    assert text[found.start : found.end] == "恐怖主义"


def test_two_parts_must_stand_in_one_sentence_and_near() -> None:
    assert "threat-state" in {c.code for c in code("The military bloc is a threat.")}
    assert "threat-state" not in {c.code for c in code("The military bloc met. A threat was named.")}
    far = "The military bloc " + "and its many friends in every town " * 5 + "made a threat."
    assert "threat-state" not in {c.code for c in code(far)}


def test_names_of_bodies_do_not_count_but_the_rest_of_the_sentence_does() -> None:
    name = "The Regional Anti-Terrorist Structure met."
    assert code(name) == []
    found = one("The Regional Anti-Terrorist Structure met on terrorism.", "framed-terrorism")
    assert found.start == len("The Regional Anti-Terrorist Structure met on ")


@pytest.mark.parametrize(
    "text",
    [
        "The exercise is not directed against third countries.",
        "The exercise isn't directed against third countries.",
        "NATO is no threat to us.",
        "They never called the alliance a threat.",
        "Latihan itu tidak ditujukan terhadap negara mana pun.",
        "Учения не направлены против третьих стран.",
        "演习不针对第三方。",
        "The minister denied that the alliance was a threat.",
        "Menteri membantah bahwa aliansi itu ancaman.",
        "Министр отрицает, что альянс представляет угрозу.",
        "部长否认北约构成威胁。",
    ],
)
def test_denied(text: str) -> None:
    assert one(text, "threat-state").negated


@pytest.mark.parametrize(
    "text",
    [
        "NATO is not only a threat to us.",
        "No doubt the alliance is a threat.",
        "The minister did not deny that the alliance was a threat.",
        "We did not meet, but the alliance is a threat.",
        "Aliansi itu bukan hanya ancaman.",
        "Альянс не только угроза.",
        "北约不断扩张，构成威胁。",
        "Nobody came; the alliance is a threat.",
    ],
)
def test_not_denied(text: str) -> None:
    assert not one(text, "threat-state").negated


def test_denial_does_not_turn_codes_that_are_about_not_doing() -> None:
    assert not one("They must not interfere in internal affairs.", "sovereignty").negated
    assert not one("The republic did not take part in the summit.", "distancing").negated


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The spokesman said that armed groups threaten the valley.", "The spokesman"),
        ("Armed groups threaten the valley, the spokesman said.", "the spokesman"),
        ("According to President Karim Salim, armed groups threaten the valley.", "President Karim Salim"),
        ("Menurut Menteri Sari, kelompok bersenjata mengancam lembah itu.", "Menteri Sari"),
        ("Menteri Sari mengatakan bahwa kelompok bersenjata mengancam lembah itu.", "Menteri Sari"),
        ("По словам министра, терроризм угрожает всем.", "министра"),
        ("Министр заявил, что терроризм угрожает всем.", "Министр"),
        ("部长表示，恐怖主义威胁着所有国家。", "部长"),
        ("They said that armed groups threaten the valley.", ""),
    ],
)
def test_reported_speech_is_quoted_with_its_speaker(text: str, speaker: str) -> None:
    found = one(text, "threat-nonstate")
    assert found.quoted and found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "I said that armed groups threaten the valley.",
        "We believe that terrorism threatens us.",
        "Kami yakin terorisme mengancam kita.",
        "Мы считаем, что терроризм угрожает всем.",
        "我们认为，恐怖主义威胁着所有国家。",
        "Armed groups threaten the valley.",
    ],
)
def test_the_texts_own_voice_is_not_quoted(text: str) -> None:
    found = one(text, "threat-nonstate")
    assert not found.quoted and found.speaker == ""


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "「」"])
def test_quotation_marks(marks: str) -> None:
    first, last = marks
    said = f"{first}We met. Armed groups threaten the valley. We shall meet again.{last}"
    text = f"The president said: {said} Terrorism is a danger."
    inside, outside = [each for each in code(text) if each.code == "threat-nonstate"]
    assert inside.quoted and inside.speaker == "The president" and not outside.quoted


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    text = "A “word. " + "Nothing happened. " * 400 + "Armed groups threaten the valley."
    assert not one(text, "threat-nonstate").quoted


def test_a_label_that_is_rejected_is_recorded_both_ways() -> None:
    text = "The government called the movement separatist, a label that its leaders reject."
    found = [c for c in code(text) if c.code == "framed-separatism"]
    assert [(c.negated, c.quoted) for c in found] == [(False, True), (True, True)]
    assert found[0].speaker == "The government" and "its leaders reject" in found[1].speaker


def test_transcripts_name_the_voice() -> None:
    text = (
        "President of Ruritania Karim Salim\n: We met today.\nTerrorism is a danger.\n"
        "Question: Are drugs a threat?\nAna Sari: Drugs are a threat."
    )
    first, asked, second = [each for each in code(text) if each.code == "threat-nonstate"]
    assert (first.speaker, first.quoted, asked.speaker, second.speaker) == ("Karim Salim", False, "", "Ana Sari")


def test_one_coding_per_sentence_and_what_is_said_of_it() -> None:
    text = "Terrorism, terrorism and terrorists. Terrorism again."
    assert [(c.start, c.end) for c in code(text) if c.code == "framed-terrorism"] == [(0, 35), (37, 46)]


def test_passages_bound_sentences_and_running_heads_are_skipped() -> None:
    text = "The military bloc\nis a threat\nterrorism"
    parts = [
        Passage(id="a", start=0, end=17),
        Passage(id="b", start=18, end=29),
        Passage(id="c", start=30, end=39, kind="running"),
    ]
    assert list(CODER.code(parts, text, BOOK)) == []
    assert [c.passage for c in CODER.code([Passage(id="x", start=30, end=39)], text, BOOK)] == ["x"]


def test_abbreviations_end_no_sentence() -> None:
    assert "threat-state" in {c.code for c in code("The bloc of Mr. X. and the U.S. general is a threat.")}


def test_offsets_are_those_of_the_text_whatever_is_in_it() -> None:
    text = "İstanbul 𝔘𝔫𝔦 \ud83d ﬁ ß\u0301 e\u0301 — терроризм, TERRORISM，恐怖主义 😀 terorisme"
    spans = re.findall("терроризм.*terorisme", text)
    (found,) = [each for each in code(text) if each.code == "framed-terrorism"]
    assert text[found.start : found.end] == spans[0]


def test_always_the_same_and_like_a_slow_search() -> None:
    """Single words in random text: the hits are those of one regular expression per term."""
    draw = random.Random(4)
    words = [
        "terrorist",
        "terror",
        "term",
        "separatists",
        "hegemony",
        "the",
        "сепаратизм",
        "恐怖主义",
        "teroris",
        "x",
        "coups",
        "coup",
    ]
    for _ in range(50):
        text = "".join(draw.choice(words) + draw.choice([" ", ", ", "-", "\n", "", "'"]) for _ in range(40))
        slow = {c.code for c in BOOK.codes.values() for terms in c.terms.values() for t in terms
                if not t.second and any(_slow(p, text) for p in t.first)}  # fmt: skip
        assert {c.code for c in code(text)} >= slow and code(text) == code(text)
        assert slow >= {c.code for c in code(text)} & {"framed-terrorism", "framed-separatism", "leadership"}


def _slow(words: tuple[str, ...], text: str) -> bool:
    if not words[0].isascii() and "一" <= words[0][0] <= "鿿":
        return words[0] in text
    edge = r"(?<![^\W一-鿿])"
    body = r"[\s\-']+".join(
        re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else r"(?![^\W一-鿿])") for w in words
    )
    return re.search(edge + body, text.lower()) is not None


def test_empty() -> None:
    assert code("") == [] and list(CODER.code([], "Terrorism", BOOK)) == []


def test_what_a_coding_is_marked_with() -> None:
    found = one("Terrorism is a danger.", "threat-nonstate")
    assert (found.document, found.coder, found.by, found.codebook) == ("d1", "lexical", "program", BOOK.edition)
    assert found.kind == "says" and found.program.endswith("lexical 1") and found.time == ""
