"""Findings about the SOP number: doubles, gaps, codes, and what it says against the dates."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ....data.model.sop import Sop
from ....data.nomor import ROMAWI, Nomor, Pola
from ....data.tanggal import in_words, month_of
from ..context import Konteks
from ..finding import Sebab
from ..rule import Aturan, Hasil
from ..text import listed, quoted
from .identitas import DATES

_ROMAN = {r: n for n, r in enumerate(ROMAWI, 1)}

_YEAR = re.compile(r"(?:19|20)\d\d")


def _parts(number: str) -> list[str]:
    return [re.sub(r"\s+", "", part).upper() for part in number.split("/")]


def _identity(k: Konteks, sop: Sop) -> object:
    """What may stand only once: by the office's own pattern the running number, else all of it."""
    office, number = k.catalog.instansi.get(sop.instansi), sop.dokumen.nomor or ""
    pattern = office.pola_nomor if office else None
    read = Pola(pattern).read(number) if pattern else None
    return read or re.sub(r"\s+", "", number).upper()


def number_is_unique(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No two SOPs of an office share a number."""
    if not sop.dokumen.nomor:
        return
    numbers = k.memo("nomor", lambda: _by_number(k))
    others = [s for s in numbers[sop.instansi, _identity(k, sop)] if s is not sop]
    # An unfinished number ("SOP/BIDANG/....") is not yet a number; another rule speaks of it.
    if others and not _unfinished(sop.dokumen.nomor):
        names = listed((f"SOP {s.nama_sop or s.nama}" for s in others), 4)
        identity = _identity(k, sop)
        what = f"Nomor {quoted(sop.dokumen.nomor)}"
        if isinstance(identity, Nomor):
            what = f"Nomor urut {identity.urut} pada {quoted(sop.dokumen.nomor)}"
        own = k.at(sop, "Nomor SOP", sop.dokumen.nomor, "dokumen.nomor")
        shared = f"{what} dipakai {len(others) + 1} SOP."
        yield Hasil(
            f"{what} juga dipakai {names}.",
            (
                own,
                *(
                    k.at(s, f"Nomor SOP {s.nama_sop or s.nama}", str(s.dokumen.nomor))
                    for s in others[:3]
                ),
            ),
            sebab=(Sebab(f"{sop.instansi} {identity}", shared, own),),
        )


def _by_number(k: Konteks) -> dict[tuple[str, object], list[Sop]]:
    found: dict[tuple[str, object], list[Sop]] = defaultdict(list)
    for sop in k.catalog.sop.values():
        found[sop.instansi, _identity(k, sop)].append(sop)
    return found


def _unfinished(number: str) -> str:
    """What is missing in an SOP number, in words; empty when nothing is."""
    if re.search(r"\.{3,}|…|_{2,}", number):
        return "masih berupa titik-titik"
    if not re.search(r"\d", _YEAR.sub("", number)):
        return "tidak memuat nomor urut"
    return ""


def number_is_complete(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP number is complete."""
    number = sop.dokumen.nomor
    if number and (missing := _unfinished(number)):
        yield Hasil(
            f"Nomor SOP {quoted(number)} {missing}.",
            (k.at(sop, "Nomor SOP", number, "dokumen.nomor"),),
        )


def number_year_fits_dates(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The year in the number is one of the document's years."""
    years = _YEAR.findall(sop.dokumen.nomor or "")
    dated = {value[:4]: key for key, _ in DATES if (value := getattr(sop.dokumen, key))}
    if years and dated and years[-1] not in dated:
        yield Hasil(
            f"Nomor SOP {quoted(sop.dokumen.nomor or '')} bertahun {years[-1]}, sedangkan tanggal "
            f"dokumen bertahun {listed(sorted(dated))}.",
            (k.at(sop, "Nomor SOP", sop.dokumen.nomor or "", "dokumen.nomor"),),
        )


def number_month_fits_date(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The month in the number is the month of creation."""
    made = sop.dokumen.tanggal_pembuatan or ""
    month = month_of(made)
    months = [part for part in _parts(sop.dokumen.nomor or "") if part in _ROMAN]
    if month and len(months) == 1 and _ROMAN[months[0]] != month:
        yield Hasil(
            f"Nomor SOP {quoted(sop.dokumen.nomor or '')} memuat bulan {months[0]}, sedangkan "
            f"tanggal pembuatannya {in_words(made)}.",
            (k.at(sop, "Nomor SOP", sop.dokumen.nomor or "", "dokumen.nomor"),),
        )


def number_code_is_spelt_alike(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The codes in a number are spelt as most numbers of the office spell them."""
    if not sop.dokumen.nomor:
        return
    counts, roman = k.memo(f"kode {sop.instansi}", lambda: _code_counts(k, sop.instansi))
    office = k.catalog.instansi.get(sop.instansi)
    known = {word.upper() for word in (office.singkatan.split() if office else [])}
    odd = []
    for code in _codes(sop.dokumen.nomor):
        likely = [
            other
            for other, count in counts.items()
            if other != code and other not in _ROMAN and _close(code, other)
            and (count > counts[code] or other in known)
        ]  # fmt: skip
        if likely and code not in known:
            best = max(likely, key=lambda other: (other in known, counts[other], other))
            odd.append(f'"{code}" (yang lain "{best}")')
    parts = _parts(sop.dokumen.nomor)
    # The month's place is the part before the year; most numbers of the office must agree on it.
    if len(parts) > 2 and re.fullmatch(r"\d{1,2}", parts[-2]) and roman:
        odd.append(f'bulan "{parts[-2]}" (yang lain memakai angka Romawi)')
    elif roman and len(parts) > 2 and parts[-2] not in _ROMAN:
        odd.append(f'"{parts[-2]}" di tempat kode bulan')
    if odd:
        yield Hasil(
            f"Nomor SOP {quoted(sop.dokumen.nomor)} memuat {listed(odd)}.",
            (k.at(sop, "Nomor SOP", sop.dokumen.nomor, "dokumen.nomor"),),
        )


def _code_counts(k: Konteks, office: str) -> tuple[Counter[str], bool]:
    """How often each code occurs, and whether most numbers write the month in Roman numerals."""
    numbers = [sop.dokumen.nomor for sop in k.by_office[office] if sop.dokumen.nomor]
    roman = sum(1 for n in numbers if len(parts := _parts(n)) > 2 and parts[-2] in _ROMAN)
    return Counter(code for n in numbers for code in set(_codes(n))), roman * 2 > len(numbers)


def _codes(number: str) -> list[str]:
    return [part for part in _parts(number) if re.search(r"[A-Z]{2}", part) and part not in _ROMAN]


def _close(one: str, two: str) -> bool:
    """Whether one or two letters differ, in words long enough for that to be a slip."""
    if abs(len(one) - len(two)) > 2 or min(len(one), len(two)) < 4 or one[:1] != two[:1]:
        return False
    row = list(range(len(two) + 1))
    for n, left in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, right in enumerate(two, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (left != right))
    return 0 < row[-1] <= (1 if min(len(one), len(two)) < 5 else 2)


def number_fits_series(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A number lies near the other numbers of its unit."""
    own = _sequence(sop)
    if own is None:
        return
    series = k.memo("deret", lambda: _series(k))[sop.instansi, str(sop.unit)]
    groups: list[list[int]] = []
    for number in series:
        # Numbers given in one round lie within ten of each other.
        if groups and number - groups[-1][-1] <= 10:
            groups[-1].append(number)
        else:
            groups.append([number])
    main = max(groups, key=len)
    if len(main) >= 3 and own not in main and len(main) * 2 > len(series):
        rest = [str(number) for number in series if number not in main and number != own]
        others = f"; nomor {listed(rest)} juga di luar deret itu" if rest else ""
        most = "kebanyakan nomor" if rest else "nomor"
        yield Hasil(
            f"Nomor urut {own} jauh dari {most} SOP lain pada {sop.unit} "
            f"({main[0]}-{main[-1]}){others}.",
            (k.at(sop, "Nomor SOP", sop.dokumen.nomor or "", "dokumen.nomor"),),
        )


def _series(k: Konteks) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for sop in k.catalog.sop.values():
        number = _sequence(sop)
        if number is not None:
            found[sop.instansi, str(sop.unit)].append(number)
    return {key: sorted(numbers) for key, numbers in found.items()}


def _sequence(sop: Sop) -> int | None:
    match = re.match(r"\s*0*(\d{1,4})\s*/", sop.dokumen.nomor or "")
    return int(match[1]) if match and sop.unit else None


ATURAN = (
    Aturan(
        "nomor-sop-ganda",
        "sedang",
        number_is_unique,
        judul="Satu nomor SOP dipakai satu SOP.",
        penjelasan="Dua dokumen dengan nomor yang sama tidak dapat dirujuk dengan pasti.",
        saran="periksa apakah salah satunya seharusnya bernomor lain.",
    ),
    Aturan(
        "nomor-sop-belum-lengkap",
        "sedang",
        number_is_complete,
        judul="Nomor SOP lengkap dengan nomor urutnya.",
        penjelasan="Nomor tanpa urutan tidak membedakan satu SOP dari SOP lain.",
        saran="periksa apakah nomor urutnya sudah diberikan.",
    ),
    Aturan(
        "nomor-tahun-beda-tanggal",
        "sedang",
        number_year_fits_dates,
        judul="Tahun pada nomor SOP sama dengan tahun tanggalnya.",
        penjelasan="Nomor tahun 2025 dengan tanggal tahun 2020 berarti salah satunya keliru.",
        saran="periksa apakah tahun pada tanggalnya salah ketik.",
    ),
    Aturan(
        "nomor-bulan-beda-tanggal",
        "sedang",
        number_month_fits_date,
        judul="Bulan pada nomor SOP sama dengan bulan pembuatannya.",
        penjelasan=(
            "Kode bulan II pada dokumen yang dibuat bulan Januari berarti salah satunya keliru."
        ),
        saran="periksa apakah kode bulan atau tanggalnya yang perlu diperbaiki.",
    ),
    Aturan(
        "nomor-sop-kode-berbeda",
        "rendah",
        number_code_is_spelt_alike,
        judul="Kode pada nomor SOP ditulis sama di seluruh dinas.",
        penjelasan=(
            "Dibandingkan dengan ejaan kode yang paling banyak dipakai pada nomor SOP dinas yang "
            "sama."
        ),
        saran="periksa apakah kodenya salah ketik.",
    ),
    Aturan(
        "nomor-luar-deret",
        "rendah",
        number_fits_series,
        judul="Nomor urut SOP satu unit berdekatan.",
        penjelasan=(
            "Unit yang menomori SOP-nya 52, 53, 55 dan 56 jarang memberi nomor 34; angkanya "
            "mungkin salah baca atau salah ketik."
        ),
        saran="periksa apakah nomor urutnya benar.",
    ),
)
