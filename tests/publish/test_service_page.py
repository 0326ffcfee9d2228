"""The page of a service as values: citizens first, the right way in first, no fact folded."""

from typing import Any

from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.libur import Libur
from sop_terbuka.publish.pages.officers import officer_headings, officer_part
from sop_terbuka.publish.pages.sections import ServicePage
from sop_terbuka.publish.pages.service import service_page
from tests.builders import BY_SOP, actor, catalog, form, law, sop, step, table

PHONE = {"jenis": "telepon", "nilai": "(0285) 421731", "dasar": BY_SOP}
HOLIDAYS = Libur(("2026-12-25",), "2027-12-31")
SIZES = {"kota-contoh/kartu/ceklis.pdf": 19_000}
SIDES = {"pemohon": "luar", "petugas": "dalam", "kabid": "dalam"}
ACTORS = [actor(key, key.capitalize(), pihak=side) for key, side in SIDES.items()]


def page(office: dict[str, Any] | None = None, **changes: Any) -> ServicePage:
    made = sop(**changes)
    facts = layanan(catalog(made, forms=[form()], **office or {}), made)
    return service_page(facts, SIZES, "https://contoh.test/", HOLIDAYS)


def answers(made: ServicePage) -> dict[str, tuple[str, str]]:
    return {row.nama: (row.nilai, row.rincian) for row in made.jawaban}


def buttons(made: ServicePage) -> list[str]:
    return [button.teks for button in made.siapkan.tombol]


def test_the_strip_says_how_long_cost_result_place_and_hours() -> None:
    assert list(answers(page())) == ["Waktu", "Biaya", "Hasil", "Di mana", "Jam"]
    assert answers(page())["Biaya"] == ("Gratis", "")
    assert answers(page())["Jam"] == ("Tidak disebut", "")


def test_a_note_on_the_fee_says_more_than_that_it_is_not_stated() -> None:
    fee = {"tidak_disebut": "ya", "catatan": "Di daerah lain tanpa pungutan."}
    shown = answers(page(biaya=fee))["Biaya"]
    assert shown == ("Tidak disebut", "Di daerah lain tanpa pungutan.")


def test_contacts_on_top_can_be_tapped() -> None:
    (row,) = [row for row in page({"kontak": [PHONE]}).jawaban if row.nama == "Kontak"]
    assert [(link.teks, link.alamat) for link in row.tautan] == [
        ("(0285) 421731", "tel:+62285421731")
    ]


def test_few_hours_stand_on_top_and_a_timetable_below() -> None:
    few = {"jam_layanan": {"uraian": ["Senin-Jumat 08.00-15.00"], "dasar": BY_SOP}}
    assert answers(page(few))["Jam"] == ("", "Senin-Jumat 08.00-15.00")
    assert page(few).masalah.jam == ()
    many = {"jam_layanan": {"uraian": ["Senin", "Selasa", "Rabu"], "dasar": BY_SOP}}
    assert "Jam" not in answers(page(many))
    assert page(many).masalah.jam == ("Senin", "Selasa", "Rabu")
    (row,) = [row for row in page(many).jawaban if row.nama == "Kontak"]
    assert [link.alamat for link in row.tautan] == ["#jam"]


def test_hours_of_another_desk_are_a_link_away() -> None:
    other = {
        "hari": ["senin"], "buka": "08.00", "tutup": "10.00", "untuk": "Pengaduan", "dasar": BY_SOP,
    }  # fmt: skip
    (row,) = [row for row in page({"jam": [other]}).jawaban if row.nama == "Jam"]
    assert (row.nilai, row.rincian) == ("Tidak disebut di sini", "")
    assert [link.alamat for link in row.tautan] == ["kota-contoh/#kontak"]


def test_who_may_apply_is_the_source_s_word_or_the_audience() -> None:
    assert page().siapa == ("Untuk warga.",)
    who = [{"teks": "Penduduk berusia 17 tahun.", "dasar": BY_SOP}]
    assert page(siapa=who).siapa == ("Penduduk berusia 17 tahun.",)


def test_our_form_comes_first_where_the_office_has_no_door_of_its_own() -> None:
    assert buttons(page(formulir=["kartu"])) == ["Isi formulir", "Unduh ceklis (PDF, 19 KB)"]


