"""Puts the office's answers to the findings they mean; an answer to nothing is a finding."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...data.correction import canonical
from ...data.model.sop import Sop, Tanggapan
from .finding import Temuan
from .rule import Aturan
from .text import quoted

JAWABAN = {
    "diterima": "Diterima",
    "bukan-masalah": "Bukan masalah",
    "akan-diperbaiki": "Akan diperbaiki",
}

UNANSWERED = Aturan(
    "tanggapan-tanpa-temuan",
    "rendah",
    None,
    judul="Setiap tanggapan menjawab temuan yang ada.",
    penjelasan=(
        "Tanggapan tanpa temuan berarti dokumennya sudah diperbaiki, atau id aturannya salah tulis."
    ),
    saran="periksa apakah tanggapan ini dapat dihapus dari data.",
)


def answered(sop: Sop, findings: Iterable[Temuan]) -> Iterator[Temuan]:
    """The findings of one SOP with their answers, then one for every answer left over."""
    used: set[int] = set()
    for finding in findings:
        for n, answer in enumerate(sop.tanggapan):
            if _means(sop, answer, finding):
                used.add(n)
                finding = replace(finding, tanggapan=answer)
                break
        yield finding
    rule = UNANSWERED
    for n, answer in enumerate(sop.tanggapan):
        if n not in used:
            where = f" pada langkah {answer.langkah}" if answer.langkah else ""
            where += f" pada {answer.pada}" if answer.pada else ""
            yield Temuan(
                sop.id, rule.id, "identitas", rule.tingkat,
                f"Tanggapan {quoted(answer.alasan)} untuk aturan {answer.aturan}{where} tidak "
                "menjawab temuan apa pun.",
                (), rule.saran,
            )  # fmt: skip


def _means(sop: Sop, answer: Tanggapan, finding: Temuan) -> bool:
    if answer.aturan != finding.aturan:
        return False
    if answer.langkah and answer.langkah not in finding.langkah:
        return False
    if not answer.pada:
        return True
    if answer.pada.lower() in {proof.pada.lower() for proof in finding.bukti}:
        return True
    return canonical(sop, answer.pada) in {proof.alamat for proof in finding.bukti}
