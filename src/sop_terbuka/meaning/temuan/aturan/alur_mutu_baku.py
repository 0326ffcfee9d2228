"""Findings about the quality columns: inputs, outputs, and what passes from step to step."""

import re
from collections.abc import Iterator

from ....data.model.sop import Langkah, Sop
from ..context import Konteks, step_name, step_names, step_number
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, numbers, quoted, tokens


def outputs_show_the_work(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An output differs from its own input and from the output before."""
    same = []
    for n, step in enumerate(sop.langkah):
        out = {norm(text) for text in step.output}
        before = {norm(text) for text in sop.langkah[n - 1].output} if n else set()
        if out and (out == {norm(text) for text in step.kelengkapan} or out == before):
            same.append(step)
    # One or two such steps are ordinary (a paper handed on); three, or three rows with one output
    # in a row, hide what the steps do.
    texts = [norm(", ".join(step.output)) for step in sop.langkah]
    row = any(a and a == b == c for a, b, c in zip(texts, texts[1:], texts[2:], strict=False))
    if len(same) >= 3 or row:
        yield Hasil(
            f"Keluaran {numbers(step_names(sop, same))} sama dengan masukannya atau dengan "
            "keluaran langkah sebelumnya.",
            tuple(k.at_step(sop, step, ", ".join(step.output)) for step in same),
            tuple(step.id for step in same),
        )


def input_and_output_are_in_place(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Input and output of a step are not the reverse of its neighbours'."""
    cells = [(norm(", ".join(s.kelengkapan)), norm(", ".join(s.output))) for s in sop.langkah]
    for step, (need, out) in zip(sop.langkah, cells, strict=True):
        if (
            need
            and out
            and need != out
            and cells.count((out, need)) >= 2
            and cells.count((need, out)) == 1
        ):
            yield Hasil(
                f"{step_name(sop, step)} memerlukan {quoted(', '.join(step.kelengkapan), 60)} dan "
                "menghasilkan "
                f"{quoted(', '.join(step.output), 60)}, kebalikan dari {cells.count((out, need))} "
                "langkah lain.",
                (k.at_step(sop, step),),
                (step.id,),
            )


def standards_are_filled(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every step names what it needs and what it makes."""
    steps = sop.langkah
    if not steps:
        return
    no_input = [step for step in steps if not step.kelengkapan]
    no_output = [step for step in steps if not step.output]
    parts, both = [], len(no_input) == len(no_output) == len(steps)
    if both:
        parts.append(f"semua {len(steps)} langkah tidak menyebut kelengkapan dan keluaran")
    else:
        for found, word in ((no_input, "kelengkapan"), (no_output, "keluaran")):
            if len(found) == len(steps):
                parts.append(f"semua {len(steps)} langkah tidak menyebut {word}")
            elif found:
                names = listed((step_name(sop, step).lower() for step in found), 8)
                parts.append(f"{names} tidak menyebut {word}")
    if parts:
        marked = [s for s in steps if s in no_input or s in no_output][: 1 if both else 6]
        yield Hasil(
            f"{capital('; '.join(parts))}.",
            tuple(k.at_step(sop, step) for step in marked),
            tuple(step.id for step in marked),
        )


_ROUTES = re.compile(r"\b(?:disposisi|mendisposisi(?:kan)?|didisposisi(?:kan)?)\b", re.IGNORECASE)


def disposition_has_its_step(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A disposition among the papers is given in some step, before it is needed."""
    named = [
        step
        for step in sop.langkah
        if any(tokens(text)[:1] == ("disposisi",) for text in (*step.kelengkapan, *step.output))
    ]
    given = [n for n, step in enumerate(sop.langkah) if _ROUTES.search(step.kegiatan)]
    if not named:
        return
    first = sop.langkah.index(named[0])
    if not given:
        yield Hasil(
            f'"Disposisi" menjadi kelengkapan atau keluaran {numbers(step_names(sop, named))}, '
            "tetapi tidak ada langkah yang menyebut siapa yang mendisposisi.",
            tuple(k.at_step(sop, step) for step in named[:4]),
            tuple(step.id for step in named),
        )
    elif first < given[0] and any(
        tokens(text)[:1] == ("disposisi",) for text in named[0].kelengkapan
    ):
        yield Hasil(
            f'"Disposisi" sudah menjadi kelengkapan {step_name(sop, named[0]).lower()}, padahal '
            f"baru disebut dalam kalimat langkah {step_number(sop, sop.langkah[given[0]])}.",
            (k.at_step(sop, named[0]), k.at_step(sop, sop.langkah[given[0]])),
            (named[0].id,),
        )


_MONEY = re.compile(r"\b(?:retribusi|pembayaran)\b", re.IGNORECASE)
_PAYS = re.compile(
    r"\b(?:membayar|menyetor|setor|dibayar|melunasi|melakukan pembayaran)\b", re.IGNORECASE
)


def payment_has_its_step(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP about a payment has a step in which somebody pays."""
    about = [sop.nama_sop or sop.nama, *(item.nama for item in sop.produk)]
    if sop.is_internal or not sop.langkah or not any(_MONEY.search(text) for text in about):
        return
    if not any(_PAYS.search(step.kegiatan) for step in sop.langkah):
        subject = next(text for text in about if _MONEY.search(text))
        yield Hasil(
            f"SOP ini menyangkut {quoted(subject)}, tetapi tidak ada langkah yang menyebut kapan "
            "pembayaran dilakukan.",
            (k.at_step(sop, sop.langkah[0]),),
        )


_WRONG_WAY = re.compile(
    r"\bmenyampaikan\s+(?:syarat|persyaratan|berkas)\b.*\bkepada\s+(?P<who>pencaker|pencari kerja|"
    r"pemohon|pelaku)",
    re.IGNORECASE,
)


def requirements_go_to_the_office(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Requirements pass from the applicant to the office."""
    for step in sop.langkah:
        match = _WRONG_WAY.search(step.kegiatan)
        checked = any("verifikasi" in tokens(text) for text in step.output)
        # An explanation of requirements is no hand-over; a checked file as the output shows it is.
        if match and checked:
            yield Hasil(
                f"{step_name(sop, step)} menulis persyaratan disampaikan kepada {match['who']}, "
                f"padahal keluarannya {quoted(', '.join(step.output))}.",
                (k.at_step(sop, step),),
                (step.id,),
            )


def named_sops_are_related(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP named in a step is listed as related."""
    related = [norm(item.teks) for item in sop.keterkaitan]
    written: dict[str, str] = {}
    found: dict[str, list[Langkah]] = {}
    for step in sop.langkah:
        for text in (step.kegiatan, step.keterangan or ""):
            for match in re.finditer(r"\bSOP\s+[A-Za-z][A-Za-z ]{2,60}", text):
                name = norm(match[0])
                if not any(name in other or other in name for other in related):
                    written.setdefault(name, match[0].strip())
                    found.setdefault(name, []).append(step)
    if found:
        shown = listed(
            f"{quoted(written[name], 50)} ({numbers(step_names(sop, steps))})"
            for name, steps in found.items()
        )
        yield Hasil(
            f"Langkah menyebut {shown}, yang tidak ada di kotak Keterkaitan.",
            tuple(k.at_step(sop, steps[0], written[name]) for name, steps in found.items()),
            tuple(dict.fromkeys(step.id for steps in found.values() for step in steps)),
        )


ATURAN = (
    Aturan(
        "keluaran-tidak-berubah",
        "rendah",
        outputs_show_the_work,
        judul="Keluaran menunjukkan hasil kerja langkahnya.",
        penjelasan=(
            "Keluaran yang sama dengan masukannya tidak menunjukkan apa yang sudah dikerjakan."
        ),
        saran=(
            "periksa apa yang berubah pada berkas setelah langkah ini, misalnya sudah diperiksa "
            "atau sudah diparaf."
        ),
    ),
    Aturan(
        "isi-tertukar",
        "rendah",
        input_and_output_are_in_place,
        judul="Kelengkapan dan keluaran tidak tertukar.",
        penjelasan=(
            "Ditandai bila isi kedua kolom pada satu langkah kebalikan dari dua langkah lain atau "
            "lebih."
        ),
        saran="periksa apakah isi kedua kolomnya tertukar.",
    ),
    Aturan(
        "mutu-baku-kosong",
        "rendah",
        standards_are_filled,
        judul="Setiap langkah menyebut kelengkapan dan keluaran.",
        penjelasan="Format SOP-AP meminta keduanya untuk setiap langkah.",
        saran="periksa kelengkapan dan keluaran setiap langkah.",
    ),
    Aturan(
        "disposisi-tanpa-langkah",
        "rendah",
        disposition_has_its_step,
        judul="Disposisi yang disebut sebagai berkas mempunyai langkah mendisposisi.",
        penjelasan=(
            "Disposisi dibuat seorang atasan; tanpa langkahnya, tidak jelas siapa dan kapan."
        ),
        saran="periksa apakah langkah menerima permohonan dan mendisposisinya terlewat.",
    ),
    Aturan(
        "tanpa-pembayaran",
        "sedang",
        payment_has_its_step,
        judul="SOP tentang pembayaran memuat langkah membayar.",
        penjelasan="Pemohon perlu tahu kapan dan kepada siapa membayar.",
        saran="periksa pada langkah mana pembayaran dilakukan.",
    ),
    Aturan(
        "arah-penyerahan-terbalik",
        "sedang",
        requirements_go_to_the_office,
        judul="Persyaratan diserahkan pemohon kepada petugas.",
        penjelasan=(
            "Kalimat yang sebaliknya membuat pembaca mengira petugas yang membawa persyaratan."
        ),
        saran=(
            "periksa apakah yang dimaksud pemohon menyerahkan, atau petugas menerangkan "
            "persyaratan."
        ),
    ),
    Aturan(
        "sop-terkait-tak-tercatat",
        "rendah",
        named_sops_are_related,
        judul="SOP yang disebut dalam langkah ada di kotak Keterkaitan.",
        penjelasan="Kotak Keterkaitan memberi tahu pembaca SOP mana yang harus dibaca bersama.",
        saran="periksa apakah SOP ini perlu ditambahkan pada Keterkaitan.",
    ),
)
