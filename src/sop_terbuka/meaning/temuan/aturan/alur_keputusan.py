"""Findings about decisions: conditions with one way only, checks without consequence."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks, step_name, step_names
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import capital, numbers, quoted

_IF = re.compile(r"\b(?:jika|apabila|bila|kalau|apakah)\b", re.IGNORECASE)


_HARMLESS = re.compile(
    r"\(?\b(?:bila|jika|apabila)\s+(?:ada|di ?perlukan|perlu|memungkinkan)\b\)?", re.IGNORECASE
)


_NO = re.compile(r"\b(?:tidak|belum|bukan|kurang|ditolak|gagal|ketidak\w+)\b", re.IGNORECASE)

# What puts a thing right: where a sentence asks for it, the other way simply goes on.
_MENDS = re.compile(
    r"\b(?:(?:harus|wajib|perlu)\s+(?:\w+\s+)?(?:diubah|diganti|diperbaiki|dilengkapi|"
    r"disesuaikan|diberi(?:kan)?\s+catatan|mengubah|mengganti|memperbaiki|melengkapi|"
    r"menyesuaikan)|ditolak|dikembalikan)\b",
    re.IGNORECASE,
)


def _conditions(text: str) -> list[tuple[str, bool]]:
    """The conditions of a sentence and whether each is of the bad case."""
    bare = _HARMLESS.sub(" ", text)
    found = []
    for match in _IF.finditer(bare):
        rest = re.split(r"[.;]", bare[match.end() :], maxsplit=1)[0]
        clause = re.split(r"[,(]|\bmaka\b|(?<!yang )\bakan\b", rest, maxsplit=1)[0]
        bad = _NO.search(clause) or _MENDS.search(rest[len(clause) :])
        found.append((f"{match[0]}{clause}".strip(), bool(bad)))
    return found


def decisions_have_both_ways(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A condition says what happens either way, in its own sentence or the next."""
    for n, step in enumerate(sop.langkah):
        following = sop.langkah[n + 1].kegiatan if n + 1 < len(sop.langkah) else ""
        own, after = _conditions(step.kegiatan), _conditions(following)
        if own and not any(negative for _, negative in (*own, *after)):
            yield Hasil(
                f"{step_name(sop, step)} menyebut {quoted(own[0][0])} tetapi tidak menyebut apa "
                "yang terjadi pada keadaan sebaliknya.",
                (k.at_step(sop, step),),
                (step.id,),
            )
        elif re.search(r"\bpersetujuan\s*/\s*menolak\b", step.kegiatan, re.IGNORECASE) and not own:
            yield Hasil(
                f"{step_name(sop, step)} memberi persetujuan atau menolak, tetapi tidak menyebut "
                "apa yang terjadi bila ditolak.",
                (k.at_step(sop, step),),
                (step.id,),
            )
        elif step.keputusan and not own and not after and step.keputusan.dasar == "tertulis":
            yield Hasil(
                f"{step_name(sop, step)} bercabang pada bagan, tetapi kalimatnya "
                f"{quoted(step.kegiatan)} tidak menyebut syaratnya.",
                (k.at_step(sop, step),),
                (step.id,),
            )


CHECK = re.compile(
    r"\b(?:memverifikasi|verifikasi|diverifikasi|memeriksa|meneliti|mengoreksi|koreksi|pengecekan|"
    r"pemeriksaan)\b",
    re.IGNORECASE,
)


