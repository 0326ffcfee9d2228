"""One office: name, address, hours, heads and complaint channels, each with its source."""

from typing import Annotated, Literal

from pydantic import Field

from .dasar import BagianSumber, Dasar, Gambar, Id, Rekaman, Teks, Url
from .jam import Jam
from .pelayanan import Komponen

JenisKontak = Literal[
    "alamat", "peta", "telepon", "whatsapp", "surel", "situs", "media-sosial", "faksimile"
]


class Kontak(Rekaman):
    """One way to reach the office."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: telepon.")
    jenis: JenisKontak = Field(description="Jenis kontak.")
    nilai: Teks = Field(description="Isinya, misalnya alamat lengkap.")
    tempat: Teks | None = Field(
        None, description="Nama tempat yang beralamat ini, misalnya Mal Pelayanan Publik."
    )
    untuk: Teks | None = Field(None, description="Untuk apa kontak ini, misalnya Pendaftaran.")
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
    nip: Teks | None = Field(None, description="NIP 18 angka; kosong bila tidak ada.")
    nrp: Teks | None = Field(None, description="NRP anggota kepolisian atau TNI.")
    periode: Teks | None = Field(None, description="Masa jabatan menurut dokumen.")
    keyakinan: Literal["tinggi", "sedang", "rendah"] = Field(description="Keyakinan bacaan.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(description="Asal bacaan.")


class SaluranPengaduan(Rekaman):
    """Where to complain."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: lapor.")
    nama: Teks = Field(description="Nama saluran.")
    nilai: Teks = Field(description="Nomor, alamat atau cara.")
    url: Url | None = Field(None, description="Tautannya bila ada.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class TempatLayanan(Rekaman):
    """A counter or another place where the office serves."""

    id: Id = Field(description="Id pendek, misalnya loket-pendaftaran.")
    nama: Teks = Field(description="Nama tempatnya.")
    alamat: Teks | None = Field(
        None, description="Alamat tempat ini sendiri; kosong bila sumber tidak menyebutnya."
    )
    kontak: list[Kontak] = Field(default_factory=list, description="Kontak tempat ini sendiri.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Instansi(Rekaman):
    """One office; its id is its folder's name in sop_data."""

    id: Id = Field(description="Boleh tidak ditulis; harus sama dengan nama foldernya.")
    nama: Teks = Field(description="Nama resmi lengkap.")
    singkatan: Teks = Field(description="Nama pendek, misalnya Disdag.")
    panggilan: Teks | None = Field(
        None,
        description="Nama yang dipakai orang, misalnya Puskesmas Contoh; bawaan: nama pendek dan "
        "daerahnya.",
    )
    daerah: Teks = Field(description="Nama daerah, misalnya Kota Contoh.")
    kode_wilayah: Teks | None = Field(None, description="Kode wilayah Kemendagri, misalnya 33.75.")
    zona_waktu: Literal["WIB", "WITA", "WIT"] = Field(description="Zona waktu.")
    tahun_dokumen: Teks | None = Field(None, description="Tahun dokumen sumber, bila diketahui.")
    pola_nomor: Teks | None = Field(
        None,
        description="Pola nomor SOP dinas ini, misalnya {urut:3}/DISDAG/{bulan}/{tahun}; {kode} "
        "untuk bagian yang berganti, misalnya kode bidang.",
    )
    logo: Gambar | None = Field(
        None, description="Nama berkas logo (SVG, PNG atau JPG) di folder instansi ini."
    )
    maklumat: Komponen | None = Field(None, description="Maklumat pelayanan.")
    kontak: list[Kontak] = Field(default_factory=list, description="Alamat, telepon, surel, ...")
    jam_layanan: JamLayanan | None = Field(None, description="Jam layanan bila ada sumbernya.")
    jam: list[Jam] = Field(default_factory=list, description="Jam layanan sebagai data.")
    tempat: list[TempatLayanan] = Field(
        default_factory=list, description="Loket dan tempat layanan."
    )
    pejabat: list[Pejabat] = Field(default_factory=list, description="Kepala dinas dan lain-lain.")
    unit: list[Teks] = Field(default_factory=list, description="Bidang, seksi, UPTD pada dokumen.")
    pengaduan: list[SaluranPengaduan] = Field(
        default_factory=list, description="Saluran pengaduan."
    )
    urutan: list[Id] = Field(
        default_factory=list, description="Urutan SOP pada halaman instansi, menurut daftar isi."
    )
    bukan_sop: list[BagianSumber] = Field(
        default_factory=list, description="Bagian naskah sumber yang bukan isi SOP."
    )
    catatan: list[Teks] = Field(default_factory=list, description="Catatan penyalin.")

    @property
    def disebut(self) -> str:
        """The name by which people tell this office from all others."""
        return self.panggilan or f"{self.singkatan} {self.daerah}"
