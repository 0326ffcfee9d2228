"""What the words of a matrix head mean; a pattern must match the whole head, not a part of it.

Blanks are left out of the comparison: a narrow column breaks "Keterangan" over two lines.
"""

import re

_HEADS = {
    "no": r"no|nomor|nourut|nomorurut|num|nr",
    "pelaksana": (
        r"(unit|pihak|para|nama)?(pelaksana|aktor|actor|pelaku|unitkerja|penanggungjawab|"
        r"pejabatpelaksana|unitpelaksana)(kegiatan|prosedur|aktivitas|sop|tugas)*"
    ),
    "mutu": r"(baku)?mutu(baku|buku|bakuan)?|standarmutu|standarbaku",
    "kegiatan": (
        r"(uraian|urutan|rincian|tahapan?|langkah|nama|jenis|deskripsi)*"
        r"(kegiatan|aktivitas|aktifitas|activity|aktivity|prosedur|pekerjaan|proses|uraian|"
        r"tahapan?|langkah|tugas|kerja)+(kegiatan|prosedur|aktivitas|sop|kerja|pelaksanaan)*"
    ),
    "kelengkapan": (
        r"(per|ke)?(syaratan|lengkapan|alatan)((dan|atau)?(per|ke)?(syaratan|lengkapan|alatan)|"
        r"(dan)?dokumen|(dan)?bahan|input|data)*|syarat|input|masukan|bahan|sumberdata|"
        r"dokumenpersyaratan|berkas|persyaratandokumen|datadukung|inputkelengkapan|dokumeninput"
    ),
    "waktu": (
        r"(jangka|lama|alokasi|target|estimasi)?(waktu|durasi|time|timeline)"
        r"(penyelesaian|proses|pelaksanaan|pengerjaan|hari|menit|jam|harikerja|maksimal)*"
    ),
    "output": r"(dokumen)?(output|outputs|out|keluaran|hasil|outcome)+(kegiatan|dokumen|akhir)*",
    "keterangan": r"ket|keterangan|catatan|note|notes",
}
ROLES = {role: re.compile(pattern) for role, pattern in _HEADS.items()}


def bare(text: str) -> str:
    """The text's letters only, small, without what stands in brackets."""
    return re.sub(r"[^a-z]", "", re.sub(r"\([^)]*\)?", "", text.casefold()))


def role(text: str) -> str:
    """The role of a head, empty where it has none."""
    letters = bare(text)
    if not letters or len(letters) > 60 or re.search(r"\d", re.sub(r"\([^)]*\)?", "", text)):
        return ""
    for name, pattern in ROLES.items():
        if pattern.fullmatch(letters):
            return name
    return ""


def number(text: str) -> str:
    """A row's printed number without dot and brackets; empty where the text is none."""
    short = re.sub(r"\s+", "", text)
    if re.fullmatch(r"\(?(\d{1,3}[a-z]?|[a-zA-Z]|[IVXivx]{1,5}|\d{1,2}(\.\d{1,2})+)[.)]*", short):
        return short.strip("().")
    return ""
