"""`sop gabung` makes a portal of many sites; what one of them does wrong stays its own trouble."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from sop_terbuka.cli import main
from sop_terbuka.publish.gabungan import daftar
from sop_terbuka.publish.gabungan.terima import SitusGagalError, site_address, take
from tests.hostile import HOSTILE
from tests.terbitan import TRIAL, publish, spoiled


@pytest.fixture
def sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the copies of two sites and a list of them."""
    publish(tmp_path / "satu")
    publish(tmp_path / "dua", TRIAL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795910400")
    write_list(satu="satu", dua="dua")
    return tmp_path


def write_list(**folders: str) -> None:
    lines = [
        f"  - nama: Situs {name}\n    alamat: https://{name}.example/\n    folder: {folder}\n"
        for name, folder in folders.items()
    ]
    Path("gabungan.yml").write_text("nama: Portal Contoh\nsitus:\n" + "".join(lines), "utf-8")


def gabung(*more: str) -> int:
    return main(["gabung", "gabungan.yml", "--ke", "portal", *more])


def html(address: str) -> str:
    return Path("portal", address, "index.html").read_text("utf-8")


def changed(file: str, **values: Any) -> bytes:
    """A published list whose first record has other values."""
    listed = json.loads(Path("satu/api/v1", file).read_bytes())
    listed[0] |= values
    return json.dumps(listed).encode()


def test_a_topic_lists_services_with_the_office_on_its_own_site(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gabung() == 0
    assert capsys.readouterr().out == "Portal dari 2 situs ditulis ke portal.\n"
    assert "Portal Contoh" in html("")
    assert 'href="../../layanan/kartu-ak1/"' in html("topik/cari-kerja")
    offices = html("layanan/kartu-ak1")
    assert 'href="https://satu.example/kota-wanasari/kartu-ak1/"' in offices
    assert 'href="https://satu.example/kab-rimbaraya/kartu-ak1/"' in offices
    # The name of a province that no office gives is not invented.
    assert "<h2>Kode wilayah 33</h2>" in offices


def test_the_list_may_name_a_province(sites: Path) -> None:
    with Path("gabungan.yml").open("a", encoding="utf-8") as written:
        written.write("nama_wilayah:\n  33: Provinsi Contoh\n")
    gabung()
    assert "<h2>Provinsi Contoh</h2>" in html("layanan/kartu-ak1")
    assert ">Provinsi Contoh</a>" in html("")


def test_a_service_for_officers_only_is_not_on_the_portal(sites: Path) -> None:
    listed = json.loads(Path("satu/api/v1/sop.json").read_bytes())
    internal = [one["nama"] for one in listed if one["audiens"] == ["internal"]]
    assert internal
    gabung()
    made = "".join(path.read_text("utf-8") for path in Path("portal").rglob("*.html"))
    assert [name for name in internal if f">{name}<" in made] == []


def test_the_same_sites_give_the_same_portal(sites: Path) -> None:
    gabung("--situs-url", "https://portal.example/negeri/")
    first = {path: path.read_bytes() for path in Path("portal").rglob("*.*") if path.is_file()}
    gabung("--situs-url", "https://portal.example/negeri/")
    assert {p: p.read_bytes() for p in Path("portal").rglob("*.*") if p.is_file()} == first
    assert b"https://portal.example/negeri/topik/" in Path("portal/sitemap.xml").read_bytes()
    assert 'href="/negeri/assets/gabungan.css"' in Path("portal/404.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("sop.json", b'[{"id": ', "sop.json bukan JSON yang utuh."),
        ("sop.json", b"\xff\xfe[]", "sop.json bukan JSON yang utuh."),
        ("sop.json", b"[" * 200_000, "sop.json bukan JSON yang utuh."),
        ("sop.json", b"[" + b"1" * 5000 + b"]", "sop.json bukan JSON yang utuh."),
        ("sop.json", b"{}", "sop.json bukan daftar."),
        ("sop.json", b"[" + b"0," * 5000 + b"0]", "sop.json memuat lebih dari 5000 butir."),
        ("sop.json", b" " * 8_000_001, "sop.json lebih besar dari 8 MB."),
        ("instansi.json", b"[]", "Tidak ada dinas yang dapat dibaca di instansi.json."),
    ],
)
def test_a_broken_site_is_named_and_does_not_stop_the_rest(
    sites: Path, capsys: pytest.CaptureFixture[str], file: str, content: bytes, why: str
) -> None:
    spoiled(sites / "satu", file, content)
    write_list(rusak="satu-rusak", dua="dua", hilang="tiada")
    assert gabung() == 0
    assert capsys.readouterr().out == (
        f"Situs rusak: {why}\n"
        "Situs hilang: instansi.json tidak ada di folder salinannya.\n"
        "Portal dari 1 situs ditulis ke portal; 2 situs tidak terbaca.\n"
    )
    status = html("situs")
    assert "Situs rusak" in status
    assert f"Tidak terbaca. {why}" in status
    assert "2 tidak terbaca" in html("")


@pytest.mark.parametrize(
    "values",
    [
        {"url": "javascript:alert(1)"},
        {"url": "https://lain.example/masuk/"},
        {"url": "//lain.example/masuk/"},
        {"url": "../../masuk/"},
        {"url": "kota/%2e%2e/"},
        {"layanan": "../../index.html#"},
        {"topik": "<script>"},
        {"nama": "\ud800"},
        {"nama": "a" * 301},
        {"sebutan": "kartu"},
        {"id": None},
    ],
)
def test_a_record_that_is_not_as_published_is_left_out_and_told(
    sites: Path, values: dict[str, Any]
) -> None:
    spoiled(sites / "satu", "sop.json", changed("sop.json", **values))
    write_list(rusak="satu-rusak")
    assert gabung() == 0
    assert "1 layanan yang bentuknya tidak sesuai skema dilewati." in html("situs")
    made = "".join(path.read_text("utf-8") for path in Path("portal").rglob("*.html"))
    assert "lain.example" not in made
    assert "javascript:" not in made


def test_text_of_a_site_is_never_markup(sites: Path) -> None:
    public = json.loads(Path("satu/api/v1/sop.json").read_bytes())
    for one in public:
        one |= {"nama": HOSTILE[:290], "ringkasan": HOSTILE, "sebutan": [HOSTILE[:290]]}
    bad = spoiled(sites / "satu", "sop.json", json.dumps(public).encode())
    offices = json.loads(Path("satu/api/v1/instansi.json").read_bytes())
    for one in offices:
        one |= {"nama": HOSTILE[:290], "singkatan": HOSTILE[:290], "daerah": HOSTILE[:290]}
    (bad / "api/v1/instansi.json").write_text(json.dumps(offices), "utf-8")
    write_list(rusak="satu-rusak")
    assert gabung() == 0
    for path in Path("portal").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<xss-unsur" not in text
        assert text.count("<script") <= 1
    assert "{{ 7*7 }}" in html("daerah/33")


def test_a_key_of_a_newer_program_is_passed_over(sites: Path) -> None:
    spoiled(sites / "satu", "sop.json", changed("sop.json", kelak="ya"))
    write_list(baru="satu-rusak")
    assert gabung() == 0
    assert "dilewati" not in html("situs")


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/", "https://a.example@b.example/", "https://a.example/?x", "//a.example/",
        "https://a.example/../b/", "https://a example/", 'https://a.example/"x', "javascript:1",
        "https://A.example/", "https://a.example:/",
    ],
)  # fmt: skip
def test_a_site_has_a_plain_https_address(address: str) -> None:
    with pytest.raises(SitusGagalError):
        site_address(address)


