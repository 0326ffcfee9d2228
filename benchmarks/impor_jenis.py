"""The kinds of drawn matrices: what each fixes, what chance decides.

Called by impor_buatan.
"""

import random
from dataclasses import dataclass, replace

from impor_lembar import HEADS, LINES, RULES

PAIRS = (
    ("Ya", "Tidak"),
    ("Y", "T"),
    ("Setuju", "Ditolak"),
    ("Lengkap", "Tidak lengkap"),
    ("Sesuai", "Tidak sesuai"),
    ("Ada", "Tidak Ada"),
    ("Disetujui", "Revisi"),
)
SHEETS = {"a4": (842, 595), "f4": (936, 612), "letter": (792, 612), "a4-tegak": (595, 842)}
NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "luber": (("Kepala Subbagian Umum",), ("Loket",), ("Sekretaris Daerah Kota",)),
    "patah": (("Sekre-", "taris"), ("Pengad", "ministrasi"), ("Pembina", "Arsip")),
    "tetap": (("Petugas",), ("Kepala", "Seksi"), ("Kepala", "Dinas")),
    "pelaksana": (("Pelaksana",), ("Unit Kerja",), ("Pelaksana", "Teknis")),
    "miring": (("JFT/", "Analis"), ("Kasi", "Sarpras"), ("Sub", "Koord.")),
}


@dataclass(frozen=True)
class Kind:
    """What a drawn document is like; what is left open is drawn by chance."""

    sheet: str = ""
    rule: str = "isi"
    line: str = ""
    head: str = ""
    paint: str = ""
    pair: tuple[str, str] | None = None
    gap: tuple[float, float] = (1.5, 5.0)
    side: str = ""
    written: str = "kata"
    lanes: int = 0
    groups: int = 0
    numbers: bool = True
    number_row: bool = False
    turned: bool = False
    clipped: bool = False
    open_lanes: bool = False
    open_head: bool = False
    matrices: int = 1
    touch: float = 0.0
    inside: bool = False
    low: float = 46.0
    same_page: bool = False
    margin: float = 3.0
    shared: bool = False
    names: str = ""
    twice: bool = False
    notes: bool = False
    pages: int = 1
    repeated: bool = False
    flat_head: bool = False
    along: bool = False
    decisions: float = 0.5
    second: float = 0.15
    mixed: str = ""


