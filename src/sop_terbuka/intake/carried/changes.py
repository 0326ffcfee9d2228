"""What somebody changed on a paper: the reading now against the reading when it was made.

Both readings come from the same reader, so what the paper prints beside the data (words of arrows,
numbers of lists) is on both sides and cancels out.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from ..draft import dates
from ..draft.components import unmarked
from ..draft.make import cell_items
from ..draft.words import step_id

Path = tuple[str | int, ...]
_COLUMNS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_LISTS = {
    "dasar_hukum": ("dasar_hukum", "tertulis"),
    "kualifikasi": ("kualifikasi_pelaksana", ""),
    "keterkaitan": ("keterkaitan", "teks"),
    "peralatan": ("peralatan", ""),
    "peringatan": ("peringatan", ""),
    "pencatatan": ("pencatatan", ""),
}
_LEAST_LIKE = 0.45
Record = dict[str, Any]


@dataclass(frozen=True)
class Edit:
    """One value: its place in the data, what it was and what it is to be."""

    path: Path
    dari: str | None
    menjadi: str | None


@dataclass
class Changes:
    """Edits of single values, steps to add behind another (or first: None) and to take away."""

    edits: list[Edit] = field(default_factory=list)
    added: list[tuple[str | None, Record]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is to be done or said."""
        return bool(self.edits or self.added or self.removed or self.notes)


def compare(data: Record, printed: Record, found: Record) -> Changes:
    """What the paper says now, as changes of the data it was made from."""
    changes = Changes()
    _identity(data, printed.get("identitas", {}), found.get("identitas", {}), changes)
    for key, (name, inner) in _LISTS.items():
        _list(data.get(name, []), name, inner, printed.get(key, []), found.get(key, []), changes)
    _actors(data, printed.get("pelaksana", []), found.get("pelaksana", []), changes)
    _rows(data, printed, found, changes)
    return changes


def _identity(
    data: Record, printed: Mapping[str, Any], found: Mapping[str, Any], changes: Changes
) -> None:
    papers = data.get("dokumen", {})
    for key in dict.fromkeys([*printed, *found]):
        old, new = printed.get(key, ""), found.get(key, "")
        if key == "unit" or _same(old, new):
            continue
        if key == "nama_sop":
            changes.edits.append(Edit(("nama_sop",), data.get("nama_sop"), new or None))
        elif key == "nomor":
            changes.edits.append(Edit(("dokumen", "nomor"), papers.get("nomor"), new or None))
        elif key.startswith("tanggal_"):
            _date(papers, key, new, changes)
        elif key in ("jabatan_pengesah", "nama_pengesah", "nip_pengesah"):
            _signed(papers, old, new, changes)
        else:
            changes.notes.append(f"{key}: {old!r} menjadi {new!r}; ubah sendiri di data.")
    _head_lines(papers, printed.get("unit", []), found.get("unit", []), changes)


def _date(papers: Record, key: str, text: str, changes: Changes) -> None:
    date = dates.read(text) if text else None
    if text and date is None:
        changes.notes.append(f"{key} tertulis {text!r}, yang tidak terbaca sebagai tanggal.")
        return
    changes.edits.append(Edit(("dokumen", key), papers.get(key), date))


def _signed(papers: Record, old: str, new: str, changes: Changes) -> None:
    cell = (papers.get("disahkan_oleh") or {}).get("tertulis")
    path: Path = ("dokumen", "disahkan_oleh", "tertulis")
    before = next((edit for edit in changes.edits if edit.path == path), None)
    current = before.menjadi if before else cell
    made = _within(current or "", old, new)
    if made is None:
        changes.notes.append(f"pengesah: {old!r} menjadi {new!r}; ubah sendiri di data.")
        return
    if before:
        changes.edits.remove(before)
    changes.edits.append(Edit(path, cell, made))


def _within(text: str, old: str, new: str) -> str | None:
    """A text with a part of it replaced, however the part is spaced; None where it is not there."""
    words = [re.escape(word) for word in old.split()]
    if not words:
        return None
    match = re.search(r"\s*".join(words), text)
    return None if match is None else text[: match.start()] + new + text[match.end() :]


def _head_lines(
    papers: Record, printed: Sequence[str], found: Sequence[str], changes: Changes
) -> None:
    for old, new in _paired(printed, found):
        if old is None or new is None:
            changes.notes.append(f"kepala dokumen: {old or new!r} ditambah atau dihapus.")
            continue
        at = next((n for n, line in enumerate(papers.get("kop", [])) if _same(line, old)), None)
        if at is not None:
            changes.edits.append(Edit(("dokumen", "kop", at), papers["kop"][at], new))
        elif _same(papers.get("unit_tertulis", ""), old):
            changes.edits.append(Edit(("dokumen", "unit_tertulis"), papers["unit_tertulis"], new))