def test_an_address_written_twice_counts_once(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("gabungan.yml").write_text(
        "situs:\n"
        "  - {nama: Satu, alamat: https://satu.example, folder: satu}\n"
        "  - {nama: Lagi, alamat: https://satu.example/, folder: dua}\n",
        "utf-8",
    )
    gabung()
    assert "Lagi: Alamat ini sudah ada di daftar.\n" in capsys.readouterr().out


def test_a_wrong_list_is_told_with_its_line(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("gabungan.yml").write_text(
        "situs:\n  - nama: Satu\n    alamt: https://a.example/\n", "utf-8"
    )
    assert gabung() == 1
    told = capsys.readouterr().err
    assert "gabungan.yml:3:5: " in told
    assert "alamat" in told
    assert not Path("portal").exists()


def test_a_folder_of_something_else_is_never_replaced(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("portal").mkdir()
    Path("portal/surat.txt").write_text("penting", "utf-8")
    assert gabung() == 1
    assert capsys.readouterr().err == "portal bukan portal. Pilih folder baru atau kosong.\n"
    assert Path("portal/surat.txt").read_text("utf-8") == "penting"


def test_no_site_at_all_leaves_the_old_portal(sites: Path) -> None:
    assert gabung() == 0
    write_list(hilang="tiada")
    assert gabung() == 1
    assert "Situs satu" in html("situs")


def test_a_folder_names_its_own_address(sites: Path) -> None:
    about = {"servers": [{"url": "https://tiga.example/sub/api/v1"}]}
    Path("satu/api/v1/openapi.json").write_text(json.dumps(about), "utf-8")
    assert main(["gabung", "satu", "dua", "--ke", "portal"]) == 0
    assert 'href="https://tiga.example/sub/' in html("situs")
    assert "Alamat situsnya tidak diketahui; tulis di berkas daftar." in html("situs")


def test_a_site_says_of_when_its_data_is_and_what_its_topics_are_called(sites: Path) -> None:
    spoiled(sites / "satu", "sop.json", changed("sop.json", topik="hal-baru", audiens=["warga"]))
    about = {"tanggal": "2026-11-21", "topik": [{"id": "hal-baru", "nama": "mengurus <hal>"}]}
    Path("satu-rusak/api/v1/situs.json").write_text(json.dumps(about), "utf-8")
    Path("dua/api/v1/situs.json").write_text('{"tanggal": "2026-13-99", "topik": []}', "utf-8")
    write_list(satu="satu-rusak", dua="dua")
    assert gabung() == 0
    assert html("situs").count("; data 21 November 2026<") == 1
    assert "<h1>Mengurus &lt;hal&gt;</h1>" in html("topik/hal-baru")


def test_one_site_cannot_fill_the_home_of_all_with_topics(sites: Path) -> None:
    one = json.loads(Path("satu/api/v1/sop.json").read_bytes())[0] | {"audiens": ["warga"]}
    many = [
        one | {"id": f"{one['instansi']}/s{n}", "nama": f"Hal {n}", "topik": f"topik-{n}"}
        for n in range(100)
    ]
    for record in many:
        record.pop("layanan", None)
    spoiled(sites / "satu", "sop.json", json.dumps(many).encode())
    write_list(penuh="satu-rusak")
    assert gabung() == 0
    assert html("").count('href="topik/topik-') == 60
    assert "40 topik di atas 60 yang pertama dilewati." in html("situs")


def test_no_page_grows_with_names_of_300_letters(sites: Path) -> None:
    office = json.loads(Path("satu/api/v1/instansi.json").read_bytes())[0]
    service = json.loads(Path("satu/api/v1/sop.json").read_bytes())[0] | {"audiens": ["warga"]}
    service.pop("layanan", None)
    long = dict.fromkeys(("nama", "singkatan"), "&" * 300)
    folders = {}
    for site in range(7):
        names = [f"d{number}" for number in range(100)]
        offices = [
            office | long | {
                "id": name, "panggilan": None, "kode_wilayah": f"{number:02}.0{site + 1}",
                "daerah": f"{site}{number:02}" + "&" * 297,
            }
            for number, name in enumerate(names)
        ]  # fmt: skip
        services = [
            service | {
                "id": f"{name}/s", "instansi": name, "topik": f"t{site}-{number % 60}",
                "nama": f"{site}{number:02}" + "&" * 297, "ringkasan": "&" * 1000,
            }
            for number, name in enumerate(names)
        ]  # fmt: skip
        about = {"topik": [{"id": f"t{site}-{n}", "nama": "&" * 300} for n in range(60)]}
        folders[f"s{site}"] = f"s{site}"
        Path(f"s{site}").mkdir()
        for file, content in (
            ("instansi.json", offices), ("sop.json", services), ("situs.json", about)
        ):  # fmt: skip
            Path(f"s{site}", file).write_text(json.dumps(content), "utf-8")
    write_list(**folders)
    assert gabung() == 0
    sizes = {path: path.stat().st_size for path in Path("portal").rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size > 300_000} == {}
    assert html("").count('href="topik/t') == 60
    assert ">Semua 420 topik</a>" in html("")
    # A name is whole where it is the only one.
    assert "000" + "&amp;" * 297 in html("daerah/00")


def test_one_bad_site_of_many_takes_nothing_from_the_others(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = json.loads(Path("dua/api/v1/sop.json").read_bytes())
    needed = ("id", "instansi", "nama", "ringkasan", "audiens", "topik", "url")
    older = json.dumps([{key: one[key] for key in needed} for one in listed]).encode()
    hostile = changed("sop.json", nama="<script>alert(1)</script>", url="javascript:alert(1)")
    bad = {
        "lama": spoiled(sites / "dua", "sop.json", older).rename("lama"),
        "musuh": spoiled(sites / "satu", "sop.json", hostile).rename("musuh"),
        "rusak": spoiled(sites / "satu", "instansi.json", b"<!doctype html>").rename("rusak"),
    }
    good = {f"baik{number}": "satu" for number in range(12)}
    write_list(**good, mati="tiada", **{name: str(folder) for name, folder in bad.items()})
    assert gabung() == 0
    assert capsys.readouterr().out == (
        "Situs mati: instansi.json tidak ada di folder salinannya.\n"
        "Situs rusak: instansi.json bukan JSON yang utuh.\n"
        "Portal dari 14 situs ditulis ke portal; 2 situs tidak terbaca.\n"
    )
    offices = html("layanan/kartu-ak1")
    assert all(f"https://{name}.example/kota-wanasari/kartu-ak1/" in offices for name in good)
    status = html("situs")
    assert "Situs mati</strong>" in status
    assert "1 layanan yang bentuknya tidak sesuai skema dilewati." in status
    # What an older program publishes lacks keys, not services.
    older_row = status.partition(">Situs lama</a>")[2].partition("</li>")[0]
    public = [one for one in listed if one["audiens"] != ["internal"]]
    assert f"{len(public)} layanan" in older_row
    assert "dilewati" not in older_row
    made = "".join(path.read_text("utf-8") for path in Path("portal").rglob("*.html"))
    assert "alert(1)" not in made


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        where = {"/pindah/a.json": "http://lain.example/a.json", "/dekat/a.json": "/a.json"}
        if self.path in where:
            self.send_response(302)
            self.send_header("Location", where[self.path])
            self.end_headers()
            return
        self.send_response(200 if self.path == "/a.json" else 404)
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *arguments: object) -> None:
        """Say nothing: pytest shows what matters."""


@contextmanager
def served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_is_fetched_within_its_site_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with served() as address:
        assert daftar.from_web(address, "a.json") == b"[]"
        assert daftar.from_web(f"{address}dekat/", "a.json") == b"[]"
        with pytest.raises(SitusGagalError, match="mengalihkan ke alamat lain"):
            daftar.from_web(f"{address}pindah/", "a.json")
        with pytest.raises(SitusGagalError, match=r"b.json tidak dapat diambil \(kode 404\)"):
            daftar.from_web(address, "b.json")
        monkeypatch.setattr(daftar, "MAX_BYTES", 1)
        with pytest.raises(SitusGagalError, match="lebih besar"):
            daftar.from_web(address, "a.json")
    with pytest.raises(SitusGagalError, match="situsnya tidak menjawab"):
        daftar.from_web(address, "a.json")


def test_a_site_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count(step=100)
    monkeypatch.setattr(daftar, "_CHUNK", 1)
    monkeypatch.setattr(daftar, "monotonic", lambda: next(clock))
    with served() as address, pytest.raises(SitusGagalError, match="belum selesai diambil"):
        daftar.from_web(address, "a.json")


def test_what_sites_publish_is_taken_whole(sites: Path) -> None:
    for folder in (Path("satu"), Path("dua")):
        made = take("Situs", "https://a.example/", partial(daftar.from_folder, folder))
        assert made.catatan == ()
        assert made.layanan
