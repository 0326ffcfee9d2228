"""What can be searched: one entry for every thing people look for, built from the catalogue."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import escape

from ...data.catalog import Catalog
from ...data.model import Formulir, Instansi, Istilah, Masalah, Peraturan, Sop
from ...meaning import masalah, perbandingan
from ...meaning.hukum import short_title
from ...meaning.jam import office_hours
from ...meaning.kontak import contacts
from ...meaning.layanan import Layanan
from ..page import Page
from .entri import Entri
from .indeks import Isi
from .kata import words

# Pages for those who write the data: citizens look for none of them.
_AUTHORS = ("panduan-penulis/", "pengembang/", "mutu/", "petugas/")
# What people ask about any office.
ASKED = (
    "jam buka", "jam layanan", "jam kerja", "jam pelayanan", "jam operasional", "jam tutup",
    "buka", "tutup", "hari buka", "hari libur", "jam istirahat", "senin", "jumat", "sabtu",
    "cuti bersama", "tanggal merah",
    "minggu", "besok", "hari ini", "alamat", "lokasi", "kantor", "letak", "peta", "maps", "rute",
    "arah", "terdekat", "jalan", "gedung", "telepon", "nomor telepon", "nomor hp", "call center",
    "hotline", "fax", "faksimile", "nomor WA", "kontak", "kontak person", "hubungi", "chat",
    "admin", "surel", "situs", "website", "web", "instagram", "ig", "facebook", "dinas",
    "kepala dinas", "kadis", "pimpinan", "profil", "struktur organisasi", "loket", "antre",
    "bidang",
)  # fmt: skip
_OFFICES = "kantor:"
_TOWN = re.compile(r", *([^,0-9]+) [0-9]{5}$")
_NAMES = {"whatsapp": "WhatsApp", "media-sosial": "Media sosial"}


def content(catalog: Catalog, services: Mapping[str, Layanan], pages: Iterable[Page]) -> Isi:
    """Everything that can be searched: the entries, words known, offices."""
    # A word that means something is never taken for a misspelt one; those of entries are known.
    silent = [p for p in catalog.masalah if not p.lain and not masalah.services(catalog, p)]
    said = words(" ".join(word for problem in silent for word in problem.ucapan))
    offices = {office.id: office.disebut for office in catalog.instansi.values()}
    towns = [_town(office) for office in catalog.instansi.values()]
    return Isi(
        _entries(catalog, services, pages),
        _groups(catalog),
        dikenal=list(dict.fromkeys(said)),
        # One can be chosen only where there are several.
        kantor=offices if len(offices) > 1 else {},
        wilayah=towns if len(offices) > 1 and any(towns) else (),
    )


def _entries(
    catalog: Catalog, services: Mapping[str, Layanan], pages: Iterable[Page]
) -> Iterator[Entri]:
    terms: dict[str, list[Istilah]] = {}
    for term in catalog.istilah:
        for sop_id in term.sop:
            terms.setdefault(sop_id, []).append(term)
    for layanan in services.values():
        yield _service(layanan, terms.get(layanan.id, []))
    leads = [(problem, masalah.services(catalog, problem)) for problem in catalog.masalah]
    yield from (_problem(problem, found) for problem, found in leads if found)
    yield from (_elsewhere(problem) for problem, found in leads if problem.lain and not found)
    for office in catalog.instansi.values():
        yield _office(office, catalog.istilah)
    for form in catalog.formulir.values():
        yield _form(catalog, form)
    for law in catalog.peraturan.values():
        yield _regulation(law)
    for term in catalog.istilah:
        yield Entri(
            f"istilah/#{term.id}",
            _html(term.istilah),
            _html(term.arti),
            _joined([*term.sebutan, term.kepanjangan]),
            bobot=0.4,
            padanan=len(dict.fromkeys(term.sebutan)),
        )
    known = {*catalog.sop, *catalog.instansi, *(f"peraturan/{law}" for law in catalog.peraturan)}
    known |= {f"formulir/{form}" for form in catalog.formulir} | {"istilah"}
    for page in pages:
        is_theirs = page.searchable and not page.address.startswith(_AUTHORS)
        # What compares services holds the names of all, and is reached from each.
        is_compared = page.address.startswith("perbandingan/") and page.address != "perbandingan/"
        if is_theirs and not is_compared and page.address.rstrip("/") not in known:
            yield Entri(page.address, _html(page.title), _html(page.description), bobot=0.5)


def _named(sop: Sop) -> list[str]:
    """The words of what one brings and gets."""
    texts = [
        *(item.nama for item in sop.produk),
        *(item.berkas for item in sop.persyaratan),
        *(one.berkas for item in sop.persyaratan for one in item.salah_satu or ()),
        *(item.uraian for item in sop.biaya.tarif),
    ]
    return list(dict.fromkeys(words(" ".join(texts))))


def _service(layanan: Layanan, terms: list[Istilah]) -> Entri:
    sop, office = layanan.sop, layanan.instansi
    names = [sop.nama, sop.nama_sop, *sop.sebutan]
    own = set(words(" ".join(name for name in names if name)))
    # A service is called by a word of the glossary that its own names hold; the rest it only uses.
    called: list[str] = []
    used: list[str] = []
    for term in terms:
        said = [word for word in (term.istilah, term.kepanjangan) if word]
        (called if any(set(words(word)) <= own for word in said) else used).extend(said)
    return Entri(
        f"{sop.id}/",
        _html(f"{sop.nama} ({office.disebut})"),
        _html(sop.ringkasan),
        _joined([*names, *called]),
        " ".join([*_named(sop), *used]),
        0.5 if sop.is_internal else 1.0,
        jenis=_kind(sop),
        kelompok=_key(sop),
    )


def _groups(catalog: Catalog) -> dict[str, Entri]:
    """What stands for a service, or for a form, that many offices have."""
    by_key: dict[str, list[Sop]] = {}
    for sop in catalog.sop.values():
        by_key.setdefault(_key(sop), []).append(sop)
    compared = frozenset(perbandingan.services(catalog))
    found = {}
    for key, sops in by_key.items():
        place = f"perbandingan/{key}/" if key in compared else ""
        name, said = (
            _usual(texts) for texts in zip(*((s.nama, s.ringkasan) for s in sops), strict=True)
        )
        others = _joined([sops[0].nama, *sops[0].sebutan])
        found[key] = Entri(
            place, _html(name), _html(said), others, jenis=_kind(sops[0]) or "Layanan"
        )
    for form in catalog.formulir.values():
        title = _html(_form_name(form))
        found[_form_key(form)] = Entri(
            "formulir/", title, "Tiap kantor memakai formulirnya sendiri."
        )
    hours = "Jam layanan, alamat, dan telepon tiap kantor ada di halamannya."
    found[_OFFICES] = Entri("dinas/", "Kantor dinas", hours, jenis="Kantor")
    return found


def _key(sop: Sop) -> str:
    """Services without a key are one where they have one name."""
    return sop.layanan or f"~{sop.nama.casefold()}"


def _form_key(form: Formulir) -> str:
    return f"formulir:{form.judul.casefold()}"


def _kind(sop: Sop) -> str:
    return "Untuk petugas" if sop.is_internal else ""


def _usual(texts: Iterable[str]) -> str:
    counted = Counter(texts)
    return min(counted, key=lambda text: (-counted[text], text))


def _problem(problem: Masalah, found: tuple[str, ...]) -> Entri:
    others = ", atau ".join(item.ke for item in problem.lain)
    said = f"{problem.nama}. Dapat juga ke {others}." if others else f"{problem.nama}."
    return Entri(
        f"masalah:{problem.id}",
        _html(problem.nama),
        _html(said),
        _joined(problem.ucapan),
        ke=tuple(f"{sop_id}/" for sop_id in found),
    )


def _elsewhere(problem: Masalah) -> Entri:
    """What no office of this site does, and who does."""
    places = ", atau ".join(item.ke for item in problem.lain)
    return Entri(
        f"bukan:{problem.id}",
        _html(problem.nama),
        _html(f"Tidak dilayani kantor di situs ini. Urus ke {places}."),
        _joined(problem.ucapan),
        jenis="Bukan layanan di sini",
        # A service here whose name says the same comes first.
        bobot=0.5,
    )


def _also_called(office: Instansi, terms: Iterable[Istilah]) -> Iterator[str]:
    """What the glossary calls offices of its kind: one of those names is within its own."""
    own = words(office.nama)
    for term in terms:
        names = (term.istilah, term.kepanjangan or "", *term.sebutan)
        if any(
            len(said := words(name)) > 1 and said[0] == own[0] and set(said) <= set(own)
            for name in names
        ):
            yield from names


def _office(office: Instansi, terms: Iterable[Istilah]) -> Entri:
    hours = office_hours(office)
    said = [f"Jam layanan: {'; '.join(hours)}." if hours else "Jam layanan belum diketahui."]
    said += [
        f"{_NAMES.get(item.jenis, item.jenis.capitalize())}: {item.teks}."
        for item in contacts(office)
    ]
    return Entri(
        f"{office.id}/",
        _html(office.nama),
        _html(" ".join(said)),
        _joined(
            [
                *(office.disebut, office.singkatan, office.panggilan, office.daerah),
                *_also_called(office, terms),
                *ASKED,
            ]
        ),
        " ".join([*office.unit, *(place.nama for place in office.tempat)]),
        0.9,
        kelompok=_OFFICES,
    )


def _town(office: Instansi) -> str:
    """What stands before the postcode of an office's address; people name it for the region."""
    places = (_TOWN.search(item.teks) for item in contacts(office) if item.jenis == "alamat")
    return " ".join(words(" ".join(found[1] for found in places if found)))


def _form_name(form: Formulir) -> str:
    """What a form is called, which says once that it is one."""
    is_said = form.judul.casefold().startswith("formulir")
    return form.judul if is_said else f"Formulir: {form.judul}"


def _form(catalog: Catalog, form: Formulir) -> Entri:
    services = [catalog.sop[sop].nama for sop in form.layanan]
    return Entri(
        f"formulir/{form.id}/",
        _html(_form_name(form)),
        _html(f"Untuk {', '.join(services)}."),
        bobot=0.5,
        kelompok=_form_key(form),
    )


def _regulation(law: Peraturan) -> Entri:
    return Entri(
        f"peraturan/{law.id}/", _html(short_title(law)), _html(law.judul),
        isi=_joined([law.jenis, law.nomor, law.tahun]), bobot=0.5,
    )  # fmt: skip


def _joined(parts: Iterable[str | None]) -> str:
    return "|".join(dict.fromkeys(part for part in parts if part))


def _html(text: str) -> str:
    # The theme's dialog puts titles and texts into the page as HTML.
    return str(escape(text))
