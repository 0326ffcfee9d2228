"""The worksheet of an SOP-AP: Form 1 and Form 2, or Lembar Kerja Identifikasi Kegiatan."""

from pydantic import Field

from .dasar import Rekaman, Teks


class Form1(Rekaman):
    """Form 1, Identifikasi Judul SOP-AP."""

    nama_skpd: Teks | None = Field(None, description="Nama SKPD di atas tabel.")
    tugas: Teks | None = Field(None, description="Kolom 2.")
    fungsi: Teks | None = Field(None, description="Kolom 3.")
    sub_fungsi: Teks | None = Field(None, description="Kolom 4.")
    output: Teks | None = Field(None, description="Kolom 5.")
    aspek: Teks | None = Field(None, description="Kolom 6.")
    judul: Teks | None = Field(None, description="Kolom 7.")


class PenanggungJawab(Rekaman):
    """Who answers for product and activity."""

    nama: Teks | None = Field(None, description="Isi baris Penanggung Jawab sendiri.")
    produk: Teks | None = Field(None, description="Butir a, Produk.")
    kegiatan: Teks | None = Field(None, description="Butir b, Kegiatan.")


class DataKegiatan(Rekaman):
    """Part A of the worksheet."""

    judul: Teks | None = Field(None, description="Judul SOP.")
    jenis_kegiatan: Teks | None = Field(None, description="Jenis Kegiatan.")
    penanggung_jawab: PenanggungJawab | None = Field(None, description="Penanggung Jawab.")
    ruang_lingkup: Teks | None = Field(None, description="Scope/Ruang Lingkup.")


class Identifikasi(Rekaman):
    """Part B of the worksheet: one sentence each."""

    nama_kegiatan: Teks | None = Field(None, description="Nama atau Judul Kegiatan.")
    langkah_awal: Teks | None = Field(None, description="Langkah Awal.")
    langkah_utama: Teks | None = Field(None, description="Langkah Utama.")
    langkah_akhir: Teks | None = Field(None, description="Langkah Akhir.")


class ButirLembar(Rekaman):
    """One numbered line of the worksheet's list."""

    nomor_tertulis: str | None = Field(None, max_length=20, description="Nomor pada dokumen.")
    teks: Teks = Field(description="Kalimatnya.")


class LangkahLembar(Rekaman):
    """Part C of the worksheet: the numbered list in three groups."""

    awal: list[ButirLembar] = Field(default_factory=list, description="Langkah Awal.")
    utama: list[ButirLembar] = Field(default_factory=list, description="Langkah Utama.")
    akhir: list[ButirLembar] = Field(default_factory=list, description="Langkah Akhir.")


class LembarKerja(Rekaman):
    """Form 1 and Form 2, or Lembar Kerja Identifikasi Kegiatan."""

    form_1: Form1 | None = Field(None, description="Form 1, Identifikasi Judul SOP-AP.")
    data: DataKegiatan | None = Field(None, description="Bagian A, Data Kegiatan.")
    identifikasi: Identifikasi | None = Field(None, description="Bagian B, Identifikasi Kegiatan.")
    langkah: LangkahLembar | None = Field(None, description="Bagian C, Identifikasi Langkah.")
