"""Rules about what a service promises and how its data came about."""

import re
from collections.abc import Iterator
from typing import Any

from ..check import Entry
from ..correction import Unknown, held, value_at
from ..draft import Draft
from ..texts import is_left
from .rule import Aturan, Breach, unknown

_YOU = re.compile(r"\banda\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 8, 14


def nothing_is_left_in_sources(draft: Draft) -> Iterator[Breach]:
    """No source text still says GANTI, the mark of a starting file."""
    for entry in draft.sop.values():
        source = entry.record.sumber
        lines = draft.sumber.get(source.berkas, ()) if source else ()
        passages = [lines[first - 1 : last] for first, last in entry.record.baris_sumber]
        if any(is_left(line) for passage in passages for line in passage):
            yield Breach(
                entry,
                ("sumber", "berkas"),
                "berkas sumber ini masih bertanda GANTI. Tempel teks dokumennya di sana.",
            )


def fee_is_stated(draft: Draft) -> Iterator[Breach]:
    """A fee is an amount, a list, a description, or said to be unknown; and it has a basis."""
    for entry in draft.sop.values():
        fee = entry.record.biaya
        stated = fee.jumlah is not None or fee.uraian is not None
        known = stated or bool(fee.tarif)
        if known == (fee.tidak_disebut == "ya"):
            yield Breach(
                entry,
                ("biaya",),
                "isi salah satu saja: jumlah, tarif atau uraian, atau tidak_disebut: ya.",
            )
        elif stated and not fee.dasar:
            yield Breach(entry, ("biaya",), "biaya yang disebut memerlukan dasar. Tambahkan dasar.")


def sentence_is_for_the_applicant(draft: Draft) -> Iterator[Breach]:
    """Our sentence to the applicant is short, and speaks to them."""
    for entry in draft.sop.values():
        for n, step in enumerate(entry.record.langkah):
            if not step.untuk_pemohon:
                continue
            words = re.findall(r"[\w/().,-]*\w[\w/().,-]*", step.untuk_pemohon)
            if not _SHORTEST <= len(words) <= _LONGEST:
                yield Breach(
                    entry,
                    ("langkah", n, "untuk_pemohon"),
                    f"berisi {len(words)} kata. Tulis satu kalimat, "
                    f"{_SHORTEST} sampai {_LONGEST} kata.",
                )
            if not _YOU.search(step.untuk_pemohon):
                yield Breach(
                    entry,
                    ("langkah", n, "untuk_pemohon"),
                    "tidak menyapa pemohon. Tulis dengan Anda, misalnya Anda menunggu di loket.",
                )


def changes_match(draft: Draft) -> Iterator[Breach]:
    """What a recorded change says the data holds now is what it holds."""
    for entry in draft.sop.values():
        for n, change in enumerate(entry.record.perubahan):
            if change.dari is None and change.menjadi is None:
                yield Breach(entry, ("perubahan", n), "isi dari, menjadi, atau keduanya.")
            value = value_at(entry.record, held(entry.record, change.pada, change.menjadi))
            if change.menjadi is None:
                if change.dari and not isinstance(value, Unknown):
                    yield Breach(
                        entry,
                        ("perubahan", n, "pada"),
                        f'{change.pada} masih berisi "{value}". Tulis itu sebagai menjadi, atau '
                        "hapus nilainya dari data.",
                    )
                continue
            if isinstance(value, Unknown):
                yield Breach(
                    entry,
                    ("perubahan", n, "pada"),
                    f'"{change.pada}" bukan tempat di SOP ini: {value.reason}',
                )
            elif " ".join(value.split()) != " ".join(change.menjadi.split()):
                yield Breach(
                    entry,
                    ("perubahan", n, "menjadi"),
                    f'isi {change.pada} adalah "{value}", bukan ini. Samakan keduanya.',
                )


def counter_exists(draft: Draft) -> Iterator[Breach]:
    """The counters that a service or its hours name are places of the office."""
    where = "tempat instansi.yml"
    for office in draft.instansi.values():
        known = {place.id for place in office.record.tempat}
        for n, hours in enumerate(office.record.jam):
            if hours.tempat:
                yield from unknown(office, ("jam", n, "tempat"), hours.tempat, known, where)
    for entry in draft.sop.values():
        found = draft.instansi.get(entry.record.instansi)
        if not found:
            continue
        known = {place.id for place in found.record.tempat}
        place = entry.record.tempat
        if place and place.loket:
            yield from unknown(entry, ("tempat", "loket"), place.loket, known, where)
        for n, hours in enumerate(entry.record.jam):
            if hours.tempat:
                yield from unknown(entry, ("jam", n, "tempat"), hours.tempat, known, where)


def hours_are_in_order(draft: Draft) -> Iterator[Breach]:
    """A place closes after it opens, and rests in between."""
    keepers: list[Entry[Any]] = [*draft.instansi.values(), *draft.sop.values()]
    for entry in keepers:
        for n, hours in enumerate(entry.record.jam):
            opens, closes = _minutes(hours.buka), _minutes(hours.tutup)
            if closes <= opens:
                yield Breach(
                    entry,
                    ("jam", n, "tutup"),
                    f"tutup {hours.tutup} tidak sesudah buka {hours.buka}. Periksa keduanya.",
                )
            elif hours.istirahat:
                first, last = map(_minutes, hours.istirahat.split("-"))
                if not opens <= first < last <= closes:
                    yield Breach(
                        entry,
                        ("jam", n, "istirahat"),
                        f"istirahat {hours.istirahat} di luar jam {hours.buka}-{hours.tutup}. "
                        "Periksa jamnya.",
                    )


def _minutes(clock: str) -> int:
    hour, minute = clock.replace(".", ":").split(":")
    return int(hour) * 60 + int(minute)


ATURAN = (
    Aturan(
        "masih-ganti",
        "Tidak ada lagi tanda GANTI.",
        "GANTI menandai tempat yang belum diisi; yang belum diisi tidak boleh tampil.",
        (nothing_is_left_in_sources,),
    ),
    Aturan(
        "biaya-tidak-jelas",
        "Biaya menyebut jumlah, tarif, uraian, atau bahwa sumber tidak menyebutnya.",
        "Biaya yang kosong dapat dibaca sebagai gratis.",
        (fee_is_stated,),
    ),
    Aturan(
        "kalimat-untuk-pemohon",
        "Kalimat untuk pemohon pendek dan menyapa pemohon.",
        "Pemohon membacanya di ponsel, sering sambil berdiri di loket.",
        (sentence_is_for_the_applicant,),
    ),
    Aturan(
        "perubahan-tidak-cocok",
        "Hasil perubahan sama dengan isi data.",
        "Perubahan mencatat nilai yang diganti; bila datanya lain, catatannya bohong.",
        (changes_match,),
    ),
    Aturan(
        "tempat-tidak-dikenal",
        "Tempat yang dirujuk ada di instansi.yml.",
        "Alamat dan jam loket hanya ditulis sekali, di instansi.yml.",
        (counter_exists,),
    ),
    Aturan(
        "jam-terbalik",
        "Jam tutup sesudah jam buka, dan istirahat di antaranya.",
        "Jam yang terbalik membuat orang datang saat loket tutup.",
        (hours_are_in_order,),
    ),
)
