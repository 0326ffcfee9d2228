"""Which effect a change has on the people who apply."""

from collections.abc import Iterator

from ...data.model import Sop
from .duration import Arah, direction
from .pairing import pair
from .record import Dampak, Perubahan
from .text import capital, is_typo

_TIMES: dict[Arah, tuple[Dampak, str]] = {
    "bertambah": ("memberatkan", "bertambah"),
    "berkurang": ("meringankan", "berkurang"),
    "kini disebut": ("meringankan", "kini disebut"),
    "tidak lagi disebut": ("memberatkan", "tidak lagi disebut"),
    "tak pasti": ("memberatkan", "berubah dan tidak dapat dibandingkan"),
    "tetap": ("redaksi", "ditulis lain, lamanya tetap"),
}


def on_people(sop: Sop, dampak: Dampak) -> Dampak:
    """The effect as it stands for this SOP: one for civil servants only burdens no applicant."""
    return "internal" if sop.is_internal and dampak in ("memberatkan", "meringankan") else dampak


def time(
    sop: Sop, pada: str, nama: str, before: str | None, after: str | None
) -> Iterator[Perubahan]:
    """A changed time standard."""
    if before == after:
        return
    way = direction(before, after)
    dampak, words = _TIMES[way]
    yield Perubahan(
        on_people(sop, dampak), pada, f"{nama} {words}", before, after, periksa=way == "tak pasti"
    )


def text(
    pada: str,
    nama: str,
    before: str | None,
    after: str | None,
    dampak: Dampak,
    periksa: bool = False,
) -> Iterator[Perubahan]:
    """A changed text; mere spelling is `redaksi` whatever the text is about."""
    if before == after:
        return
    if before is not None and after is not None and is_typo(before, after):
        yield Perubahan("redaksi", pada, f"Ejaan {nama} diubah", before, after)
    elif before is None:
        yield Perubahan(dampak, pada, f"{capital(nama)} ditambahkan", None, after, periksa)
    elif after is None:
        yield Perubahan(dampak, pada, f"{capital(nama)} dihapus", before, None, periksa)
    else:
        yield Perubahan(dampak, pada, f"{capital(nama)} diubah", before, after, periksa)


def listing(
    pada: str,
    nama: str,
    before: list[str],
    after: list[str],
    dampak: Dampak,
    new: Dampak | None = None,
    gone: Dampak | None = None,
) -> Iterator[Perubahan]:
    """A changed list of texts; `new` and `gone` are the effects of what came and what went."""
    pairs = pair(before, after, lambda _: None, str)
    for i, j in pairs.kept:
        yield from text(f"{pada}[{j + 1}]", nama, before[i], after[j], dampak)
    for i in pairs.gone:
        yield from text(pada, nama, before[i], None, gone or dampak)
    for j in pairs.new:
        yield from text(f"{pada}[{j + 1}]", nama, None, after[j], new or dampak)
    if pairs.moved:
        yield Perubahan("redaksi", pada, f"Urutan {nama} diubah")
