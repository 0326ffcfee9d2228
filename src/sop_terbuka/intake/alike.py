"""A new SOP from one like it: its way of working, and nothing that only the other one can know.

Called by `sop baru --dari`. What a promise, a number or a source said of the other document is left
out; words that name the other office, its people and its places are marked GANTI.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..data.model import Instansi, Peraturan, Sop
from ..data.plain import written
from ..data.yamltext import text_of
from ..meaning.hukum import GONE

# Keys of the other SOP that are a start for this one; a test sorts every key of an SOP.
KEPT = (
    "jenis_dokumen", "nama", "ringkasan", "sebutan", "audiens", "topik", "layanan", "varian",
    "siapa", "persyaratan", "produk", "pengertian", "tujuan", "kebijakan", "ruang_lingkup",
    "definisi", "dasar_hukum", "kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan",
    "pelaksana", "langkah",
)  # fmt: skip
# What a part of a kept value says of the other document, its promise or its paper only.
_LEFT_WITHIN = frozenset({
    "waktu", "bukan_waktu_tunggu", "jangka_waktu", "pelaksana_dasar", "sel_pelaksana",
    "nomor_tertulis", "gabung", "catatan",
})  # fmt: skip
_MARK = "GANTI: "
_NOT_SAID = [{"jenis": "praktik", "nama": f"{_MARK}siapa yang memintanya"}]
_REGION = re.compile(r"^(?:Kota|Kabupaten|Kab\.|Provinsi)\s+")


def alike(
    source: Sop,
    office: Instansi,
    is_own: bool,
    laws: Mapping[str, Peraturan],
    shared: Iterable[str],
) -> str:
    """The data file of a draft made from another SOP.

    `is_own` says that both are of one office, whose names then stay; `shared` are the regulations
    that hold for every office.
    """
    national = frozenset(shared)
    names = () if is_own else _names(office)
    record = {key: value for key, value in written(source).items() if key in KEPT}
    if is_own:
        # One key means one service, and an office offers it once.
        record.pop("layanan", None)
    record["dasar_hukum"] = [
        basis
        for basis in record.get("dasar_hukum", [])
        if basis.get("peraturan") in national and laws[basis["peraturan"]].status not in GONE
    ]
    made: dict[str, Any] = {}
    for key in KEPT:
        if key in record:
            made[key] = _own(record[key], names, national)
        if key == "topik":
            made["status"] = "rancangan"
        if key == "produk":
            made["biaya"] = {"tidak_disebut": "ya"}
    if not source.langkah:
        made["tanpa_langkah"] = f"{_MARK}mengapa SOP ini tidak memuat tabel langkah"
    if not is_own:
        for actor in made.get("pelaksana", []):
            if actor["pihak"] != "luar" and not actor["nama"].startswith(_MARK):
                actor["nama"] = _MARK + actor["nama"]
            actor.pop("singkat", None)
    return text_of(made)


def _own(value: Any, names: tuple[re.Pattern[str], ...], national: frozenset[str]) -> Any:
    if isinstance(value, str):
        return _MARK + value if any(name.search(value) for name in names) else value
    if isinstance(value, list):
        return [_own(item, names, national) for item in value]
    if not isinstance(value, dict):
        return value
    made = {}
    for key, inner in value.items():
        if key == "dasar":
            # A decision says whether the other document draws it; a list says who asks for it.
            if isinstance(inner, list):
                law = [basis for basis in inner if basis.get("peraturan") in national]
                made[key] = law or [dict(basis) for basis in _NOT_SAID]
        elif key not in _LEFT_WITHIN:
            made[key] = inner if key == "id" else _own(inner, names, national)
    return made


def _names(office: Instansi) -> tuple[re.Pattern[str], ...]:
    """What the other office, its places and its people are called."""
    words = {
        office.nama, office.singkatan, office.daerah, _REGION.sub("", office.daerah),
        office.disebut, *office.unit, *(place.nama for place in office.tempat),
        *(person.nama for person in office.pejabat),
    }  # fmt: skip
    return tuple(
        re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        for word in sorted(words, key=len, reverse=True)
        if len(word) > 2
    )
