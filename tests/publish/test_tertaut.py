"""Services for machines: what others' readers understand of them, and nothing invented."""

import dataclasses
import json
import warnings
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, SKOS, XSD

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Jam
from sop_terbuka.data.waktu import parse
from sop_terbuka.meaning.layanan import Layanan, all_layanan, layanan
from sop_terbuka.publish.feeds import tertaut

SITE = "https://contoh.example/sub/"
CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
TIME = Namespace("http://www.w3.org/2006/time#")
CARD = "kota-wanasari/kartu-ak1"
# What CPSV-AP 3.2 says every one of these has.
MANDATORY = {
    CPSV.PublicService: (
        DCTERMS.identifier,
        DCTERMS.title,
        DCTERMS.description,
        CV.hasCompetentAuthority,
    ),
    CV.PublicOrganisation: (SKOS.prefLabel, DCTERMS.spatial),
    CV.Evidence: (DCTERMS.identifier, DCTERMS.title),
    CV.Output: (DCTERMS.identifier, DCTERMS.title),
    CV.Cost: (DCTERMS.identifier,),
    CV.Channel: (DCTERMS.identifier,),
}
# Of which class its SHACL shapes want the value of a property to be.
CLASSES = {
    CPSV.hasInput: CV.Evidence,
    CPSV.produces: CV.Output,
    CV.contactPoint: CV.ContactPoint,
    CV.currency: SKOS.Concept,
    CV.hasChannel: CV.Channel,
    CV.hasCompetentAuthority: CV.PublicOrganisation,
    CV.hasCost: CV.Cost,
    CV.hasLegalResource: ELI.LegalResource,
    CV.openingHours: TIME.TemporalEntity,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.spatial: URIRef("http://data.europa.eu/88u/dataset/atu-type"),
}
# What schema.org lets each of its types say, as far as it is said here.
SCHEMA_ORG = {
    "AdministrativeArea": {"name"},
    "Audience": {"audienceType"},
    "GovernmentOrganization": {"address", "alternateName", "email", "name", "telephone", "url"},
    "GovernmentService": {
        "areaServed", "audience", "availableChannel", "description", "hoursAvailable", "name",
        "offers", "provider", "serviceOutput", "url",
    },
    "Offer": {"name", "price", "priceCurrency"},
    "OpeningHoursSpecification": {"closes", "dayOfWeek", "opens"},
    "Place": {"address", "name"},
    "ServiceChannel": {"name", "processingTime", "serviceLocation", "serviceUrl"},
    "Thing": {"name"},
}  # fmt: skip


def read(text: bytes) -> Graph:
    """The triples of a JSON-LD document."""
    with warnings.catch_warnings():
        # The reader warns of a class that only itself uses.
        warnings.filterwarnings("ignore", "ConjunctiveGraph", DeprecationWarning)
        return Graph().parse(data=text, format="json-ld")


@pytest.fixture(scope="module")
def graph(catalog: Catalog) -> Graph:
    """The whole export as an independent reader of RDF has it."""
    return read(tertaut.cpsv_ap(catalog, all_layanan(catalog).values(), SITE))


def card(catalog: Catalog) -> Layanan:
    return layanan(catalog, catalog.sop[CARD])


def in_page(service: Layanan, site: str = SITE) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(tertaut.in_page(service, site))
    return made


def test_every_public_service_and_no_internal_one_is_exported(
    catalog: Catalog, graph: Graph
) -> None:
    public = {URIRef(f"{SITE}{sop.id}/") for sop in catalog.sop.values() if not sop.is_internal}
    assert set(graph.subjects(RDF.type, CPSV.PublicService)) == public


def test_what_the_profile_demands_is_there(graph: Graph) -> None:
    missing = [
        (subject, wanted)
        for kind, properties in MANDATORY.items()
        for subject in graph.subjects(RDF.type, kind)
        for wanted in properties
        if (subject, wanted, None) not in graph
    ]
    assert missing == []


@pytest.mark.parametrize(("said", "wanted"), CLASSES.items())
def test_what_a_property_leads_to_is_of_the_class_that_the_profile_wants(
    catalog: Catalog, said: URIRef, wanted: URIRef
) -> None:
    # No service of the fixtures has a door with an address.
    services = dict(all_layanan(catalog))
    sop = services[CARD].sop
    door = sop.kanal[0].model_copy(update={"url": "https://pintu.example/"})
    services[CARD] = dataclasses.replace(
        services[CARD], sop=sop.model_copy(update={"kanal": [door]})
    )
    graph = read(tertaut.cpsv_ap(catalog, services.values(), SITE))
    values = set(graph.objects(None, said))
    assert values
    assert [value for value in values if (value, RDF.type, wanted) not in graph] == []


