"""What the official document says, worked out once for every writer.

Empty texts and empty lists stand for what the source does not have: writers leave room for a pen.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ....data.model import SELESAI, TOLAK, Langkah, Sop
from ....data.plain import written
from ....data.tanggal import in_words
from ....data.targets import row_of
from ....meaning.graph import columns
from ....meaning.kata_alur import END_WORDS, Kata, merged_with
from ....meaning.layanan import Gambar, Layanan
from ....meaning.rincian import details
from ...drawing.matrix import Layout, arranged
from ...drawing.matrix.note import notes
from ...output import Edition
from ...words import STATUS_SOP
from .signature import Pengesahan, signature
from .worksheet import Lembar, worksheets

JUDUL = "Standar Operasional Prosedur Administrasi Pemerintahan (SOP-AP)"
KOLOM_MUTU = ("Kelengkapan", "Waktu", "Output")
# The narrowest lane on any paper, in units of the layout: labels set for it fit on all of them.
LANE_WIDTH = 70.0
TANPA_IDENTITAS = (
    "Dokumen sumber tidak memuat halaman identitas. Garis kosong di atas diisi oleh dinas."
)


@dataclass(frozen=True)
class Isian:
    """One labelled field of the identity block."""

    label: str
    isi: str


@dataclass(frozen=True)
class Kotak:
    """One box of lists below the identity fields."""

    judul: str
    butir: tuple[str, ...]


@dataclass(frozen=True)
class Baris:
    """One row of the matrix: a step."""

    nomor: str
    kegiatan: str
    keterangan_alur: tuple[str, ...]
    kelengkapan: tuple[str, ...]
    waktu: str
    output: tuple[str, ...]
    keterangan: str
    gambar: str
    gabung: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kaki:
    """The foot of every page: what this print was made from and where the newest one is."""

    versi: str
    status: str
    alamat: str


@dataclass(frozen=True)
class Isi:
    """The whole document; its `repr` names everything that goes into it."""

    id: str
    nama: str
    judul: str
    instansi: str
    logo: Gambar | None
    kop: tuple[str, ...]
    unit: str
    identitas: tuple[Isian, ...]
    pengesahan: Pengesahan
    nama_sop: str
    kotak: tuple[tuple[Kotak, Kotak], ...]
    catatan_identitas: str
    pelaksana: tuple[str, ...]
    kelompok: tuple[tuple[str, int], ...]
    baris: tuple[Baris, ...]
    tanpa_langkah: str
    catatan: tuple[str, ...]
    lembar: tuple[Lembar, ...]
    kaki: Kaki
    tata_letak: Layout
    kata_lambang: tuple[str, ...]
    rekaman: str = ""


def with_record(layanan: Layanan, edition: Edition) -> Isi:
    """The document, and the SOP's own data that its file carries."""
    record = json.dumps(written(layanan.sop), ensure_ascii=False, separators=(",", ":"))
    return replace(content(layanan, edition), rekaman=record)


def content(layanan: Layanan, edition: Edition) -> Isi:
    """The document of one SOP; the edition stands in the foot of every page."""
    sop, office = layanan.sop, layanan.instansi
    papers = sop.dokumen
    layout = arranged(sop, LANE_WIDTH)
    approved = papers.disahkan_oleh
    return Isi(
        id=sop.id,
        nama=sop.nama_sop or sop.nama,
        judul=f"SOP-AP {sop.nama_sop or sop.nama}",
        instansi=office.nama,
        logo=layanan.logo,
        kop=tuple(papers.kop),
        unit=papers.unit_tertulis or "",
        identitas=tuple(_identity(sop)),
        pengesahan=signature(approved.tertulis if approved else "", office),
        nama_sop=sop.nama_sop or "",
        kotak=_boxes(sop),
        catatan_identitas="" if _has_identity(sop) else TANPA_IDENTITAS,
        pelaksana=tuple(actor.nama for actor in columns(sop)),
        kelompok=_groups(sop),
        baris=tuple(_rows(sop, layout)),
        tanpa_langkah=_without_steps(sop),
        catatan=tuple(_notes(sop)),
        lembar=worksheets(sop),
        kaki=Kaki(f"Versi {edition.versi}", STATUS_SOP[sop.status], edition.alamat),
        tata_letak=layout,
        kata_lambang=tuple(_symbol_words(sop, layout)),
    )


def _groups(sop: Sop) -> tuple[tuple[str, int], ...]:
    """The heads above the lanes' own and how many lanes each covers; none where there are none."""
    names = [actor.kelompok or "" for actor in columns(sop)]
    if not any(names):
        return ()
    found: list[tuple[str, int]] = []
    for name in names:
        if name and found and found[-1][0] == name:
            found[-1] = name, found[-1][1] + 1
        else:
            found.append((name, 1))
    return tuple(found)


