"""A correction names a value by its place; a place that is none says why."""

from pathlib import Path

import pytest

from sop_terbuka.data.catalog import load
from sop_terbuka.data.correction import Unknown, held, value_at
from sop_terbuka.data.model import Sop

GOOD = Path(__file__).parents[1] / "examples" / "dasar"


@pytest.fixture(scope="module")
def sop() -> Sop:
    return load(GOOD / "sop_data", GOOD / "forms").sop["dinas-contoh/kartu-usaha"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("nama", "Kartu usaha kecil"),
        ("dokumen.nomor", "500/01/2022"),
        (
            "dokumen.disahkan_oleh.tertulis",
            "Kepala Dinas Koperasi dan Usaha Kecil, SITI CONTOH, S.E.",
        ),
        ("langkah[tanda-tangan].kegiatan", "Menandatangani kartu"),
        ("langkah[3].kegiatan", "Menandatangani kartu"),
        ("peralatan[2]", "Printer"),
        ("peralatan", "Komputer, Printer"),
        ("langkah[periksa].sel_pelaksana[petugas]", "Ya"),
        ("langkah[periksa].keputusan.ya", "tanda-tangan"),
        ("persyaratan[1].dasar[1].langkah", "serahkan"),
    ],
)
def test_a_place_leads_to_its_text(sop: Sop, place: str, value: str) -> None:
    assert value_at(sop, place) == value


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("nma", '"nma" tidak ada. Maksud Anda "nama"?'),
        ("nama.isi", '"isi" tidak ada.'),
        ("langkah[arsip].kegiatan", '"langkah[arsip]" tidak ada.'),
        ("langkah[terma].kegiatan", '"langkah[terma]" tidak ada. Maksud Anda "terima"?'),
        ("langkah[0].kegiatan", '"langkah[0]" tidak ada.'),
        ("langkah[5].kegiatan", '"langkah[5]" tidak ada.'),
        ("peralatan[3]", '"peralatan[3]" tidak ada.'),
        ("peralatan[komputer]", '"peralatan[komputer]" tidak ada.'),
        ("nama[1]", '"nama[1]" tidak ada.'),
        ("langkah", "di sana tidak ada teks."),
        ("langkah[1]", "di sana tidak ada teks."),
        ("biaya.jumlah", "di sana tidak ada teks."),
        ("unit", "di sana tidak ada teks."),
        (
            "langkah.kegiatan",
            "sebut butir daftarnya, misalnya langkah[1] atau langkah[periksa].",
        ),
        ("langkah 1", '"langkah 1" salah bentuk. Tulis misalnya langkah[periksa].kegiatan.'),
        ("langkah[-1].id", '"langkah[-1]" tidak ada.'),
        ("", '"" salah bentuk. Tulis misalnya langkah[periksa].kegiatan.'),
        ("id.__class__", '"__class__" tidak ada.'),
        ("model_fields", '"model_fields" tidak ada.'),
        ("instansi", '"instansi" tidak ada.'),
    ],
)
def test_a_place_that_is_none_says_why(sop: Sop, place: str, reason: str) -> None:
    assert value_at(sop, place) == Unknown(reason)


def moved(sop: Sop, *tools: str) -> Sop:
    return sop.model_copy(update={"peralatan": list(tools)})


@pytest.mark.parametrize(
    ("tools", "place"),
    [
        (("Komputer", "Printer"), "peralatan[2]"),
        (("Meja", "Komputer", "Printer"), "peralatan[3]"),
        (("Printer",), "peralatan[1]"),
        (("Meja", "Meja", "Komputer", "Printer"), "peralatan[4]"),
        # Which of the two is meant nobody can tell.
        (("Printer", "Meja", "Printer"), "peralatan[2]"),
        (("Meja", "Kursi"), "peralatan[2]"),
    ],
)
def test_a_counted_place_follows_its_words(sop: Sop, tools: tuple[str, ...], place: str) -> None:
    assert held(moved(sop, *tools), "peralatan[2]", "Printer") == place


def test_a_place_with_an_id_stays_where_it_is(sop: Sop) -> None:
    place = "langkah[tanda-tangan].kegiatan"
    assert held(sop, "langkah[3].kegiatan", "Kata lain") == place
    assert held(sop, place, None) == place
