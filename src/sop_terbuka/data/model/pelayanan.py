"""What a service promises its applicants: requirements, time, fee, product and the rest."""

from typing import Annotated, Literal

from pydantic import Field

from .dasar import Dasar, Id, IdSop, Rekaman, Teks, Url, YaTidak

# A paper to bring, a condition to meet, something to do, a duty afterwards.
JenisSyarat = Literal["berkas", "keadaan", "tindakan", "sesudahnya"]


class JangkaWaktu(Rekaman):
    """The time that the standard promises for the whole service."""

    teks: Teks = Field(description="Kata sumber, persis, misalnya Maksimal 3 (tiga) hari kerja.")
    mulai_dihitung: Teks | None = Field(
        None, description="Sejak kapan dihitung, misalnya sejak berkas dinyatakan lengkap."
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Varian(Rekaman):
    """A kind of the same service, such as new and renewal."""

    id: Id = Field(description="Id pendek, misalnya baru.")
    nama: Teks = Field(description="Nama untuk orang, misalnya Kartu baru.")
    jangka_waktu: JangkaWaktu | None = Field(
        None, description="Jangka waktu jenis ini, bila sumber membedakannya."
    )


class Siapa(Rekaman):
    """Who may apply."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: wni.")
    teks: Teks = Field(description="Siapa yang boleh mengajukan, misalnya WNI berusia 17 tahun.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian; kosong = semua varian.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class SalahSatu(Rekaman):
    """One of several things of which any one is enough."""

    berkas: Teks = Field(description="Nama berkas atau hal yang disiapkan.")
    bentuk: Teks | None = Field(None, description="asli, fotokopi, ...")
    jumlah: Teks | None = Field(None, description="Misalnya 2 lembar.")
    bila: Teks | None = Field(None, description="Keadaan yang membuat pilihan ini berlaku.")


class Syarat(Rekaman):
    """One thing the applicant must bring, be or do, and who says so."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: ktp.")
    berkas: Teks = Field(description="Nama berkas atau hal yang disiapkan.")
    jenis: JenisSyarat = Field(
        "berkas",
        description="berkas: kertas yang dibawa. keadaan: misalnya usia. tindakan: hal yang "
        "dilakukan. sesudahnya: kewajiban setelah layanan selesai. Hanya berkas yang dihitung.",
    )
    kelompok: Teks | None = Field(
        None, description="Judul kelompoknya pada sumber, misalnya Syarat khusus."
    )
    salah_satu: Annotated[list[SalahSatu], Field(min_length=2)] | None = Field(
        None, description="Pilihan A atau B atau C; cukup salah satu dan dihitung satu."
    )
    bentuk: Teks | None = Field(
        None, description="asli, fotokopi, asli dan fotokopi, legalisir, ..."
    )
    jumlah: Teks | None = Field(None, description="Misalnya 2 lembar.")
    wajib: Literal["ya", "bila-ada", "bersyarat", "tidak-jelas"] = Field(
        description="ya, bila-ada, bersyarat (isi juga bila), atau tidak-jelas."
    )
    bila: Teks | None = Field(None, description="Keadaan yang membuatnya wajib.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian; kosong = semua varian.")
    catatan: Teks | None = Field(None, description="Penjelasan singkat untuk pemohon.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(description="Siapa yang memintanya.")


class Tarif(Rekaman):
    """One line of a list of fees."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: wna.")
    uraian: Teks = Field(description="Untuk siapa atau apa tarif ini, misalnya WNA.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian; kosong = semua varian.")
    jumlah: int | None = Field(
        None, ge=0, description="Rupiah; 0 berarti gratis. Kosong bila sumber hanya merujuk tarif."
    )
    satuan: Teks | None = Field(None, description="Misalnya per lembar.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Biaya(Rekaman):
    """What the service costs; silence of the sources is said as such."""

    jumlah: int | None = Field(None, ge=0, description="Rupiah; 0 berarti gratis.")
    uraian: Teks | None = Field(None, description="Bila tarif bergantung keadaan.")
    tarif: list[Tarif] = Field(
        default_factory=list, description="Daftar tarif bila jumlahnya bermacam-macam."
    )
    tidak_disebut: YaTidak = Field("tidak", description="ya bila sumber diam.")
    catatan: Teks | None = Field(None, description="Misalnya kebiasaan di daerah lain.")
    dasar: list[Dasar] = Field(default_factory=list, description="Siapa yang menyebutnya.")


class Produk(Rekaman):
    """What the applicant takes home."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: kartu.")
    nama: Teks = Field(description="Nama hasil layanan.")
    berlaku: Teks | None = Field(None, description="Masa berlaku.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian.")
    dasar: list[Dasar] = Field(default_factory=list, description="Siapa yang menyebutnya.")


class Tempat(Rekaman):
    """Where to go for this service, when a source says so."""

    nama: Teks = Field(description="Misalnya Loket AK-1 di dinas.")
    loket: Id | None = Field(None, description="Id tempat di instansi.yml yang dimaksud.")
    alamat: Teks | None = Field(
        None, description="Alamat tempat ini sendiri; kosong bila sumber tidak menyebutnya."
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Kanal(Rekaman):
    """An online door to this service."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: laman.")
    nama: Teks = Field(description="Nama laman atau aplikasi.")
    url: Url | None = Field(None, description="Alamatnya bila diketahui.")
    guna: Literal["ajukan", "keterangan"] | None = Field(
        None,
        description="ajukan: tempat mengajukan layanan ini, lebih dulu daripada lembar bantu kami. "
        "keterangan: hanya bacaan. Kosong: ajukan bila sebuah langkah menyebutnya.",
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )

    @property
    def is_way_in(self) -> bool:
        """Whether one applies here."""
        if self.guna:
            return self.guna == "ajukan"
        return any(basis.langkah for basis in self.dasar)


class BukanDiSini(Rekaman):
    """What people come here for though it is done elsewhere, and where that is."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: merek.")
    untuk: Teks = Field(description="Keperluannya, misalnya Mendaftarkan mereknya sendiri.")
    ke: Teks = Field(description="Ke mana: lembaga, laman atau kantornya.")
    url: Url | None = Field(None, description="Alamatnya bila diketahui.")
    sop: IdSop | None = Field(None, description="Id SOP-nya bila ada di situs ini.")
    catatan: Teks | None = Field(None, description="Yang perlu diketahui sebelum ke sana.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Komponen(Rekaman):
    """A component of the service standard in the source's words."""

    isi: Annotated[list[Teks], Field(min_length=1)] = Field(
        description="Isinya, satu butir per baris sumber."
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )
