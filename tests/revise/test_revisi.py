"""What a change means for people, case by case."""

import dataclasses
from pathlib import Path

import pytest

from sop_terbuka.data.model import FORMAT
from sop_terbuka.revise.gate import reasons_against
from sop_terbuka.revise.revisi import (
    Perubahan,
    State,
    as_comment,
    as_data,
    as_text,
    compare,
    of_folder,
)
from sop_terbuka.revise.revisi.duration import direction
from sop_terbuka.revise.revisi.found import Ditemukan
from sop_terbuka.revise.revisi.text import is_typo
from sop_terbuka.revise.safe_markdown import MAX_COMMENT
from tests.contoh_revisi import BAYAR, FORM, PARKIR, PERIKSA, SOP, Edit, copied, edit


@pytest.fixture
def base(tmp_path: Path) -> State:
    return of_folder(copied(tmp_path / "sebelum"))


def after(tmp_path: Path, *edits: Edit) -> State:
    return of_folder(edit(copied(tmp_path / "sesudah"), list(edits)))


def changes(tmp_path: Path, *edits: Edit) -> list[tuple[str, str]]:
    """Effect and sentence of every change that the edits make."""
    before = of_folder(copied(tmp_path / "sebelum"))
    revisi = compare(before, after(tmp_path, *edits))
    return [
        (("?" if change.periksa else "") + change.dampak, change.ringkas)
        for file in revisi.berkas
        for change in file.perubahan
    ]


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("5 menit", "10 menit", "bertambah"),
        ("2 hari", "1 hari", "berkurang"),
        ("60 menit", "1 jam", "tetap"),
        ("1 s.d. 3 jam", "2 s.d. 3 jam", "bertambah"),
        ("1 s.d. 3 jam", "1 s.d. 4 jam", "bertambah"),
        ("5 hari", "1 minggu", "tak pasti"),
        ("30 menit", "1 hari", "bertambah"),
        ("8 jam", "1 hari", "tak pasti"),
        (None, "5 menit", "kini disebut"),
        ("5 menit", "sesuai MOU", "tidak lagi disebut"),
        ("5 menit", "5 menit per orang", "bertambah"),
        ("5 menit per orang", "5 menit per berkas", "tak pasti"),
        (None, "sesuai MOU", "tetap"),
    ],
)
def test_a_time_grows_only_where_every_reading_says_so(
    before: str | None, after: str | None, way: str
) -> None:
    assert direction(before, after) == way


@pytest.mark.parametrize(
    ("before", "after", "typo"),
    [
        ("Memvrifikasi berkas", "Memverifikasi berkas", True),
        ("berkas,pemohon", "Berkas pemohon", True),
        ("di tanda tangani", "ditandatangani", True),
        ("2 lembar", "3 lembar", False),
        ("KTP dan KK", "KTP atau KK", False),
        ("wajib diisi", "tidak wajib diisi", False),
        ("paling minimal", "paling maksimal", False),
        ("penerima", "pemberi", False),
        ("5 bulan", "5 bukan", False),
    ],
)
def test_spelling_is_told_from_meaning(before: str, after: str, typo: bool) -> None:
    assert is_typo(before, after) == typo


def test_a_renamed_step_is_one_step(tmp_path: Path) -> None:
    assert changes(
        tmp_path,
        (SOP, "  - id: tinjau\n", "  - id: tinjau-lokasi\n"),
        (SOP, "ya: tinjau\n", "ya: tinjau-lokasi\n"),
    ) == [
        (
            "redaksi",
            "Id langkah 3 “Meninjau lokasi dan menyusun berita acara” diganti; isinya langkah yang "
            "sama: dari “tinjau” menjadi “tinjau-lokasi”.",
        )
    ]


def test_a_new_step_of_the_office_lengthens_the_wait(tmp_path: Path) -> None:
    step = "  - {id: stempel, kegiatan: Membubuhi cap, pelaksana: [petugas], waktu: 1 jam}\n"
    assert changes(tmp_path, (SOP, BAYAR, step + BAYAR)) == [
        (
            "memberatkan",
            "Langkah 4 baru, dilakukan Petugas Loket (1 jam) dan menambah waktu tunggu: "
            "“Membubuhi cap”.",
        )
    ]


def test_a_removed_step_eases(tmp_path: Path) -> None:
    assert changes(tmp_path, (SOP, BAYAR, ""), (SOP, "langkah: bayar", "langkah: ajukan")) == [
        (
            "redaksi",
            "Asal keterangan biaya diubah.",
        ),
        (
            "meringankan",
            "Langkah 4 lama dihapus, semula dilakukan Pemohon (15 menit): "
            "“Membayar retribusi di bank yang ditunjuk”.",
        ),
    ]


