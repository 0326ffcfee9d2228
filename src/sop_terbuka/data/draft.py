"""Everything of a data folder that could be read, good or bad, with the place of every value.

The rules look at a draft; only a draft without problems becomes a catalogue.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from .check import Entry, check
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


def read(folder: Path, forms: Path | None = None) -> tuple[Draft, list[Problem]]:
    """Read every file of a data folder; problems of one file do not hide those of others."""
    draft = Draft()
    root = folder.resolve()
    situs = root / "situs.yml"
    if other := _other_format(situs, _shown(situs, root)):
        # Every file may be written in other words; one sentence says what to do about it.
        return draft, [other]
    draft.situs, problems = _read_one(situs, root, Situs)
    if forms:
        home = forms.resolve()
        for path in _yaml_files(home):
            problems += _read_into(
                draft.formulir, draft.formulir_ids, path, home, Formulir, path.stem
            )
    for path in sorted(p for p in (root / "sumber").glob("*.txt") if _is_plain(p)):
        text, found = read_source(path, _shown(path, root))
        problems += found
        # Empty for a broken file: it exists, but no line of it can be checked.
        draft.sumber[path.name] = tuple(text.split("\n")) if text is not None else ()
    shared = library()
    for path in _yaml_files(root / "peraturan"):
        below = shared.peraturan.get(path.stem)
        problems += _read_into(
            draft.peraturan, draft.peraturan_ids, path, root, Peraturan, path.stem,
            below.node if below else None,
        )  # fmt: skip
    draft.pustaka = frozenset(shared.peraturan.keys() - draft.peraturan_ids)
    draft.peraturan |= {name: shared.peraturan[name] for name in sorted(draft.pustaka)}
    draft.peraturan_ids |= draft.pustaka
    for office in sorted(p for p in root.iterdir() if p.is_dir() and p.name not in RESERVED):
        draft.gambar |= _pictures(office)
        for path in _yaml_files(office):
            if path.stem == "instansi":
                problems += _read_into(
                    draft.instansi, draft.instansi_ids, path, root, Instansi, office.name
                )
            else:
                sop_id = f"{office.name}/{path.stem}"
                problems += _read_into(draft.sop, draft.sop_ids, path, root, Sop, sop_id)
    draft.istilah, found = _read_one(
        root / "istilah.yml", root, BerkasIstilah, ("istilah", shared.istilah)
    )
    problems += found
    draft.has_topics = (root / "topik.yml").is_file()
    draft.topik, found = _read_one(root / "topik.yml", root, BerkasTopik, ("topik", shared.topik))
    draft.topik_pustaka = tuple(shared.topik)
    draft.istilah_pustaka = _untouched(draft.istilah, shared.istilah)
    problems += found
    draft.audiens, found = _read_one(
        root / "audiens.yml", root, BerkasAudiens, ("audiens", shared.audiens)
    )
    problems += found
    draft.masalah, found = _read_one(
        root / "masalah.yml", root, BerkasMasalah, ("masalah", shared.masalah)
    )
    return draft, [*problems, *found, *strays(root, forms.resolve() if forms else None)]


def _other_format(path: Path, shown: str) -> Problem | None:
    """One problem for data in other words; the file's other keys are not yet to be judged."""
    # Data without situs.yml is older than the file itself.
    line, column, written = 1, 1, "1"
    if _is_plain(path):
        node, _ = read_file(path, shown)
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


def _yaml_files(folder: Path) -> list[Path]:
    # A link could lead out of the data folder and publish what lies there.
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and _is_plain(p))


def _pictures(office: Path) -> dict[str, bytes]:
    """The pictures beside an office's data, by `office/name`; too big ones are cut short."""
    if office.is_symlink():
        return {}
    found = (p for p in sorted(office.iterdir()) if POLA_GAMBAR.fullmatch(p.name) and _is_plain(p))
    made = {}
    for path in found:
        with path.open("rb") as file:
            made[f"{office.name}/{path.name}"] = file.read(MAX_PICTURE + 1)
    return made


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _shown(path: Path, root: Path) -> str:
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def _read_into(
    entries: dict[str, Entry[Record]],
    ids: set[str],
    path: Path,
    root: Path,
    model: type[Record],
    record_id: str,
    shared: Node | None = None,
) -> Iterator[Problem]:
    shown = _shown(path, root)
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
    node, problems = read_file(path, shown)
    yield from problems
    if node is None:
        return
    if shared:
        node = laid_over(shared, node)
    entry, problems = check(node, shown, model, record_id)
    yield from problems
    if entry is not None:
        entries[record_id] = entry


def _read_one(
    path: Path,
    root: Path,
    model: type[Record],
    shared: tuple[str, Mapping[str, Node]] | None = None,
) -> tuple[Entry[Record] | None, list[Problem]]:
    """One file; a list that the library shares goes on with what the file does not have."""
    node: Node | None = None
    problems: list[Problem] = []
    shown = _shown(path, root)
    if _is_plain(path):
        node, problems = read_file(path, shown)
        if node is None:
            return None, problems
    elif not shared or not shared[1]:
        return None, []
    else:
        shown = f"pustaka/{path.name}"
    if shared:
        node = with_items(shared[1], node, shared[0])
    assert node
    entry, found = check(node, shown, model, None)
    return entry, problems + found


def _untouched(entry: Entry[BerkasIstilah] | None, shared: Mapping[str, Node]) -> frozenset[str]:
    """The terms that stand in the list just as the library has them."""
    if entry is None:
        return frozenset()
    items = entry.node.at(("istilah",)).value
    assert isinstance(items, list)
    return frozenset(name for name, item in shared.items() if any(item is one for one in items))
