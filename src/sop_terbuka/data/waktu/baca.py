"""Reads a time standard as offices write it; what is not sure is not guessed."""

import re
from functools import lru_cache

from ..tanggal import BULAN
from .jenis import Bagian, Terbuka, Waktu

# In Indonesian a point parts the thousands and a comma the decimals; 1.5 is still meant as 1,5.
_THOUSANDS = r"\d{1,3}(?:\.\d{3})+"
_AMOUNT = rf"{_THOUSANDS}(?:,\d+)?|\d+(?:[.,]\d+)?|[½¼¾]"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_IN_WORDS = r"(?:\s*\([a-z ]+\))?"
_TO = r"(?:-|–|—|s\s*/\s*d|s\.?\s*d\.?|sampai(?:\s+dengan)?|hingga)"
# Malay "minit" is met in Indonesian documents too.
_UNIT = r"(?:menit|minit|jam|hari(?:\s+kerja)?|minggu|bulan|tahun)"
_PART = re.compile(
    rf"""
    (?P<times>\d+)\s*x\s*(?P<each>\d+)\s*(?P<hours>jam)\b                # 1 x 24 jam
    | (?P<low>{_AMOUNT}){_IN_WORDS}\s*
      (?:(?P<low_unit>{_UNIT})?\s*{_TO}\s*(?P<high>{_AMOUNT}){_IN_WORDS}\s*)?
      (?P<unit>{_UNIT})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AT_MOST = re.compile(
    r"^(?:maksimal|maksimum|maks\.?|max\.?|paling\s+(?:lama|lambat)|selambat(?:-lambat)?nya|"
    r"selama-lamanya|tidak\s+lebih\s+dari|kurang\s+dari|≤|<)\s*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:±|\+\s*/?\s*-|~|kurang\s+lebih|lebih\s+kurang|kira-kira|sekitar)\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:waktu\s+)?(?:penyelesaian|proses|dalam\s+waktu|selama)\s+(?=\D{0,25}\d)", re.IGNORECASE
)
_JOIN = re.compile(r"^(?:[,+]|dan\b|lebih\b)?\s*", re.IGNORECASE)
_EITHER = re.compile(r"\s*(?:;|\batau\b|/(?=\s*[\d±½¼¾]))\s*", re.IGNORECASE)
_PER = re.compile(
    r"^(?:/|per\b|untuk\s+(?:satu|setiap)\b)\s*(?P<per>[^\d/(]{2,40}?)\s*(?P<note>\(.*\))?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"^[,(]?\s*(?P<since>(?:(?:di)?hitung|sejak|setelah|sesudah|mulai)\b.{2,200}?)\)?$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^(?:\((?P<note>.+)\)|(?P<word>efektif|kalender))$", re.IGNORECASE)
_DONE = re.compile(r"^selesai\)?\s*", re.IGNORECASE)
_MONTH = "|".join(BULAN)
_OPEN: tuple[tuple[Terbuka, re.Pattern[str]], ...] = (
    (
        "menurut keadaan",
        re.compile(
            r"^(?:sesuai|menyesuaikan|disesuaikan|tergantung|bergantung|insident[ai]l|selama"
            r"|kondisional|tentatif|setiap\s+saat|sewaktu-waktu"
            r"|(?:pada\s+saat|setiap)\s+jam\s+(?:kerja|layanan))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "segera",
        re.compile(
            r"^(?:segera|secepatnya|langsung|saat\s+itu\s+juga"
            r"|(?:pada\s+)?hari\s+(?:itu|yang\s+sama)(?:\s+juga)?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "berkala",
        re.compile(
            r"^(?:setiap\s+|per\s+)?(?:harian|mingguan|bulanan|tri\s*wulan(?:an)?"
            r"|catur\s*wulan(?:an)?|semester(?:an)?|tahunan|berkala|rutin)$",
            re.IGNORECASE,
        ),
    ),
    (
        "jadwal",
        re.compile(
            rf"^(?:(?:{_MONTH})\b[\s,&/–-]*(?:(?:dan|s\.?d\.?)\s+)?)+"
            r"(?:\((?:tanggal|minggu)[^)]*\))?$",
            re.IGNORECASE,
        ),
    ),
)
# Exact only: how many days a month has, or hours a working day, nobody wrote.
_FINER: dict[tuple[str, str], int] = {
    ("jam", "menit"): 60,
    ("minggu", "hari"): 7,
    ("tahun", "bulan"): 12,
}


@lru_cache(maxsize=50_000)
def parse(text: str) -> Waktu | None:
    """Read a time standard; None when it cannot be read."""
    words = " ".join(text.split()).strip(" .;")
    if any(letter.isdigit() and not letter.isascii() for letter in words):
        return None  # Digits of another script are a misreading here.
    for kind, pattern in _OPEN:
        if pattern.match(words) and not _LEAD.match(words):
            return Waktu((), terbuka=kind)
    pieces = _EITHER.split(words)
    if len(pieces) > 1:
        read = [_single(piece) for piece in pieces]
        if all(one is not None for one in read):
            return Waktu((), pilihan=tuple(one for one in read if one is not None))
        return None
    return _single(words)


def _single(words: str) -> Waktu | None:
    """One standard without alternatives."""
    rest, at_most, about = _LEAD.sub("", words), False, False
    while True:
        if match := _AT_MOST.match(rest):
            at_most = True
        elif match := _ABOUT.match(rest):
            about = True
        else:
            break
        rest = rest[match.end() :]
    parts: list[Bagian] = []
    while match := _PART.match(rest):
        part = _part(match)
        if part is None:
            return None
        parts.append(part)
        rest = _JOIN.sub("", rest[match.end() :].strip(), count=1)
    if not parts or len({part.satuan for part in parts}) < len(parts):
        return None
    made = Waktu(tuple(parts), paling_lama=at_most, kira_kira=about)
    return _with_rest(made, rest)


def _with_rest(made: Waktu, rest: str) -> Waktu | None:
    """What stands behind the amounts: for what, from when, or a note."""
    fields = vars(made)
    if not rest:
        return made
    if match := _SINCE.match(rest):
        return Waktu(**fields | {"mulai": match["since"].strip()})
    if match := _DONE.match(rest):
        return _with_rest(made, rest[match.end() :])
    if match := _NOTE.match(rest):
        return Waktu(**fields | {"keterangan": match["note"] or match["word"]})
    if match := _PER.match(rest):
        note = match["note"]
        return Waktu(
            **fields
            | {"per": match["per"].strip(), "keterangan": note.strip("()") if note else None}
        )
    if re.fullmatch(r"maksimal|maksimum|paling lama", rest, re.IGNORECASE):
        return Waktu(**fields | {"paling_lama": True})
    return None


def _part(match: re.Match[str]) -> Bagian | None:
    """One amount or range; None when it is empty or runs backwards."""
    if match["times"]:
        hours = float(match["times"]) * float(match["each"])
        return Bagian(hours, hours, "jam") if _is_likely(hours, hours) else None
    unit = _unit(match["unit"])
    low = _amount(match["low"])
    high = _amount(match["high"]) if match["high"] else low
    if match["low_unit"] and (low_unit := _unit(match["low_unit"])) != unit:
        factor = _FINER.get((unit, low_unit))
        if factor is None:
            return None
        high, unit = high * factor, low_unit
    return Bagian(low, high, unit) if low <= high and _is_likely(low, high) else None


def _is_likely(low: float, high: float) -> bool:
    # No office writes more than 999,999 of any unit, nor less than a hundredth of one.
    return high <= 999_999 and high >= 0.01 and (low == 0 or low >= 0.01)


def _unit(text: str) -> str:
    return " ".join(text.lower().split()).replace("minit", "menit")


def _amount(text: str) -> float:
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    if re.match(rf"{_THOUSANDS}(?:,|$)", text):
        text = text.replace(".", "")
    return float(text.replace(",", "."))