def test_joined_steps_are_recognised_with_their_time(tmp_path: Path) -> None:
    joined = (
        "  - id: tanda-tangan\n"
        "    kegiatan: Menandatangani surat izin dan menyerahkn kepada pemohon\n"
        "    pelaksana: [petugas]\n    waktu: 1 jam\n"
    )
    text = (Path(__file__).parents[1] / "samples/revisi" / SOP).read_text(encoding="utf-8")
    two = text[text.index("  - id: tanda-tangan") : text.index("sumber:")]
    assert changes(tmp_path, (SOP, two, joined)) == [
        (
            "meringankan",
            "Langkah 5 dan 6 lama digabung menjadi langkah 5; waktunya dari 1 hari 10 menit "
            "menjadi 1 jam.",
        )
    ]


def test_a_new_wording_of_an_applicants_step_is_for_a_person_to_judge(tmp_path: Path) -> None:
    assert changes(
        tmp_path,
        (
            SOP,
            "kegiatan: Membayar retribusi di bank yang ditunjuk",
            "kegiatan: Membayar retribusi dan uang jaminan di bank yang ditunjuk",
        ),
    ) == [
        (
            "?memberatkan",
            "Kalimat langkah 4 “Membayar retribusi dan uang jaminan di bank yang…” yang "
            "dilakukan pemohon diganti: dari “Membayar retribusi di bank yang ditunjuk” menjadi "
            "“Membayar retribusi dan uang jaminan di bank yang ditunjuk”.",
        ),
        (
            "hukum",
            "Kalimat langkah 4 “Membayar retribusi dan uang jaminan di bank yang…” menjadi dasar "
            "biaya; periksa apakah kalimat barunya masih menyebutnya.",
        ),
    ]


def test_work_handed_to_the_applicant_burdens(tmp_path: Path) -> None:
    assert changes(
        tmp_path,
        (SOP, f"{PERIKSA}\n    pelaksana: [petugas]", f"{PERIKSA}\n    pelaksana: [pemohon]"),
    ) == [
        (
            "memberatkan",
            "Langkah 2 “Memeriksa kelengkapan berkas permohonan dan…” kini dilakukan pihak luar: "
            "dari “Petugas Loket” menjadi “Pemohon”.",
        )
    ]


def test_a_refusal_instead_of_a_return_burdens(tmp_path: Path) -> None:
    assert changes(tmp_path, (SOP, "tidak: ajukan", "tidak: tolak")) == [
        (
            "memberatkan",
            "Bila “tidak” pada langkah 2 “Memeriksa kelengkapan berkas permohonan dan…”, tujuannya "
            "diganti: dari “1. Mengajukan permohonan beserta persyaratan di loket” "
            "menjadi “ditolak”.",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "jumlah: 50000",
            "jumlah: 75000",
            ("memberatkan", "Biaya naik: dari “Rp50.000” menjadi “Rp75.000”."),
        ),
        (
            "jumlah: 50000",
            "jumlah: 0",
            ("meringankan", "Biaya turun: dari “Rp50.000” menjadi “gratis”."),
        ),
        (
            "    bentuk: fotokopi\n",
            "    bentuk: asli dan fotokopi\n",
            (
                "memberatkan",
                "Bentuk syarat “KTP penanggung jawab” diubah: dari “fotokopi” menjadi "
                "“asli dan fotokopi”.",
            ),
        ),
        (
            "    jumlah: 1 lembar\n",
            "    jumlah: 2 lembar\n",
            (
                "memberatkan",
                "Jumlah syarat “KTP penanggung jawab” diubah: dari “1 lembar” menjadi “2 lembar”.",
            ),
        ),
        (
            "Denah lokasi\n    wajib: ya",
            "Denah lokasi\n    wajib: bila-ada",
            (
                "meringankan",
                "Kewajiban syarat “Denah lokasi” diubah: dari “wajib” menjadi “bila ada”.",
            ),
        ),
        (
            "audiens: [pelaku-usaha]",
            "audiens: [pelaku-usaha, warga]",
            ("meringankan", "Kini ditujukan juga untuk: “warga”."),
        ),
        (
            "nomor: 12/DISDAG/2024",
            "nomor: 13/DISDAG/2024",
            (
                "hukum",
                "Nomor SOP diubah: dari “12/DISDAG/2024” menjadi “13/DISDAG/2024”.",
            ),
        ),
        ("[Komputer, Alat tulis]", "[Komputer]", ("internal", "Peralatan dihapus: “Alat tulis”.")),
    ],
)
def test_one_value_has_one_effect(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str]
) -> None:
    found = changes(tmp_path, (SOP, old, new))
    assert [change for change in found if not change[1].startswith("Dasar ")] == [expected]