def checks_have_consequences(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP that checks something says at least once what follows when it is not in order."""
    checks = [step for step in sop.langkah if CHECK.search(step.kegiatan)]
    says_so = any(
        _conditions(step.kegiatan)
        or (step.keputusan and step.keputusan.dasar == "tertulis")
        or re.search(
            r"\b(?:menolak|ditolak|mengembalikan|dikembalikan)\b", step.kegiatan, re.IGNORECASE
        )
        for step in sop.langkah
    )
    if checks and not says_so:
        yield Hasil(
            f"{capital(numbers(step_names(sop, checks)))} memeriksa atau mengoreksi, tetapi tidak "
            "ada langkah yang menyebut apa yang terjadi bila hasilnya tidak sesuai.",
            tuple(k.at_step(sop, step) for step in checks[:4]),
            tuple(step.id for step in checks),
        )


def returning_has_a_condition(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A step that returns papers names the condition, there or in the step before."""
    for n, step in enumerate(sop.langkah):
        before = sop.langkah[n - 1].kegiatan if n else ""
        returns = re.match(r"\s*(?:mengembalikan|pengembalian)\b", step.kegiatan, re.IGNORECASE)
        if returns and not _conditions(step.kegiatan) and not _conditions(before):
            yield Hasil(
                f"{step_name(sop, step)} menulis {quoted(step.kegiatan)} tanpa menyebut dalam "
                "keadaan apa.",
                (k.at_step(sop, step),),
                (step.id,),
            )


def branches_have_a_question(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Printed yes and no labels, or a branching chart, go with a condition in the steps."""
    if any(_conditions(step.kegiatan) for step in sop.langkah):
        labels = [
            (n, step)
            for n, step in enumerate(sop.langkah)
            if {text.strip().lower() for text in step.sel_pelaksana.values()} & {"ya", "tidak"}
        ]
        for n, step in labels:
            near = sop.langkah[max(0, n - 1) : n + 1]
            if not any(_conditions(other.kegiatan) for other in near):
                yield Hasil(
                    f'Label "Ya" atau "Tidak" tercetak pada {step_name(sop, step).lower()}, '
                    "tetapi langkah itu dan langkah sebelumnya tidak menyebut syarat apa pun.",
                    (k.at_step(sop, step),),
                    (step.id,),
                )
        return
    found = [
        n
        for n, line in k.lines(sop).raw
        if re.search(r"(?:--|\t|^)\s*(?:Tidak|TIDAK)\b\s*(?:--|\t|$)", line)
    ]
    # Where the data could read the chart, a step holds the decision, and another rule looks at it.
    read = any(step.keputusan and step.keputusan.dasar == "tertulis" for step in sop.langkah)
    if found and sop.langkah and not read:
        yield Hasil(
            'Bagan pada naskah memuat cabang "Tidak", tetapi tidak ada kalimat langkah yang '
            "menyebut syaratnya.",
            tuple(Bukti("Bagan", "Tidak", n) for n in found[:3]),
        )


ATURAN = (
    Aturan(
        "keputusan-tanpa-cabang",
        "sedang",
        decisions_have_both_ways,
        judul="Setiap syarat menyebut apa yang terjadi bila ya dan bila tidak.",
        penjelasan=(
            "Petugas dan pemohon perlu tahu langkah berikutnya pada kedua keadaan. Syarat yang "
            "hanya menyebut keadaan buruk (belum lengkap, atau yang harus diperbaiki) tidak "
            "ditandai, karena lanjutannya langkah berikut."
        ),
        saran="periksa ke mana alurnya bila syaratnya tidak terpenuhi.",
    ),
    Aturan(
        "pemeriksaan-tanpa-kelanjutan",
        "sedang",
        checks_have_consequences,
        judul="Pemeriksaan menyebut apa yang terjadi bila hasilnya tidak sesuai.",
        penjelasan=(
            "SOP yang memeriksa tetapi tidak pernah menyebut pengembalian atau penolakan membuat "
            "pemohon menunggu tanpa kepastian."
        ),
        saran="periksa ke mana berkas kembali bila belum lengkap atau belum benar.",
    ),
    Aturan(
        "pengembalian-tanpa-syarat",
        "sedang",
        returning_has_a_condition,
        judul="Pengembalian berkas menyebut syaratnya.",
        penjelasan="Langkah yang selalu mengembalikan berkas berarti layanan tidak pernah selesai.",
        saran="periksa dalam keadaan apa berkas dikembalikan.",
    ),
    Aturan(
        "cabang-tanpa-pertanyaan",
        "sedang",
        branches_have_a_question,
        judul="Label Ya dan Tidak pada bagan mempunyai pertanyaannya dalam kalimat.",
        penjelasan="Pembaca tidak dapat memilih cabang bila tidak tahu apa yang ditanyakan.",
        saran="periksa apa pertanyaan pada belah ketupat bagan aslinya.",
    ),
)
