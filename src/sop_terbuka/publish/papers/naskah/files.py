"""The files of a document that is no SOP-AP."""

from ....data.model import Sop
from ...output import Output
from .content import Naskah, content

SEBUTAN = "Dokumen"
_KEYS = frozenset(
    {
        "jenis_dokumen", "nama", "nama_sop", "status", "dokumen", "pengertian", "tujuan",
        "ruang_lingkup", "definisi", "kebijakan", "referensi", "dasar_hukum", "siapa",
        "persyaratan", "varian", "langkah", "pelaksana", "tanpa_langkah", "bagan", "jangka_waktu",
        "waktu_total_tertulis", "biaya", "produk", "sarana", "peralatan", "kompetensi",
        "kualifikasi_pelaksana", "pengawasan_internal", "pengaduan", "jumlah_pelaksana",
        "jaminan_pelayanan", "jaminan_keamanan", "evaluasi_kinerja", "jam", "tempat",
        "unit_terkait", "keterkaitan", "peringatan", "pencatatan", "bagian_lain", "lampiran",
    }
)  # fmt: skip


def is_no_sop_ap(sop: Sop) -> bool:
    """Whether the official form does not fit the document."""
    return sop.jenis_dokumen != "sop-ap"


def write_pdf(naskah: Naskah) -> bytes:
    """The document as PDF; what writes PDF is loaded only when one is made."""
    from . import pdf

    return pdf.write(naskah)


def write_docx(naskah: Naskah) -> bytes:
    """The document as DOCX; what writes DOCX is loaded only when one is made."""
    from . import word

    return word.write(naskah)


NASKAH = (
    Output(
        nama="dokumen.pdf", sebutan=SEBUTAN, kunci=_KEYS, letak="petugas",
        tautan="PDF A4 ({ukuran})", content=content, write=write_pdf, ada=is_no_sop_ap,
    ),
    Output(
        nama="dokumen.docx", sebutan=SEBUTAN, kunci=_KEYS, letak="petugas",
        tautan="Word A4 ({ukuran})", content=content, write=write_docx, ada=is_no_sop_ap,
    ),
)  # fmt: skip
