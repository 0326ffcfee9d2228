"""History in words, feeds and the review calendar: the same bytes for the same data, no clock."""

import datetime
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data import catalog
from sop_terbuka.publish.feeds import feed, kalender
from sop_terbuka.revise import gittree, riwayat
from tests.contoh_beda import OFFICE
from tests.contoh_revisi import DATA, SAMPLES, SOP, Edit, commit, edit, git, repository

ATOM = "{http://www.w3.org/2005/Atom}"
DINAS = catalog.load(DATA / "sop_data", DATA / "forms")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A beginning, a change that touches no data, a raised time, a merged fee."""
    folder = repository(tmp_path / "repo")
    (folder / "README.md").write_text("Halo\n", encoding="utf-8")
    commit(folder, "docs: halo", "2026-01-10T00:00:00Z")
    edit(folder, SAMPLES["waktu-dinaikkan"])
    commit(folder, "data: waktu", "2026-02-01T23:30:00+07:00")
    git(folder, "checkout", "-q", "-b", "biaya")
    edit(folder, [(SOP, "jumlah: 50000", "jumlah: 60000")])
    commit(folder, "data: biaya", "2026-02-10T00:00:00Z")
    edit(folder, [(SOP, "jumlah: 60000", "jumlah: 75000")])
    commit(folder, "data: biaya lagi", "2026-02-11T00:00:00Z")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "gabung biaya", "biaya")
    return folder


def history(folder: Path) -> riwayat.Riwayat:
    return riwayat.load(folder, folder.parent / "cache")


def test_each_sop_tells_what_changed_newest_first(repo: Path) -> None:
    found = history(repo).of("sop", "kota-contoh/izin-pasar-malam")
    assert [[sentence.teks for sentence in entry.perubahan] for entry in found] == [
        # The branch's two steps reached readers at once, when it was merged.
        ["Biaya naik: dari “Rp50.000” menjadi “Rp75.000”."],
        [
            "Waktu langkah 3 “Meninjau lokasi dan menyusun berita acara” bertambah: "
            "dari “1 hari” menjadi “3 hari”."
        ],
        [
            "SOP baru: warga kini dapat membaca syarat, waktu, dan langkah layanan ini: "
            "“Izin untuk mengadakan pasar malam di tempat umum”."
        ],
    ]


def test_a_day_is_the_commits_own(repo: Path) -> None:
    times = git(repo, "log", "--first-parent", "--format=%cI", "--", "sop_data").splitlines()
    assert {entry.waktu for entry in history(repo).entri} == set(times)


def test_the_second_reading_comes_from_the_cache(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = history(repo)
    monkeypatch.setattr(gittree, "tree", lambda *_: pytest.fail("read again"))
    assert history(repo) == first


def test_a_shallow_clone_uses_the_prebuilt_file(repo: Path, tmp_path: Path) -> None:
    whole = history(repo)
    shallow = tmp_path / "dangkal"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", str(shallow))
    assert history(shallow) == riwayat.Riwayat()
    (shallow / "riwayat.json").write_text(riwayat.to_json(whole), encoding="utf-8")
    assert history(shallow) == whole


def test_a_copy_without_git_does_not_tell_another_repositorys_history(
    repo: Path, tmp_path: Path
) -> None:
    inner = repo / "salinan"
    shutil.copytree(DATA, inner)
    assert history(inner) == riwayat.Riwayat()


def test_a_file_of_another_version_is_no_history() -> None:
    assert riwayat.from_json('{"versi": 99}') == riwayat.Riwayat()


def test_old_data_that_no_longer_fits_the_model_is_told_as_such(repo: Path) -> None:
    edit(repo, [(SOP, "topik: usaha", "topiknya: usaha")])
    commit(repo, "data: rusak", "2026-03-01T00:00:00Z")
    newest = history(repo).entri[0]
    assert (newest.id, newest.keadaan) == ("kota-contoh/izin-pasar-malam", "tak terbaca")


def test_the_command_prints_and_writes(
    repo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repo)
    assert main(["riwayat", "kota-contoh/izin-pasar-malam"]) == 0
    assert "  - memberatkan: Biaya naik: dari “Rp50.000” menjadi “Rp75.000”." in (
        capsys.readouterr().out.splitlines()
    )
    assert main(["riwayat", "--tulis", "riwayat.json"]) == 0
    written = riwayat.from_json((repo / "riwayat.json").read_text(encoding="utf-8"))
    assert written == history(repo)


def entry(commit_id: str, when: str, **more: object) -> riwayat.Entri:
    values: dict[str, object] = {
        "jenis": "sop", "id": "kota-contoh/izin-parkir", "nama": "Izin Parkir", "keadaan": "diubah",
        "perubahan": (riwayat.Kalimat("memberatkan", "Waktu bertambah."),),
    } | more  # fmt: skip
    return riwayat.Entri(commit=commit_id, waktu=when, **values)  # type: ignore[arg-type]


def test_feeds_are_well_formed_for_all_and_per_office() -> None:
    past = riwayat.Riwayat(
        (
            entry("b", "2026-02-02T01:00:00+07:00", nama="<b> & \x1b \u202e"),
            entry("a", "2026-02-01T23:00:00Z", jenis="peraturan", id="uu-1-2000"),
        )
    )
    made = feed.feeds(DINAS, past, "https://contoh.invalid/sub")
    assert sorted(made) == ["kota-contoh/umpan.xml", "umpan.xml"]
    root = ElementTree.fromstring(made["umpan.xml"])
    # 23:00 UTC is later than 01:00 in Jakarta the day after.
    assert root.findtext(f"{ATOM}updated") == "2026-02-01T23:00:00Z"
    titles = [item.findtext(f"{ATOM}title") for item in root.iter(f"{ATOM}entry")]
    assert titles == ["SOP diubah: <b> & � �", "Peraturan diubah: Izin Parkir"]
    links = [item.find(f"{ATOM}link").get("href") for item in root.iter(f"{ATOM}entry")]
    assert links == [
        "https://contoh.invalid/sub/kota-contoh/izin-parkir/",
        "https://contoh.invalid/sub/peraturan/uu-1-2000/",
    ]
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert all(text.startswith("urn:uuid:") for text in ids)
    office = ElementTree.fromstring(made["kota-contoh/umpan.xml"])
    assert len(list(office.iter(f"{ATOM}entry"))) == 1


def test_feeds_need_no_clock_and_no_address() -> None:
    made = feed.feeds(DINAS, riwayat.Riwayat())
    assert made == feed.feeds(DINAS, riwayat.Riwayat())
    root = ElementTree.fromstring(made["umpan.xml"])
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert root.find(f"{ATOM}link") is None


def test_only_what_the_data_dates_is_due() -> None:
    assert [(item.hari.isoformat(), item.alamat) for item in kalender.due(DINAS)] == [
        # uu-2-2020 is cited by nobody, and no SOP names a day.
        ("2027-11-21", "peraturan/uu-1-2000/")
    ]


def test_an_sop_that_names_its_day_is_due_then() -> None:
    class Dated:
        tinjau_sebelum, nama, id, instansi = "2027-05", "Izin", "kota-contoh/izin", "kota-contoh"

    item = next(kalender._sop(Dated()))  # type: ignore[arg-type]
    assert (item.hari, item.uraian) == (
        datetime.date(2027, 5, 1),
        "SOP ini perlu ditinjau sebelum Mei 2027, menurut datanya.",
    )


@pytest.mark.parametrize(
    ("day", "later"),
    [("2026-11-21", "2027-11-21"), ("2024-02-29", "2025-02-28"), ("2026-12-31", "2027-12-31")],
)
def test_twelve_months_later(day: str, later: str) -> None:
    found = kalender.months_later(datetime.date.fromisoformat(day), 12)
    assert found == datetime.date.fromisoformat(later)


def test_a_calendar_keeps_to_the_standard() -> None:
    item = kalender.Jatuh(
        datetime.date(2027, 12, 31), datetime.date(2026, 12, 31),
        "Periksa; dua, tiga \\ empat", "é" * 100, "peraturan/x/",
    )  # fmt: skip
    made = kalender.calendar("Uji", (item,), "https://contoh.invalid/")
    lines = made.split(b"\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    text = made.decode("utf-8").replace("\r\n ", "")
    assert "SUMMARY:Periksa\\; dua\\, tiga \\\\ empat\r\n" in text
    assert "DESCRIPTION:" + "é" * 100 + "\r\n" in text
    assert "DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n" in text
    assert "DTSTAMP:20261231T000000Z\r\n" in text
    assert "URL:https://contoh.invalid/peraturan/x/\r\n" in text
    assert made == kalender.calendar("Uji", (item,), "https://contoh.invalid/")


def test_each_office_has_its_calendar() -> None:
    made = kalender.calendars(DINAS)
    assert sorted(made) == ["kota-contoh/tinjauan.ics", "tinjauan.ics"]
    assert made["tinjauan.ics"].count(b"BEGIN:VEVENT") == 1


PLACE = "    jumlah: 1 lembar\n"
RAISED = """perubahan:
  - pada: biaya.jumlah
    dari: "50000"
    menjadi: "75000"
    dasar: [{jenis: dinas, nama: Keputusan Kepala Dinas Nomor 9 Tahun 2026}]
    tanggal: 2026-06-01
