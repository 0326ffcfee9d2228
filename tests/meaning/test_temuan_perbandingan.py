"""The same service at two offices: figures, rows, marks, one sentence, one page."""

import pytest
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.perbandingan import Baris, Butir, compare, pairs, services
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.quality import comparison_pages
from tests.builders import BY_SOP, catalog, form, law, sop, table

_BY_OFFICE = [{"jenis": "dinas", "nama": "Laman"}]


def _needs(*items: tuple[str, str], **more: object) -> list[dict[str, object]]:
    return [{"berkas": name, "wajib": must, "dasar": BY_SOP} | more for name, must in items]


def _two(first: dict[str, object], second: dict[str, object]) -> Catalog:
    one = sop(layanan="kartu", **first)
    two = sop("kota-lain/kartu", layanan="kartu", **second)
    return catalog(one, two, laws=[law("uu-2-2021", status="dicabut")], forms=[form()])


def _row(made: Catalog, title: str) -> Baris:
    (both,) = pairs(made, "kartu")
    return next(row for row in both.baris if row.judul == title)


def test_only_services_of_two_offices_are_compared() -> None:
    made = catalog(
        sop(layanan="kartu"),
        sop("kota-lain/kartu", layanan="kartu"),
        sop("kota-wanasari/a", layanan="arsip"),
        sop("kota-wanasari/b", layanan="arsip"),
        sop("kota-wanasari/c"),
    )
    assert list(services(made)) == ["kartu"]


def test_the_real_kartu_ak1_is_said_in_one_sentence(catalog: Catalog) -> None:
    assert compare(catalog, "kartu-ak1").kalimat == (
        "Dinaker Kota Wanasari 6 langkah, 40 menit; DTK Kabupaten Rimbaraya 11 langkah, "
        "46 menit dan 2 langkah tanpa waktu."
    )


def test_a_document_without_a_step_table_is_said_as_such() -> None:
    silent = {"waktu_total_tertulis": None}
    made = _two({"langkah": []} | silent, {"langkah": "pemohon > Pemohon menunggu"} | silent)
    assert compare(made, "kartu").kalimat == (
        "Dincontoh Kota Contoh (Pembuatan Kartu Contoh) tanpa tabel langkah; "
        "Dincontoh Kota Contoh (Pembuatan Kartu Contoh) 1 langkah, tanpa waktu."
    )


def test_equal_documents_differ_in_nothing() -> None:
    (both,) = pairs(_two({}, {}), "kartu")
    assert [row.judul for row in both.baris if row.berbeda] == []
    assert both.berbeda == 0


def test_time_says_how_many_steps_have_none() -> None:
    longer = {"langkah": table({5: "petugas > Petugas mencatat"}), "waktu_total_tertulis": None}
    row = _row(_two({}, longer), "Waktu")
    assert row.berbeda
    assert [cell.butir for cell in row.sel] == [
        (Butir("30 menit", "4 langkah"),),
        (Butir("30 menit", "5 langkah, 1 di antaranya tanpa waktu"),),
    ]


@pytest.mark.parametrize(
    ("fee", "said"),
    [
        ({"jumlah": 0, "dasar": BY_SOP}, (Butir("Gratis", "menurut SOP"),)),
        ({"jumlah": 25000, "dasar": _BY_OFFICE}, (Butir("Rp25.000", "menurut laman dinas"),)),
        ({"uraian": "Menurut luas", "dasar": []}, (Butir("Menurut luas", ""),)),
        ({"tidak_disebut": "ya"}, ()),
    ],
)
def test_a_fee_is_said_with_its_origin(fee: dict[str, object], said: tuple[Butir, ...]) -> None:
    assert _row(_two({"biaya": fee}, {}), "Biaya").sel[0].butir == said


def test_one_paper_under_two_names_stands_in_one_row() -> None:
    made = _two(
        {"persyaratan": _needs(("Ijazah pendidikan terakhir", "ya"))},
        {"persyaratan": _needs(("Ijazah terakhir", "ya"), jumlah="2 lembar")},
    )
    row = _row(made, "Ijazah pendidikan terakhir")
    assert [cell.butir for cell in row.sel] == [
        (Butir("Wajib", ""),),
        (Butir("Wajib", "Ijazah terakhir, 2 lembar"),),
    ]
    assert not row.berbeda  # One document says more, neither says otherwise.


def test_a_paper_that_one_office_does_not_ask_for_differs() -> None:
    made = _two(
        {"persyaratan": _needs(("KTP", "ya"), ("Pas foto", "ya"))},
        {"persyaratan": _needs(("KTP", "bila-ada"))},
    )
    assert _row(made, "Pas foto").sel[1].is_silent
    assert _row(made, "Pas foto").berbeda
    assert _row(made, "KTP").berbeda


def test_an_abbreviation_explained_in_a_name_is_read_as_its_words() -> None:
    made = _two(
        {"persyaratan": _needs(("Naskah PKB", "ya"), ("PKB lama", "ya"))},
        {
            "nama": "Pendaftaran Perjanjian Kerja Bersama (PKB)",
            "persyaratan": _needs(
                ("PKB lama", "ya"), ("Naskah perjanjian kerja bersama", "ya"), ("Surat kuasa", "ya")
            ),
        },
    )
    (both,) = pairs(made, "kartu")
    rows = [row for row in both.baris if row.jenis == "syarat"]
    assert [(row.judul, row.berbeda) for row in rows] == [
        ("Naskah PKB", False),
        ("PKB lama", False),
        ("Surat kuasa", True),
    ]


