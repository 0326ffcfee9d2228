"""What of one SOP and its office can be proposed: every part with what it holds now.

Published with the proposal page; the form asks nothing that `sop usulan` would not take.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from ...data.alamat import PICK, names, position
from ...data.model import Instansi, Sop
from ...data.model.dasar import Rekaman
from ..revisi.text import capital, shortened
from .berkas import part_of
from .tabel import BAGIAN, JENIS, Bagian


def choices(sop: Sop, office: Instansi) -> dict[str, Any]:
    """The items of the form's first question, and who may act in a step."""
    found = [item for part in BAGIAN.values() for item in _items(part, sop, office)]
    actors = {actor.id: actor.nama for actor in sop.pelaksana}
    # A row that is drawn symbol by symbol is no place for a form.
    if any(step.simbol for step in sop.langkah):
        found = [item for item in found if item["pada"] != "langkah[+]"]
    steps = {step.id: step.kegiatan for step in sop.langkah}
    return {"butir": found, "pelaksana": actors, "langkah": steps}


def places(sop: Sop, office: Instansi) -> frozenset[str]:
    """Every address that the form can be opened at: its items and their values."""
    found = set()
    for item in choices(sop, office)["butir"]:
        found.add(item["pada"])
        found.update(f"{item['pada']}.{key}" for key, _ in item.get("nilai", ()) if key)
    return frozenset(found)


def place_name(sop: Sop, pada: str) -> str:
    """What people call a place of an SOP: `Langkah 2 “Memeriksa berkas”, waktu`."""
    part, key = part_of(pada)
    if part is None:
        said = PICK.sub(r" “\g<pick>”", pada).replace("_", " ").replace(".", ", ")
        return capital(said).replace(" sop", " SOP")
    value = part.of(key)
    name = part.nama
    found = PICK.search(pada)
    records = getattr(sop, part.kunci, None) if found else None
    if found and isinstance(records, list):
        at = position(records, part.kunci, found["pick"])
        if at is not None and part.judul:
            number = f" {at + 1}" if part.pada == "langkah" else ""
            name += f"{number} “{shortened(_said(getattr(records[at], part.judul)))}”"
    is_said = value is None or not key or value.nama == part.nama
    return name if is_said or value is None else f"{name}, {value.nama.lower()}"


def _items(part: Bagian, sop: Sop, office: Instansi) -> Iterator[dict[str, Any]]:
    holder: Any = office if part.in_office else sop
    for key in part.kunci.split("."):
        holder = getattr(holder, key)
    if part.bentuk == "daftar":
        key = part.kunci.rpartition(".")[2]
        for name, record in zip(names(holder, key), holder, strict=True):
            yield _item(part, f"{part.pada}[{name}]", record)
        if part.pada != "langkah" or sop.langkah:
            yield {"pada": f"{part.pada}[+]", "bagian": part.pada, "baru": True}
    elif part.bentuk == "butir":
        for text in holder:
            yield {"pada": part.pada, "bagian": part.pada, "nilai": [["", text]], "nama": text}
        yield {"pada": f"{part.pada}[+]", "bagian": part.pada, "baru": True}
    elif part.bentuk == "teks":
        yield {"pada": part.pada, "bagian": part.pada, "nilai": [["", holder]]}
    elif holder is None:
        yield {"pada": part.pada, "bagian": part.pada, "baru": True}
    else:
        yield _item(part, part.pada, holder)


def _item(part: Bagian, pada: str, record: Rekaman) -> dict[str, Any]:
    values = [pair for value in part.isi for pair in _values(value.kunci, record, part)]
    made: dict[str, Any] = {"pada": pada, "bagian": part.pada, "nilai": values}
    if part.judul:
        made["nama"] = _said(getattr(record, part.judul))
        made["hapus"] = True
    if part.pada == "biaya" and not any(text for _, text in values):
        made["belum"] = True
    return made


def _values(key: str, record: Rekaman, part: Bagian) -> Iterator[list[str]]:
    held = getattr(record, key)
    value = part.of(key)
    if isinstance(held, list) and held and value and JENIS[value.jenis].bentuk != "banyak":
        # Each text of a list is changed by itself, known by its words.
        yield from ([key, text] for text in held)
    else:
        yield [key, _said(held)]


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


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
