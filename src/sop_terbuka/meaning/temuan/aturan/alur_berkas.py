"""Findings about papers: needed but never made, made but never used, named but not at hand."""

import re
from collections.abc import Iterator

from ....data.model.sop import Langkah, Sop
from ..context import Konteks, step_name
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, overlap, quoted, tokens, word_set

# Things made of paper pass from step to step; tools and rooms do not.
_PAPERS = word_set(
    "surat draf berkas laporan rekap rekapitulasi dokumen data berita blangko formulir form "
    "daftar hasil catatan disposisi sk keputusan kartu sertifikat bukti kuitansi risalah "
    "nota konsep rekomendasi permohonan proposal arsip paraf npd undangan pengumuman lembar"
)


_FILLER = word_set(
    "dan yang telah sudah atau hasil dari ke kepada untuk di pada dengan isian sesuai"
)


def _paper(text: str) -> bool:
    return bool(_PAPERS & set(tokens(text)))


def _core(text: str) -> frozenset[str]:
    return frozenset(word for word in tokens(text) if word not in _FILLER)


def _is_draft(words: frozenset[str]) -> bool:
    return bool(words & {"draf", "konsep", "blangko"})


def _made_of(wanted: str, made: str) -> bool:
    """Whether a wanted paper is the made one: the same name, or one name within the other."""
    one, two = _core(wanted), _core(made)
    if not one or not two:
        return False
    if (
        _is_draft(one) != _is_draft(two)
        and (one - {"draf", "konsep", "blangko"})
        and not one & two - _PAPERS
    ):
        return False
    # A draft does not stand for the finished paper: somebody has to finish it.
    if _is_draft(two) and not _is_draft(one):
        return False
    return one <= two or two <= one or len(one & two) * 3 >= 2 * min(len(one), len(two)) + 1


def _papers(items: list[str]) -> list[str]:
    """The separate papers of a cell that may name several."""
    found = []
    for item in items:
        found += [part.strip() for part in re.split(r"\s+\+\s+|;", item) if part.strip()]
    return found


