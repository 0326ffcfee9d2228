"""Whatever the form offers can be proposed, and the file then says so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.revise import edit, usulan
from tests.conftest import SAMPLE

SOURCE = {"jenis": "dinas", "nama": "Papan layanan"}
RIGHT = {
    "rupiah": "7000", "waktu": "7 menit", "jam": "07.00", "istirahat": "07.00-07.30",
    "hari": "senin, rabu", "url": "https://contoh.invalid/7", "jumlah": "7 lembar",
}  # fmt: skip


def _value(kind: str, old: str, actors: dict[str, str]) -> str:
    """A right value of a kind that is not the old one."""
    if kind == "pelaksana":
        return next(name for name in actors if name != old)
    options = usulan.JENIS[kind].pilihan
    if usulan.JENIS[kind].bentuk == "pilihan":
        return next(name for name in options if name != old)
    return RIGHT.get(kind, "Tujuh hal lain")


def changes(offered: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every change that the form can make of what it offers."""
    actors = offered["pelaksana"]
    for item in offered["butir"]:
        part = usulan.BAGIAN[item["bagian"]]
        common = {"pada": item["pada"], "sumber": SOURCE}
        if item.get("baru") and part.bentuk == "butir":
            yield common | {"menjadi": "Tujuh hal lain"}
        elif item.get("baru"):
            made = {value.kunci: _value(value.jenis, "", actors) for value in part.isi}
            yield common | {"isi": made}
        if item.get("nama") and part.bentuk == "daftar":
            common["butir"] = item["nama"]
        if item.get("hapus"):
            yield common | {"dari": item["nama"]}
        for key, old in item.get("nilai", ()):
            value = part.of(key)
            assert value
            place = f"{item['pada']}.{key}" if key else item["pada"]
            others = {text for name, text in item["nilai"] if name == "pelaksana"}
            free = {name: said for name, said in actors.items() if name not in others}
            new = _value(value.jenis, old, free)
            yield common | {"pada": place, "menjadi": new} | ({"dari": old} if old else {})


@pytest.mark.parametrize(
    "sop_id",
    ["kota-wanasari/kartu-ak1", "kab-rimbaraya/penerimaan-tamu-rawa"],
)
def test_every_change_that_the_form_offers_can_be_made(
    catalog: Catalog, sop_id: str, tmp_path: Path
) -> None:
    sop = catalog.sop[sop_id]
    offered = usulan.choices(sop, catalog.instansi[sop.instansi])
    files = {
        usulan.SOP: (SAMPLE / f"sop_data/{sop_id}.yml").read_bytes(),
        usulan.INSTANSI: (SAMPLE / f"sop_data/{sop.instansi}/instansi.yml").read_bytes(),
    }
    path = tmp_path / "usulan.yml"
    found = list(changes(offered))
    assert {usulan.part_of(one["pada"])[0] for one in found} == set(usulan.BAGIAN.values())
    for one in found:
        head = {"usulan": 1, "sop": sop_id, "dasar": usulan.fingerprint(files[usulan.SOP])}
        path.write_text(json.dumps(head | {"perubahan": [one]}, ensure_ascii=False), "utf-8")
        made = usulan.apply(usulan.read(path), files, "2026-11-29")
        texts = [edit.plain(content.decode()) for content in made.values()]
        assert made != files, one
        if "menjadi" in one:
            assert one["menjadi"].split(", ")[0] in json.dumps(texts, ensure_ascii=False), one