def test_nothing_burdens_an_applicant_of_an_internal_sop(tmp_path: Path) -> None:
    edits: list[Edit] = [
        (PARKIR, "audiens: [pelaku-usaha]", "audiens: [internal]"),
        (PARKIR, "waktu: 2 jam", "waktu: 5 jam"),
    ]
    found = changes(tmp_path, *edits)
    assert [effect for effect, sentence in found if "Waktu" in sentence] == ["internal"]


def test_a_file_renamed_is_no_removal(tmp_path: Path) -> None:
    before = of_folder(copied(tmp_path / "sebelum"))
    folder = copied(tmp_path / "sesudah")
    (folder / PARKIR).rename(folder / "sop_data/kota-contoh/parkir-sementara.yml")
    file = compare(before, of_folder(folder)).berkas[0]
    assert (file.keadaan, file.id_lama, file.id) == (
        "dipindah",
        "kota-contoh/izin-parkir",
        "kota-contoh/parkir-sementara",
    )
    assert [change.dampak for change in file.perubahan] == ["redaksi"]


def test_a_broken_file_is_not_a_removed_one(tmp_path: Path, base: State) -> None:
    broken = after(tmp_path, (PARKIR, "nama: Izin Tempat Parkir", "namanya: Izin Tempat Parkir"))
    revisi = compare(base, broken)
    assert [(file.id, file.keadaan) for file in revisi.berkas] == [
        ("kota-contoh/izin-parkir", "tak terbaca")
    ]


def test_findings_are_compared_and_reach_sops_that_did_not_change(
    tmp_path: Path, base: State
) -> None:
    def findings(state: State) -> dict[str, list[Ditemukan]]:
        status = state.peraturan["uu-1-2000"].status
        said = f"Mengutip peraturan yang {status}."
        level = "tinggi" if status == "dicabut" else "rendah"
        found = Ditemukan("hukum", level, frozenset({"Dasar hukum"}), said)
        return {"kota-contoh/izin-pasar-malam": [found]}

    now = after(
        tmp_path, ("sop_data/peraturan/uu-1-2000.yml", "status: dicabut", "status: berlaku")
    )
    revisi = compare(base, now, findings)
    files = {file.id: file for file in revisi.berkas}
    assert as_text(revisi).startswith("1 berkas berubah; 1 SOP ikut terpengaruh. ")
    assert "1 berkas data berubah; 1 SOP ikut terpengaruh. " in as_comment(revisi)
    assert [change.ringkas for change in files["uu-1-2000"].perubahan] == [
        "Status peraturan menurut data diubah: dari “dicabut” menjadi “berlaku”."
    ]
    assert files["uu-1-2000"].tersentuh[1].alamat == ("/kota-contoh/izin-pasar-malam/",)
    sop = files["kota-contoh/izin-pasar-malam"]
    assert sop.temuan_baru == ("(rendah) Mengutip peraturan yang berlaku.",)
    assert sop.temuan_selesai == ("(tinggi) Mengutip peraturan yang dicabut.",)
    assert "SOP ikut terpengaruh: Izin Pasar Malam" in as_text(revisi)


def test_a_form_question_added_burdens_and_one_less_eases(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "samples/revisi" / FORM).read_text(encoding="utf-8")
    phone = text[text.index("      - id: nomor-telepon") :]
    extra = phone.replace("nomor-telepon", "npwp").replace("Nomor telepon", "NPWP usaha")
    extra = extra.replace("tipe: telepon", "tipe: npwp")
    assert changes(tmp_path, (FORM, phone, extra)) == [
        ("meringankan", "Isian tidak lagi diminta: “Nomor telepon”."),
        ("memberatkan", "Isian baru (wajib): “NPWP usaha”."),
    ]


HOSTILE = (
    "@semua [klik](https://jahat.invalid) <img src=x onerror=alert(1)> `kode` **tebal** | #12 "
    "www.jahat.invalid a/b#3 GH-4 orang@jahat.invalid $x$ &commat;semua <!-- x --> ![a](b) ~~x~~"
)


