"""A stranger's proposal: a good one becomes a branch, a stale one a conflict, a bad one no."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data import catalog
from sop_terbuka.data.problem import DataError
from sop_terbuka.revise import usulan
from tests.contoh_revisi import DATA, SOP, commit, edit, git, repository

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return repository(tmp_path / "repo")


@pytest.fixture
def run(repo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(repo)
    for key in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{key}_NAME", "Petugas")
        monkeypatch.setenv(f"GIT_{key}_EMAIL", "petugas@contoh.invalid")

    def go(text: str | bytes, *more: str) -> tuple[int, str, str]:
        path = repo.parent / "usulan.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["usulan", str(path), *more])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return go


def proposal(dasar: str = "", changes: str = "", sop: str = "kota-contoh/izin-pasar-malam") -> str:
    dasar = dasar or usulan.fingerprint((DATA / SOP).read_bytes())
    changes = changes or (
        "  - pada: langkah[periksa].waktu\n    dari: 30 menit\n    menjadi: 1 jam\n"
        "    alasan: sesuai antrean\n"
    )
    return f"usulan: 1\nsop: {sop}\ndasar: {dasar}\nperubahan:\n{changes}"


def test_a_good_proposal_becomes_a_branch_that_changes_one_line(repo: Path, run: Run) -> None:
    code, out, _ = run(proposal())
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    assert code == 0
    assert branch.startswith("usulan/kota-contoh-izin-pasar-malam-")
    changed = git(repo, "diff", "--unified=0", "main", branch).splitlines()[-2:]
    assert changed == [
        "-    waktu: 30 menit  # diukur di loket",
        "+    waktu: 1 jam  # diukur di loket",
    ]
    assert git(repo, "status", "--porcelain") == ""
    assert git(repo, "branch", "--show-current") == "main"


def test_the_same_proposal_twice_makes_no_second_branch(run: Run) -> None:
    assert run(proposal())[0] == 0
    code, _, error = run(proposal())
    assert code == 1
    assert "sudah ada" in error


def test_a_requirement_can_be_added_to_a_list_and_a_time_removed(repo: Path, run: Run) -> None:
    code, out, error = run(
        proposal(
            changes="  - {pada: 'peralatan[+]', menjadi: Mesin antrean, alasan: ada di loket}\n"
            "  - {pada: 'langkah[bayar].waktu', dari: 15 menit, alasan: tergantung bank}\n"
        )
    )
    assert code == 0, error
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    text = git(repo, "show", f"{branch}:{SOP}")
    assert "peralatan: [Komputer, Alat tulis, Mesin antrean]" in text
    assert "15 menit" not in text


def test_a_list_that_is_there_but_empty_gets_its_first_item(repo: Path, run: Run) -> None:
    text = (repo / SOP).read_text(encoding="utf-8")
    begin, end = text.index("persyaratan:\n"), text.index("biaya:\n")
    edit(repo, [(SOP, text[begin:end], "persyaratan: []\n"), (SOP, "[Bukti bayar]", "[]")])
    commit(repo, "data: kosong", "2026-02-01T00:00:00Z")
    paper = "    sumber: {jenis: dinas, nama: Papan}\n"
    code, out, error = run(
        proposal(
            changes="  - pada: persyaratan[+]\n    isi: {berkas: KTP, wajib: ya}\n" + paper
            + "  - pada: langkah[bayar].output\n    menjadi: Kuitansi\n" + paper
        )
    )  # fmt: skip
    assert code == 0, error
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    made = git(repo, "show", f"{branch}:{SOP}")
    assert "persyaratan:\n  - id: ktp\n    berkas: KTP\n    wajib: ya\n" in made
    assert "output: [Kuitansi]" in made


def test_a_file_changed_elsewhere_is_no_conflict(repo: Path, run: Run) -> None:
    edit(repo, [(SOP, "waktu: 15 menit", "waktu: 20 menit")])
    commit(repo, "data: lain", "2026-02-01T00:00:00Z")
    code, out, _ = run(proposal())
    assert code == 0
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    assert "sudah berubah sejak usulan dibuat" in git(repo, "log", "-1", "--format=%B", branch)
    assert "waktu: 20 menit" in git(repo, "show", f"{branch}:{SOP}")


def test_a_commit_may_stand_for_the_fingerprint(repo: Path, run: Run) -> None:
    head = git(repo, "rev-parse", "HEAD")
    for dasar, is_known in ((head, True), ("0" * 40, False)):
        code, out, error = run(proposal(dasar=dasar))
        assert code == 0, error
        branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
        text = git(repo, "log", "-1", "--format=%B", branch)
        assert ("sudah berubah sejak usulan dibuat" not in text) == is_known


def test_a_stale_proposal_is_a_conflict_that_shows_all_three_values(repo: Path, run: Run) -> None:
    edit(repo, [(SOP, "waktu: 30 menit", "waktu: 45 menit")])
    commit(repo, "data: waktu", "2026-02-01T00:00:00Z")
    code, _, error = run(proposal())
    assert code == 1
    assert error == (
        "Usulan bentrok: isi SOP sudah lain sejak usulan dibuat. Tidak ada yang diubah.\n"
        "- langkah[periksa].waktu\n"
        "    saat diusulkan: “30 menit”\n"
        "    sekarang:       “45 menit”\n"
        "    diusulkan:      “1 jam”\n"
        "Minta pengusul membuat usulan baru dari halaman yang sekarang.\n"
    )
    assert git(repo, "branch", "--format=%(refname:short)") == "main"


def test_a_correction_note_follows_the_new_wording(repo: Path, run: Run) -> None:
    note = (
        "koreksi:\n  - pada: langkah[serahkan].kegiatan\n    tertulis: Menyerahkn surat\n"
        "    menjadi: Menyerahkn surat izin kepada pemohon\n"
        "    alasan: salah baca\n    keyakinan: tinggi\n"
    )
    edit(repo, [(SOP, "sumber: {berkas", note + "sumber: {berkas")])
    commit(repo, "data: koreksi", "2026-02-01T00:00:00Z")
    code, out, error = run(
        proposal(
            changes="  - pada: langkah[serahkan].kegiatan\n"
            "    dari: Menyerahkn surat izin kepada pemohon\n"
            "    menjadi: Menyerahkan surat izin kepada pemohon\n    alasan: salah ketik\n"
        )
    )
    assert code == 0, error
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    text = git(repo, "show", f"{branch}:{SOP}")
    assert text.count("Menyerahkan surat izin kepada pemohon") == 2
    assert "tertulis: Menyerahkn surat\n" in text


NAME = '  - {{pada: nama, dari: Izin Pasar Malam, menjadi: "{}", alasan: x}}\n'
FEE = "  - {{pada: biaya.jumlah, dari: '50000', menjadi: '{}', alasan: x}}\n"
TIME = '  - {{pada: "langkah[tinjau].waktu", dari: 1 hari, menjadi: "{}", alasan: x}}\n'
DOOR = (
    '  - {{pada: "kanal[+]", isi: {{nama: Laman, url: "{}"}}, '
    "sumber: {{jenis: dinas, nama: papan}}}}\n"
)
ITEM = "  - {{pada: '{pada}', dari: '{dari}', menjadi: '{menjadi}', alasan: x}}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (proposal(sop="../../etc/passwd"), 'id SOP "../../etc/passwd" salah bentuk'),
        (proposal(sop="kota-contoh/instansi"), 'SOP "kota-contoh/instansi" tidak ada'),
        (proposal(sop="kota-contoh/tidak-ada"), 'SOP "kota-contoh/tidak-ada" tidak ada'),
        (proposal(sop="peraturan/uu-1-2000"), 'SOP "peraturan/uu-1-2000" tidak ada'),
        (proposal() + "berkas: .github/workflows/x.yml\n", 'kunci "berkas" tidak dikenal'),
        (proposal() + "pengusul: " + "a" * 200 + "\n", "terlalu panjang"),
        (proposal() + "# " + "x" * 70_000, "usulan terlalu besar"),
        (
            proposal(changes=ITEM.format(pada="../x", dari="a", menjadi="b")),
            "bukan tempat di sebuah SOP",
        ),
        (
            proposal(changes=ITEM.format(pada="__class__.x", dari="a", menjadi="b")),
            "bukan tempat di sebuah SOP",
        ),
        (
            proposal(changes=ITEM.format(pada="status", dari="transkripsi", menjadi="disahkan")),
            "hanya diubah oleh pengelola",
        ),
        (
            proposal(changes=ITEM.format(pada="sumber.berkas", dari="contoh.txt", menjadi="../x")),
            "hanya diubah oleh pengelola",
        ),
        (
            proposal(
                changes=ITEM.format(pada="nama", dari="Izin Pasar Malam", menjadi="{{ 7*7 }}")
            ),
            "ada kode templat",
        ),
        (
            proposal(
                changes=ITEM.format(
                    pada="nama", dari="Izin Pasar Malam", menjadi="<script>x</script>"
                )
            ),
            "ada kode templat",
        ),
        (
            proposal(
                changes='  - {pada: nama, dari: Izin Pasar Malam, menjadi: "a\\u202Eb", alasan: x}'
            ),
            "aksara kendali",
        ),
        (
            proposal(
                changes='  - {pada: nama, dari: Izin Pasar Malam, menjadi: "a\\e[31mb", alasan: x}'
            ),
            "aksara kendali",
        ),
        (
            proposal(
                changes=ITEM.format(
                    pada="langkah[periksa].pelaksana", dari="petugas", menjadi="siapa"
                )
            ),
            "tidak ada di daftar pelaksana",
        ),
        (
            proposal(changes=ITEM.format(pada="persyaratan[1].berkas", dari="KTP", menjadi="SIM")),
            "menyebut nomor urut, yang bergeser",
        ),
        (
            proposal(changes=ITEM.format(pada="biaya.jumlah", dari="50000", menjadi="banyak")),
            "Tulis angkanya saja",
        ),
        (
            proposal(changes="  - {pada: 'persyaratan[+]', isi: {berkas: KK}, alasan: x}\n"),
            "Wajib atau tidak belum diisi",
        ),
        (
            proposal(
                changes="  - {pada: 'persyaratan[+]', isi: {berkas: KK, wajib: ya}, alasan: x}\n"
            ),
            "Syarat memerlukan sumber",
        ),
        (
            proposal(changes="  - {pada: 'persyaratan[+]', isi: {berkas: KK, id: x}, alasan: x}\n"),
            '"id" tidak dapat diusulkan',
        ),
        (
            proposal(changes="  - {pada: nama, isi: {berkas: KK}, alasan: x}\n"),
            "tidak menerima isi",
        ),
        (
            proposal(changes="  - {pada: nama, dari: Izin Pasar Malam, menjadi: Izin}\n"),
            "sumber dan alasan sama-sama kosong",
        ),
        (
            proposal(
                changes="  - {pada: 'instansi.kontak[+]', alasan: x, "
                "sumber: {jenis: dinas, nama: papan}, "
                "isi: {jenis: situs, nilai: laman, url: 'https://dinas.go.id@evil.id/'}}\n"
            ),
            "url",
        ),
        (
            proposal(
                changes=ITEM.format(pada="instansi.pejabat[kadis].nama", dari="A", menjadi="B")
            ),
            "bukan tempat di sebuah SOP",
        ),
        (
            proposal(
                changes=ITEM.format(pada="nama", dari="Izin Pasar Malam", menjadi="A")
                + ITEM.format(pada="nama", dari="Izin Pasar Malam", menjadi="B")
            ),
            "sudah diusulkan di atas",
        ),
        (
            proposal(changes=ITEM.format(pada="nama", dari="sama", menjadi="sama")),
            "dari dan menjadi sama",
        ),
        # The inputs that once got through, each as a stranger would propose it.
        (proposal(changes=NAME.format(r"\u200b\u200b")), "ada aksara kendali"),
        (proposal(changes=NAME.format(r"\u3164\u3164")), "memuat tanda tak terlihat"),
        (proposal(changes=NAME.format(r"Kartu \u202egnisup")), "ada aksara kendali"),
        (proposal(changes=NAME.format("Kartu " * 60)), "Terlalu panjang"),
        (proposal(changes=NAME.format("a" * 180)), "nama yang lebih pendek"),
        (proposal(changes=NAME.format("GANTI")), "masih bertanda GANTI"),
        (proposal(changes=FEE.format("9" * 400)), "Terlalu panjang"),
        (proposal(changes=FEE.format("9" * 13)), "Tulis angkanya saja"),
        (proposal(changes=TIME.format("99999999999 jam")), "Tulis angka dan satuannya"),
        (proposal(changes=TIME.format("1000000000 hari")), "Tulis angka dan satuannya"),
        (proposal(changes=TIME.format("0,0000001 jam")), "Tulis angka dan satuannya"),
        (proposal(changes=TIME.format(r"\u0665 menit")), "Tulis angka dan satuannya"),
        (proposal(changes=DOOR.format("https://dinas.go.id@evil.id/")), 'membawa ke "evil.id"'),
        (proposal(changes=DOOR.format(r"https://evil.id/\u202ea")), "ada aksara kendali"),
        (proposal(changes=DOOR.format(r"https://pekal\u043engan.go.id/")), "menyerupai huruf lain"),
        (proposal(changes=DOOR.format("javascript:alert(1)")), "diawali https://"),
        (
            proposal(changes=ITEM.format(pada="instansi.daerah", dari="a", menjadi="b")),
            "bukan tempat di sebuah SOP",
        ),
        (
            proposal(changes=ITEM.format(pada="topik", dari="usaha", menjadi="b")),
            "tidak diubah lewat usulan",
        ),
        (
            proposal(
                changes=ITEM.format(
                    pada="dokumen.tanggal_pembuatan", dari="2024-02-01", menjadi="2026-13-45"
                )
            ),
            "tidak diubah lewat usulan",
        ),
        (
            proposal(
                changes=ITEM.format(pada="persyaratan[denah-lokasi].id", dari="a", menjadi="b")
            ),
            "tidak diubah lewat usulan",
        ),
        (
            proposal(changes=ITEM.format(pada="tanggapan[+]", dari="a", menjadi="b")),
            "hanya diubah oleh pengelola",
        ),
        (
            proposal(
                changes=ITEM.format(
                    pada="persyaratan[denah-lokasi].wajib", dari="ya", menjadi="bersyarat"
                )
            ),
            'memerlukan "bila"',
        ),
        (
            proposal(
                changes="  - {pada: 'jam[+]', isi: {hari: senin, buka: '15.00', tutup: '08.00'}, "
                "sumber: {jenis: dinas, nama: papan}}\n"
            ),
            "tidak sesudah buka",
        ),
        (proposal(changes="  - {pada: nama, alasan: x}\n"), "sama-sama kosong"),
        (proposal(changes="  - &a {pada: nama, alasan: x}\n  - *a\n"), "tidak dipakai di sini"),
        (proposal(changes="  - !!python/object/apply:os.system [ls]\n"), "tanda jenis YAML"),
        (proposal(dasar="main"), "bukan sidik berkas"),
        ("a\x00b", "aksara kendali"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        ("[]", "pasangan kunci"),
        ("", "berkas kosong"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) and len(value) < 45 else "",
)
def test_a_hostile_or_broken_proposal_is_refused(
    repo: Path, run: Run, text: str | bytes, said: str
) -> None:
    code, _, error = run(text)
    assert code == 1
    assert said in error
    assert git(repo, "branch", "--format=%(refname:short)") == "main"
    assert git(repo, "status", "--porcelain") == ""


def test_a_linked_file_is_never_followed(repo: Path, run: Run) -> None:
    secret = repo.parent / "rahasia.yml"
    secret.write_text("nama: rahasia\n", encoding="utf-8")
    (repo / "sop_data/kota-contoh/tautan.yml").symlink_to(secret)
    commit(repo, "data: tautan", "2026-02-01T00:00:00Z")
    code, _, error = run(proposal(sop="kota-contoh/tautan"))
    assert code == 1
    assert 'SOP "kota-contoh/tautan" tidak ada' in error


def test_no_line_of_a_stranger_can_pass_for_a_trailer(repo: Path, run: Run) -> None:
    text = proposal(
        changes="  - pada: nama\n    dari: Izin Pasar Malam\n    menjadi: Izin Pasar Malam Kota\n"
        '    alasan: "baik\\n\\nCo-authored-by: Orang Lain"\n'
    )
    code, out, error = run(text)
    assert code == 0, error
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    assert git(repo, "log", "-1", "--format=%(trailers)", branch) == ""


def test_the_issue_form_is_prefilled_and_hidden_without_a_repository() -> None:
    sop = catalog.load(DATA / "sop_data", DATA / "forms").sop["kota-contoh/izin-pasar-malam"]
    assert usulan.issue_form_url("", sop, "Syarat") == ""
    assert usulan.issue_form_url("javascript:alert(1)", sop, "Syarat") == ""
    assert usulan.issue_form_url("https://contoh.invalid/a/b.git", sop, "Waktu & biaya") == (
        "https://contoh.invalid/a/b/issues/new?template=koreksi-sop.yml"
        "&title=Koreksi%3A+Izin+Pasar+Malam&sop=kota-contoh%2Fizin-pasar-malam&bagian=Waktu+%26+biaya"
    )


def test_an_unreadable_path_is_refused() -> None:
    with pytest.raises(DataError, match="tidak dapat dibaca"):
        usulan.read(Path(os.devnull) / "x")


def test_a_stale_proposal_never_changes_what_took_the_place(repo: Path, run: Run) -> None:
    """Known by its id and its old value; a list that shifted or an item renamed is told."""
    change = (
        "  - pada: persyaratan[denah-lokasi].jumlah\n    butir: Denah lokasi\n"
        "    menjadi: 3 lembar\n    alasan: begitu di loket\n"
    )
    first = "  - berkas: KTP penanggung jawab\n    bentuk: fotokopi\n    jumlah: 1 lembar\n"
    first += "    wajib: ya\n    dasar: [{jenis: sop, langkah: ajukan}]\n"
    edit(repo, [(SOP, first, "")])
    commit(repo, "data: syarat hilang", "2026-02-01T00:00:00Z")
    code, out, error = run(proposal(changes=change))
    assert code == 0, error
    branch = out.splitlines()[0].removeprefix("Cabang dibuat: ")
    assert "berkas: Denah lokasi\n    jumlah: 3 lembar\n" in git(repo, "show", f"{branch}:{SOP}")

    edit(repo, [(SOP, "berkas: Denah lokasi", "id: denah-lokasi\n    berkas: Foto lokasi")])
    commit(repo, "data: syarat diganti", "2026-02-02T00:00:00Z")
    code, _, error = run(proposal(changes=change.replace("begitu", "memang")))
    assert code == 1
    assert error == (
        "Usulan bentrok: isi SOP sudah lain sejak usulan dibuat. Tidak ada yang diubah.\n"
        "- persyaratan[denah-lokasi].jumlah: butir ini kini “Foto lokasi”, bukan “Denah lokasi”\n"
        "    saat diusulkan: (tidak ada)\n    sekarang:       (tidak ada)\n"
        "    diusulkan:      “3 lembar”\n"
        "Minta pengusul membuat usulan baru dari halaman yang sekarang.\n"
    )

    edit(repo, [(SOP, "id: denah-lokasi", "id: foto-lokasi")])
    commit(repo, "data: id lain", "2026-02-03T00:00:00Z")
    code, _, error = run(proposal(changes=change))
    assert code == 1
    assert "persyaratan[denah-lokasi].jumlah: tempat ini tidak ada lagi" in error


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "  - {pada: 'persyaratan[+]', isi: {berkas: 'ktp Penanggung jawab', wajib: ya}, "
            "sumber: {jenis: dinas, nama: papan}}\n",
            "persyaratan[+]: sudah ada",
        ),
        ("  - {pada: 'peralatan[+]', menjadi: Komputer, alasan: x}\n", "peralatan[+]: sudah ada"),
        (
            "  - {pada: peralatan, dari: Mesin tik, menjadi: Laptop, alasan: x}\n",
            "sekarang:       “Komputer, Alat tulis”",
        ),
        (
            "  - {pada: 'langkah[+]', sesudah: lama, isi: {kegiatan: A, pelaksana: petugas}, "
            "alasan: x}\n",
            "langkah “lama” tidak ada lagi",
        ),
        (
            "  - {pada: 'persyaratan[denah-lokasi]', dari: Denah tempat, alasan: x}\n",
            "sekarang:       “Denah lokasi”",
        ),
    ],
)  # fmt: skip
def test_what_is_there_already_or_no_longer_is_a_conflict(run: Run, change: str, said: str) -> None:
    code, _, error = run(proposal(changes=change))
    assert code == 1
    assert said in error
