"""What a site says of itself, and the version of the words that its data is written in."""

from pydantic import Field

from .dasar import Id, IdSop, Rekaman, Teks, Url

# The vocabulary that this program reads; `sop migrasi` carries older data to it.
FORMAT = 1


class ContohCari(Rekaman):
    """An example below the search box of the home page."""

    kata: Teks = Field(description="Yang orang ketik, misalnya kartu kuning.")
    sop: IdSop = Field(description="Id SOP yang dibuka.")


class Pengelola(Rekaman):
    """Who keeps the site, for proposals about offices that name no address of their own."""

    nama: Teks = Field(description="Nama unit atau tim.")
    surel: Teks | None = Field(None, description="Alamat surel.")
    url: Url | None = Field(None, description="Laman atau repositori, diawali https://.")


class Situs(Rekaman):
    """The file situs.yml."""

    format: int = Field(1, ge=1, description="Versi kosakata data ini; diubah oleh sop migrasi.")
    nama: Teks = Field("SOP Terbuka", description="Nama situs.")
    uraian: Teks = Field(
        "Syarat, waktu, dan biaya layanan, dari dokumen SOP dinas.",
        description="Satu kalimat untuk mesin pencari.",
    )
    kalimat: Teks = Field(
        "Cek apa yang dibawa, berapa lama, dan berapa biayanya sebelum berangkat ke dinas.",
        description="Kalimat di bawah judul beranda.",
    )
    contoh_cari: list[ContohCari] = Field(
        default_factory=list, description="Contoh pencarian di beranda."
    )
    kaki: Teks = Field(
        "Isi disalin dari dokumen SOP dinas. Bila berbeda, ikuti petunjuk petugas.",
        description="Kalimat di kaki setiap halaman.",
    )
    nama_layanan: dict[Id, Teks] = Field(
        default_factory=dict,
        description="Nama kunci layanan pada perbandingan, bila bukan kata-kata kuncinya.",
    )
    pengelola: Pengelola | None = Field(None, description="Siapa yang mengelola situs ini.")
