"""The facts of a service: how long, what it costs, what comes out, where, what is asked of whom."""

from typing import Any

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.fakta import SUMMED, Fakta, fee, time
from sop_terbuka.meaning.layanan import Layanan, layanan, services_by_office
from tests.builders import BY_SOP, actor, catalog, law, sop, step

ELSEWHERE = [{"jenis": "praktik", "nama": "Kota Lain"}]


def facts(made: Sop, **office: Any) -> Layanan:
    return layanan(catalog(made, laws=[law("uu-1-2020")], **office), made)


def need(name: str, essential: str = "ya", **more: Any) -> dict[str, Any]:
    return {"berkas": name, "wajib": essential, "dasar": BY_SOP} | more


def outside() -> list[dict[str, Any]]:
    own = {"pemohon": "luar", "petugas": "dalam", "kabid": "dalam"}
    return [actor(key, key.capitalize(), pihak=side) for key, side in own.items()]


def test_how_long_is_the_sum_of_the_steps_and_whose_time_it_is() -> None:
    made = facts(sop(pelaksana=outside(), waktu_total_tertulis=None))
    assert made.waktu == Fakta("30 menit", f"{SUMMED} Anda 5 menit, petugas 25 menit.")
    assert (made.lama.langkah, made.lama.langkah_pemohon) == (4, 1)


def test_what_the_sum_leaves_out_is_said() -> None:
    steps = "pemohon > Menyerahkan | Berkas | 2 hari | Tanda terima\npetugas > Memeriksa"
    made = facts(sop(langkah=steps, pelaksana=outside(), waktu_total_tertulis=None))
    assert made.waktu == Fakta("2 hari", f"{SUMMED} Belum termasuk: 1 langkah tanpa waktu.")


def test_what_the_standard_promises_comes_before_what_the_document_sums() -> None:
    promise = {"teks": "Maksimal 3 (tiga) hari kerja", "dasar": BY_SOP}
    since = promise | {"mulai_dihitung": "berkas dinyatakan lengkap"}
    assert facts(sop(jangka_waktu=since)).waktu == Fakta(
        "Maksimal 3 (tiga) hari kerja",
        "Jangka waktu menurut standar. Dihitung sejak berkas dinyatakan lengkap.",
    )
    stated = facts(sop(waktu_total_tertulis="30 menit")).waktu
    assert stated == Fakta("30 menit", "Jumlah waktu yang tertulis dalam dokumen.")


def test_variants_may_promise_times_of_their_own() -> None:
    kinds = [
        {"id": "baru", "nama": "Baru", "jangka_waktu": {"teks": "2 hari", "dasar": BY_SOP}},
        {"id": "kilat", "nama": "Kilat", "jangka_waktu": {"teks": "1 jam", "dasar": BY_SOP}},
    ]
    assert facts(sop(varian=kinds)).waktu == Fakta(
        "2 hari atau 1 jam", "Jangka waktu menurut standar. Baru: 2 hari. Kilat: 1 jam."
    )


def test_an_unreadable_time_is_shown_as_it_is_written() -> None:
    made = facts(
        sop(langkah="petugas > Memeriksa | Berkas | 10 | Tanda terima", waktu_total_tertulis=None)
    )
    assert made.waktu == Fakta(
        "Tidak disebut",
        '1 langkah, tanpa waktu yang dapat dijumlahkan. Tertulis: "10".',
        False,
    )


def test_steps_of_some_cases_only_are_not_in_the_sum() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan | Berkas | 5 menit"),
        step(2, "petugas > Memeriksa | Berkas | 10 menit", keputusan={
            "pertanyaan": "Lengkap?", "ya": "l4", "tidak": "l3",
        }),
        step(3, "petugas > Mengembalikan | Berkas | 1 jam", berikut="l1"),
        step(4, "petugas > Mencetak | Berkas | 2 jam"),
    ]  # fmt: skip
    lama = facts(sop(langkah=rows, waktu_total_tertulis=None)).lama
    assert lama.seluruhnya.teks == "2 jam 15 menit"
    assert lama.kecuali == ("1 langkah yang hanya pada keadaan tertentu",)


