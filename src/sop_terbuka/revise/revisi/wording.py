"""What a record says in a few words, so that a change shows what was and what is."""

from collections.abc import Callable
from urllib.parse import urlsplit

from pydantic import BaseModel

from ...data.model import (
    BagianLain,
    BukanDiSini,
    BukanWaktuTunggu,
    Definisi,
    Jam,
    Komponen,
    PenandaTangan,
    PerubahanNilai,
    SalahSatu,
    Siapa,
    Sublangkah,
    Tarif,
    TempatLayanan,
    TemuanPembaca,
)
from ...data.model.dasar import Dasar, Koreksi, Sumber
from ...data.model.formulir import DasarFormulir, TampilBila
from ...data.model.instansi import Kontak, Pejabat, SaluranPengaduan
from ...data.model.pelayanan import Kanal, Tempat
from ...data.tanggal import in_words
from ...data.uang import rupiah


def link(url: str) -> str:
    """A link as text with its host in front: the host decides where it leads."""
    return f"{urlsplit(url).hostname or 'tanpa nama situs'} ({url})"


def said(value: object) -> str:
    """A value in a few words."""
    words = _WORDS.get(type(value))
    if words:
        return words(value)
    if isinstance(value, list | tuple):
        return "; ".join(said(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {said(item)}" for key, item in value.items())
    if isinstance(value, BaseModel):
        return said(value.model_dump(exclude_defaults=True))
    return str(value)


def _hours(item: Jam) -> str:
    rest = f", istirahat {item.istirahat}" if item.istirahat else ""
    what = ", ".join(part for part in (item.untuk, item.tempat) if part)
    return f"{', '.join(item.hari)} {item.buka}-{item.tutup}{rest}" + (f" ({what})" if what else "")


def _tariff(item: Tarif) -> str:
    amount = "" if item.jumlah is None else f": {rupiah(item.jumlah)}"
    unit = f" {item.satuan}" if item.satuan else ""
    kinds = f" ({', '.join(item.untuk)})" if item.untuk else ""
    return f"{item.uraian}{kinds}{amount}{unit}"


def _choice(item: SalahSatu) -> str:
    how = ", ".join(part for part in (item.bentuk, item.jumlah) if part)
    return item.berkas + (f" ({how})" if how else "") + (f", bila {item.bila}" if item.bila else "")


def _change(item: PerubahanNilai) -> str:
    old, new = item.dari or "belum ada", item.menjadi or "dihapus"
    return f"{item.pada}: {old} menjadi {new}, {in_words(item.tanggal)}"


def _elsewhere(item: BukanDiSini) -> str:
    more = ", ".join(part for part in (item.url and link(item.url), item.sop) if part)
    words = f"{item.untuk}: {item.ke}" + (f" ({more})" if more else "")
    return f"{words}. {item.catatan}" if item.catatan else words


def _seen(item: TemuanPembaca) -> str:
    quoted = f" “{item.kutipan}”" if item.kutipan else ""
    advice = f" Saran: {item.saran}" if item.saran else ""
    return f"{item.pada}{quoted}: {item.kata} ({item.tingkat}){advice}"


def _when(item: TampilBila) -> str:
    if item.terisi:
        return f"“{item.isian}” {'diisi' if item.terisi == 'ya' else 'dikosongkan'}"
    options = [item.sama_dengan] if item.sama_dengan else item.salah_satu
    return f"“{item.isian}” dijawab {' atau '.join(f'“{option}”' for option in options)}"


def _basis(item: Dasar) -> str:
    kinds = {"sop": "dokumen SOP", "dinas": "laman dinas", "praktik": "praktik di tempat lain"}
    parts = [item.nama or item.peraturan or kinds.get(item.jenis, item.jenis)]
    if isinstance(item, DasarFormulir) and item.sop:
        parts.append(item.sop)
    if item.pasal:
        parts.append(item.pasal)
    if item.langkah:
        parts.append(f"langkah {item.langkah}")
    if item.baris:
        parts.append(f"baris {item.baris}")
    if item.url:
        parts.append(link(item.url))
    if item.sebagian == "ya":
        parts.append("terlihat sebagian")
    if item.catatan:
        parts.append(item.catatan)
    return ", ".join(parts)


def _reached(item: Kontak) -> str:
    more = [part for part in (item.tempat, item.untuk, item.url and link(item.url)) if part]
    return f"{item.jenis}: {item.nilai}" + (f", {', '.join(more)}" if more else "")


def _complaint(item: SaluranPengaduan) -> str:
    rest = item.model_dump(exclude_defaults=True, exclude={"id", "nama", "nilai", "dasar", "url"})
    more = [said(value) for value in rest.values()]
    if url := getattr(item, "url", None):
        more.append(link(url))
    return ", ".join([f"{item.nama}: {item.nilai}", *more])


def _official(item: Pejabat) -> str:
    numbers = [f"{key} {value}" for key, value in (("NIP", item.nip), ("NRP", item.nrp)) if value]
    return ", ".join([f"{item.jabatan}: {item.nama}", *numbers, *filter(None, [item.periode])])


def _place(item: TempatLayanan) -> str:
    return ", ".join([item.nama, *filter(None, [item.alamat]), *map(_reached, item.kontak)])


def _source(item: Sumber) -> str:
    lines = [item.baris, *item.baris_lain]
    return f"{item.berkas}, baris " + ", ".join(f"{first}-{last}" for first, last in lines)


_WORDS: dict[type, Callable[..., str]] = {
    BagianLain: lambda item: f"{item.judul}: {'; '.join(item.isi)}",
    BukanDiSini: _elsewhere,
    BukanWaktuTunggu: lambda item: f"{item.alasan} ({said(item.dasar)})",
    Definisi: lambda item: f"{item.istilah}: {item.arti}",
    Jam: _hours,
    Komponen: lambda item: "; ".join(item.isi),
    PenandaTangan: lambda item: (
        item.tertulis + (f", {in_words(item.tanggal)}" if item.tanggal else "")
    ),
    PerubahanNilai: _change,
    SalahSatu: _choice,
    Siapa: lambda item: item.teks + (f" ({', '.join(item.untuk)})" if item.untuk else ""),
    Sublangkah: lambda item: f"{item.nomor_tertulis or ''} {item.teks}".strip(),
    TampilBila: _when,
    Tarif: _tariff,
    TempatLayanan: _place,
    TemuanPembaca: _seen,
    Dasar: _basis,
    DasarFormulir: _basis,
    Kanal: lambda item: item.nama + (f": {link(item.url)}" if item.url else ""),
    Kontak: _reached,
    SaluranPengaduan: _complaint,
    Pejabat: _official,
    Koreksi: lambda item: f"{item.pada}: “{item.tertulis}” menjadi “{item.menjadi}”, {item.alasan}",
    Sumber: _source,
    Tempat: lambda item: ", ".join(filter(None, (item.nama, item.loket, item.alamat))),
}
