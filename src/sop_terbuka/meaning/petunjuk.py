"""Where else people must go: what is not done here although they come for it."""

from dataclasses import dataclass

from ..data.catalog import Catalog
from ..data.model import Sop
from .syarat import origin, step_numbers


@dataclass(frozen=True)
class Petunjuk:
    """What for, where to, what to know before, and who says so.

    `url` leads away from the site, `sop` to a service of it; both may be empty.
    """

    untuk: str
    ke: str
    url: str
    sop: str
    catatan: str
    asal: str


def signposts(catalog: Catalog, sop: Sop) -> tuple[Petunjuk, ...]:
    """The signposts of one SOP, in its order."""
    steps = step_numbers(sop)
    return tuple(
        Petunjuk(
            untuk=item.untuk,
            ke=item.ke,
            url=item.url or "",
            sop=item.sop or "",
            catatan=item.catatan or "",
            asal="; ".join(
                dict.fromkeys(origin(catalog, basis, steps).teks for basis in item.dasar)
            ),
        )
        for item in sop.bukan_di_sini
    )
