"""Writes a proposal into the files of an SOP and its office, or says what has changed since."""

from collections.abc import Mapping

import yaml

from ...data.alamat import names
from ...data.model import Instansi, Komponen, Sop
from ...data.model.dasar import Rekaman
from ...data.problem import DataError
from ...data.provenance.labels import NOT_TRANSCRIBED, TRANSCRIBED
from .. import edit
from . import urutan
from .berkas import PerubahanUsulan, SumberUsulan, Usulan, part_of, refusal, words
from .rekaman import MODELS
from .tabel import BAGIAN, JENIS, OFFICE, Bagian
from .tempat import Bentrok, conflict, located, told

SOP, INSTANSI = "sop", "instansi"


class UsulanBentrok(DataError):
    """The data says something else by now; carries each place."""

    def __init__(self, bentrok: list[Bentrok]) -> None:
        """Keep the conflicts in the order of the proposal."""
        super().__init__([])
        self.bentrok = bentrok


def apply(usulan: Usulan, files: Mapping[str, bytes], tanggal: str) -> dict[str, bytes]:
    """The files with the proposal in them; raises UsulanBentrok or DataError.

    `files` are those of the SOP and of its office. A file that has changed since is no conflict as
    long as every proposed place, known by its id, still holds what the proposal saw there.
    """
    texts, marks = {}, {}
    for name, content in files.items():
        text = content.decode("utf-8")
        marks[name] = "\ufeff" if text.startswith("\ufeff") else ""
        texts[name] = text.removeprefix("\ufeff")
    try:
        records = {name: edit.plain(text) for name, text in texts.items()}
    except (edit.EditError, yaml.YAMLError):
        raise refusal(usulan.sop, "berkas SOP ini sekarang tidak dapat dibaca.") from None
    conflicts = [
        found for item in usulan.perubahan if (found := conflict(records[_file(item)], item))
    ]
    if conflicts:
        raise UsulanBentrok(conflicts)
    for item in usulan.perubahan:
        name = _file(item)
        try:
            texts[name] = _changed(texts[name], item, tanggal)
        except edit.EditError as error:
            raise refusal(usulan.sop, f"{item.pada}: {error}") from None
    return {name: (marks[name] + text).encode("utf-8") for name, text in texts.items()}


def _file(item: PerubahanUsulan) -> str:
    return INSTANSI if item.pada.startswith(OFFICE) else SOP


def _changed(text: str, item: PerubahanUsulan, tanggal: str) -> str:
    part, key = part_of(item.pada)
    record = edit.plain(text)
    path = located(record, item.pada)
    if path is None:
        raise edit.EditError("tidak ada di sini.")
    if item.is_new and part and item.isi:
        return _with_item(text, item, part, path)
    if item.isi is not None and part:
        return edit.put(text, path, _record(part, item, None), _order(part, path))
    now = edit.at(record, path[:-1] if item.is_new else path)
    value = part.of(key) if part else None
    if isinstance(now, dict) and item.menjadi is None:
        return _without(text, path)
    before = told(now)
    if value and JENIS[value.jenis].bentuk == "banyak" and item.menjadi:
        days: edit.Plain = list(item.menjadi.split(", "))
        text = _set(edit.swap(text, path, days), item, part, path)
    elif isinstance(now, list) or (now is None and _is_list(part, key)):
        text = _in_list(text, item, path, now if isinstance(now, list) else [], part)
    elif now is None and item.menjadi is not None:
        new: edit.Plain = words(item.menjadi) or ""
        text = _set(edit.put(text, path, new, _order(part, path)), item, part, path)
    else:
        text = _set(edit.change(text, path, words(item.menjadi)), item, part, path)
    return _on_record(text, item, path, before, tanggal)


def _is_list(part: Bagian | None, key: str) -> bool:
    is_cell = part is not None and part.pada == "langkah" and key in ("output", "kelengkapan")
    return is_cell or (part is not None and part.bentuk == "butir")


def _order(part: Bagian | None, path: edit.Path) -> list[str]:
    """The order of keys where a new one is put."""
    if len(path) == 1 or part is None:
        model: type[Rekaman] = Sop
        if part is not None and part.in_office:
            model = Instansi
    else:
        model = MODELS.get(part.pada, Komponen)
    return list(model.model_fields)


def _record(part: Bagian, item: PerubahanUsulan, taken: list[str] | None) -> edit.Plain:
    """A new record in the order of its model, with an id in a list, and its basis."""
    model = MODELS.get(part.pada, Komponen)
    made: dict[str, edit.Plain] = {}
    for key, text in (item.isi or {}).items():
        value = part.of(key)
        if model.model_fields[key].annotation == list[str] or key in _LISTS:
            is_many = value is not None and JENIS[value.jenis].bentuk == "banyak"
            made[key] = list(text.split(", ")) if is_many else [words(text) or ""]
        else:
            made[key] = words(text) or ""
    if item.sumber and "dasar" in model.model_fields:
        made["dasar"] = [_basis(item.sumber)]
    if taken is not None:
        existing: list[object] = [{"id": name} for name in taken]
        made["id"] = names([*existing, made], part.pada.rpartition(".")[2])[-1]
    return {key: made[key] for key in model.model_fields if key in made}


