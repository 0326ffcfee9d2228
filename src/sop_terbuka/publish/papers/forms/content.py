"""What a form says on paper beyond its own words: conditions, marks, a letter's set sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....data.model.formulir import Formulir, Isian, Lampiran, TampilBila

UNOFFICIAL = "Formulir bantu, bukan formulir resmi"
OPTIONAL, WEAK = "tidak wajib", "boleh kosong"
CONTINUE = "Bila tidak cukup, lanjutkan di lembar lain."
SIGN_HERE = "Tanda tangan dan nama terang"
_LONG, _LONGEST = 1500, 3000


@dataclass(frozen=True)
class Words:
    """The set sentences of one form, in the voice of those who sign it."""

    opening: tuple[str, ...]
    closing: str


def address(form: Formulir, site_url: str) -> str:
    """Where the explanations of a form stand, in words when the site has no address."""
    path = f"formulir/{form.id}/"
    return (
        f"{site_url.rstrip('/')}/{path}" if site_url else f"halaman {path} di situs layanan dinas"
    )


def mark(item: Isian | Lampiran) -> str:
    """What stands behind a label; nothing for what everyone must fill in."""
    if item.wajib != "tidak":
        return ""
    return WEAK if item.is_weak else OPTIONAL


def condition(form: Formulir, item: Isian | Lampiran) -> str:
    """When a field or an attachment counts, in words; paper cannot hide what does not."""
    parts = [_shown(form, item.tampil_bila)] if item.tampil_bila else []
    if item.bila:
        parts.append(item.bila)
    if not parts:
        return ""
    start = "Wajib bila" if item.wajib == "bersyarat" else "Hanya bila"
    return f"{start} {', dan '.join(parts)}."


def _shown(form: Formulir, test: TampilBila) -> str:
    asked = next(isian for isian in form.isian if isian.id == test.isian)
    label = f'"{asked.label}"'
    if test.terisi:
        return f"{label} {'diisi' if test.terisi == 'ya' else 'kosong'}"
    wanted = [*test.salah_satu, *([test.sama_dengan] if test.sama_dengan else [])]
    if asked.jenis.shape == "centang":
        return f"{label} {'dicentang' if 'ya' in wanted else 'tidak dicentang'}"
    labels = [option.label for option in asked.pilihan if option.id in wanted]
    return f"{label} dijawab {' atau '.join(labels)}"


def hint(form: Formulir, isian: Isian) -> str:
    """The small line below a label: when it counts, its own help, how to answer, an example."""
    parts = [part for part in (condition(form, isian), isian.bantuan) if part]
    kind = isian.jenis
    if kind.paper_hint and (kind.always or not isian.bantuan):
        parts.append(kind.paper_hint)
    if isian.contoh:
        parts.append(f"Contoh: {isian.contoh.rstrip('.')}.")
    if height(isian) in ("panjang", "terpanjang"):
        parts.append(CONTINUE)
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def marks_explained(form: Formulir) -> Iterator[str]:
    """What the marks mean that a form really has."""
    marks = {mark(item) for item in form.isian} | {mark(item) for item in form.lampiran}
    if OPTIONAL in marks:
        yield f'Yang bertanda "{OPTIONAL}" boleh dilewati.'
    if WEAK in marks:
        yield f'Yang bertanda "{WEAK}" tidak diminta SOP atau peraturan, hanya membantu.'


def height(isian: Isian) -> str:
    """How much room a pen needs for an answer of several lines: a class of the style sheet."""
    if isian.jenis.shape != "paragraf":
        return ""
    limit = isian.batas or 0
    if limit >= _LONGEST:
        return "terpanjang"
    return "panjang" if limit >= _LONG else "pendek"


def attachments_title(form: Formulir) -> str:
    """What stands above the things to bring."""
    if form.jenis == "surat":
        return "Bersama surat ini dilampirkan"
    return "Yang dibawa bersama formulir ini"


def words(form: Formulir) -> Words:
    """The sentences that a letter or a statement begins and ends with."""
    we = any(sentence.startswith("Kami ") for sentence in form.pernyataan)
    who = "kami" if we else "saya"
    if form.jenis == "surat":
        return Words(
            ("Dengan hormat,", f"Bersama surat ini {who} menyampaikan data berikut."),
            f"Demikian surat ini {who} sampaikan. "
            f"Atas perhatian Bapak/Ibu {who} ucapkan terima kasih.",
        )
    if form.jenis == "surat-pernyataan":
        return Words(
            (f"Yang bertanda tangan di bawah ini, {who}:",),
            f"Demikian surat ini {who} buat dengan sebenarnya dan tanpa paksaan.",
        )
    return Words((), "")
