"""A paper of our own that comes back: what was changed on it goes into the SOP's file."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from ..data.alamat import names
from ..data.yamltext import Flow, scalar, sequence_text, text_of
from ..intake.carried import Carried, Changes, Edit, carried_by, compare
from ..intake.draft.steps import UNKNOWN
from ..intake.printing import as_json
from ..intake.reading import IntakeError, Reading
from ..revise import edit

SUFFIXES = (".docx", ".xlsx")
_MARK = "tempat-nilai-baru-sementara"


def office_of(files: Sequence[Path]) -> str:
    """The office that our own papers name; empty where a file is none, or they name several."""
    offices = set()
    for path in files:
        try:
            carried = carried_by(path) if path.suffix.lower() in SUFFIXES else None
        except IntakeError:
            carried = None
        offices.add(carried.id.partition("/")[0] if carried else "")
    return offices.pop() if len(offices) == 1 else ""


def returned(
    path: Path,
    site: Path,
    read: Callable[[Path], list[Reading]],
    law_of: Callable[[str], str | None],
) -> Iterator[str] | None:
    """What is to be said about a paper of our own, done on the way; None for any other file."""
    if path.suffix.lower() not in SUFFIXES:
        return None
    carried = carried_by(path)
    if carried is None:
        return None
    found = read(path)
    seen = as_json(found[0]) if found else {}
    changes = compare(carried.data, carried.printed, seen)
    return _done(site, path.name, carried, _with_laws(carried.data, changes, law_of))


def _with_laws(
    data: dict[str, Any], changes: Changes, law_of: Callable[[str], str | None]
) -> Changes:
    """A legal basis whose words changed names the regulation that the new words cite."""
    more: list[Edit] = []
    for one in changes.edits:
        if one.path[0] == "dasar_hukum" and one.path[-1] == "tertulis" and one.menjadi:
            old = data["dasar_hukum"][one.path[1]].get("peraturan")
            new = law_of(one.menjadi)
            if new != old:
                more.append(Edit((*one.path[:-1], "peraturan"), old, new))
    changes.edits += more
    return changes


def _done(site: Path, name: str, carried: Carried, changes: Changes) -> Iterator[str]:
    target = site / "sop_data" / f"{carried.id}.yml"
    shown = target.relative_to(site).as_posix()
    if target.is_file():
        text = target.read_text(encoding="utf-8")
    elif (target.parent / "instansi.yml").is_file():
        text = text_of(_as_text(carried.data))
        yield f"  {carried.id}: belum ada di sini; dipulihkan dari rekaman di dalam berkasnya"
    else:
        office = carried.id.partition("/")[0]
        raise IntakeError(
            f"berkas ini memuat SOP {carried.id}, tetapi sop_data/{office}/instansi.yml belum ada."
        )
    if not changes and target.is_file():
        yield f"  {carried.id}: sama dengan saat diunduh; tidak ada yang diubah"
        return
    done: list[str] = []
    for say, make in _tasks(carried.data, changes):
        try:
            text = make(text)
        except edit.EditError as error:
            yield f"  belum dipasang: {say} ({error})"
        else:
            done.append(say)
            yield f"  diubah: {say}"
    applied = [one for one in changes.edits if _said(one) in done]
    text = _recorded(text, carried.data, applied, name)
    for note in changes.notes:
        yield f"  perlu dilihat: {note}"
    is_copy = _status(text) == "transkripsi"
    if is_copy and (changes.added or changes.removed or any(not e.dari for e in applied)):
        # What has rows that its source lacks is no copy of it any more, and nobody decided it yet.
        text = edit.change(_without_notes(text, changes.removed), ("status",), "rancangan")
        yield (
            "  yang ditambah atau dihapus tidak ada pada naskah sumbernya, maka statusnya menjadi "
            "rancangan: bila dinas memang mengubahnya, tulis status: diperiksa dengan status_oleh "
            "dan status_tanggal"
        )
    target.write_text(text, encoding="utf-8", newline="\n")
    yield f"ditulis: {shown}. Lihat artinya: sop beda"


def _recorded(text: str, data: dict[str, Any], edits: list[Edit], name: str) -> str:
    """The file with each change on record: a copy that differs from its source has to say why."""
    now = edit.plain(text)
    if _status(text) != "transkripsi":
        return text
    items: dict[str, dict[str, Any]] = {}
    for one in edits:
        place, path = _place_of(data, one.path)
        old, new = _joined(_value_at(data, path)), _joined(_value_at(now, path))
        if place and old and new and old != new:
            basis = Flow({"jenis": "dinas", "nama": f"Perubahan pada berkas {name}"})
            today = f"{datetime.date.today():%Y-%m-%d}"
            items[place] = {
                "pada": place, "dari": old, "menjadi": new, "dasar": [basis], "tanggal": today,
            }  # fmt: skip
    if not items:
        return text
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    listed = next((v for k, v in root.value if k.value == "perubahan"), None) if root else None
    if isinstance(listed, yaml.SequenceNode) and listed.value and not listed.flow_style:
        place_at = _end_of(text, listed)
        indent = " " * (listed.value[0].start_mark.column - 2)
        block = sequence_text(list(items.values()), indent)
        return text[:place_at] + block + text[place_at:]
    return f"{text.rstrip()}\n\nperubahan:\n{sequence_text(list(items.values()), '  ')}"


def _without_notes(text: str, steps: Sequence[str]) -> str:
    """The file without what it notes on cells of steps that are no longer there."""
    gone = tuple(f"langkah[{step}]" for step in steps)
    for key in ("koreksi", "perubahan"):
        record: Any = edit.plain(text)
        listed = record.get(key) or []
        about = [n for n, note in enumerate(listed) if str(note.get("pada")).startswith(gone)]
        whole = len(about) == len(listed)
        for path in [(key,)] if whole and about else [(key, n) for n in reversed(about)]:
            text = edit.change(text, path, None)
    return text


def _status(text: str) -> str:
    record = edit.plain(text)
    return str(record.get("status")) if isinstance(record, dict) else ""


# Who acts and which law is meant are readings of the document, not its words.
_NOT_WORDS = frozenset({"pelaksana", "simbol", "peraturan"})


def _place_of(data: dict[str, Any], path: tuple[str | int, ...]) -> tuple[str, tuple[Any, ...]]:
    """How the data's own notes name a place, and the path of what they mean there."""
    if path[0] == "langkah" and len(path) > 2:
        if path[2] in _NOT_WORDS:
            return "", ()
        # A cell is compared whole, also where it is a list.
        return f"langkah[{path[1]}].{path[2]}", path[:3]
    if path[-1] in _NOT_WORDS:
        return "", ()
    place = ""
    for n, part in enumerate(path):
        if isinstance(part, int):
            listed = _value_at(data, path[:n])
            key = str(path[n - 1])
            place += f"[{names(listed, key)[part] if key in _NAMED else part + 1}]"
        else:
            place += f".{part}" if place else part
    return place, path


