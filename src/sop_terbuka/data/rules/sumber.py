"""Rules that hold a transcription to its source text, in both directions.

They compare every cell of the sources, so only `sop periksa` runs them; a build does not wait.
"""

import difflib
from collections.abc import Iterator, Sequence

from ..check import Entry, Path
from ..correction import path_to
from ..draft import Draft
from ..model import Sop
from ..provenance import Gap, missing, unsupported
from ..provenance.passage import normal, squeezed
from .rule import Aturan, Breach
from .walk import bases

_ALIKE = 0.5


def _copied(draft: Draft) -> Iterator[tuple[Entry[Sop], tuple[str, ...]]]:
    """The transcriptions whose lines exist; what is wrong with the others is another rule."""
    for entry in draft.sop.values():
        source = entry.record.sumber
        if entry.record.status != "transkripsi" or source is None:
            continue
        lines = draft.sumber.get(source.berkas, ())
        if all(1 <= first <= last <= len(lines) for first, last in _ranges(entry.record)):
            yield entry, lines


def _ranges(sop: Sop) -> list[list[int]]:
    return [sop.sumber.baris, *sop.sumber.baris_lain] if sop.sumber else []


def value_is_in_source(draft: Draft) -> Iterator[Breach]:
    """What an SOP copies from its document stands there, or says why it differs."""
    for entry, lines in _copied(draft):
        for gap, seen in _paired(unsupported(entry.record, lines), missing(entry.record, lines)):
            there = f' Naskah memuat "{seen.text}" ({seen.where}).' if seen else ""
            dari = seen.text if seen else "..."
            yield Breach(
                entry,
                path_to(entry.record, gap.where),
                f'"{gap.text}" tidak ada pada naskah {_source(entry.record)}.{there} Bila salah '
                "salin, samakan dengan naskah. Bila naskahnya salah tulis, catat di koreksi. Bila "
                f"dinas mengubahnya, catat di perubahan: {{pada: {gap.where}, dari: {dari}, "
                f"menjadi: {gap.text}, dasar: ..., tanggal: ...}}.",
            )


def quotation_is_in_source(draft: Draft) -> Iterator[Breach]:
    """What a reader says to have seen stands on the line that he names."""
    for entry, lines in _copied(draft):
        for n, item in enumerate(entry.record.temuan_pembaca):
            named = (basis.baris for basis in item.dasar if basis.jenis == "sop" and basis.baris)
            line = next(named, None)
            words = squeezed(normal(item.kutipan or ""))
            if line and words not in squeezed(normal(" ".join(lines[line - 1 : line]))):
                yield Breach(
                    entry,
                    ("temuan_pembaca", n, "kutipan"),
                    f'"{item.kutipan}" tidak ada pada baris {line} naskah '
                    f"{_source(entry.record)}. Kutip persis, atau periksa angka barisnya.",
                )


def cell_is_in_data(draft: Draft) -> Iterator[Breach]:
    """Nothing that a document says is lost."""
    for entry, lines in _copied(draft):
        lost = missing(entry.record, lines)
        # A cell that a wrong value already quotes is not told twice.
        values = unsupported(entry.record, lines) if lost else []
        told = [seen for _, seen in _paired(values, lost)]
        for gap in (gap for gap in lost if gap not in told):
            yield Breach(
                entry,
                ("sumber",),
                f'{gap.where} naskah {_source(entry.record)} memuat "{gap.text}", yang tidak ada '
                "pada data. Salin ke kuncinya, atau kutip di antara tanda petik pada catatan.",
            )


def _source(sop: Sop) -> str:
    return sop.sumber.berkas if sop.sumber else ""


def _paired(values: list[Gap], cells: list[Gap]) -> list[tuple[Gap, Gap | None]]:
    """Each value that the source does not hold, with the lost cell most like it, if one is."""
    free = list(cells)
    found: list[tuple[Gap, Gap | None]] = []
    for value in values:
        best = max(free, key=lambda cell: _likeness(value, cell), default=None)
        if best is not None and _likeness(value, best) >= _ALIKE:
            free.remove(best)
            found.append((value, best))
        else:
            found.append((value, None))
    return found


