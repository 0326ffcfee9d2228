"""What a document must say, taken from the data without asking the code that writes documents."""

import re
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from pydantic import BaseModel

from sop_terbuka.data.model import Sop
from sop_terbuka.data.tanggal import in_words

VERSION, ADDRESS = "21 November 2026, 3f9a2c1", "https://contoh.go.id/sop/halaman/"


def texts(sop: Sop) -> Iterator[str]:
    """Every text of the official document."""
    papers = sop.dokumen
    yield from papers.kop
    for date in (papers.tanggal_pembuatan, papers.tanggal_revisi, papers.tanggal_efektif):
        if date:
            yield in_words(date)
    yield from filter(None, [papers.nomor, papers.unit_tertulis, sop.nama_sop])
    if papers.disahkan_oleh:
        yield papers.disahkan_oleh.tertulis
    yield from (basis.tertulis for basis in sop.dasar_hukum)
    yield from (item.teks for item in sop.keterkaitan)
    for lines in (sop.kualifikasi_pelaksana, sop.peralatan, sop.peringatan, sop.pencatatan):
        yield from lines
    yield from _matrix(sop)
    if sop.lembar_kerja:
        yield from _worksheet(sop.lembar_kerja)


def _matrix(sop: Sop) -> Iterator[str]:
    if not sop.langkah:
        assert sop.tanpa_langkah
        yield sop.tanpa_langkah
    yield from (actor.nama for actor in sop.pelaksana if actor.kolom == "ya")
    for step in sop.langkah:
        yield from (step.kegiatan, *step.kelengkapan, *step.output)
        yield from filter(None, [step.waktu, step.keterangan])
        if step.keputusan:
            yield step.keputusan.pertanyaan
    if sop.waktu_total_tertulis:
        yield sop.waktu_total_tertulis


def _worksheet(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for item in part:
            yield from _worksheet(item)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _worksheet(getattr(part, name))


def squashed(text: str) -> str:
    """The text without what a line's end may add or take: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def missing(sop: Sop, text: str) -> list[str]:
    """The texts of the data that are not in a document's text."""
    written = squashed(text)
    return [one for one in texts(sop) if squashed(one) not in written]


def text_of_pdf(path: Path) -> str:
    """The text of a PDF in the order in which it was written."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    return run(command, capture_output=True, text=True, check=True).stdout
