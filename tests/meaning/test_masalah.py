"""A problem leads to the services of the site that are for it."""

from pathlib import Path

import pytest

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Masalah
from sop_terbuka.meaning import masalah

DATA = Path(__file__).parents[1] / "situs"
MEDIATION = "kota-wanasari/mediasi-perselisihan-hi"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The data of the sample site."""
    return load(DATA / "sop_data", DATA / "forms")


def _problem(**keys: list[str]) -> Masalah:
    return Masalah.model_validate({"id": "uji", "nama": "Uji", "ucapan": ["uji"], **keys})


def test_the_key_of_a_service_comes_before_what_it_is_called(catalog: Catalog) -> None:
    problem = _problem(layanan=["perselisihan-hubungan-industrial"], sebutan=["Lapor"])
    assert masalah.services(catalog, problem) == (MEDIATION, "kota-wanasari/pengaduan")


def test_a_topic_answers_only_where_no_service_does(catalog: Catalog) -> None:
    topic = ["masalah-kerja"]
    assert masalah.services(catalog, _problem(layanan=["tidak-ada"], topik=topic)) == (MEDIATION,)
    assert masalah.services(catalog, _problem(layanan=["kartu-ak1"], topik=topic)) == (
        "kab-rimbaraya/kartu-ak1",
        "kota-wanasari/kartu-ak1",
    )


def test_a_problem_never_leads_to_what_is_internal(catalog: Catalog) -> None:
    assert masalah.services(catalog, _problem(topik=["kepegawaian"])) == ()


def test_unpaid_wages_lead_to_mediation(catalog: Catalog) -> None:
    found = {item.id: masalah.services(catalog, item) for item in catalog.masalah}
    assert found["gaji-tidak-dibayar"][0] == MEDIATION
