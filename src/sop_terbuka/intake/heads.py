"""The words by which a column, a list or a line of the identity is known in an SOP form."""

import re
from typing import Literal

from .reading import Column

Role = Column | Literal["no", "pelaksana", "mutu"]

_HEADS: dict[Role, str] = {
    "no": r"no(?:mor|mer)?\.?|#",
    "kegiatan": r"(?:uraian |rincian |nama |langkah )?(?:kegiatan|akti[vf]itas|prosedur|tugas)"
    r"|uraian|tahap(?:an)?(?: kegiatan)?|langkah(?:[- ]langkah)?|kegiatan ?/ ?akti[vf]itas"
    r"|akti[vf]itas ?/ ?kegiatan|uraian prosedur kegiatan",
    "pelaksana": r"(?:kualifikasi )?pelaksana(?:an| kegiatan)?|pelaku|aktor"
    r"|unit(?: kerja)?(?: ?/ ?| )pelaksana|penanggung ?jawab",
    "mutu": r"mutu ?baku|baku ?mutu|standar mutu|mutu",
    "kelengkapan": r"(?:ke|per)lengkapan|persyaratan|(?:ke|per)lengkapan ?/ ?(?:ke|per)lengkapan"
    r"|(?:persyaratan|syarat) ?/ ?(?:per|ke)?lengkapan|(?:ke|per)lengkapan ?/ ?persyaratan"
    r"|input|masukan|sumber data|syarat|bahan|perlengkapan ?/ ?bahan",
    "waktu": r"(?:lama |jangka )?waktu(?: pelaksanaan| penyelesaian| proses| kerja)?|durasi"
    r"|lama(?: proses| pelaksanaan)?",
    "output": r"out ?[- ]?put|hasil(?: kerja| kegiatan)?|keluaran|produk",
    "keterangan": r"ket(?:erangan)?\.?|catatan",
}
_UNIT = re.compile(r"^(.*?)\s*\(\s*(menit|jam|hari(?: kerja)?|minggu|bulan)\s*\)$")
_NOTE = re.compile(r"\s*\([^)]*\)$")

IDENTITY = {
    "nomor": r"(?:no(?:mor)?\.?|kode) (?:sop|standar operasional prosedur|dokumen|pos)(?: \(sop\))?"
    r"|nomor",
    "tanggal_pembuatan": r"(?:tanggal|tgl\.?)(?: pembuatan| dibuat| penetapan| terbit)?",
    "tanggal_revisi": r"(?:tanggal|tgl\.?) (?:revisi|perubahan)(?: \([^)]*\))?",
    "tanggal_efektif": r"(?:tanggal|tgl\.?) (?:efektif|berlaku|diberlakukan)",
    "tanggal_pengesahan": r"(?:tanggal|tgl\.?) (?:pengesahan|disahkan)",
    "jabatan_pengesah": r"disahkan(?: oleh)?|disetujui oleh|ditetapkan oleh|pengesahan",
    "nama_sop": r"(?:nama|judul)(?: sop| prosedur| pos| standar operasional prosedur)(?: \(sop\))?"
    r"|judul",
    "halaman": r"halaman|hal\.?",
}

LIST_HEADS = {
    "dasar_hukum": r"(?:dasar|landasan) hukum|referensi|peraturan terkait",
    "kualifikasi": r"kualifikasi(?: pelaksana| sdm| pelaksana kegiatan)?",
    "keterkaitan": r"keterkaitan(?: dengan)?(?: sop| pos)?(?: lain)?(?: dengan sop lain)?"
    r"|unit terkait",
    "peralatan": r"(?:peralatan|perlengkapan|sarana)(?: ?(?:/|dan|&) ?"
    r"(?:perlengkapan|peralatan|prasarana))?",
    "peringatan": r"peringatan",
    "pencatatan": r"pencatatan(?: ?(?:/|dan|&) ?(?:pendataan|pendaftaran|pelaporan))?"
    r"|dokumen pencatatan",
}

_NUMBER_HEAD = re.compile(r"^\(?\d{1,2}[.)]?$")


def plain(text: str) -> str:
    """A label without case, doubled spaces, its colon and a number before it."""
    words = " ".join(text.replace("*", " ").split()).casefold()
    words = re.sub(r"^(?:\d{1,2}[.)]|[a-z][.)])\s+", "", words)
    return re.sub(r"\s*[:;]+\s*$", "", words).strip()


def role_of(text: str) -> tuple[Role, str] | None:
    """The role of a head cell, and the unit that it names in brackets ("Waktu (menit)")."""
    words = plain(text)
    unit = ""
    if match := _UNIT.match(words):
        words, unit = match[1], match[2]
    bare = _NOTE.sub("", words)
    for role, pattern in _HEADS.items():
        if re.fullmatch(pattern, bare):
            return role, unit
    return None


def is_column_number(text: str) -> bool:
    """Whether a cell is one of the numbers printed below a head: (1), 2, 3."""
    return bool(_NUMBER_HEAD.match(text.strip()))


def identity_of(text: str) -> tuple[str, str] | None:
    """The identity line a cell begins, with what follows its colon in the same cell."""
    return _labelled(text, IDENTITY)


def list_of(text: str) -> tuple[str, str] | None:
    """The list of the identity page that a cell heads, with what follows in the same cell."""
    return _labelled(text, LIST_HEADS)


def _labelled(text: str, labels: dict[str, str]) -> tuple[str, str] | None:
    first, _, below = text.strip().partition("\n")
    for candidate, rest in ((text, ""), (first, below)):
        words = plain(candidate)
        for key, pattern in labels.items():
            if re.fullmatch(pattern, words):
                return key, rest.strip()
    label, colon, value = text.partition(":")
    if colon and "\n" not in label.strip():
        for key, pattern in labels.items():
            if re.fullmatch(pattern, plain(label)):
                return key, value.strip()
    return None
