"""The register of an office: one line for each of its SOPs, as the office itself keeps it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..data.catalog import Catalog
from ..data.model import Sop
from .temuan import Temuan


@dataclass(frozen=True)
class Entri:
    """One SOP in the register; a date that the document does not print is empty."""

    sop: Sop
    judul: str
    nomor: str
    pembuatan: str
    revisi: str
    efektif: str
    tinjau: str
    temuan: int


def registers(catalog: Catalog, findings: Iterable[Temuan]) -> Mapping[str, tuple[Entri, ...]]:
    """The register of every office by its id, in the order that the office wants."""
    counts = Counter(item.sop for item in findings)
    return {
        office: tuple(_entry(sop, counts[sop.id]) for sop in catalog.of_office(office))
        for office in catalog.instansi
    }


def _entry(sop: Sop, findings: int) -> Entri:
    papers = sop.dokumen
    return Entri(
        sop=sop,
        judul=sop.nama_sop or sop.nama,
        nomor=papers.nomor or "",
        pembuatan=papers.tanggal_pembuatan or "",
        revisi=papers.tanggal_revisi or "",
        efektif=papers.tanggal_efektif or "",
        tinjau=sop.tinjau_sebelum or "",
        temuan=findings,
    )
