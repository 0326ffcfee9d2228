"""What of a catalogue can be searched, and what everyday words find in it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Masalah
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds import search
from sop_terbuka.publish.feeds.entri import Entri
from sop_terbuka.publish.feeds.indeks import Isi, files
from sop_terbuka.publish.feeds.kata import words
from sop_terbuka.publish.page import Page
from tests.searched import answers

DATA = Path(__file__).parents[1] / "situs"
Found = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The data of the sample site."""
    return load(DATA / "sop_data", DATA / "forms")


@pytest.fixture(scope="module")
def found(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The addresses that a query finds, best first."""
    folder = tmp_path_factory.mktemp("cari")
    write(folder, content(catalog))
    return lambda query: [hit["location"] for hit in answers(folder, [query])[0]["hits"]]


def write(folder: Path, found: Isi, most: int = 10**9) -> None:
    """The files of a search."""
    for address, made in files(found, most):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)


def content(catalog: Catalog) -> Isi:
    """What can be searched of a catalogue."""
    return search.content(catalog, all_layanan(catalog), [])


def entries(catalog: Catalog) -> dict[str, Entri]:
    """The entries of the index by address."""
    return {entry.alamat: entry for entry in content(catalog).entri}


def test_every_word_of_a_required_paper_can_be_searched(catalog: Catalog) -> None:
    index = entries(catalog)
    for key, sop in catalog.sop.items():
        entry = index[f"{key}/"]
        there = words(f"{entry.judul} {entry.ringkas} {entry.sebutan} {entry.isi}")
        for item in sop.persyaratan:
            assert set(words(item.berkas)) <= set(there)


def test_a_form_says_once_that_it_is_one(catalog: Catalog) -> None:
    form = next(iter(catalog.formulir.values()))
    for title, name in (("Formulir Aduan", "Formulir Aduan"), ("Aduan", "Formulir: Aduan")):
        forms = {**catalog.formulir, form.id: form.model_copy(update={"judul": title})}
        entry = entries(replace(catalog, formulir=forms))[f"formulir/{form.id}/"]
        assert entry.judul == name


def test_a_service_is_called_by_the_terms_that_its_names_hold(catalog: Catalog) -> None:
    one, *_ = catalog.istilah
    place = "kab-rimbaraya/kartu-ak1"
    told = {"sop": [place], "kepanjangan": None}
    held = one.model_copy(update={"istilah": "Kartu", **told})
    used = one.model_copy(update={"istilah": "Legalisasi Gaib", **told})
    entry = entries(replace(catalog, istilah=(held, used)))[f"{place}/"]
    assert "Kartu" in entry.sebutan.split("|")
    assert "Gaib" not in entry.sebutan
    assert entry.isi.endswith("Legalisasi Gaib")


def test_what_compares_services_is_not_found_in_their_place(catalog: Catalog) -> None:
    pages = [
        Page(address, "Bandingkan", "", Markup)
        for address in ("perbandingan/", "perbandingan/kartu-ak1/")
    ]
    made = search.content(catalog, all_layanan(catalog), pages).entri
    found = [entry.alamat for entry in made if entry.alamat.startswith("perbandingan/")]
    assert found == ["perbandingan/"]


def test_what_is_done_elsewhere_and_nowhere_keeps_its_words(catalog: Catalog) -> None:
    said = {"ucapan": ["surat gaib"]}
    silent = Masalah.model_validate({"id": "gaib", "nama": "Gaib", **said})
    told = silent.model_copy(update={"lain": catalog.masalah[0].lain})
    assert catalog.masalah[0].lain
    assert list(content(replace(catalog, masalah=(silent,))).dikenal) == ["surat", "gaib"]
    assert "bukan:gaib" in entries(replace(catalog, masalah=(told,)))
    assert list(content(replace(catalog, masalah=(told,))).dikenal) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # The paper that is wanted stands first, what it is for behind it.
        ("skck buat melamar kerja", "bukan:skck"),
        ("bikin kk baru", "bukan:ktp"),
        ("cpns 2031", "bukan:cpns"),
        # What one only brings is not wanted.
        ("kartu kuning fotokopi ktp", "kab-rimbaraya/kartu-ak1/"),
        ("fotokopi ktp buat kartu kuning", "kab-rimbaraya/kartu-ak1/"),
        # A word of a hint's text that nothing is called by.
        ("kantor online", "kab-rimbaraya/"),
    ],
)
def test_what_is_served_elsewhere_comes_first_only_where_it_is_wanted(
    found: Found, query: str, first: str
) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("region", ["wanasari", "rimbaraya"])
def test_the_office_of_a_region_comes_first(found: Found, region: str) -> None:
    office = next(name for name in ("kota-wanasari", "kab-rimbaraya") if region in name)
    for query in (f"cari kerja di {region}", f"{region} kartu kuning", f"info loker {region} dong"):
        assert found(query)[0] == f"{office}/kartu-ak1/"
    assert found(region)[0] == f"{office}/"
    assert found(f"jam buka {region}")[0] == f"{office}/"


def test_the_town_of_an_address_stands_for_its_region(catalog: Catalog, tmp_path: Path) -> None:
    here, there = catalog.instansi.values()
    address = next(item for item in here.kontak if item.jenis == "alamat")
    town = address.model_copy(update={"nilai": "Jalan Contoh No. 1, Kotajauh 00000"})
    offices = {here.id: here, there.id: there.model_copy(update={"kontak": [town]})}
    moved = replace(catalog, instansi=offices)
    assert content(moved).wilayah == ["kotarimba", "kotajauh"]
    for most in (0, 10**9):
        write(tmp_path / str(most), content(moved), most)
        questions = ["kartu kuning kotajauh", "kartu kuning kotarimba"]
        hits = [one["hits"][0]["location"] for one in answers(tmp_path / str(most), questions)]
        assert hits == [f"{there.id}/kartu-ak1/", f"{here.id}/kartu-ak1/"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # Vowels left out, one wrong letter, endings and beginnings of chats and of Java.
        ("pngdn", "kota-wanasari/pengaduan/"),
        ("ngelaporin", "kota-wanasari/pengaduan/"),
        ("mediasine piye", "kota-wanasari/mediasi-perselisihan-hi/"),
        ("krtu kning", "kab-rimbaraya/kartu-ak1/"),
        # A question is no denial, and no time says what is meant.
        ("sabtu buka tidak", "kab-rimbaraya/"),
        ("buka atau gak ya", "kab-rimbaraya/"),
        ("kartu kuning 2 tahun", "kab-rimbaraya/kartu-ak1/"),
        ("cuti bersama tetap buka tidak", "kab-rimbaraya/"),
        ("ngadu ke siapa", "kota-wanasari/pengaduan/"),
        # Any order.
        ("kuning kartunya", "kab-rimbaraya/kartu-ak1/"),
    ],
)
def test_chats_find_what_they_mean(found: Found, query: str, first: str) -> None:
    assert found(query)[0] == first


def test_a_denial_keeps_its_meaning(found: Found) -> None:
    assert found("gaji gak dibayar")[0] == "kota-wanasari/mediasi-perselisihan-hi/"
    assert found("gaji ora dibayar")[0] == "kota-wanasari/mediasi-perselisihan-hi/"


def test_an_office_named_by_the_way_does_not_come_first(found: Found) -> None:
    # It has many names, and each is one of those that mean the same.
    assert (
        found("damai sama perusahaan lewat disnaker")[0] == "kota-wanasari/mediasi-perselisihan-hi/"
    )
    assert {found(name)[0] for name in ("disnaker", "depnaker")} <= {
        "kota-wanasari/",
        "kab-rimbaraya/",
    }


def test_one_wrong_letter_is_likelier_than_a_short_word_run_together(found: Found) -> None:
    assert found("kartukuning")[0] == "kab-rimbaraya/kartu-ak1/"
    assert found("serikat perkerja")[0] == "kota-wanasari/sarana-hubungan-industrial/"


def test_a_law_with_its_number_comes_before_services(catalog: Catalog, found: Found) -> None:
    assert "uu-2-2004" in catalog.peraturan
    for query in ("uu perselisihan hubungan industrial 2/2004", "uu nomor 2 tahun 2004 mediasi"):
        assert found(query)[0] == "peraturan/uu-2-2004/"
    assert found("pp 35 2021 pemutusan hubungan kerja")[0] == "peraturan/pp-35-2021/"
    # Without a number it is also a company's own rules.
    assert found("PP")[0] == "kota-wanasari/sarana-hubungan-industrial/"


def test_several_services_of_one_office_are_no_many_offices(tmp_path: Path) -> None:
    places = [f"kota-a/daftar-{n}/" for n in "bcde"] + ["kota-f/daftar/"]
    made = [Entri(place, f"Daftar {place[:8]}", "", kelompok="daftar") for place in places]
    group = {"daftar": Entri("perbandingan/daftar/", "Daftar", "")}
    offices = {"kota-a": "Dinas A", "kota-f": "Dinas F"}
    for most in (0, 10**9):
        folder = tmp_path / str(most)
        write(folder, Isi(made, group, kantor=offices), most)
        hits = answers(folder, ["daftar"])[0]["hits"]
        assert {hit["location"] for hit in hits} == set(places)


def test_the_meaning_of_a_word_shuts_out_no_service(tmp_path: Path) -> None:
    service = Entri("kota-a/merek/", "Merek", "", "logo usaha")
    term = Entri("istilah/#sistem", "Sistem", "Yang dipakai orang lain.", bobot=0.4)
    for most in (0, 10**9):
        folder = tmp_path / str(most)
        write(folder, Isi([service, term], {}), most)
        hits = answers(folder, ["logo dipakai orang lain"])[0]["hits"]
        assert [hit["location"] for hit in hits] == ["kota-a/merek/", "istilah/#sistem"]


def test_a_word_not_typed_to_its_end_is_no_slip(found: Found) -> None:
    assert found("pengad")[0] == found("pengaduan")[0] == "kota-wanasari/pengaduan/"