def test_what_the_office_prepares_and_reports_takes_none_of_the_applicant_s_time() -> None:
    said = "Anda menyerahkan berkas Anda kepada petugas di loket."
    rows = [
        step(1, "petugas > Menyosialisasikan | Berkas | 30 hari"),
        step(2, "petugas > Menerima | Berkas | 5 menit", untuk_pemohon=said),
        step(3, "petugas > Mencetak | Berkas | 10 menit/ kartu"),
        step(4, "pemohon > Menerima | Berkas | 5 menit", untuk_pemohon=said),
        step(5, "petugas > Melapor | Berkas | 1 hari"),
    ]
    made = facts(sop(langkah=rows, waktu_total_tertulis=None))
    assert made.lama.seluruhnya.teks == "20 menit"
    assert made.lama.kecuali == ("2 langkah dinas sebelum atau sesudah langkah Anda",)
    assert made.waktu.rincian.endswith("Dihitung untuk satu kartu.")
    assert [part.nomor for part in made.langkah_anda] == [2, (3,), 4]


def test_a_step_that_the_applicant_does_not_await_is_shown_but_not_summed() -> None:
    said = "Anda menyerahkan berkas Anda kepada petugas di loket."
    why = {"alasan": "Kartu sudah diterima.", "dasar": [{"jenis": "sop", "baris": 9}]}
    rows = [
        step(1, "pemohon > Menyerahkan | Berkas | 5 menit", untuk_pemohon=said),
        step(2, "petugas > Mencetak | Berkas | 1 jam"),
        step(3, "petugas > Melapor | Berkas | 90 menit", bukan_waktu_tunggu=why),
        step(4, "pemohon > Menerima | Berkas | 5 menit", untuk_pemohon=said),
        step(5, "pemohon > Memakai | Kartu | 7 hari", bukan_waktu_tunggu=why),
    ]
    made = facts(sop(langkah=rows, waktu_total_tertulis=None))
    assert made.lama.seluruhnya.teks == "1 jam 10 menit"
    assert made.lama.pemohon.teks == "10 menit"
    assert made.lama.petugas.teks == "1 jam"
    assert "Belum termasuk: 2 langkah yang tidak Anda tunggu." in made.waktu.rincian
    assert [part.nomor for part in made.langkah_anda] == [1, (2, 3), 4, 5]
    assert made.langkah_anda[1].judul == "Petugas memproses: 1 jam"


def test_a_stated_sum_that_the_steps_do_not_make_says_both() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan | Berkas | 1 hari"),
        step(2, "petugas > Memeriksa | Berkas | 2 hari"),
    ]
    made = facts(sop(langkah=rows, waktu_total_tertulis="2 (dua) hari")).waktu
    assert made.nilai == "2 (dua) hari"
    assert made.rincian.endswith("Langkah-langkahnya sendiri berjumlah 3 hari.")


def test_a_time_of_several_rows_counts_once() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan | Berkas | 5 menit"),
        step(2, "petugas > Memeriksa | Berkas", gabung=["waktu"]),
    ]
    lama = facts(sop(langkah=rows, waktu_total_tertulis=None)).lama
    assert (lama.seluruhnya.teks, lama.kecuali) == ("5 menit", ())


def test_a_document_without_steps_states_no_time() -> None:
    made = facts(
        sop(langkah=[], tanpa_langkah="Tabelnya tidak terbaca.", waktu_total_tertulis=None)
    )
    assert made.waktu == Fakta("Tidak disebut", "Dokumen tidak memuat tabel langkah.", False)


def test_a_fee_is_an_amount_a_word_or_silence() -> None:
    silent = "dalam dokumen dinas. Pastikan ke petugas."
    paid = {"uraian": "Menurut ukuran.", "catatan": "Tunai.", "dasar": BY_SOP}
    assert facts(sop()).biaya == Fakta("Gratis", "")
    assert facts(sop(biaya={"jumlah": 12500, "dasar": BY_SOP})).biaya == Fakta("Rp12.500", "")
    assert facts(sop(biaya=paid)).biaya == Fakta("Ada biaya", "Menurut ukuran.", True, "Tunai.")
    assert facts(sop(biaya={"tidak_disebut": "ya"})).biaya == Fakta("Tidak disebut", silent, False)


def test_the_first_product_is_the_result_and_the_others_are_named() -> None:
    products = [{"nama": "Kartu", "berlaku": "2 tahun"}, {"nama": "Surat"}]
    assert facts(sop(produk=products)).hasil == Fakta("Kartu", "Juga: Surat. Berlaku 2 tahun.")
    assert facts(sop(produk=[])).hasil == Fakta("Tidak disebut", "dalam dokumen dinas.", False)


