"""The files of an SOP's official document.

The libraries that write PDF and DOCX are loaded when a file is made: a build that finds all files
in its cache does without them.
"""

from functools import partial

from ....data.catalog import Catalog
from ....data.model import Sop
from ....meaning.layanan import layanan
from ...output import Edition, Output
from .content import Isi, content, with_record
from .paper import PAPERS, Paper

SEBUTAN = "Dokumen SOP-AP"
_KEYS = frozenset(
    {
        "jenis_dokumen",
        "nama",
        "nama_sop",
        "status",
        "dokumen",
        "dasar_hukum",
        "kualifikasi_pelaksana",
        "keterkaitan",
        "peralatan",
        "peringatan",
        "pencatatan",
        "pelaksana",
        "langkah",
        "tanpa_langkah",
        "waktu_total_tertulis",
        "lembar_kerja",
        "pengertian",
        "tujuan",
        "kebijakan",
        "referensi",
        "ruang_lingkup",
        "definisi",
        "unit_terkait",
        "bagan",
        "bagian_lain",
        "sarana",
        "kompetensi",
        "pengawasan_internal",
        "jumlah_pelaksana",
        "jaminan_pelayanan",
        "jaminan_keamanan",
        "evaluasi_kinerja",
        "lampiran",
    }
)


# A file that carries the SOP's data changes with all of it.
_EVERY_KEY = frozenset(Sop.model_fields) - {"id"}


def sop_ap_pdf(catalog: Catalog, sop: Sop, version: str, address: str, paper: str = "f4") -> bytes:
    """The document of one SOP as PDF on F4 or A4; version and address stand in its foot."""
    return write_pdf(PAPERS[paper], _content(catalog, sop, version, address))


def sop_ap_docx(catalog: Catalog, sop: Sop, version: str, address: str, paper: str = "f4") -> bytes:
    """The document of one SOP as DOCX on F4 or A4; version and address stand in its foot."""
    return write_docx(PAPERS[paper], _with_record(catalog, sop, version, address))


def sop_ap_xlsx(catalog: Catalog, sop: Sop, version: str, address: str) -> bytes:
    """The document of one SOP as XLSX."""
    return write_xlsx(PAPERS["f4"], _with_record(catalog, sop, version, address))


def _content(catalog: Catalog, sop: Sop, version: str, address: str) -> Isi:
    return content(layanan(catalog, sop), Edition(address, versi=version))


def _with_record(catalog: Catalog, sop: Sop, version: str, address: str) -> Isi:
    return with_record(layanan(catalog, sop), Edition(address, versi=version))


def write_pdf(paper: Paper, isi: Isi) -> bytes:
    """The document as PDF on one paper."""
    from . import pdf

    return pdf.write(isi, paper)


def write_docx(paper: Paper, isi: Isi) -> bytes:
    """The document as DOCX on one paper."""
    from . import word

    return word.write(isi, paper)


def is_sop_ap(sop: Sop) -> bool:
    """Whether the official form fits: other documents would only be measured against its boxes."""
    return sop.jenis_dokumen == "sop-ap"


def write_xlsx(paper: Paper, isi: Isi) -> bytes:
    """The document as XLSX; a workbook fits itself to the paper it is printed on."""
    from . import excel

    return excel.write(isi)


# Offices print on F4, so the names without a paper are F4.
SOP_AP = tuple(
    Output(
        nama=name,
        sebutan=SEBUTAN,
        kunci=keys,
        letak="petugas",
        tautan=f"{kind} {PAPERS[paper].sebutan} ({{ukuran}})",
        content=made,
        write=partial(write, PAPERS[paper]),
        ada=is_sop_ap,
    )
    for name, kind, paper, write, made, keys in (
        ("sop-ap.pdf", "PDF", "f4", write_pdf, content, _KEYS),
        ("sop-ap-a4.pdf", "PDF", "a4", write_pdf, content, _KEYS),
        ("sop-ap.docx", "Word", "f4", write_docx, with_record, _EVERY_KEY),
        ("sop-ap.xlsx", "Excel", "f4", write_xlsx, with_record, _EVERY_KEY),
    )
)
