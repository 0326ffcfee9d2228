"""The parts of a service's page as frozen values, from the answers on top to the last contact.

Filled by `service`, read by the template; a heading stands where its contents do.
"""

from dataclasses import dataclass

from ..page import Judul


@dataclass(frozen=True)
class Tautan:
    """A link: its words, where it leads, and the name of its icon.

    An address with a scheme leads away from the site; `tanya` is what stands behind a `?`.
    """

    teks: str
    alamat: str
    ikon: str = ""
    simpan: bool = False
    tanya: str = ""

    @property
    def is_outside(self) -> bool:
        """Whether it leads away from the site, to a telephone, or within the page."""
        return self.alamat.startswith(("#", "http://", "https://", "tel:", "sms:", "mailto:"))


@dataclass(frozen=True)
class Jawaban:
    """One row of the strip on top; a quiet word where nobody states it."""

    nama: str
    ikon: str
    nilai: str
    rincian: str = ""
    disebut: bool = True
    tautan: tuple[Tautan, ...] = ()
    # Where the proposal form opens for who knows the answer.
    usul: str = ""


@dataclass(frozen=True)
class Butir:
    """One thing to bring, with how, when and why in small."""

    kunci: str
    berkas: str
    rincian: str
    bila: str
    catatan: str
    # Where the proposal form opens for who knows whether it is needed; only where nobody says so.
    usul: str = ""


@dataclass(frozen=True)
class Kelompok:
    """Things to bring, to be or to do under one heading; only papers are counted.

    What one is, or owes afterwards, cannot be ticked off.
    """

    judul: str
    keterangan: str
    butir: tuple[Butir, ...]
    is_dicentang: bool
    is_dihitung: bool


@dataclass(frozen=True)
class Siapkan:
    """What to bring: the lists, who asks for them, and what one can take along."""

    kelompok: tuple[Kelompok, ...]
    asal_ringkas: str
    asal: tuple[tuple[str, str, str], ...]
    tombol: tuple[Tautan, ...]
    # Name and place of each, for who knows better; once, however many lists it is in.
    usulan: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Langkah:
    """One step as the applicant sees it; the office's own steps are said in one line."""

    is_milik_anda: bool
    kalimat: str
    waktu: str
    keterangan: tuple[str, ...]


@dataclass(frozen=True)
class Kapan:
    """By when it is ready: a sentence that holds on any day, and what a script makes a date of."""

    kalimat: str
    hari: int
    hari_hitung: str
    libur: str
    sampai: str


@dataclass(frozen=True)
class Cara:
    """How it goes: where to begin, the steps, by when, and what is said about them."""

    judul: str
    mulai: str
    laman: tuple[Tautan, ...]
    langkah: tuple[Langkah, ...]
    catatan: tuple[str, ...]
    kapan: Kapan | None


@dataclass(frozen=True)
class Tombol:
    """A channel to tap; its number is written out where paper cannot be tapped."""

    nama: str
    nomor: str
    alamat: str
    ikon: str


@dataclass(frozen=True)
class Masalah:
    """Where to turn and when: channels to tap, the others in words, hours, the office itself."""

    jam: tuple[str, ...]
    tombol: tuple[Tombol, ...]
    baris: tuple[tuple[str, str], ...]
    kosong: str
    kontak: Tautan


@dataclass(frozen=True)
class Arah:
    """A signpost: what is not done here, where it is, what to know before, and who says so."""

    untuk: str
    ke: Tautan
    catatan: str
    asal: str


@dataclass(frozen=True)
class ServicePage:
    """Everything on the page that is for citizens."""

    id: str
    judul: str
    lead: str
    siapa: tuple[str, ...]
    sebutan: str
    jawaban: tuple[Jawaban, ...]
    siapkan: Siapkan
    cara: Cara
    masalah: Masalah
    petunjuk: tuple[Arah, ...]
    terkait: tuple[Tautan, ...]
    whatsapp: str

    @property
    def judul_bagian(self) -> tuple[Judul, ...]:
        """The headings of its sections, for the table of contents."""
        return (
            Judul("siapkan", "Yang perlu disiapkan"),
            Judul("langkah-anda", self.cara.judul),
            Judul("pengaduan", "Jika ada masalah"),
        )
