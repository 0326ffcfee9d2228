"""What a document says beside its steps and requirements, as rows for officers."""

from collections.abc import Iterator

from ...data.model import PenandaTangan, Sop
from ...data.tanggal import in_words
from ...meaning.layanan import Layanan


def identity_rows(layanan: Layanan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Numbers, signers and empty boxes that only some documents have."""
    papers = layanan.sop.dokumen
    for name, text in (
        ("Nomor keputusan", papers.nomor_sk),
        ("Kode klasifikasi", papers.kode_klasifikasi),
        ("Revisi", papers.revisi_ke),
        ("Halaman", papers.halaman),
    ):
        if text:
            yield name, (text,)
    for name, signers in (
        ("Disusun oleh", papers.disusun_oleh),
        ("Diperiksa oleh", papers.diperiksa_oleh),
    ):
        if signers:
            yield name, tuple(map(_signed, signers))
    if papers.tercetak_kosong:
        yield "Tercetak tetapi kosong", tuple(papers.tercetak_kosong)


def _signed(signer: PenandaTangan) -> str:
    return signer.tertulis + (f", {in_words(signer.tanggal)}" if signer.tanggal else "")


def section_rows(sop: Sop) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sections of other kinds of document, each only where the document has it."""
    components = (
        ("Sarana dan prasarana", sop.sarana),
        ("Kompetensi pelaksana", sop.kompetensi),
        ("Pengawasan internal", sop.pengawasan_internal),
        ("Jumlah pelaksana", sop.jumlah_pelaksana),
        ("Jaminan pelayanan", sop.jaminan_pelayanan),
        ("Jaminan keamanan dan keselamatan", sop.jaminan_keamanan),
        ("Evaluasi kinerja pelaksana", sop.evaluasi_kinerja),
    )
    rows: list[tuple[str, list[str]]] = [
        ("Pengertian", sop.pengertian),
        ("Tujuan", sop.tujuan),
        ("Ruang lingkup", sop.ruang_lingkup),
        ("Definisi", [f"{item.istilah}: {item.arti}" for item in sop.definisi]),
        ("Kebijakan", sop.kebijakan),
        ("Referensi", sop.referensi),
        ("Unit terkait", sop.unit_terkait),
        ("Tulisan pada diagram alir", sop.bagan),
        *((name, part.isi if part else []) for name, part in components),
        *((part.judul, part.isi) for part in sop.bagian_lain),
        ("Lampiran", sop.lampiran),
    ]
    yield from ((name, tuple(texts)) for name, texts in rows if texts)


def change_lines(sop: Sop) -> tuple[str, ...]:
    """The values that were changed after the transcription, one sentence each."""
    return tuple(
        f"{item.pada}: “{item.dari or 'belum ada'}” menjadi “{item.menjadi or 'dihapus'}”, "
        f"{in_words(item.tanggal)} ({_basis(item.dasar[0].nama, item.dasar[0].pasal)})"
        for item in sop.perubahan
    )


def _basis(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part) or "menurut dokumen"
