"""What readers must know about the drawing, said once in words."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from ....data.model import Sop
from ....meaning.graph import columns

INFERRED = Markup("<b>disimpulkan</b>")


def notes(sop: Sop, inferred: Markup = INFERRED) -> Iterator[Markup]:
    """One sentence for each thing that the document itself does not show.

    `inferred` is the word for what we read from a sentence, where it leads to its meaning.
    """
    steps = [n for n, step in enumerate(sop.langkah, 1) if step.pelaksana_dasar == "disimpulkan"]
    if steps:
        which = "setiap langkah" if len(steps) == len(sop.langkah) else f"langkah {listed(steps)}"
        yield Markup(
            "Pelaksana {} {} dari kalimatnya: selnya tidak bertanda pada dokumen. "
        ).format(which, inferred)
    branches = [
        n
        for n, step in enumerate(sop.langkah, 1)
        if step.keputusan and step.keputusan.dasar == "disimpulkan"
    ]
    if branches:
        also = "juga " if steps else ""
        yield Markup("Cabang Ya dan Tidak pada langkah {} {}{}. ").format(
            listed(branches), also, inferred
        )
    without_column = [actor.nama for actor in columns(sop) if actor.kolom == "tidak"]
    if without_column:
        yield escape(
            f"{joined(without_column)} disebut dalam kalimat, tidak punya kolom pada dokumen. "
        )


def listed(numbers: Sequence[int]) -> str:
    """Numbers as people write them: `1, 3-5 dan 7`."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    parts = [
        part
        for run in runs
        for part in ([f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(n) for n in run])
    ]
    return joined(parts)


def joined(parts: Sequence[str]) -> str:
    """Things as people list them: `a, b dan c`."""
    return " dan ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
