"""Who exercised, where, when, how large and what for: what one source says of one exercise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from timbang.model.record import Record, cell, locator_cell, source_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Record):
    """What one source says of one joint exercise."""

    FILE: ClassVar[str] = "exercises.csv"
    KEY: ClassVar[tuple[str, ...]] = ("id", "source")
    id: str = cell("slug", "the exercise, the same for every source", required=True)
    source: str = source_cell()
    locator: str = locator_cell()
    name_en: str = cell("text", "name in English", required=True)
    name_id: str = cell("text", "name in Indonesian", required=True)
    series: str = cell("slug", "series it belongs to")
    framework: str = cell("text", "organization under which the source says it was held")
    start: str = cell("edtf", "first day, as the source gives it")
    end: str = cell("edtf", "last day, as the source gives it")
    date_as_given: str = cell("text", "the source's wording, where it is a misprint or cannot be read")
    place: tuple[str, ...] = cell("places", "places, each with its state: `CHN: Urumqi`")
    lat: tuple[float | None, ...] = cell("numbers", "latitude of each place, degrees north")
    lon: tuple[float | None, ...] = cell("numbers", "longitude of each place, degrees east")
    precision: tuple[str, ...] = cell("words", "how exact each position is", among="precision")
    hosts: tuple[str, ...] = cell("states", "states on whose territory or waters it was held")
    purpose_stated: tuple[str, ...] = cell("words", "purposes the participants state", among="purpose")
    purpose_attributed: tuple[str, ...] = cell("words", "purposes others ascribe", among="purpose")
    attributed_by: str = cell("source", "who ascribes them")
    domains: tuple[str, ...] = cell("words", "domains", among="domain")
    agencies: tuple[str, ...] = cell("words", "agencies that took part", among="agency")
    troops: int | None = cell("count", "troops in all")
    qualifier: str = cell("word", "how the source hedges the figure", among="qualifier")
    equipment: tuple[str, ...] = cell("slugs", "equipment, `what` or `what=count`")
    roster: str = cell("word", "is the list of participants complete", among="roster")
    note_en: str = cell("text", "note in English")
    note_id: str = cell("text", "note in Indonesian")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A state that, one source says, took part in or watched an exercise."""

    FILE: ClassVar[str] = "participants.csv"
    KEY: ClassVar[tuple[str, ...]] = ("exercise", "state", "source")
    exercise: str = cell("slug", "id in exercises.csv", required=True)
    state: str = cell("state", "the state", required=True)
    source: str = source_cell()
    locator: str = locator_cell()
    role: str = cell("word", "participant or observer", required=True, among="part")
    certain: str = cell("word", "no where the source itself doubts it", required=True, among="certain")
    troops: int | None = cell("count", "troops it sent")
    qualifier: str = cell("word", "how the source hedges the figure", among="qualifier")
