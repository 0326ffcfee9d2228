"""Everything of a data folder that could be read, good or bad, with the place of every value.

The rules look at a draft; only a draft without problems becomes a catalogue.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from . import jpg, texts
from .check import Entry, check
from .files import Folder, Source, folder_of, start_of
from .model import (
    BerkasAudiens,
    BerkasIstilah,
    BerkasMasalah,
    BerkasTopik,
    Formulir,
    Instansi,
    Peraturan,
    Situs,
    Sop,
)
from .model.dasar import POLA_GAMBAR, POLA_ID
from .model.situs import FORMAT
from .node import Node, read_file, read_source
from .problem import Place, Problem
from .pustaka import laid_over, library, with_items
from .remembered import remembered
from .stray import RESERVED, SUFFIXES, strays

Record = TypeVar("Record", bound=BaseModel)

MAX_PICTURE = 200_000


@dataclass
class Draft:
    """Everything that could be read, with places, for the rules to look at.

    The `*_ids` name every file there is, also the broken ones, so that one bad file does not
    make references to it look wrong.
    """

    sop: dict[str, Entry[Sop]] = field(default_factory=dict)
    instansi: dict[str, Entry[Instansi]] = field(default_factory=dict)
    peraturan: dict[str, Entry[Peraturan]] = field(default_factory=dict)
    istilah: Entry[BerkasIstilah] | None = None
    topik: Entry[BerkasTopik] | None = None
    has_topics: bool = False
    audiens: Entry[BerkasAudiens] | None = None
    masalah: Entry[BerkasMasalah] | None = None
    sop_ids: set[str] = field(default_factory=set)
    instansi_ids: set[str] = field(default_factory=set)
    peraturan_ids: set[str] = field(default_factory=set)
    formulir: dict[str, Entry[Formulir]] = field(default_factory=dict)
    formulir_ids: set[str] = field(default_factory=set)
    sumber: dict[str, tuple[str, ...]] = field(default_factory=dict)
    situs: Entry[Situs] | None = None
    gambar: dict[str, bytes] = field(default_factory=dict)
    # Regulations and topics that only the library of the program has.
    pustaka: frozenset[str] = frozenset()
    topik_pustaka: tuple[str, ...] = ()
    istilah_pustaka: frozenset[str] = frozenset()


def read(folder: Path | Folder, forms: Path | Folder | None = None) -> tuple[Draft, list[Problem]]:
    """Read every file of a data folder; problems of one file do not hide those of others."""
    draft = Draft()
    root = folder_of(folder)
    home = folder_of(forms) if forms else Folder("forms")
    if other := _other_format(root):
        # Every file may be written in other words; one sentence says what to do about it.
        return draft, [other]
    draft.situs, problems = _read_one("situs", root, Situs)
    for name in _yaml_files(home):
        problems += _read_into(
            draft.formulir, draft.formulir_ids, name, home, Formulir, _stem(name)
        )
    problems += _read_sources(draft, root)
    problems += _read_laws(draft, root)
    problems += _read_offices(draft, root)
    problems += _read_lists(draft, root)
    return draft, [*problems, *strays(root, home)]


def _read_sources(draft: Draft, root: Folder) -> Iterator[Problem]:
    for name, source in root.directly_in("sumber"):
        if name.endswith(".txt"):
            text, found = read_source(source, f"{root.name}/{name}")
            yield from found
            # Empty for a broken file: it exists, but no line of it can be checked.
            lines = tuple(text.split("\n")) if text is not None else ()
            draft.sumber[name.removeprefix("sumber/")] = lines


def _read_laws(draft: Draft, root: Folder) -> Iterator[Problem]:
    """The site's own regulations, laid over the library's, and those that only it has."""
    shared = library().peraturan
    for name in _yaml_files(root, "peraturan"):
        below = shared.get(_stem(name))
        yield from _read_into(
            draft.peraturan, draft.peraturan_ids, name, root, Peraturan, _stem(name),
            below.node if below else None,
        )  # fmt: skip
    draft.pustaka = frozenset(shared.keys() - draft.peraturan_ids)
    draft.peraturan |= {name: shared[name] for name in sorted(draft.pustaka)}
    draft.peraturan_ids |= draft.pustaka


def _read_offices(draft: Draft, root: Folder) -> Iterator[Problem]:
    for office in root.folders():
        if office in RESERVED:
            continue
        draft.gambar |= _pictures(root, office)
        for name in _yaml_files(root, office):
            if _stem(name) == "instansi":
                yield from _read_into(
                    draft.instansi, draft.instansi_ids, name, root, Instansi, office
                )
            else:
                sop_id = f"{office}/{_stem(name)}"
                yield from _read_into(draft.sop, draft.sop_ids, name, root, Sop, sop_id)


def _read_lists(draft: Draft, root: Folder) -> Iterator[Problem]:
    """The glossary, topics, audiences and problems, each after the library's."""
    shared = library()
    draft.istilah, found = _read_one("istilah", root, BerkasIstilah, shared.istilah)
    yield from found
    draft.istilah_pustaka = _untouched(draft.istilah, shared.istilah)
    draft.has_topics = "topik.yml" in root.files
    draft.topik, found = _read_one("topik", root, BerkasTopik, shared.topik)
    yield from found
    draft.topik_pustaka = tuple(shared.topik)
    draft.audiens, found = _read_one("audiens", root, BerkasAudiens, shared.audiens)
    yield from found
    draft.masalah, found = _read_one("masalah", root, BerkasMasalah, shared.masalah)
    yield from found


