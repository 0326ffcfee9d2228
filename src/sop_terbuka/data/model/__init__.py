"""The records of the data; their field names are the YAML's keys."""

from .alur import Arah, Jenis, Simbol
from .dasar import Dasar, Koreksi, Rekaman, Sumber
from .formulir import Formulir
from .instansi import Instansi, Pejabat
from .istilah import BerkasIstilah, BerkasTopik, Istilah, Topik
from .peraturan import Peraturan
from .situs import FORMAT, Situs
from .sop import (
    SELESAI,
    TOLAK,
    DasarHukum,
    Dokumen,
    Keputusan,
    Langkah,
    LembarKerja,
    Pelaksana,
    Sop,
    Syarat,
    Varian,
)

__all__ = [
    "FORMAT",
    "SELESAI",
    "TOLAK",
    "Arah",
    "BerkasIstilah",
    "BerkasTopik",
    "Dasar",
    "DasarHukum",
    "Dokumen",
    "Formulir",
    "Instansi",
    "Istilah",
    "Jenis",
    "Keputusan",
    "Koreksi",
    "Langkah",
    "LembarKerja",
    "Pejabat",
    "Pelaksana",
    "Peraturan",
    "Rekaman",
    "Simbol",
    "Situs",
    "Sop",
    "Sumber",
    "Syarat",
    "Topik",
    "Varian",
]