def test_where_applications_are_taken_elsewhere_that_comes_first() -> None:
    door = {"nama": "Laman Contoh", "url": "https://contoh.go.id", "dasar": BY_SOP}
    way = page(formulir=["kartu"], kanal=[door | {"guna": "ajukan"}])
    assert buttons(way)[:2] == ["Buka Laman Contoh", "Lembar bantu"]
    assert way.cara.mulai == "Layanan ini memakai Laman Contoh."
    by_step = door | {"dasar": [{"jenis": "sop", "langkah": "l1"}]}
    assert buttons(page(formulir=["kartu"], kanal=[by_step]))[0] == "Buka Laman Contoh"
    only_read = page(formulir=["kartu"], kanal=[door])
    assert buttons(only_read)[0] == "Isi formulir"
    assert [link.teks for link in only_read.cara.laman] == ["Laman Contoh"]


def test_every_page_says_how_to_begin_as_far_as_the_sources_do() -> None:
    steps = table({1: "petugas > Memeriksa"})
    assert page(langkah=steps).cara.mulai == (
        "Dokumen tidak menyebut cara memulai. Tanyakan dulu ke Dincontoh."
    )
    place = {"nama": "Loket 1", "dasar": BY_SOP}
    assert page(langkah=steps, tempat=place).cara.mulai == (
        "Dokumen tidak menyebut langkah pemohon. Datang ke Loket 1."
    )
    assert page(pelaksana=ACTORS).cara.mulai == ""


def test_a_step_is_said_in_our_sentence_where_there_is_one_and_that_is_marked() -> None:
    written = sop().model_dump(mode="json", exclude_none=True)["langkah"]
    ours = [written[0] | {"untuk_pemohon": "Anda menyerahkan berkas di loket."}, *written[1:]]
    cara = page(langkah=ours, pelaksana=ACTORS).cara
    assert cara.langkah[0].kalimat == "Anda menyerahkan berkas di loket."
    assert cara.langkah[1].kalimat == "Petugas memproses"
    assert cara.catatan == (
        "Kalimat langkah ditulis ulang agar mudah dibaca; kata dokumennya ada pada alur.",
    )
    plain = page(pelaksana=ACTORS).cara
    assert plain.langkah[0].kalimat.startswith("Pemohon menyerahkan")
    assert plain.catatan == ()


def test_a_channel_that_cannot_be_tapped_is_said_in_words() -> None:
    channels = [
        {"nama": "Telepon", "nilai": "(0285) 421731", "dasar": BY_SOP},
        {"nama": "Datang", "nilai": "Ke kantor", "dasar": BY_SOP},
    ]
    trouble = page({"pengaduan": channels}).masalah
    assert [button.alamat for button in trouble.tombol] == ["tel:+62285421731"]
    assert trouble.baris == (("Datang", "Ke kantor"),)
    assert page().masalah.kosong == "Saluran pengaduan tidak disebut."


def test_the_map_never_leads_to_another_place() -> None:
    address = {"kontak": [{"jenis": "alamat", "nilai": "Jalan Contoh 1", "dasar": BY_SOP}]}

    def maps(**changes: Any) -> list[str]:
        (row,) = [row for row in page(address, **changes).jawaban if row.nama == "Di mana"]
        return [link.teks for link in row.tautan]

    assert maps() == ["Lihat peta"]
    assert maps(tempat={"nama": "Balai Jauh", "dasar": BY_SOP}) == ["Peta kantor"]
    own = {"nama": "Balai Jauh", "alamat": "Jalan Lain 2", "dasar": BY_SOP}
    assert maps(tempat=own) == ["Lihat peta"]


def test_each_folded_section_says_in_one_line_what_is_inside() -> None:
    laws = [law("uu-1-2020", status="dicabut"), law("uu-2-2025", catatan="Tenggatnya sudah lewat.")]
    made = sop(dasar_hukum=["uu-1-2020 Satu", "uu-2-2025 Dua", "Aturan tak tentu"])
    facts = layanan(catalog(made, laws=laws), made)
    part = officer_part(facts, {}, None, [], [], "")
    assert part.alur.lipatan.ringkas == "4 langkah, 3 pelaksana"
    assert part.dasar_hukum.ringkas == "3 peraturan: 1 dicabut"
    assert [item.catatan for item in part.hukum] == ["", "Tenggatnya sudah lewat.", ""]
    assert part.dokumen.ringkas == "nomor 1/DINCONTOH/I/2025"
    assert part.data.ringkas == "tanpa temuan, 8 dari 14 komponen standar"
    assert [heading.id for heading in officer_headings(has_history=False)] == [
        "petugas", "alur", "dasar-hukum", "dokumen", "data",
    ]  # fmt: skip


