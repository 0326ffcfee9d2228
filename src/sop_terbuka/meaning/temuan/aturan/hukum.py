"""Findings about legal bases: status by the registry, garbled citations, sisters' bases."""

import datetime
import re
from collections.abc import Iterator

from ....data.model.peraturan import Peraturan
from ....data.model.sop import DasarHukum, Sop
from ....data.tanggal import in_words
from ...hukum import GONE
from ..context import Konteks
from ..finding import Bukti, Sebab
from ..rule import Aturan, Hasil
from ..text import listed, quoted, tokens

# After this many days somebody should look again whether the status still holds.
_STALE_DAYS = 365


def bases(k: Konteks, sop: Sop) -> Iterator[tuple[int, DasarHukum, Peraturan]]:
    """The legal bases whose regulation is known: number, citation, regulation."""
    for n, basis in enumerate(sop.dasar_hukum, 1):
        law = k.catalog.peraturan.get(basis.peraturan or "")
        if law:
            yield n, basis, law


# Spellings that are no garbling of a title.
_SPELT = {
    "tatacara": "tata cara", "loka": "lokal", "laport": "lapor", "standarisasi": "standardisasi",
    "perbantuan": "pembantuan",
}  # fmt: skip


def title_words(text: str) -> list[str]:
    """The words behind "tentang" in one spelling."""
    parts = re.split(r"\btentang\b\s*:?", text, maxsplit=1, flags=re.IGNORECASE)
    words = " ".join(_SPELT.get(word, word) for word in tokens(parts[1])) if len(parts) > 1 else ""
    return [word for word in words.split() if not word.isdigit() and len(word) > 1]


def short_name(law: Peraturan) -> str:
    """`Peraturan Menteri Nomor 18 Tahun 2024`, as the registry names it, without the title."""
    return re.split(r"\s+tentang\s+", law.judul, maxsplit=1, flags=re.IGNORECASE)[0]


def now(k: Konteks, law: Peraturan) -> str:
    """Which regulations to cite today, as a clause."""
    names = [
        short_name(k.catalog.peraturan[item])
        for item in law.rujukan_kini
        if item in k.catalog.peraturan
    ]
    if names:
        return f"; rujukan kini {listed(names, 3)}"
    by = [item.judul or item.id or "" for item in law.dicabut_oleh]
    return f"; dicabut oleh {quoted(by[0], 90)}" if by else ""


def certain(law: Peraturan) -> str:
    """How sure the registry is of a status, and when."""
    return f"keyakinan {law.keyakinan_status}, keadaan {in_words(law.status_per)}"


def proof_of(k: Konteks, sop: Sop, n: int, basis: DasarHukum, law: Peraturan) -> tuple[Bukti, ...]:
    """The citation in the document, and where the regulation's status is known from."""
    return (
        k.at(sop, f"Dasar hukum {n}", basis.tertulis, f"dasar_hukum[{n}].tertulis"),
        Bukti("Bukti status", law.bukti_status),
    )


def _shown(law: Peraturan) -> bool:
    """Whether somebody has seen the evidence of the repeal, at an address that others can open."""
    said = [law.bukti_status, *(item.bukti or "" for item in law.dicabut_oleh)]
    return any(re.search(r"https?://", text) for text in said)


def _cause(law: Peraturan, said: str, proof: tuple[Bukti, ...], rinci: str = "") -> Sebab:
    """What the regulation alone is the cause of, whichever SOP cites it."""
    return Sebab(law.id, f"{law.judul} {said}", proof[0], proof[1], rinci, law.id)


