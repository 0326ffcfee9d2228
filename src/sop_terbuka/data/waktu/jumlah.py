"""The sum of many time standards, unit by unit, and what it leaves out."""

from collections.abc import Iterable
from dataclasses import dataclass

from .baca import parse
from .jenis import UNITS, Bagian
from .kata import in_words


@dataclass(frozen=True)
class Total:
    """The sum of many time standards by unit, and what it leaves out.

    `terbuka` are the standards that name no single amount, as they are written.
    """

    bagian: tuple[Bagian, ...]
    tanpa_waktu: int
    terbuka: tuple[str, ...]
    per: tuple[str, ...]

    @property
    def teks(self) -> str:
        """The sum in words, such as `3 hari 25 menit`; empty when nothing has a time."""
        return in_words(self.bagian)

    @property
    def kecuali(self) -> tuple[str, ...]:
        """What the sum leaves out, in words."""
        left_out = []
        if self.tanpa_waktu:
            left_out.append(f"{self.tanpa_waktu} langkah tanpa waktu")
        left_out.extend(f'1 langkah "{text}"' for text in self.terbuka)
        return tuple(left_out)

    @property
    def untuk_satu(self) -> tuple[str, ...]:
        """What is counted once though there may be more of it: `sertifikat`."""
        return tuple(dict.fromkeys(self.per))


def total(texts: Iterable[str | None]) -> Total:
    """Add time standards unit by unit; None stands for a step without time."""
    sums: dict[str, tuple[float, float]] = {}
    without, open_ends, per = 0, [], []
    for text in texts:
        waktu = parse(text) if text else None
        if text is None or text.strip(" -–—") == "":
            without += 1
        elif waktu is None or waktu.is_open:
            # Unread words are shown as they are, beside those that name no amount.
            open_ends.append(text)
        else:
            if waktu.per:
                per.append(waktu.per)
            for part in waktu.bagian:
                low, high = sums.get(part.satuan, (0.0, 0.0))
                sums[part.satuan] = (low + part.minimum, high + part.maximum)
    parts = tuple(Bagian(*sums[unit], unit) for unit in UNITS if unit in sums)
    return Total(parts, without, tuple(open_ends), tuple(per))
