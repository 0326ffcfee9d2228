"""Langkah Anda: what an applicant does, and what the office does in between."""

from typing import Any

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.applicant import Akibat, LangkahAnda, LangkahPetugas, applicant_steps


def step(step_id: str, *actors: str, **more: Any) -> dict[str, Any]:
    return {"id": step_id, "kegiatan": f"Kegiatan {step_id}", "pelaksana": list(actors), **more}


def question(yes: str, no: str) -> dict[str, Any]:
    return {"pertanyaan": "Lengkap?", "ya": yes, "tidak": no}


def sop_of(*steps: dict[str, Any]) -> Sop:
    return Sop.model_validate(
        {
            "id": "kota/uji",
            "nama": "Uji",
            "ringkasan": "Uji.",
            "audiens": ["warga"],
            "topik": "uji",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [
                {"id": "anda", "nama": "Pemohon", "pihak": "luar"},
                {"id": "desa", "nama": "Kepala Desa", "pihak": "luar"},
                {"id": "petugas", "nama": "Petugas Loket", "pihak": "dalam"},
                {"id": "kasi", "nama": "Kasi", "pihak": "dalam"},
            ],
            "langkah": list(steps),
            "sumber": {"berkas": "uji.txt", "baris": [1, 2]},
        }
    )


def outline(sop: Sop) -> list[tuple[Any, ...]]:
    return [
        (part.urutan, part.nomor) if isinstance(part, LangkahAnda) else (part.judul, *part.nomor)
        for part in applicant_steps(sop)
    ]


def consequences(sop: Sop) -> list[str]:
    return [effect.teks for part in applicant_steps(sop) for effect in part.akibat]


def test_the_steps_of_the_office_between_two_of_yours_are_one() -> None:
    sop = sop_of(
        step("satu", "anda", waktu="5 menit"),
        step("dua", "petugas", waktu="10 menit"),
        step("tiga", "kasi", waktu="3 hari"),
        step("empat", "petugas", waktu="15 menit"),
        step("lima", "anda", waktu="5 menit"),
    )
    assert outline(sop) == [
        (1, 1),
        ("Petugas memproses: 3 hari 25 menit", 2, 3, 4),
        (2, 5),
    ]


def test_a_step_keeps_the_words_of_the_sop() -> None:
    sop = sop_of(step("satu", "anda", waktu="5 menit", kelengkapan=["KTP"], output=["Kartu"]))
    assert applicant_steps(sop) == (
        LangkahAnda(
            urutan=1,
            nomor=1,
            kegiatan="Kegiatan satu",
            kalimat="Kegiatan satu",
            untuk=(),
            waktu="5 menit",
            kelengkapan=("KTP",),
            output=("Kartu",),
            pelaku=("Pemohon",),
            bersama=(),
            akibat=(),
        ),
    )


def test_the_office_part_keeps_the_words_of_its_steps() -> None:
    parts = applicant_steps(
        sop_of(step("satu", "petugas"), step("dua", "kasi"), step("tiga", "anda"))
    )
    assert isinstance(parts[0], LangkahPetugas)
    assert parts[0].kegiatan == ("Kegiatan satu", "Kegiatan dua")


def test_a_time_that_is_not_said_is_not_made_up() -> None:
    sop = sop_of(step("satu", "petugas"), step("dua", "petugas"), step("tiga", "anda"))
    assert outline(sop) == [("Petugas memproses", 1, 2), (1, 3)]
    known = sop_of(
        step("satu", "petugas"), step("dua", "kasi", waktu="1 hari"), step("tiga", "anda")
    )
    first = applicant_steps(known)[0]
    assert isinstance(first, LangkahPetugas)
    assert (first.judul, first.waktu.kecuali) == (
        "Petugas memproses: 1 hari",
        ("1 langkah tanpa waktu",),
    )


def test_two_of_your_steps_in_a_row_stay_two() -> None:
    assert outline(sop_of(step("satu", "anda"), step("dua", "anda"))) == [(1, 1), (2, 2)]


