"""The file of a service's checklist."""

from ...output import Output
from .content import Ceklis, checklist


def write(ceklis: Ceklis) -> bytes:
    """The checklist as a PDF; what writes PDF is loaded only when one is made."""
    from . import pdf

    return pdf.write(ceklis)


CEKLIS = Output(
    nama="ceklis.pdf",
    sebutan="Ceklis",
    kunci=frozenset(
        {
            "nama",
            "ringkasan",
            "persyaratan",
            "varian",
            "biaya",
            "langkah",
            "jangka_waktu",
            "waktu_total_tertulis",
            "siapa",
            "jam",
            "pelaksana",
            "produk",
            "tempat",
            "kanal",
            "formulir",
        }
    ),
    letak="pemohon",
    tautan="Unduh ceklis (PDF, {ukuran})",
    content=checklist,
    write=write,
)