def inputs_have_an_origin(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A paper that a step needs was made by a step before or brought along."""
    if not any(step.output for step in sop.langkah):
        return
    # What the applicant brings and what stands in the office's cupboard need no step.
    known = [item.berkas for item in sop.persyaratan] + sop.peralatan
    known += sop.langkah[0].kelengkapan if sop.langkah else []
    missing: list[tuple[Langkah, str]] = []
    for n, step in enumerate(sop.langkah):
        for paper in _papers(step.kelengkapan) if n else []:
            made_before = any(_made_of(paper, made) for made in known)
            handed_on = any(_same_head(paper, made) for made in sop.langkah[n - 1].output)
            bare = _core(paper) in ({"catatan"}, {"data"}, {"dokumen"}, {"berkas"}, {"paraf"})
            if (
                _paper(paper)
                and not bare
                and not made_before
                and not handed_on
                and not _own(step, paper)
            ):
                missing.append((step, paper))
                known.append(paper)
        known += _papers(step.output)
        # "membuat surat ..." makes a paper, even where the output column names another.
        written = re.findall(
            r"\b(?:membuat|mencetak|menyusun|menyiapkan)\s+([^.,;]{4,60})", step.kegiatan, re.I
        )
        # What is only written and not yet signed is a draft, whatever the sentence calls it.
        known += [*written, *(f"draf {text}" for text in written)]
    if missing:
        shown = listed(
            f"{quoted(paper, 70)} ({step_name(sop, step).lower()})" for step, paper in missing
        )
        elsewhere = _makers(k, sop, missing)
        yield Hasil(
            f"Kelengkapan {shown} tidak dihasilkan langkah sebelumnya.{elsewhere}",
            tuple(k.at_step(sop, step, paper) for step, paper in missing),
            tuple(dict.fromkeys(step.id for step, _ in missing)),
        )


def _same_head(one: str, two: str) -> bool:
    """Whether two papers of neighbouring steps are the same kind of note under longer names."""
    first, second = tokens(one)[:1], tokens(two)[:1]
    return first == second and first in (
        ("catatan",),
        ("data",),
        ("daftar",),
        ("hasil",),
        ("arsip",),
    )


def _own(step: Langkah, paper: str) -> bool:
    """Whether the step itself makes the paper: a blank form filled in, an invoice written."""
    if _core(paper) & {"perda", "perbup", "perwali", "peraturan"}:
        return True  # A regulation is at hand; no step makes it.
    words = _core(paper) - _PAPERS
    if words and words <= set(tokens(step.kegiatan)) and _core(paper) & {"draf", "konsep"}:
        return True
    making = re.search(
        r"\b(?:membuat|mencetak|menyusun|menyiapkan|penyiapan|mengadakan)\b", step.kegiatan, re.I
    )
    return bool(making) and bool(words & set(tokens(step.kegiatan)) or not words)


def _makers(k: Konteks, sop: Sop, missing: list[tuple[Langkah, str]]) -> str:
    """Where a missing paper is made in another service, as a sentence of its own."""
    made = k.memo("keluaran", lambda: _outputs(k))
    for _, paper in missing:
        for other_id in made.get(norm(paper), ()):
            other = k.catalog.sop[other_id]
            # A bare "dokumen" or "disposisi" is made everywhere and proves nothing.
            if other is not sop and len(tokens(paper)) > 1 and not k.same_service(sop, other):
                return (
                    f" {capital(quoted(paper, 60))} adalah keluaran pada SOP {k.title(other.id)}."
                )
    return ""


def _outputs(k: Konteks) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sop in k.catalog.sop.values():
        for step in sop.langkah:
            for text in step.output:
                owners = found.setdefault(norm(text), [])
                if sop.id not in owners:
                    owners.append(sop.id)
    return found


def outputs_are_used(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A paper that a step makes is used by a later step or is a product."""
    if not any(step.kelengkapan for step in sop.langkah[1:]):
        return
    products = [item.nama for item in sop.produk]
    brought = {norm(text) for text in sop.langkah[0].kelengkapan}
    unused: list[tuple[Langkah, str]] = []
    for n, step in enumerate(sop.langkah[:-1]):
        later = sop.langkah[n + 1 :]
        for paper in _papers(step.output):
            words = _core(paper)
            if not _paper(paper) or norm(paper) in brought or _STATE.search(paper):
                continue
            if "kepada" in tokens(paper):
                continue  # By its own words it goes to somebody: that is what it is made for.
            wanted = [text for s in later for text in (*_papers(s.kelengkapan), *_papers(s.output))]
            own = words - _PAPERS
            # "Keputusan ... (lelang atau penunjukan)": what stands in brackets names it as well.
            inner = (
                frozenset(tokens(" ".join(re.findall(r"\(([^)]*)\)", paper))))
                - _FILLER
                - {"dapat", "berupa"}
            )
            named = any(
                len(own & set(tokens(s.kegiatan))) * 3 >= len(own) * 2 > 0
                or (inner and inner <= set(tokens(s.kegiatan)))
                for s in later
            )
            used = any(_uses(text, paper) for text in (*wanted, *products)) or named
            if not used:
                unused.append((step, paper))
    if unused:
        shown = listed(
            f"{quoted(paper, 70)} ({step_name(sop, step).lower()})" for step, paper in unused
        )
        yield Hasil(
            f"Keluaran {shown} tidak dipakai langkah sesudahnya.",
            tuple(k.at_step(sop, step, paper) for step, paper in unused),
            tuple(dict.fromkeys(step.id for step, _ in unused)),
        )


# A state of things ("tersedianya data", "undangan sampai") or a filed copy is no paper to pass on.
_STATE = re.compile(
    r"\b(?:ter[a-z]+nya|tersedia|diterimanya|mendapatkan|sampai kepada|siap|diisi|arsip|diarsipkan|"
    r"informasi)\b",
    re.IGNORECASE,
)


def _uses(wanted: str, made: str) -> bool:
    one, two = _core(wanted), _core(made)
    return one <= two or two <= one or len(one & two) * 2 >= len(two)


def steps_have_their_papers(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A paper made before, and named in a step's sentence, is among what the step needs."""
    made: dict[str, str] = {}
    found: list[tuple[Langkah, str]] = []
    for step in sop.langkah:
        words = set(tokens(step.kegiatan))
        for paper in made if step.kelengkapan else ():
            core = _core(paper)
            # A paper of one common word ("berkas") is named in every sentence.
            named = len(core - _PAPERS) >= 1 and len(core) >= 2 and core <= words
            in_cells = any(overlap(core, _core(text)) >= 0.6 for text in _papers(step.kelengkapan))
            if named and not in_cells:
                found.append((step, paper))
                break
        papers = [text for text in _papers(step.output) if _paper(text)]
        # "membuat draf SK ..." makes the draft, whatever the output column says.
        papers += re.findall(r"\bmembuat\s+(draf[^.,;]{4,50})", step.kegiatan, re.I)
        for text in papers:
            made.setdefault(text, step_name(sop, step).lower())
    if found:
        shown = listed(
            f"{step_name(sop, step).lower()} menyangkut {quoted(paper, 50)} (dari {made[paper]}) "
            f"tetapi kelengkapannya {quoted(', '.join(step.kelengkapan), 50)}"
            for step, paper in found
        )
        yield Hasil(
            f"{capital(shown)}.",
            tuple(k.at_step(sop, step) for step, _ in found),
            tuple(step.id for step, _ in found),
        )


ATURAN = (
    Aturan(
        "masukan-tanpa-asal",
        "sedang",
        inputs_have_an_origin,
        judul=(
            "Berkas yang diperlukan sebuah langkah dihasilkan langkah sebelumnya atau dibawa "
            "pemohon."
        ),
        penjelasan=(
            "Hanya berkas (surat, laporan, draf, rekap) yang diperiksa, bukan alat. Masukan "
            "langkah pertama dan berkas pada daftar persyaratan dianggap dibawa."
        ),
        saran="periksa apakah ada langkah yang hilang, atau nama berkasnya yang berbeda.",
    ),
    Aturan(
        "keluaran-tak-dipakai",
        "rendah",
        outputs_are_used,
        judul="Keluaran sebuah langkah dipakai langkah sesudahnya atau menjadi hasil layanan.",
        penjelasan=(
            "Hanya berkas yang diperiksa. Keluaran yang diarsipkan atau diserahkan kepada pemohon "
            "tidak ditandai."
        ),
        saran="periksa untuk apa keluaran ini dibuat.",
    ),
    Aturan(
        "berkas-bukan-kelengkapan",
        "sedang",
        steps_have_their_papers,
        judul="Berkas yang dikerjakan sebuah langkah ada pada kelengkapannya.",
        penjelasan=(
            "Langkah yang menandatangani kartu memerlukan kartunya; kelengkapan lain biasanya "
            "tersalin dari baris di atasnya."
        ),
        saran="periksa apakah kelengkapannya sudah diganti sesuai langkahnya.",
    ),
)
