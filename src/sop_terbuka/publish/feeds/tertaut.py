"""Services for machines that know no Indonesian keys: schema.org in a page, CPSV-AP 3.2 for all.

Only what a source states is said; a time in working days, for which neither vocabulary has a word,
is left out. The properties are those of https://schema.org/GovernmentService and of
https://semiceu.github.io/CPSV-AP/releases/3.2.0/.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ...data.catalog import Catalog
from ...data.model import Instansi, Jam
from ...data.waktu import Waktu, parse
from ...meaning.fakta import own_address
from ...meaning.hukum import short_title
from ...meaning.jam import service_hours
from ...meaning.kontak import tappable
from ...meaning.layanan import Layanan

Json = dict[str, Any]

CPSV_ADDRESS = "api/v1/cpsv-ap.jsonld"
# From the file of all services to the site's root, where the site's own address is not known.
_TO_ROOT = "../../"
_DAYS = {
    "senin": "Monday",
    "selasa": "Tuesday",
    "rabu": "Wednesday",
    "kamis": "Thursday",
    "jumat": "Friday",
    "sabtu": "Saturday",
    "minggu": "Sunday",
}
# A unit's letter in ISO 8601 and how many of it one is; those behind the T are of time.
_UNITS = {
    "tahun": ("Y", 1),
    "bulan": ("M", 1),
    "minggu": ("D", 7),
    "hari": ("D", 1),
    "jam": ("TH", 1),
    "menit": ("TM", 1),
}
_RUPIAH = "http://publications.europa.eu/resource/authority/currency/IDR"
# The class that the shapes of CPSV-AP want of the area an office is for.
_TERRITORY = "http://data.europa.eu/88u/dataset/atu-type"
_INDONESIAN = "http://publications.europa.eu/resource/authority/language/IND"
_CONTEXT: Json = {
    "@language": "id",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    # Codes and numbers are in no language.
    "dct:identifier": {"@language": None},
    "cv:telephone": {"@language": None},
    "cv:email": {"@language": None},
    "cv:processingTime": {"@type": "xsd:duration"},
    "cv:hasValue": {"@type": "xsd:double"},
}


def in_page(layanan: Layanan, site_url: str) -> str:
    """One service as schema.org JSON-LD, safe inside a script element; empty for the office's own.

    Addresses are left out where that of the site is not known.
    """
    sop, office = layanan.sop, layanan.instansi
    if sop.is_internal:
        return ""
    page = f"{site_url}{sop.id}/" if site_url else None
    made = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": page,
        "url": page,
        "name": sop.nama,
        "description": sop.ringkasan,
        "areaServed": {"@type": "AdministrativeArea", "name": office.daerah},
        "audience": [{"@type": "Audience", "audienceType": who} for who in layanan.audiens],
        "provider": _organization(office, layanan, site_url),
        "serviceOutput": [
            {"@type": "Thing", "name": name} for name in dict.fromkeys(p.nama for p in sop.produk)
        ],
        "offers": [
            {"@type": "Offer", "name": name, "price": amount, "priceCurrency": "IDR"}
            for name, amount in _prices(layanan)
        ],
        "availableChannel": list(_channels(layanan)),
        "hoursAvailable": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": [_DAYS[day] for day in item.hari],
                "opens": opens,
                "closes": closes,
            }
            for item in service_hours(office, sop)
            for opens, closes in _hours(item)
        ],
    }
    text = json.dumps(_filled(made), ensure_ascii=False, separators=(",", ":"))
    # Nothing in the data can end the element that it stands in, or begin another.
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")


def cpsv_ap(catalog: Catalog, services: Iterable[Layanan], site_url: str) -> bytes:
    """Every public service as CPSV-AP 3.2 in JSON-LD, with its context in the file."""
    root = site_url or _TO_ROOT
    public = [layanan for layanan in services if not layanan.sop.is_internal]
    laws = {
        basis.peraturan.id: basis.peraturan
        for layanan in public
        for basis in layanan.dasar_hukum
        if basis.peraturan
    }
    graph = [
        *(_authority(office, root) for office in catalog.instansi.values()),
        *(
            {
                "@id": f"{root}peraturan/{law.id}/",
                "@type": "eli:LegalResource",
                "dct:identifier": law.id,
                "dct:title": short_title(law),
            }
            for law in laws.values()
        ),
        *(_filled(_service(layanan, root)) for layanan in public),
    ]
    whole = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def duration(layanan: Layanan) -> str | None:
    """The stated time as an ISO 8601 duration; None where it is no single exact one."""
    lama = layanan.lama
    if lama.asal == "standar":
        times = [one.waktu for one in lama.janji]
        return _iso(times[0]) if len(times) == 1 else None
    return _iso(parse(lama.tertulis)) if lama.asal == "tertulis" else None


def _iso(waktu: Waktu | None) -> str | None:
    if waktu is None or waktu.is_open or waktu.per:
        return None
    found: Counter[str] = Counter()
    for part in waktu.bagian:
        letter, many = _UNITS.get(part.satuan, ("", 0))
        if not letter or part.minimum != part.maximum or part.maximum != int(part.maximum):
            return None
        found[letter] += int(part.maximum) * many
    date = "".join(f"{found[letter]}{letter}" for letter in "YMD" if found[letter])
    time = "".join(f"{found[f'T{letter}']}{letter}" for letter in "HM" if found[f"T{letter}"])
    return f"P{date}" + (f"T{time}" if time else "")


def _prices(layanan: Layanan) -> Iterator[tuple[str | None, int]]:
    biaya = layanan.sop.biaya
    if biaya.jumlah is not None:
        yield None, biaya.jumlah
    for item in biaya.tarif:
        if item.jumlah is not None:
            yield item.uraian, item.jumlah


def _organization(office: Instansi, layanan: Layanan, site_url: str) -> Json:
    phone, mail = _reach(layanan)
    return {
        "@type": "GovernmentOrganization",
        "name": office.nama,
        "alternateName": office.singkatan,
        "url": f"{site_url}{office.id}/" if site_url else None,
        "address": next((item.nilai for item in office.kontak if item.jenis == "alamat"), None),
        "telephone": phone,
        "email": mail,
    }


def _reach(layanan: Layanan) -> tuple[str | None, str | None]:
    """Telephone number and e-mail address of the office, as machines dial them."""
    links = {channel.jenis: channel.alamat for channel in tappable(layanan.kontak)}
    phone, mail = links.get("telepon", ""), links.get("surel", "")
    return phone.removeprefix("tel:") or None, mail.removeprefix("mailto:") or None


def _hours(item: Jam) -> Iterator[tuple[str, str]]:
    """From when to when one finds it open: a break parts a day in two."""
    times = [item.buka, *(item.istirahat.split("-") if item.istirahat else ()), item.tutup]
    # ISO 8601 has no hour 24 here.
    clock = [time.strip().replace(".", ":").replace("24:00", "23:59") for time in times]
    return zip(clock[::2], clock[1::2], strict=True)


def _channels(layanan: Layanan) -> Iterator[Json]:
    for door in layanan.sop.kanal:
        if door.is_way_in and door.url:
            yield {"@type": "ServiceChannel", "name": door.nama, "serviceUrl": door.url}
    if layanan.tempat.disebut:
        place = {"@type": "Place", "name": layanan.tempat.nilai, "address": _address(layanan)}
        channel = {"@type": "ServiceChannel", "serviceLocation": place}
        yield channel | {"processingTime": duration(layanan)}


def _address(layanan: Layanan) -> str | None:
    """The address of where one goes; not the office's where the service has a place of its own."""
    place, office = layanan.sop.tempat, layanan.instansi
    if place is None:
        return next((item.nilai for item in office.kontak if item.jenis == "alamat"), None)
    return own_address(office, place)