def test_the_status_and_what_is_inferred_lead_to_their_meaning() -> None:
    choice = {"pertanyaan": "Lengkap?", "ya": "l3", "tidak": "l1"}
    rows = [step(n, row) for n, row in enumerate(["pemohon > A", "petugas > B", "kabid > C"], 1)]
    made = sop(langkah=[rows[0], rows[1] | {"keputusan": choice}, rows[2]])
    part = officer_part(layanan(catalog(made), made), {}, None, [], [], "")
    (status,) = [row.isi for row in part.baris_data if row.judul == "Status"]
    assert [link.alamat for link in status] == ["istilah/#transkripsi"]
    assert '<a href="../../istilah/#disimpulkan">disimpulkan</a>' in part.alur.matriks


def test_only_papers_are_counted_and_what_one_is_cannot_be_ticked() -> None:
    needs = [
        {"berkas": "KTP", "wajib": "ya", "dasar": BY_SOP},
        {"berkas": "Berusia 17 tahun", "jenis": "keadaan", "wajib": "ya", "dasar": BY_SOP},
        {"berkas": "Mengisi biodata", "jenis": "tindakan", "wajib": "ya", "dasar": BY_SOP},
    ]
    shown = [
        (group.butir[0].berkas, group.is_dicentang, group.is_dihitung)
        for group in page(persyaratan=needs).siapkan.kelompok
    ]
    assert shown == [
        ("KTP", True, True),
        ("Berusia 17 tahun", False, False),
        ("Mengisi biodata", True, False),
    ]


def test_our_sentences_stand_also_where_only_the_office_acts() -> None:
    said = "Anda menunggu petugas memeriksa berkas Anda di dinas."
    steps = [{"id": "periksa", "kegiatan": "Memeriksa", "pelaksana": ["petugas"]}]
    made = page(pelaksana=ACTORS, langkah=[steps[0] | {"untuk_pemohon": said}])
    assert [(step.is_milik_anda, step.kalimat) for step in made.cara.langkah] == [(False, said)]


def test_what_is_not_done_here_is_said_with_where_it_is_and_who_says_so() -> None:
    elsewhere = [
        {"untuk": "Mencairkan tabungan", "ke": "Bank Contoh", "url": "https://bank.test",
         "catatan": "Tanyakan dulu.", "dasar": [{"jenis": "sop", "langkah": "l2"}]},
        {"untuk": "Berkunjung", "ke": "SOP kunjungan", "sop": "kota-contoh/tamu", "dasar": BY_SOP},
    ]  # fmt: skip
    made = page(bukan_di_sini=elsewhere).petunjuk
    shown = [(arah.untuk, arah.ke.teks, arah.ke.alamat, arah.catatan, arah.asal) for arah in made]
    assert shown == [
        (
            "Mencairkan tabungan", "Bank Contoh", "https://bank.test", "Tanyakan dulu.",
            "SOP langkah 2",
        ),
        ("Berkunjung", "SOP kunjungan", "kota-contoh/tamu/", "", "SOP"),
    ]  # fmt: skip


def test_what_only_one_variant_asks_says_so_outside_of_its_own_heading() -> None:
    need = {"wajib": "ya", "untuk": ["baru"], "dasar": BY_SOP}
    made = page(
        varian=[{"id": "baru", "nama": "Kartu baru"}, {"id": "lama", "nama": "Kartu lama"}],
        persyaratan=[
            need | {"berkas": "KTP", "bentuk": "asli"},
            need | {"berkas": "Berusia 17 tahun", "jenis": "keadaan"},
        ],
    )
    shown = [(group.judul, group.butir[0].rincian) for group in made.siapkan.kelompok]
    assert shown == [("Untuk Kartu baru", "asli"), ("Syarat keadaan", "untuk Kartu baru")]


