"""The registers of the offices as tables for a spreadsheet."""

from collections.abc import Iterable

from ...data.catalog import Catalog
from ...meaning.register import Entri, registers
from ...meaning.temuan import Temuan
from ..words import STATUS_SOP
from .table import as_table

_HEAD = (
    "nomor", "judul", "layanan", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif",
    "status", "tinjau_sebelum", "temuan", "sop",
)  # fmt: skip


def address(office: str) -> str:
    """Where the table of an office stands."""
    return f"petugas/register/{office}.csv"


def tables(catalog: Catalog, findings: Iterable[Temuan]) -> dict[str, bytes]:
    """The register of every office by its address."""
    found = registers(catalog, findings)
    return {address(office): _table(entries) for office, entries in found.items()}


def _table(entries: Iterable[Entri]) -> bytes:
    rows = (
        (
            item.nomor, item.judul, item.sop.nama, item.pembuatan, item.revisi, item.efektif,
            STATUS_SOP[item.sop.status], item.tinjau, str(item.temuan), item.sop.id,
        )
        for item in entries
    )  # fmt: skip
    return b"".join(as_table(_HEAD, rows))
