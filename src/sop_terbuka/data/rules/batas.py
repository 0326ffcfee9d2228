"""Rules that keep values within what a reader can see and a page or paper can hold.

Those without a function here, and parts of others, are kept in texts, while a file is read.
"""

import re
from collections.abc import Iterator

from ..check import Path
from ..draft import Draft
from ..texts import FIRST_YEAR, LAST_YEAR
from .rule import Aturan, Breach

_LARGEST_FEE = 1_000_000_000_000


def year_is_likely(draft: Draft) -> Iterator[Breach]:
    """The year of a regulation is one that it could be of."""
    for law in draft.peraturan.values():
        year = law.record.tahun
        is_year = re.fullmatch("[0-9]{4}", year) and FIRST_YEAR <= int(year) <= LAST_YEAR
        if not is_year and year != "tidak disebut":
            yield Breach(
                law, ("tahun",), f'"{year}" bukan tahun. Tulis empat angka, misalnya 2003.'
            )


def amount_is_likely(draft: Draft) -> Iterator[Breach]:
    """An amount of money is one that somebody could pay."""
    for entry in draft.sop.values():
        fee = entry.record.biaya
        amounts: list[tuple[Path, int | None]] = [(("biaya", "jumlah"), fee.jumlah)]
        amounts += [(("biaya", "tarif", n, "jumlah"), t.jumlah) for n, t in enumerate(fee.tarif)]
        for path, amount in amounts:
            if amount is not None and amount > _LARGEST_FEE:
                yield Breach(
                    entry,
                    path,
                    f"{len(str(amount))} angka. Tulis rupiah tanpa titik, misalnya 5000.",
                )


def offices_differ(draft: Draft) -> Iterator[Breach]:
    """A form names each of its offices once."""
    for form in draft.formulir.values():
        named = [to.instansi for to in form.record.ditujukan_kepada]
        for n, office in enumerate(named):
            if office in named[:n]:
                path = ("ditujukan_kepada", n, "instansi")
                yield Breach(form, path, f'"{office}" sudah ada di daftar ini. Hapus salah satu.')


ATURAN = (
    Aturan(
        "aksara-tak-terlihat",
        "Isi dapat dilihat, tanpa tanda tersembunyi.",
        "Tanda tersembunyi membuat pencarian gagal, dan dapat membalik urutan baca.",
    ),
    Aturan(
        "nama-terlalu-panjang",
        "Nama muat pada judul halaman dan daftar.",
        "Nama yang terlalu panjang tidak terbaca di ponsel dan ditolak program lain.",
    ),
    Aturan(
        "tahun-tidak-mungkin",
        "Tahun ditulis dengan empat angka yang mungkin.",
        "Tanggal yang tidak mungkin merusak kalender tinjauan dan urutan peraturan.",
        (year_is_likely,),
    ),
    Aturan(
        "jumlah-tidak-mungkin",
        "Jumlah uang masuk akal.",
        "Orang menyiapkan uang menurut yang tertulis.",
        (amount_is_likely,),
    ),
    Aturan(
        "tautan-menyesatkan",
        "Alamat menunjukkan situs yang dituju.",
        "Alamat yang menyerupai situs pemerintah dapat menipu pembaca.",
    ),
    Aturan(
        "butir-kembar",
        "Daftar nama menyebut tiap nama satu kali.",
        "Nama yang tertulis dua kali biasanya salah salin.",
        (offices_differ,),
    ),
)
