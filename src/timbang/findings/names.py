"""What a reader calls the codes in a result: states, exercises, series, purposes, in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timbang import numbers, states
from timbang.casefile.resolve import by_preference, preference, resolve
from timbang.findings.finding import ORIGIN, Table
from timbang.model import Agreement, Case, Event, Origin, Setting
from timbang.text import LANGS, Text, vocabulary, word

AND = Text("and", "dan")


def cited(case: Case) -> dict[str, Text]:
    """How each source is cited in short."""
    return {key: Text(reference.short, reference.short) for key, reference in case.references.items()}


def origins(case: Case) -> dict[str, Text]:
    """What origins of reports are called: by origins.csv, or, where they are sources, as these are cited in short."""
    return cited(case) | {row.origin: Text(row.name_en, row.name_id) for row in case.of(Origin)}


class Names:
    """Names of a case's exercises, groups, and of everything that timbang's own tables name."""

    def __init__(self, case: Case):
        self.exercises = {x.id: Text(str(x.first("name_en")), str(x.first("name_id"))) for x in resolve(case)}
        self.groups = dict(case.head.group_names)
        self.sources = cited(case)
        self.origins = {f"{ORIGIN}{row.origin}": Text(row.name_en, row.name_id) for row in case.of(Origin)}
        ranks = preference(case)
        agreements = reversed(by_preference(case.of(Agreement), ranks, ()))  # the preferred source's name stays
        events = reversed(by_preference(case.of(Event), ranks, ()))
        self.agreements = {a.id: Text(a.name_en, a.name_id) for a in agreements}
        self.events = {e.id: Text(e.label_en, e.label_id) for e in events}

    def of(self, column: str, value: object, own: Mapping[str, Text] | None = None) -> Text:
        """The name of one value of a column; `own` are the words a measure declares itself."""
        if isinstance(value, (list, tuple)):
            return self._listed(column, value, own)
        code = "" if value is None else str(value)
        cased = {
            "exercise": self.exercises, "agreement": self.agreements, "event": self.events, "source": self.sources,
        }  # fmt: skip
        for known in (own or {}, cased.get(column, {}), self.groups):
            if code in known:
                return known[code]
        if len(code) == 3 and code.isupper() and states.by_code(code):
            return Text(*(states.name(code, lang) for lang in LANGS))
        return word(column, code) if column in vocabulary() else Text(code, code)

    def all(self, setting: Setting, tables: Iterable[Table]) -> dict[str, Text]:
        """The names of every code in the results, for charts and tables."""
        names = {**self.origins, **self.events, **self.exercises, **self.agreements, **self.groups, **self.sources}
        codes = {code for table in tables for row in table.rows for code in _codes(row)}
        for code in sorted(codes | {*setting.members, *setting.outside}):
            if code not in names and len(code) == 3 and code.isupper() and states.by_code(code):
                names[code] = self.of("state", code)
        for words in vocabulary().values():
            for code, text in words.items():
                names.setdefault(code, text)
        return names

    def _listed(self, column: str, values: Sequence[Any], own: Mapping[str, Text] | None) -> Text:
        names = [self.of(column, value, own) for value in values]
        return Text(*(_enumerated([name[lang] for name in names], AND[lang]) for lang in LANGS))

    def fields(self, row: Mapping[str, Any], own: Mapping[str, Text]) -> dict[str, Any]:
        """A result row as the fields of a statement: codes named, numbers written as each language does.

        Every numeric column also comes as a percentage: `percent`, `low_percent`, `high_percent`,
        `<column>_percent`.
        """
        fields: dict[str, Any] = {}
        for column, value in row.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool) and not _is_year(column, value):
                fields[column] = _number(value)
                share = "percent" if column == "value" else f"{column}_percent"
                fields[share] = _number(round(100 * value, 1), "%")
            else:
                fields[column] = self.of(column, value, own)
        return fields


def _is_year(column: str, value: float) -> bool:
    return column.endswith("year") and isinstance(value, int)


def _codes(row: Sequence[Any]) -> Iterator[str]:
    for value in row:
        yield from (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))


def _number(value: float, unit: str = "") -> Text:
    return Text(*(numbers.in_words(value, lang) + unit for lang in LANGS))


def _enumerated(names: list[str], last: str) -> str:
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)
