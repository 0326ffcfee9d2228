"""The visit pack in a real browser, without JavaScript: the case that is chosen, and no more."""

from itertools import chain, combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.kunjungan import papers
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.render import render

pytestmark = pytest.mark.browser
STYLE = Path(__file__).parents[2] / "src/sop_terbuka/publish/pages/kunjungan.css"


def opened(browser: Browser, catalog: Catalog, sop_id: str) -> Page:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    html = render(
        "kunjungan.html.j2", f"{sop_id}/",
        kunjungan=layanan(catalog, catalog.sop[sop_id]).kunjungan, sop=catalog.sop[sop_id],
    )  # fmt: skip
    page.set_content(f"<style>{STYLE.read_text(encoding='utf-8')}</style>{html}")
    return page


def shown(page: Page) -> list[str]:
    return [item.inner_text() for item in page.locator("li > b").all() if item.is_visible()]


@pytest.mark.parametrize(
    "sop_id",
    [
        "kota-wanasari/sarana-hubungan-industrial",
        "kota-wanasari/tanda-daftar-bkk",
        "kota-wanasari/tanda-daftar-lpk",
    ],
)
def test_each_case_shows_exactly_its_papers(
    browser: Browser, catalog: Catalog, sop_id: str
) -> None:
    facts = layanan(catalog, catalog.sop[sop_id])
    pack = facts.kunjungan
    assert pack is not None
    page = opened(browser, catalog, sop_id)
    everything = [paper.syarat.berkas for group in pack.kelompok for paper in group.berkas]
    assert shown(page) == everything
    for choice in pack.pilihan:
        page.get_by_role("radio", name=choice.nama).check()
        asked = [k for k in pack.keadaan if not k.varian or choice.nomor in k.varian]
        visible = [box for box in page.get_by_role("checkbox").all() if box.is_visible()]
        assert len(visible) == len(asked)
        assert page.get_by_role("group").count() == (2 if asked else 1)
        for ticked in chain.from_iterable(combinations(asked, n) for n in range(len(asked) + 1)):
            for condition in asked:
                box = page.locator(f".kjg-k{condition.nomor}")
                box.set_checked(condition in ticked)
            case = frozenset(condition.teks for condition in ticked)
            assert shown(page) == [item.berkas for item in papers(facts.syarat, choice.id, case)]
    page.get_by_role("radio", name="Semua (belum dipilih)").check()
    assert shown(page) == everything
    page.close()
