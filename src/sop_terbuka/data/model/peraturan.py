"""One regulation: identity, status with its evidence, and what to cite today."""

from typing import Literal

from pydantic import Field

from .dasar import Id, Keyakinan, Rekaman, Tanggal, Teks, Url

StatusPeraturan = Literal[
    "berlaku", "diubah", "sebagian_dicabut", "dicabut", "berakhir", "belum_terverifikasi"
]


class Perubah(Rekaman):
    """A regulation that amends or repeals another."""

    id: Id | None = Field(None, description="Id peraturannya bila ada.")
    judul: Teks | None = Field(None, description="Judulnya.")
    bukti: Teks | None = Field(None, description="Dari mana diketahui.")


class AlamatResmi(Rekaman):
    """An official address of the text."""

    url: Url = Field(description="Alamat http atau https.")
    dasar: Teks | None = Field(None, description="Bagaimana alamat ini diketahui.")


class KoreksiKutipan(Rekaman):
    """A slip in how the documents cite the regulation."""

    tertulis: Teks = Field(description="Kutipan pada dokumen.")
    seharusnya: Teks = Field(description="Bacaan yang benar.")
    alasan: Teks = Field(description="Mengapa.")
    bukti: Teks | None = Field(None, description="Dari mana diketahui.")


class BatasWaktu(Rekaman):
    """How long a regulation itself gives an office for a service; several for one add up."""

    untuk: Teks = Field(
        description="Layanannya dengan kata peraturan, misalnya pengesahan peraturan perusahaan."
    )
    teks: Teks = Field(description="Lamanya seperti tertulis, misalnya 6 hari kerja.")
    pasal: Teks = Field(description="Pasal dan ayat, misalnya Pasal 8 ayat (5).")
    bukti: Teks = Field(description="Dari mana diketahui.")


class Peraturan(Rekaman):
    """One regulation; status is an indication with evidence and date, never legal advice."""

    id: Id = Field(description="Boleh tidak ditulis; harus sama dengan nama berkas.")
    jenis: Teks = Field(description="Undang-Undang, Peraturan Menteri, ...")
    penerbit: Teks | None = Field(None, description="Bila perlu dibedakan.")
    nomor: Teks = Field(description="Nomor resmi.")
    tahun: Teks = Field(description="Tahun.")
    judul: Teks = Field(description="Judul resmi lengkap.")
    bukti_judul: Teks | None = Field(None, description="Asal judul.")
    status: StatusPeraturan = Field(description="Keadaan menurut bukti.")
    keyakinan_status: Keyakinan = Field(description="Seberapa yakin.")
    status_per: Tanggal = Field(description="Bulan acuan status, misalnya 2026-11.")
    bukti_status: Teks = Field(description="Asal keterangan status.")
    diubah_oleh: list[Perubah] = Field(default_factory=list, description="Pengubahnya.")
    dicabut_oleh: list[Perubah] = Field(default_factory=list, description="Pencabutnya.")
    rujukan_kini: list[Id] = Field(default_factory=list, description="Yang sebaiknya dirujuk kini.")
    batas_waktu: list[BatasWaktu] = Field(
        default_factory=list, description="Batas waktu layanan yang ditentukan peraturan ini."
    )
    catatan: Teks | None = Field(None, description="Penjelasan tambahan.")
    url: list[AlamatResmi] = Field(default_factory=list, description="Alamat resmi.")
    url_belum_dicek: list[Teks] = Field(
        default_factory=list, description="Alamat yang belum dicek; tidak ditautkan."
    )
    koreksi: list[KoreksiKutipan] = Field(default_factory=list, description="Kekeliruan kutipan.")
    diperiksa: Tanggal = Field(description="Tanggal rekaman ini diperiksa, misalnya 2026-11-21.")
