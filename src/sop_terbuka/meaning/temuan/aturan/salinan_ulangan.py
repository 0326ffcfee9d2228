"""Findings about what stands twice or means nothing: rows, tables, words, scraps of typing."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks, Kutipan, step_name
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, quoted
from .identitas_penomoran import worksheet_items


def worksheet_items_differ(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No worksheet item repeats another."""
    first: dict[str, str] = {}
    for label, item in worksheet_items(sop):
        key, number = norm(item.teks), item.nomor_tertulis or "-"
        if key in first:
            yield Hasil(
                f"Lembar kerja butir {number} sama dengan butir {first[key]}: {quoted(item.teks)}.",
                tuple(
                    Bukti(f"Lembar kerja, {label}", item.teks, line)
                    for line in k.lines(sop).below(item.teks, "lembar_kerja.langkah")[:2]
                ),
            )
        first.setdefault(key, number)


def table_is_printed_once(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The step table stands once in the document."""
    rows: list[list[int]] = []
    lines = k.lines(sop)
    text_of = dict(lines.raw)
    for step in sop.langkah:
        sentence = lines.written(f"langkah[{step.id}].kegiatan", step.kegiatan)
        # A row of the table, not of the worksheet: it holds the step's time as well.
        rows.append(
            [n for n in lines.all(sentence) if step.waktu and norm(step.waktu) in norm(text_of[n])]
        )
    twice = [n for n, found in enumerate(rows) if len(found) > 1]
    # Two thirds of at least four rows: single sentences may well be repeated by chance.
    if len(twice) >= 4 and len(twice) * 3 >= len(rows) * 2:
        once = [n for n, found in enumerate(rows) if len(found) == 1]
        some = listed((step_name(sop, sop.langkah[n]).lower() for n in once), 4)
        tail = f"; {some} hanya ada atau berbeda tulisannya pada salah satu tabel" if once else ""
        first, second = rows[twice[0]][:2]
        yield Hasil(
            f"{len(twice)} dari {len(rows)} langkah tercetak dua kali{tail}.",
            (Bukti("Tabel pertama", "", first), Bukti("Tabel kedua", "", second)),
        )


_SCRAP = re.compile(r"^(?:0+|-+|[a-z])$", re.IGNORECASE)


def cells_make_sense(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No cell holds only a zero, a dash or one letter."""
    found: dict[str, list[str]] = {}
    proofs, ids = [], []
    for step in sop.langkah:
        for text in (*step.kelengkapan, *step.output):
            if _SCRAP.match(text.strip()):
                found.setdefault(text, []).append(step_name(sop, step).lower())
                proofs.append(k.at_step(sop, step, text))
                ids.append(step.id)
    if found:
        shown = [f"{quoted(text)} pada {listed(names)}" for text, names in found.items()]
        yield Hasil(f"Sel tabel berisi {listed(shown)}.", tuple(proofs), tuple(dict.fromkeys(ids)))


# The same letters, capitals too: a list without commas ("Timbangan rotan Rotan") is no doubling.
_TWICE = re.compile(r"\b([A-Za-z][a-z]{3,})\b(?:\s+(?:dan|atau))?\s+\1\b")


def words_are_not_doubled(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No word stands twice in a row, also in the words a correction replaced."""
    seen = set()
    for item in k.texts(sop):
        # Text as the document has it: a correction may already have removed the doubled word.
        words = k.lines(sop).written(item.path, item.teks)
        for match in _TWICE.finditer(words):
            if match[0].lower() not in seen:
                seen.add(match[0].lower())
                yield Hasil(
                    f"{capital(item.pada)} menulis {quoted(match[0])}.",
                    (k.at(sop, item.pada, item.teks, item.path),),
                )


_BRACKETED = re.compile(r"\(([A-Z]{3,6})\)")


def abbreviations_mean_one_thing(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An abbreviation that is spelt out once does not stand behind other words elsewhere."""
    right: dict[str, tuple[str, ...]] = {}
    strange: list[tuple[str, tuple[str, ...], Kutipan]] = []
    for item in k.texts(sop):
        for match in _BRACKETED.finditer(item.teks):
            name = match[1]
            words = tuple(re.findall(r"[a-z]+", item.teks[: match.start()].lower())[-len(name) :])
            if "".join(word[0] for word in words).upper() == name:
                right.setdefault(name, words)
            elif len(words) == len(name):
                strange.append((name, words, item))
    for name, words, item in strange:
        meant = right.get(name, ())
        # The same head or tail in other words: another name, not a longer way to say the same.
        if sum(one == two for one, two in zip(meant, words, strict=False)) == len(meant) - 2 > 0:
            yield Hasil(
                f'{capital(item.pada)} menulis "{" ".join(words)} ({name})", sedangkan di tempat '
                f'lain {name} singkatan dari "{" ".join(meant)}".',
                (k.at(sop, item.pada, item.teks, item.path),),
            )


ATURAN = (
    Aturan(
        "butir-lembar-berulang",
        "sedang",
        worksheet_items_differ,
        judul="Setiap butir lembar kerja berbeda.",
        penjelasan=(
            "Kalimat yang sama pada dua nomor biasanya salah salin; isi yang seharusnya hilang."
        ),
        saran="periksa apakah salah satunya seharusnya berisi langkah lain.",
    ),
    Aturan(
        "tabel-ganda",
        "rendah",
        table_is_printed_once,
        judul="Tabel langkah dicetak sekali.",
        penjelasan=(
            "Dua tabel yang hampir sama membuat pembaca tidak tahu mana yang berlaku bila keduanya "
            "berbeda."
        ),
        saran="periksa apakah salah satu tabel dapat dihapus.",
    ),
    Aturan(
        "isi-sel-tak-bermakna",
        "sedang",
        cells_make_sense,
        judul="Setiap sel tabel berisi kata yang bermakna.",
        penjelasan="Sel berisi 0 atau satu huruf biasanya sisa ketikan atau hasil rumus.",
        saran="periksa apa isi sel yang seharusnya.",
    ),
    Aturan(
        "kata-ganda",
        "rendah",
        words_are_not_doubled,
        judul="Kata tidak tertulis dua kali berturut-turut.",
        penjelasan="Kata ganda biasanya sisa ketikan; kadang kata yang seharusnya hilang.",
        saran="periksa apakah salah satunya seharusnya kata lain.",
    ),
    Aturan(
        "singkatan-dua-arti",
        "sedang",
        abbreviations_mean_one_thing,
        judul="Satu singkatan punya satu kepanjangan.",
        penjelasan="Pembaca tidak tahu surat mana yang dimaksud bila singkatannya sama.",
        saran="periksa nama mana yang benar, lalu samakan.",
    ),
)
