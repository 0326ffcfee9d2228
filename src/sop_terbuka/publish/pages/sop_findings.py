"""The page of one SOP's findings: each in full, with a ready answer and the way to a proposal."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ...data.correction import canonical
from ...data.model import Sop
from ...meaning.temuan import Temuan
from ...meaning.temuan.answers import JAWABAN, naming

# What an answer still lacks, with what to write there.
BELUM = {
    "jawaban": f"{', '.join([*JAWABAN][:-1])}, atau {[*JAWABAN][-1]}",
    "oleh": "jabatan atau unit yang menjawab",
    "tanggal": "tanggal jawaban, misalnya 2026-11-29",
    "alasan": "mengapa, dalam satu atau dua kalimat",
}
_LEFT = "GANTI"
# Where what a document does not say would stand.
_SILENT = {
    "biaya-tidak-disebut": ("biaya",),
    "persyaratan-tidak-disebut": ("persyaratan[+]",),
}


@dataclass(frozen=True)
class TemuanSop:
    """One finding on its SOP's page; `jawaban` is the entry to paste, `kunci` how it begins."""

    id: str
    temuan: Temuan
    kunci: str
    jawaban: str
    usul: str


def numbered_findings(
    sop: Sop, findings: Sequence[Temuan], offered: Collection[str]
) -> tuple[TemuanSop, ...]:
    """The findings with anchors that stay: the rule's id, then the rule's id and a number.

    `offered` are the places that the proposal form of the SOP knows.
    """
    seen: dict[str, int] = {}
    known = {canonical(sop, place): place for place in offered}
    found = []
    for item in findings:
        seen[item.aturan] = count = seen.get(item.aturan, 0) + 1
        key = entry_begin(naming(sop, item, findings))
        # The form says in the reason which finding it answers.
        asked = {"pada": _place(item, known), "aturan": item.aturan}
        found.append(
            TemuanSop(
                item.aturan if count == 1 else f"{item.aturan}-{count}",
                item,
                key,
                key + "".join(f"    {name}: {_LEFT}  # {hint}\n" for name, hint in BELUM.items()),
                "?" + urlencode({name: word for name, word in asked.items() if word}),
            )
        )
    return tuple(found)


def entry_begin(keys: dict[str, str]) -> str:
    """The first lines of a `tanggapan` entry: what it answers."""
    # JSON's quoted text is YAML's; a place such as `Form 1: judul` would else be a mapping.
    lines = [
        f"{name}: {value if name != 'pada' else json.dumps(value, ensure_ascii=False)}\n"
        for name, value in keys.items()
    ]
    return "  - " + "    ".join(lines)


def _place(finding: Temuan, offered: Mapping[str, str]) -> str:
    """The first value that the finding is about and a proposal may change; empty without one."""
    wanted = []
    for step in finding.langkah:
        keys = ("waktu", "kegiatan") if finding.keluarga == "waktu" else ("kegiatan",)
        wanted += [f"langkah[{step}].{key}" for key in keys]
    wanted += _SILENT.get(finding.aturan, ())
    wanted += [proof.alamat for proof in finding.bukti if proof.sop in ("", finding.sop)]
    return next((offered[path] for path in wanted if path in offered), "")
