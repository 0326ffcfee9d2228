import datetime

import pytest

from sop_terbuka.data.model import Peraturan
from sop_terbuka.intake.draft import dates
from sop_terbuka.intake.draft.laws import Laws, citation
from sop_terbuka.intake.draft.words import plain_title, sop_slug, step_id


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("02 Juni 2025", "2025-06-02"),
        ("16-Feb-22", "2022-02-16"),
        ("6 JANUARI 2025", "2025-01-06"),
        ("Oktober 2024", "2024-10"),
        ("2/6/2025", "2025-06-02"),
        ("2025", "2025"),
        ("04 Januari", "--01-04"),
        ("31 Februari 2025", None),
        ("Novermber 2024", None),
        ("segera", None),
        ("Juni", None),
    ],
)
def test_dates_are_read_as_precisely_as_they_are_printed(text: str, date: str | None) -> None:
    assert dates.read(text) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UU No. 25 Tahun 2009 tentang X", ("uu", "", "25", "2009")),
        ("1. Undang-Undang Republik Indonesia Nomor 5 Tahun 2014", ("uu", "", "5", "2014")),
        ("PMK No. 21/PMK.05/2022 Tentang X", ("permen", "Keuangan", "21/PMK.05/2022", "2022")),
        ("Permenpan RB No. 88 Tahun 2021 tentang SAKIP", ("permen", "pan RB", "88", "2021")),
        ("Peraturan Bupati Contoh, Nomor : 6 Tahun 2022", ("perbup", "Contoh", "6", "2022")),
        ("PP 5/2021 tentang Perizinan", ("pp", "", "5", "2021")),
        ("Pedoman teknis", None),
        ("Undang-Undang tentang Statistik", None),
    ],
)  # fmt: skip
def test_a_citation_gives_kind_issuer_number_and_year(
    text: str, found: tuple[str, str, str, str] | None
) -> None:
    cited = citation(text)
    assert (cited and (cited.kind, cited.penerbit, cited.nomor, cited.tahun)) == found


def law(name: str, jenis: str, penerbit: str | None, nomor: str, tahun: str) -> Peraturan:
    return Peraturan.model_validate(
        {
            "id": name, "jenis": jenis, "penerbit": penerbit, "nomor": nomor, "tahun": tahun,
            "judul": "x", "status": "berlaku", "keyakinan_status": "rendah",
            "status_per": "2026-01", "bukti_status": "x", "diperiksa": "2026-01-01",
        }
    )  # fmt: skip


def test_one_number_of_two_ministers_is_told_apart_by_the_minister() -> None:
    known = {
        "permenaker-1-2016": law("a", "Peraturan Menteri", "Menteri Ketenagakerjaan", "1", "2016"),
        "permenkes-1-2016": law("b", "Peraturan Menteri", "Menteri Kesehatan", "1", "2016"),
    }
    laws = Laws(known, datetime.date(2026, 1, 2))
    assert laws.id_of("Permenkes No 1 Tahun 2016")[0] == "permenkes-1-2016"
    assert laws.id_of("Peraturan Menteri Ketenagakerjaan Nomor 1 Tahun 2016")[0] == (
        "permenaker-1-2016"
    )
    assert laws.new == {}


def test_a_law_cited_twice_is_started_once() -> None:
    laws = Laws({}, datetime.date(2026, 1, 2))
    first = laws.id_of("UU Nomor 3 Tahun 2014 tentang X")
    assert laws.id_of("Undang-Undang No 3 Tahun 2014")[0] == first[0] == "uu-3-2014"
    assert list(laws.new) == ["uu-3-2014"]
    assert "status: belum_terverifikasi" in laws.new["uu-3-2014"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Memeriksa berkas", "periksa"),
        ("Menulis surat", "tulis"),
        ("Kepala Dinas menandatangani surat", "tandatangani"),
        ("Membuat laporan", "buat"),
        ("Mengirim surat", "kirim"),
        ("Selesai", "selesai-2"),
        ("123", "langkah"),
    ],
)
def test_a_step_is_named_by_its_verb(text: str, name: str) -> None:
    assert step_id(text, set()) == name


def test_a_taken_verb_gets_the_next_word() -> None:
    assert step_id("Menerima surat masuk", {"terima"}) == "terima-surat"


def test_names_lose_capitals_and_words_that_every_sop_has() -> None:
    assert plain_title("PENGAJUAN CUTI ASN DAN PNS") == "Pengajuan Cuti ASN dan PNS"
    assert plain_title("Izin Uji") == "Izin Uji"
    assert sop_slug("SOP Pelayanan Penerbitan Izin dan Surat") == "penerbitan-izin-surat"
