"""Where a step leads: its next step, its question and the two answers."""

from collections.abc import Iterator, Mapping

from ...data.model import SELESAI, TOLAK, Langkah, Sop
from . import judge
from .actors import is_outside
from .record import Dampak, Perubahan
from .text import capital, shortened


def ways_on(
    before: Sop,
    after: Sop,
    pair: tuple[Langkah, Langkah],
    steps: Mapping[str, str],
    where: tuple[str, str],
) -> Iterator[Perubahan]:
    """Changed ways on from one step; `steps` tells what an old step id became."""
    (old, new), (pada, name) = pair, where
    was, goes = _way(before, old, old.berikut), _way(after, new, new.berikut)
    if was != goes and steps.get(was or "", was) != goes and not (old.keputusan or new.keputusan):
        yield Perubahan(
            "internal",
            f"{pada}.berikut",
            f"Langkah sesudah {name} diganti",
            _target(before, old.berikut),
            _target(after, new.berikut),
        )
    a, b = old.keputusan, new.keputusan
    if a and b:
        yield from _both(before, after, pair, steps, where)
    elif a or b:
        risk = _sends_back(after, new) if b else _sends_back(before, old)
        dampak: Dampak = ("memberatkan" if b else "meringankan") if risk else "internal"
        words = "kini menentukan jalan" if b else "tidak lagi menentukan jalan"
        then = " (berkas dapat kembali ke pemohon atau ditolak)" if risk else ""
        yield Perubahan(
            judge.on_people(after, dampak),
            f"{pada}.keputusan",
            f"{capital(name)} {words}{then}",
            a.pertanyaan if a else None,
            b.pertanyaan if b else None,
        )


def _both(
    before: Sop,
    after: Sop,
    pair: tuple[Langkah, Langkah],
    steps: Mapping[str, str],
    where: tuple[str, str],
) -> Iterator[Perubahan]:
    pada, name = where
    old, new = (step.keputusan for step in pair)
    if not old or not new:
        return
    yield from judge.text(
        f"{pada}.keputusan.pertanyaan",
        f"pertanyaan {name}",
        old.pertanyaan,
        new.pertanyaan,
        "internal",
    )
    for branch in ("ya", "tidak"):
        was = _way(before, pair[0], getattr(old, branch))
        goes = _way(after, pair[1], getattr(new, branch))
        if was == goes or steps.get(was or "", was) == goes:
            continue
        dampak: Dampak = "internal"
        if TOLAK in (was, goes):
            dampak = "memberatkan" if goes == TOLAK else "meringankan"
        yield Perubahan(
            judge.on_people(after, dampak),
            f"{pada}.keputusan.{branch}",
            f"Bila “{branch}” pada {name}, tujuannya diganti",
            _target(before, getattr(old, branch)),
            _target(after, getattr(new, branch)),
        )
    if old.dasar != new.dasar:
        yield Perubahan(
            "redaksi",
            f"{pada}.keputusan.dasar",
            f"Asal cabang {name} diubah",
            old.dasar,
            new.dasar,
        )


def _sends_back(sop: Sop, step: Langkah) -> bool:
    """Whether a decision can refuse, or send the applicant back."""
    if not step.keputusan:
        return False
    outside = {s.id for s in sop.langkah if is_outside(sop, s)}
    order = {s.id: n for n, s in enumerate(sop.langkah)}
    return any(
        goes == TOLAK or (goes in outside and order[goes] < order[step.id])
        for goes in (step.keputusan.ya, step.keputusan.tidak)
    )


def _way(sop: Sop, step: Langkah, target: str | None) -> str | None:
    """The target, or None for the next row: a moved neighbour changes no way on."""
    ids = [s.id for s in sop.langkah]
    following = [*ids[ids.index(step.id) + 1 :], SELESAI][0]
    return None if target == following else target


def _target(sop: Sop, step_id: str | None) -> str:
    if step_id is None:
        return "baris sesudahnya"
    if step_id in (SELESAI, TOLAK):
        return {SELESAI: "selesai", TOLAK: "ditolak"}[step_id]
    found = next(((n, s) for n, s in enumerate(sop.langkah) if s.id == step_id), None)
    return f"{found[0] + 1}. {shortened(found[1].kegiatan, 50)}" if found else step_id