def _authority(office: Instansi, root: str) -> Json:
    return {
        "@id": f"{root}{office.id}/",
        "@type": "cv:PublicOrganisation",
        "dct:identifier": office.id,
        "skos:prefLabel": office.nama,
        "skos:altLabel": office.singkatan,
        "dct:spatial": {
            "@type": ["dct:Location", _TERRITORY],
            "skos:prefLabel": office.daerah,
        },
    }


def _service(layanan: Layanan, root: str) -> Json:
    sop = layanan.sop
    page = f"{root}{sop.id}/"

    def part(kind: str, number: int, type_: str, **more: object) -> Json:
        name = f"{kind}-{number}"
        return {"@id": f"{page}#{name}", "@type": type_, "dct:identifier": f"{sop.id}#{name}"} | {
            key.replace("_", ":"): value for key, value in more.items()
        }

    papers = [need.berkas for need in sop.persyaratan if need.jenis == "berkas"]
    products = dict.fromkeys(item.nama for item in sop.produk)
    doors = [door for door in sop.kanal if door.is_way_in and door.url]
    return {
        "@id": page,
        "@type": "cpsv:PublicService",
        "dct:identifier": sop.id,
        "dct:title": sop.nama,
        "dct:description": sop.ringkasan,
        "dct:language": {"@id": _INDONESIAN, "@type": "dct:LinguisticSystem"},
        "dcat:keyword": sop.sebutan,
        "cv:hasCompetentAuthority": {"@id": f"{root}{layanan.instansi.id}/"},
        "cpsv:hasInput": [
            part("syarat", n, "cv:Evidence", dct_title=name) for n, name in enumerate(papers, 1)
        ],
        "cpsv:produces": [
            part("hasil", n, "cv:Output", dct_title=name) for n, name in enumerate(products, 1)
        ],
        "cv:hasCost": list(_costs(layanan, part)),
        "cv:hasChannel": [
            part("kanal", n, "cv:Channel", dct_description=door.nama, foaf_page={"@id": door.url})
            for n, door in enumerate(doors, 1)
        ],
        "cv:hasLegalResource": [
            {"@id": f"{root}peraturan/{law}/"}
            for law in dict.fromkeys(
                basis.peraturan.id for basis in layanan.dasar_hukum if basis.peraturan
            )
        ],
        "cv:contactPoint": _contact(layanan, page),
        "cv:processingTime": duration(layanan),
    }


def _costs(layanan: Layanan, part: Any) -> Iterator[Json]:
    prices = list(_prices(layanan))
    for n, (name, amount) in enumerate(prices, 1):
        currency = {"@id": _RUPIAH, "@type": "skos:Concept"}
        yield part(
            "biaya", n, "cv:Cost", dct_description=name, cv_hasValue=amount, cv_currency=currency
        )
    said = layanan.sop.biaya.uraian
    if not prices and said:
        yield part("biaya", 1, "cv:Cost", dct_description=said)


def _contact(layanan: Layanan, page: str) -> Json | None:
    phone, mail = _reach(layanan)
    hours = [{"@type": "time:TemporalEntity", "dct:description": line} for line in layanan.jam]
    if not (phone or mail or hours):
        return None
    return {
        "@id": f"{page}#kontak",
        "@type": "cv:ContactPoint",
        "cv:telephone": phone,
        "cv:email": mail,
        "cv:openingHours": hours,
    }


def _filled(value: Any) -> Any:
    """A value without what is not known: no key says nothing."""
    if isinstance(value, dict):
        kept = {key: _filled(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {}, "")}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value
