"""Answering a finding on its page: an entry for the data, made on the device, nothing sent."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SOP = "kota-wanasari/kartu-ak1"


def test_an_officer_answers_a_finding_by_keyboard(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SOP}/temuan/")
    page.locator("summary", has_text="Jawab temuan").first.press("Enter")
    add = page.get_by_role("button", name="Tambahkan ke jawaban")
    add.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Pilih jawabannya.")).to_be_visible()
    page.get_by_label("Jawaban", exact=True).select_option("Akan diperbaiki")
    page.get_by_label("Mengapa").fill("Ditulis pada revisi berikutnya.")
    page.get_by_label("Jabatan atau unit").fill("Kepala Bidang")
    page.get_by_label("Tanggal jawaban").fill("2026-11-29")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    add.press("Enter")
    expect(page.get_by_role("heading", name="Jawaban Anda")).to_be_focused()
    entry = page.get_by_label("Butir tanggapan")
    expect(entry).to_have_value(re.compile(r"^tanggapan:\n  - aturan: [a-z0-9-]+\n"))
    expect(entry).to_have_value(re.compile(r'jawaban: akan-diperbaiki\n    oleh: "Kepala Bidang"'))
    assert asked == []


def test_a_finding_leads_to_the_proposal_of_its_place(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}{SOP}/temuan/")
    link = page.locator('a[href*="usul/?pada="]').first
    rule = parse_qs(urlsplit(link.get_attribute("href") or "").query)["aturan"][0]
    link.press("Enter")
    expect(page.locator("form[data-usul] [name=butir]")).not_to_have_value("")
    expect(page.locator("form[data-usul] [name=alasan]")).to_have_value(f"Menjawab temuan {rule}.")


def test_without_a_script_the_entry_can_be_copied(page: Page, site_address: str) -> None:
    context = page.context.browser
    assert context is not None
    bare = context.new_page(java_script_enabled=False)
    bare.goto(f"{site_address}{SOP}/temuan/")
    bare.locator("summary", has_text="Jawab temuan").first.click()
    expect(bare.locator("details[data-jawab] pre").first).to_contain_text("jawaban: GANTI")
    bare.context.close()
