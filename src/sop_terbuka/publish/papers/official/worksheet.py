"""The worksheets behind an SOP: Form 1, and Form 2 (Lembar Kerja Identifikasi Kegiatan)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....data.model import LembarKerja, Sop
from ....data.model.lembar import ButirLembar, DataKegiatan, Form1, Identifikasi, LangkahLembar
from ....meaning.bagian import section_rows


@dataclass(frozen=True)
class Tabel:
    """A table of texts; `lebar` are the columns' shares of the width.

    Without `kepala`, the column `kolom_label` names each row.
    """

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    lebar: tuple[int, ...]
    kolom_label: int = 0


@dataclass(frozen=True)
class Lembar:
    """One worksheet."""

    judul: str
    keterangan: tuple[tuple[str, str], ...]
    tabel: tuple[Tabel, ...]


def worksheets(sop: Sop) -> tuple[Lembar, ...]:
    """The worksheets that the document has, in their official order, then its other sections."""
    sheets = tuple(_worksheets(sop.lembar_kerja)) if sop.lembar_kerja else ()
    return (*sheets, *_others(sop))


def _others(sop: Sop) -> Iterator[Lembar]:
    rows = tuple((title, "; ".join(texts)) for title, texts in section_rows(sop))
    if rows:
        yield Lembar("Bagian lain dokumen", (), (Tabel("", (), rows, (25, 75)),))


def _worksheets(sheet: LembarKerja) -> Iterator[Lembar]:
    if sheet.form_1:
        yield _form_1(sheet.form_1)
    if not (sheet.data or sheet.identifikasi or sheet.langkah):
        return
    # The offices that have a Form 1 call the next one Form 2.
    title = "Form 2: Identifikasi Kegiatan/Prosedur" if sheet.form_1 else (
        "Lembar Kerja Identifikasi Kegiatan"
    )  # fmt: skip
    tables = (
        Tabel("A. Data Kegiatan", (), tuple(_data(sheet.data)), (4, 21, 75), 1),
        Tabel("B. Identifikasi Kegiatan", (), tuple(_names(sheet.identifikasi)), (4, 21, 75), 1),
        Tabel("C. Identifikasi Langkah", (), tuple(_steps(sheet.langkah)), (20, 5, 75)),
    )
    yield Lembar(title, (), tables)


def _form_1(form: Form1) -> Lembar:
    cells = {
        "Tugas": form.tugas,
        "Fungsi": form.fungsi,
        "Sub fungsi (kegiatan)": form.sub_fungsi,
        "Output": form.output,
        "Aspek": form.aspek,
        "Judul SOP": form.judul,
    }
    # Other parts of the worksheets point to these column numbers, such as "(7)".
    numbers = tuple(f"({n})" for n in range(1, len(cells) + 2))
    row = ("1", *(text or "" for text in cells.values()))
    return Lembar(
        "Form 1: Identifikasi Judul SOP-AP",
        (("Nama SKPD", form.nama_skpd or ""),),
        (Tabel("", ("No", *cells), (numbers, row), (4, 20, 20, 16, 14, 10, 16)),),
    )


def _data(data: DataKegiatan | None) -> Iterator[tuple[str, ...]]:
    who = data.penanggung_jawab if data else None
    yield "1", "Judul SOP", (data and data.judul) or ""
    yield "2", "Jenis kegiatan", (data and data.jenis_kegiatan) or ""
    yield "3", "Penanggung jawab", (who and who.nama) or ""
    yield "", "a. Produk", (who and who.produk) or ""
    yield "", "b. Kegiatan", (who and who.kegiatan) or ""
    yield "4", "Scope/ruang lingkup", (data and data.ruang_lingkup) or ""


def _names(names: Identifikasi | None) -> Iterator[tuple[str, ...]]:
    yield "1", "Nama/judul kegiatan", (names and names.nama_kegiatan) or ""
    yield "2", "Langkah awal", (names and names.langkah_awal) or ""
    yield "3", "Langkah utama", (names and names.langkah_utama) or ""
    yield "4", "Langkah akhir", (names and names.langkah_akhir) or ""


def _steps(steps: LangkahLembar | None) -> Iterator[tuple[str, ...]]:
    empty: list[ButirLembar] = []
    groups = {
        "Langkah awal": steps.awal if steps else empty,
        "Langkah utama": steps.utama if steps else empty,
        "Langkah akhir": steps.akhir if steps else empty,
    }
    for name, lines in groups.items():
        if not lines:
            yield name, "", ""
        for n, line in enumerate(lines):
            yield "" if n else name, line.nomor_tertulis or "", line.teks
