"""Findings about time: totals, missing and contradicting times, times unlike their sisters'."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ....data.model.sop import Sop
from ....data.waktu import Bagian, Total, parse, total
from ..context import Konteks, step_name
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import capital, listed, quoted, uncapital

# A working day has five working days to the week and about twenty to the month.
_DAYS = {"tahun": 240.0, "bulan": 20.0, "minggu": 5.0, "hari kerja": 1.0, "hari": 1.0}
_MINUTES = {"jam": 60.0, "menit": 1.0}
# A working day of 7.5 hours; only for comparing sizes, never for adding up a total.
DAY_MINUTES = 450.0


@lru_cache(maxsize=50_000)
def minutes(text: str | None) -> float | None:
    """The longest time in minutes, for comparing sizes only."""
    waktu = parse(text) if text else None
    if waktu is None or waktu.is_open:
        return None
    return sum(
        part.maximum * _MINUTES.get(part.satuan, _DAYS.get(part.satuan, 0) * DAY_MINUTES)
        for part in waktu.bagian
    )


def summed_steps(sop: Sop) -> Total:
    """The times of the steps added up."""
    return total(step.waktu for step in sop.langkah)


def comparable(parts: tuple[Bagian, ...]) -> dict[str, tuple[float, float]]:
    """Amounts by unit; weeks and days as days, hours and minutes as minutes."""
    found: dict[str, tuple[float, float]] = {}
    for part in parts:
        unit, factor = (
            ("hari", _DAYS[part.satuan])
            if part.satuan in _DAYS
            else ("menit", _MINUTES[part.satuan])
        )
        low, high = found.get(unit, (0.0, 0.0))
        found[unit] = (low + part.minimum * factor, high + part.maximum * factor)
    return found


def total_matches_sum(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A stated total equals the sum of the steps."""
    stated = parse(sop.waktu_total_tertulis) if sop.waktu_total_tertulis else None
    summed = summed_steps(sop)
    if stated is None or stated.is_open or not summed.bagian:
        return
    if comparable(stated.bagian) == comparable(summed.bagian):
        return
    text = str(sop.waktu_total_tertulis)
    timed = [step for step in sop.langkah if step.waktu]
    yield Hasil(
        f"Dokumen menulis jumlah waktu {quoted(text)}, sedangkan waktu {len(timed)} langkahnya "
        f"berjumlah {summed.teks}.",
        (
            Bukti("Jumlah waktu", text, _total_line(k, sop, text)),
            *(k.at_step(sop, step, step.waktu) for step in timed),
        ),
    )  # fmt: skip


def _total_line(k: Konteks, sop: Sop, text: str) -> int | None:
    """The last line with the words: the same words may stand in a step above."""
    found = k.lines(sop).all(text)
    return found[-1] if found else None