def test_titles_are_in_indonesian_and_identifiers_in_no_language(graph: Graph) -> None:
    service = URIRef(f"{SITE}{CARD}/")
    assert graph.value(service, DCTERMS.title) == Literal("Penerbitan Kartu AK-1", lang="id")
    assert graph.value(service, DCTERMS.identifier) == Literal(CARD)


def test_every_law_that_is_named_is_described(graph: Graph) -> None:
    named = set(graph.objects(None, CV.hasLegalResource))
    assert named == set(graph.subjects(RDF.type, ELI.LegalResource))


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2 jam 5 menit", "PT2H5M"),
        ("3 hari", "P3D"),
        ("2 minggu 1 hari", "P15D"),
        ("1 bulan", "P1M"),
        ("3 hari kerja", None),
        ("3-5 hari", None),
        ("segera", None),
        ("1 jam per sertifikat", None),
    ],
)
def test_a_time_is_exported_only_where_it_is_exact(
    catalog: Catalog, said: str, iso: str | None
) -> None:
    service = card(catalog)
    lama = dataclasses.replace(service.lama, asal="tertulis", tertulis=said)
    assert parse(said) is not None
    assert tertaut.duration(dataclasses.replace(service, lama=lama)) == iso


def test_durations_in_the_export_are_durations(catalog: Catalog) -> None:
    service = card(catalog)
    lama = dataclasses.replace(service.lama, asal="tertulis", tertulis="2 jam")
    text = tertaut.cpsv_ap(catalog, [dataclasses.replace(service, lama=lama)], SITE)
    (value,) = read(text).objects(None, CV.processingTime)
    assert value == Literal("PT2H", datatype=XSD.duration)


def test_the_page_says_it_in_the_words_of_schema_org(catalog: Catalog) -> None:
    said = in_page(card(catalog))
    assert said["@type"] == "GovernmentService"
    assert said["name"] == "Penerbitan Kartu AK-1"
    assert said["url"] == f"{SITE}{CARD}/"
    assert said["areaServed"]["name"] == "Kota Wanasari"
    assert said["provider"]["@type"] == "GovernmentOrganization"
    assert None not in said.values()
    assert [] not in said.values()


def test_no_type_says_what_schema_org_does_not_let_it_say(catalog: Catalog) -> None:
    said: dict[str, set[str]] = {}

    def listen(value: Any) -> None:
        if isinstance(value, list):
            for item in value:
                listen(item)
        elif isinstance(value, dict):
            keys = {key for key in value if not key.startswith("@")}
            said.setdefault(value["@type"], set()).update(keys)
            listen(list(value.values()))

    for service in all_layanan(catalog).values():
        if not service.sop.is_internal:
            listen(in_page(service))
    assert {kind: keys - SCHEMA_ORG[kind] for kind, keys in said.items()} == {
        kind: set() for kind in said
    }


def test_a_break_parts_the_hours_of_a_day(catalog: Catalog) -> None:
    service = card(catalog)
    day = Jam.model_validate(
        {
            "hari": ["senin"],
            "buka": "08.00",
            "tutup": "24.00",
            "istirahat": "12.00-13.00",
            "dasar": [{"jenis": "sop", "baris": 1}],
        }
    )
    sop = service.sop.model_copy(update={"jam": [day]})
    found = in_page(dataclasses.replace(service, sop=sop))["hoursAvailable"]
    assert [(one["opens"], one["closes"]) for one in found] == [
        ("08:00", "12:00"),
        ("13:00", "23:59"),
    ]


def test_without_an_address_of_the_site_none_is_made_up(catalog: Catalog) -> None:
    said = in_page(card(catalog), "")
    assert "url" not in said
    assert "@id" not in said
    assert "url" not in said["provider"]


def test_an_internal_sop_says_nothing_to_search_engines(catalog: Catalog) -> None:
    internal = next(sop for sop in catalog.sop.values() if sop.is_internal)
    assert tertaut.in_page(layanan(catalog, internal), SITE) == ""


def test_a_fee_nobody_states_is_no_offer(catalog: Catalog) -> None:
    silent = next(
        sop
        for sop in catalog.sop.values()
        if sop.biaya.tidak_disebut == "ya" and not sop.is_internal
    )
    assert "offers" not in in_page(layanan(catalog, silent))


def test_data_cannot_end_the_element_that_it_stands_in(catalog: Catalog) -> None:
    service = card(catalog)
    sop = service.sop.model_copy(update={"ringkasan": "</script><script>alert(1)</script>&amp;"})
    text = tertaut.in_page(dataclasses.replace(service, sop=sop), SITE)
    assert "<" not in text
    assert json.loads(text)["description"] == "</script><script>alert(1)</script>&amp;"
