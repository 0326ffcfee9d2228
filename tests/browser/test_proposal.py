"""Proposing a change on the page: a file for the office, made on the device, nothing sent."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import AXE
from tests.conftest import SAMPLE

from sop_terbuka.cli import main

pytestmark = pytest.mark.browser

SOP = "kota-wanasari/kartu-ak1"
GOLDEN = Path(__file__).parents[1] / "golden" / "usulan-peramban.txt"


def test_a_missing_fee_is_proposed_by_keyboard_and_becomes_a_branch(
    page: Page,
    site_address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page.goto(f"{site_address}{SOP}/usul/?pada=biaya.jumlah")
    add = page.get_by_role("button", name="Tambahkan ke usulan")
    add.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Tulis isi yang seharusnya")).to_be_visible()

    page.get_by_label("Besarnya").fill("Rp10.000")
    expect(page.locator("output")).to_have_text(
        "Biaya, besarnya: belum disebut → Rp10.000. Memberatkan pemohon."
    )
    page.get_by_label("Dari mana Anda tahu").select_option("dinas")
    page.get_by_label("Apa tepatnya").fill("papan tarif di loket")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    add.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="Rp10.000")).to_be_visible()

    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate("axe.run().then((found) => found.violations.map((one) => one.id))") == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh berkas usulan").press("Enter")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert [url for url in asked if not url.startswith("blob:")] == []

    monkeypatch.chdir(sample_repository(tmp_path / "repo"))
    assert main(["usulan", str(saved)]) == 0
    branch = capsys.readouterr().out.splitlines()[0].removeprefix("Cabang dibuat: ")
    assert main(["beda", "HEAD", branch]) == 0
    told = capsys.readouterr().out
    if os.environ.get("PERBARUI"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_one_requirement_is_proposed_from_its_own_link(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SOP}/")
    page.get_by_text("Ada syarat yang kurang atau salah? Usulkan").click()
    listed = page.locator("details", has_text="Syarat yang belum ada di sini").get_by_role("link")
    boxes = page.get_by_role("checkbox")
    # One for each, and one for what is missing.
    assert listed.count() >= boxes.count() + 1
    name = listed.nth(1).inner_text()
    listed.nth(1).click()
    expect(page.get_by_label("Bagian yang diusulkan").locator("option:checked")).to_contain_text(
        name
    )


def sample_repository(folder: Path) -> Path:
    """The sample site's data as a git repository."""
    for name in ("sop_data", "forms"):
        shutil.copytree(SAMPLE / name, folder / name)
    git = ["git", "-C", str(folder), "-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "data"]):
        subprocess.run([*git, *command], check=True)
    for key, value in (("user.name", "Uji"), ("user.email", "uji@contoh.invalid")):
        subprocess.run([*git, "config", key, value], check=True)
    return folder


def test_a_new_requirement_and_a_condition_are_asked_whole(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SOP}/usul/?pada=persyaratan&aturan=langkah-tanpa-waktu")
    expect(page.get_by_label("Keterangan")).to_have_value("Menjawab temuan langkah-tanpa-waktu.")
    page.get_by_label("Nama berkas atau syarat").fill("Kartu Keluarga")
    page.get_by_label("Wajib atau tidak").select_option("ya")
    expect(page.locator("output")).to_have_text(
        "Syarat: belum disebut → Kartu Keluarga, wajib. Memberatkan pemohon."
    )
    page.get_by_label("Bagian yang diusulkan").select_option(label="Syarat: KTP")
    page.get_by_label("Yang salah").select_option(label="Wajib atau tidak: wajib")
    page.get_by_label("Wajib atau tidak").select_option("bersyarat")
    page.get_by_role("button", name="Tambahkan ke usulan").press("Enter")
    expect(page.get_by_role("alert").filter(has_text="dalam keadaan apa")).to_be_visible()
    page.get_by_label("Dalam keadaan apa").fill("perpanjangan")
    page.get_by_role("button", name="Tambahkan ke usulan").press("Enter")
    expect(page.locator("[data-usul-daftar] li")).to_have_count(2)
