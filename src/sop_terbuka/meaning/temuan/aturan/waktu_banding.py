"""Findings about single times: very short, unlike the same work elsewhere, not for service."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from statistics import median

from ....data.model.sop import Langkah, Sop
from ....data.waktu import parse
from ..context import Konteks, step_name, step_names
from ..rule import Aturan, Hasil
from ..text import amount, capital, listed, numbers, quoted, tokens
from .waktu import DAY_MINUTES, minutes


def time_is_not_a_minute(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No step takes a minute or less; times per item (per certificate) do not count."""
    short = [
        step
        for step in sop.langkah
        if (size := minutes(step.waktu)) is not None
        and size <= 1
        and (waktu := parse(step.waktu or "")) is not None
        and not waktu.per
    ]
    if short:
        yield Hasil(
            f"{capital(numbers(step_names(sop, short)))} diberi waktu 1 menit atau kurang.",
            tuple(
                k.at_step(sop, step, f"{k.sentence(sop, step)} | {step.waktu}") for step in short
            ),
            tuple(step.id for step in short),
        )


def time_is_like_elsewhere(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step takes about as long as the same work takes elsewhere."""
    usual = k.memo("waktu lazim", lambda: _usual(k))
    for step in sop.langkah:
        own = minutes(step.waktu)
        if own is None:
            continue
        near = _near_step(k, sop, step, own)
        if near:
            other, its_step = near
            yield Hasil(
                f"{step_name(sop, step)} diberi waktu {quoted(str(step.waktu))}; langkah yang "
                "kalimatnya "
                f"mirip pada SOP {k.title(other.id)} diberi {quoted(str(its_step.waktu))}.",
                (k.at_step(sop, step), k.elsewhere(other, k.at_step(other, its_step))),
                (step.id,),
            )
            continue
        kind = _kind(step.kegiatan)
        middle, count = usual.get(kind, (0.0, 0))
        # Fifteen times the middle of at least eight steps; days are a coarse unit and left out.
        if count >= 8 and own < DAY_MINUTES and (own >= 15 * middle or own * 15 <= middle):
            yield Hasil(
                f"{step_name(sop, step)} diberi waktu {quoted(str(step.waktu))}; nilai tengah "
                f"{count} langkah "
                f'"{kind}" dengan waktu dalam menit atau jam adalah {amount(middle)} menit.',
                (k.at_step(sop, step),),
                (step.id,),
            )


# Work of the same kind under its different words.
_KINDS = {
    "menyerahkan": "menyerahkan", "penyerahan": "menyerahkan", "menyampaikan": "menyerahkan",
    "menerima": "menerima", "penerimaan": "menerima",
    "menandatangani": "menandatangani", "penandatanganan": "menandatangani",
    "memverifikasi": "memeriksa", "memeriksa": "memeriksa", "meneliti": "memeriksa",
    "membuat": "membuat", "mengisi": "mengisi", "mencetak": "membuat",
}  # fmt: skip


def _kind(sentence: str) -> str:
    return next((_KINDS[word] for word in tokens(sentence)[:12] if word in _KINDS), "")


def _usual(k: Konteks) -> dict[str, tuple[float, int]]:
    """Middle time and number of steps by kind of work, for times in minutes and hours."""
    sizes: dict[str, list[float]] = defaultdict(list)
    for other in k.catalog.sop.values():
        for step in other.langkah:
            size, kind = minutes(step.waktu), _kind(step.kegiatan)
            if kind and size is not None and size < DAY_MINUTES:
                sizes[kind].append(size)
    return {kind: (median(found), len(found)) for kind, found in sizes.items()}


def _near_step(k: Konteks, sop: Sop, step: Langkah, own: float) -> tuple[Sop, Langkah] | None:
    """A step elsewhere with nearly the same sentence and a fifth of the time, or five times it."""
    if len(tokens(step.kegiatan)) < 6:
        return None
    index = k.step_sentences
    for near in index.near(step.kegiatan, 0.5):
        times = partial(_times, k, near.kalimat)
        for size, other, its_step in k.memo(f"waktu {near.kalimat}", times):
            if other is not sop and max(size, own) >= 5 * min(size, own):
                return other, its_step
    return None


def _times(k: Konteks, sentence: str) -> list[tuple[float, Sop, Langkah]]:
    """The times that steps with a sentence take; of each the first two SOPs that give it."""
    found: list[tuple[float, Sop, Langkah]] = []
    given: dict[float, list[Sop]] = {}
    for owner in k.step_sentences.owners(sentence):
        other, step = k.step_of(owner)
        size = minutes(step.waktu)
        # One of two SOPs is always another than the one that is looked at.
        if (
            size
            and len(by := given.setdefault(size, [])) < 2
            and all(other is not one for one in by)
        ):
            by.append(other)
            found.append((size, other, step))
    return found


def one_way_to_write_a_day(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A day is not written as 24 hours beside days."""
    hours, days = [], []
    for step in sop.langkah:
        waktu = parse(step.waktu or "")
        for part in waktu.bagian if waktu else ():
            if part.satuan == "jam" and part.maximum % 24 == 0:
                hours.append(step)
            elif part.satuan.startswith("hari"):
                days.append(step)
    if hours and days:
        yield Hasil(
            f"{capital(numbers(step_names(sop, hours)))} memakai kelipatan 24 jam, sedangkan "
            f"{numbers(step_names(sop, days))} memakai hari.",
            tuple(k.at_step(sop, step, step.waktu) for step in (*hours, *days)),
            tuple(step.id for step in hours),
        )


_COMING = re.compile(r"\b(?:datang|mendatangi|pulang|tiba)\b", re.IGNORECASE)


# Something done at the counter as well: then the time may well be that of the counter.
_DOING = re.compile(
    r"\b(?:memberi|menyerahkan|mengisi|menyampaikan|mendaftar\w*|membawa|menemui|berkunjung)\b",
    re.IGNORECASE,
)


def time_is_for_service(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No standard time is set for an applicant's coming and going alone."""
    outside = {item.id for item in sop.pelaksana if item.pihak == "luar"}
    found = [
        step
        for step in sop.langkah
        if step.waktu
        and set(step.pelaksana) <= outside
        and _COMING.search(step.kegiatan)
        and not _DOING.search(step.kegiatan)
    ]
    if found:
        times = Counter(str(step.waktu) for step in found)
        yield Hasil(
            f"{capital(numbers(step_names(sop, found)))} (pemohon datang atau pulang) diberi "
            f"standar waktu {listed(quoted(text) for text in times)}.",
            tuple(k.at_step(sop, step) for step in found),
            tuple(step.id for step in found),
        )


ATURAN = (
    Aturan(
        "waktu-sangat-singkat",
        "rendah",
        time_is_not_a_minute,
        judul="Waktu satu langkah lebih dari satu menit.",
        penjelasan=(
            "Satu menit jarang cukup untuk menerima, memeriksa atau menandatangani berkas "
            "seseorang."
        ),
        saran="periksa apakah satu menit memang cukup, atau angkanya terpotong saat disalin.",
    ),
    Aturan(
        "waktu-jauh-berbeda",
        "rendah",
        time_is_like_elsewhere,
        judul="Pekerjaan yang sama diberi waktu yang sebanding di semua SOP.",
        penjelasan=(
            "Dibandingkan dengan langkah yang kalimatnya mirip, atau dengan nilai tengah semua "
            "langkah yang dimulai kata kerja yang sama."
        ),
        saran="periksa apakah perbedaannya memang karena pekerjaannya berbeda.",
    ),
    Aturan(
        "satuan-waktu-campur",
        "rendah",
        one_way_to_write_a_day,
        judul="Satu SOP memakai satu cara menulis sehari.",
        penjelasan="Tulisan 24 jam dapat berarti satu hari kerja atau sehari semalam.",
        saran="periksa apakah yang dimaksud hari kerja, lalu tulis dengan satuan yang sama.",
    ),
    Aturan(
        "waktu-di-luar-kendali",
        "rendah",
        time_is_for_service,
        judul="Standar waktu diberikan pada pekerjaan yang dikerjakan atau dilayani petugas.",
        penjelasan="Lama pemohon datang atau pulang tidak dapat dijanjikan dinas.",
        saran=(
            "periksa apakah waktu ini mengukur pelayanan, misalnya sejak pemohon diterima di loket."
        ),
    ),
)
