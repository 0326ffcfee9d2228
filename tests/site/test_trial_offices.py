"""The site of the ten trial offices builds, and shows what each document says."""

import html
import re
import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT, build_site
from tests.searched import entries

TRIAL = ROOT / "tests" / "situs-lain"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lain")
    shutil.copytree(TRIAL / "docs", folder / "docs")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    shutil.copytree(TRIAL / "sop_data", folder / "sop_data")
    second_office_of_one_region(folder / "sop_data")
    (folder / "forms").mkdir()
    (folder / "src").symlink_to(ROOT / "src")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    kept = ROOT / ".cache" / "situs-lain"
    kept.mkdir(parents=True, exist_ok=True)
    (folder / ".cache").symlink_to(kept)
    return build_site(folder, folder / "site")


def second_office_of_one_region(data: Path) -> None:
    """Another office beside the police of one region, with a service of the same topic."""
    shutil.copytree(data / "disdukcapil-wonogiri", data / "disdukcapil-kapuas")
    changes = {
        "instansi.yml": ("Kabupaten Wonogiri", "Kabupaten Kapuas"),
        "akta-kematian.yml": ("topik: kependudukan", "topik: keamanan"),
    }
    for name, (old, new) in changes.items():
        path = data / "disdukcapil-kapuas" / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def shown(page: Path) -> str:
    """The words of a page, without its tags."""
    text = re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8"))
    return " ".join(html.unescape(text).split())


@pytest.mark.parametrize(
    ("sop", "words"),
    [
        ("disdukcapil-oku-timur/lahir-mati", "Maksimal 3 (tiga) hari kerja"),
        ("disdukcapil-oku-timur/lahir-mati", "Cukup salah satu: Surat keterangan lahir dari bidan"),
        ("disdukcapil-oku-timur/lahir-mati", "meninggal. ahli waris"),
        ("disdukcapil-oku-timur/lahir-mati", "SDM yang memiliki ketelitian"),
        ("polres-kapuas/skck", "Rp30.000 sampai Rp60.000"),
        ("polres-kapuas/skck", "Senin-Jumat 08.00-15.00"),
        ("polres-kapuas/skck", "Yang Anda lakukan"),
        ("puskesmas-bangil/pendaftaran", "Pengertian"),
        ("puskesmas-bangil/pendaftaran", "Untuk Pasien baru"),
        ("puskesmas-bangil/pendaftaran", "4. Referensi"),
        ("puskesmas-maridan/ruang-loket", "tarif sesuai Perda No 8 tahun 2018"),
        ("disdukcapil-kota-pekalongan/biodata", "Penyelesaian 24 jam sejak berkas"),
        ("disdukcapil-kota-pekalongan/biodata", "Apabila huruf c dan huruf d tidak dimiliki"),
        ("disdukcapil-wonogiri/akta-kematian", "salinan penetapan pengadilan, bila hilang"),
        ("mtsn-1-pandeglang/mutasi-masuk", "Mulai tahap: TAHAP 6: DAFTAR ULANG"),
        ("mtsn-1-pandeglang/mutasi-masuk", "Kuota kelas sudah penuh (lebih dari 40 siswa)"),
        ("mtsn-1-pandeglang/mutasi-masuk", "Maksimal 7 hari kerja sejak berkas lengkap diterima"),
        ("kel-sei-putih-timur-i/surat-masuk", "4 Januari"),
        ("kel-sei-putih-timur-i/surat-masuk", "NOMOR SOP"),
        ("dpmptsp-tuban/tata-ruang", "Jika tidak lengkap dikembalikan ke pemohon"),
        ("disdukcapil-poso/akta-kelahiran", "Surat Pengantar dari Kades/Lurah"),
    ],
)
def test_a_page_shows_what_its_document_says(built: Path, sop: str, words: str) -> None:
    assert words in shown(built / sop / "index.html")


def test_no_page_speaks_of_working_days_that_nobody_wrote(built: Path) -> None:
    for sop in ("puskesmas-bangil/pendaftaran", "polres-kapuas/skck", "dpmptsp-tuban/tata-ruang"):
        assert "hari kerja" not in shown(built / sop / "index.html")


def test_offices_are_named_by_what_people_call_them(built: Path) -> None:
    names = shown(built / "dinas" / "index.html")
    for name in ("Puskesmas Bangil", "Polres Kapuas", "Disdukcapil Kota Pekalongan"):
        assert name in names


def test_audiences_and_topics_are_the_site_s_own(built: Path) -> None:
    topic = shown(built / "topik" / "sekolah" / "index.html")
    assert "Untuk: murid, orang tua dan wali." in topic


def test_two_offices_of_one_region_are_not_confused(built: Path) -> None:
    names = ("Polres Kapuas", "Disdukcapil Kabupaten Kapuas")
    topic = shown(built / "topik" / "keamanan" / "index.html")
    assert all(name in topic for name in names)
    services = ("polres-kapuas/skck", "disdukcapil-kapuas/akta-kematian")
    for service, name in zip(services, names, strict=True):
        text = (built / service / "index.html").read_text("utf-8")
        (crumbs,) = re.findall(r'aria-label="Posisi halaman">(.*?)</nav>', text)
        assert f">{name}</a>" in crumbs
    found = entries((built / "search" / "indeks.json").read_bytes())
    titles = {entry["alamat"]: entry["judul"] for entry in found}
    for service, name in zip(services, names, strict=True):
        assert titles[f"{service}/"].endswith(f"({name})")
