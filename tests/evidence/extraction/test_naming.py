"""States in running text: exact names, inflected Russian, single characters; nothing near is taken for a name."""

import pytest

from timbang.evidence.extraction.inflection import cases
from timbang.evidence.extraction.naming import states_in


def codes(text: str) -> list[str]:
    return [one.code for one in states_in(text) if one.code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusia, Tiongkok, Kirgistan dan Uni Soviet", ["RUS", "CHN", "KGZ", "SUN"]),
        ("Korea Utara dan Korea Selatan", ["PRK", "KOR"]),
        ("South Korea, North Korea and the U.S.", ["KOR", "PRK", "USA"]),
        ("военнослужащие России, Китая, Киргизии и Казахстана", ["RUS", "CHN", "KGZ", "KAZ"]),
        ("с Индией, Саудовской Аравией и Советским Союзом", ["IND", "SAU", "SUN"]),
        ("в Белоруссии, РФ и КНР", ["BLR", "RUS", "CHN"]),
        ("российско-китайские учения", ["RUS", "CHN"]),
        ("吉尔吉斯斯坦和印度尼西亚", ["KGZ", "IDN"]),
        ("中俄两国，中方8000人，俄军", ["CHN", "RUS", "CHN", "RUS"]),
        ("Sino-Russian drills in Beijing", ["CHN", "RUS", "CHN"]),
    ],
)
def test_names_are_found_in_order(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Inner Mongolia", "内蒙古", "South China Sea", "印度洋", "the Sea of Japan",  # regions and waters
        "Korea", "Congo", "Корея", "Kore Utara", "Rusya Beyaz",  # ambiguous, misspelt
        "a turkey, china plates, and us", "集中精力", "MAR AND PER",  # other words
    ],
)  # fmt: skip
def test_what_is_no_name_of_a_state_is_passed_over(text: str) -> None:
    assert codes(text) == []


def test_russian_cases_by_rule() -> None:
    assert {"Россия", "России", "Россию", "Россией"} <= cases("Россия")
    assert {"Китая", "Китаю", "Китаем", "Китае"} <= cases("Китай")
    assert {"Вьетнама", "Вьетнаму", "Вьетнамом", "Вьетнаме"} <= cases("Вьетнам")
    assert {"Польши", "Польше", "Польшу", "Польшей"} <= cases("Польша")
    assert {"Саудовской Аравии", "Саудовскую Аравию"} <= cases("Саудовская Аравия")
    assert {"Соединённых Штатов", "Соединённым Штатам"} <= cases("Соединённые Штаты")
    assert cases("СССР") == {"СССР"} and cases("Перу") == {"Перу"}


def test_no_inflected_name_means_two_states() -> None:
    from babel import Locale

    from timbang.states import find

    forms: dict[str, set[str]] = {}
    for code, name in Locale.parse("ru").territories.items():
        state = find(str(name)) if code.isalpha() and len(code) == 2 else None
        for form in cases(str(name)) if state else ():
            forms.setdefault(form, set()).add(state.code if state else "")
    shared = {form: found for form, found in forms.items() if len(found) > 1}
    assert shared == {}
