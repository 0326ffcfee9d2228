"""Findings as open data, as a table, as text for the terminal, and grouped for the page."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...meaning.temuan.answers import JAWABAN
from ...meaning.temuan.finding import KELUARGA, Temuan, Tingkat
from .table import as_table

LEVELS: tuple[Tingkat, ...] = ("tinggi", "sedang", "rendah")
_CSV_KEYS = (
    "sop", "aturan", "keluarga", "tingkat", "pesan", "bukti", "saran", "jawaban", "jawaban_oleh",
    "jawaban_tanggal", "jawaban_alasan",
)  # fmt: skip


def as_json(item: Temuan) -> dict[str, Any]:
    """A row for the open data, without the SOP's own id."""
    return {
        "aturan": item.aturan,
        "keluarga": item.keluarga,
        "tingkat": item.tingkat,
        "pesan": item.pesan,
        "bukti": [
            {"pada": proof.pada, "kutipan": proof.kutipan, "baris": proof.baris}
            for proof in item.bukti
        ],
        "saran": item.saran,
        "tanggapan": item.tanggapan.model_dump(mode="json", exclude_none=True)
        if item.tanggapan
        else None,
    }


def as_csv(findings: Iterable[Temuan]) -> Iterator[bytes]:
    """All findings as one table; the first line names the columns."""
    rows = (
        (
            item.sop, item.aturan, item.keluarga, item.tingkat, item.pesan,
            "; ".join(proof.teks for proof in item.bukti), item.saran,
            answer.jawaban if answer else "", answer.oleh if answer else "",
            answer.tanggal if answer else "", answer.alasan if answer else "",
        )
        for item in findings
        for answer in (item.tanggapan,)
    )  # fmt: skip
    return as_table(_CSV_KEYS, rows)


def as_text(findings: Iterable[Temuan]) -> str:
    """Findings for the terminal, by SOP, with a count at the end."""
    items = list(findings)
    lines: list[str] = []
    for sop_id in dict.fromkeys(item.sop for item in items):
        lines.append(sop_id)
        for item in (item for item in items if item.sop == sop_id):
            lines.append(f"  [{item.tingkat}] {item.pesan} [{item.aturan}]")
            shown = [proof.teks for proof in item.bukti if proof.baris][:4]
            lines += [f"      {text}" for text in shown]
            lines.append(f"      Saran: {item.saran}")
            if item.tanggapan:
                answer = item.tanggapan
                word = JAWABAN[answer.jawaban]
                lines.append(
                    f"      Tanggapan: {word}, {answer.oleh}, {answer.tanggal}: {answer.alasan}"
                )
        lines.append("")
    counts = Counter(item.tingkat for item in items)
    shown_counts = ", ".join(f"{counts[level]} {level}" for level in LEVELS if counts[level])
    sops = len({item.sop for item in items})
    lines.append(f"{len(items)} temuan pada {sops} SOP" + (f" ({shown_counts})." if items else "."))
    return "\n".join(_printable(line) for line in lines)


def _printable(text: str) -> str:
    # A message quotes documents: a control character must not steer the terminal.
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in text)


@dataclass(frozen=True)
class Kelompok:
    """Findings under one heading, worst first."""

    id: str
    judul: str
    temuan: tuple[Temuan, ...]

    @property
    def jumlah(self) -> dict[str, int]:
        """How many of each level."""
        counts = Counter(item.tingkat for item in self.temuan)
        return {level: counts[level] for level in LEVELS}


def by_sop(findings: Iterable[Temuan]) -> tuple[Kelompok, ...]:
    """Groups by SOP in the order the findings come."""
    return _grouped(findings, lambda item: (item.sop, item.sop))


def by_office(findings: Iterable[Temuan]) -> tuple[Kelompok, ...]:
    """Groups by office; the heading is the office's id."""
    return _grouped(findings, lambda item: (item.sop.partition("/")[0],) * 2)


def by_family(findings: Iterable[Temuan]) -> tuple[Kelompok, ...]:
    """Groups by family in the families' own order."""
    order = {key: n for n, key in enumerate(KELUARGA)}
    made = _grouped(findings, lambda item: (item.keluarga, KELUARGA[item.keluarga]))
    return tuple(sorted(made, key=lambda group: order[group.id]))  # type: ignore[index]


def by_level(findings: Iterable[Temuan]) -> tuple[Kelompok, ...]:
    """Groups by level, worst first."""
    made = _grouped(findings, lambda item: (item.tingkat, item.tingkat.capitalize()))
    return tuple(sorted(made, key=lambda group: LEVELS.index(group.id)))


def _grouped(
    findings: Iterable[Temuan], key: Callable[[Temuan], tuple[str, str]]
) -> tuple[Kelompok, ...]:
    found: dict[tuple[str, str], list[Temuan]] = {}
    for item in findings:
        found.setdefault(key(item), []).append(item)
    return tuple(
        Kelompok(group, title, tuple(sorted(items, key=lambda item: LEVELS.index(item.tingkat))))
        for (group, title), items in found.items()
    )
