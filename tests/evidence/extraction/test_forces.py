"""Who sent how many: totals and shares, hedged as the text hedges them; parts are never added up."""

import pytest

from timbang.evidence.extraction.forces import forces
from timbang.evidence.extraction.marking import mark

SENTENCES = [
    ("en", "Some 5,000 troops from China, Russia and India took part", (5000, "about"), {}),
    ("en", "China, Russia and India fielded more than 2,000 personnel", (2000, "over"), {}),
    ("en", "Russia and China each sent 1,000 soldiers", None, {"RUS": 1000, "CHN": 1000}),
    ("en", "450 soldiers, 300 from Tajikistan and 150 from China", (450, ""), {"TJK": 300, "CHN": 150}),
    ("en", "300 Tajik soldiers and 150 Chinese soldiers", None, {"TJK": 300, "CHN": 150}),
    ("en", "China sent 1,200 soldiers, Russia 900 and Mongolia 150 to it", None, {"CHN": 1200, "RUS": 900, "MNG": 150}),
    ("en", "several thousand troops, 2,000–3,000 soldiers", None, {}),
    ("en", "drills bored 1,300 metres, 40 ships and 20 aircraft", None, {}),
    ("id", "10.000 pasukan dilibatkan, 8.000 dari China, 2.000 dari Rusia", (10000, ""), {"CHN": 8000, "RUS": 2000}),
    ("id", "Tiongkok dan Rusia masing-masing menyumbang 1.000 pasukan. Negara anggota sisanya menyumbang 150 pasukan",
     None, {"CHN": 1000, "RUS": 1000}),
    ("id", "Jumlah personil sekitar 2,600", (2600, "about"), {}),
    ("ru", "Китай направил 1200 военных, Россия — 900", None, {"CHN": 1200, "RUS": 900}),
    ("ru", "Советский Союз выставил 23 000 человек, союзники — ещё 4,5 тысячи.", None, {"SUN": 23000}),
    ("ru", "приняли участие около тысячи человек", (1000, "about"), {}),
    ("ru", "По тысяче военнослужащих направили Россия и Китай", None, {"RUS": 1000, "CHN": 1000}),
    ("zh", "参演兵力近1万人，其中中方8000人，俄方2000人。", (10000, "about"), {"CHN": 8000, "RUS": 2000}),
    ("zh", "俄罗斯、中国各派出约1000人。", None, {"RUS": 1000, "CHN": 1000}),
    ("zh", "7000多人参加了", (7000, "over"), {}),
    ("zh", "数千人参加，不到500名官兵", (500, "under"), {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "total", "shares"), SENTENCES)
def test_totals_and_shares(language: str, text: str, total: tuple[int, str] | None, shares: dict[str, int]) -> None:
    found = forces(mark(text, (language,)))
    assert ((found.total.value, found.total.qualifier) if found.total else None) == total
    assert {share.state: share.amount.value for share in found.shares} == shares