def test_joint_work_is_yours_and_names_who_is_with_you() -> None:
    parts = applicant_steps(sop_of(step("satu", "kasi", "anda", "desa")))
    assert isinstance(parts[0], LangkahAnda)
    assert (parts[0].pelaku, parts[0].bersama) == (("Pemohon", "Kepala Desa"), ("Kasi",))


def test_nobody_from_outside_means_no_steps_for_you() -> None:
    assert applicant_steps(sop_of(step("satu", "kasi"), step("dua", "petugas"))) == ()
    assert applicant_steps(sop_of()) == ()


def test_papers_sent_back_are_said_with_the_number_of_your_step() -> None:
    sop = sop_of(
        step("satu", "anda"),
        step("dua", "petugas", keputusan=question("tiga", "satu")),
        step("tiga", "anda"),
    )
    assert consequences(sop) == ["Lengkap? Bila tidak, kembali ke langkah Anda nomor 1."]


def test_a_refusal_is_said() -> None:
    sop = sop_of(
        step("satu", "anda"),
        step("dua", "petugas", keputusan=question("tiga", "tolak")),
        step("tiga", "anda"),
    )
    assert consequences(sop) == ["Lengkap? Bila tidak, ditolak dan proses berhenti."]


def test_an_early_end_is_said() -> None:
    sop = sop_of(
        step("satu", "anda"),
        step("dua", "petugas", keputusan=question("selesai", "tiga")),
        step("tiga", "anda"),
    )
    assert consequences(sop) == ["Lengkap? Bila ya, proses selesai."]


def test_a_return_inside_the_office_is_none_of_your_business() -> None:
    sop = sop_of(
        step("satu", "anda"),
        step("dua", "petugas"),
        step("tiga", "kasi", keputusan=question("empat", "dua")),
        step("empat", "anda"),
    )
    assert consequences(sop) == []


def test_a_jump_over_your_step_is_said() -> None:
    sop = sop_of(
        step("satu", "petugas", keputusan=question("tiga", "dua")),
        step("dua", "anda"),
        step("tiga", "kasi"),
        step("empat", "anda"),
    )
    assert consequences(sop) == ["Lengkap? Bila ya, petugas lanjut ke langkah 3 pada alur lengkap."]


def test_your_own_decision_is_said_at_your_step() -> None:
    sop = sop_of(
        step("satu", "anda"),
        step("dua", "petugas"),
        step("tiga", "anda", keputusan=question("empat", "dua")),
        step("empat", "petugas"),
        step("lima", "anda"),
    )
    parts = applicant_steps(sop)
    assert parts[2].akibat == (
        Akibat("Lengkap?", ("Bila tidak, petugas kembali ke langkah 2 pada alur lengkap",)),
    )


def test_the_steps_of_the_job_seeker_s_card_are_three_with_the_office_in_between(
    catalog: Catalog,
) -> None:
    parts = applicant_steps(catalog.sop["kota-wanasari/kartu-ak1"])
    assert [part.judul if isinstance(part, LangkahPetugas) else part.urutan for part in parts] == [
        1,
        "Petugas memproses: 5 menit",
        2,
        "Petugas memproses: 10 menit",
        3,
    ]


def test_a_sentence_to_the_applicant_says_what_they_do_where_only_an_officer_is_named() -> None:
    sop = sop_of(
        step("terima", "petugas", untuk_pemohon="Anda menyerahkan surat permohonan kepada dinas."),
        step("periksa", "kasi", untuk_pemohon="Anda menunggu Kasi memeriksa berkas Anda di dinas."),
        step("tulis", "kasi"),
        step("serah", "petugas", untuk_pemohon="Petugas memberi tahu Anda bila surat sudah jadi."),
    )
    own, office = applicant_steps(sop)
    assert isinstance(own, LangkahAnda)
    assert (own.nomor, own.pelaku, own.bersama) == (1, (), ())
    assert isinstance(office, LangkahPetugas)
    assert office.nomor == (2, 3, 4)
    assert office.kalimat == (
        "Anda menunggu Kasi memeriksa berkas Anda di dinas.",
        "Petugas memberi tahu Anda bila surat sudah jadi.",
    )


def test_nobody_outside_and_nothing_said_to_them_is_no_way_of_theirs() -> None:
    assert applicant_steps(sop_of(step("satu", "petugas"))) == ()
