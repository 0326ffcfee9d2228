"""Rules about the addresses that the data makes: none may be another page's."""

from collections import Counter
from collections.abc import Iterator

from ..draft import Draft
from .rule import Aturan, Breach

# The first part of every address that the site makes of its own; a test compares them with it.
SITUS = frozenset({
    "api", "assets", "dinas", "dokumen", "formulir", "istilah", "mutu", "panduan-penulis",
    "peraturan", "perbandingan", "petugas", "search", "topik",
})  # fmt: skip


def office_is_no_page_of_the_site(draft: Draft) -> Iterator[Breach]:
    """No office has the name of a page that every site has."""
    for entry in draft.instansi.values():
        if entry.record.id in SITUS:
            yield Breach(
                entry,
                (),
                f'"{entry.record.id}/" adalah alamat milik situs. Beri folder dinas ini nama lain, '
                "misalnya dengan nama daerahnya.",
            )


def old_address_is_free(draft: Draft) -> Iterator[Breach]:
    """An old address leads to one SOP only, and is that of no page."""
    counts = Counter(old for entry in draft.sop.values() for old in entry.record.alamat_lama)
    for entry in draft.sop.values():
        for n, old in enumerate(entry.record.alamat_lama):
            if old in draft.sop_ids:
                said = f'"{old}" masih dipakai SOP yang ada. Hapus dari alamat_lama.'
            elif old.partition("/")[0] in SITUS:
                said = f'"{old}" adalah alamat milik situs. Hapus dari alamat_lama.'
            elif counts[old] > 1:
                said = (
                    f'"{old}" tertulis {counts[old]} kali. Alamat lama hanya membawa ke satu SOP.'
                )
            else:
                continue
            yield Breach(entry, ("alamat_lama", n), said)


ATURAN = (
    Aturan(
        "alamat-milik-situs",
        "Folder dinas tidak bernama seperti halaman situs.",
        "Dua halaman tidak dapat punya alamat yang sama.",
        (office_is_no_page_of_the_site,),
    ),
    Aturan(
        "alamat-lama-bentrok",
        "Alamat lama tidak dipakai halaman lain.",
        "Tautan yang sudah tersebar harus sampai ke SOP yang dimaksud.",
        (old_address_is_free,),
    ),
)
