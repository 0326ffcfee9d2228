"""A revision as text for a terminal."""

from collections.abc import Iterator, Sequence

from ..safe_markdown import printable
from .record import DAMPAK, Berkas, Perubahan, Revisi
from .text import capital

MANY = 20
UNSURE = "komputer tidak dapat menilainya, jadi baca sendiri"


def as_text(revisi: Revisi) -> str:
    """Every change in words, grouped by effect."""
    warned = (
        [f"PERHATIAN: {outside(revisi, revisi.di_luar_data)}", ""] if revisi.di_luar_data else []
    )
    if not revisi.berkas:
        return "\n".join(printable(line) for line in [*warned, "Tidak ada perubahan pada data."])
    lines = [*warned, f"{changed(revisi, 'berkas')} {counted(revisi)}", ""]
    for file in revisi.berkas:
        lines += [*_file(file), ""]
    return "\n".join(printable(line) for line in lines).rstrip()


def outside(revisi: Revisi, shown: Sequence[str]) -> str:
    """That more than data was changed, with the names as they are shown; nobody may miss it."""
    names = ", ".join(shown[:MANY])
    rest = len(revisi.di_luar_data) - MANY
    more = f" dan {rest} lagi" if rest > 0 else ""
    return (
        f"perubahan ini juga menyentuh {len(revisi.di_luar_data)} berkas yang bukan data: "
        f"{names}{more}. Artinya tidak dijelaskan di sini; baca sendiri berkas itu."
    )


def changed(revisi: Revisi, what: str) -> str:
    """How many files changed, and how many SOPs are concerned without a change of their own."""
    along = f"; {revisi.terpengaruh} SOP ikut terpengaruh" if revisi.terpengaruh else ""
    return f"{revisi.berubah} {what} berubah{along}."


def counted(revisi: Revisi) -> str:
    """How many changes have each effect, in one sentence."""
    counts = []
    told = [change for file in revisi.berkas for change in file.perubahan]
    for dampak, words in DAMPAK.items():
        changes = [change for change in told if change.dampak == dampak and not change.tetap]
        unsure = sum(change.periksa for change in changes)
        if len(changes) > unsure:
            counts.append(f"{words.lower()}: {len(changes) - unsure}")
        if unsure:
            counts.append(f"mungkin {words.lower()}: {unsure}")
    if not (revisi.jumlah["memberatkan"] or revisi.jumlah["meringankan"]):
        counts.insert(0, "tidak ada yang memberatkan atau meringankan pemohon")
    if kept := sum(change.tetap for change in told):
        counts.append(f"tidak ikut diubah dan perlu diperiksa: {kept}")
    return f"{capital('; '.join(counts))}."


def groups(file: Berkas) -> Iterator[tuple[str, tuple[Perubahan, ...]]]:
    """The changes under the headings of their effects; the unsure ones apart and said to be so."""
    for dampak, words in DAMPAK.items():
        for unsure in (False, True):
            changes = tuple(change for change in file.of(dampak) if change.periksa == unsure)
            if changes:
                yield (f"Mungkin {words.lower()}; {UNSURE}" if unsure else words), changes


def titled(file: Berkas) -> str:
    """What the file is, and what happened to it."""
    kinds = {
        "sop": "SOP",
        "formulir": "Formulir",
        "peraturan": "Peraturan",
        "instansi": "Dinas",
        "lain": "Berkas",
    }
    return f"{kinds[file.jenis]} {file.keadaan}: {file.nama}"


def _file(file: Berkas) -> Iterator[str]:
    title = f"{titled(file)} [{file.id}]"
    yield title
    yield "=" * min(len(title), 100)
    for row in file.total:
        more = f" ({row.selisih})" if row.selisih else ""
        yield f"  {row.nama}: {row.sebelum} -> {row.sesudah}{more}"
    for title, changes in groups(file):
        yield f"{title}:"
        for change in changes:
            yield from _change(change)
    if file.alur:
        yield "  (diagram alir berubah)"
    for title, found in (
        ("Temuan baru", file.temuan_baru),
        ("Temuan selesai", file.temuan_selesai),
    ):
        if found:
            yield f"{title}:"
            yield from (f"  - {text}" for text in found)
    if file.tersentuh:
        yield "Ikut hilang atau berubah:" if file.keadaan == "dihapus" else "Ikut berubah:"
        yield from (f"  - {reach.apa}: {', '.join(reach.alamat)}" for reach in file.tersentuh)


def _change(change: Perubahan) -> Iterator[str]:
    yield f"  - {change.ringkas}"
    if not change.is_short:
        if change.sebelum is not None:
            yield f"      sebelum: {change.sebelum}"
        if change.sesudah is not None:
            yield f"      sesudah: {change.sesudah}"