KINDS: dict[str, Kind] = {
    "biasa": Kind(),
    **{f"kertas-{name}": Kind(sheet=name) for name in SHEETS},
    **{f"garis-{name}": Kind(rule=name) for name in RULES},
    **{f"panah-{name}": Kind(head=name) for name in HEADS},
    **{f"alur-{name}": Kind(line=name) for name in LINES},
    "alur-celah": Kind(touch=2.5),
    **{f"simbol-{name}": Kind(paint=name) for name in ("gores", "isi", "bayangan", "warna")},
    "simbol-berisi": Kind(inside=True),
    **{f"jawab-{a}".lower(): Kind(pair=(a, b)) for a, b in PAIRS},
    **{f"jawab-{side}": Kind(side=side) for side in ("atas", "bawah", "kiri", "kanan")},
    "jawab-dekat": Kind(gap=(0.3, 1.5)),
    "jawab-jauh": Kind(gap=(6, 12)),
    "jawab-di-garis": Kind(written="di-garis"),
    "jawab-tegak": Kind(written="tegak"),
    "jawab-terpisah": Kind(written="huruf"),
    "jawab-dua-baris": Kind(written="dua-baris", pair=("Lengkap", "Tidak lengkap")),
    "jawab-kurung": Kind(pair=("(Ya)", "(Tidak)")),
    "lajur-banyak": Kind(lanes=7, sheet="f4"),
    "lajur-dua-tingkat": Kind(groups=1, lanes=4),
    "lajur-dua-kelompok": Kind(groups=2, lanes=5),
    "lajur-tegak": Kind(turned=True),
    "lajur-tanpa-garis": Kind(open_lanes=True),
    "kepala-tanpa-garis": Kind(open_head=True),
    "kepala-tanpa-garis-dua-tingkat": Kind(open_head=True, groups=2, lanes=5),
    "kepala-terpotong": Kind(clipped=True),
    "baris-nomor": Kind(number_row=True),
    "tanpa-nomor": Kind(numbers=False),
    "dua-matriks": Kind(matrices=2),
    "dua-matriks-tanpa-nomor": Kind(matrices=2, numbers=False),
    "dua-matriks-sama-tanpa-nomor": Kind(matrices=2, numbers=False, lanes=3, names="tetap"),
    "dua-matriks-sehalaman": Kind(matrices=2, same_page=True),
    "dua-matriks-sehalaman-tanpa-nomor": Kind(matrices=2, same_page=True, numbers=False),
    "baris-rendah": Kind(low=34.0),
    "alur-lewat": Kind(touch=-4.0),
    "alur-celah-lebar": Kind(touch=6.0),
    "alur-gabung": Kind(shared=True),
    "alur-di-garis": Kind(along=True),
    "simbol-dua-kali": Kind(twice=True),
    "catatan-bebas": Kind(notes=True),
    "jawab-sempit": Kind(margin=0.2, gap=(1.0, 8.0)),
    "jawab-sudut": Kind(written="sudut"),
    "jawab-ujung": Kind(written="ujung"),
    "jawab-berbingkai": Kind(written="bingkai", gap=(2.5, 5.0)),
    "lajur-luber": Kind(names="luber", lanes=5),
    "lajur-patah": Kind(names="patah", lanes=7),
    "lajur-pelaksana": Kind(names="pelaksana"),
    "lajur-garis-miring": Kind(names="miring"),
    "lajur-datar": Kind(flat_head=True),
    "dua-halaman": Kind(pages=2),
    "dua-halaman-kepala": Kind(pages=2, repeated=True),
    "alur-padat": Kind(low=28.0, lanes=4, decisions=0.9, second=0.3),
    "alur-padat-jawab-sempit": Kind(low=28.0, lanes=4, decisions=0.9, margin=0.2, gap=(0.5, 8.0)),
    "campur-jawab": Kind(mixed="jawab", margin=0.2, gap=(0.5, 9.0), decisions=0.8),
    "campur-alur": Kind(mixed="alur", shared=True, decisions=0.7, second=0.3),
    "campur-kepala": Kind(mixed="kepala"),
    "campur": Kind(mixed="jawab alur kepala", margin=0.2, gap=(0.5, 9.0), decisions=0.7),
}


def filled(kind: Kind, dice: random.Random) -> Kind:
    """The kind with everything it leaves open chosen by chance."""
    open_ones = {
        "sheet": lambda: dice.choice(("a4", "f4", "letter")),
        "line": lambda: dice.choice(("gores", "potong")),
        "head": lambda: dice.choice(("segitiga", "v", "takik")),
        "paint": lambda: dice.choice(("gores", "isi", "warna")),
        "pair": lambda: dice.choice(PAIRS),
        "lanes": lambda: dice.choice((3, 4, 5)),
    }
    if "jawab" in kind.mixed:
        forms = ("kata", "kata", "huruf", "sudut", "di-garis", "tegak", "dua-baris", "bingkai")
        kind = replace(kind, written=dice.choice(forms), notes=dice.random() < 0.5)
    if "alur" in kind.mixed:
        kind = replace(
            kind,
            rule=dice.choice(RULES),
            line=dice.choice(LINES),
            head=dice.choice(HEADS),
            touch=dice.choice((-3.0, 0.0, 0.0, 2.0, 4.0)),
            paint=dice.choice(("gores", "isi", "bayangan", "warna")),
            twice=dice.random() < 0.3,
            along=dice.random() < 0.3,
            inside=dice.random() < 0.3,
            low=dice.choice((28.0, 36.0, 46.0)),
        )
    if "kepala" in kind.mixed:
        kind = replace(
            kind,
            lanes=dice.choice((3, 4, 5, 6)),
            groups=dice.choice((0, 1, 1)),
            number_row=dice.random() < 0.4,
            turned=dice.random() < 0.2,
            names=dice.choice(("", "luber", "patah", "pelaksana", "miring")),
            numbers=dice.random() < 0.7,
            open_head=dice.random() < 0.2,
            open_lanes=dice.random() < 0.2,
            sheet=dice.choice(list(SHEETS)),
        )
    chosen = {name: pick() for name, pick in open_ones.items() if not getattr(kind, name)}
    return replace(kind, **chosen)
