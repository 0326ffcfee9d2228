"""What a revision is made of: one change, one changed file, all of them."""

from dataclasses import dataclass, field
from typing import Literal

Dampak = Literal["memberatkan", "meringankan", "internal", "hukum", "redaksi"]
Jenis = Literal["sop", "formulir", "peraturan", "instansi", "lain"]
Keadaan = Literal["diubah", "ditambah", "dihapus", "dipindah", "tak terbaca", "ikut terpengaruh"]

# In the order in which a reviewer should read them.
DAMPAK: dict[Dampak, str] = {
    "memberatkan": "Memberatkan pemohon",
    "meringankan": "Meringankan pemohon",
    "internal": "Internal dinas",
    "hukum": "Hukum dan pengesahan",
    "redaksi": "Redaksi",
}
SINGKAT = 60


@dataclass(frozen=True)
class Perubahan:
    """One change of one value, in words, with both values.

    `pada` is the place as corrections write it (`langkah[periksa].waktu`). `periksa` marks what a
    computer cannot judge: it stands in the group that most needs reading. `tetap` marks what did
    not change though it should be looked at: a reviewer reads it, a history leaves it out.
    """

    dampak: Dampak
    pada: str
    kalimat: str
    sebelum: str | None = None
    sesudah: str | None = None
    periksa: bool = False
    tetap: bool = False

    @property
    def is_short(self) -> bool:
        """Whether both values fit into the sentence."""
        return all(len(text or "") <= SINGKAT for text in (self.sebelum, self.sesudah))

    @property
    def ringkas(self) -> str:
        """The change as one full sentence; long values are left out."""
        if not self.is_short or (self.sebelum is None and self.sesudah is None):
            return f"{self.kalimat}."
        # A whole sentence as the value brings its own full stop.
        values = [text.rstrip(".") for text in (self.sebelum, self.sesudah) if text is not None]
        said = f"dari “{values[0]}” menjadi “{values[1]}”" if len(values) == 2 else f"“{values[0]}”"
        return f"{self.kalimat}: {said}."


@dataclass(frozen=True)
class Baris:
    """One figure of the whole SOP before and after, such as the total time."""

    nama: str
    sebelum: str
    sesudah: str
    selisih: str = ""


@dataclass(frozen=True)
class Alur:
    """The Mermaid script before and after; empty where there is none."""

    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Sentuhan:
    """Something published that changes along: what it is, and its addresses."""

    apa: str
    alamat: tuple[str, ...]


@dataclass(frozen=True)
class Berkas:
    """One changed file of the data and what that means."""

    jenis: Jenis
    id: str
    nama: str
    keadaan: Keadaan
    perubahan: tuple[Perubahan, ...] = ()
    id_lama: str | None = None
    total: tuple[Baris, ...] = ()
    alur: Alur | None = None
    tersentuh: tuple[Sentuhan, ...] = ()
    temuan_baru: tuple[str, ...] = ()
    temuan_selesai: tuple[str, ...] = ()

    def of(self, dampak: Dampak) -> tuple[Perubahan, ...]:
        """The changes with one effect."""
        return tuple(change for change in self.perubahan if change.dampak == dampak)


@dataclass(frozen=True)
class Revisi:
    """Everything that differs between two states of the data."""

    berkas: tuple[Berkas, ...] = field(default_factory=tuple)
    # Files that are no data and were changed along; nothing is said about what that means.
    di_luar_data: tuple[str, ...] = ()

    @property
    def jumlah(self) -> dict[Dampak, int]:
        """How many changes have each effect."""
        told = [c for file in self.berkas for c in file.perubahan if not c.tetap]
        return {d: sum(change.dampak == d for change in told) for d in DAMPAK}

    @property
    def berubah(self) -> int:
        """How many files were changed themselves."""
        return sum(file.keadaan != "ikut terpengaruh" for file in self.berkas)

    @property
    def terpengaruh(self) -> int:
        """How many SOPs are only judged anew because something else changed."""
        return len(self.berkas) - self.berubah
