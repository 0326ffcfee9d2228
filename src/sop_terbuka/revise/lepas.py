"""Takes an office out of a site, with everything that only it used.

Called by `sop instansi-lepas`. Works on text, so that what stays keeps its form and its comments.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from ..data import terpakai
from ..data.catalog import Catalog, load
from ..data.problem import SopTerbukaError
from ..data.stray import SUFFIXES
from . import edit

Place = tuple[int | str, ...]


@dataclass
class Lepas:
    """What goes, what changes, and what the author has to look at, by name below the site."""

    hapus: set[str] = field(default_factory=set)
    ubah: dict[str, str] = field(default_factory=dict)
    lihat: list[str] = field(default_factory=list)


def plan(root: Path, office: str) -> Lepas:
    """What taking an office out means; the data must be free of problems."""
    catalog = load(root / "sop_data", root / "forms")
    if office not in catalog.instansi:
        known = ", ".join(catalog.instansi)
        raise SopTerbukaError(f'instansi "{office}" tidak ada. Yang ada: {known}.')
    if len(catalog.instansi) == 1:
        raise SopTerbukaError(
            f"{office} satu-satunya instansi; situs tanpa instansi tidak ada isinya."
        )
    made = Lepas()
    _files_of_the_office(root, catalog, office, made)
    _forms(root, catalog, office, made)
    _terms(root, catalog, office, made)
    _situs(root, catalog, office, made)
    _others(root, catalog, office, made)
    made.lihat += _mentions(root, office)
    return made


def carry_out(root: Path, made: Lepas) -> None:
    """Delete and write; folders that are empty afterwards go too."""
    for name, text in made.ubah.items():
        (root / name).write_bytes(text.encode("utf-8"))
    for name in made.hapus:
        (root / name).unlink()
    for folder in {(root / name).parent for name in made.hapus}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _files_of_the_office(root: Path, catalog: Catalog, office: str, made: Lepas) -> None:
    folder = root / "sop_data" / office
    made.hapus |= {_name(root, path) for path in folder.rglob("*") if path.is_file()}
    sources: dict[bool, set[str]] = {True: set(), False: set()}
    for sop in catalog.sop.values():
        if sop.sumber:
            sources[sop.instansi == office].add(sop.sumber.berkas)
    made.hapus |= {f"sop_data/sumber/{name}" for name in sources[True] - sources[False]}
    records: dict[bool, list[BaseModel]] = {True: [], False: []}
    for key, item in catalog.instansi.items():
        records[key == office].append(item)
    for sop in catalog.sop.values():
        records[sop.instansi == office].append(sop)
    for form in catalog.formulir.values():
        records[_only(form.layanan, office)].append(form)
    every = frozenset(catalog.peraturan)
    used = {of: terpakai.laws(catalog.peraturan, every, items) for of, items in records.items()}
    for law in used[True].keys() - used[False].keys():
        paths = [root / "sop_data" / "peraturan" / f"{law}{suffix}" for suffix in SUFFIXES]
        made.hapus |= {_name(root, path) for path in paths if path.is_file()}


def _forms(root: Path, catalog: Catalog, office: str, made: Lepas) -> None:
    for form in catalog.formulir.values():
        name = _file(root, f"forms/{form.id}")
        if _only(form.layanan, office):
            made.hapus.add(name)
            continue
        paths: list[Place] = [
            ("layanan", n) for n, key in enumerate(form.layanan) if _of(key, office)
        ]
        paths += [
            ("ditujukan_kepada", n)
            for n, item in enumerate(form.ditujukan_kepada)
            if item.instansi == office
        ]
        paths += [
            ("dasar", n)
            for n, basis in enumerate(form.dasar)
            if _of(getattr(basis, "sop", None) or "", office)
        ]
        _remove(root, name, paths, made)


def _terms(root: Path, catalog: Catalog, office: str, made: Lepas) -> None:
    name = _file(root, "sop_data/istilah")
    if not (root / name).is_file():
        return
    written = edit.plain((root / name).read_text(encoding="utf-8"))
    items = written["istilah"] if isinstance(written, dict) else []
    paths: list[Place] = []
    for n, item in enumerate(items):
        found = item.get("sop", []) if isinstance(item, dict) else []
        keys = [str(key) for key in found] if isinstance(found, list) else []
        if keys and _only(keys, office):
            # A word that only this office used; the library keeps its own.
            paths.append(("istilah", n))
        else:
            paths += [("istilah", n, "sop", m) for m, key in enumerate(keys) if _of(key, office)]
    _remove(root, name, paths, made)


def _situs(root: Path, catalog: Catalog, office: str, made: Lepas) -> None:
    examples = catalog.situs.contoh_cari
    paths: list[Place] = [
        ("contoh_cari", n) for n, example in enumerate(examples) if _of(example.sop, office)
    ]
    _remove(root, "sop_data/situs.yml", paths, made)


def _others(root: Path, catalog: Catalog, office: str, made: Lepas) -> None:
    for sop in catalog.sop.values():
        if sop.instansi != office:
            paths: list[Place] = [
                (key, n, "sop")
                for key in ("keterkaitan", "bukan_di_sini")
                for n, related in enumerate(getattr(sop, key))
                if related.sop and _of(related.sop, office)
            ]
            _remove(root, _file(root, f"sop_data/{sop.id}"), paths, made)


def _remove(root: Path, name: str, paths: Iterable[Place], made: Lepas) -> None:
    """Take values out, the last first, so that the numbers of the others stay right."""
    paths = list(paths)
    if not paths:
        return
    text = made.ubah.get(name) or (root / name).read_bytes().decode("utf-8")
    for path in reversed(paths):
        try:
            text = _without(text, path)
        except edit.EditError as error:
            shown = ", ".join(str(part) for part in path)
            made.lihat.append(f"{name}: {shown}: {error}")
    made.ubah[name] = text


def _without(text: str, path: Place) -> str:
    """The text without a value; a list that would be empty goes with its key."""
    holder = edit.plain(text)
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]
    alone = len(holder) == 1 and len(path) > 1
    return edit.change(text, path[:-1] if alone else path, None)


def _mentions(root: Path, office: str) -> Iterable[str]:
    """Hand-written pages and settings that name the office."""
    places = [*sorted((root / "docs").rglob("*.md")), root / ".github" / "CODEOWNERS"]
    for path in places:
        if path.is_file():
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if office in line:
                    yield f"{_name(root, path)}:{number}: menyebut {office}"


def _only(keys: Iterable[str], office: str) -> bool:
    return all(_of(key, office) for key in keys)


def _of(sop_id: str, office: str) -> bool:
    return sop_id.startswith(f"{office}/")


def _file(root: Path, stem: str) -> str:
    return next((f"{stem}{s}" for s in SUFFIXES if (root / f"{stem}{s}").is_file()), f"{stem}.yml")


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