def _likeness(one: Gap, other: Gap) -> float:
    return difflib.SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def line_belongs_to_one_sop(draft: Draft) -> Iterator[Breach]:
    """No two SOPs are copied from one line."""
    owner: dict[tuple[str, int], str] = {}
    for entry, _ in _copied(draft):
        for n, (first, last) in enumerate(_ranges(entry.record)):
            path: Path = ("sumber", "baris_lain", n - 1) if n else ("sumber", "baris")
            for number in range(first, last + 1):
                other = owner.setdefault((_source(entry.record), number), entry.record.id)
                if other != entry.record.id:
                    yield Breach(
                        entry,
                        path,
                        f"baris {number} {_source(entry.record)} sudah dipakai {other}. "
                        "Periksa angkanya.",
                    )
                    break


def line_is_used(draft: Draft) -> Iterator[Breach]:
    """Every filled line of a source belongs to an SOP, or is said to belong to none."""
    if draft.sop_ids - draft.sop.keys():
        return  # What a broken SOP would use is not known.
    holders = {_source(entry.record): entry for entry, _ in _copied(draft)}
    used: dict[str, set[int]] = {}
    for entry in draft.sop.values():
        for first, last in _ranges(entry.record):
            used.setdefault(_source(entry.record), set()).update(range(first, last + 1))
    for office in draft.instansi.values():
        for part in office.record.bukan_sop:
            used.setdefault(part.berkas, set()).update(range(part.baris[0], part.baris[-1] + 1))
    for name, entry in holders.items():
        for first, last in _free(draft.sumber[name], used[name]):
            what = f"{first}" if first == last else f"{first} sampai {last}"
            yield Breach(
                entry,
                ("sumber",),
                f"baris {what} naskah {name} tidak dipakai SOP mana pun. Tambahkan ke baris_lain "
                "SOP yang memuatnya, atau catat di instansi.yml: bukan_sop.",
            )


def _free(lines: Sequence[str], used: set[int]) -> Iterator[tuple[int, int]]:
    """The first and last line of each passage that nobody uses; empty lines do not part it."""
    passage: list[int] = []
    for number, line in enumerate(lines, start=1):
        if number not in used and line.strip():
            passage.append(number)
        elif number in used and passage:
            yield passage[0], passage[-1]
            passage = []
    if passage:
        yield passage[0], passage[-1]


def basis_is_own_line(draft: Draft) -> Iterator[Breach]:
    """A line named as the basis of a fact is one of the SOP's own."""
    for entry, _ in _copied(draft):
        for path, basis in bases(entry.record):
            if basis.jenis != "sop" or not basis.baris:
                continue
            if not any(a <= basis.baris <= b for a, b in _ranges(entry.record)):
                yield Breach(
                    entry,
                    (*path, "baris"),
                    f"baris {basis.baris} bukan bagian naskah SOP ini. Periksa angkanya.",
                )


ATURAN = (
    Aturan(
        "isi-tidak-di-naskah",
        "Isi yang disalin ada pada naskah sumbernya.",
        "Pembaca harus dapat mempercayai bahwa salinan sama dengan dokumen dinas.",
        (value_is_in_source, quotation_is_in_source),
    ),
    Aturan(
        "sel-naskah-hilang",
        "Setiap sel naskah yang terisi ada pada data.",
        "Yang tertulis dalam dokumen tidak boleh hilang tanpa diketahui.",
        (cell_is_in_data,),
    ),
    Aturan(
        "baris-naskah-ganda",
        "Satu baris naskah milik satu SOP.",
        "Baris yang dipakai dua SOP berarti salah satunya menyalin isi yang lain.",
        (line_belongs_to_one_sop,),
    ),
    Aturan(
        "baris-naskah-bebas",
        "Setiap baris naskah dipakai SOP atau dicatat bukan SOP.",
        "Baris yang terlewat dapat memuat syarat atau langkah.",
        (line_is_used,),
    ),
    Aturan(
        "dasar-di-luar-naskah",
        "Baris yang disebut sebagai dasar adalah bagian naskah SOP itu.",
        "Dasar yang menunjuk SOP lain membuktikan hal yang lain.",
        (basis_is_own_line,),
    ),
)