def _list(
    items: Sequence[Any],
    name: str,
    inner: str,
    printed: Sequence[str],
    found: Sequence[str],
    changes: Changes,
) -> None:
    texts = [str(item[inner]) if inner else str(item) for item in items]
    for old, new in _paired(printed, found):
        if old is None:
            count = len(texts) + sum(
                e.path[:1] == (name,) and e.dari is None for e in changes.edits
            )
            path: Path = (name, count)
            changes.edits.append(Edit(path, None, unmarked(new or "")))
            continue
        at = _index_of(texts, old)
        if at is None:
            changes.notes.append(f"{name}: {old!r} menjadi {new!r}; ubah sendiri di data.")
        elif new is None:
            changes.edits.append(Edit((name, at), texts[at], None))
        else:
            place: Path = (name, at, inner) if inner else (name, at)
            changes.edits.append(Edit(place, texts[at], _unprinted(texts[at], old, new)))


def _index_of(texts: Sequence[str], printed: str) -> int | None:
    wanted = {_plain(printed), _plain(unmarked(printed))}
    return next((n for n, text in enumerate(texts) if _plain(text) in wanted), None)


def _actors(data: Record, printed: Sequence[str], found: Sequence[str], changes: Changes) -> None:
    if len(printed) != len(found):
        if printed or found:
            changes.notes.append("jumlah kolom pelaksana berubah; ubah sendiri di data.")
        return
    actors = data.get("pelaksana", [])
    names = list(map(_full_name, actors))
    for old, new in zip(printed, found, strict=True):
        if _same(old, new):
            continue
        at = next((n for n, name in enumerate(names) if _same(name, old)), None)
        if at is None:
            changes.notes.append(f"kolom {old!r} menjadi {new!r}; ubah sendiri di data.")
        else:
            own = str(actors[at].get("nama", ""))
            path: Path = ("pelaksana", at, "nama")
            changes.edits.append(Edit(path, own, _unprinted(own, names[at], new)))


def _full_name(actor: Record) -> str:
    """An actor as the head prints it, with its group before it."""
    return f"{actor.get('kelompok') or ''} {actor.get('nama', '')}".strip()


def _rows(data: Record, printed: Record, found: Record, changes: Changes) -> None:
    steps = data.get("langkah", [])
    old_rows, new_rows = printed.get("langkah", []), found.get("langkah", [])
    if len(old_rows) != len(steps):
        if not _same(str(old_rows), str(new_rows)):
            changes.notes.append("tabel langkah berubah; ubah sendiri di data.")
        return
    pairs = _aligned(old_rows, new_rows)
    kept = {new: old for old, new in pairs}
    for old, new in pairs:
        _step(data, steps[old], old_rows[old], new_rows[new], printed, found, changes)
    changes.removed += [str(steps[n]["id"]) for n in range(len(old_rows)) if n not in kept.values()]
    taken = {str(step["id"]) for step in steps}
    behind: str | None = None
    for n, row in enumerate(new_rows):
        if n in kept:
            behind = str(steps[kept[n]]["id"])
            continue
        step = _new_step(data, row, taken)
        taken.add(step["id"])
        changes.added.append((behind, step))
        behind = step["id"]


def _step(
    data: Record,
    step: Record,
    old: Record,
    new: Record,
    printed: Record,
    found: Record,
    changes: Changes,
) -> None:
    place: Path = ("langkah", str(step["id"]))
    for column in _COLUMNS:
        before, now = old.get(column, ""), new.get(column, "")
        if _same(before, now):
            continue
        if column in ("kelengkapan", "output"):
            _cell_items(step.get(column, []), (*place, column), now, changes)
            continue
        value = step.get(column)
        made = _unprinted(value or "", before, now)
        changes.edits.append(Edit((*place, column), value, made or None))
    _lanes(data, step, place, _symbols(old), _symbols(new), printed, found, changes)


def _cell_items(items: Sequence[str], path: Path, now: str, changes: Changes) -> None:
    """A cell of a list, item by item."""
    texts = cell_items(now)
    if len(texts) == len(items):
        changes.edits += [
            Edit((*path, n), old, text)
            for n, (old, text) in enumerate(zip(items, texts, strict=True))
            if not _same(old, text)
        ]
        return
    for n, text in enumerate(texts[: len(items)]):
        if not _same(items[n], text):
            changes.edits.append(Edit((*path, n), items[n], text))
    for n in range(len(items), len(texts)):
        changes.edits.append(Edit((*path, n), None, texts[n]))
    if not texts:
        changes.edits.append(Edit(path, "; ".join(items), None))
        return
    # From the last one, so that the places of the others stay true.
    for n in range(len(items) - 1, len(texts) - 1, -1):
        changes.edits.append(Edit((*path, n), items[n], None))


def _symbols(row: Record) -> list[tuple[str, str]]:
    return [(s["pelaksana"], s["jenis"]) for s in row.get("simbol", [])]