# Lists whose items have ids.
_NAMED = frozenset({"pelaksana", "dasar_hukum", "keterkaitan"})


def _value_at(record: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        if isinstance(record, list) and isinstance(part, str):
            record = next((item for item in record if item.get("id") == part), None)
        else:
            try:
                record = record[part]
            except (KeyError, IndexError, TypeError):
                return None
    return record


def _joined(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


_Task = tuple[str, Callable[[str], str]]


def _tasks(data: dict[str, Any], changes: Changes) -> Iterator[_Task]:
    for one in changes.edits:
        yield _said(one), partial(_put, one=one)
    for gone in changes.removed:
        yield f"langkah[{gone}] dihapus", partial(_without, step=gone)
    for behind, step in changes.added:
        where = f"sesudah langkah[{behind}]" if behind else "di awal"
        said = f"langkah[{step['id']}] ditambah {where}: {step['kegiatan']}"
        yield said, partial(_with, behind=behind, step=step)
    if any(not step["pelaksana"] for _, step in changes.added):
        known = {actor["id"] for actor in data.get("pelaksana", [])}
        if UNKNOWN not in known:
            yield (
                f"pelaksana {UNKNOWN} ditambah; ganti dengan pelaksana langkah baru",
                _with_unknown,
            )


def _said(one: Edit) -> str:
    place = ""
    for part in one.path:
        if isinstance(part, int):
            place += f"[{part + 1}]"
        elif place == "langkah":
            place += f"[{part}]"
        else:
            place += f".{part}" if place else part
    if one.menjadi is None:
        return f"{place} dihapus, semula “{one.dari}”"
    return f"{place} menjadi “{one.menjadi}”" + (f", semula “{one.dari}”" if one.dari else "")


def _placed(text: str, path: tuple[str | int, ...]) -> tuple[edit.Path, Any]:
    """The path with steps by their place, and the value there now."""
    value: Any = edit.plain(text)
    found: list[str | int] = []
    for part in path:
        key = part
        if found == ["langkah"] and isinstance(part, str):
            ids = [step.get("id") for step in value] if isinstance(value, list) else []
            if part not in ids:
                raise edit.EditError(f"langkah {part} tidak ada lagi di data")
            key = ids.index(part)
        found.append(key)
        if isinstance(value, list) and isinstance(key, int):
            value = value[key] if key < len(value) else None
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return tuple(found), value


def _put(text: str, one: Edit) -> str:
    path, now = _placed(text, one.path)
    if isinstance(now, list):
        now = "; ".join(map(str, now))
    if _bare(now) not in (_bare(one.dari), _bare(one.menjadi)):
        raise edit.EditError(f"data sekarang berisi “{now}”, bukan yang tercetak di berkas")
    if _bare(now) == _bare(one.menjadi):
        return text
    if one.menjadi is None:
        return edit.change(text, path, None)
    depth = _depth(text, path)
    if depth == len(path) and not _is_record(path):
        return edit.change(text, path, one.menjadi)
    # Its list or record is not there yet: written whole, where a single word could stand.
    made = _flow(path[depth:] if depth < len(path) else path[-1:], path, one.menjadi)
    return edit.change(text, path[:depth], _MARK).replace(_MARK, made)


def _is_record(path: edit.Path) -> bool:
    """Whether a new item of this list is a record, not a word."""
    return len(path) == 2 and path[0] in ("dasar_hukum", "keterkaitan")


def _depth(text: str, path: edit.Path) -> int:
    """How many parts of a path can be written to: the first that is missing is the last one."""
    value: Any = edit.plain(text)
    for n, part in enumerate(path):
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return n + 1
    return len(path)


def _flow(rest: edit.Path, path: edit.Path, value: str) -> str:
    if _is_record(path):
        key = "tertulis" if path[0] == "dasar_hukum" else "teks"
        written = f"{{{key}: {scalar(value, in_flow=True)}}}"
        return written if len(rest) == 1 and isinstance(rest[0], int) else f"[{written}]"
    written = scalar(value, in_flow=True)
    for part in reversed(rest):
        written = f"[{written}]" if isinstance(part, int) else f"{{{part}: {written}}}"
    return written


def _without(text: str, step: str) -> str:
    path, _ = _placed(text, ("langkah", step))
    return edit.change(text, path, None)


def _with(text: str, behind: str | None, step: dict[str, Any]) -> str:
    """The file with one more step, written in front of the step that follows it."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    steps = next((v for k, v in root.value if k.value == "langkah"), None) if root else None
    if not isinstance(steps, yaml.SequenceNode) or steps.flow_style or not steps.value:
        raise edit.EditError("daftar langkahnya tidak ada")
    ids = [next((v.value for k, v in node.value if k.value == "id"), "") for node in steps.value]
    if behind is not None and behind not in ids:
        raise edit.EditError(f"langkah {behind} tidak ada lagi di data")
    at = ids.index(behind) + 1 if behind is not None else 0
    first = steps.value[0].start_mark
    indent = " " * (first.column - 2)
    shown = {key: value for key, value in step.items() if value}
    if not step["pelaksana"]:
        shown |= {"pelaksana": [UNKNOWN], "pelaksana_dasar": "disimpulkan"}
    block = sequence_text([shown], indent)
    if at < len(ids):
        place = text.rfind("\n", 0, steps.value[at].start_mark.index) + 1
    else:
        place = _end_of(text, steps)
    return text[:place] + block + text[place:]


def _end_of(text: str, steps: yaml.SequenceNode) -> int:
    """Behind the last step's last line."""
    node: yaml.Node = steps
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.start_mark.index + len(text[node.start_mark.index : node.end_mark.index].rstrip())
    found = text.find("\n", end)
    return found + 1 if found >= 0 else len(text)


def _with_unknown(text: str) -> str:
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    actors = next((v for k, v in root.value if k.value == "pelaksana"), None) if root else None
    if not isinstance(actors, yaml.SequenceNode) or actors.flow_style or not actors.value:
        raise edit.EditError("daftar pelaksananya tidak ada")
    actor = {"id": UNKNOWN, "nama": "Belum diketahui", "pihak": "dalam", "kolom": "tidak"}
    first = actors.value[0].start_mark
    flow = actors.value[0].flow_style
    dash = text.rfind("-", 0, first.index) if flow else first.index - 2
    indent = " " * (dash - text.rfind("\n", 0, dash) - 1)
    place = _end_of(text, actors)
    return text[:place] + sequence_text([actor], indent) + text[place:]


def _bare(value: Any) -> str:
    return "".join(str(value if value is not None else "").split()).casefold()


def _as_text(value: Any) -> Any:
    """Plain values with every number as text: our files know only texts, lists and records."""
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value if isinstance(value, str) else str(value)
