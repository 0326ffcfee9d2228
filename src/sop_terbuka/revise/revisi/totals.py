"""The figures of a whole SOP, and the flow, before and after."""

from collections.abc import Iterator

from ...data.model import Sop
from ...data.targets import is_found, written
from ...data.waktu import UNITS
from ...meaning import mermaid
from ...meaning.lama import duration
from .duration import compared
from .needs import fee
from .record import Alur, Baris

NONE = "–"
_WAYS = {
    "bertambah": "lebih lama",
    "berkurang": "lebih singkat",
    "tetap": "sama lama",
}


def totals(before: Sop | None, after: Sop | None) -> tuple[Baris, ...]:
    """The figures that differ; all of them where one side has no SOP."""
    old, new = dict(_figures(before)), dict(_figures(after))
    if not before or not after:
        # What is not there on the only side says nothing.
        old, new = ({k: v for k, v in side.items() if v != "0"} for side in (old, new))
    return tuple(
        Baris(name, old.get(name, NONE), new.get(name, NONE), _difference(name, before, after))
        for name in (old | new)
        if old.get(name) != new.get(name)
    )


def _difference(name: str, before: Sop | None, after: Sop | None) -> str:
    """How much more or less, where that can be said in one figure."""
    if not before or not after:
        return ""
    if name == "Waktu seluruhnya":
        return _time_difference(before, after)
    if name == "Biaya":
        old, new = before.biaya.jumlah, after.biaya.jumlah
        return f"{new - old:+,}".replace(",", ".") if old is not None and new is not None else ""
    old_figures, new_figures = dict(_figures(before)), dict(_figures(after))
    return f"{int(new_figures[name]) - int(old_figures[name]):+}"


def _time_difference(before: Sop, after: Sop) -> str:
    one, other = duration(before), duration(after)
    if one.seluruhnya.kecuali != other.seluruhnya.kecuali:
        return ""  # A time that nobody states any longer is no time saved.
    if one.tidak_ditunggu != other.tidak_ditunggu:
        return ""  # Nor is one that is only no longer counted as the applicant's.
    sums = [
        {part.satuan: part.maximum for part in duration(sop).seluruhnya.bagian}
        for sop in (before, after)
    ]
    amounts = [
        f"{sums[1].get(unit, 0) - sums[0].get(unit, 0):+g} {unit}".replace(".", ",")
        for unit in UNITS
        if sums[1].get(unit, 0) != sums[0].get(unit, 0)
    ]
    # A day less and an hour more is no difference that anybody can read.
    if len({text[0] for text in amounts}) > 1:
        parts = [duration(sop).seluruhnya.bagian for sop in (before, after)]
        return _WAYS.get(compared(parts[0], parts[1]), "tidak dapat dibandingkan")
    return ", ".join(amounts)


def flow(before: Sop | None, after: Sop | None) -> Alur | None:
    """Both Mermaid scripts where they differ."""
    old, new = _script(before), _script(after)
    return Alur(old, new) if old != new else None


def _figures(sop: Sop | None) -> Iterator[tuple[str, str]]:
    if sop is None:
        return
    lama = duration(sop)
    summed = lama.seluruhnya
    required = [item for item in sop.persyaratan if item.wajib == "ya"]
    notes = [*summed.kecuali, *(f"dihitung untuk satu {what}" for what in summed.untuk_satu)]
    if lama.tidak_ditunggu:
        notes.append(f"tanpa {lama.tidak_ditunggu} langkah yang tidak ditunggu pemohon")
    left_out = f" ({'; '.join(notes)})" if notes else ""
    yield "Waktu seluruhnya", (summed.teks or "tidak disebut") + left_out
    yield "Langkah", str(lama.langkah)
    yield "Langkah yang dilakukan pemohon", str(lama.langkah_pemohon)
    yield "Syarat wajib", str(len(required))
    yield "Syarat lain", str(len(sop.persyaratan) - len(required))
    yield "Biaya", fee(sop)
    yield "Formulir", str(len(sop.formulir))


def _script(sop: Sop | None) -> str:
    if sop is None:
        return ""
    known = {actor.id for actor in sop.pelaksana}
    targets = [target for step in sop.langkah for _, target in written(step)]
    # A draft may still name what does not exist; its problems are shown elsewhere.
    if any(set(step.pelaksana) - known for step in sop.langkah):
        return ""
    if not all(is_found(sop, target) for target in targets):
        return ""
    return mermaid.script(sop)
