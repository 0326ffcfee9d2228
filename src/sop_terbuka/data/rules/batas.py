"""Rules that keep values within what a reader can see and a page or paper can hold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from ..check import Entry, Path
from ..draft import Draft
from ..model.dasar import POLA_URL
from .rule import Aturan, Breach
from .walk import entries, texts

# Marks that turn a line around, and letters that take a place but show nothing.
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_NAMES = {"nama": 150, "judul": 150, "singkatan": 40, "daerah": 60, "istilah": 80}
_LONG_WORD = re.compile(r"\S{60,}")
_DATES = ("tanggal", "tinjau_sebelum", "status_tanggal", "status_per", "diperiksa")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LARGEST_FEE = 1_000_000_000_000


def text_can_be_seen(draft: Draft) -> Iterator[Breach]:
    """Nothing that a reader cannot see stands in a value."""
    for entry in entries(draft):
        for path, text in texts(entry.node):
            if found := _UNSEEN.search(text):
                mark = found[0]
                name = unicodedata.name(mark, "tanpa nama")
                yield Breach(
                    entry,
                    path,
                    f"memuat tanda tak terlihat (U+{ord(mark):04X}, {name}). Hapus, lalu ketik "
                    "ulang teksnya; sering terbawa saat menyalin dari WhatsApp atau Word.",
                )
            elif text.strip() and not any(_is_visible(letter) for letter in text):
                yield Breach(entry, path, "tidak berisi huruf yang terlihat. Isi, atau hapus.")


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "ZC"


def name_has_a_length(draft: Draft) -> Iterator[Breach]:
    """A name fits a heading and a list; only a regulation's title is as long as it is."""
    for entry in entries(replace(draft, peraturan={})):
        for path, text in texts(entry.node):
            limit = _NAMES.get(str(path[-1])) if len(path) == 1 else None
            if limit and len(text) > limit:
                yield Breach(
                    entry,
                    path,
                    f"{len(text)} aksara, paling banyak {limit}. Tulis nama yang lebih pendek; "
                    "judul lengkap dokumen ditulis di nama_sop.",
                )
            elif limit and (word := _LONG_WORD.search(text)):
                yield Breach(
                    entry,
                    path,
                    f'"{word[0][:30]}..." {len(word[0])} huruf tanpa spasi. Periksa ketikannya.',
                )


def year_is_likely(draft: Draft) -> Iterator[Breach]:
    """A year is one that an office could have written."""
    for entry in entries(draft):
        for path, text in texts(entry.node):
            key = str(path[-1]) if path else ""
            # What a document prints is kept, however odd; a finding asks about it.
            is_ours = path[:1] != ("dokumen",)
            is_date = is_ours and key.startswith(_DATES) and re.match(r"^[0-9]{4}(-|$)", text)
            if is_date and not _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR:
                yield Breach(
                    entry,
                    path,
                    f"tahun {text[:4]} tidak mungkin. Tulis tahun antara {_FIRST_YEAR} dan "
                    f"{_LAST_YEAR}.",
                )
    for law in draft.peraturan.values():
        year = law.record.tahun
        is_year = re.fullmatch("[0-9]{4}", year) and _FIRST_YEAR <= int(year) <= _LAST_YEAR
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


def address_is_plain(draft: Draft) -> Iterator[Breach]:
    """A link shows the host that it leads to."""
    for entry in entries(draft):
        for path, text in texts(entry.node):
            if POLA_URL.fullmatch(text) and (said := _misleading(text)):
                yield Breach(entry, path, said)


def _misleading(url: str) -> str:
    """Why an address could mislead; empty where it does not."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018  reading it raises where it is no number
    except ValueError:
        return "alamat tidak dapat dibaca. Salin lagi dari bilah alamat peramban."
    if "@" in parts.netloc:
        return f'alamat dengan "@" membawa ke "{host}". Tulis alamatnya tanpa bagian itu.'
    if not host.isascii() or "xn--" in host or not re.fullmatch(r"[a-z0-9.-]+", host):
        return (
            f'nama situs "{host}" memakai huruf yang menyerupai huruf lain. Tulis nama situs '
            "dengan huruf a-z."
        )
    return ""


def items_differ(draft: Draft) -> Iterator[Breach]:
    """A list of names holds each of them once."""
    for entry in entries(draft):
        yield from _twice(entry, entry.node.plain(), ())
    for form in draft.formulir.values():
        named = [to.instansi for to in form.record.ditujukan_kepada]
        for n, office in enumerate(named):
            if office in named[:n]:
                path = ("ditujukan_kepada", n, "instansi")
                yield Breach(form, path, f'"{office}" sudah ada di daftar ini. Hapus salah satu.')


_LISTS = frozenset({"pelaksana", "formulir", "untuk", "audiens", "layanan", "urutan", "gabung"})


def _twice(entry: Entry[Any], value: object, path: Path) -> Iterator[Breach]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _twice(entry, item, (*path, key))
    elif isinstance(value, list):
        is_names = bool(path) and path[-1] in _LISTS
        for n, item in enumerate(value):
            if is_names and isinstance(item, str) and item in value[:n]:
                yield Breach(
                    entry, (*path, n), f'"{item}" sudah ada di daftar ini. Hapus salah satu.'
                )
            yield from _twice(entry, item, (*path, n))


ATURAN = (
    Aturan(
        "aksara-tak-terlihat",
        "Isi dapat dilihat, tanpa tanda tersembunyi.",
        "Tanda tersembunyi membuat pencarian gagal, dan dapat membalik urutan baca.",
        (text_can_be_seen,),
    ),
    Aturan(
        "nama-terlalu-panjang",
        "Nama muat pada judul halaman dan daftar.",
        "Nama yang terlalu panjang tidak terbaca di ponsel dan ditolak program lain.",
        (name_has_a_length,),
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
        (address_is_plain,),
    ),
    Aturan(
        "butir-kembar",
        "Daftar nama menyebut tiap nama satu kali.",
        "Nama yang tertulis dua kali biasanya salah salin.",
        (items_differ,),
    ),
)
