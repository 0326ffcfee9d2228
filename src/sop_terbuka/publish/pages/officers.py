"""What the page of a service holds for officers and reviewers: folded, one line on each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...data.model import LembarKerja, Sop
from ...data.model.lembar import ButirLembar
from ...data.tanggal import in_words
from ...meaning.hukum import DasarTerbaca, short_title
from ...meaning.layanan import Layanan
from ...meaning.temuan import Temuan
from ...revise.riwayat import Entri
from ..drawing.matrix import arranged, legend, matrix
from ..outputs import downloads
from ..page import Judul
from ..render import relative
from ..words import STATUS_PERATURAN, STATUS_SOP
from .mutu import findings_address
from .paper_rows import change_lines, identity_rows, section_rows
from .recent import Perubahan, recent, summary
from .sections import Tautan


@dataclass(frozen=True)
class Lipatan:
    """A folded section: its heading, and one line that says what is inside."""

    id: str
    judul: str
    ringkas: str


@dataclass(frozen=True)
class Baris:
    """One row; a link without an address is only its words, a row without any is silent."""

    judul: str
    isi: tuple[Tautan, ...]


@dataclass(frozen=True)
class Daftar:
    """A list under its own name."""

    judul: str
    butir: tuple[str, ...]


@dataclass(frozen=True)
class Alur:
    """The flow as a table and as a picture, and the step list where the document has only that."""

    lipatan: Lipatan
    matriks: Markup
    keterangan: Markup
    gambar: tuple[int, int] | None
    unduhan: tuple[Tautan, ...]
    catatan: tuple[str, ...]
    daftar: tuple[Daftar, ...]


@dataclass(frozen=True)
class Hukum:
    """One legal basis with the status of the regulation that it means."""

    status: str
    nama: str
    alamat: str
    tertulis: str
    kini: tuple[Tautan, ...]
    keyakinan: str
    catatan: str = ""


@dataclass(frozen=True)
class OfficerPart:
    """Everything on the page that is for officers and reviewers, in order."""

    alur: Alur
    dasar_hukum: Lipatan
    hukum: tuple[Hukum, ...]
    dokumen: Lipatan
    baris_dokumen: tuple[Baris, ...]
    lembar_kerja: tuple[Baris, ...]
    data: Lipatan
    baris_data: tuple[Baris, ...]
    riwayat: Lipatan
    entri: tuple[Perubahan, ...]


HEADINGS = (
    Judul("petugas", "Untuk petugas dan pemeriksa"),
    Judul("alur", "Alur lengkap"),
    Judul("dasar-hukum", "Dasar hukum"),
    Judul("dokumen", "Dokumen dan pelaksanaan"),
    Judul("data", "Tentang data ini"),
)
HISTORY = Judul("riwayat", "Riwayat perubahan")


def officer_headings(has_history: bool) -> tuple[Judul, ...]:
    """The headings of the folded part, known without working it out."""
    return (*HEADINGS, HISTORY) if has_history else HEADINGS


def officer_part(
    layanan: Layanan,
    sizes: Mapping[str, int],
    picture: tuple[int, int] | None,
    findings: Sequence[Temuan],
    entries: Sequence[Entri],
    comparison: str,
    line: str = "",
) -> OfficerPart:
    """The folded part of one service's page; `picture` is the size of its flowchart.

    `line` is where its line in the office's register stands.
    """
    sop = layanan.sop
    return OfficerPart(
        alur=_flow(layanan, sizes, picture),
        dasar_hukum=_folded("dasar-hukum", _law_summary(layanan.dasar_hukum)),
        hukum=tuple(_law(basis) for basis in layanan.dasar_hukum),
        dokumen=_folded("dokumen", _paper_summary(layanan, sizes)),
        baris_dokumen=tuple(_paper_rows(layanan, sizes, line)),
        lembar_kerja=tuple(_worksheet(sop.lembar_kerja, bool(sop.langkah))),
        data=_folded("data", _data_summary(layanan, findings)),
        baris_data=tuple(_data_rows(layanan, findings, comparison)),
        riwayat=_folded("riwayat", summary(entries)),
        entri=recent(entries),
    )


def _folded(anchor: str, summary: str) -> Lipatan:
    title = next(heading.nama for heading in (*HEADINGS, HISTORY) if heading.id == anchor)
    return Lipatan(anchor, title, summary)


def _flow(layanan: Layanan, sizes: Mapping[str, int], picture: tuple[int, int] | None) -> Alur:
    sop = layanan.sop
    layout = arranged(sop) if sop.langkah else None
    there = relative(f"{sop.id}/", "istilah/#disimpulkan")
    meaning = Markup('<a href="{}">disimpulkan</a>').format(there)
    notes = [] if sop.langkah else [sop.tanpa_langkah or "Tidak ada tabel langkah."]
    if sop.waktu_total_tertulis:
        notes.append(f"Jumlah waktu yang tertulis dalam dokumen: {sop.waktu_total_tertulis}.")
    return Alur(
        lipatan=_folded("alur", _flow_summary(layanan)),
        matriks=matrix(sop, layout, inferred=meaning) if layout else Markup(),
        keterangan=legend(layout) if layout else Markup(),
        gambar=picture,
        unduhan=tuple(
            Tautan(file.teks, file.alamat, simpan=file.simpan)
            for file in downloads(sop, sizes, "alur")
        ),
        catatan=tuple(notes),
        daftar=() if sop.langkah else tuple(_worksheet_steps(sop.lembar_kerja)),
    )


def _flow_summary(layanan: Layanan) -> str:
    sop = layanan.sop
    if not sop.langkah:
        return "tanpa tabel langkah"
    actors = {actor for step in sop.langkah for actor in step.pelaksana}
    parts = [f"{len(sop.langkah)} langkah", f"{len(actors)} pelaksana"]
    if decisions := sum(1 for step in sop.langkah if step.keputusan):
        parts.append(f"{decisions} keputusan")
    return ", ".join(parts)


def _worksheet_steps(sheet: LembarKerja | None) -> Iterator[Daftar]:
    if not sheet or not sheet.langkah:
        return
    groups = {
        "Langkah awal": sheet.langkah.awal,
        "Langkah utama": sheet.langkah.utama,
        "Langkah akhir": sheet.langkah.akhir,
    }
    for name, items in groups.items():
        if items:
            yield Daftar(name, tuple(_numbered(item) for item in items))


def _numbered(item: ButirLembar) -> str:
    return f"{item.nomor_tertulis}. {item.teks}" if item.nomor_tertulis else item.teks


def _law_summary(bases: Sequence[DasarTerbaca]) -> str:
    if not bases:
        return "tidak disebut dalam dokumen"
    counted = Counter[str](basis.peraturan.status for basis in bases if basis.peraturan)
    # What no longer stands is what a reader looks for first.
    order = [status for status in STATUS_PERATURAN if status != "berlaku"]
    odd = [f"{counted[s]} {STATUS_PERATURAN[s][0].lower()}" for s in order if counted[s]]
    words = f"{len(bases)} peraturan"
    return f"{words}: {', '.join(odd)}" if odd else words


def _law(basis: DasarTerbaca) -> Hukum:
    law = basis.peraturan
    if law is None:
        return Hukum("", "", "", basis.tertulis, (), "")
    now = tuple(Tautan(short_title(item), f"peraturan/{item.id}/") for item in basis.kini)
    return Hukum(
        law.status, short_title(law), f"peraturan/{law.id}/", basis.tertulis, now,
        law.keyakinan_status, law.catatan or "",
    )  # fmt: skip


def _paper_summary(layanan: Layanan, sizes: Mapping[str, int]) -> str:
    number = layanan.sop.dokumen.nomor
    kinds = dict.fromkeys(
        file.alamat.rpartition(".")[2].upper() for file in downloads(layanan.sop, sizes, "petugas")
    )
    parts = [f"nomor {number}" if number else "tanpa nomor", *kinds]
    return ", ".join(parts)


def _texts(items: Sequence[str]) -> tuple[Tautan, ...]:
    return tuple(Tautan(item, "") for item in items)


def _paper_rows(layanan: Layanan, sizes: Mapping[str, int], line: str) -> Iterator[Baris]:
    sop, papers = layanan.sop, layanan.sop.dokumen
    files: dict[str, list[Tautan]] = {}
    for file in downloads(sop, sizes, "petugas"):
        files.setdefault(file.sebutan, []).append(Tautan(file.teks, file.alamat))
    for name, links in files.items():
        yield Baris(name, tuple(links))
    yield Baris("Nama SOP", _texts([sop.nama_sop] if sop.nama_sop else []))
    yield Baris("Nomor SOP", _texts([papers.nomor] if papers.nomor else []))
    if line:
        yield Baris("Register", (Tautan("Baris SOP ini dalam register dinas", line),))
    for name, said in identity_rows(layanan):
        yield Baris(name, _texts(said))
    dates = {
        "Tanggal pembuatan": papers.tanggal_pembuatan,
        "Tanggal revisi": papers.tanggal_revisi,
        "Tanggal efektif": papers.tanggal_efektif,
        "Tanggal pengesahan": papers.tanggal_pengesahan,
    }
    for name, date in dates.items():
        if date:
            yield Baris(name, _texts([in_words(date)]))
    if papers.disahkan_oleh:
        yield Baris("Disahkan oleh", _texts(list(_approval(layanan))))
    if sop.unit:
        yield Baris("Unit", _texts([sop.unit]))
    for name, said in section_rows(sop):
        yield Baris(name, _texts(said))
    boxes = {
        "Kualifikasi pelaksana": sop.kualifikasi_pelaksana,
        "Peralatan": sop.peralatan,
        "Peringatan": sop.peringatan,
        "Pencatatan dan pendataan": sop.pencatatan,
    }
    # Only the official form has these boxes; other documents are not measured against them.
    is_form = sop.jenis_dokumen == "sop-ap"
    for name, items in boxes.items():
        if items or is_form:
            yield Baris(name, _texts(items))
    related = (Tautan(item.teks, f"{item.sop}/" if item.sop else "") for item in sop.keterkaitan)
    if sop.keterkaitan or is_form:
        yield Baris("Keterkaitan", tuple(related))


def _approval(layanan: Layanan) -> Iterator[str]:
    approved = layanan.sop.dokumen.disahkan_oleh
    if approved is None:
        return
    yield f"Tertulis: {approved.tertulis}"
    for officer in layanan.instansi.pejabat:
        if officer.id == approved.pejabat:
            number = f", NIP {officer.nip}" if officer.nip else ""
            number += f", NRP {officer.nrp}" if officer.nrp else ""
            yield f"Bacaan: {officer.nama}{number} (keyakinan {officer.keyakinan})"


def _worksheet(sheet: LembarKerja | None, has_steps: bool) -> Iterator[Baris]:
    if sheet is None:
        return
    said: list[tuple[str, str | None]] = []
    if one := sheet.form_1:
        said += [
            ("Form 1: Nama SKPD", one.nama_skpd), ("Form 1: Tugas", one.tugas),
            ("Form 1: Fungsi", one.fungsi), ("Form 1: Sub fungsi", one.sub_fungsi),
            ("Form 1: Output", one.output), ("Form 1: Aspek", one.aspek),
            ("Form 1: Judul SOP", one.judul),
        ]  # fmt: skip
    if data := sheet.data:
        said += [
            ("Judul SOP", data.judul), ("Jenis kegiatan", data.jenis_kegiatan),
            ("Ruang lingkup", data.ruang_lingkup),
        ]  # fmt: skip
        if who := data.penanggung_jawab:
            said += [
                ("Penanggung jawab", who.nama), ("Penanggung jawab produk", who.produk),
                ("Penanggung jawab kegiatan", who.kegiatan),
            ]  # fmt: skip
    if named := sheet.identifikasi:
        said += [
            ("Nama kegiatan", named.nama_kegiatan), ("Langkah awal", named.langkah_awal),
            ("Langkah utama", named.langkah_utama), ("Langkah akhir", named.langkah_akhir),
        ]  # fmt: skip
    for name, text in said:
        if text:
            yield Baris(name, _texts([text]))
    if has_steps:
        for group in _worksheet_steps(sheet):
            yield Baris(f"Daftar {group.judul.lower()}", _texts(group.butir))


def _data_summary(layanan: Layanan, findings: Sequence[Temuan]) -> str:
    there = sum(1 for part in layanan.standar if part.keadaan != "tidak disebut")
    found = f"{len(findings)} temuan" if findings else "tanpa temuan"
    return f"{found}, {there} dari {len(layanan.standar)} komponen standar"


def _data_rows(layanan: Layanan, findings: Sequence[Temuan], comparison: str) -> Iterator[Baris]:
    sop = layanan.sop
    yield Baris("Status", (Tautan(_status(sop), f"istilah/#{sop.status}"),))
    yield Baris("Sumber", (_source(layanan),))
    if sop.koreksi or sop.catatan:
        words = [
            f"{len(sop.koreksi)} koreksi salinan" if sop.koreksi else "",
            f"{len(sop.catatan)} catatan penyalin" if sop.catatan else "",
        ]
        anchor = "koreksi" if sop.koreksi else "catatan"
        address = f"{sop.id}/sumber/#{anchor}" if sop.sumber else ""
        yield Baris("Koreksi", (Tautan(" dan ".join(filter(None, words)), address),))
    if sop.perubahan:
        yield Baris("Nilai yang diubah sesudah disalin", _texts(change_lines(sop)))
    urgent = [_finding(item) for item in findings if item.tingkat == "tinggi"]
    every = Tautan(f"Semua {len(findings)} temuan dengan buktinya", findings_address(sop.id))
    yield Baris("Temuan", (*_texts(urgent), every) if findings else _texts(["Tidak ada"]))
    missing = [part.nama for part in layanan.standar if part.keadaan == "tidak disebut"]
    known = [
        part.nama + (" (dari luar SOP)" if part.keadaan == "dari luar" else "")
        for part in layanan.standar
        if part.keadaan != "tidak disebut"
    ]
    standard = [f"Ada: {'; '.join(known)}."] if known else []
    if missing:
        standard.append(f"Tidak disebut: {'; '.join(missing)}.")
    links = [Tautan("Tahu isinya? Usulkan", f"{sop.id}/usul/")] if missing else []
    yield Baris("Standar pelayanan (UU 25/2009 Pasal 21)", (*_texts(standard), *links))
    if comparison:
        link = Tautan("Layanan yang sama di dinas lain", f"perbandingan/{comparison}/")
        yield Baris("Bandingkan", (link,))
    yield Baris("Data terbuka", (Tautan("JSON SOP ini", f"api/v1/sop/{sop.id}.json"),))


def _status(sop: Sop) -> str:
    words = STATUS_SOP[sop.status]
    if sop.status_oleh:
        words += f", oleh {sop.status_oleh}"
    if sop.status_tanggal:
        words += f", {in_words(sop.status_tanggal)}"
    return words


def _source(layanan: Layanan) -> Tautan:
    sop, office = layanan.sop, layanan.instansi
    if sop.sumber is None:
        return Tautan("Ditulis di sini, bukan salinan dokumen lain.", "")
    year = f" tahun {office.tahun_dokumen}" if office.tahun_dokumen else ""
    lines = " dan ".join(f"{first} s.d. {last}" for first, last in sop.baris_sumber)
    return Tautan(
        f"Naskah dokumen SOP {office.singkatan}{year}, baris {lines}", f"{sop.id}/sumber/"
    )


def _finding(item: Temuan) -> str:
    return f"{item.pesan} (sudah ditanggapi dinas)" if item.tanggapan else item.pesan
