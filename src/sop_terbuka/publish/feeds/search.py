"""What can be searched: one entry for every thing people look for, built from the catalogue."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from markupsafe import escape

from ...data.catalog import Catalog
from ...data.model import Formulir, Istilah, Peraturan
from ...meaning.hukum import short_title
from ...meaning.layanan import Layanan
from ..page import Page


@dataclass(frozen=True)
class Entri:
    """One result. `judul` and `ringkas` are shown, as HTML; the rest is only searched."""

    alamat: str
    judul: str
    ringkas: str
    sebutan: str
    isi: str
    bobot: float


def index(catalog: Catalog, services: Mapping[str, Layanan], pages: Iterable[Page]) -> bytes:
    """The search index as JSON: the entries, and the words that mean the same."""
    synonyms = [sorted({term.istilah, *term.sebutan}) for term in catalog.istilah if term.sebutan]
    entries = [asdict(entry) for entry in _entries(catalog, services, pages)]
    made = {"entri": entries, "padanan": synonyms}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _entries(
    catalog: Catalog, services: Mapping[str, Layanan], pages: Iterable[Page]
) -> Iterator[Entri]:
    terms: dict[str, list[Istilah]] = {}
    for term in catalog.istilah:
        for sop_id in term.sop:
            terms.setdefault(sop_id, []).append(term)
    for layanan in services.values():
        yield _service(layanan, terms.get(layanan.id, []))
    for form in catalog.formulir.values():
        yield _form(catalog, form)
    for law in catalog.peraturan.values():
        yield _regulation(law)
    for term in catalog.istilah:
        yield Entri(
            f"istilah/#{term.id}",
            _html(term.istilah),
            _html(term.arti),
            _joined([term.kepanjangan, *term.sebutan]),
            "",
            0.6,
        )
    known = {*catalog.sop, *(f"peraturan/{law}" for law in catalog.peraturan)}
    known |= {f"formulir/{form}" for form in catalog.formulir} | {"istilah"}
    for page in pages:
        if page.searchable and page.address.rstrip("/") not in known:
            yield Entri(page.address, _html(page.title), _html(page.description), "", "", 0.7)


def _service(layanan: Layanan, terms: list[Istilah]) -> Entri:
    sop, office = layanan.sop, layanan.instansi
    words = [
        sop.nama_sop,
        sop.unit,
        office.nama,
        *(item.nama for item in sop.produk),
        *(item.berkas for item in sop.persyaratan),
        *(one.berkas for item in sop.persyaratan for one in item.salah_satu or ()),
        *(item.uraian for item in sop.biaya.tarif),
        *(step.kegiatan for step in sop.langkah),
        *(actor.nama for actor in sop.pelaksana),
        *(short_title(law) for basis in layanan.dasar_hukum if (law := basis.peraturan)),
    ]
    return Entri(
        f"{sop.id}/",
        _html(f"{sop.nama} ({office.disebut})"),
        _html(sop.ringkasan),
        _joined([*sop.sebutan, *(w for t in terms for w in (t.istilah, t.kepanjangan))]),
        _joined(words),
        0.5 if sop.is_internal else 1.0,
    )


def _form(catalog: Catalog, form: Formulir) -> Entri:
    services = [catalog.sop[sop].nama for sop in form.layanan]
    return Entri(
        f"formulir/{form.id}/",
        _html(f"Formulir: {form.judul}"),
        _html(f"Untuk {', '.join(services)}."),
        "",
        _joined(isian.label for isian in form.isian),
        0.6,
    )


def _regulation(law: Peraturan) -> Entri:
    return Entri(
        f"peraturan/{law.id}/", _html(short_title(law)), _html(law.judul), "",
        _joined([law.jenis, law.nomor, law.tahun]), 0.5,
    )  # fmt: skip


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def _html(text: str) -> str:
    # The theme's dialog puts titles and texts into the page as HTML.
    return str(escape(text))