sumber: {berkas"""
CHECKED = "status: diperiksa\nstatus_oleh: Sekretaris\nstatus_tanggal: 2026-09-01\n"
# Ten edits, each a commit of its own; of six of them people notice nothing.
EDITS: list[list[Edit]] = [
    [(SOP, "Menyerahkn", "Menyerahkan")],
    [(SOP, "berkas: Denah lokasi", "berkas: Denah lokasi dan foto tempat")],
    [
        (
            SOP,
            "  - berkas: Denah lokasi dan foto tempat\n    wajib: ya\n",
            "  - berkas: Denah lokasi\n    wajib: ya\n    dasar: [{jenis: sop, langkah: ajukan}]\n"
            "  - berkas: Foto tempat\n    wajib: ya\n",
        )
    ],
    [(SOP, "Foto tempat\n", "Foto tempat\n    jenis: tindakan\n    kelompok: Lainnya\n")],
    [(SOP, "waktu: 30 menit  # diukur di loket", "waktu: 20 menit")],
    [(OFFICE, "nama: Laman contoh", "nama: Laman resmi")],
    [(SOP, "jumlah: 50000", "jumlah: 75000"), (SOP, "sumber: {berkas", RAISED)],
    [(OFFICE, "(000) 123456", "(000) 654321")],
    [(SOP, "status: transkripsi\n", CHECKED), (SOP, PLACE, "    jumlah: 2 lembar\n")],
    [(SOP, "waktu: 15 menit", "waktu: 45 menit")],
]


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "repo")
    for n, edits in enumerate(EDITS, 1):
        edit(folder, edits)
        commit(folder, f"data: ubahan {n}", f"2026-02-{n:02}T08:00:00+07:00")
    return folder


def test_of_ten_edits_the_feed_tells_the_four_that_people_meet(edited: Path) -> None:
    found = history(edited).for_people()
    since = riwayat.Riwayat(tuple(e for e in found.entri if e.induk))
    made = feed.feeds(DINAS, since, "https://contoh.invalid/", "https://git.contoh.invalid/data")
    root = ElementTree.fromstring(made["umpan.xml"])
    told = [
        (item.findtext(f"{ATOM}title"), item.findtext(f"{ATOM}content"))
        for item in root.iter(f"{ATOM}entry")
    ]
    assert told == [
        (
            "SOP diubah: Izin Pasar Malam",
            "Memberatkan pemohon: Waktu langkah 4 “Membayar retribusi di bank yang ditunjuk” "
            "bertambah: dari “15 menit” menjadi “45 menit”.",
        ),
        (
            "SOP diubah: Izin Pasar Malam",
            "Hukum dan pengesahan: Status data diubah: dari “transkripsi” menjadi “diperiksa”.",
        ),
        (
            "Dinas diubah: Dinas Perdagangan Kota Contoh",
            "Kontak diubah: dari “telepon: (000) 123456” menjadi “telepon: (000) 654321”.",
        ),
        (
            "SOP diubah: Izin Pasar Malam",
            "Memberatkan pemohon: Biaya naik: dari “Rp50.000” menjadi “Rp75.000”.",
        ),
    ]


HOURS = """jam_layanan:
  uraian: ["Layanan izin, Senin-Kamis 08.00-15.00 WIB"]
  dasar: [{jenis: dinas, nama: Laman contoh}]
pejabat:"""
AS_DATA = """jam:
  - hari: [senin, selasa, rabu, kamis]
    buka: "08.00"
    tutup: "15.00"
    untuk: Layanan izin
    dasar: [{jenis: dinas, nama: Laman contoh}]
pejabat:"""


def test_hours_that_become_data_and_a_contact_that_gets_a_name_are_no_news(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repo")
    edit(folder, [(OFFICE, "pejabat:", HOURS)])
    commit(folder, "data: jam", "2026-02-01T08:00:00+07:00")
    edit(folder, [(OFFICE, HOURS, AS_DATA)])
    edit(folder, [(OFFICE, "nilai: (000) 123456", "nilai: (000) 123456\n    untuk: Pendaftaran")])
    commit(folder, "data: jam sebagai data", "2026-02-02T08:00:00+07:00")
    told = [e.waktu for e in history(folder).for_people().entri if e.induk]
    assert told == ["2026-02-01T08:00:00+07:00"]
    edit(folder, [(OFFICE, '"15.00"', '"14.00"')])
    commit(folder, "data: jam berubah", "2026-02-03T08:00:00+07:00")
    assert history(folder).for_people().entri[0].waktu == "2026-02-03T08:00:00+07:00"


def test_each_entry_leads_to_what_was_and_what_is(edited: Path) -> None:
    newest = history(edited).for_people().entri[0]
    made = feed.feeds(
        DINAS, riwayat.Riwayat((newest,)), "https://contoh.invalid/", "https://git.invalid/data.git"
    )
    (item,) = ElementTree.fromstring(made["umpan.xml"]).iter(f"{ATOM}entry")
    links = {link.get("title"): link.get("href") for link in item.iter(f"{ATOM}link")}
    page = "https://contoh.invalid/kota-contoh/izin-pasar-malam/"
    assert links == {
        None: page,
        "Sebelum dan sesudah": f"{page}riwayat/#c-{newest.commit[:12]}",
        "Berkas sebelum": f"https://git.invalid/data/blob/{newest.induk}/{SOP}",
        "Berkas sesudah": f"https://git.invalid/data/blob/{newest.commit}/{SOP}",
    }
    assert git(edited, "rev-parse", "HEAD^") == newest.induk
    assert (newest.perubahan[0].sebelum, newest.perubahan[0].sesudah) == ("15 menit", "45 menit")


def test_what_became_the_offices_own_tells_nothing_of_the_copy_before(edited: Path) -> None:
    told = history(edited).for_people().of("sop", "kota-contoh/izin-pasar-malam")
    assert [entry.keadaan for entry in told] == ["diubah", "diubah", "diubah", "ditambah"]
