"""The SOPs that cite a regulation that no longer holds stand in a table for officers."""

from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from tests.builders import catalog, law, sop


def _html(made: Catalog, address: str) -> str:
    tools = Tools(icon=lambda name: Markup(), services=all_layanan(made))
    return str(next(page for page in pages(made, tools) if page.address == address).html())


def test_the_table_names_the_law_and_what_replaces_it() -> None:
    gone = law("permen-3-2019", status="dicabut", rujukan_kini=["uu-1-2020"])
    made = catalog(sop(dasar_hukum=["permen-3-2019 <b>Permen</b>"]), laws=[gone])
    table = _html(made, "petugas/peraturan/").partition('<table class="usang">')[2]
    assert '<a href="../../kota-contoh/kartu/">Pembuatan Kartu Contoh</a>' in table
    assert '<a href="../../peraturan/permen-3-2019/">' in table
    assert '<a href="../../peraturan/uu-1-2020/">' in table
    assert '<a href="../petugas/peraturan/">1 SOP mengutip' in _html(made, "peraturan/")


def test_a_long_table_comes_in_sheets() -> None:
    gone = law("permen-3-2019", status="dicabut")
    many = [sop(f"kota-contoh/kartu-{n}", dasar_hukum=["permen-3-2019 P"]) for n in range(51)]
    made = catalog(*many, laws=[gone])
    assert _html(made, "petugas/peraturan/").count('<th scope="row"') == 50
    assert _html(made, "petugas/peraturan/halaman-2/").count('<th scope="row"') == 1


def test_without_such_a_law_there_is_no_table() -> None:
    made = catalog(sop())
    assert "usang" not in _html(made, "peraturan/")
    assert "Tidak ada SOP yang mengutip" in _html(made, "petugas/peraturan/")


def test_laws_due_on_one_day_are_one_folded_task() -> None:
    names = [f"uu-{number}-2020" for number in range(1, 6)]
    cited = [f"{name} Undang-Undang Nomor {name[3]} Tahun 2020" for name in names]
    few, many = (
        _html(catalog(sop(dasar_hukum=cited[:n]), laws=map(law, names)), "petugas/tinjauan/")
        for n in (3, 5)
    )
    assert '<details class="lipat" open>' in few
    assert '<details class="lipat">' in many
    assert "Periksa status 5 peraturan" in many
    assert (
        '<li><a href="../../peraturan/uu-5-2020/">Undang-Undang 5/2020</a> '
        '<span class="kecil">(Pembuatan Kartu Contoh)</span></li>'
    ) in many


def test_what_is_due_can_be_read_by_day() -> None:
    made = catalog(sop(tinjau_sebelum="2027-03-01"))
    html = _html(made, "petugas/tinjauan/kota-contoh/")
    assert "<h2>1 Maret 2027</h2>" in html
    assert '<a href="../../../kota-contoh/kartu/">Tinjau SOP: Pembuatan Kartu Contoh</a>' in html
    assert 'href="../../../kota-contoh/tinjauan.ics"' in html
