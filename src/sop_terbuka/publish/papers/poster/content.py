"""What stands on a service's poster: the parts of its standard that applicants are promised.

UU 25/2009 wants every office to display the standard of each service. Only what the sources state
stands here; what they do not state is said to be so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....meaning.applicant import WAITING, Bagian, LangkahAnda
from ....meaning.fakta import Fakta
from ....meaning.kontak import tappable
from ....meaning.layanan import Gambar, Layanan
from ....meaning.syarat import KelompokSyarat
from ...output import Edition
from ...words import DASAR, STATUS_SOP
from ..asked import how
from ..listed import SILENT, Butir, Kelompok

_FEW_LETTERS = 20


@dataclass(frozen=True)
class Jawaban:
    """One of the first answers: a few large words, and small ones that add to them."""

    nama: str
    nilai: str
    rincian: str


@dataclass(frozen=True)
class Baris:
    """One line at the foot: where, when, how to reach whom."""

    nama: str
    isi: tuple[str, ...]


@dataclass(frozen=True)
class Poster:
    """Everything that stands on the sheet; its `repr` names all that goes into it."""

    nama: str
    ringkasan: str
    instansi: str
    logo: Gambar | None
    siapa: tuple[str, ...]
    jawaban: tuple[Jawaban, ...]
    syarat: tuple[Kelompok, ...]
    catatan_syarat: tuple[str, ...]
    langkah: tuple[Butir, ...]
    catatan_langkah: str
    tempat: tuple[Baris, ...]
    pengaduan: tuple[Baris, ...]
    status: str
    alamat: str
    tanggal: str


def poster(layanan: Layanan, edition: Edition) -> Poster:
    """The poster of one service."""
    sop = layanan.sop
    own = [group for group in layanan.syarat if group.golongan != "daerah-lain"]
    return Poster(
        nama=sop.nama,
        ringkasan=sop.ringkasan,
        instansi=layanan.instansi.nama,
        logo=layanan.logo,
        siapa=layanan.siapa or (f"Untuk {', '.join(layanan.audiens)}.",),
        jawaban=(
            _answer("Waktu", layanan.waktu),
            _answer("Biaya", layanan.biaya),
            _answer("Hasil", layanan.hasil),
        ),
        syarat=tuple(_group(group) for group in own),
        catatan_syarat=tuple(_notes(layanan, own)),
        langkah=tuple(step for part in layanan.langkah_anda for step in _steps(part)),
        catatan_langkah=_rewritten(layanan),
        tempat=tuple(_places(layanan)),
        pengaduan=tuple(_complaints(layanan)),
        status=STATUS_SOP[sop.status],
        alamat=edition.alamat,
        tanggal=edition.tanggal,
    )


def _answer(name: str, fact: Fakta) -> Jawaban:
    return Jawaban(name, fact.nilai, " ".join(filter(None, (fact.rincian, fact.catatan))))


def _group(group: KelompokSyarat) -> Kelompok:
    is_of_variant = group.golongan == "varian"
    items = tuple(
        Butir(
            asked.syarat.berkas,
            how(asked, is_of_variant),
            asked.syarat.catatan or "",
            is_pilihan=bool(asked.syarat.salah_satu),
        )
        for asked in group.permintaan
    )
    return Kelompok(group.judul, group.keterangan, items)


def _notes(layanan: Layanan, own: Sequence[KelompokSyarat]) -> Iterator[str]:
    """Who asks for the requirements, and what the sheet leaves to the page."""
    kinds = dict.fromkeys(
        DASAR[origin.jenis][0]
        for group in own
        for asked in group.permintaan
        for origin in asked.asal
    )
    if kinds:
        yield f"Asal syarat: {', '.join(kinds)}."
    # A sheet on the office's own wall must not ask for what the office itself does not ask for.
    if elsewhere := sum(
        len(group.permintaan) for group in layanan.syarat if group.golongan == "daerah-lain"
    ):
        yield f"{elsewhere} hal yang hanya disebut di sumber lain ada pada halaman layanan."


def _steps(part: Bagian) -> Iterator[Butir]:
    """The applicant's own steps with their numbers, and the office's between them."""
    if isinstance(part, LangkahAnda):
        when = f"untuk {', '.join(part.untuk)}" if part.untuk else ""
        details = ", ".join(filter(None, (part.waktu, when)))
        yield Butir(part.kalimat, _aside(details), nomor=str(part.urutan))
        return
    first, *others = part.kalimat or (WAITING,)
    yield Butir(first, _aside(part.waktu.teks))
    for sentence in others:
        yield Butir(sentence)


def _aside(words: str) -> str:
    """Words in brackets; a few of them stay in one line, which `5 menit` is read in."""
    kept = words.replace(" ", "\N{NO-BREAK SPACE}") if len(words) <= _FEW_LETTERS else words
    return f" ({kept})" if words else ""


def _rewritten(layanan: Layanan) -> str:
    if any(step.untuk_pemohon for step in layanan.sop.langkah):
        return "Kalimat langkah ditulis ulang agar mudah dibaca."
    return ""


def _places(layanan: Layanan) -> Iterator[Baris]:
    place = layanan.tempat
    yield Baris("Tempat", tuple(filter(None, (place.nilai, place.rincian))))
    yield Baris("Jam", layanan.jam or (SILENT,))
    if doors := [": ".join(filter(None, (d.nama, d.url))) for d in layanan.sop.kanal]:
        yield Baris("Daring", tuple(doors))
    if reach := tappable(layanan.kontak):
        yield Baris("Kontak", tuple(item.teks for item in reach))


def _complaints(layanan: Layanan) -> Iterator[Baris]:
    own = layanan.sop.pengaduan
    if own:
        yield Baris("", tuple(own.isi))
    for item in layanan.pengaduan:
        yield Baris(item.nama, (item.teks,))
    if not own and not layanan.pengaduan:
        yield Baris("", (SILENT,))
