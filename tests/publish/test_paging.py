"""A long list goes on over pages; names as long as can be make more pages, not larger ones."""

import pytest
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.dinas import Dinas, office_index
from sop_terbuka.publish.pages.lists import of_service
from sop_terbuka.publish.pages.paging import lines, sheets
from sop_terbuka.publish.pages.regulations import regulation_pages
from tests.builders import catalog, law, office, sop

_MOST_BYTES = 280_000
_LONG = "Dinas Tenaga Kerja dan Transmigrasi " * 8


def tools(made: Catalog) -> Tools:
    return Tools(icon=lambda name: Markup("<svg></svg>"), services=all_layanan(made), findings=[])


def test_an_ordinary_line_counts_as_one_and_a_long_one_as_several() -> None:
    assert lines("Kartu Tanda Pencari Kerja", "Disnaker Kota Contoh") == 1
    assert lines("a" * 300, "b" * 300) == 1.5
    assert lines("a" * 300, most=100) == 3


@pytest.mark.parametrize("name", ["Kartu", _LONG])
def test_the_sops_that_cite_a_law_fit_their_pages(name: str) -> None:
    basis = [f"uu-1-2000 Undang-undang {name}"]
    many = [sop(f"kota-contoh/s{n}", nama=name, dasar_hukum=basis) for n in range(700)]
    made = catalog(*many, laws=[law("uu-1-2000", judul=name)])
    pages = list(regulation_pages(made, tools(made)))
    assert max(len(page.html().encode()) for page in pages) < _MOST_BYTES
    shown = "".join(page.html() for page in pages if page.address.startswith("peraturan/uu-1-2000"))
    assert shown.count('/"><b>') == 700


def test_a_list_of_offices_fits_its_pages() -> None:
    long = office("kota-contoh", nama=_LONG, singkatan=_LONG, daerah=_LONG)
    entries = [Dinas(long, f"kota-contoh-{n}/", "3 layanan") for n in range(1200)]
    pages = list(office_index("dinas/", "Dinas", "Semua", entries, tools(catalog(sop()))))
    assert max(len(page.html().encode()) for page in pages) < _MOST_BYTES
    assert sum(page.html().count('/"><b>') for page in pages) == 1200


def test_services_with_long_names_take_several_lines() -> None:
    (made,) = all_layanan(catalog(sop(nama=_LONG, ringkasan=_LONG * 2))).values()
    assert of_service(made) > 2
    assert len(sheets([made] * 300, "topik/kerja/", 300, of_service)) > 2