def test_a_stated_time_becomes_a_sentence_that_holds_on_any_day_and_the_days_of_a_date() -> None:
    promised = {"teks": "5 hari kerja", "dasar": BY_SOP}
    when = page(jangka_waktu=promised).cara.kapan
    assert when is not None
    assert when.kalimat == (
        "Menurut standar, paling lama 5 hari kerja setelah berkas lengkap. Bukan janji."
    )
    assert (when.hari, when.hari_hitung, when.libur) == (5, "0 1 2 3 4", "2026-12-25")
    calendar = page(jangka_waktu=promised | {"teks": "7 hari"}).cara.kapan
    assert calendar is not None
    assert (calendar.hari_hitung, calendar.libur) == ("0 1 2 3 4 5 6", "")
    assert page().cara.kapan is None


def test_a_step_that_the_office_changed_after_the_copy_says_so() -> None:
    basis = {"dasar": [{"jenis": "dinas", "nama": "Papan di loket"}], "tanggal": "2026-11-03"}
    steps = "petugas > Memeriksa berkas | | 1 jam |"
    changed = [
        {"pada": "langkah[l1].waktu", "dari": "30 menit", "menjadi": "1 jam"} | basis,
        {"pada": "nama_sop", "dari": "Kartu lama"} | basis,
    ]
    made = page(langkah=steps, perubahan=changed)
    assert made.cara.catatan == (
        "Diubah sesudah disalin. Langkah 1 “Memeriksa berkas”, waktu: “30 menit” menjadi “1 jam”, "
        "3 November 2026 (Papan di loket).",
    )
    facts = layanan(
        catalog(made_sop := sop(langkah=steps, perubahan=changed), forms=[form()]), made_sop
    )
    rows = {row.judul: row.isi for row in officer_part(facts, SIZES, None, [], [], "").baris_data}
    assert [link.teks for link in rows["Nilai yang diubah sesudah disalin"]] == [
        "Langkah 1 “Memeriksa berkas”, waktu: “30 menit” menjadi “1 jam”, 3 November 2026 "
        "(Papan di loket)",
        "Nama SOP: “Kartu lama” dihapus, 3 November 2026 (Papan di loket)",
    ]


def test_a_tick_is_kept_by_the_requirement_and_not_by_its_place() -> None:
    papers = [
        {"berkas": name, "wajib": "ya", "dasar": BY_SOP} for name in ("KTP", "Kartu Keluarga")
    ]
    (group,) = page(persyaratan=papers).siapkan.kelompok
    assert [item.kunci for item in group.butir] == ["0-ktp", "0-kartu-keluarga"]
    (fewer,) = page(persyaratan=papers[1:]).siapkan.kelompok
    assert [item.kunci for item in fewer.butir] == ["0-kartu-keluarga"]


def test_each_requirement_can_be_proposed_about_once() -> None:
    papers = [
        {"berkas": "KTP", "wajib": "ya", "dasar": BY_SOP},
        {"id": "foto", "berkas": "Pas foto", "wajib": "ya", "dasar": BY_SOP},
    ]
    assert page(persyaratan=papers).siapkan.usulan == (
        ("KTP", "persyaratan[ktp]"),
        ("Pas foto", "persyaratan[foto]"),
    )
    assert page(persyaratan=[]).siapkan.usulan == ()


def test_what_is_not_stated_asks_who_knows_it() -> None:
    unclear = [{"berkas": "Pas foto", "wajib": "tidak-jelas", "dasar": BY_SOP}]
    made = page(biaya={"tidak_disebut": "ya"}, persyaratan=unclear)
    asked = {row.nama: row.usul for row in made.jawaban if row.usul}
    assert asked["Biaya"] == "biaya"
    assert asked["Jam"] == "jam"
    (group,) = made.siapkan.kelompok
    assert [item.usul for item in group.butir] == ["persyaratan[pas-foto].wajib"]


def test_alternatives_that_nobody_asks_for_keep_the_place_of_their_requirement() -> None:
    choice = {
        "id": "bukti", "berkas": "Bukti berhenti", "wajib": "tidak-jelas", "dasar": BY_SOP,
        "salah_satu": [{"berkas": "Paklaring"}, {"berkas": "Surat PHK"}],
    }  # fmt: skip
    (item,) = [i for group in page(persyaratan=[choice]).siapkan.kelompok for i in group.butir]
    assert item.kunci.endswith("-bukti")
    assert item.usul == "persyaratan[bukti].wajib"
    assert item.catatan == "Cukup salah satu: Paklaring; Surat PHK."
