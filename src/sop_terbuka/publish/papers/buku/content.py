"""What stands before the documents in an office's book: its cover and its contents."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ....data.catalog import Catalog
from ....data.model import Instansi, Sop
from ....meaning.layanan import Gambar, logo
from ...words import STATUS_SOP


@dataclass(frozen=True)
class Bab:
    """One document of the book: its title, and its number where it has one."""

    judul: str
    nomor: str


@dataclass(frozen=True)
class Buku:
    """The cover and the contents; the page numbers follow from the documents themselves."""

    instansi: str
    singkatan: str
    logo: Gambar | None
    tahun: str
    jilid: str
    bab: tuple[Bab, ...]
    status: tuple[str, ...]
    alamat: str
    tanggal: str


def book(
    catalog: Catalog, office: Instansi, sops: Sequence[Sop], volume: str, address: str, date: str
) -> Buku:
    """The front of one volume; `volume` is empty where there is only one."""
    states = Counter(sop.status for sop in sops)
    return Buku(
        instansi=office.nama,
        singkatan=office.singkatan,
        logo=logo(catalog, office),
        tahun=office.tahun_dokumen or "",
        jilid=volume,
        bab=tuple(Bab(sop.nama_sop or sop.nama, sop.dokumen.nomor or "") for sop in sops),
        status=tuple(f"{count} SOP: {STATUS_SOP[state]}." for state, count in states.items()),
        alamat=address,
        tanggal=date,
    )