def _identity(sop: Sop) -> Iterator[Isian]:
    papers = sop.dokumen
    yield Isian("Nomor SOP", papers.nomor or "")
    # Not fields of the official form; only some documents have them.
    for label, value in (
        ("Nomor keputusan", papers.nomor_sk),
        ("Kode klasifikasi", papers.kode_klasifikasi),
        ("Revisi", papers.revisi_ke),
        ("Halaman", papers.halaman),
    ):
        if value:
            yield Isian(label, value)
    dates = {
        "Tanggal pembuatan": papers.tanggal_pembuatan,
        "Tanggal revisi": papers.tanggal_revisi,
        "Tanggal efektif": papers.tanggal_efektif,
    }
    # Not a field of the official form; only some documents have it.
    if papers.tanggal_pengesahan:
        dates["Tanggal pengesahan"] = papers.tanggal_pengesahan
    for label, date in dates.items():
        yield Isian(label, in_words(date) if date else "")
    for label, signers in (
        ("Disusun oleh", papers.disusun_oleh),
        ("Diperiksa oleh", papers.diperiksa_oleh),
    ):
        for signed in signers:
            yield Isian(label, signed.tertulis)


def _has_identity(sop: Sop) -> bool:
    papers = sop.dokumen
    return bool(papers.kop or papers.nomor or papers.disahkan_oleh or sop.nama_sop)


def _boxes(sop: Sop) -> tuple[tuple[Kotak, Kotak], ...]:
    return (
        (
            Kotak("Dasar hukum", tuple(basis.tertulis for basis in sop.dasar_hukum)),
            Kotak("Kualifikasi pelaksana", tuple(sop.kualifikasi_pelaksana)),
        ),
        (
            Kotak("Keterkaitan", tuple(item.teks for item in sop.keterkaitan)),
            Kotak("Peralatan/perlengkapan", tuple(sop.peralatan)),
        ),
        (
            Kotak("Peringatan", tuple(sop.peringatan)),
            Kotak("Pencatatan dan pendataan", tuple(sop.pencatatan)),
        ),
    )


def _without_steps(sop: Sop) -> str:
    if sop.langkah:
        return ""
    return sop.tanpa_langkah or "Dokumen sumber tidak memuat tabel langkah."


def _notes(sop: Sop) -> Iterator[str]:
    for note in notes(sop):
        yield Markup(note).striptags()
    if sop.waktu_total_tertulis:
        yield f"Waktu seluruhnya menurut dokumen: {sop.waktu_total_tertulis}."


def _rows(sop: Sop, layout: Layout) -> Iterator[Baris]:
    numbers = {step.id: n for n, step in enumerate(sop.langkah, start=1)}
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    words = Kata(sop, layout.flow)
    for n, step in enumerate(sop.langkah, start=1):
        who = " dan ".join(names[actor] for actor in dict.fromkeys(step.pelaksana))
        kind = layout.flow.symbols[layout.flow.in_row(n - 1)[0]].kind
        said = words.row(n - 1) if step.simbol else ()
        is_said = not step.simbol or words.says_nothing_new(n - 1)
        picture = "; ".join(one.kalimat.rstrip(".") for one in said) or f"{kind}, {who}"
        yield Baris(
            nomor=str(n),
            kegiatan=step.kegiatan,
            keterangan_alur=(
                *details(sop, step),
                *(
                    _ways_on(step, n, numbers)
                    if is_said
                    else (*(one.kalimat for one in said), *_written_number(step, n))
                ),
            ),
            kelengkapan=tuple(step.kelengkapan),
            waktu=step.waktu or "",
            output=tuple(step.output),
            keterangan=step.keterangan or "",
            gambar=f"Langkah {n}: {picture}",
            gabung=tuple(
                key for key in step.gabung if merged_with(sop.langkah, n - 1, key) is not None
            ),
        )


def _symbol_words(sop: Sop, layout: Layout) -> Iterator[str]:
    """What each symbol is, for those who do not see it."""
    words = Kata(sop, layout.flow)
    for n, symbol in enumerate(layout.flow.symbols):
        yield f"Langkah {symbol.row + 1}: {words.symbol(n).kalimat}"


def _ways_on(step: Langkah, n: int, numbers: dict[str, int]) -> Iterator[str]:
    """In words what the arrows say; nothing where the next row simply follows."""
    if step.keputusan:
        yes, no = (_target(t, n, numbers) for t in (step.keputusan.ya, step.keputusan.tidak))
        yield f"{step.keputusan.pertanyaan} Ya: {yes}. Tidak: {no}."
    elif step.berikut == TOLAK:
        yield "Ditolak, proses berhenti."
    elif step.berikut and step.berikut != SELESAI and numbers[row_of(step.berikut)] != n + 1:
        words = _target(step.berikut, n, numbers)
        is_later = numbers[row_of(step.berikut)] > n
        yield (f"Lanjut {words}." if is_later else f"{words.capitalize()}.")
    yield from _written_number(step, n)


def _written_number(step: Langkah, n: int) -> Iterator[str]:
    written = step.nomor_tertulis
    if written is not None and written != str(n):
        yield f"Nomor pada dokumen: {written}." if written else "Tidak bernomor pada dokumen."


def _target(target: str, n: int, numbers: dict[str, int]) -> str:
    if target in END_WORDS:
        return END_WORDS[target]
    number = numbers[row_of(target)]
    return f"{'kembali ke' if number <= n else 'ke'} langkah {number}"