def test_where_is_the_service_s_own_place_or_the_office() -> None:
    address = {"jenis": "alamat", "nilai": "Jalan Contoh 1", "dasar": BY_SOP}
    counter = {"nama": "Loket 1", "dasar": BY_SOP}
    apart = "Alamat tempat ini tidak disebut. Kantor Dincontoh: Jalan Contoh 1"
    assert facts(sop(tempat=counter), kontak=[address]).tempat == Fakta("Loket 1", apart)
    desk = counter | {"nama": "Loket 1 di Dincontoh"}
    assert facts(sop(tempat=desk), kontak=[address]).tempat.rincian == "Jalan Contoh 1"
    own = counter | {"alamat": "Jalan Lain 2"}
    assert facts(sop(tempat=own), kontak=[address]).tempat.rincian == "Jalan Lain 2"
    assert facts(sop(), kontak=[address]).tempat.rincian == "Jalan Contoh 1"
    assert not facts(sop()).tempat.disebut


def test_requirements_stand_under_the_case_that_asks_for_them() -> None:
    made = facts(
        sop(
            varian=[{"id": "baru", "nama": "Kartu baru"}],
            persyaratan=[
                need("KTP"),
                need("Foto", untuk=["baru"]),
                need("Ijazah", "bila-ada"),
                need("Surat", "tidak-jelas"),
                need("Materai", dasar=ELSEWHERE),
            ],
        )
    )
    shown = [(g.golongan, g.judul, [a.syarat.berkas for a in g.permintaan]) for g in made.syarat]
    assert shown == [
        ("semua", "", ["KTP"]),
        ("varian", "Untuk Kartu baru", ["Foto"]),
        ("bila-ada", "Bila ada", ["Ijazah"]),
        ("tidak-jelas", "Belum jelas", ["Surat"]),
        ("daerah-lain", "Disebut di sumber lain", ["Materai"]),
    ]
    assert [choice.nama for choice in made.kunjungan.pilihan] == ["Kartu baru"]  # type: ignore[union-attr]


def test_who_asks_is_said_in_a_few_words_each_once() -> None:
    bases = [
        {"jenis": "sop", "langkah": "l2"}, {"jenis": "sop", "langkah": "l2"},
        {"jenis": "peraturan", "peraturan": "uu-1-2020", "pasal": "Pasal 4"},
        {"jenis": "dinas"},
    ]  # fmt: skip
    (group,) = facts(sop(persyaratan=[need("KTP", dasar=bases)])).syarat
    assert group.permintaan[0].asal_teks == "SOP langkah 2; UU 1/2020 Pasal 4; laman dinas"


def test_a_regulation_that_was_read_about_elsewhere_is_named_alike_by_page_and_checklist() -> None:
    read = {"jenis": "peraturan", "peraturan": "uu-1-2020", "nama": "Ulasan", "pasal": "Pasal 4"}
    made = facts(sop(persyaratan=[need("KTP", dasar=[read])]))
    assert made.syarat[0].permintaan[0].asal_teks == "UU 1/2020 (menurut Ulasan) Pasal 4"
    assert [source.teks for source in made.rujukan] == ["UU 1/2020 (menurut Ulasan), Pasal 4"]
    says_it = read | {"nama": "Ulasan (mengutip UU 1/2020)"}
    (source,) = facts(sop(persyaratan=[need("KTP", dasar=[says_it])])).rujukan
    assert source.teks == "Ulasan (mengutip UU 1/2020), Pasal 4"


def test_a_replaced_law_stands_with_what_replaced_it() -> None:
    made = sop()
    laws = [law("uu-1-2020", rujukan_kini=["uu-2-2025"]), law("uu-2-2025")]
    (basis,) = layanan(catalog(made, laws=laws), made).dasar_hukum
    assert basis.peraturan is not None
    assert basis.peraturan.id == "uu-1-2020"
    assert [now.id for now in basis.kini] == ["uu-2-2025"]


def test_an_sop_of_the_office_s_own_has_no_steps_of_an_applicant() -> None:
    assert facts(sop(pelaksana=outside())).langkah_anda
    assert facts(sop(pelaksana=outside(), audiens=["internal"])).langkah_anda == ()


def test_offices_count_their_services_for_citizens() -> None:
    found = services_by_office(catalog(sop(), sop("kota-contoh/arsip", audiens=["internal"])))
    assert [(office.id, count) for office, count in found] == [("kota-contoh", 1)]


