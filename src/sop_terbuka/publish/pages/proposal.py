"""The page on which a reader proposes a change of one SOP: what it offers and whom it goes to."""

from dataclasses import dataclass

from ...data.model import Instansi, Situs
from ...meaning.kontak import contacts

# The ways by which a file or a text reaches an office.
_WAYS = ("surel", "whatsapp", "telepon")


@dataclass(frozen=True)
class Penerima:
    """Who takes a proposal: a name, and addresses as text and link."""

    nama: str
    alamat: tuple[tuple[str, str], ...]


def recipients(situs: Situs, office: Instansi) -> tuple[Penerima, ...]:
    """The maintainers, where the site names them, then the office."""
    found = []
    if keeper := situs.pengelola:
        ways = []
        if keeper.surel:
            ways.append((keeper.surel, f"mailto:{keeper.surel}"))
        if keeper.url:
            ways.append((keeper.url, keeper.url))
        found.append(Penerima(keeper.nama, tuple(ways)))
    reached = contacts(office)
    ways = [(item.teks, item.alamat) for kind in _WAYS for item in reached if item.jenis == kind]
    return (*found, Penerima(office.disebut, tuple(ways)))


def mail_addresses(situs: Situs, office: Instansi) -> tuple[str, ...]:
    """Whom the mail of a proposal is addressed to: the maintainers and the office."""
    keeper = situs.pengelola.surel if situs.pengelola else None
    offices = [item.nilai for item in office.kontak if item.jenis == "surel"][:1]
    return tuple(dict.fromkeys(filter(None, (keeper, *offices))))
