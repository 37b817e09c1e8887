"""Headings of answers, in Indonesian; in English a heading reads as the key that JSON has."""

from __future__ import annotations

INDONESIAN = {
    "name": "nama", "kind": "jenis", "label": "sebutan", "definition": "definisi", "family": "rumpun", "unit": "satuan",
    "range": "rentang", "by": "menurut", "reads": "membaca", "citation": "kutipan", "takes": "menerima",
    "suffix": "akhiran",
    "licence": "lisensi", "columns": "kolom", "organization": "organisasi", "period": "periode",
    "rows": "baris", "claims": "klaim", "sources": "sumber", "note": "catatan", "folder": "folder",
    "finding": "temuan", "statement": "pernyataan", "verdict": "putusan", "value": "nilai", "method": "metode",
    "claimed in": "diklaim dalam", "coder": "pengode", "holds if": "terbukti jika",
    "partly if": "terbukti sebagian jika",
    "measured by": "diukur dengan", "reading": "pembacaan", "criterion": "kriteria", "met": "terpenuhi",
    "reason": "alasan", "rests on": "bersandar pada", "from": "dari", "to": "sampai", "case": "kasus",
    "measure": "ukuran", "exporter": "pengekspor", "source": "sumber",
    "format": "format", "codebook": "buku kode", "version": "versi", "code": "kode", "include": "sertakan",
    "exclude": "kecualikan", "examples": "contoh", "aspect": "aspek", "implication": "implikasi", "target": "sasaran",
    "table": "tabel", "key": "kunci", "gaps": "rumpang", "file": "berkas", "level": "aras",
    "prior": "prior", "beliefs": "peluang", "origins": "asal laporan", "item": "butir", "year": "tahun", "words": "isi",
    "bears on": "menyangkut", "test for": "ujian bagi", "against": "terhadap",
    "observations": "pengamatan", "origin": "asal", "weight": "bobot",
    "theory": "teori", "typology": "tipologi", "question": "pertanyaan", "authors": "penulis", "claim": "pernyataan",
    "targets": "sasaran", "conditions": "syarat", "references": "rujukan", "likelihood": "peluang",
    "checks": "diperiksa",
    "baseline": "peluang dasar", "if observed": "bila teramati", "if surely absent": "bila pasti tidak ada",
    "form": "bentuk", "cluster": "gugus", "theories": "teori", "typologies": "tipologi", "type": "tipe",
    "revision": "revisi", "status quo": "status quo", "surplus": "selisih", "capability": "kemampuan",
    "certain": "pasti", "marker": "penanda", "of": "untuk", "at 0": "pada 0", "at 1": "pada 1",
}  # fmt: skip


def heading(key: str, lang: str) -> str:
    """The heading in a language; what has no translation reads as it is."""
    return INDONESIAN.get(key, key) if lang == "id" else key
