"""A proposal from somebody without Git: one small file, checked as a stranger's, then applied."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import Field, StringConstraints

from ..data.check import check
from ..data.model import Rekaman, Sop
from ..data.model.dasar import IdSop, Teks
from ..data.node import Node, read_text
from ..data.problem import DataError, Place, Problem
from . import edit

MAX_BYTES = 65_536
_PART = re.compile(r"(?P<key>[a-z0-9_]+)(?:\[(?P<pick>[a-z0-9-]+|\+)\])?")
# What only the office itself, or a look at the source document, can say.
_NOT_BY_PROPOSAL = ("id", "sumber", "koreksi", "status", "status_oleh", "status_tanggal")
_REFUSED = "usulan-ditolak"
_BASE = re.compile(r"sha256:[0-9a-f]{64}|[0-9a-f]{40}")
_CODE = re.compile(r"\{\{|\{%|\{#|\$\{|<[a-z/!?]", re.IGNORECASE)


class PerubahanUsulan(Rekaman):
    """One proposed change."""

    pada: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        description="Tempatnya, misalnya langkah[periksa].waktu; peralatan[+] menambah butir."
    )
    dari: Teks | None = Field(None, description="Isi sekarang; kosong bila belum ada.")
    menjadi: Teks | None = Field(None, description="Isi yang diusulkan; kosong bila dihapus.")
    alasan: Annotated[Teks, StringConstraints(max_length=1000)] = Field(description="Mengapa.")


class Usulan(Rekaman):
    """The proposal file."""

    usulan: Literal["1"] = Field(description="Versi bentuk berkas ini.")
    sop: IdSop = Field(description="Id SOP yang diusulkan berubah.")
    dasar: Annotated[Teks, StringConstraints(max_length=80)] = Field(
        description="Sidik berkas SOP saat usulan dibuat, atau nomor commit."
    )
    pengusul: Annotated[Teks, StringConstraints(max_length=100)] | None = Field(
        None, description="Nama, bila mau disebut. Akan terbaca umum."
    )
    perubahan: Annotated[list[PerubahanUsulan], Field(min_length=1, max_length=50)] = Field(
        description="Satu butir per nilai."
    )


@dataclass(frozen=True)
class Bentrok:
    """A proposed change whose place has changed since."""

    pada: str
    dari: str | None
    kini: str | None
    menjadi: str | None


class UsulanBentrok(DataError):
    """The data says something else by now; carries each place."""

    def __init__(self, bentrok: list[Bentrok]) -> None:
        """Keep the conflicts in the order of the proposal."""
        super().__init__([])
        self.bentrok = bentrok


@dataclass(frozen=True)
class Bidang:
    """One value that a proposal may change."""

    pada: str
    label: str
    nilai: str


def fingerprint(content: bytes) -> str:
    """What a proposal names as its base: the hash of the SOP's file."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def read(path: Path) -> Usulan:
    """Read and check a proposal file; raises DataError with everything wrong in it."""
    shown = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refusal(shown, f"berkas tidak dapat dibaca ({error.strerror}).") from None
    if len(raw) > MAX_BYTES:
        raise _refusal(shown, f"usulan terlalu besar (paling besar {MAX_BYTES} bita).")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(shown, "berkas bukan teks UTF-8.") from None
    node, problems = read_text(text, shown)
    if node is None or problems:
        raise DataError(problems)
    entry, problems = check(node, shown, Usulan, None)
    problems += [problem for path, at in _scalars(node, "") for problem in _odd(shown, path, at)]
    if entry is None or problems:
        raise DataError(problems)
    problems = _misplaced(entry.record, node, shown)
    if problems:
        raise DataError(problems)
    return entry.record


def apply(usulan: Usulan, content: bytes) -> bytes:
    """The SOP's file with the proposal in it; raises UsulanBentrok or DataError.

    A file that has changed since is no conflict as long as every proposed place still holds what
    the proposal saw there.
    """
    text = content.decode("utf-8")
    node, _ = read_text(text.removeprefix("\ufeff"), usulan.sop)
    if node is None:
        raise _refusal(usulan.sop, "berkas SOP ini sekarang tidak dapat dibaca.")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    conflicts = []
    for item in usulan.perubahan:
        now = _text_at(node, item.pada)
        if _words(now) != _words(item.dari):
            conflicts.append(Bentrok(item.pada, item.dari, now, item.menjadi))
    if conflicts:
        raise UsulanBentrok(conflicts)
    for item in usulan.perubahan:
        path = _located(read_text(text, usulan.sop)[0], item.pada)
        try:
            if path is None:
                raise edit.EditError("tidak ada di SOP ini.")
            text = edit.change(text, path, _words(item.menjadi))
            text = _follow(text, item, usulan.sop)
        except edit.EditError as error:
            raise _refusal(usulan.sop, f"{item.pada}: {error}") from None
    return (mark + text).encode("utf-8")


def _follow(text: str, item: PerubahanUsulan, sop: str) -> str:
    """Keep the note of what the source says in step with the data's new wording."""
    node = read_text(text, sop)[0]
    notes = node.at(("koreksi",)).value if node else []
    for n, note in enumerate(notes if isinstance(notes, list) else []):
        if note.at(("pada",)).value == item.pada and item.menjadi is not None:
            text = edit.change(text, ("koreksi", n, "menjadi"), _words(item.menjadi))
    return text


