"""What stands on an office's pledge: the words of its record, and who says them."""

from dataclasses import dataclass

from ....data.catalog import Catalog
from ....data.model import Instansi
from ....meaning.layanan import Gambar, logo
from ...words import DASAR


@dataclass(frozen=True)
class Maklumat:
    """Everything that stands on the sheet."""

    instansi: str
    logo: Gambar | None
    isi: tuple[str, ...]
    sumber: tuple[str, ...]
    alamat: str


def pledge(catalog: Catalog, office: Instansi, address: str) -> Maklumat | None:
    """The pledge of an office; none where its record has none, since nobody else may write one."""
    if office.maklumat is None:
        return None
    return Maklumat(
        instansi=office.nama,
        logo=logo(catalog, office),
        isi=tuple(office.maklumat.isi),
        sumber=tuple(
            dict.fromkeys(
                ", ".join(filter(None, (basis.nama or DASAR[basis.jenis][0], basis.pasal)))
                for basis in office.maklumat.dasar
            )
        ),
        alamat=address,
    )
