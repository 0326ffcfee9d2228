"""Findings about who and what the worksheet names against the step table."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import SUMMARY, Konteks, step_name
from ..persons import OUTSIDE, heads, subject
from ..rule import Aturan, Hasil
from ..text import capital, listed, quoted, similar
from .salinan_lembar import items_of


def worksheet_names_the_same_actor(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step's actor is the same in worksheet and table."""
    items = items_of(sop)
    # Only lists of one length can be compared line by line; likeness alone would pair the wrong
    # lines where many posts do the same ("memverifikasi draf").
    if len(items) != len(sop.langkah):
        return
    pairs = []
    for item, step in zip(items, sop.langkah, strict=True):
        mine, theirs = heads(item.teks), heads(step.kegiatan)
        # One actor replaced by another; leaving somebody out is no contradiction.
        if similar(item.teks, step.kegiatan) >= 0.4 and mine - theirs and theirs - mine:
            pairs.append((item, step, mine - theirs, theirs - mine))
    if pairs:
        item, step, mine, theirs = pairs[0]
        more = f" Demikian pula pada {len(pairs) - 1} langkah lain." if len(pairs) > 1 else ""
        yield Hasil(
            f"Lembar kerja menyebut {listed(sorted(mine))}, sedangkan "
            f"{step_name(sop, step).lower()} pada tabel menyebut {listed(sorted(theirs))}.{more}",
            tuple(
                proof
                for item, step, _, _ in pairs[:3]
                for proof in (k.at(sop, "Lembar kerja", item.teks, item.path), k.at_step(sop, step))
            ),
            tuple(step.id for _, step, _, _ in pairs),
        )


def summary_names_known_actors(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every actor in the worksheet's summary occurs in the table or its columns."""
    sheet = sop.lembar_kerja
    if not sheet or not sheet.identifikasi or not sop.langkah:
        return
    known = {name for item in sop.pelaksana for name in heads(item.nama)}
    known |= {name for step in sop.langkah for name in heads(step.kegiatan)}
    for key, place in SUMMARY[1:]:
        text = getattr(sheet.identifikasi, key)
        strange = sorted(
            heads(text or "") - known - OUTSIDE - {"bidang", "bagian", "petugas", "tim"}
        )
        if strange:
            yield Hasil(
                f"{capital(place.removeprefix('Lembar kerja, '))} menyebut {listed(strange)}, "
                f"yang tidak disebut dalam tabel langkah: {quoted(text)}.",
                (k.at(sop, place, text, f"lembar_kerja.identifikasi.{key}"),),
            )


def worksheet_items_have_an_actor(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Where only the worksheet tells the order of work, each of its items names who works."""
    items = items_of(sop)
    if sop.langkah or not items:
        return
    silent = [
        item for item in items if not subject(item.teks) and not re.search(r"\boleh\b", item.teks)
    ]
    # A worksheet that names nobody anywhere is another kind of list.
    if silent and len(silent) < len(items):
        shown = listed((quoted(item.teks, 50) for item in silent), 3)
        yield Hasil(
            f"{len(silent)} dari {len(items)} butir lembar kerja tidak menyebut siapa yang "
            f"mengerjakannya: {shown}.",
            tuple(k.at(sop, "Lembar kerja", item.teks, item.path) for item in silent),
        )


ATURAN = (
    Aturan(
        "pelaku-lembar-berbeda",
        "rendah",
        worksheet_names_the_same_actor,
        judul="Pelaku pada lembar kerja sama dengan pelaku pada tabel.",
        penjelasan=(
            "Langkah yang kalimatnya sama tetapi pelakunya berbeda berarti salah satunya belum "
            "diperbarui."
        ),
        saran="periksa siapa yang kini mengerjakan langkah ini.",
    ),
    Aturan(
        "pelaku-ringkasan-asing",
        "rendah",
        summary_names_known_actors,
        judul="Pelaku pada ringkasan lembar kerja ada dalam langkah atau kolom SOP ini.",
        penjelasan=(
            "Pelaku yang tidak disebut di tempat lain biasanya tertinggal dari dokumen yang "
            "disalin."
        ),
        saran="periksa apakah pelaku ini memang terlibat.",
    ),
    Aturan(
        "butir-tanpa-pelaku",
        "sedang",
        worksheet_items_have_an_actor,
        judul="Bila tabel langkah tidak ada, setiap butir lembar kerja menyebut pelakunya.",
        penjelasan=(
            "Lembar kerja tidak punya kolom pelaksana. Tanpa tabel langkah, butir yang tidak "
            "menyebut siapa pun tidak dikerjakan siapa pun."
        ),
        saran="periksa siapa yang mengerjakan butir ini, lalu sebut jabatannya.",
    ),
)
