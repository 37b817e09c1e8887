"""What a reviewer is told of a suggestion: that it was only planned, or where its year was read. In two languages."""

from __future__ import annotations

from timbang.text import Text

NOTES = {
    "planned": Text(
        "Announced; the passage does not say that it was held.",
        "Diumumkan; bagian ini tidak menyatakan bahwa latihan itu digelar.",
    ),
    "postponed": Text("Postponed, as the passage says.", "Ditunda, menurut bagian ini."),
    "cancelled": Text("Not held, as the passage says.", "Tidak digelar, menurut bagian ini."),
    "year-from-name": Text("The year stands only in the name.", "Tahunnya hanya ada pada nama."),
    "season": Text("The passage gives only a season of that year.", "Bagian ini hanya menyebut musim pada tahun itu."),
    "doubtful-date": Text("Proposed reading of a misprinted date.", "Usulan bacaan atas tanggal yang salah cetak."),
}
NOT_HELD = ("planned", "postponed", "cancelled")


def noted(kinds: list[str]) -> dict[str, str]:
    """The notes as columns `note_en` and `note_id`; empty without any."""
    if not kinds:
        return {}
    return {f"note_{lang}": " ".join(NOTES[kind][lang] for kind in kinds) for lang in ("en", "id")}


def basis(fields: dict[str, str]) -> str:
    """Whence the dates of a suggestion: `stated`, `year-from-name` or `season`, by its note."""
    said = fields.get("note_en", "")
    return next((kind for kind in ("year-from-name", "season") if NOTES[kind].en in said), "stated")


def status(fields: dict[str, str]) -> str:
    """Whether a suggestion was `held`, `planned`, `postponed` or `cancelled`, by its note."""
    return next((kind for kind in NOT_HELD if NOTES[kind].en in fields.get("note_en", "")), "held")