def test_text_of_strangers_is_inert_in_the_comment(tmp_path: Path, base: State) -> None:
    now = after(
        tmp_path,
        (SOP, "nama: Izin Pasar Malam", f"nama: '{HOSTILE}'"),
        (SOP, "kegiatan: Menandatangani surat izin", f"kegiatan: '{HOSTILE}'"),
    )
    comment = as_comment(compare(base, now))
    assert reasons_against(comment) == []
    prose = comment.split("```mermaid")[0]
    assert "@&#8203;semua \\[klik\\](https:&#8203;//jahat.invalid) &lt;img" in prose
    assert "<img" not in comment.replace("#lt;img", "")


def test_a_comment_keeps_below_the_hosts_limit_and_says_that_it_was_cut(
    tmp_path: Path, base: State
) -> None:
    folder = copied(tmp_path / "sesudah")
    template = (folder / PARKIR).read_text(encoding="utf-8")
    for n in range(120):
        text = template.replace("Izin Tempat Parkir", f"Izin {n} {'panjang ' * 40}")
        text = text.replace("izin parkir", f"izin nomor {n} jenis {n * 7}")
        (folder / f"sop_data/kota-contoh/izin-{n}.yml").write_text(text, encoding="utf-8")
    comment = as_comment(compare(base, of_folder(folder)))
    assert len(comment) <= MAX_COMMENT
    assert "Ringkasan ini dipotong karena terlalu panjang" in comment
    assert comment.count("```") % 2 == 0
    assert reasons_against(comment) == []


def test_terminal_and_json_say_the_same(tmp_path: Path, base: State) -> None:
    revisi = compare(base, after(tmp_path, (SOP, "jumlah: 50000", "jumlah: 75000")))
    assert as_text(revisi).splitlines()[:10] == [
        "1 berkas berubah. Memberatkan pemohon: 1; tidak ikut diubah dan perlu diperiksa: 1.",
        "",
        "SOP diubah: Izin Pasar Malam [kota-contoh/izin-pasar-malam]",
        "=" * 59,
        "  Biaya: Rp50.000 -> Rp75.000 (+25.000)",
        "Memberatkan pemohon:",
        "  - Biaya naik: dari “Rp50.000” menjadi “Rp75.000”.",
        "Hukum dan pengesahan:",
        "  - Dasar biaya tidak ikut diubah; periksa apakah masih menyebut nilai yang baru: "
        "dokumen SOP, langkah “Membayar retribusi di bank yang ditunjuk”.",
        "Ikut berubah:",
    ]
    data = as_data(revisi)
    assert data["jumlah"]["memberatkan"] == 1
    assert data["berkas"][0]["perubahan"][:1] == [
        {
            "dampak": "memberatkan",
            "pada": "biaya",
            "kalimat": "Biaya naik",
            "sebelum": "Rp50.000",
            "sesudah": "Rp75.000",
            "ringkas": "Biaya naik: dari “Rp50.000” menjadi “Rp75.000”.",
        }
    ]


def test_control_characters_do_not_reach_the_terminal(base: State) -> None:
    sop = base.sop["kota-contoh/izin-parkir"]
    odd = sop.model_copy(update={"nama": "Izin \x1b[31mmerah\u202e"})
    now = dataclasses.replace(base, sop=dict(base.sop) | {sop.id: odd})
    assert "\x1b" not in as_text(compare(base, now))
    assert "\u202e" not in as_comment(compare(base, now))


def test_nothing_changed_is_said(base: State) -> None:
    assert compare(base, base).berkas == ()
    assert as_text(compare(base, base)) == "Tidak ada perubahan pada data."
    assert "tidak berubah" in as_comment(compare(base, base))


def test_a_long_value_stands_below_its_sentence() -> None:
    change = Perubahan("internal", "x", "Peringatan diubah", "a" * 61, "b")
    assert change.ringkas == "Peringatan diubah."


def test_the_library_of_the_program_is_no_change_of_the_data(tmp_path: Path) -> None:
    started = compare(State(), of_folder(copied(tmp_path / "sesudah")))
    assert {file.id for file in started.berkas if file.jenis == "peraturan"} == {
        path.stem for path in (tmp_path / "sesudah/sop_data/peraturan").glob("*.yml")
    }


def test_what_a_site_says_of_itself_is_told(tmp_path: Path) -> None:
    folders = [copied(tmp_path / name) for name in ("sebelum", "sesudah")]
    for folder, name in zip(folders, ("A", "B"), strict=True):
        text = f"format: {FORMAT}\nnama: {name}\n"
        (folder / "sop_data/situs.yml").write_text(text, encoding="utf-8")
    (file,) = compare(of_folder(folders[0]), of_folder(folders[1])).berkas
    assert [change.ringkas for change in file.perubahan] == ["Nama diubah: dari “A” menjadi “B”."]
