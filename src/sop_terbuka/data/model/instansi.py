"""One office: name, address, hours, heads and complaint channels, each with its source."""

from typing import Annotated, Literal

from pydantic import Field

from .dasar import Dasar, Id, Rekaman, Teks, Url

JenisKontak = Literal[
    "alamat", "telepon", "whatsapp", "surel", "situs", "media-sosial", "faksimile"
]


class Kontak(Rekaman):
    """One way to reach the office."""

    jenis: JenisKontak = Field(description="Jenis kontak.")
    nilai: Teks = Field(description="Isinya, misalnya alamat lengkap.")
    url: Url | None = Field(None, description="Tautannya bila ada.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class JamLayanan(Rekaman):
    """Opening hours in the source's words."""

    uraian: Annotated[list[Teks], Field(min_length=1)] = Field(
        description="Satu butir per kelompok hari, misalnya Senin-Kamis 08.00-16.00."
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Pejabat(Rekaman):
    """A head of office as named by the documents."""

    id: Id = Field(description="Id pendek, misalnya kepala-dinas.")
    jabatan: Teks = Field(description="Nama jabatan.")
    nama: Teks = Field(description="Nama dan gelar.")
    nip: Teks | None = Field(None, description="NIP 18 angka.")
    periode: Teks | None = Field(None, description="Masa jabatan menurut dokumen.")
    keyakinan: Literal["tinggi", "sedang", "rendah"] = Field(description="Keyakinan bacaan.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(description="Asal bacaan.")


class SaluranPengaduan(Rekaman):
    """Where to complain."""

    nama: Teks = Field(description="Nama saluran.")
    nilai: Teks = Field(description="Nomor, alamat atau cara.")
    url: Url | None = Field(None, description="Tautannya bila ada.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Instansi(Rekaman):
    """One office; its id is its folder's name in sop_data."""

    id: Id = Field(description="Boleh tidak ditulis; harus sama dengan nama foldernya.")
    nama: Teks = Field(description="Nama resmi lengkap.")
    singkatan: Teks = Field(description="Nama pendek, misalnya Dinperinaker.")
    daerah: Teks = Field(description="Nama daerah, misalnya Kota Pekalongan.")
    kode_wilayah: Teks = Field(description="Kode wilayah Kemendagri, misalnya 33.75.")
    zona_waktu: Literal["WIB", "WITA", "WIT"] = Field(description="Zona waktu.")
    tahun_dokumen: Teks = Field(description="Tahun dokumen sumber.")
    kontak: list[Kontak] = Field(default_factory=list, description="Alamat, telepon, surel, ...")
    jam_layanan: JamLayanan | None = Field(None, description="Jam layanan bila ada sumbernya.")
    pejabat: list[Pejabat] = Field(default_factory=list, description="Kepala dinas dan lain-lain.")
    unit: list[Teks] = Field(default_factory=list, description="Bidang, seksi, UPTD pada dokumen.")
    pengaduan: list[SaluranPengaduan] = Field(
        default_factory=list, description="Saluran pengaduan."
    )
    urutan: list[Id] = Field(
        default_factory=list, description="Urutan SOP pada halaman instansi, menurut daftar isi."
    )
    catatan: list[Teks] = Field(default_factory=list, description="Catatan penyalin.")
