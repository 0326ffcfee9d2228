"""Proposing a change on the page: a file for the office, made on the device, nothing sent."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.conftest import SAMPLE

from sop_terbuka.revise import usulan

pytestmark = pytest.mark.browser

SOP = "kota-wanasari/kartu-ak1"


def test_a_person_makes_a_proposal_by_keyboard_and_nothing_is_sent(
    page: Page, site_address: str, tmp_path: Path
) -> None:
    page.goto(f"{site_address}{SOP}/")
    page.get_by_role("link", name="Ada yang salah di halaman ini?").press("Enter")
    add = page.get_by_role("button", name="Tambahkan ke usulan")
    add.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Pilih bagian")).to_be_visible()

    page.get_by_label("Bagian yang diubah").select_option("langkah[periksa].waktu")
    expect(page.locator("output")).to_have_text("5 menit")
    page.get_by_label("Yang seharusnya").fill("10 menit")
    page.get_by_label("Alasan").fill("sesuai antrean di loket")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    add.press("Enter")
    expect(page.get_by_text("Langkah 2, waktu: 5 menit → 10 menit")).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh berkas usulan").press("Enter")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert [url for url in asked if not url.startswith("blob:")] == []

    changed = usulan.apply(usulan.read(saved), (SAMPLE / f"sop_data/{SOP}.yml").read_bytes())
    before = (SAMPLE / f"sop_data/{SOP}.yml").read_text(encoding="utf-8").split("\n")
    after = changed.decode().split("\n")
    assert [line for line in after if line not in before] == ["  waktu: 10 menit"]


def test_an_officer_answers_a_finding_and_proposes_from_it(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SOP}/temuan/")
    page.locator("summary", has_text="Jawab temuan").first.press("Enter")
    add = page.get_by_role("button", name="Tambahkan ke jawaban")
    add.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Pilih jawabannya.")).to_be_visible()
    page.get_by_label("Jawaban", exact=True).select_option("Akan diperbaiki")
    page.get_by_label("Mengapa").fill("Ditulis pada revisi berikutnya.")
    page.get_by_label("Jabatan atau unit").fill("Kepala Bidang")
    page.get_by_label("Tanggal jawaban").fill("2026-11-29")
    add.press("Enter")
    entry = page.get_by_label("Butir tanggapan")
    expect(entry).to_have_value(re.compile(r"^tanggapan:\n  - aturan: [a-z0-9-]+\n"))
    expect(entry).to_have_value(re.compile(r'jawaban: akan-diperbaiki\n    oleh: "Kepala Bidang"'))

    linked = page.locator('a[href*="usul/?pada="]').first
    place = parse_qs(urlsplit(linked.get_attribute("href") or "").query)["pada"][0]
    linked.press("Enter")
    expect(page.get_by_label("Bagian yang diubah")).to_have_value(place)
