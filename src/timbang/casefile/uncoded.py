"""What is said of codings that are not weighed: how many, why, and what to do, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timbang.model.codings import Edition, Unweighed
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.casefile.codedreadings import Sorting

UNCONFIRMED, DISPUTED, UNREADABLE, UNLISTED = "unconfirmed", "disputed", "unreadable", "unlisted"
UNTEXTED, UNKNOWN, NAMELESS, SPEAKERLESS, IMPERSONAL = "untexted", "unknown", "nameless", "speakerless", "impersonal"

REASONS: dict[str, tuple[Text, Text]] = {
    UNCONFIRMED: (
        Text("suggestions of programs that nobody confirmed were not weighed: {n}",
             "saran program yang tidak dikukuhkan siapa pun tidak ditimbang: {n}"),
        Text("Code those passages yourself (timbang code CASE --coder NAME), or settle them with timbang agree",
             "Kodekan sendiri bagian itu (timbang code CASE --coder NAME), atau putuskan dengan timbang agree"),
    ),
    DISPUTED: (
        Text("codes on which people differ, passage by passage, were not weighed: {n}",
             "kode yang diperselisihkan para pengode pada suatu bagian tidak ditimbang: {n}"),
        Text("Settle them with timbang agree CASE --settle NAME",
             "Putuskan dengan timbang agree CASE --settle NAME"),
    ),
    UNREADABLE: (
        Text("lines of the ledger that cannot be read were not weighed: {n}",
             "baris buku pengodean yang tidak terbaca tidak ditimbang: {n}"),
        Text("timbang agree CASE lists them", "timbang agree CASE menampilkannya"),
    ),
    UNLISTED: (
        Text("codings of documents that documents.csv does not list were not weighed: {n}",
             "pengodean dokumen yang tidak tercantum dalam documents.csv tidak ditimbang: {n}"),
        Text("List the documents", "Cantumkan dokumen itu"),
    ),
    UNTEXTED: (
        Text("codings whose passage is not in the document's text were not weighed: {n}",
             "pengodean yang bagiannya tidak ada dalam teks dokumen tidak ditimbang: {n}"),
        Text("Bring the file of texts/ back from version control", "Kembalikan berkas texts/ dari kendali versi"),
    ),
    UNKNOWN: (
        Text("codings with codes that bear on no implication of the vocabulary were not weighed: {n}",
             "pengodean dengan kode yang tidak bertaut pada implikasi mana pun tidak ditimbang: {n}"),
        Text("Name one of `timbang list implications` in the codebook, or add it to the case's theories",
             "Sebut salah satu dari `timbang list implications` di buku kode, atau tambahkan pada teori kasus"),
    ),
    NAMELESS: (
        Text("codings of words quoted from somebody who is not named were not weighed: {n}",
             "pengodean kutipan dari seseorang yang tidak disebut namanya tidak ditimbang: {n}"),
        Text("Nothing need be done, or code them with the speaker (code@Name)",
             "Tidak perlu tindakan, atau kodekan dengan penuturnya (kode@Nama)"),
    ),
    SPEAKERLESS: (
        Text("codings whose speaker is no state or organization by name were not weighed: {n}",
             "pengodean yang penuturnya bukan negara atau organisasi menurut namanya tidak ditimbang: {n}"),
        Text("Code them with the speaker's code and office (code@RUS_president), or name the person in documents.csv, "
             "column says, where the document is that person's",
             "Kodekan dengan kode dan jabatan penutur (kode@RUS_president), atau sebut orangnya dalam documents.csv, "
             "kolom says, bila dokumen itu miliknya"),
    ),
    IMPERSONAL: (
        Text("codings of what a document says in its own voice, which is no state's or organization's, were not "
             "weighed: {n}",
             "pengodean atas perkataan dokumen sendiri, yang bukan suara negara atau organisasi, tidak ditimbang: {n}"),
        Text("Where it tells what a state said or did, write that into evidence.csv",
             "Bila dokumen itu menceritakan perkataan atau tindakan negara, tuliskan dalam evidence.csv"),
    ),
}  # fmt: skip
LACKS = {
    "date": (
        Text("codings of this document were not weighed, since it is not said when it dates from: {n}",
             "pengodean dokumen ini tidak ditimbang karena tidak disebut tanggalnya: {n}"),
        Text("Write its date (2007, 2007-08 or 2007-08-16)", "Tulis tanggalnya (2007, 2007-08, atau 2007-08-16)"),
    ),
    "says": (
        Text("codings of this document were not weighed, since it is not said whose voice it is: {n}",
             "pengodean dokumen ini tidak ditimbang karena tidak disebut siapa yang berbicara di dalamnya: {n}"),
        Text("Write a state's or organization's code and the office (RUS president), or press, or who else speaks",
             "Tulis kode negara atau organisasi dan jabatannya (RUS president), atau press, atau siapa yang bicara"),
    ),
}  # fmt: skip
EDITION = (
    Text("codings made with the codebook {name} {version} ({hash}), which is not at hand, were not weighed: {n}",
         "pengodean dengan buku kode {name} {version} ({hash}), yang tidak ada di sini, tidak ditimbang: {n}"),
    Text("Put that edition into the case's codebooks/, or code again with the one at hand",
         "Letakkan edisi itu dalam codebooks/ kasus, atau kodekan lagi dengan yang ada"),
)  # fmt: skip
BROKEN = (
    Text("codings made with the codebook {name}, which cannot be read, were not weighed: {n}",
         "pengodean dengan buku kode {name}, yang tidak dapat dibaca, tidak ditimbang: {n}"),
    Text("Mend the codebook", "Perbaiki buku kode itu"),
)  # fmt: skip


def of_ledger(counts: Mapping[str, int]) -> Iterator[Unweighed]:
    """One for each reason that occurs."""
    for reason, (what, todo) in REASONS.items():
        if n := counts.get(reason, 0):
            yield Unweighed(what=what.format(n=n), todo=todo)


def of_documents(sorting: Sorting) -> Iterator[Unweighed]:
    """One for each document that lacks its date or its voice."""
    for (sha, column), n in sorting.lacking.items():
        what, todo = LACKS[column]
        row = sorting.rows[sha]
        yield Unweighed(what=what.format(n=n), todo=todo, line=row.line, column=column, value=row.title)


def edition(of: Edition, n: int) -> Unweighed:
    """Codings made with an edition that is not at hand."""
    return Unweighed(what=EDITION[0].format(n=n, **of._asdict()), todo=EDITION[1])


def broken(of: Edition, n: int, problem: str) -> Unweighed:
    """Codings made with a codebook that cannot be read."""
    return Unweighed(what=BROKEN[0].format(n=n, name=of.name), todo=BROKEN[1], value=problem)
