"""The review sheet works from disk with the keyboard alone and says when all is seen."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from sop_terbuka.intake.reading import Place, Reading, Value
from sop_terbuka.intake.sheet import refreshed, sheet_of

pytestmark = pytest.mark.browser

READING = Reading(
    berkas="a.txt",
    identitas={
        "nomor": Value("1/2025", (Place(baris=(2, 2)),)),
        "nama_sop": Value("Izin", (Place(baris=(1, 1)),), ragu="huruf miring"),
    },
)


def test_every_value_is_seen_with_the_keyboard_alone(
    context: BrowserContext, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Izin\n1/2025\n", encoding="utf-8")
    path = tmp_path / "lembar.html"
    written = "nama_sop: Izin\ndokumen:\n  nomor: 1/2025\n"
    sheet = sheet_of(tmp_path / "a.txt", READING, "dinas-contoh/izin", written)
    path.write_text(sheet, encoding="utf-8")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.goto(path.as_uri())
    expect(page.get_by_text("Diragukan: huruf miring")).to_be_visible()
    expect(page.locator("li.sini")).to_have_text("Izin")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 dari 2 sudah dilihat")
    expect(page.locator("li.sini")).to_have_text("1/2025")
    page.keyboard.press("u")
    expect(page.get_by_text("Semua sudah dilihat.")).to_be_visible()
    expect(page.get_by_text("1 perlu diubah di data:")).to_be_visible()
    changed, _ = refreshed(sheet, written.replace("1/2025", "2/2025"))
    path.write_text(changed, encoding="utf-8")
    page.reload()
    # What was seen is remembered; what has changed has to be looked at again.
    expect(page.get_by_role("status")).to_have_text("1 dari 2 sudah dilihat")
    expect(page.get_by_text("Di data sekarang: 2/2025. Semula: 1/2025")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert troubles == []