def total_is_stated_like_sisters(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP states a total when most SOPs of its unit do."""
    if sop.waktu_total_tertulis or not sop.langkah or not sop.unit:
        return
    sisters = [
        s for s in k.by_office[sop.instansi] if s.unit == sop.unit and s is not sop and s.langkah
    ]
    stating = [s for s in sisters if s.waktu_total_tertulis]
    # Three that agree are a habit; fewer may be chance.
    if len(stating) >= 3 and len(stating) * 2 > len(sisters):
        yield Hasil(
            f"Dokumen ini tidak menulis jumlah waktu, sedangkan {len(stating)} SOP lain dari "
            f"{sop.unit} menulisnya. Waktu langkahnya berjumlah {summed_steps(sop).teks or 'nol'}.",
            (k.at_step(sop, sop.langkah[-1], sop.langkah[-1].waktu or ""),),
        )


def steps_have_time(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every step names its time."""
    without = [step for step in sop.langkah if not step.waktu]
    if not without:
        return
    names = listed(uncapital(step_name(sop, step)) for step in without)
    if len(without) == len(sop.langkah):
        if sop.jenis_dokumen != "sop-ap":
            return  # Only the official form has a column for it.
        yield Hasil(
            f"Semua langkah ({len(without)}) tidak menyebut waktu.",
            (k.at_step(sop, without[0]),),
            tuple(step.id for step in without),
        )
        return
    known = summed_steps(sop)
    yield Hasil(
        f"{capital(names)} tidak menyebut waktu; jumlah {known.teks} hanya dari "
        f"{len(sop.langkah) - len(without)} langkah lainnya.",
        tuple(k.at_step(sop, step) for step in without),
        tuple(step.id for step in without),
    )


_NO_UNIT = re.compile(r"[\d.,\s–-]+")


def times_are_understood(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every time standard says an amount, or why it has none."""
    found = [
        (step, step.waktu)
        for step in sop.langkah
        if step.waktu and step.waktu.strip(" -–—") and parse(step.waktu) is None
    ]
    # One fault of the whole column is one finding.
    for bare in (True, False):
        same = [item for item in found if bool(_NO_UNIT.fullmatch(item[1])) == bare]
        if same:
            names = listed(uncapital(step_name(sop, step)) for step, _ in same)
            texts = listed(dict.fromkeys(quoted(text) for _, text in same))
            why = " tanpa satuan" if bare else ""
            yield Hasil(
                f"{capital(names)} menulis waktu {texts}{why}; tidak dapat dijumlahkan.",
                tuple(k.at_step(sop, step, text) for step, text in same),
                tuple(step.id for step, _ in same),
            )


_IN_SENTENCE = re.compile(
    r"(?P<cue>paling lama|paling lambat|selama|dalam waktu|maksimal|jangka waktu)\s+"
    r"(?P<time>\d+\s*(?:\([a-z ]+\)\s*)?(?:menit|jam|hari|minggu|bulan|tahun)(?:\s+kerja)?)",
    re.IGNORECASE,
)


def time_fits_sentence(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step's time holds the time its own sentence grants."""
    for step in sop.langkah:
        for match in _IN_SENTENCE.finditer(step.kegiatan):
            granted, given = minutes(match["time"]), minutes(step.waktu)
            if granted and given and granted > given:
                yield Hasil(
                    f"{step_name(sop, step)} diberi waktu {quoted(str(step.waktu))}, tetapi "
                    f"kalimatnya menyebut {quoted(match[0])}.",
                    (k.at_step(sop, step, step.waktu), k.at_step(sop, step, match[0])),
                    (step.id,),
                )


ATURAN = (
    Aturan(
        "jumlah-waktu-berbeda",
        "tinggi",
        total_matches_sum,
        judul="Jumlah waktu yang ditulis sama dengan jumlah waktu langkah-langkahnya.",
        penjelasan=(
            "Waktu langkah dijumlahkan per satuan, rentang dijumlahkan ujung ke ujung. Pengulangan "
            "langkah tidak dihitung, karena dokumen tidak menyebut berapa kali."
        ),
        saran="periksa apakah jumlahnya atau waktu salah satu langkahnya yang perlu diperbaiki.",
    ),
    Aturan(
        "total-tidak-ditulis",
        "rendah",
        total_is_stated_like_sisters,
        judul="SOP menulis jumlah waktunya bila SOP lain dari unit yang sama menulisnya.",
        penjelasan=(
            "Pemohon membaca jumlahnya lebih dulu; satu dokumen yang tidak menulisnya tampak "
            "terlewat."
        ),
        saran="periksa apakah baris jumlah waktu terlewat.",
    ),
    Aturan(
        "langkah-tanpa-waktu",
        "sedang",
        steps_have_time,
        judul="Setiap langkah menyebut waktunya.",
        penjelasan="Jumlah waktu layanan hanya benar bila semua langkah punya waktu.",
        saran="periksa apakah waktu langkah ini terlewat ditulis.",
    ),
    Aturan(
        "waktu-tak-terbaca",
        "sedang",
        times_are_understood,
        judul="Waktu ditulis dengan angka dan satuan, atau sebabnya tidak ada.",
        penjelasan=(
            "Situs menampilkan waktu seperti tertulis. Yang tidak jelas angkanya atau satuannya "
            "tidak ikut dijumlahkan."
        ),
        saran="periksa satuannya: menit, jam, hari, atau hari kerja.",
    ),
    Aturan(
        "waktu-berlawanan-kalimat",
        "tinggi",
        time_fits_sentence,
        judul="Waktu langkah tidak lebih pendek daripada waktu yang disebut kalimatnya.",
        penjelasan=(
            "Bila kalimat memberi 30 hari dan kolom Waktu menulis 1 minggu, pembaca tidak tahu "
            "mana yang berlaku."
        ),
        saran="periksa apakah kolom Waktu atau waktu dalam kalimatnya yang berlaku.",
    ),
)
