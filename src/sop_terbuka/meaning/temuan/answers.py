"""Puts the office's answers to the findings they mean; an answer to nothing is a finding."""

from collections.abc import Iterable, Iterator, Mapping
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


def naming(sop: Sop, finding: Temuan, siblings: Iterable[Temuan]) -> dict[str, str]:
    """The keys by which an answer means this finding among those of its SOP, as few as will do.

    Findings that share step and place cannot be told apart: one answer is for all of them.
    """
    rule = {"aturan": finding.aturan}
    steps = [rule | {"langkah": step} for step in finding.langkah]
    # The data's own name of a place outlives a list that is reordered.
    places = [rule | {"pada": proof.alamat or proof.pada} for proof in finding.bukti]
    both = [step | place for step in steps for place in places]
    others = [item for item in siblings if item is not finding]
    for keys in (rule, *steps, *places, *both):
        if not any(_is_named(sop, keys, item) for item in others):
            return keys
    return (both or places or steps or [rule])[0]


def _means(sop: Sop, answer: Tanggapan, finding: Temuan) -> bool:
    keys = {"aturan": answer.aturan, "langkah": answer.langkah or "", "pada": answer.pada or ""}
    return _is_named(sop, keys, finding)


def _is_named(sop: Sop, keys: Mapping[str, str], finding: Temuan) -> bool:
    step, place = keys.get("langkah"), keys.get("pada")
    if keys["aturan"] != finding.aturan or (step and step not in finding.langkah):
        return False
    if not place or place.lower() in {proof.pada.lower() for proof in finding.bukti}:
        return True
    return canonical(sop, place) in {proof.alamat for proof in finding.bukti}
