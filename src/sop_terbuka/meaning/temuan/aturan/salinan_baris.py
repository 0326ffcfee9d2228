"""Findings about copied cells of the step table: rows like another SOP's, outputs that count up."""

import re
from collections.abc import Iterator

from ....data.model.sop import Langkah, Sop
from ..context import Konteks, step_name, step_number
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, quoted, similar


def standards_are_its_own(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Inputs and times are not a row-by-row copy of another SOP's beside different steps."""
    rows = k.memo("baris mutu baku", lambda: _row_index(k))
    best: tuple[int, Sop, int] | None = None
    for start in range(len(sop.langkah)):
        for other_id, their_start in rows.get(_row_key(sop, start), ())[:40]:
            other = k.catalog.sop[other_id]
            if other is sop or k.same_service(sop, other) or their_start != start:
                continue
            length = _run(sop, other, start)
            if best is None or length > best[0]:
                best = (length, other, start)
    if best is None:
        return
    length, other, start = best
    steps, theirs = sop.langkah[start : start + length], other.langkah[start : start + length]
    with_words = sum(
        1
        for mine, its in zip(steps, theirs, strict=True)
        if set(map(norm, mine.kelengkapan)) & set(map(norm, its.kelengkapan))
        or set(map(norm, mine.output)) & set(map(norm, its.output))
    )
    different = sum(1 for mine, its in zip(steps, theirs, strict=True) if not _same_work(mine, its))
    # Two rows with the same words and time, or seven times in a row, are no chance; beside the
    # same work they would be no copy.
    if different >= 2 and ((length >= 3 and with_words >= 2) or length >= 7):
        span = f"{step_number(sop, steps[0])} sampai {step_number(sop, steps[-1])}"
        same = "waktu dan sebagian kelengkapan atau keluaran" if with_words >= 2 else "waktu"
        yield Hasil(
            f"{capital(same)} langkah {span} sama berurutan dengan SOP {k.title(other.id)}, "
            f"padahal sedikitnya {different} kalimat langkahnya berbeda.",
            (
                k.at_step(sop, steps[0], _cells(k, sop, steps[0])),
                k.elsewhere(other, k.at_step(other, theirs[0], _cells(k, other, theirs[0]))),
            ),
            tuple(step.id for step in steps),
            tingkat=None if with_words >= 2 else "rendah",
        )


def _same_work(mine: Langkah, its: Langkah) -> bool:
    return similar(mine.kegiatan, its.kegiatan) > 0.5


def _cells(k: Konteks, sop: Sop, step: Langkah) -> str:
    """The row's papers and time as the document has them, before any correction."""
    parts = [
        *(_printed(k, sop, step, "kelengkapan", text) for text in step.kelengkapan),
        step.waktu or "",
        *(_printed(k, sop, step, "output", text) for text in step.output),
    ]
    return " | ".join(part for part in parts if part)


def _printed(k: Konteks, sop: Sop, step: Langkah, key: str, text: str) -> str:
    # One correction names the whole cell: only the words it made are taken back.
    path = f"langkah[{step.id}].{key}"
    made = any(item.pada == path and item.menjadi == text for item in sop.koreksi)
    return k.lines(sop).written(path, text) if made else text


def _row_key(sop: Sop, start: int) -> tuple[int, str, str]:
    """Place and times of three neighbouring rows: rare enough to look up, cheap to compare."""
    times = [norm(step.waktu or "-") for step in sop.langkah[start : start + 3]]
    return start, " ".join(times), str(len(times))


def _row_index(k: Konteks) -> dict[tuple[int, str, str], list[tuple[str, int]]]:
    found: dict[tuple[int, str, str], list[tuple[str, int]]] = {}
    for sop in k.catalog.sop.values():
        for start in range(len(sop.langkah) - 2):
            if any(step.waktu for step in sop.langkah[start : start + 3]):
                found.setdefault(_row_key(sop, start), []).append((sop.id, start))
    return found


def _run(sop: Sop, other: Sop, start: int) -> int:
    """How many rows from a place on have the same times."""
    length = 0
    for mine, its in zip(sop.langkah[start:], other.langkah[start:], strict=False):
        if norm(mine.waktu or "-") != norm(its.waktu or "-"):
            break
        length += 1
    return length


_COUNTED = re.compile(r"^(?P<name>.*?\D)(?P<number>\d+)$")


def outputs_do_not_count_up(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Outputs of neighbouring steps do not count up."""
    run: list[tuple[int, str]] = []
    for n in range(len(sop.langkah) + 1):
        text = sop.langkah[n].output[0] if n < len(sop.langkah) and sop.langkah[n].output else ""
        match = _COUNTED.match(text.strip())
        last = _COUNTED.match(run[-1][1]) if run else None
        grows = (
            match and last and norm(match["name"]) == norm(last["name"])
            and int(match["number"]) == int(last["number"]) + 1
        )  # fmt: skip
        if grows:
            run.append((n, text.strip()))
            continue
        if len(run) >= 3:
            steps = [sop.langkah[place] for place, _ in run]
            shown = listed(quoted(words) for _, words in run)
            yield Hasil(
                f"Keluaran {step_name(sop, steps[0]).lower()} sampai "
                f"{step_number(sop, steps[-1])} bertambah angkanya: {shown}.",
                tuple(k.at_step(sop, sop.langkah[place], words) for place, words in run),
                tuple(step.id for step in steps),
            )
        run = [(n, text.strip())] if match else []


ATURAN = (
    Aturan(
        "mutu-baku-salinan",
        "sedang",
        standards_are_its_own,
        judul="Kelengkapan, waktu dan keluaran disusun untuk langkah SOP ini sendiri.",
        penjelasan=(
            "Deretan isi yang sama pada langkah-langkah yang kalimatnya berbeda berarti kolomnya "
            "disalin."
        ),
        saran="periksa apakah waktu dan kelengkapannya sudah diukur untuk layanan ini.",
    ),
    Aturan(
        "output-berurut",
        "sedang",
        outputs_do_not_count_up,
        judul="Nama keluaran tidak bertambah angkanya dari baris ke baris.",
        penjelasan=(
            "X-1, X-2, X-3 pada baris berurutan terjadi bila sel ditarik di lembar kerja; nama "
            "aslinya tetap."
        ),
        saran="periksa apakah keluarannya seharusnya bernama sama.",
    ),
)
