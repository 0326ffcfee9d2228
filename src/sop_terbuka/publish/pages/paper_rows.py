"""What a document says beside its steps and requirements, as rows for officers."""

from collections.abc import Iterator

from ...data.model import PenandaTangan, PerubahanNilai, Sop
from ...data.tanggal import in_words
from ...meaning.bagian import section_rows
from ...meaning.layanan import Layanan
from ...revise import usulan


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


def change_lines(sop: Sop, within: str = "") -> tuple[str, ...]:
    """The values that were changed after the transcription, one sentence each."""
    return tuple(
        f"{usulan.place_name(sop, item.pada)}: {_became(item)}, {in_words(item.tanggal)} "
        f"({_basis(item.dasar[0].nama, item.dasar[0].pasal)})"
        for item in sop.perubahan
        if item.pada.startswith(within)
    )


def _became(item: PerubahanNilai) -> str:
    if item.dari and item.menjadi:
        return f"“{item.dari}” menjadi “{item.menjadi}”"
    return f"“{item.menjadi}” ditambahkan" if item.menjadi else f"“{item.dari}” dihapus"


def _basis(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part) or "menurut dokumen"


__all__ = ["change_lines", "identity_rows", "section_rows"]
