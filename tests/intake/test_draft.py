"""A reading becomes files that pass the rules, say only what the file says, and mark doubts."""

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sop_terbuka.data import draft as data_draft
from sop_terbuka.data.catalog import examine_with_sources as examine
from sop_terbuka.data.model import Sop
from sop_terbuka.data.provenance import missing, unsupported
from sop_terbuka.intake.draft import Known, Made, drafts
from sop_terbuka.intake.reading import (
    Arrow,
    IntakeError,
    Kind,
    Lane,
    Reading,
    Row,
    Symbol,
    Value,
)

EXAMPLES = Path(__file__).parents[1] / "examples" / "dasar"
TODAY = datetime.date(2026, 1, 2)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    return tmp_path


def known(site: Path) -> Known:
    found, _ = data_draft.read(site / "sop_data", site / "forms")
    return Known.of(found, "dinas-contoh", TODAY)


def made(site: Path, *readings: Reading) -> tuple[list[Made], Mapping[str, Sop]]:
    """The drafts, written into the site, and the SOPs that the site then has."""
    found = drafts(readings, known(site))
    for item in found:
        for name, text in item.files.items():
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
    data, problems = examine(site / "sop_data", site / "forms")
    assert list(map(str, problems)) == []
    sops = {name: entry.record for name, entry in data.sop.items()}
    for item in found:
        assert "bentuk: teks" not in item.files[f"sop_data/{item.id}.yml"]
        lines = data.sumber[f"{item.id.replace('/', '-')}.txt"]
        assert unsupported(sops[item.id], lines) == []
        assert missing(sops[item.id], lines) == []
    return found, sops


def one(site: Path, reading: Reading) -> tuple[Sop, str]:
    found, sops = made(site, reading)
    return sops[found[0].id], found[0].files[f"sop_data/{found[0].id}.yml"]


def row(no: str, text: str, *symbols: tuple[int, Kind], **cells: str) -> Row:
    return Row(
        no,
        {"kegiatan": Value(text)} | {key: Value(cell) for key, cell in cells.items()},  # type: ignore[dict-item]
        tuple(Symbol(lane, kind) for lane, kind in symbols),
    )


LANES = (Lane(Value("Pemohon")), Lane(Value("Kepala Seksi")))
PLAIN = Reading(
    berkas="izin.pdf",
    unit=(Value("DINAS CONTOH"),),
    identitas={
        "nomor": Value("1/2025"),
        "tanggal_pembuatan": Value("02 Juni 2025"),
        "tanggal_revisi": Value("-"),
        "nama_sop": Value("IZIN UJI COBA"),
        "jabatan_pengesah": Value("Kepala Dinas"),
        "nama_pengesah": Value("NAMA PEJABAT"),
        "nip_pengesah": Value("1900"),
    },
    daftar={
        "dasar_hukum": (
            Value("1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"),
            Value("2. Edaran lisan"),
        ),
        "kualifikasi": (Value("1. Sarjana"), Value("2")),
        "peralatan": (Value("• Komputer"),),
    },
    pelaksana=LANES,
    langkah=(
        row("1", "Menerima berkas", (0, "mulai"), kelengkapan="Berkas", waktu="5 menit"),
        row("2", "Memeriksa berkas", (1, "proses"), output="Catatan", keterangan="SOP lain"),
    ),
    panah=(Arrow((0, 0), (1, 0)),),
    teks_halaman=("IZIN UJI COBA 1/2025 02 Juni 2025 Menerima berkas kucing",),
)


