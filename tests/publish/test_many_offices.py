"""A site of many offices: no page grows beyond what a phone can show, all lead to each other."""

import datetime
import posixpath
import re
from urllib.parse import urldefrag

import pytest
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.meaning import temuan
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.fragments import office_list
from sop_terbuka.publish.pages.missing import missing_page
from sop_terbuka.publish.pages.site import pages
from tests.conftest import SAMPLE
from tests.copies import copied

_COPIES = 18
# HTML of a page without the theme's frame, which adds about 15 kB.
_MOST_BYTES = 280_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The sample site's offices eighteen times: 36 offices with 306 SOPs."""
    folder = tmp_path_factory.mktemp("besar")
    copied(SAMPLE, folder, _COPIES)
    return load(folder / "sop_data", folder / "forms")


@pytest.fixture(scope="module")
def tools(large: Catalog) -> Tools:
    """What its pages ask for, without papers."""
    return Tools(
        icon=lambda name: Markup("<svg></svg>"),
        services=all_layanan(large),
        findings=temuan.run(large, None, datetime.date(2026, 11, 21)),
    )


@pytest.fixture(scope="module")
def lists(large: Catalog, tools: Tools) -> dict[str, str]:
    """The HTML of every page that is not about one SOP or form, by address."""
    own = (*large.sop, *(f"formulir/{form}" for form in large.formulir))
    return {
        page.address: str(page.html())
        for page in pages(large, tools)
        if not page.address.startswith(own)
    }


def test_copied_offices_are_public_and_have_names_regions_and_forms_of_their_own(
    large: Catalog,
) -> None:
    assert len(large.instansi) == 2 * _COPIES
    assert len({office.nama for office in large.instansi.values()}) == 2 * _COPIES
    assert len({office.daerah for office in large.instansi.values()}) < 2 * _COPIES
    public = sum(not sop.is_internal for sop in large.sop.values())
    assert public * 17 == len(large.sop) * sum(
        not sop.is_internal for key, sop in large.sop.items() if key.startswith(_SAMPLES)
    )
    assert all(form.layanan for form in large.formulir.values())
    assert len({sop.sumber.berkas for sop in large.sop.values() if sop.sumber}) == 2 * _COPIES


_SAMPLES = ("kota-wanasari/", "kab-rimbaraya/")


def test_no_list_is_larger_than_a_phone_can_show(lists: dict[str, str]) -> None:
    sizes = {address: len(html.encode()) for address, html in lists.items()}
    assert {key: size for key, size in sizes.items() if size > _MOST_BYTES} == {}


def test_every_link_of_a_list_leads_to_a_page_and_a_place_on_it(
    lists: dict[str, str], large: Catalog, tools: Tools
) -> None:
    known = {page.address for page in pages(large, tools)}
    dead = []
    for address, html in lists.items():
        for link in re.findall(r'<a [^>]*?href="([^":]+)"', html):
            path, anchor = urldefrag(link)
            there = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/") + "/"
            if not path.endswith("/") and path:
                continue
            target = address if not path else there.lstrip("/")
            lacks_page = target not in known and target not in ("", "panduan-penulis/")
            lacks_place = anchor and target in lists and f'id="{anchor}"' not in lists[target]
            if lacks_page or lacks_place:
                dead.append((address, link))
    assert dead == []


def test_the_pages_of_a_list_lead_to_each_other(lists: dict[str, str]) -> None:
    later = [address for address in lists if re.search(r"/halaman-\d+/$", address)]
    assert later
    for address in later:
        html = lists[address]
        assert 'rel="prev"' in html
        base, _, number = address.rstrip("/").rpartition("/halaman-")
        before = f"{base}/halaman-{int(number) - 1}/" if int(number) > 2 else f"{base}/"
        assert f'rel="next" href="{posixpath.relpath(address, before)}/"' in lists[before]


def test_many_offices_are_found_by_the_letter_of_their_region(
    lists: dict[str, str], large: Catalog, tools: Tools
) -> None:
    home = str(office_list(large, tools, ""))
    assert len(home) < 4000
    for html in (home, str(missing_page(large, tools))):
        for anchor in re.findall(r'dinas/#(huruf-\w)"', html):
            assert f'<h2 id="{anchor}">' in lists["dinas/"]
    for office in large.instansi:
        assert f'href="../{office}/"' in lists["dinas/"]


def test_every_form_is_listed_with_its_office(lists: dict[str, str], large: Catalog) -> None:
    for form in large.formulir.values():
        for sop_id in form.layanan:
            office = large.sop[sop_id].instansi
            assert f'href="../../{form.id}/"' in lists[f"formulir/dinas/{office}/"]
            assert f'href="dinas/{office}/"' in lists["formulir/"]


def test_the_copy_for_a_folder_is_offered_once(lists: dict[str, str]) -> None:
    assert [key for key, html in lists.items() if "salinan-luring.zip" in html] == ["dokumen/"]
    assert '<h2 id="salinan">' in lists["dokumen/"]
