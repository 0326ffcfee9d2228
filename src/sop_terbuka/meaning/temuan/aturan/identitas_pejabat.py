"""Findings about whoever signed: names and numbers that differ or cannot be."""

import re
from collections.abc import Iterator

from ....data.model.instansi import Pejabat
from ....data.model.sop import Sop
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import quoted

# Scans read "NIP" as "PBBIP" and the like.
_NIP = re.compile(r"(?:NIP|[A-Z]{0,3}BIP)[^0-9]{0,5}(?P<number>[\d ]{10,30})", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:Dr|Drs|Dra|Ir|H|Hj)\.|,\s*(?:S|M|A)\.?\s?[A-Z][A-Za-z]*\b|\b(?:S|M)\.(?:[A-Z][a-z]*\.?)+"
)
_LENGTH = 18
# Nobody becomes a civil servant younger than 16.
_YOUNGEST = 16


def _signature(sop: Sop) -> str:
    signed = sop.dokumen.disahkan_oleh
    return signed.tertulis if signed else ""


def written_nip(sop: Sop) -> str | None:
    """The digits of the signer's NIP as the document has them."""
    match = _NIP.search(_signature(sop))
    return re.sub(r"\s", "", match["number"]) if match else None


def written_name(sop: Sop, post: str) -> str | None:
    """What stands between the post and the NIP."""
    text = _signature(sop)
    match = _NIP.search(text)
    if not match:
        return None
    before = text[: match.start()].strip(" ,.-")
    # The name follows the last word that also belongs to the post ("Kepala Dinas ... Kota ...").
    post_words = {word.lower() for word in re.findall(r"[A-Za-z]+", post)}
    words = before.split()
    for n in range(len(words) - 1, -1, -1):
        if words[n].strip(",.").lower() in post_words | {
            "dinas",
            "kantor",
            "kepala",
            "kabupaten",
            "kota",
        }:
            return " ".join(words[n + 1 :]).strip(" ,") or None
    return None


def _official(k: Konteks, sop: Sop) -> Pejabat | None:
    signed = sop.dokumen.disahkan_oleh
    office = k.catalog.instansi.get(sop.instansi)
    if not signed or not office:
        return None
    return next((p for p in office.pejabat if p.id == signed.pejabat), None)


def _letters(name: str) -> str:
    # Titles are written in many ways; only the name itself is compared.
    bare = re.sub(
        r"\b(?:Dr|DR|H|Hj|Ir|Drs|S\.?\s?Pd|M\.?\s?S[Ii]|MSM|M\.?M|S\.?H|S\.?E)\b\.?", " ", name
    )
    return re.sub(r"[^a-z]", "", bare.lower())


def _where(k: Konteks, sop: Sop, words: str) -> Bukti:
    return Bukti("Disahkan oleh", words, k.lines(sop).find(words), sop.id)


def signer_is_named(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The signature names a person with a NIP."""
    text = _signature(sop)
    if text and not _NIP.search(text):
        # A degree or title in front or behind is only written with a name.
        lacking = "tanpa NIP" if _TITLED.search(text) else "tanpa nama dan NIP"
        yield Hasil(
            f"Kotak pengesahan hanya berisi {quoted(text)}, {lacking}.",
            (_where(k, sop, text),),
        )


def signer_is_spelt_alike(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The signer's name is spelt as the office's data spell it; titles do not count."""
    official = _official(k, sop)
    name = written_name(sop, official.jabatan) if official else None
    if official and name and _letters(name) != _letters(official.nama):
        yield Hasil(
            f"Nama pejabat pengesah tertulis {quoted(name)}; pada data dinas "
            f"{quoted(official.nama)}.",
            (_where(k, sop, name),),
        )


def nip_is_alike(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The signer's NIP is the one in the office's data."""
    official, nip = _official(k, sop), written_nip(sop)
    if official and official.nip and nip and nip != re.sub(r"\D", "", official.nip):
        yield Hasil(
            f"NIP pejabat pengesah tertulis {nip}; pada data dinas {official.nip}.",
            (_where(k, sop, nip),),
        )


def nip_is_possible(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A NIP has 18 digits, a possible birthday and a possible first month of work."""
    nip = written_nip(sop)
    if nip and (reason := impossible(nip)):
        yield Hasil(f"NIP {nip} tidak berbentuk NIP: {reason}.", (_where(k, sop, nip),))


def impossible(nip: str) -> str | None:
    """Why digits cannot be a NIP, in words; None when they can."""
    if len(nip) != _LENGTH:
        return f"terdiri dari {len(nip)} angka, seharusnya {_LENGTH}"
    born_year, born_month, born_day = int(nip[:4]), int(nip[4:6]), int(nip[6:8])
    work_year, work_month = int(nip[8:12]), int(nip[12:14])
    if not 1 <= born_month <= 12 or not 1 <= born_day <= 31:
        return f"tanggal lahir {nip[6:8]}-{nip[4:6]}-{nip[:4]} tidak ada"
    # A first month of 21 and more marks contract employees (PPPK), whose numbers differ.
    if not 1 <= work_month <= 12 and work_month != 21:
        return f"bulan mulai bekerja {nip[12:14]} tidak ada"
    if work_year - born_year < _YOUNGEST:
        age = work_year - born_year
        return f"lahir {born_year} dan mulai bekerja {work_year}, selisihnya {age} tahun"
    if nip[14] not in "12":
        return f"angka jenis kelamin {nip[14]} bukan 1 atau 2"
    return None


ATURAN = (
    Aturan(
        "pengesah-tanpa-nama",
        "sedang",
        signer_is_named,
        judul="Pengesahan menyebut nama dan NIP pejabatnya.",
        penjelasan="Jabatan saja tidak menunjukkan siapa yang mengesahkan dokumen.",
        saran="periksa apakah dokumen aslinya sudah ditandatangani.",
    ),
    Aturan(
        "nama-pejabat-berbeda",
        "sedang",
        signer_is_spelt_alike,
        judul="Nama pejabat ditulis sama di semua dokumen.",
        penjelasan=(
            "Dibandingkan dengan nama pada data dinas. Perbedaannya dapat berasal dari salah ketik "
            "atau salah baca pindaian."
        ),
        saran="periksa apakah nama pada dokumen aslinya sudah benar.",
    ),
    Aturan(
        "nip-pejabat-berbeda",
        "sedang",
        nip_is_alike,
        judul="NIP pejabat ditulis sama di semua dokumen.",
        penjelasan="Dibandingkan dengan NIP pada data dinas. Spasi tidak dihitung.",
        saran="periksa apakah NIP pada dokumen aslinya sudah benar.",
    ),
    Aturan(
        "nip-bentuk-salah",
        "sedang",
        nip_is_possible,
        judul="NIP berbentuk 18 angka dengan tanggal yang mungkin.",
        penjelasan=(
            "NIP tersusun dari tanggal lahir (8), bulan mulai bekerja (6), jenis kelamin (1) dan "
            "nomor urut (3)."
        ),
        saran="periksa apakah ada angka yang berlebih atau tertukar.",
    ),
)