_LISTS = frozenset({"hari", "pelaksana", "kelengkapan", "output", "isi"})


def _basis(source: SumberUsulan) -> edit.Plain:
    return {key: str(value) for key, value in source.model_dump(exclude_none=True).items()}


def _with_item(text: str, item: PerubahanUsulan, part: Bagian, path: edit.Path) -> str:
    record = edit.plain(text)
    items = edit.at(record, path[:-1])
    listed = items if isinstance(items, list) else []
    new = _record(part, item, names(listed, part.pada.rpartition(".")[2]))
    if part.pada == "langkah":
        return urutan.with_step(text, item.sesudah, new)
    if listed:
        text = edit.put(text, path, new)
    elif items is not None:
        text = edit.swap(text, path[:-1], [new])
    else:
        text = edit.put(text, path[:-1], [new], _order(BAGIAN.get("biaya"), path[:-1]))
    return _fee_is_said(text) if part.pada == "biaya.tarif" else text


def _without(text: str, path: edit.Path) -> str:
    """The text without an item; a list that loses its last one goes too."""
    record = edit.plain(text)
    items = edit.at(record, path[:-1])
    if path[0] == "langkah" and len(path) == 2:
        return urutan.without_step(text, path)
    if isinstance(items, list) and len(items) == 1:
        return edit.change(text, path[:-1], None)
    return edit.change(text, path, None)


def _in_list(
    text: str, item: PerubahanUsulan, path: edit.Path, now: list[edit.Plain], part: Bagian | None
) -> str:
    """A list of texts with one of them added, replaced or removed; the old one known by words."""
    new = words(item.menjadi)
    if item.is_new:
        path = path[:-1]
    if not now:
        if edit.at(edit.plain(text), path) is not None:
            return edit.swap(text, path, [new or ""])
        return edit.put(text, path, [new or ""], _order(part, path))
    if item.dari is None:
        return edit.change(text, (*path, len(now)), new)
    n = [told(one) for one in now].index(words(item.dari))
    if new is None and len(now) == 1:
        return edit.change(text, path, None)
    return edit.change(text, (*path, n), new)


def _set(text: str, item: PerubahanUsulan, part: Bagian | None, path: edit.Path) -> str:
    """A changed value gets the proposer's source beside the bases that its record has."""
    if path[0] == "biaya" and item.menjadi is not None:
        text = _fee_is_said(text)
    if part is None or item.sumber is None or len(path) < 2:
        return text
    if "dasar" not in MODELS.get(part.pada, Komponen).model_fields:
        return text
    basis, place = _basis(item.sumber), (*path[:-1], "dasar")
    bases = edit.at(edit.plain(text), place)
    if not isinstance(bases, list) or not bases:
        return edit.put(text, place, [basis], _order(part, path))
    return text if basis in bases else edit.put(text, (*place, len(bases)), basis)


def _fee_is_said(text: str) -> str:
    if edit.at(edit.plain(text), ("biaya", "tidak_disebut")) is None:
        return text
    return edit.change(text, ("biaya", "tidak_disebut"), None)


def _on_record(
    text: str, item: PerubahanUsulan, path: edit.Path, before: str | None, tanggal: str
) -> str:
    """A copied value that the office changed is on record; a mere slip follows its correction."""
    record = edit.plain(text)
    now = told(edit.at(record, located(record, item.pada) or path))
    is_copy = (
        edit.at(record, ("status",)) == "transkripsi" and edit.at(record, ("sumber",)) is not None
    )
    keys = [part for part in path if isinstance(part, str)]
    is_words = keys[0] in TRANSCRIBED and not NOT_TRANSCRIBED & set(keys[1:])
    is_actor = keys[0] == "langkah" and keys[-1] == "pelaksana"
    # A text of a list outside the step table has no place of its own to put on record.
    is_text = len(keys) == 1 and isinstance(path[-1], int)
    if not is_copy or not is_words or is_actor or is_text or item.sumber is None:
        return _follow(text, item, now)
    listed = edit.at(record, ("perubahan",))
    notes = listed if isinstance(listed, list) else []
    for n, note in enumerate(notes):
        if isinstance(note, dict) and note.get("pada") == item.pada:
            # Changed again: the copy still says what it said before the first change.
            text = edit.change(text, ("perubahan", n, "menjadi"), now)
            text = edit.change(text, ("perubahan", n, "tanggal"), tanggal)
            return edit.swap(text, ("perubahan", n, "dasar"), [_basis(item.sumber)])
    made: dict[str, edit.Plain] = {"pada": item.pada}
    made |= {key: value for key, value in (("dari", before), ("menjadi", now)) if value}
    made |= {"dasar": [_basis(item.sumber)], "tanggal": tanggal}
    if notes:
        return edit.put(text, ("perubahan", len(notes)), made)
    return edit.put(text, ("perubahan",), [made], list(Sop.model_fields))


def _follow(text: str, item: PerubahanUsulan, now: str | None) -> str:
    """Keep the note of what the source says in step with the data's new wording."""
    notes = edit.at(edit.plain(text), ("koreksi",))
    for n, note in enumerate(notes if isinstance(notes, list) else []):
        if isinstance(note, dict) and note.get("pada") == item.pada and now is not None:
            text = edit.change(text, ("koreksi", n, "menjadi"), now)
    return text
