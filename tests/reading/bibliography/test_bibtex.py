"""BibTeX out: what the reader of references.bib makes of it is what it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.casefile.references import read_references
from timbang.model import Reference
from timbang.reading.bibliography.bibtex import write_bibtex

WORDS = st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1).filter(lambda word: word != "and")
VALUES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
NAMES = st.text(alphabet=st.characters(categories=("L", "M")), min_size=1).filter(lambda name: name != "and")
PERSON = st.tuples(NAMES, NAMES).map(", ".join)
BODY = st.lists(NAMES | st.just("and"), min_size=1, max_size=4).map(lambda words: "{" + " ".join(words) + "}")
AUTHORS = st.lists(PERSON | BODY, min_size=1, max_size=4).map(" and ".join)


def back(reference: Reference) -> Reference:
    found, problems = read_references(write_bibtex([reference]))
    assert problems == []
    return found[reference.key]


@settings(deadline=None)  # the parser is imported late
@given(VALUES, VALUES, AUTHORS)
def test_round_trip(title: str, note: str, author: str) -> None:
    reference = Reference(key="one", kind="book", fields={"title": title, "note": note, "author": author}, line=1)
    assert back(reference) == reference


def test_an_entry_as_written() -> None:
    fields = {
        "author": "Śliwa, Z. and {A and B}",
        "title": "50% -- {x}",
        "url": "https://x.org/a_b?c=%20{d}",
        "pages": "1–2",
    }
    assert write_bibtex([Reference(key="s", kind="misc", fields=fields)]) == (
        "@misc{s,\n"
        "  author = {Śliwa, Z. and {A and B}},\n"
        "  title = {50\\% -{}- \\textbraceleft{}x\\textbraceright{}},\n"
        "  url = {https://x.org/a_b?c=%20%7Bd%7D},\n"
        "  pages = {1–2}\n"
        "}\n"
    )


def test_citations_show_letters_not_latex() -> None:
    text = "@misc{s, author = {{\\'S}liwa, Zdzis{\\l}aw and {\\\"O}zal, Jo{\\~a}o}, title = {The {SCO}}, year = 2008}\n"
    found, problems = read_references(text)
    assert problems == []
    assert found["s"].short == "Śliwa, Özal 2008"
    assert found["s"].cited == "Śliwa, Zdzisław and Özal, João. 2008. The SCO."
    body, _ = read_references("@misc{s, author = {{Foreign and Commonwealth Office}}, title = {x}}\n")
    assert body["s"].short == "Foreign and Commonwealth Office"
