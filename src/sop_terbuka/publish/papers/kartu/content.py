"""What stands on the card of a service: its name, its office, and the first answers."""

import textwrap
from dataclasses import dataclass

from ....meaning.layanan import Layanan
from ...output import Edition

# As many letters as fit in a line of each size, the widest counted.
_NAME_WIDTH, _LINE_WIDTH, _MOST_LINES = 27, 46, 3


@dataclass(frozen=True)
class Kartu:
    """The lines of the card, already broken."""

    nama: tuple[str, ...]
    kantor: str
    jawaban: tuple[str, ...]


def card(layanan: Layanan, edition: Edition) -> Kartu:
    """The card of one service; what nobody states is left out of a picture this small."""
    facts = {"Waktu": layanan.waktu, "Biaya": layanan.biaya}
    said = [f"{name}: {fact.nilai}" for name, fact in facts.items() if fact.disebut]
    return Kartu(
        nama=tuple(
            textwrap.wrap(layanan.sop.nama, _NAME_WIDTH, max_lines=_MOST_LINES, placeholder=" …")
        ),
        kantor=_short(layanan.instansi.disebut),
        jawaban=tuple(_short(line) for line in (*said, "Syarat dan langkahnya ada di sini")),
    )


def _short(text: str) -> str:
    return textwrap.shorten(text, _LINE_WIDTH, placeholder=" …")
