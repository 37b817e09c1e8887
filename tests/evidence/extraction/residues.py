"""Tables as a PDF's text leaves them, made at random in three languages, with the truth of each row."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field
from datetime import date, timedelta

from babel.dates import get_month_names

NAMES = {
    "en": {"RUS": "Russia", "CHN": "China", "KAZ": "Kazakhstan", "IND": "India", "MNG": "Mongolia", "BLR": "Belarus"},
    "id": {"RUS": "Rusia", "CHN": "Tiongkok", "KAZ": "Kazakhstan", "PRK": "Korea Utara", "MYS": "Malaysia"},
    "ru": {"RUS": "Россия", "CHN": "Китай", "KAZ": "Казахстан", "KGZ": "Киргизия", "UZB": "Узбекистан"},
}  # fmt: skip
HEADINGS = {
    "en": "No Date Participants Place Title and Content",
    "id": "No Tanggal Partisipan Lokasi Judul dan Konten",
    "ru": "№ Дата Участники Место Название и содержание",
}
CAPTIONS = {"en": "Table 3. Drills", "id": "Tabel 3. Latihan", "ru": "Таблица 3. Учения"}
SOURCES = {"en": "(Source: made up)", "id": "(Sumber: rekaan)", "ru": "(Источник: вымысел)"}
JOINS = {"en": "and", "id": "dan", "ru": "и"}
HEDGES = {
    "en": {"over": "more than", "about": "about", "": ""},
    "id": {"over": "lebih dari", "about": "sekitar", "": ""},
    "ru": {"over": "более", "about": "около", "": ""},
}
TROOPS = {"en": "{} troops took part", "id": "{} pasukan dilibatkan", "ru": "участвовали {} военнослужащих"}
SHARES = {"en": ", {} from {}", "id": ", {} dari {}", "ru": ", {}: {}"}
FILLER = {
    "en": "Anti-terror drill in the mountains with 40 helicopters",
    "id": "Latihan antiteror di pegunungan dengan 40 helikopter",
    "ru": "Антитеррористическое учение в горах, 40 вертолётов",
}
TOWNS = ["Omsk", "Urumqi", "Taldykorgan", "Osh", "Kulob Base", "Batu Karang", "Zelenogorsk"]
TITLES = ["Iron Ridge", "Blue Steppe", "Silent River", "Frontier", "Eagle Antiterror", "Northern Bridge"]


@dataclass
class Truth:
    """What one row says."""

    number: str
    start: str
    end: str
    states: list[str]
    uncertain: str
    open: bool
    places: list[tuple[str, str]]
    title: str
    troops: str
    qualifier: str
    shares: dict[str, int] = field(default_factory=dict)


def residue(seed: int, lang: str, rows: int = 12) -> tuple[str, list[Truth]]:
    """A page with such a table between paragraphs, and the truth of its rows."""
    dice = random.Random(seed)
    truths = [_truth(dice, lang, number) for number in range(1, rows + 1)]
    body = "".join(_row(dice, lang, truth) for truth in truths)
    head = f"Words before the table. \n\n{CAPTIONS[lang]} \n\n{HEADINGS[lang]} \n\n"
    return f"{head}{body}{SOURCES[lang]}\n\nAfter it, 12 words.", truths


def _truth(dice: random.Random, lang: str, number: int) -> Truth:
    first = date(dice.randint(1995, 2024), 1, 1) + timedelta(days=dice.randrange(365))
    last = first + timedelta(days=dice.choice([0, 1, 6, 20, 40]))
    month = dice.random() < 0.2
    start, end = (f"{day:%Y-%m}" if month else day.isoformat() for day in (first, first if month else last))
    states = dice.sample(sorted(NAMES[lang]), dice.randint(2, 5))
    alone = dice.random() < 0.15
    hosts = dice.sample(states, dice.choice([1, 1, 2]))
    places = [(code, "" if len(hosts) == 1 and dice.random() < 0.3 else dice.choice(TOWNS)) for code in hosts]
    count = dice.choice([0, 450, 1300, 7000, 12500])
    title = f"{dice.choice(TITLES)}{dice.choice([' ', '-'])}{first.year}"
    truth = Truth(str(number), start, end, states[:1] if alone else states, "", alone, places, title, str(count or ""),
                  dice.choice(["", "about", "over"]) if count else "")  # fmt: skip
    if not alone and dice.random() < 0.2:
        truth.uncertain = states[-1]
    if count and not alone and dice.random() < 0.5:
        truth.shares = {states[0]: count // 3, states[1]: count // 5}
    return truth


def _row(dice: random.Random, lang: str, truth: Truth) -> str:
    cells = [_wrapped(dice, f"{truth.number} {_date(lang, truth)}", 12), _wrapped(dice, _states(dice, lang, truth), 22)]
    if len(truth.places) == 1 and not truth.places[0][1]:
        cells.append(f"{NAMES[lang][truth.places[0][0]]} {truth.title} \n")
    else:
        cells.append(" \n".join(f"{NAMES[lang][code]}: \n{words} \n" for code, words in truth.places))
        cells.append(f"{truth.title} \n")
    cells += [f"\uf0b7 {FILLER[lang]} \n", f"\uf0b7 {_wrapped(dice, _troops(lang, truth), 60)}"]
    return "\n".join(cell for cell in cells) + "\n"


def _wrapped(dice: random.Random, words: str, width: int) -> str:
    lines = textwrap.wrap(words, width + dice.randint(0, 12), break_on_hyphens=False, break_long_words=False)
    return " \n".join(lines) + " \n"


def _date(lang: str, truth: Truth) -> str:
    months = get_month_names("wide", context="format", locale=lang)
    a, b = (tuple(int(part) for part in day.split("-")) for day in (truth.start, truth.end))
    if len(a) == 2:
        nominative = get_month_names("wide", context="stand-alone", locale=lang)
        return f"{str(nominative[a[1]]).capitalize()} {a[0]}"
    last = f"{b[2]} {months[b[1]]} {b[0]}"
    if a == b:
        return last
    if a[:2] == b[:2]:
        return f"{a[2]}-{last}"
    year = "" if a[0] == b[0] else f" {a[0]}"
    return f"{a[2]} {months[a[1]]}{year} – {last}"


def _states(dice: random.Random, lang: str, truth: Truth) -> str:
    names = [NAMES[lang][code] + ("?" if code == truth.uncertain else "") for code in truth.states]
    if truth.open:
        return f"{names[0]} {JOINS[lang]} ?"
    return f"{', '.join(names[:-1])} {JOINS[lang]} {names[-1]}"


def _troops(lang: str, truth: Truth) -> str:
    if not truth.troops:
        return FILLER[lang]
    words = TROOPS[lang].format(f"{HEDGES[lang][truth.qualifier]} {_written(lang, int(truth.troops))}".strip())
    for code, count in truth.shares.items():
        shown = (_written(lang, count), NAMES[lang][code])
        words += SHARES[lang].format(*(reversed(shown) if lang == "ru" else shown))
    return words


def _written(lang: str, count: int) -> str:
    return f"{count:,}".replace(",", {"en": ",", "id": ".", "ru": "\u00a0"}[lang])
