"""The open data: the same keys and values as the YAML, plus what is computed from them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ...data.catalog import Catalog
from ...data.model import Peraturan
from ...data.plain import own
from ...data.schema import SCHEMAS, schema
from ...data.tanggal import in_words
from ...data.waktu import Total, Waktu, explained
from ...meaning.layanan import Layanan
from ...meaning.temuan import Temuan
from .temuan import as_csv, as_json

Json = dict[str, Any]


def files(
    catalog: Catalog, services: Mapping[str, Layanan], findings: Sequence[Temuan]
) -> dict[str, Callable[[], Iterable[bytes]]]:
    """Every open-data file by its address below the site's root; made when called, part by part."""
    by_sop: dict[str, list[Temuan]] = {sop: [] for sop in catalog.sop}
    for item in findings:
        by_sop[item.sop].append(item)
    found: dict[str, Callable[[], Iterable[bytes]]] = {
        "api/v1/sop.json": lambda: _dump_each(listed(layanan) for layanan in services.values()),
        "api/v1/instansi.json": lambda: _dump_each(own(o) for o in catalog.instansi.values()),
        "api/v1/peraturan.json": lambda: _dump_each(
            regulation(catalog, law) for law in catalog.peraturan.values()
        ),
        "api/v1/temuan.json": lambda: _dump_each(
            {"sop": item.sop} | as_json(item) for item in findings
        ),
        "api/v1/temuan.csv": lambda: as_csv(findings),
        "api/v1/istilah.json": lambda: _dump_each(own(term) for term in catalog.istilah),
    }
    for sop, layanan in services.items():
        found[f"api/v1/sop/{sop}.json"] = partial(_dump_made, whole, layanan, by_sop[sop])
    for form in catalog.formulir.values():
        found[f"api/v1/formulir/{form.id}.json"] = partial(_dump_made, own, form)
    for name in SCHEMAS:
        found[f"api/v1/skema/{name}.json"] = partial(_schema, name)
    return found


def situs(catalog: Catalog, site_url: str, date: str) -> bytes:
    """What the site says of itself, for whoever brings many together."""
    topics = [{"id": topic.id, "nama": topic.nama} for topic in catalog.topik]
    about = {"nama": catalog.situs.nama, "alamat": site_url or None, "tanggal": date or None}
    return _dump(about | {"topik": topics})


def whole(layanan: Layanan, findings: Sequence[Temuan] = ()) -> Json:
    """One SOP with everything computed from it under `turunan`."""
    return own(layanan.sop) | {"turunan": derived(layanan, findings)}


def listed(layanan: Layanan) -> Json:
    """One SOP as a line of the list of all."""
    sop = layanan.sop
    keys = (
        "id",
        "jenis_dokumen",
        "nama",
        "nama_sop",
        "ringkasan",
        "sebutan",
        "audiens",
        "topik",
        "layanan",
        "status",
    )
    return {key: value for key, value in own(sop).items() if key in keys} | {
        "instansi": sop.instansi,
        "jumlah_langkah": layanan.lama.langkah,
        "waktu": layanan.waktu.nilai if layanan.waktu.disebut else None,
        "asal_waktu": layanan.lama.asal,
        "waktu_total": layanan.lama.seluruhnya.teks or None,
        "url": f"{sop.id}/",
        "json": f"api/v1/sop/{sop.id}.json",
    }


def derived(layanan: Layanan, findings: Sequence[Temuan] = ()) -> Json:
    """What the site computes for one SOP."""
    return {
        "url": f"{layanan.id}/",
        "waktu": {
            "nilai": layanan.waktu.nilai if layanan.waktu.disebut else None,
            "asal": layanan.lama.asal,
            "janji": [
                {"varian": one.varian or None, "mulai": one.mulai or None}
                | {"teks": one.jangka_waktu.teks, "dipahami": _time(one.waktu)}
                for one in layanan.lama.janji
            ],
        },
        "waktu_total": _total(layanan.lama.seluruhnya) | {"kecuali": list(layanan.lama.kecuali)},
        "waktu_langkah": {step.langkah: _time(step.waktu) for step in layanan.waktu_langkah},
        "tanggal_teks": {
            key: in_words(value)
            for key, value in own(layanan.sop.dokumen).items()
            if key.startswith("tanggal")
        },
        "kelengkapan_standar": [
            {"komponen": part.nama, "keadaan": part.keadaan, "asal": part.asal}
            for part in layanan.standar
        ],
        "temuan": [as_json(item) for item in findings],
        "dasar_hukum": [
            {
                "peraturan": law.id,
                "status": law.status,
                "keyakinan_status": law.keyakinan_status,
                "status_per": law.status_per,
                "rujukan_kini": law.rujukan_kini,
            }
            for basis in layanan.dasar_hukum
            if (law := basis.peraturan)
        ],
    }


def regulation(catalog: Catalog, law: Peraturan) -> Json:
    """One regulation with the SOPs that cite it."""
    return own(law) | {
        "turunan": {
            "url": f"peraturan/{law.id}/",
            "dikutip_oleh": [
                {"sop": sop.id, "tertulis": basis.tertulis}
                for sop in catalog.citing(law.id)
                for basis in sop.dasar_hukum
                if basis.peraturan == law.id
            ],
        }
    }


def _total(summed: Total) -> Json:
    return {
        "teks": summed.teks or None,
        "bagian": [vars(part) for part in summed.bagian],
        "tanpa_waktu": summed.tanpa_waktu,
        "kecuali": list(summed.kecuali),
        "untuk_satu": list(summed.untuk_satu),
    }


def _time(waktu: Waktu | None) -> Json | None:
    if waktu is None:
        return None
    return {
        "teks": explained(waktu),
        "bagian": [vars(part) for part in waktu.bagian],
        "paling_lama": waktu.paling_lama,
        "kira_kira": waktu.kira_kira,
        "per": waktu.per,
        "mulai": waktu.mulai,
        "keterangan": waktu.keterangan,
        "terbuka": waktu.terbuka,
        "pilihan": [_time(one) for one in waktu.pilihan],
    }


def _dump_made(make: Callable[..., Json], *arguments: object) -> Iterator[bytes]:
    yield _dump(make(*arguments))


def _schema(name: str) -> Iterator[bytes]:
    yield schema(name)


def _dump_each(rows: Iterable[Json]) -> Iterator[bytes]:
    """A list, row by row: all rows of a large site as one value would take ten times its bytes."""
    begin = b"[\n "
    for row in rows:
        yield begin + _dump(row).rstrip(b"\n").replace(b"\n", b"\n ")
        begin = b",\n "
    yield b"[]\n" if begin[:1] == b"[" else b"\n]\n"


def _dump(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
