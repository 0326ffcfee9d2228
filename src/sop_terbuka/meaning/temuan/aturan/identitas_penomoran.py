"""Findings about the document's own numbering: steps, worksheet items, column numbers."""

import re
from collections.abc import Iterator

from ....data.model.sop import ButirLembar, Sop
from ..context import GROUPS, Konteks, step_name
from ..finding import Bukti, Hasil, rule
from ..text import capital, listed, norm, quoted


def _int(text: str | None) -> int | None:
    match = re.fullmatch(r"\s*(\d+)\s*\.?\s*", text or "")
    return int(match[1]) if match else None


@rule(
    "nomor-langkah-tidak-urut", "identitas", "sedang",
    "Langkah dinomori berurutan tanpa lompatan dan pengulangan.",
    "Nomor yang melompat dapat berarti ada langkah yang hilang.",
    "periksa apakah ada langkah yang terhapus, atau hanya nomornya yang perlu dirapikan.",
)  # fmt: skip
def steps_are_numbered_in_order(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Steps are numbered 1, 2, 3 without gaps, repeats or rows left out."""
    steps = sop.langkah
    written = [
        str(n) if s.nomor_tertulis is None else s.nomor_tertulis for n, s in enumerate(steps, 1)
    ]
    unnumbered = [step for step, number in zip(steps, written, strict=True) if number == ""]
    known = [number for text in written if (number := _int(text)) is not None]
    missing = [str(n) for n in range(1, max(known, default=0)) if n not in known]
    repeated = sorted({str(n) for n in known if known.count(n) > 1})
    faults = []
    if missing:
        faults.append(f"nomor {listed(missing)} tidak ada")
    if repeated:
        faults.append(f"nomor {listed(repeated)} dipakai lebih dari sekali")
    if unnumbered:
        faults.append(f"{listed(step_name(sop, s).lower() for s in unnumbered)} tidak bernomor")
    if faults:
        # The rows where the count breaks: not one more than the row above.
        odd = [
            step
            for n, step in enumerate(steps)
            if _int(written[n]) is None
            or (n and _int(written[n]) != (_int(written[n - 1]) or 0) + 1)
        ]
        yield Hasil(
            f"Penomoran langkah: {listed(faults)} (tertulis "
            f"{', '.join(text or '-' for text in written)}).",
            tuple(k.at_step(sop, step) for step in odd),
            tuple(step.id for step in odd),
        )


def _items(sop: Sop) -> list[tuple[str, ButirLembar]]:
    sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
    return [(label, item) for key, label in GROUPS for item in getattr(sheet, key)] if sheet else []


@rule(
    "nomor-lembar-tidak-urut", "identitas", "rendah",
    "Butir lembar kerja dinomori berurutan.",
    "Nomor yang melompat dapat berarti butir hilang; nomor yang mulai lagi dari 1 membuat rujukan "
    "ganda.",
    "periksa apakah ada butir yang terhapus, lalu nomori ulang.",
)  # fmt: skip
def worksheet_is_numbered_in_order(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Worksheet items are numbered in one series without gaps and restarts."""
    items = _items(sop)
    numbers = [_int(item.nomor_tertulis) for _, item in items]
    if not any(number is not None for number in numbers):
        return
    faults, proofs = [], []
    restarts = [
        label
        for n, (label, _) in enumerate(items)
        if n and numbers[n] == 1 and any(number is not None for number in numbers[:n])
    ]
    if restarts:
        faults.append(f"nomor mulai lagi dari 1 pada {listed(restarts)}")
    else:
        known = [number for number in numbers if number is not None]
        missing = [str(n) for n in range(1, max(known)) if n not in known]
        repeated = sorted({str(n) for n in known if known.count(n) > 1})
        bare = [n for n in missing if _stands_bare(k, sop, n)]
        gone = [n for n in missing if n not in bare]
        if gone:
            faults.append(f"nomor {listed(gone)} tidak ada")
        if bare:
            faults.append(f"nomor {listed(bare)} tercetak tanpa kalimat")
        if repeated:
            faults.append(f"nomor {listed(repeated)} dipakai lebih dari sekali")
    before: int | None = 0
    for (label, item), number in zip(items, numbers, strict=True):
        if number is None:
            faults.append(f"butir {quoted(item.teks, 50)} tidak bernomor")
        if number is None or (before is not None and number != before + 1):
            proofs.append(k.at(sop, f"Lembar kerja, {label}", item.teks, "lembar_kerja.langkah"))
        before = number if number is not None or before is None else before + 1
    if faults:
        shown = ", ".join("-" if number is None else str(number) for number in numbers)
        yield Hasil(f"Lembar kerja: {listed(faults)} (tertulis {shown}).", tuple(proofs))


def _stands_bare(k: Konteks, sop: Sop, number: str) -> bool:
    """Whether a row of the worksheet holds only a label and this number."""
    rows = [line for _, line in k.lines(sop).raw]
    return any(
        re.fullmatch(rf"\s*(?:langkah \w+\s*:?)?\s*{number}\.?\s*", row, re.IGNORECASE)
        for row in rows
    )


@rule(
    "lembar-tanpa-kelompok", "identitas", "rendah",
    "Butir lembar kerja dikelompokkan menjadi Langkah Awal, Utama dan Akhir.",
    "Format lembar kerja membagi langkah menjadi tiga kelompok.",
    "periksa apakah label kelompoknya terhapus.",
)  # fmt: skip
def worksheet_has_its_groups(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The worksheet's list has all three groups."""
    sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
    if not sheet or len(_items(sop)) < 3:
        return
    empty = [label for key, label in GROUPS if not getattr(sheet, key)]
    # A list printed without any label is kept under one group; so two empty ones may mean that.
    if empty:
        yield Hasil(
            f"Daftar langkah pada lembar kerja ({len(_items(sop))} butir) tidak mempunyai kelompok "
            f"{listed(empty)}.",
            (k.at(sop, "Lembar kerja", _items(sop)[0][1].teks, "lembar_kerja.langkah"),),
        )


@rule(
    "butir-lembar-berulang", "salinan", "sedang",
    "Setiap butir lembar kerja berbeda.",
    "Kalimat yang sama pada dua nomor biasanya salah salin; isi yang seharusnya hilang.",
    "periksa apakah salah satunya seharusnya berisi langkah lain.",
)  # fmt: skip
def worksheet_items_differ(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No worksheet item repeats another."""
    first: dict[str, str] = {}
    for label, item in _items(sop):
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


@rule(
    "nomor-kolom-tidak-urut", "identitas", "rendah",
    "Baris nomor kolom tabel berurutan.",
    "Nomor kolom yang melompat dapat berarti satu kolom terhapus.",
    "periksa apakah ada kolom yang hilang.",
)  # fmt: skip
def columns_are_numbered_in_order(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The row of column numbers below a table's head has no gaps."""
    seen = set()
    for line, text in k.lines(sop).raw:
        cells = [cell.strip() for cell in text.split("\t")]
        numbers = [int(cell) for cell in cells if cell.isdigit()]
        is_row = len(numbers) >= 5 and all(cell.isdigit() or not cell for cell in cells)
        if not is_row or numbers[:2] != [1, 2]:
            continue
        missing = [str(n) for n in range(1, max(numbers)) if n not in numbers]
        if missing and text not in seen:
            seen.add(text)
            yield Hasil(
                f"Baris nomor kolom tabel melompati {listed(missing)}.",
                (Bukti("Kepala tabel", " ".join(cell or "-" for cell in cells), line),),
            )


@rule(
    "tabel-ganda", "salinan", "rendah",
    "Tabel langkah dicetak sekali.",
    "Dua tabel yang hampir sama membuat pembaca tidak tahu mana yang berlaku bila keduanya "
    "berbeda.",
    "periksa apakah salah satu tabel dapat dihapus.",
)  # fmt: skip
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


@rule(
    "isi-sel-tak-bermakna", "salinan", "sedang",
    "Setiap sel tabel berisi kata yang bermakna.",
    "Sel berisi 0 atau satu huruf biasanya sisa ketikan atau hasil rumus.",
    "periksa apa isi sel yang seharusnya.",
)  # fmt: skip
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


@rule(
    "kata-ganda", "salinan", "rendah",
    "Kata tidak tertulis dua kali berturut-turut.",
    "Kata ganda biasanya sisa ketikan; kadang kata yang seharusnya hilang.",
    "periksa apakah salah satunya seharusnya kata lain.",
)  # fmt: skip
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