def test_a_plain_flow_is_written_in_the_short_form(site: Path) -> None:
    sop, _ = one(site, PLAIN)
    assert sop.id == "dinas-contoh/izin-uji-coba"
    assert (sop.nama, sop.nama_sop) == ("Izin Uji Coba", "IZIN UJI COBA")
    assert [(s.id, s.pelaksana, s.simbol) for s in sop.langkah] == [
        ("terima", ["pemohon"], []),
        ("periksa", ["kepala-seksi"], []),
    ]
    assert sop.dokumen.tanggal_pembuatan == "2025-06-02"
    assert sop.dokumen.disahkan_oleh is not None
    assert sop.dokumen.disahkan_oleh.tertulis == "Kepala Dinas NAMA PEJABAT NIP. 1900"
    assert (sop.kualifikasi_pelaksana, sop.peralatan) == (["Sarjana"], ["Komputer"])


def test_laws_are_found_among_the_records_or_started_unverified(site: Path) -> None:
    found, sops = made(site, PLAIN)
    basis = sops[found[0].id].dasar_hukum
    assert [item.peraturan for item in basis] == ["uu-25-2009", None]
    started = found[0].files["sop_data/peraturan/uu-25-2009.yml"]
    assert "status: belum_terverifikasi" in started
    text = found[0].files[f"sop_data/{found[0].id}.yml"]
    assert "# PERIKSA: peraturan ini belum dikenali" in text
    again, _ = made(site, PLAIN)
    assert "sop_data/peraturan/uu-25-2009.yml" not in again[0].files


def test_a_forked_flow_is_written_symbol_by_symbol(site: Path) -> None:
    reading = Reading(
        berkas="a.pdf",
        identitas={"nama_sop": Value("Alur Bercabang")},
        pelaksana=LANES,
        langkah=(
            row("1", "Menerima berkas", (0, "mulai"), (1, "keputusan"), (1, "proses")),
            Row("", {}, (Symbol(1, "penghubung"),)),
            row("2", "Mencatat berkas", (0, "selesai")),
        ),
        panah=(
            Arrow((0, 0), (0, 1)),
            Arrow((0, 1), (0, 2), Value("Ya")),
            Arrow((0, 1), (1, 0), Value("Tidak")),
            Arrow((1, 0), (2, 0)),
            Arrow((0, 2), (2, 0), bolak_balik=True),
        ),
    )
    sop, _ = one(site, reading)
    first = sop.langkah[0].simbol
    assert [(s.pelaksana, s.jenis, s.nama) for s in first] == [
        ("pemohon", "mulai", None),
        ("kepala-seksi", "keputusan", None),
        ("kepala-seksi", "proses", "kepala-seksi-2"),
    ]
    assert [(w.ke, w.bila) for w in first[1].ke] == [
        ("terima.kepala-seksi-2", "Ya"),
        ("catat", "Tidak"),
    ]
    assert first[2].ke[0].bolak_balik == "ya"
    assert len(sop.langkah) == 2


def test_a_decision_with_one_way_is_no_decision_yet_and_says_so(site: Path) -> None:
    reading = Reading(
        berkas="a.pdf",
        identitas={"nama_sop": Value("Satu Cabang")},
        pelaksana=LANES,
        langkah=(
            row("1", "Menerima", (0, "mulai")),
            row("2", "Memutuskan", (1, "keputusan")),
            row("3", "Selesai", (0, "selesai")),
        ),
        panah=(Arrow((0, 0), (1, 0)), Arrow((1, 0), (2, 0))),
    )
    sop, text = one(site, reading)
    assert sop.langkah[1].simbol[0].jenis == "proses"
    assert "# PERIKSA: pada dokumen berupa belah ketupat, tetapi 1 cabang" in text


def test_who_acts_is_never_guessed(site: Path) -> None:
    reading = Reading(
        berkas="a.pdf",
        identitas={"nama_sop": Value("Tanpa Simbol")},
        pelaksana=LANES,
        langkah=(row("1", "Kepala Seksi memeriksa"), row("2", "Mencatat")),
        pesan=("alur berupa gambar",),
    )
    sop, text = one(site, reading)
    assert [s.pelaksana for s in sop.langkah] == [["kepala-seksi"], ["belum-diketahui"]]
    assert {s.pelaksana_dasar for s in sop.langkah} == {"disimpulkan"}
    assert "# PERIKSA: alur berupa gambar" in text
    assert "# PERIKSA: pelaksana belum terbaca" in text