def laws_are_in_force(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No legal basis is repealed, going by the registry and its evidence."""
    cited = {basis.peraturan for basis in sop.dasar_hukum}
    for n, basis, law in bases(k, sop):
        if law.status == "dicabut":
            both = [item.id for item in law.dicabut_oleh if item.id in cited]
            also = "Penggantinya juga sudah dikutip SOP ini." if both else ""
            said = f"tercatat sudah dicabut ({certain(law)}){now(k, law)}."
            proof = proof_of(k, sop, n, basis, law)
            yield Hasil(
                f"Dasar hukum {n}, {quoted(basis.tertulis)}, {said} {also}".strip(),
                proof,
                sebab=(_cause(law, said, proof, also),),
                # Without evidence that a reader can open it is a question, not an alarm; where the
                # law in force is cited beside it, no decision rests on the old one alone.
                tingkat=None
                if law.keyakinan_status == "tinggi" and _shown(law) and not both
                else "sedang",
            )


def laws_have_not_ended(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No legal basis has run out."""
    for n, basis, law in bases(k, sop):
        if law.status == "berakhir":
            said = f"tercatat sudah berakhir masa berlakunya ({certain(law)}){now(k, law)}."
            proof = proof_of(k, sop, n, basis, law)
            yield Hasil(
                f"Dasar hukum {n}, {quoted(basis.tertulis)}, {said}",
                proof,
                sebab=(_cause(law, said, proof),),
            )


def amendments_are_cited(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An amended regulation is cited together with its amendments."""
    found = []
    cited = {basis.peraturan for basis in sop.dasar_hukum}
    for n, basis, law in bases(k, sop):
        if law.status not in ("diubah", "sebagian_dicabut"):
            continue
        known = (k.catalog.peraturan.get(item.id or "") for item in law.diubah_oleh)
        changes = [
            change
            for change in known
            if change and change.id not in cited and change.status not in GONE
        ]
        if changes:
            found.append((n, basis, law, changes))
    if found:
        shown = listed(
            (f"dasar hukum {n} ({short_name(law)}) oleh "
             f"{listed((short_name(c) for c in changes), 3)}"
             for n, _, law, changes in found), 8,
        )  # fmt: skip
        yield Hasil(
            f"Tercatat sudah diubah tanpa perubahannya disebut: {shown}.",
            tuple(
                proof for n, basis, law, _ in found for proof in proof_of(k, sop, n, basis, law)[:1]
            ),
            sebab=tuple(
                _cause(
                    law,
                    f"tercatat sudah diubah ({certain(law)}), tetapi tidak semua perubahannya "
                    "disebut.",
                    proof_of(k, sop, n, basis, law),
                    f"Tidak menyebut {listed(short_name(c) for c in changes)}.",
                )
                for n, basis, law, changes in found
            ),
        )


_NUMBERED = re.compile(
    r"(?:no(?:mor|\.)?|nomer)\s*:?\s*[\w.-]*\d[\w./-]*\s+(?:tahun|th\.?)\s*\d{4}|\b\d+\s*/\s*(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def bases_name_a_law(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every legal basis names a regulation."""
    for n, basis in enumerate(sop.dasar_hukum, 1):
        # With number and year it is certain, whether or not its record is here.
        if not basis.peraturan and not _NUMBERED.search(basis.tertulis):
            yield Hasil(
                f"Dasar hukum {n} tidak menyebut peraturan tertentu: {quoted(basis.tertulis)}.",
                (k.at(sop, f"Dasar hukum {n}", basis.tertulis, f"dasar_hukum[{n}].tertulis"),),
            )


def laws_were_checked_lately(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No cited regulation was last looked at more than a year ago."""
    old = [
        (n, basis, law)
        for n, basis, law in bases(k, sop)
        if (k.today - _day(law.diperiksa)).days > _STALE_DAYS
    ]
    if old:
        shown = listed((f"{short_name(law)} ({in_words(law.diperiksa)})" for *_, law in old), 6)
        yield Hasil(
            f"Status peraturan terakhir diperiksa lebih dari 12 bulan lalu: {shown}.",
            tuple(proof_of(k, sop, *item)[0] for item in old),
        )


def _day(date: str) -> datetime.date:
    year, *rest = (int(part) for part in date.split("-"))
    month, day = [*rest, 12, 28][:2] if len(rest) < 2 else rest
    return datetime.date(year, month if rest else 12, day)


ATURAN = (
    Aturan(
        "hukum-dicabut",
        "tinggi",
        laws_are_in_force,
        judul="Dasar hukum masih berlaku.",
        penjelasan=(
            "Menurut daftar peraturan situs ini beserta buktinya. Ini petunjuk untuk diperiksa, "
            "bukan pendapat hukum."
        ),
        saran="periksa apakah dasar hukumnya perlu diganti dengan peraturan yang berlaku sekarang.",
    ),
    Aturan(
        "hukum-berakhir",
        "sedang",
        laws_have_not_ended,
        judul="Dasar hukum belum habis masa berlakunya.",
        penjelasan="Anggaran dan peraturan sejenis hanya berlaku untuk tahun tertentu.",
        saran="periksa apakah yang dimaksud peraturan untuk tahun berjalan.",
    ),
    Aturan(
        "hukum-diubah",
        "rendah",
        amendments_are_cited,
        judul="Dasar hukum menyebut perubahannya.",
        penjelasan="Peraturan yang diubah masih berlaku, tetapi isinya tidak sama lagi.",
        saran="periksa apakah perubahannya perlu ikut disebut.",
    ),
    Aturan(
        "hukum-tak-dikenal",
        "sedang",
        bases_name_a_law,
        judul="Setiap dasar hukum menyebut peraturan tertentu.",
        penjelasan="Kalimat umum seperti ketentuan lain yang berlaku tidak dapat dirujuk.",
        saran="periksa peraturan mana yang dimaksud.",
    ),
    Aturan(
        "hukum-lama-tidak-diperiksa",
        "rendah",
        laws_were_checked_lately,
        judul="Status dasar hukum diperiksa setahun sekali.",
        penjelasan=(
            "Status pada situs ini dapat usang; dihitung dari tanggal pemeriksaan pada daftar "
            "peraturan."
        ),
        saran="periksa kembali statusnya pada laman resmi, lalu perbarui daftar peraturan.",
    ),
)
