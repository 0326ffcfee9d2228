"""How an office numbers its SOPs: `{urut}/DINAS/{bulan}/{tahun}`, read and continued.

Called by the rules about an office, by the findings about numbers, and by `sop baru`.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PART = re.compile(r"\{([^{}]*)\}")
_SHAPE = re.compile(r"(?P<name>urut|bulan|tahun|kode)(?::(?P<width>[1-6]))?")
_READS = {
    "urut": r"(?P<urut>\d{1,6})",
    "bulan": rf"(?P<bulan>{'|'.join(sorted(ROMAWI, key=len, reverse=True))}|\d{{1,2}})",
    "tahun": r"(?P<tahun>(?:19|20)\d\d)",
    "kode": r"(?P<kode>[^/]+?)",
}
KODE = "KODE"


@dataclass(frozen=True)
class Nomor:
    """What a number of the pattern says; `kode` and `tahun` part numbers that count anew."""

    urut: int
    tahun: str
    kode: str


@dataclass(frozen=True)
class Pola:
    """A pattern without faults."""

    teks: str

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        parts = _PART.split(_bare(self.teks))
        made = [
            _READS[part.partition(":")[0].lower()] if n % 2 else re.escape(part)
            for n, part in enumerate(parts)
        ]
        return re.compile("".join(made), re.IGNORECASE)

    def read(self, number: str) -> Nomor | None:
        """What a number says, spaces and capitals aside; nothing where it is of another kind."""
        match = self._regex.fullmatch(_bare(number))
        if not match:
            return None
        said = match.groupdict()
        kode = (said.get("kode") or "").upper()
        return Nomor(int(said["urut"]), said.get("tahun") or "", kode)

    def next(self, numbers: Iterable[str | None], day: datetime.date) -> str:
        """The number after the highest of this year's; a code that varies is left to the author."""
        found = [read for number in numbers if number and (read := self.read(number))]
        year = str(day.year) if "{tahun" in self.teks else ""
        last = max((one.urut for one in found if one.tahun == year), default=0)

        def filled(match: re.Match[str]) -> str:
            name, _, width = match[1].partition(":")
            if name == "urut":
                return str(last + 1).zfill(int(width or 1))
            if name == "bulan":
                return str(day.month).zfill(int(width)) if width else ROMAWI[day.month - 1]
            return str(day.year) if name == "tahun" else KODE

        return _PART.sub(filled, self.teks)


def fault(text: str) -> str:
    """Why a pattern cannot be used, for the author; empty when it can."""
    if text.count("{") != text.count("}") or "{" in _PART.sub("", text):
        return "kurung kurawalnya tidak berpasangan."
    names = []
    for written in _PART.findall(text):
        match = _SHAPE.fullmatch(written)
        if not match:
            known = ", ".join(f"{{{name}}}" for name in _READS)
            return f'"{{{written}}}" tidak dikenal. Yang ada: {known}.'
        names.append(match["name"])
    if "urut" not in names:
        return "tidak memuat {urut}, jadi nomor berikutnya tidak dapat dihitung."
    doubled = next((name for name in names if names.count(name) > 1), "")
    return f"{{{doubled}}} ditulis dua kali." if doubled else ""


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
