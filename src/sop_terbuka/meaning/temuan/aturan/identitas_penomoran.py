"""Findings about the document's own numbering: steps, worksheet items, column numbers."""

import re
from collections.abc import Iterator

from ....data.model.lembar import ButirLembar
from ....data.model.sop import Sop
from ..context import GROUPS, Konteks, step_name
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import listed, quoted


def _int(text: str | None) -> int | None:
    match = re.fullmatch(r"\s*(\d+)\s*\.?\s*", text or "")
    return int(match[1]) if match else None


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


def worksheet_items(sop: Sop) -> list[tuple[str, ButirLembar]]:
    """The items of the worksheet's list, each with the label of its group."""
    sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
    return [(label, item) for key, label in GROUPS for item in getattr(sheet, key)] if sheet else []


def worksheet_is_numbered_in_order(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Worksheet items are numbered in one series without gaps and restarts."""
    items = worksheet_items(sop)
    numbers = [_int(item.nomor_tertulis) for _, item in items]
    if not any(number is not None for number in numbers):
        return
    faults, proofs = [], []
    restarts = [
        label
        for n, (label, _) in enumerate(items)
        if n and numbers[n] == 1 and any(number is not None for number in numbers[:n])
    ]
    groups = list(dict.fromkeys(label for label, _ in items))
    # The form itself may number each group anew; only some groups doing so is a slip.
    anew = bool(restarts) and restarts == groups[1:]
    if restarts and not anew:
        faults.append(f"nomor mulai lagi dari 1 pada {listed(restarts)}")
    else:
        for group in groups if anew else [""]:
            known = [
                number
                for (label, _), number in zip(items, numbers, strict=True)
                if number is not None and group in ("", label)
            ]
            faults += _breaks(k, sop, known, f" pada {group}" if group else "")
    before: int | None = 0
    group = ""
    for (label, item), number in zip(items, numbers, strict=True):
        if anew and label != group:
            group, before = label, 0
        if number is None:
            faults.append(f"butir {quoted(item.teks, 50)} tidak bernomor")
        if number is None or (before is not None and number != before + 1):
            proofs.append(k.at(sop, f"Lembar kerja, {label}", item.teks, "lembar_kerja.langkah"))
        before = number if number is not None or before is None else before + 1
    if faults:
        shown = ", ".join("-" if number is None else str(number) for number in numbers)
        yield Hasil(f"Lembar kerja: {listed(faults)} (tertulis {shown}).", tuple(proofs))


def _breaks(k: Konteks, sop: Sop, known: list[int], where: str) -> Iterator[str]:
    """What is wrong with one series of numbers."""
    missing = [str(n) for n in range(1, max(known, default=0)) if n not in known]
    repeated = sorted({str(n) for n in known if known.count(n) > 1})
    bare = [n for n in missing if _stands_bare(k, sop, n)]
    gone = [n for n in missing if n not in bare]
    if gone:
        yield f"nomor {listed(gone)}{where} tidak ada"
    if bare:
        yield f"nomor {listed(bare)}{where} tercetak tanpa kalimat"
    if repeated:
        yield f"nomor {listed(repeated)}{where} dipakai lebih dari sekali"


def _stands_bare(k: Konteks, sop: Sop, number: str) -> bool:
    """Whether a row of the worksheet holds only a label and this number."""
    rows = [line for _, line in k.lines(sop).raw]
    return any(
        re.fullmatch(rf"\s*(?:langkah \w+\s*:?)?\s*{number}\.?\s*", row, re.IGNORECASE)
        for row in rows
    )


def worksheet_has_its_groups(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The worksheet's list has all three groups."""
    sheet = sop.lembar_kerja.langkah if sop.lembar_kerja else None
    items = worksheet_items(sop)
    if not sheet or len(items) < 3:
        return
    empty = [label for key, label in GROUPS if not getattr(sheet, key)]
    # A list printed without any label is kept under one group; so two empty ones may mean that.
    if empty:
        yield Hasil(
            f"Daftar langkah pada lembar kerja ({len(items)} butir) tidak mempunyai kelompok "
            f"{listed(empty)}.",
            (k.at(sop, "Lembar kerja", items[0][1].teks, "lembar_kerja.langkah"),),
        )


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


ATURAN = (
    Aturan(
        "nomor-langkah-tidak-urut",
        "sedang",
        steps_are_numbered_in_order,
        judul="Langkah dinomori berurutan tanpa lompatan dan pengulangan.",
        penjelasan="Nomor yang melompat dapat berarti ada langkah yang hilang.",
        saran="periksa apakah ada langkah yang terhapus, atau hanya nomornya yang perlu dirapikan.",
    ),
    Aturan(
        "nomor-lembar-tidak-urut",
        "rendah",
        worksheet_is_numbered_in_order,
        judul="Butir lembar kerja dinomori berurutan.",
        penjelasan=(
            "Nomor yang melompat dapat berarti butir hilang; nomor yang mulai lagi dari 1 membuat "
            "rujukan ganda."
        ),
        saran="periksa apakah ada butir yang terhapus, lalu nomori ulang.",
    ),
    Aturan(
        "lembar-tanpa-kelompok",
        "rendah",
        worksheet_has_its_groups,
        judul="Butir lembar kerja dikelompokkan menjadi Langkah Awal, Utama dan Akhir.",
        penjelasan="Format lembar kerja membagi langkah menjadi tiga kelompok.",
        saran="periksa apakah label kelompoknya terhapus.",
    ),
    Aturan(
        "nomor-kolom-tidak-urut",
        "rendah",
        columns_are_numbered_in_order,
        judul="Baris nomor kolom tabel berurutan.",
        penjelasan="Nomor kolom yang melompat dapat berarti satu kolom terhapus.",
        saran="periksa apakah ada kolom yang hilang.",
    ),
)