def editable(sop: Sop) -> list[Bidang]:
    """The values of an SOP that the proposal form offers."""
    found = [
        Bidang("nama", "Nama layanan", sop.nama),
        Bidang("ringkasan", "Ringkasan", sop.ringkasan),
    ]
    for n, need in enumerate(sop.persyaratan, 1):
        found.append(Bidang(f"persyaratan[{n}].berkas", f"Syarat {n}", need.berkas))
        if need.jumlah:
            found.append(Bidang(f"persyaratan[{n}].jumlah", f"Syarat {n}, jumlah", need.jumlah))
    if sop.biaya.jumlah is not None:
        found.append(Bidang("biaya.jumlah", "Biaya (rupiah)", str(sop.biaya.jumlah)))
    for n, step in enumerate(sop.langkah, 1):
        pada = f"langkah[{step.id}]"
        found.append(Bidang(f"{pada}.kegiatan", f"Langkah {n}, kegiatan", step.kegiatan))
        found.append(Bidang(f"{pada}.waktu", f"Langkah {n}, waktu", step.waktu or ""))
    if sop.tempat:
        found.append(Bidang("tempat.nama", "Tempat layanan", sop.tempat.nama))
    found += [
        Bidang(f"dasar_hukum[{n}].tertulis", f"Dasar hukum {n}", basis.tertulis)
        for n, basis in enumerate(sop.dasar_hukum, 1)
    ]
    return found


def issue_form_url(repo_url: str, sop: Sop, section: str) -> str:
    """The prefilled issue form for a section of an SOP's page; empty without a repository."""
    if not repo_url.startswith(("https://", "http://")):
        return ""
    query = {
        "template": "koreksi-sop.yml",
        "title": f"Koreksi: {sop.nama}",
        "sop": sop.id,
        "bagian": section,
    }
    return f"{repo_url.rstrip('/').removesuffix('.git')}/issues/new?{urlencode(query)}"


def _refusal(shown: str, pesan: str) -> DataError:
    return DataError([Place(shown).problem(_REFUSED, pesan)])


def _scalars(node: Node, path: str) -> list[tuple[str, Node]]:
    if isinstance(node.value, dict):
        return [
            found
            for key, value in node.value.items()
            for found in [(key, node.key((key,))), *_scalars(value, key)]
        ]
    if isinstance(node.value, list):
        return [found for item in node.value for found in _scalars(item, path)]
    return [(path, node)]


def _odd(shown: str, path: str, node: Node) -> list[Problem]:
    text = _words(str(node.value)) or ""
    if not text.isprintable():
        pesan = "ada aksara kendali atau pengubah arah tulisan. Hapus aksara itu."
    elif _CODE.search(text):
        pesan = "ada kode templat atau HTML. Tulis teks biasa saja."
    else:
        return []
    return [Place(shown, node.line, node.column, path[:60]).problem(_REFUSED, pesan)]


def _misplaced(usulan: Usulan, node: Node, shown: str) -> list[Problem]:
    """Places that no proposal may change, or that no SOP can have."""
    problems = []
    if not _BASE.fullmatch(usulan.dasar):
        at = node.at(("dasar",))
        pesan = "bukan sidik berkas. Salin baris dasar dari halaman usulan, diawali sha256:."
        problems.append(Place(shown, at.line, at.column, "dasar").problem(_REFUSED, pesan))
    for n, item in enumerate(usulan.perubahan):
        at = node.at(("perubahan", n, "pada"))
        parts = [_PART.fullmatch(part) for part in item.pada.split(".")]
        first = parts[0]["key"] if parts[0] else ""
        if not all(parts) or first not in Sop.model_fields:
            pesan = (
                f'"{item.pada}" bukan tempat di sebuah SOP. Tulis misalnya langkah[periksa].waktu.'
            )
        elif first in _NOT_BY_PROPOSAL:
            pesan = f'"{first}" hanya diubah oleh pengelola data. Hapus perubahan ini.'
        elif item.dari is None and item.menjadi is None:
            pesan = "dari dan menjadi sama-sama kosong. Isi salah satu atau keduanya."
        elif _words(item.dari) == _words(item.menjadi):
            pesan = "dari dan menjadi sama. Hapus perubahan ini."
        else:
            continue
        place = Place(shown, at.line, at.column, f"perubahan {n + 1}")
        problems.append(place.problem(_REFUSED, pesan))
    return problems


def _words(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None


def _text_at(node: Node, pada: str) -> str | None:
    path = _located(node, pada)
    if path is None:
        return None
    holder = node.at(path[:-1])
    there = (
        path[-1] in holder.value
        if isinstance(holder.value, dict)
        else isinstance(path[-1], int) and path[-1] < len(holder.value)
    )
    value = node.at(path).value if there else None
    return value if isinstance(value, str) else None


def _located(node: Node | None, pada: str) -> edit.Path | None:
    """The path of a place such as `langkah[periksa].waktu`; its last part need not be there yet."""
    path: list[int | str] = []
    current = node
    parts = pada.split(".")
    for n, part in enumerate(parts):
        match = _PART.fullmatch(part)
        if match is None or current is None or not isinstance(current.value, dict):
            return None
        path.append(match["key"])
        current = current.value.get(match["key"])
        if match["pick"] is not None:
            at = _picked(current, match["pick"])
            if at is None or not current:
                return None
            path.append(at)
            items = current.value
            current = items[at] if isinstance(items, list) and at < len(items) else None
        if current is None and n < len(parts) - 1:
            return None
    return tuple(path)


def _picked(node: Node | None, pick: str) -> int | None:
    if node is None or not isinstance(node.value, list):
        return None
    if pick == "+":
        return len(node.value)
    if pick.isdigit():
        return int(pick) - 1 if 1 <= int(pick) <= len(node.value) else None
    ids = [item.value["id"].value if isinstance(item.value, dict) and "id" in item.value else None
           for item in node.value]  # fmt: skip
    return ids.index(pick) if pick in ids else None
