"""How single points and contrasts are told, in two languages."""

from __future__ import annotations

from timbang.findings.weighed import NOT_TOLD
from timbang.text import Text

APART = Text(
    "Told apart: the evidence of {years} weighs {db} dB for {one} alone against {two} alone (from {low} to {high} "
    "leaving out one origin; independent origins: {n}).",
    "Dapat dibedakan: bukti {years} berbobot {db} dB bagi {one} saja dibanding {two} saja (dari {low} sampai {high} "
    "tanpa salah satu asal laporan; asal laporan yang saling bebas: {n}).",
)
ALIKE = Text(
    "The evidence of {years} does not tell {one} alone from {two} alone: {db} dB (from {low} to {high} leaving out one "
    "origin, where at least {strong} are asked for whichever is left out; independent origins: {n}).",
    "Bukti {years} tidak membedakan {one} saja dari {two} saja: {db} dB (dari {low} sampai {high} tanpa salah satu "
    "asal laporan, sedangkan yang diminta sekurang-kurangnya {strong} tanpa asal mana pun; asal laporan yang saling "
    "bebas: {n}).",
)
BEYOND = Text(
    " Beyond {most} dB remember that the likelihoods are judgements.",
    " Di atas {most} dB ingatlah bahwa kemungkinan yang dinyatakan adalah pertimbangan.",
)
SAID = Text(
    "{verdict}: {value} (interval {low} to {high}; {least} to {most} leaving out one origin). Prior {prior}; "
    "independent origins: {n}.{why}",
    "{verdict}: {value} (interval {low} sampai {high}; {least} sampai {most} tanpa salah satu asal laporan). Prior "
    "{prior}; asal laporan yang saling bebas: {n}.{why}",
)
WHY = Text(" Here {why}.", " Di sini {why}.")
SIGN = Text(
    "{verdict}: that it “{implication}”, a sign of this and no proof: {value} ({least} to {most} leaving out one "
    "origin). Baseline {prior}; independent origins: {n}.",
    "{verdict}: bahwa ia “{implication}”, suatu tanda dan bukan bukti pasti: {value} ({least} sampai {most} tanpa "
    "salah satu asal laporan). Garis dasar {prior}; asal laporan yang saling bebas: {n}.",
)
ATTESTED = {
    "holds": Text("Attested", "Terbukti"),
    "fails": Text("Not attested", "Tidak terbukti"),
    NOT_TOLD: Text("It cannot be told", "Tidak dapat ditentukan"),
}
VERDICTS = {
    "holds": Text("Supported", "Didukung"),
    "fails": Text("Not supported", "Tidak didukung"),
    NOT_TOLD: Text("It cannot be told", "Tidak dapat ditentukan"),
}