def test_a_list_of_fees_is_a_range_with_its_lines() -> None:
    kinds = [{"id": "wni", "nama": "WNI"}, {"id": "wna", "nama": "WNA"}]
    rates = [
        {"uraian": "WNI", "untuk": ["wni"], "jumlah": 30000, "dasar": BY_SOP},
        {"uraian": "kilat", "untuk": ["wna"], "jumlah": 60000, "satuan": "per lembar",
         "dasar": BY_SOP},
        {"uraian": "lainnya menurut Perda", "dasar": BY_SOP},
    ]  # fmt: skip
    made = facts(sop(varian=kinds, biaya={"tarif": rates}))
    assert made.biaya == Fakta(
        "Rp30.000 sampai Rp60.000",
        "WNI: Rp30.000; kilat (WNA): Rp60.000 per lembar; lainnya menurut Perda.",
    )
    unknown = facts(sop(biaya={"tarif": rates[2:]})).biaya
    assert unknown == Fakta("Ada biaya", "lainnya menurut Perda.")


def test_alternatives_count_as_one_and_are_said() -> None:
    choice = [{"berkas": "KITAS"}, {"berkas": "KITAP", "bentuk": "asli", "bila": "punya"}]
    (group,) = facts(sop(persyaratan=[need("Izin tinggal", salah_satu=choice)])).syarat
    (asked,) = group.permintaan
    assert asked.syarat.catatan == "Cukup salah satu: KITAS; KITAP (asli), bila punya."


def test_what_is_unclear_stands_under_the_heading_of_its_source() -> None:
    law = "Menurut peraturan yang sudah dicabut"
    made = facts(
        sop(
            persyaratan=[
                need("Surat", "tidak-jelas"),
                need("Izin", "tidak-jelas", kelompok=law),
                need("Berusia 18 tahun", "tidak-jelas", kelompok=law, jenis="keadaan"),
                need("Etiket", kelompok="Untuk kantor lain", dasar=ELSEWHERE),
            ]
        )
    )
    assert [(g.golongan, g.judul, len(g.permintaan)) for g in made.syarat] == [
        ("tidak-jelas", "Belum jelas", 1),
        ("tidak-jelas", law, 2),
        ("daerah-lain", "Untuk kantor lain", 1),
    ]


def test_what_is_no_paper_stands_apart_and_the_source_s_groups_keep_their_names() -> None:
    made = facts(
        sop(
            persyaratan=[
                need("KTP", kelompok="Umum"),
                need("Ijazah", kelompok="Khusus"),
                need("Foto"),
                need("Berusia 17 tahun", jenis="keadaan"),
                need("Mengisi blanko", jenis="tindakan"),
                need("Melapor", jenis="sesudahnya"),
            ]
        )
    )
    assert [(g.golongan, g.judul, len(g.permintaan)) for g in made.syarat] == [
        ("semua", "", 1),
        ("semua", "Umum", 1),
        ("semua", "Khusus", 1),
        ("keadaan", "Syarat keadaan", 1),
        ("tindakan", "Yang Anda lakukan", 1),
        ("sesudahnya", "Kewajiban sesudahnya", 1),
    ]


def test_a_promise_of_another_source_names_it_and_what_to_know() -> None:
    page = {"jenis": "dinas", "nama": "Laman dinas", "catatan": "Ditulis bersama jam buka"}
    promised = {"teks": "5 hari kerja", "dasar": [page]}
    assert facts(sop(jangka_waktu=promised)).waktu.rincian == (
        "Jangka waktu menurut standar. Sumber: Laman dinas. Ditulis bersama jam buka."
    )


def test_a_variant_has_its_own_fee_and_time() -> None:
    kinds = [
        {"id": "wni", "nama": "WNI", "jangka_waktu": {"teks": "1 jam", "dasar": BY_SOP}},
        {"id": "wna", "nama": "WNA", "jangka_waktu": {"teks": "2 jam", "dasar": BY_SOP}},
    ]
    rates = [
        {"uraian": kind["nama"], "untuk": [kind["id"]], "jumlah": amount, "dasar": BY_SOP}
        for kind, amount in zip(kinds, (30000, 60000), strict=True)
    ]
    made = facts(sop(varian=kinds, biaya={"tarif": rates}))
    assert fee(made.sop, "wna") == Fakta("Rp60.000", "WNA: Rp60.000.")
    assert time(made.lama, "WNA").nilai == "2 jam"
    assert time(made.lama).nilai == "1 jam atau 2 jam"
