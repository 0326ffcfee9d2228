"""What a row of the step table says beside its sentence: phase, variants, numbered parts."""

from ..data.model import Langkah, Sop


def variants_of(sop: Sop, step: Langkah) -> tuple[str, ...]:
    """The names of the variants that a step is for; none when it is for all."""
    names = {variant.id: variant.nama for variant in sop.varian}
    return tuple(names[name] for name in step.untuk)


def details(sop: Sop, step: Langkah) -> tuple[str, ...]:
    """A line for the phase where it begins, for the variants, and for each part of the step."""
    before = sop.langkah[sop.langkah.index(step) - 1] if step is not sop.langkah[0] else None
    lines = []
    if step.tahap and (before is None or before.tahap != step.tahap):
        lines.append(f"Mulai tahap: {step.tahap}")
    if kinds := variants_of(sop, step):
        lines.append(f"Untuk {', '.join(kinds)}")
    lines += [f"{part.nomor_tertulis or ''} {part.teks}".strip() for part in step.sublangkah]
    return tuple(lines)
