"""Who acts: actors that were renamed, replaced, added or removed."""

from collections import Counter
from collections.abc import Iterator

from ...data.model import Langkah, Pelaksana, Sop
from .judge import on_people
from .judge import text as text_change
from .pairing import pair
from .record import Dampak, Perubahan
from .text import joined


def is_outside(sop: Sop, step: Langkah) -> bool:
    """Whether somebody outside the office acts in a step."""
    outside = {actor.id for actor in sop.pelaksana if actor.pihak == "luar"}
    return any(actor in outside for actor in step.pelaksana)


def who(sop: Sop, step: Langkah) -> str:
    """The actors of a step by name."""
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    return joined([names.get(actor, actor) for actor in step.pelaksana])


def became(before: Sop, after: Sop, steps: list[tuple[int, int]]) -> dict[str, str]:
    """Old actor ids and what they became: by id and name, or by taking over the same steps."""
    pairs = pair(before.pelaksana, after.pelaksana, lambda a: a.id, lambda a: a.nama, alike=0.75)
    found = {before.pelaksana[i].id: after.pelaksana[j].id for i, j in pairs.kept}
    new = {after.pelaksana[j].id for j in pairs.new}
    for i in pairs.gone:
        old = before.pelaksana[i].id
        here = [
            set(after.langkah[n].pelaksana) & new
            for m, n in steps
            if old in before.langkah[m].pelaksana
        ]
        heirs = Counter(actor for actors in here for actor in actors)
        if heirs and heirs.most_common(1)[0][1] == len(here):
            found[old] = heirs.most_common(1)[0][0]
            new.discard(found[old])
    return found


def compare(before: Sop, after: Sop, mapped: dict[str, str]) -> Iterator[Perubahan]:
    """Changes of the list of actors."""
    old = {actor.id: actor for actor in before.pelaksana}
    new = {actor.id: actor for actor in after.pelaksana}
    for a, b in mapped.items():
        if a in old and b in new:
            yield from _pair(old[a], new[b], after)
    for actor in before.pelaksana:
        if actor.id not in mapped:
            yield Perubahan(
                "internal", "pelaksana", "Pelaksana dihapus dari daftar", actor.nama, None
            )
    for actor in after.pelaksana:
        if actor.id not in mapped.values():
            yield Perubahan(
                "internal", f"pelaksana[{actor.id}]", "Pelaksana ditambahkan", None, actor.nama
            )


def _pair(old: Pelaksana, new: Pelaksana, sop: Sop) -> Iterator[Perubahan]:
    pada = f"pelaksana[{new.id}]"
    numbers = [str(n) for n, step in enumerate(sop.langkah, 1) if new.id in step.pelaksana]
    where = f" pada langkah {joined(numbers)}" if numbers else ""
    if old.pihak != new.pihak:
        grows: Dampak = "memberatkan" if new.pihak == "luar" else "meringankan"
        words = "pihak luar" if new.pihak == "luar" else "petugas dinas"
        # Who is whose side may be a fact that changed, or only its note.
        yield Perubahan(
            on_people(sop, grows),
            f"{pada}.pihak",
            f"Pelaksana “{new.nama}”{where} kini dicatat sebagai {words}",
            None if old.nama == new.nama else old.nama,
            None if old.nama == new.nama else new.nama,
            periksa=True,
        )
    elif old.nama != new.nama:
        changed = list(
            text_change(f"{pada}.nama", f"nama pelaksana{where}", old.nama, new.nama, "internal")
        )
        for change in changed:
            if change.dampak == "internal":
                change = Perubahan(
                    "internal", change.pada, f"Pelaksana{where} diganti", old.nama, new.nama
                )
            yield change
    elif old.id != new.id:
        yield Perubahan(
            "redaksi", pada, f"Id pelaksana “{new.nama}”{where} diganti", old.id, new.id
        )
    # A new name brings its new short form along.
    written = [(actor.singkat, actor.kolom, actor.kelompok) for actor in (old, new)]
    if old.nama == new.nama and written[0] != written[1]:
        yield Perubahan("redaksi", pada, f"Penulisan kolom pelaksana “{new.nama}” diubah")