def test_marks_written_in_the_lanes_tell_who_acts(site: Path) -> None:
    reading = Reading(
        berkas="a.txt",
        identitas={"nama_sop": Value("Dengan Tanda")},
        pelaksana=LANES,
        langkah=(
            Row("1", {"kegiatan": Value("Menerima")}, lajur={1: Value("√")}),
            Row("3", {"kegiatan": Value("Mencatat")}, lajur={0: Value("Tidak"), 1: Value("x")}),
        ),
    )
    sop, _ = one(site, reading)
    assert [s.pelaksana for s in sop.langkah] == [["kepala-seksi"], ["kepala-seksi"]]
    assert sop.langkah[1].sel_pelaksana == {"pemohon": "Tidak", "kepala-seksi": "x"}
    assert sop.langkah[1].nomor_tertulis == "3"


def test_a_merged_cell_is_written_where_it_begins(site: Path) -> None:
    steps = (
        row("1", "Menerima", (0, "mulai"), waktu="5 menit"),
        Row(
            "2",
            {"kegiatan": Value("Mencatat"), "waktu": Value("5 menit")},
            (Symbol(1, "proses"),),
            frozenset({"waktu"}),
        ),
    )
    reading = Reading("a.pdf", identitas={"nama_sop": Value("Sel Gabung")}, pelaksana=LANES,
                      langkah=steps)  # fmt: skip
    sop, _ = one(site, reading)
    assert [(s.waktu, s.gabung) for s in sop.langkah] == [("5 menit", []), (None, ["waktu"])]


def test_a_service_standard_becomes_requirements_time_fee_and_steps(site: Path) -> None:
    parts = {
        "persyaratan": ("1. KTP", "2. KK bila ada"),
        "prosedur": ("- Pemohon datang", "- Petugas memeriksa"),
        "jangka_waktu": ("Maksimal 3 hari kerja",),
        "biaya": ("Tidak dipungut biaya",),
        "sarana": ("- Komputer", "2."),
        "evaluasi": ("3.",),
        "jam": ("Senin 08.00",),
    }
    reading = Reading(
        "a.txt",
        jenis="standar-pelayanan",
        identitas={"nama_sop": Value("Surat Uji")},
        komponen={key: tuple(map(Value, texts)) for key, texts in parts.items()},
    )
    found = drafts([reading], known(site))[0]
    for name, text in found.files.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    data, problems = examine(site / "sop_data", site / "forms")
    assert list(map(str, problems)) == []
    sop = data.sop[found.id].record
    assert sop.jenis_dokumen == "standar-pelayanan"
    assert [(s.berkas, s.wajib) for s in sop.persyaratan] == [
        ("KTP", "ya"),
        ("KK bila ada", "bila-ada"),
    ]
    assert sop.biaya.jumlah == 0
    assert sop.jangka_waktu is not None
    assert sop.jangka_waktu.teks == "Maksimal 3 hari kerja"
    assert [s.kegiatan for s in sop.langkah] == ["Pemohon datang", "Petugas memeriksa"]
    assert sop.sarana is not None
    assert (sop.sarana.isi, sop.evaluasi_kinerja) == (["Komputer"], None)
    assert sop.bagian_lain[0].judul == "Jam"
    line = sop.persyaratan[0].dasar[0].baris
    assert line is not None
    assert data.sumber[f"{found.id.replace('/', '-')}.txt"][line - 1] == "1. KTP"


def test_what_is_left_over_is_counted_and_listed(site: Path) -> None:
    found, _ = made(site, PLAIN)
    covered = found[0].coverage
    assert covered.left == ("kucing",)
    assert covered.found == covered.words - covered.form - 1


