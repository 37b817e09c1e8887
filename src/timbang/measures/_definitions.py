"""What each author calls regionalism and regionalization, and what a case can count for it.

The originals were not opened: each reading is that of Akhli, Gumilar & Halkis (pp. 69-71), whose footnotes
are named. What a case can count for a definition is timbang's choice, stated with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timbang.text import Text

SECTOR = ("defence", "security", "counter-terrorism")  # fields that count as the defence sector
REGIONAL = ("documented", "members")  # settings of an exercise that is the region's; "unknown" may be
Scope = Literal["", "all", "sector"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One concept under one author: which records count (none: the case cannot tell), and the reading."""

    author: str
    concept: Literal["regionalism", "regionalization"]
    rules: Scope = ""
    bodies: Scope = ""
    exercises: Literal["", "regional", "framework", "later"] = ""
    reading: Text

    @property
    def code(self) -> str:
        """The name of the reading, as the table carries it."""
        return f"{self.author}-{self.concept}"


AUTHORS = {
    "boerzel-risse": Text("Börzel & Risse", "Börzel & Risse"),
    "hveem": Text("Hveem", "Hveem"),
    "simon": Text("Simon", "Simon"),
    "tan": Text("Tan", "Tan"),
    "akhli-et-al": Text("Akhli, Gumilar & Halkis", "Akhli, Gumilar & Halkis"),
}

DEFINITIONS = (
    Definition(
        author="boerzel-risse",
        concept="regionalism",
        rules="all",
        bodies="all",
        exercises="regional",
        reading=Text(
            "as Akhli, Gumilar & Halkis read them (fn. 16, pp. 69-70), states build regional institutions from the "
            "top down; rules and bodies count, and so do exercises, since states run them",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 16, hlm. 69-70), negara membangun lembaga kawasan dari "
            "atas ke bawah; aturan dan badan dihitung, demikian pula latihan karena dijalankan negara",
        ),
    ),
    Definition(
        author="boerzel-risse",
        concept="regionalization",
        reading=Text(
            "as Akhli, Gumilar & Halkis read them (fn. 16, pp. 69-70), interaction grows from below and is carried by "
            "non-state actors; exercises that states run cannot show it",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 16, hlm. 69-70), interaksi tumbuh dari bawah dan "
            "digerakkan aktor nonnegara; latihan yang dijalankan negara tidak dapat menunjukkannya",
        ),
    ),
    Definition(
        author="hveem",
        concept="regionalism",
        rules="all",
        bodies="all",
        reading=Text(
            "as Akhli, Gumilar & Halkis read him (fn. 18, p. 70), regional programmes, ideas and projects that a "
            "group of states wants; rules and bodies count",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 18, hlm. 70), program, gagasan, dan proyek kawasan yang "
            "dikehendaki sekelompok negara; aturan dan badan dihitung",
        ),
    ),
    Definition(
        author="hveem",
        concept="regionalization",
        exercises="later",
        reading=Text(
            "as Akhli, Gumilar & Halkis read him (fn. 18, p. 70), growing interaction that may follow from "
            "regionalism, by whatever actor; exercises after the year of the first recorded rule or body count. That "
            "they follow does not make them its effect; whether they grow is weighed under the yearly rate",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 18, hlm. 70), interaksi yang meningkat dan dapat lahir "
            "dari regionalisme, oleh aktor mana pun; latihan sesudah tahun aturan atau badan pertama yang tercatat "
            "dihitung. Urutan itu tidak menjadikannya akibat; peningkatannya ditimbang pada laju tahunan",
        ),
    ),
    Definition(
        author="simon",
        concept="regionalism",
        reading=Text(
            "Akhli, Gumilar & Halkis (fn. 19, p. 70) draw no definition of regionalism from him",
            "Akhli, Gumilar & Halkis (cat. 19, hlm. 70) tidak menarik definisi regionalisme darinya",
        ),
    ),
    Definition(
        author="simon",
        concept="regionalization",
        exercises="regional",
        reading=Text(
            "as Akhli, Gumilar & Halkis read him (fn. 19, p. 70), interaction of defence actors on a regional scale; "
            "exercises count",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 19, hlm. 70), interaksi antaraktor pertahanan dalam "
            "skala kawasan; latihan dihitung",
        ),
    ),
    Definition(
        author="tan",
        concept="regionalism",
        rules="sector",
        reading=Text(
            "as Akhli, Gumilar & Halkis read him (fn. 20, pp. 70-71), the rules or procedures by which defence "
            "regionalization is conducted; rules in the fields of defence, security and counter-terrorism count",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 20, hlm. 70-71), pakem atau prosedur penyelenggaraan "
            "regionalisasi pertahanan; aturan di bidang pertahanan, keamanan, dan kontraterorisme dihitung",
        ),
    ),
    Definition(
        author="tan",
        concept="regionalization",
        exercises="regional",
        reading=Text(
            "as Akhli, Gumilar & Halkis read him (fn. 20, p. 70), the changing interaction of defence actors in a "
            "region; exercises count",
            "menurut pembacaan Akhli, Gumilar & Halkis (cat. 20, hlm. 70), interaksi dinamis para aktor pertahanan "
            "dalam suatu kawasan; latihan dihitung",
        ),
    ),
    Definition(
        author="akhli-et-al",
        concept="regionalism",
        rules="sector",
        bodies="sector",
        reading=Text(
            "in their own use (p. 71), the basis or regional project on which agreement to cooperate in defence "
            "rests; rules and bodies in the fields of defence, security and counter-terrorism count",
            "dalam pemakaian mereka sendiri (hlm. 71), dasar atau proyek kawasan yang melandasi kesepakatan kerja sama "
            "pertahanan; aturan dan badan di bidang pertahanan, keamanan, dan kontraterorisme dihitung",
        ),
    ),
    Definition(
        author="akhli-et-al",
        concept="regionalization",
        exercises="framework",
        reading=Text(
            "in their own use (p. 71), interaction of defence actors within the organization's framework; "
            "exercises documented under it count, and the upper bound adds those for which no framework is documented",
            "dalam pemakaian mereka sendiri (hlm. 71), interaksi aktor pertahanan di dalam kerangka organisasi; "
            "latihan yang terdokumentasi dalam kerangka itu dihitung, dan batas atas menambahkan latihan yang "
            "kerangkanya tidak terdokumentasi",
        ),
    ),
)

WORDS = AUTHORS | {
    "regionalism": Text("regionalism", "regionalisme"),
    "regionalization": Text("regionalization", "regionalisasi"),
    **{definition.code: definition.reading for definition in DEFINITIONS},
}
