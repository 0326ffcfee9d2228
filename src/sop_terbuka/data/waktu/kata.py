"""Times in words that a person uses: 98 jam + 461 menit is nobody's answer."""

from collections.abc import Iterable

from .jenis import UNITS, Bagian, Waktu, number

# Exact only: nobody wrote how many hours a day has.
_WHOLE = (("menit", "jam", 60), ("bulan", "tahun", 12))


def in_words(parts: Iterable[Bagian]) -> str:
    """A sum in words: `1 hari 2 jam 25 menit`, or `2 jam sampai 3 jam 30 menit` for a range."""
    parts = tuple(parts)
    low = _joined({part.satuan: part.minimum for part in parts})
    high = _joined({part.satuan: part.maximum for part in parts})
    if low == high:
        return low
    if len(parts) == 1 and _is_plain(parts[0]):
        return parts[0].teks
    return f"{low} sampai {high}" if low else f"sampai {high}"


def explained(waktu: Waktu) -> str:
    """What a time standard is understood as."""
    if waktu.pilihan:
        return "lebih dari satu waktu: " + "; ".join(explained(one) for one in waktu.pilihan)
    if waktu.terbuka:
        return f"tanpa jumlah: {waktu.terbuka}"
    words = in_words(waktu.bagian)
    if waktu.kira_kira:
        words = f"kira-kira {words}"
    if waktu.paling_lama:
        words = f"paling lama {words}"
    if waktu.per:
        words += f" per {waktu.per}"
    if waktu.mulai:
        words += f", {waktu.mulai}"
    return f"{words} ({waktu.keterangan})" if waktu.keterangan else words


def _is_plain(part: Bagian) -> bool:
    """Whether a range reads well in its own unit."""
    return not any(unit == part.satuan and part.maximum >= size for unit, _, size in _WHOLE)


def _joined(amounts: dict[str, float]) -> str:
    for unit, larger, size in _WHOLE:
        amount = amounts.get(unit, 0) + amounts.get(larger, 0) * size
        # A fraction of a minute, or a month alone, is said as it was written.
        if amount == int(amount) and (amounts.get(unit) or _has_fraction(amounts.get(larger, 0))):
            amounts[larger], amounts[unit] = divmod(amount, size)
    return " ".join(f"{number(amounts[unit])} {unit}" for unit in UNITS if amounts.get(unit))


def _has_fraction(amount: float) -> bool:
    return amount != int(amount)