def _lanes(
    data: Record,
    step: Record,
    place: Path,
    old: Sequence[tuple[str, str]],
    new: Sequence[tuple[str, str]],
    printed: Record,
    found: Record,
    changes: Changes,
) -> None:
    """Symbols that stand in another lane now."""
    heads = found.get("pelaksana", [])
    before = printed.get("pelaksana", [])
    # A lane whose name was changed is still the same lane.
    renamed = dict(zip(before, heads, strict=True)) if len(before) == len(heads) else {}
    was = sorted((renamed.get(lane, lane), kind) for lane, kind in old)
    if was == sorted(new):
        return
    if len(old) != len(new):
        changes.notes.append(
            f"langkah {step['id']}: jumlah simbol dari {len(old)} menjadi {len(new)}; "
            "ubah sendiri di data."
        )
        return
    left = [item for item in new if item not in was]
    gone = [
        (nth, (lane, kind))
        for nth, (lane, kind) in enumerate(old)
        if (renamed.get(lane, lane), kind) not in new
    ]
    ids = {
        head: str(actor["id"])
        for name, head in zip(before, heads, strict=False)
        for actor in data.get("pelaksana", [])
        if _same(_full_name(actor), name)
    }
    for (nth, (lane, _)), (target, _) in zip(gone, left, strict=False):
        actor_old, actor_new = ids.get(renamed.get(lane, lane)), ids.get(target)
        if actor_old is None or actor_new is None or actor_old == actor_new:
            changes.notes.append(f"langkah {step['id']}: bentuk simbol berubah; periksa sendiri.")
            continue
        path = _lane_path(step, place, actor_old, nth)
        if path is None:
            changes.notes.append(f"langkah {step['id']}: simbol pindah; ubah sendiri di data.")
        else:
            changes.edits.append(Edit(path, actor_old, actor_new))


def _lane_path(step: Record, place: Path, actor: str, nth: int) -> Path | None:
    symbols = step.get("simbol")
    if symbols:
        at = [n for n, symbol in enumerate(symbols) if symbol.get("pelaksana") == actor]
        return (*place, "simbol", at[0], "pelaksana") if at else None
    actors = step.get("pelaksana", [])
    return (*place, "pelaksana", actors.index(actor)) if actor in actors else None


def _new_step(data: Record, row: Record, taken: set[str]) -> Record:
    step: Record = {"id": step_id(row.get("kegiatan", ""), taken)}
    step["kegiatan"] = row.get("kegiatan") or "(tidak tertulis)"
    names = {_full_name(actor): str(actor["id"]) for actor in data.get("pelaksana", [])}
    lanes = [lane for lane, _ in _symbols(row)] or list(row.get("isi_lajur", {}))
    step["pelaksana"] = [names[lane] for lane in dict.fromkeys(lanes) if lane in names]
    for column in ("kelengkapan", "output"):
        step[column] = cell_items(row.get(column, ""))
    for column in ("waktu", "keterangan"):
        step[column] = row.get(column) or None
    return step


def _aligned(old: Sequence[Record], new: Sequence[Record]) -> list[tuple[int, int]]:
    """Rows that are the same row, in order, by the likeness of their cells."""
    like = [[_likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = best[i + 1][j + 1] + like[i][j] if like[i][j] >= _LEAST_LIKE else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] >= _LEAST_LIKE and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs


def _likeness(one: Record, other: Record) -> float:
    def ratio(column: str) -> float:
        a, b = _plain(one.get(column, "")), _plain(other.get(column, ""))
        return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() if a or b else 1.0

    rest = sum(ratio(column) for column in _COLUMNS[1:]) / 4
    return 0.7 * ratio("kegiatan") + 0.3 * rest


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Items that differ, each with what it became; None where one was added or taken away."""
    a, b = list(map(_plain, old)), list(map(_plain, new))
    found: list[tuple[str | None, str | None]] = []
    for tag, i0, i1, j0, j1 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        found += zip_longest(old[i0:i1], new[j0:j1])
    # What was taken away last comes first, so that the places of the others stay true.
    gone = [pair for pair in found if pair[1] is None]
    return [pair for pair in found if pair[1] is not None] + gone[::-1]


def _unprinted(value: str, printed: str, now: str) -> str:
    """The data's new value: what stands now, less what the paper prints around the value."""
    text, before = " ".join(now.split()), " ".join(printed.split())
    at = before.find(" ".join(value.split())) if value else -1
    if at < 0:
        return unmarked(text)
    head, tail = before[:at], before[at + len(" ".join(value.split())) :]
    if tail and text.endswith(tail):
        text = text[: -len(tail)]
    if head and text.startswith(head):
        text = text[len(head) :]
    elif head.strip():
        text = unmarked(text)
    return text.strip()


def _plain(text: str) -> str:
    """A text without the marks and spaces that printing and office programs change."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unmarked(str(text))).casefold()


def _same(one: Any, other: Any) -> bool:
    return re.sub(r"[\s\u00ad\u200b]+", "", str(one)) == re.sub(
        r"[\s\u00ad\u200b]+", "", str(other)
    )
