"""The list of regulations: the SOPs that cite one that no longer holds stand in a table."""

from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from tests.builders import catalog, law, sop


def _index(made: Catalog) -> str:
    tools = Tools(icon=lambda name: Markup(), services=all_layanan(made))
    return str(next(page for page in pages(made, tools) if page.address == "peraturan/").html())


def test_the_table_names_the_law_and_what_replaces_it() -> None:
    gone = law("permen-3-2019", status="dicabut", rujukan_kini=["uu-1-2020"])
    html = _index(catalog(sop(dasar_hukum=["permen-3-2019 <b>Permen</b>"]), laws=[gone]))
    table = html.partition('<table class="usang">')[2].partition("</table>")[0]
    assert '<a href="../kota-contoh/kartu/">Pembuatan Kartu Contoh</a>' in table
    assert '<a href="permen-3-2019/">' in table
    assert '<a href="uu-1-2020/">' in table


def test_without_such_a_law_there_is_no_table() -> None:
    assert "usang" not in _index(catalog(sop()))
