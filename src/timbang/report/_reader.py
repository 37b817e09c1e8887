"""Everything as one reader sees it: words, names, numbers and dates in the language of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from timbang import dates, numbers
from timbang.findings.finding import ORIGIN, Results
from timbang.registry import Measure
from timbang.report import _words
from timbang.text import Text, vocabulary

_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")


class Reader:
    """One language's view of the results of a run."""

    def __init__(self, results: Results, lang: str):
        self.results, self.lang = results, lang
        self._vocabulary: dict[str, Text] = {}
        for kind in vocabulary().values():
            for code, text in kind.items():
                self._vocabulary.setdefault(code, text)

    def word(self, code: str, **values: object) -> str:
        """A word of the interface, its blanks filled (numbers as readers write them)."""
        filled = {key: self.number(v) if isinstance(v, (int, float)) else v for key, v in values.items()}
        text = _words.ui(code)[self.lang]
        return text.format(**filled) if filled else text

    def among(self, kind: str, code: str) -> str:
        """A word of another kind than the interface's own, as words.csv or the vocabulary has it."""
        text = _words.words().get(kind, {}).get(code) or vocabulary().get(kind, {}).get(code)
        return str(text[self.lang]) if text else code.replace("-", " ").replace("_", " ")

    def say(self, text: Any) -> str:
        """A Text, or a mapping of languages, or plain words."""
        return text if isinstance(text, str) else str(text[self.lang])

    def name(self, code: str, own: Mapping[str, Text] | None = None, column: str = "") -> str:
        """What a code is called: by the measure's own words, the column's vocabulary, the case, any vocabulary."""
        for known in (own or {}, vocabulary().get(column, {}), self.results.names, self._vocabulary):
            if code in known:
                return known[code][self.lang]
        return code.replace("-", " ") if re.fullmatch(r"[a-z][a-z0-9-]*", code) else code

    def source(self, key: str) -> str:
        """A source in short: its name where the results give one, else its key."""
        return self.results.names[key][self.lang] if key in self.results.names else key

    def origin(self, key: str) -> str:
        """An origin of reports: its name where the case gives one, else the source in short."""
        named = self.results.names.get(f"{ORIGIN}{key}")
        return named[self.lang] if named else self.source(key)

    def number(self, value: float | None) -> str:
        """A number in the form of the language."""
        return numbers.in_words(value, self.lang)

    def share(self, value: float | None) -> str:
        """A probability in whole percent; what is nearly certain is not called certain."""
        if value is None:
            return self.word("unknown")
        if value > 0.995 or value < 0.005:
            return self.word("over_99" if value > 0.5 else "under_1")
        return self.number(round(100 * value)) + "%"

    def amount(self, value: float | None, measure: Measure) -> str:
        """A measure's value: a share as a percentage, as statements have it."""
        if value is None or not is_share(measure):
            return self.number(value)
        return self.number(round(100 * value, 1)) + "%"

    def bounded(self, value: float | None, low: float | None, high: float | None, measure: Measure) -> str:
        """A value, and its bounds where they are two."""
        said = self.amount(value, measure)
        if low == high or low is None or high is None:
            return said
        return f"{said} {self.word('bounds', low=self.amount(low, measure), high=self.amount(high, measure))}"

    @cached_property
    def began(self) -> dict[str, str]:
        """Exercise -> its first possible day, by whichever table gives it."""
        days: dict[str, str] = {}
        for table in self.results.tables.values():
            if "exercise" in table.columns and "start" in table.columns:
                exercise, start = table.columns.index("exercise"), table.columns.index("start")
                days |= {str(row[exercise]): str(row[start]) for row in table.rows if row[start]}
        return days

    def column(self, code: str, own: Mapping[str, Text] | None = None) -> str:
        """The heading of a column, by the measure's own words or the interface's."""
        return (own or {}).get(code, _words.column(code))[self.lang]

    def locator(self, text: str) -> str:
        """A locator, its common words in the language."""
        return _words.phrased("place", text, self.lang)

    def cited(self, text: str) -> str:
        """Where a measure's definition comes from, its stock phrases in the language."""
        return _words.phrased("cited", text, self.lang)

    def cell(self, column: str, value: Any, own: Mapping[str, Text] | None = None) -> str:
        """One value of a table."""
        if value is None:
            return self.word("unknown")
        if isinstance(value, bool):
            return self.word("yes" if value else "no")
        if isinstance(value, (int, float)):
            return str(value) if is_year(column, value) else self.number(value)
        if isinstance(value, (list, tuple)):
            return ", ".join(self.cell(column, item, own) for item in value)
        if isinstance(value, date) or _DAY.fullmatch(str(value)):
            return dates.in_words(str(value), self.lang)
        return self.name(str(value), own, column)

    def prose(self, text: Any, own: Mapping[str, Text] | None = None) -> Markup:
        """A paragraph; `code` in it becomes what a reader calls that measure or column."""
        parts = re.split(r"`([^`]*)`", self.say(text))
        labels = {measure.name: measure.label for measure in self.results.measures}
        said = (self.say(labels[code]) if code in labels else self.column(code, own) for code in parts[1::2])
        return Markup("").join(
            Markup("{}<em>{}</em>").format(*pair) for pair in zip(parts[:-1:2], said, strict=True)
        ) + escape(parts[-1])


def is_share(measure: Measure) -> bool:
    """Whether the measure's values are parts of a whole."""
    return measure.range == (0, 1) and measure.unit.en == "share"


def is_year(column: str, value: Any = 2000) -> bool:
    """Whether a number under this heading is a year, which is never grouped."""
    named = column.endswith("year") or column in ("since", "until", "ends", "first", "last", "from", "to")
    return named and isinstance(value, int) and 1000 <= value <= 3000