def _other_format(root: Folder) -> Problem | None:
    """One problem for data in other words; the file's other keys are not yet to be judged."""
    # Data without situs.yml is older than the file itself.
    line, column, written = 1, 1, "1"
    shown = f"{root.name}/situs.yml"
    if "situs.yml" in root.files:
        node, _ = read_file(root.files["situs.yml"], shown)
        where = node.at(("format",)) if node else None
        if where and isinstance(where.value, str):
            line, column, written = where.line, where.column, where.value
    # What is no number breaks the model, and that problem says so.
    if not written.isdecimal() or int(written) == FORMAT:
        return None
    if int(written) < FORMAT:
        rule = "format-lama"
        pesan = f"data ini memakai format {written}, program ini format {FORMAT}."
        saran = "Jalankan sop migrasi."
    else:
        rule = "format-baru"
        pesan = f"data ini memakai format {written}, program ini baru mengenal {FORMAT}."
        saran = "Perbarui program sop-terbuka."
    return Place(shown, line, column, "format").problem(rule, pesan, saran)


def _yaml_files(root: Folder, folder: str = "") -> list[str]:
    return [name for name, _ in root.directly_in(folder) if name.endswith(SUFFIXES)]


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _pictures(root: Folder, office: str) -> dict[str, bytes]:
    """The pictures beside an office's data, by `office/name`; too big ones are cut short.

    A photograph is taken without what its camera wrote into it: all that is read may be published.
    """
    found = {
        name: start_of(source, MAX_PICTURE + 1)
        for name, source in root.directly_in(office)
        if POLA_GAMBAR.fullmatch(name.rpartition("/")[2])
    }
    return {
        name: jpg.bare(content) or content if jpg.is_jpg(name) else content
        for name, content in found.items()
    }


def _read_into(
    entries: dict[str, Entry[Record]],
    ids: set[str],
    name: str,
    root: Folder,
    model: type[Record],
    record_id: str,
    shared: Node | None = None,
) -> Iterator[Problem]:
    shown = f"{root.name}/{name}"
    if not all(POLA_ID.fullmatch(part) for part in record_id.split("/")):
        pesan = f'nama berkas atau folder "{record_id}" salah bentuk.'
        saran = "Pakai huruf kecil, angka dan tanda hubung, misalnya kartu-ak1.yml."
        yield Place(shown).problem("id-salah", pesan, saran)
        return
    if record_id in ids:
        pesan = f'id "{record_id}" sudah dipakai berkas lain (.yml dan .yaml).'
        yield Place(shown).problem("id-ganda", pesan, "Hapus salah satu.")
        return
    ids.add(record_id)
    source = root.files[name]
    named = (shown, model, record_id, id(shared))
    entry, problems = remembered(
        source, named, lambda: _read_record(source, shown, model, record_id, shared)
    )
    yield from problems
    if entry is not None:
        entries[record_id] = entry


def _read_record(
    source: Source, shown: str, model: type[Record], record_id: str, shared: Node | None
) -> tuple[Entry[Record] | None, list[Problem]]:
    node, problems = _tree(source, shown, shared)
    if node is None:
        return None, problems
    entry, found = check(node, shown, model, record_id)
    if entry is None:
        return None, problems + found
    found += texts.problems(node, shown, model)
    return replace(entry, again=lambda: _tree(source, shown, shared)[0]), problems + found


def _tree(source: Source, shown: str, shared: Node | None) -> tuple[Node | None, list[Problem]]:
    node, problems = read_file(source, shown)
    return laid_over(shared, node) if shared and node else node, problems


def _read_one(
    key: str, root: Folder, model: type[Record], shared: Mapping[str, Node] | None = None
) -> tuple[Entry[Record] | None, list[Problem]]:
    """One file; a list that the library shares goes on with what the file does not have."""
    node: Node | None = None
    problems: list[Problem] = []
    name = f"{key}.yml"
    shown = f"{root.name}/{name}"
    if name in root.files:
        node, problems = read_file(root.files[name], shown)
        if node is None:
            return None, problems
    elif not shared:
        return None, []
    else:
        shown = f"pustaka/{name}"
    if shared is not None:
        node = with_items(shared, node, key)
    assert node
    entry, found = check(node, shown, model, None)
    if entry is not None:
        found += texts.problems(node, shown, model)
    return entry, problems + found


def _untouched(entry: Entry[BerkasIstilah] | None, shared: Mapping[str, Node]) -> frozenset[str]:
    """The terms that stand in the list just as the library has them."""
    if entry is None:
        return frozenset()
    items = entry.node.at(("istilah",)).value
    assert isinstance(items, list)
    return frozenset(name for name, item in shared.items() if any(item is one for one in items))
