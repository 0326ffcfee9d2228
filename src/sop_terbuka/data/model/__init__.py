"""The records of the data; their field names are the YAML's keys, their descriptions the manual.

Read `sop`, then whatever it is made of. From these come checks, JSON Schema and the list of keys.
"""

from .alur import Arah, Jenis, Simbol
from .dasar import Dasar, Koreksi, Rekaman, Sumber
from .dokumen import BagianLain, Definisi, Dokumen, JenisDokumen, PenandaTangan
from .formulir import Formulir
from .instansi import Instansi, Kontak, Pejabat, TempatLayanan
from .istilah import Audiens, BerkasAudiens, BerkasIstilah, BerkasTopik, Istilah, Topik
from .jam import Jam
from .lembar import LembarKerja
from .masalah import BerkasMasalah, Masalah
from .pelayanan import (
    BukanDiSini,
    JangkaWaktu,
    Kanal,
    Komponen,
    Produk,
    SalahSatu,
    Siapa,
    Syarat,
    Tarif,
    Varian,
)
from .pembaca import TemuanPembaca
from .peraturan import Peraturan
from .situs import FORMAT, Situs
from .sop import (
    SELESAI,
    TOLAK,
    BukanWaktuTunggu,
    DasarHukum,
    Keputusan,
    Langkah,
    Pelaksana,
    PerubahanNilai,
    Sop,
    Sublangkah,
)

__all__ = [
    "FORMAT",
    "SELESAI",
    "TOLAK",
    "Arah",
    "Audiens",
    "BagianLain",
    "BerkasAudiens",
    "BerkasIstilah",
    "BerkasMasalah",
    "BerkasTopik",
    "BukanDiSini",
    "BukanWaktuTunggu",
    "Dasar",
    "DasarHukum",
    "Definisi",
    "Dokumen",
    "Formulir",
    "Instansi",
    "Istilah",
    "Jam",
    "JangkaWaktu",
    "Jenis",
    "JenisDokumen",
    "Kanal",
    "Keputusan",
    "Komponen",
    "Kontak",
    "Koreksi",
    "Langkah",
    "LembarKerja",
    "Masalah",
    "Pejabat",
    "Pelaksana",
    "PenandaTangan",
    "Peraturan",
    "PerubahanNilai",
    "Produk",
    "Rekaman",
    "SalahSatu",
    "Siapa",
    "Simbol",
    "Situs",
    "Sop",
    "Sublangkah",
    "Sumber",
    "Syarat",
    "Tarif",
    "TempatLayanan",
    "TemuanPembaca",
    "Topik",
    "Varian",
]