def test_what_the_data_cannot_hold_is_quoted_or_corrected_in_the_open(site: Path) -> None:
    reading = Reading(
        berkas="a.pdf",
        identitas={"nama_sop": Value("Aneh"), "tanggal_efektif": Value("Novermber 2024")},
        pelaksana=(Lane(Value("Ketua"), "Tim A"), Lane(Value("Wakil"), "Tim B")),
        langkah=(
            row("1", "Menerima", (0, "mulai"), waktu="sejak rapat pertama"),
            row("2", "", (1, "proses"), waktu="10"),
        ),
        satuan_waktu="menit",
        sisa=(Value("tulisan tepi"), Value("Pindai kode QR di samping")),
    )
    sop, _ = one(site, reading)
    assert sop.catatan == ['Tanggal ini tidak terbaca: "Tanggal Efektif Novermber 2024".']
    assert [step.waktu for step in sop.langkah] == ["sejak rapat pertama", "10 menit"]
    assert [(fix.tertulis, fix.menjadi) for fix in sop.koreksi] == [("10", "10 menit")]
    assert [(a.id, a.nama, a.kelompok) for a in sop.pelaksana] == [
        ("ketua", "Ketua", "Tim A"),
        ("wakil", "Wakil", "Tim B"),
    ]
    assert [part.isi for part in sop.bagian_lain] == [["tulisan tepi"]]


def test_several_readings_get_ids_that_differ(site: Path) -> None:
    found, _ = made(site, PLAIN, PLAIN)
    assert [item.id for item in found] == [
        "dinas-contoh/izin-uji-coba",
        "dinas-contoh/izin-uji-coba-2",
    ]


@pytest.mark.parametrize(
    "text",
    ["- tanda: a", "#awal", "a # b", "ya: tidak:", "'kutip", '"ganda" \\ miring', "[x]", "{y}",
     "*alias", "&jangkar", "!tag", "%x", "@y", "x" * 150 + " : " + "y" * 40],
)  # fmt: skip
def test_text_that_yaml_would_read_otherwise_comes_through_unchanged(site: Path, text: str) -> None:
    name = Reading("a.pdf", identitas={"nama_sop": Value("Aneh")}, langkah=(row("1", text),))
    found = drafts([name], known(site))[0]
    for path, content in found.files.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(content, encoding="utf-8")
    data, problems = examine(site / "sop_data", site / "forms")
    assert list(map(str, problems)) == []
    assert data.sop[found.id].record.langkah[0].kegiatan == text


def test_letters_that_no_file_may_hold_are_left_out(site: Path) -> None:
    reading = Reading(
        berkas="a\x1b[31m.pdf",
        identitas={"nama_sop": Value("Aneh\x0b\x00 sekali\ufffe")},
        pelaksana=(Lane(Value("Ketua\x00")),),
        langkah=(
            row(
                "1\x07",
                "\uf0b7 Menerima\x0b\u2028berkas\u200b\u3164",
                (0, "mulai"),
                waktu="5 menit\x01",
            ),
        ),
        pesan=("lembar \x1b tersembunyi",),
    )
    sop, text = one(site, reading)
    assert sop.nama_sop == "Aneh sekali"
    assert sop.langkah[0].kegiatan == "• Menerima berkas"
    assert sop.langkah[0].waktu == "5 menit"
    assert "\x1b" not in text


def test_a_title_that_fits_no_heading_is_shortened_and_kept_whole_beside(site: Path) -> None:
    title = " ".join(["Pengelolaan"] * 20 + ["x" * 80])
    reading = Reading("a.pdf", identitas={"nama_sop": Value(title)}, langkah=(row("1", "A"),))
    sop, text = one(site, reading)
    assert len(sop.nama) <= 150
    assert sop.nama_sop == title
    assert "# PERIKSA: dipendekkan" in text


def test_an_office_that_is_not_there_is_told(site: Path) -> None:
    found, _ = data_draft.read(site / "sop_data", site / "forms")
    with pytest.raises(IntakeError, match="sop instansi-baru dinas-lain"):
        Known.of(found, "dinas-lain", TODAY)
