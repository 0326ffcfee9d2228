"""The file of a service's card."""

from ....data.model import Sop
from ...output import Output
from .content import Kartu, card

NAME = "kartu.png"


def is_public(sop: Sop) -> bool:
    """Whether citizens share its address."""
    return not sop.is_internal


def write(kartu: Kartu) -> bytes:
    """The card as a picture; what draws it is loaded only when one is made."""
    from . import png

    return png.write(kartu)


KARTU = Output(
    nama=NAME,
    sebutan="Kartu untuk dibagikan",
    kunci=frozenset(
        {
            "nama",
            "biaya",
            "langkah",
            "jangka_waktu",
            "waktu_total_tertulis",
        }
    ),
    letak="berbagi",
    tautan="Kartu ({ukuran})",
    content=card,
    write=write,
    ada=is_public,
)
