"""Two offices of one city with one name for a service: nowhere are they confused."""

import datetime
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.meaning import temuan
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds.indeks import files
from sop_terbuka.publish.feeds.search import content
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from tests.conftest import SAMPLE
from tests.searched import entries

_OFFICE = """\
nama: Dinas Kependudukan dan Pencatatan Sipil Kota Wanasari
singkatan: Disdukcapil
daerah: Kota Wanasari
kode_wilayah: 33.75
zona_waktu: WIB
"""
_SERVICE = """\
nama: Pengaduan kepada Dinas
ringkasan: Menyampaikan aduan tentang layanan kartu keluarga dan akta.
audiens: [warga]
topik: bertanya
status: rancangan
biaya: {tidak_disebut: ya}
pelaksana:
  - {id: pemohon, nama: Pemohon, pihak: luar}
langkah:
  - {id: datang, kegiatan: Pemohon menyampaikan aduan, pelaksana: [pemohon], waktu: 5 menit}
"""
# The second office's id sorts far from its neighbour's: only the city brings them together.
_BOTH = {
    "kota-wanasari/pengaduan": "Dinaker Kota Wanasari",
    "disdukcapil-wanasari/pengaduan": "Disdukcapil Kota Wanasari",
}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The sample site with a second office in the city of its first."""
    folder = tmp_path_factory.mktemp("kota")
    for part in ("sop_data", "forms"):
        shutil.copytree(SAMPLE / part, folder / part)
    office = folder / "sop_data" / "disdukcapil-wanasari"
    office.mkdir()
    (office / "instansi.yml").write_text(_OFFICE, encoding="utf-8")
    (office / "pengaduan.yml").write_text(_SERVICE, encoding="utf-8")
    return load(Path(folder / "sop_data"), folder / "forms")


@pytest.fixture(scope="module")
def shown(city: Catalog) -> dict[str, tuple[str, str]]:
    """Title and HTML of the pages that speak of both services, by address."""
    tools = Tools(
        icon=lambda name: Markup("<svg></svg>"),
        services=all_layanan(city),
        findings=temuan.run(city, None, datetime.date(2026, 11, 21)),
    )
    wanted = {"topik/bertanya/", *(f"{sop}/" for sop in _BOTH)}
    return {
        page.address: (page.title, str(page.html()))
        for page in pages(city, tools)
        if page.address in wanted
    }


def test_the_topic_shows_offices_of_one_city_next_to_each_other(
    shown: dict[str, tuple[str, str]],
) -> None:
    _, html = shown["topik/bertanya/"]
    names = [*_BOTH.values(), "DTK Kabupaten Rimbaraya"]
    assert sorted(names, key=html.index) == [
        "DTK Kabupaten Rimbaraya", "Disdukcapil Kota Wanasari", "Dinaker Kota Wanasari",
    ]  # fmt: skip
    for sop, office in _BOTH.items():
        # The nearest heading above each service is its own office's.
        above = html[: html.index(f'href="../../{sop}/"')]
        assert max(names, key=lambda name, above=above: above.rfind(f">{name}<")) == office


def test_title_and_breadcrumb_name_the_office(shown: dict[str, tuple[str, str]]) -> None:
    for sop, office in _BOTH.items():
        title, html = shown[f"{sop}/"]
        assert title == f"Pengaduan kepada Dinas, {office}"
        trail = html[html.index('class="remah"') : html.index("</nav>")]
        assert f'href="../">{office}<' in trail


def test_search_names_the_office_beside_the_service(city: Catalog) -> None:
    told = dict(files(content(city, all_layanan(city), [])))
    found = {entry["alamat"]: entry["judul"] for entry in entries(told["search/indeks.json"])}
    for sop, office in _BOTH.items():
        assert found[f"{sop}/"] == f"Pengaduan kepada Dinas ({office})"