def test_a_shared_common_word_makes_no_paper_the_same() -> None:
    made = _two(
        {"persyaratan": _needs(("Naskah peraturan yang ditandatangani pengusaha", "ya"))},
        {"persyaratan": _needs(("Alamat perusahaan", "ya"))},
    )
    assert _row(made, "Alamat perusahaan").berbeda


def test_an_sop_of_several_kinds_shows_the_kind_the_other_one_is() -> None:
    kinds = [
        {"id": "baru", "nama": "Kartu anggota baru"},
        {"id": "hilang", "nama": "Penggantian kartu yang hilang"},
    ]
    needs = [
        *_needs(("Surat kehilangan", "ya"), untuk=["hilang"]),
        *_needs(("Pas foto", "ya"), untuk=["baru"]),
        *_needs(("KTP", "ya")),
    ]
    made = _two(
        {"varian": kinds, "persyaratan": needs},
        {"nama": "Penggantian Kartu Hilang", "persyaratan": _needs(("KTP", "ya"))},
    )
    (both,) = pairs(made, "kartu")
    assert [item.varian for item in both.sop] == ["Penggantian kartu yang hilang", ""]
    titles = [row.judul for row in both.baris if row.jenis == "syarat"]
    assert titles == ["KTP", "Surat kehilangan"]


def test_laws_show_their_status_and_lead_to_their_page() -> None:
    made = _two({}, {"dasar_hukum": ["uu-2-2021 UU 2/2021", "Ketentuan lain"]})
    assert [cell.butir for cell in _row(made, "Dasar hukum").sel] == [
        (Butir("UU 1/2020", "", "peraturan/uu-1-2020/", "berlaku"),),
        (
            Butir("UU 2/2021", "", "peraturan/uu-2-2021/", "dicabut"),
            Butir("Ketentuan lain"),
        ),
    ]


def test_actors_steps_document_and_forms_are_told() -> None:
    made = _two({"formulir": ["kartu", "tidak-ada"]}, {"dokumen": {"nomor": None}})
    assert _row(made, "Pelaksana").sel[0].butir[1] == Butir("Petugas Layanan", "2 langkah")
    assert _row(made, "Langkah").sel[0].butir[2] == Butir(
        "3. Kepala Bidang Layanan menandatangani Kartu Contoh", "10 menit"
    )
    assert _row(made, "Dokumen").sel[1].butir == (Butir("Nomor kosong", "20 Januari 2025"),)
    assert _row(made, "Formulir").sel[0].butir == (
        Butir("Permohonan Kartu", "", "formulir/kartu/"),
    )


def test_every_pair_of_offices_gets_its_own_two_columns(catalog: Catalog) -> None:
    for service in services(catalog):
        for both in pairs(catalog, service):
            assert len(both.sop) == 2
            assert both.sop[0].instansi != both.sop[1].instansi
            assert all(len(row.sel) == 2 for row in both.baris)


def _pages(made: Catalog) -> dict[str, str]:
    tools = Tools(icon=lambda name: Markup('<svg data-icon="{}"></svg>').format(name))
    return {page.address: str(page.html()) for page in comparison_pages(made, tools)}


def _page(made: Catalog, service: str | None) -> str:
    return _pages(made)[f"perbandingan/{service}/" if service else "perbandingan/"]


def test_the_page_marks_differences_and_silence(catalog: Catalog) -> None:
    page = _page(catalog, "kartu-ak1")
    assert "Dinaker Kota Wanasari 6 langkah, 40 menit; DTK Kabupaten" in page
    assert page.count("Berbeda</span>") == pairs(catalog, "kartu-ak1")[0].berbeda
    assert '<td class="tdk">Tidak disebut dalam dokumen</td>' in page
    assert 'href="../../kota-wanasari/kartu-ak1/"' in page
    assert "<script" not in page


def test_the_list_leads_to_every_comparison(catalog: Catalog) -> None:
    page = _page(catalog, None)
    for service in services(catalog):
        assert f'href="{service}/"' in page


def test_words_of_a_document_are_no_markup_in_a_comparison() -> None:
    made = _two({"persyaratan": _needs(("<b>KTP</b>", "ya"))}, {"nama": "<i>Kartu</i>"})
    page = _page(made, "kartu")
    assert "<b>KTP" not in page
    assert "<i>Kartu" not in page


def _many(count: int) -> Catalog:
    paper = _needs(("KTP", "ya"))
    offices = (f"kota-c{n:03}/kartu" for n in range(count))
    return catalog(*(sop(id, layanan="kartu", persyaratan=paper) for id in offices))


def test_a_service_of_many_offices_is_a_table_of_its_sops() -> None:
    page = _page(_many(20), "kartu")
    assert page.count('<tr><th scope="row"') == 20
    assert "KTP: <b>20</b> dari 20 SOP" in page
    assert 'aria-current="page"' not in page


def test_the_bytes_of_a_comparison_grow_with_the_offices_and_not_with_their_square() -> None:
    few, many = (
        sum(len(page) for address, page in _pages(_many(count)).items() if "kartu" in address)
        for count in (200, 400)
    )
    assert many < 2.2 * few


def test_the_pages_of_a_long_table_lead_to_each_other() -> None:
    pages = _pages(_many(400))
    first, last = pages["perbandingan/kartu/"], pages["perbandingan/kartu/halaman-3/"]
    assert '<a rel="next" href="halaman-2/">' in first
    assert '<a rel="prev" href="../halaman-2/">' in last
    assert 'rel="next"' not in last
    shown = [key for key in _many(400).sop for page in pages.values() if f'/{key}/">' in page]
    assert len(shown) == 400
