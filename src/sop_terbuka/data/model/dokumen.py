"""The identity block of the official document, whatever kind of document it is."""

from typing import Literal

from pydantic import Field

from .dasar import Id, Rekaman, TanggalDokumen, Teks

# Which rules, findings, sections and papers apply to a document.
JenisDokumen = Literal["sop-ap", "standar-pelayanan", "sop-kesehatan", "lain"]


class PenandaTangan(Rekaman):
    """Who signed the document, in its own words."""

    pejabat: Id | None = Field(None, description="Id pejabat di instansi.yml.")
    tertulis: Teks = Field(
        description="Seluruh sel seperti di dokumen: jabatan, nama, NIP atau NRP bila ada."
    )
    tanggal: TanggalDokumen | None = Field(
        None, description="Tanggal tanda tangannya bila tercetak di selnya."
    )


class Dokumen(Rekaman):
    """The identity block of the official document."""

    kop: list[Teks] = Field(
        default_factory=list, description="Baris kepala dokumen, satu per butir."
    )
    nomor: Teks | None = Field(None, description="Nomor SOP atau nomor dokumen.")
    nomor_sk: Teks | None = Field(
        None, description="Nomor keputusan yang menetapkan dokumen, misalnya SK Kepala Dinas."
    )
    kode_klasifikasi: Teks | None = Field(None, description="Kode klasifikasi yang tercetak.")
    revisi_ke: Teks | None = Field(None, description="Isi kotak No. Revisi, misalnya 01.")
    halaman: Teks | None = Field(None, description="Isi kotak Halaman, misalnya 1/2.")
    tanggal_pembuatan: TanggalDokumen | None = Field(
        None,
        description="2022-02-16, 2022-02 atau 2022; tanpa tahun: --01-04 (4 Januari) atau --12.",
    )
    tanggal_revisi: TanggalDokumen | None = Field(None, description="Tanggal revisi.")
    tanggal_efektif: TanggalDokumen | None = Field(
        None, description="Tanggal efektif atau tanggal terbit."
    )
    tanggal_pengesahan: TanggalDokumen | None = Field(
        None, description="Tanggal pengesahan, bila dokumen menyebutnya demikian."
    )
    disusun_oleh: list[PenandaTangan] = Field(
        default_factory=list, description="Yang menyusun, bila ada kotaknya."
    )
    diperiksa_oleh: list[PenandaTangan] = Field(
        default_factory=list, description="Yang memeriksa, bila ada kotaknya."
    )
    disahkan_oleh: PenandaTangan | None = Field(None, description="Pejabat yang mengesahkan.")
    unit_tertulis: Teks | None = Field(
        None, description="Nama unit yang tercetak di sisi Nama SOP."
    )
    tercetak_kosong: list[Teks] = Field(
        default_factory=list,
        description="Kotak yang tercetak pada dokumen tetapi tidak diisi, misalnya Tanggal Revisi.",
    )


class Definisi(Rekaman):
    """One word that the document explains."""

    istilah: Teks = Field(description="Kata atau singkatan.")
    arti: Teks = Field(description="Artinya menurut dokumen.")


class BagianLain(Rekaman):
    """A section of the document that no key of its own exists for: nothing is left out."""

    judul: Teks = Field(description="Judul bagian pada dokumen.")
    isi: list[Teks] = Field(default_factory=list, description="Isinya, satu butir per baris.")
