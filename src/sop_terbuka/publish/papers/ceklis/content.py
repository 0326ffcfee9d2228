"""What stands on a service's checklist: what to bring, and what one asks before leaving home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....meaning import kunjungan
from ....meaning.fakta import Fakta, fee, time
from ....meaning.kontak import tappable
from ....meaning.layanan import Layanan
from ....meaning.syarat import KelompokSyarat, Permintaan
from ...output import Edition
from ..asked import how
from ..listed import SILENT, Butir, Kelompok


@dataclass(frozen=True)
class Baris:
    """One line of the table: what is asked, the answers, and the answers in short for the slip."""

    nama: str
    isi: tuple[str, ...]
    singkat: str


@dataclass(frozen=True)
class FormulirAda:
    """A form of the service and where it is filled in."""

    judul: str
    alamat: str


@dataclass(frozen=True)
class Slip:
    """What one slip is for and holds; a service without variants has one, for everyone."""

    untuk: str
    kelompok: tuple[Kelompok, ...]
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class Ceklis:
    """Everything that stands on the paper; its `repr` names all that goes into it."""

    nama: str
    ringkasan: str
    instansi: str
    kelompok: tuple[Kelompok, ...]
    formulir: tuple[FormulirAda, ...]
    baris: tuple[Baris, ...]
    slip: tuple[Slip, ...]
    alamat: str
    tanggal: str


def checklist(layanan: Layanan, edition: Edition) -> Ceklis:
    """The checklist of one service."""
    return Ceklis(
        nama=layanan.sop.nama,
        ringkasan=layanan.sop.ringkasan,
        instansi=layanan.instansi.nama,
        kelompok=tuple(_group(group, group.golongan == "varian") for group in layanan.syarat),
        formulir=tuple(_forms(layanan, edition.alamat)),
        baris=tuple(_facts(layanan)),
        slip=tuple(_slips(layanan)),
        alamat=edition.alamat,
        tanggal=edition.tanggal,
    )


def _slips(layanan: Layanan) -> Iterator[Slip]:
    if layanan.kunjungan is None:
        groups = tuple(_group(group, group.golongan == "varian") for group in layanan.syarat)
        yield Slip("", groups, tuple(_facts(layanan)))
        return
    for choice in layanan.kunjungan.pilihan:
        own = kunjungan.groups_of(layanan.syarat, choice.id)
        of_variant = replace(
            layanan,
            biaya=fee(layanan.sop, choice.id),
            waktu=time(layanan.lama, choice.nama),
        )
        yield Slip(
            choice.nama,
            tuple(_group(group, is_of_variant=True) for group in own),
            tuple(_facts(of_variant)),
        )


def _group(group: KelompokSyarat, is_of_variant: bool) -> Kelompok:
    items = tuple(_item(asked, is_of_variant) for asked in group.permintaan)
    return Kelompok(group.judul, group.keterangan, items)


def _item(asked: Permintaan, is_of_variant: bool) -> Butir:
    # In small stands who asks for it.
    item = asked.syarat
    source = " ".join(_said(item.catatan, f"Dasar: {asked.asal_teks}."))
    return Butir(item.berkas, how(asked, is_of_variant), source)


def _forms(layanan: Layanan, address: str) -> Iterator[FormulirAda]:
    """The service's forms with their addresses, full where the page's is."""
    site = address.rstrip("/").removesuffix(layanan.id)
    for form in layanan.formulir:
        yield FormulirAda(form.judul, f"{site}formulir/{form.id}/")


def _facts(layanan: Layanan) -> Iterator[Baris]:
    """Who, fee, time, result, place, hours, contact, doors, complaints; silence is said as such."""
    if layanan.siapa:
        yield _list("Untuk", layanan.siapa)
    yield _line("Biaya", layanan.biaya)
    yield _line("Waktu", layanan.waktu)
    yield _line("Hasil", layanan.hasil)
    yield _line("Tempat", layanan.tempat)
    yield _list("Jam", layanan.jam)
    reach = [item.teks for item in tappable(layanan.kontak)]
    if reach:
        yield _list("Kontak", reach)
    if layanan.sop.kanal:
        doors = [": ".join(_said(door.nama, door.url)) for door in layanan.sop.kanal]
        yield _list("Daring", doors)
    yield _list("Pengaduan", [f"{item.nama}: {item.teks}" for item in layanan.pengaduan])


def _list(name: str, said: Sequence[str]) -> Baris:
    return Baris(name, tuple(said) or (SILENT,), "; ".join(said) or SILENT)


def _line(name: str, fact: Fakta) -> Baris:
    # "Tidak disebut" goes on as a sentence; a value ends one.
    joint = " " if fact.rincian[:1].islower() else ". "
    whole = joint.join(_said(fact.nilai.rstrip("."), fact.rincian))
    short = fact.nilai if fact.disebut else whole
    return Baris(name, _said(whole, fact.catatan), short)


def _said(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
