"""The step table: what was raised, replaced, moved, split, joined, added or removed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...data.model import Langkah, Sop
from ...data.waktu import total
from . import actors, judge
from .actors import is_outside, who
from .bases import bases
from .duration import compared
from .pairing import Pairs, pair
from .record import Dampak, Perubahan
from .splitting import Split, mirrored, splits
from .symbols import symbol_changes
from .text import capital, is_typo, joined, shortened
from .ways import ways_on
from .wording import said


@dataclass(frozen=True)
class Table:
    """Both step tables and how they belong together."""

    before: Sop
    after: Sop
    pairs: Pairs
    split: list[Split]
    merged: list[Split]
    actors: dict[str, str]
    steps: dict[str, str] = field(default_factory=dict)


def compare(before: Sop, after: Sop) -> list[Perubahan]:
    """Every change of the actors and the steps."""
    table = _table(before, after)
    changes = list(actors.compare(before, after, table.actors))
    changes += [change for split in table.split for change in _split(table, split)]
    changes += [change for merge in table.merged for change in _merged(table, merge)]
    told_old = {s.whole for s in table.split} | {i for s in table.merged for i in s.parts}
    told_new = {j for s in table.split for j in s.parts} | {s.whole for s in table.merged}
    for i, j in table.pairs.kept:
        if i not in told_old and j not in told_new:
            changes += _kept(table, i, j)
    changes += [_gone(table, i) for i in table.pairs.gone if i not in told_old]
    changes += [_new(table, j) for j in table.pairs.new if j not in told_new]
    return changes


def _table(before: Sop, after: Sop) -> Table:
    pairs = pair(before.langkah, after.langkah, lambda s: s.id, lambda s: s.kegiatan)
    split = splits(before.langkah, after.langkah, pairs)
    merged = splits(after.langkah, before.langkah, mirrored(pairs))
    ids = {before.langkah[i].id: after.langkah[j].id for i, j in pairs.kept}
    ids |= {before.langkah[s.whole].id: after.langkah[s.parts[0]].id for s in split}
    ids |= {before.langkah[i].id: after.langkah[s.whole].id for s in merged for i in s.parts}
    mapped = actors.became(before, after, list(pairs.kept))
    return Table(before, after, pairs, split, merged, mapped, ids)


def named(n: int, step: Langkah) -> str:
    """A step as a sentence names it."""
    return f"langkah {n + 1} “{shortened(step.kegiatan, 50)}”"


def _new(table: Table, j: int) -> Perubahan:
    step, sop = table.after.langkah[j], table.after
    outside = is_outside(sop, step)
    waits = bool(total([step.waktu]).bagian)
    dampak: Dampak = "memberatkan" if outside or waits else "internal"
    then = " dan menambah waktu tunggu" if waits and not outside else ""
    return Perubahan(
        judge.on_people(sop, dampak),
        f"langkah[{step.id}]",
        f"Langkah {j + 1} baru, dilakukan {who(sop, step)}{_timed(step)}{then}",
        None,
        step.kegiatan,
    )


def _gone(table: Table, i: int) -> Perubahan:
    step, sop = table.before.langkah[i], table.before
    eases = is_outside(sop, step) or bool(total([step.waktu]).bagian)
    return Perubahan(
        judge.on_people(table.after, "meringankan" if eases else "internal"),
        f"langkah[{step.id}]",
        f"Langkah {i + 1} lama dihapus, semula dilakukan {who(sop, step)}{_timed(step)}",
        step.kegiatan,
        None,
    )


def _timed(step: Langkah) -> str:
    return f" ({step.waktu})" if step.waktu else ""


def _split(table: Table, split: Split) -> Iterator[Perubahan]:
    whole = table.before.langkah[split.whole]
    parts = [table.after.langkah[j] for j in split.parts]
    numbers = joined([str(j + 1) for j in split.parts])
    before, after = _both_times([whole]), _both_times(parts)
    dampak = _regrouped(table, [whole], parts)
    yield Perubahan(
        dampak,
        f"langkah[{whole.id}]",
        f"Langkah {split.whole + 1} dipecah menjadi langkah {numbers}; {_times(before, after)}",
        _cell(table.before, [whole]),
        _cell(table.after, parts),
    )


def _merged(table: Table, merge: Split) -> Iterator[Perubahan]:
    whole = table.after.langkah[merge.whole]
    parts = [table.before.langkah[i] for i in merge.parts]
    numbers = joined([str(i + 1) for i in merge.parts])
    before, after = _both_times(parts), _both_times([whole])
    yield Perubahan(
        _regrouped(table, parts, [whole]),
        f"langkah[{whole.id}]",
        f"Langkah {numbers} lama digabung menjadi langkah {merge.whole + 1}; "
        f"{_times(before, after)}",
        _cell(table.before, parts),
        _cell(table.after, [whole]),
    )


def _both_times(steps: list[Langkah]) -> str:
    return total(step.waktu for step in steps).teks


def _times(before: str, after: str) -> str:
    if before == after:
        return f"waktu seluruhnya tetap {before}" if before else "keduanya tanpa waktu"
    return f"waktunya dari {before or 'tanpa waktu'} menjadi {after or 'tanpa waktu'}"


def _cell(sop: Sop, steps: list[Langkah]) -> str:
    order = {step.id: n for n, step in enumerate(sop.langkah, 1)}
    return "; ".join(
        f"{order[s.id]}. {s.kegiatan} ({who(sop, s)}{', ' + s.waktu if s.waktu else ''})"
        for s in steps
    )


def _regrouped(table: Table, before: list[Langkah], after: list[Langkah]) -> Dampak:
    old, new = total(s.waktu for s in before), total(s.waktu for s in after)
    way = compared(old.bagian, new.bagian)
    did = sum(is_outside(table.before, s) for s in before)
    does = sum(is_outside(table.after, s) for s in after)
    if way in ("bertambah", "tak pasti") or (does and not did):
        return judge.on_people(table.after, "memberatkan")
    if way == "berkurang" or (did and not does):
        return judge.on_people(table.after, "meringankan")
    return "internal"


def _kept(table: Table, i: int, j: int) -> Iterator[Perubahan]:
    old, new, sop = table.before.langkah[i], table.after.langkah[j], table.after
    pada, name = f"langkah[{new.id}]", named(j, new)
    outside = is_outside(table.before, old) or is_outside(sop, new)
    if (i, j) in table.pairs.moved:
        yield _moved(table, i, j)
    if old.id != new.id:
        yield Perubahan(
            "redaksi", f"{pada}.id", f"Id {name} diganti; isinya langkah yang sama", old.id, new.id
        )
    yield from _wording(table, old, new, pada, name, outside)
    yield from _actors(table, old, new, pada, name)
    yield from judge.time(sop, f"{pada}.waktu", f"Waktu {name}", old.waktu, new.waktu)
    for key, what in (("kelengkapan", "kelengkapan"), ("output", "output")):
        burdens = outside and key == "kelengkapan"
        yield from judge.listing(
            f"{pada}.{key}",
            f"{what} {name}",
            getattr(old, key),
            getattr(new, key),
            "internal",
            new=judge.on_people(sop, "memberatkan") if burdens else None,
            gone=judge.on_people(sop, "meringankan") if burdens else None,
        )
    yield from judge.text(
        f"{pada}.keterangan", f"keterangan {name}", old.keterangan, new.keterangan, "internal"
    )
    rewritten: tuple[tuple[str, str, Dampak], ...] = (
        ("tahap", "tahap", "internal"),
        ("sublangkah", "bagian", "internal"),
        ("untuk_pemohon", "kalimat kepada pemohon pada", "redaksi"),
    )
    for key, what, effect in rewritten:
        texts = [said(value) if (value := getattr(step, key)) else None for step in (old, new)]
        yield from judge.text(f"{pada}.{key}", f"{what} {name}", texts[0], texts[1], effect)
    why, now = old.bukan_waktu_tunggu, new.bukan_waktu_tunggu
    place, what = f"{pada}.bukan_waktu_tunggu", f"alasan waktu tidak dijumlahkan pada {name}"
    if why and now:
        yield from judge.text(place, what, why.alasan, now.alasan, "redaksi")
        changed = (why.alasan, old.waktu) != (now.alasan, new.waktu)
        yield from bases(what, why.dasar, now.dasar, place, changed)
    else:
        texts = [said(value) if value else None for value in (why, now)]
        yield from judge.text(place, what, texts[0], texts[1], "redaksi")
    if old.untuk != new.untuk:
        kinds = {item.id: item.nama for side in (table.before, sop) for item in side.varian}
        texts = [joined([kinds.get(k, k) for k in step.untuk]) or "semua" for step in (old, new)]
        # Telling kinds apart for the first time is no new duty of anybody.
        effect = judge.on_people(sop, "memberatkan") if table.before.varian else "redaksi"
        unsure = bool(table.before.varian)
        words = f"Jenis layanan untuk {name} diubah"
        yield Perubahan(effect, f"{pada}.untuk", words, texts[0], texts[1], periksa=unsure)
    yield from ways_on(table.before, table.after, (old, new), table.steps, (pada, name))
    became = table.steps, table.actors
    yield from symbol_changes(table.before, table.after, (old, new), became, (pada, name))
    yield from _copied(table, old, new, pada, name)


_READ = {"tertulis": "bertanda pada dokumen", "disimpulkan": "disimpulkan dari kalimatnya"}


def _copied(table: Table, old: Langkah, new: Langkah, pada: str, name: str) -> Iterator[Perubahan]:
    """What only tells how the row was copied, with its words."""
    numbers = [_printed(step.nomor_tertulis) for step in (old, new)]
    if old.nomor_tertulis != new.nomor_tertulis:
        words = f"Nomor {name} pada dokumen diubah"
        yield Perubahan("redaksi", f"{pada}.nomor_tertulis", words, numbers[0], numbers[1])
    if old.pelaksana_dasar != new.pelaksana_dasar:
        ways = [_READ[step.pelaksana_dasar] for step in (old, new)]
        words = f"Dari mana pelaksana {name} diketahui diubah"
        yield Perubahan("redaksi", f"{pada}.pelaksana_dasar", words, ways[0], ways[1])
    called = {
        actor.id: actor.nama for sop in (table.before, table.after) for actor in sop.pelaksana
    }
    for actor in dict.fromkeys([*old.sel_pelaksana, *new.sel_pelaksana]):
        cells = [step.sel_pelaksana.get(actor) for step in (old, new)]
        what = f"tulisan pada kolom “{called.get(actor, actor)}” {name}"
        place = f"{pada}.sel_pelaksana[{actor}]"
        yield from judge.text(place, what, cells[0], cells[1], "redaksi")


def _printed(number: str | None) -> str:
    return {None: "menurut urutan", "": "tanpa nomor"}.get(number, number or "")


def _moved(table: Table, i: int, j: int) -> Perubahan:
    step, sop = table.after.langkah[j], table.after
    passed = [n for m, n in table.pairs.kept if (m < i) != (n < j) and m != i]
    # Paying before the inspection instead of after it is no matter of the office alone.
    met = is_outside(sop, step) != any(is_outside(sop, sop.langkah[n]) for n in passed)
    behind = f"sesudah “{shortened(sop.langkah[j - 1].kegiatan, 50)}”" if j else "paling awal"
    then = "; ini mengubah urutan yang dilalui pemohon" if met else ""
    return Perubahan(
        judge.on_people(sop, "memberatkan") if met else "internal",
        f"langkah[{step.id}]",
        f"Langkah “{shortened(step.kegiatan, 50)}” pindah dari urutan {i + 1} ke urutan {j + 1}, "
        f"kini {behind}{then}",
        periksa=met,
    )


def _wording(
    table: Table, old: Langkah, new: Langkah, pada: str, name: str, outside: bool
) -> Iterator[Perubahan]:
    if old.kegiatan == new.kegiatan:
        return
    if is_typo(old.kegiatan, new.kegiatan):
        yield Perubahan(
            "redaksi", f"{pada}.kegiatan", f"Ejaan {name} diubah", old.kegiatan, new.kegiatan
        )
        return
    dampak: Dampak = judge.on_people(table.after, "memberatkan") if outside else "internal"
    whose = "yang dilakukan pemohon " if outside else ""
    yield Perubahan(
        dampak,
        f"{pada}.kegiatan",
        f"Kalimat {name} {whose}diganti",
        old.kegiatan,
        new.kegiatan,
        periksa=True,
    )


def _actors(table: Table, old: Langkah, new: Langkah, pada: str, name: str) -> Iterator[Perubahan]:
    expected = [table.actors.get(actor, actor) for actor in old.pelaksana]
    if expected == new.pelaksana:
        return
    did, does = is_outside(table.before, old), is_outside(table.after, new)
    before, after = who(table.before, old), who(table.after, new)
    dampak: Dampak = "internal"
    words = f"Pelaksana {name} diganti"
    if does and not did:
        dampak, words = "memberatkan", f"{capital(name)} kini dilakukan pihak luar"
    elif did and not does:
        dampak, words = "meringankan", f"{capital(name)} kini dilakukan petugas"
    elif does:
        dampak = "memberatkan"
    yield Perubahan(
        judge.on_people(table.after, dampak),
        f"{pada}.pelaksana",
        words,
        before,
        after,
        periksa=does and did,
    )
