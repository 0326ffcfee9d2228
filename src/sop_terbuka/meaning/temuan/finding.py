"""What a finding is made of: its evidence, its family and its level."""

from dataclasses import dataclass, field
from typing import Literal

from ...data.model.sop import Tanggapan

Keluarga = Literal[
    "waktu", "identitas", "salinan", "pelaksana", "alur", "hukum", "standar", "formulir", "pembaca"
]
Tingkat = Literal["tinggi", "sedang", "rendah"]

KELUARGA: dict[Keluarga, str] = {
    "waktu": "Jumlah dan standar waktu",
    "identitas": "Identitas dan penomoran dokumen",
    "salinan": "Salinan dari SOP lain dan isi yang salah tempat",
    "pelaksana": "Pelaksana, jabatan dan nama unit",
    "alur": "Urutan kerja, masukan dan keluaran",
    "hukum": "Dasar hukum",
    "standar": "Standar pelayanan (UU 25/2009 Pasal 21)",
    "formulir": "Formulir",
    "pembaca": "Dilihat pembaca",
}
TINGKAT: dict[Tingkat, str] = {
    "tinggi": "Perlu segera diperiksa: pemohon atau keputusan dapat dirugikan, buktinya terlihat.",
    "sedang": "Perlu diperiksa: isinya bertentangan, tidak lengkap, atau membingungkan pembaca.",
    "rendah": "Perlu dirapikan bila dokumen direvisi.",
}


@dataclass(frozen=True, slots=True)
class Bukti:
    """A place in the document, its words, and the line of the source text that holds them.

    `sop` names the SOP whose source that is; empty means the finding's own. `alamat` is the place
    as the data names it, which holds when a list is reordered; empty where it is no single one.
    """

    pada: str
    kutipan: str
    baris: int | None = None
    sop: str = ""
    alamat: str = field(default="", compare=False)

    @property
    def teks(self) -> str:
        """The evidence in one line of words."""
        where = f"{self.pada}, baris {self.baris}" if self.baris else self.pada
        return f'{where}: "{self.kutipan}"' if self.kutipan else where


@dataclass(frozen=True, slots=True)
class Sebab:
    """What is the whole cause of a finding (a regulation, a number), so that SOPs share the fault.

    `kunci` is the same for all that share it; `pesan` speaks of the cause alone, `status` says
    where it is known from; `rinci` adds what holds for this SOP only; `peraturan` is the id of the
    regulation in the legal bases, where that is the cause.
    """

    kunci: str
    pesan: str
    pada: Bukti
    status: Bukti | None = None
    rinci: str = ""
    peraturan: str = ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding about one SOP, with its evidence, a suggestion, and the office's answer."""

    sop: str
    aturan: str
    keluarga: Keluarga
    tingkat: Tingkat
    pesan: str
    bukti: tuple[Bukti, ...]
    saran: str
    langkah: tuple[str, ...] = ()
    tanggapan: Tanggapan | None = None
    sebab: tuple[Sebab, ...] = ()
