"""The pages that tell what changed: sentences, what was and what is, and the data's own file."""

from markupsafe import Markup

from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.history import history_pages
from sop_terbuka.publish.pages.site import pages
from sop_terbuka.revise.riwayat import Entri, Kalimat, Riwayat
from tests.builders import catalog, sop

LONG = "Pemohon datang ke loket dengan seluruh berkas yang diminta dan mengisi buku tamu"
MADE = catalog(sop())


def _entry(n: int, *said: Kalimat, **more: str) -> Entri:
    values = {
        "jenis": "sop",
        "id": "kota-contoh/kartu",
        "nama": "Kartu",
        "keadaan": "diubah",
    } | more
    return Entri(
        f"{n:040x}", f"2026-01-{n % 28 + 1:02}T08:00:00+07:00", perubahan=said, induk="a" * 40,
        **values,
    )  # fmt: skip


def _pages(*entries: Entri) -> dict[str, str]:
    tools = Tools(
        icon=lambda name: Markup(), history=Riwayat(entries), repo_url="https://git.invalid/data"
    )
    return {page.address: str(page.html()) for page in history_pages(MADE, tools)}


def test_a_change_stands_with_what_was_and_what_is() -> None:
    short = Kalimat("memberatkan", "Waktu bertambah: dari “1 hari” menjadi “2 hari”.", True, True,
                    "1 hari", "2 hari")  # fmt: skip
    long = Kalimat("redaksi", "Kalimat langkah 1 diubah.", False, True, "<b>Datang", LONG)
    html = _pages(_entry(1, short, long))["kota-contoh/kartu/riwayat/"]
    assert f'<h2 id="c-{"0" * 12}">' in html
    assert "<li>Memberatkan pemohon: Waktu bertambah" in html
    assert html.count("<dt>Sebelum</dt>") == 1
    assert "<dt>Sebelum</dt><dd>&lt;b&gt;Datang</dd>" in html
    assert f"<dt>Sesudah</dt><dd>{LONG}</dd>" in html
    # What a computer cannot judge is no burden yet.
    assert "<li>Kalimat langkah 1 diubah." in html
    for commit in ("a" * 40, f"{1:040x}"):
        assert f'https://git.invalid/data/blob/{commit}/sop_data/kota-contoh/kartu.yml"' in html


def test_the_page_is_one_of_the_sites_and_the_service_leads_there() -> None:
    said = Kalimat("memberatkan", "Waktu bertambah.")
    tools = Tools(
        icon=lambda name: Markup(), services=all_layanan(MADE), history=Riwayat((_entry(1, said),)),
        flow_size=lambda sop: (1, 1),
    )  # fmt: skip
    found = {page.address: page for page in pages(MADE, tools)}
    assert "kota-contoh/kartu/riwayat/" in found
    assert f'href="riwayat/#c-{"0" * 12}"' in found["kota-contoh/kartu/"].html()


def test_a_long_history_goes_on_over_pages() -> None:
    said = Kalimat("memberatkan", "Waktu bertambah.")
    assert list(_pages(*(_entry(n, said) for n in range(51)))) == [
        "kota-contoh/kartu/riwayat/", "kota-contoh/kartu/riwayat/halaman-2/",
    ]  # fmt: skip


def test_what_is_not_there_any_more_has_no_page() -> None:
    said = Kalimat("memberatkan", "SOP dihapus.")
    assert _pages(_entry(1, said, id="kota-contoh/lain"), _entry(2, said, keadaan="dihapus")) == {}


def test_an_offices_own_file_is_named_by_its_place() -> None:
    said = Kalimat("memberatkan", "Kontak diubah.")
    html = _pages(_entry(1, said, jenis="instansi", id="kota-contoh"))["kota-contoh/riwayat/"]
    assert f'/blob/{"a" * 40}/sop_data/kota-contoh/instansi.yml"' in html
