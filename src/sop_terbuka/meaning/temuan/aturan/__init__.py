"""Every rule of the findings, by family: to add one, write it in a file of its family.

A family with many rules has several files; each ends with its own `ATURAN`.
"""

from ..answers import UNANSWERED
from ..finding import Keluarga
from ..rule import Aturan, for_every_kind
from . import (
    alur,
    alur_berkas,
    alur_keputusan,
    alur_mutu_baku,
    alur_simbol,
    formulir,
    hukum,
    hukum_rujukan,
    hukum_saudara,
    identitas,
    identitas_nomor,
    identitas_pejabat,
    identitas_penomoran,
    identitas_tanggal,
    pelaksana,
    pelaksana_lembar,
    pelaksana_unit,
    pembaca,
    salinan,
    salinan_baris,
    salinan_kotak,
    salinan_lembar,
    salinan_peringatan,
    salinan_ulangan,
    standar,
    waktu,
    waktu_banding,
    waktu_batas,
)

KELUARGA: dict[Keluarga, tuple[Aturan, ...]] = {
    "waktu": for_every_kind(*waktu.ATURAN, *waktu_batas.ATURAN, *waktu_banding.ATURAN),
    "identitas": (
        *identitas.ATURAN,
        *identitas_nomor.ATURAN,
        *identitas_pejabat.ATURAN,
        *identitas_penomoran.ATURAN,
        *identitas_tanggal.ATURAN,
        UNANSWERED,
    ),
    "salinan": (
        *salinan_baris.ATURAN,
        *salinan_kotak.ATURAN,
        *salinan_lembar.ATURAN,
        *salinan_ulangan.ATURAN,
        *salinan_peringatan.ATURAN,
        *salinan.ATURAN,
    ),
    "pelaksana": (*pelaksana_lembar.ATURAN, *pelaksana.ATURAN, *pelaksana_unit.ATURAN),
    "alur": (
        *alur.ATURAN,
        *alur_berkas.ATURAN,
        *alur_keputusan.ATURAN,
        *alur_mutu_baku.ATURAN,
        *alur_simbol.ATURAN,
    ),
    "hukum": for_every_kind(*hukum.ATURAN, *hukum_saudara.ATURAN, *hukum_rujukan.ATURAN),
    "standar": standar.ATURAN,
    "formulir": for_every_kind(*formulir.ATURAN),
    "pembaca": for_every_kind(*pembaca.ATURAN),
}
