"""Time standards: the words people use, read as ranges by unit; units are never mixed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

UNITS = ("bulan", "minggu", "hari", "jam", "menit")

# In Indonesian a point parts the thousands and a comma the decimals; 1.5 is still meant as 1,5.
_THOUSANDS = r"\d{1,3}(?:\.\d{3})+"
_AMOUNT = rf"{_THOUSANDS}(?:,\d+)?|\d+(?:[.,]\d+)?"
_RANGE = re.compile(
    rf"""
    (?P<from>{_AMOUNT})\s*(?:\([a-z ]+\))?\s*          # 1, 1 (satu)
    (?:(?:-|–|s\s*/\s*d|s\.?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*
       (?P<to>{_AMOUNT})\s*(?:\([a-z ]+\))?\s*)?       # - 33, s/d 3 (tiga)
    (?P<unit>menit|jam|hari|minggu|bulan)(?:\s+kerja)?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PER = re.compile(r"^(?:/|per\b)\s*(?P<per>[^\d/(]{2,40}?)\s*(?P<note>\(.*\))?$", re.IGNORECASE)
_NOTE = re.compile(r"^\(.*\)$")
_OPEN = re.compile(
    r"^(?:sesuai|menyesuaikan|tergantung|insidentil|insidental|selama)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Bagian:
    """One amount of one unit: `minimum` to `maximum` (equal when it is no range)."""

    minimum: float
    maximum: float
    satuan: str

    @property
    def teks(self) -> str:
        """The amount in words, such as `1-3 jam`."""
        low, high = _number(self.minimum), _number(self.maximum)
        return f"{low} {self.satuan}" if low == high else f"{low}-{high} {self.satuan}"


@dataclass(frozen=True)
class Waktu:
    """A parsed time standard.

    `bagian` is empty for an open end ("sesuai MOU"); `per` names what one amount is for
    ("sertifikat"), `keterangan` is what stood in brackets behind it.
    """

    bagian: tuple[Bagian, ...]
    per: str | None = None
    keterangan: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the text names no amount."""
        return not self.bagian


@dataclass(frozen=True)
class Total:
    """The sum of many time standards by unit, and what it leaves out."""

    bagian: tuple[Bagian, ...]
    tanpa_waktu: int
    terbuka: tuple[str, ...]
    per: tuple[str, ...]

    @property
    def teks(self) -> str:
        """The sum in words, such as `3 hari + 25 menit`; empty when nothing has a time."""
        return " + ".join(part.teks for part in self.bagian)

    @property
    def kecuali(self) -> tuple[str, ...]:
        """What the sum leaves out, in words."""
        left_out = []
        if self.tanpa_waktu:
            left_out.append(f"{self.tanpa_waktu} langkah tanpa waktu")
        left_out.extend(f'1 langkah "{text}"' for text in self.terbuka)
        left_out.extend(f"dihitung untuk satu {what}" for what in dict.fromkeys(self.per))
        return tuple(left_out)


def parse(text: str) -> Waktu | None:
    """Read a time standard; None when it cannot be read."""
    words = " ".join(text.split()).strip(" .;")
    if _OPEN.match(words):
        return Waktu(())
    parts: list[Bagian] = []
    rest = words
    while match := _RANGE.match(rest):
        low = _amount(match["from"])
        high = _amount(match["to"]) if match["to"] else low
        if high < low or high == 0:
            return None
        parts.append(Bagian(low, high, match["unit"].lower()))
        rest = re.sub(r"^(?:[,+;]|dan\b)?\s*", "", rest[match.end() :].strip(), flags=re.IGNORECASE)
    if not parts or len({part.satuan for part in parts}) < len(parts):
        return None
    if not rest:
        return Waktu(tuple(parts))
    if _NOTE.match(rest):
        return Waktu(tuple(parts), keterangan=rest.strip("()"))
    if per := _PER.match(rest):
        note = per["note"]
        return Waktu(tuple(parts), per["per"].strip(), note.strip("()") if note else None)
    return None


def total(texts: Iterable[str | None]) -> Total:
    """Add time standards unit by unit; None stands for a step without time."""
    sums: dict[str, tuple[float, float]] = {}
    without, open_ends, per = 0, [], []
    for text in texts:
        waktu = parse(text) if text else None
        if waktu is None:
            without += 1
        elif waktu.is_open:
            open_ends.append(str(text))
        else:
            if waktu.per:
                per.append(waktu.per)
            for part in waktu.bagian:
                low, high = sums.get(part.satuan, (0.0, 0.0))
                sums[part.satuan] = (low + part.minimum, high + part.maximum)
    parts = tuple(Bagian(*sums[unit], unit) for unit in UNITS if unit in sums)
    return Total(parts, without, tuple(open_ends), tuple(per))


def _amount(text: str) -> float:
    if re.match(rf"{_THOUSANDS}(?:,|$)", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def _number(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount).replace(".", ",")
