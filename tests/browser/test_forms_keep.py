"""Nothing typed is lost, in the tab, on the device, in a file; and all of it can be deleted."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tests.browser.forms import AK1, ODD, downloaded, fill_ak1, open_form, pdf_text, submit

pytestmark = pytest.mark.browser

KEY = "formulir:pendaftaran-ak1"
ON_DEVICE = "Simpan isian di perangkat ini 7 hari"
CLEARED = "Semua isian dihapus dari halaman dan perangkat ini."


def stored(page: Page, shelf: str = "localStorage") -> dict[str, Any] | None:
    found = page.evaluate(f"{shelf}.getItem('{KEY}')")
    return json.loads(found) if found else None


def name_box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Nama lengkap")


def news(page: Page) -> Locator:
    return page.locator("[data-kabar]")


def answers(**isian: object) -> dict[str, Any]:
    return as_file(json.dumps({"formulir": AK1, "isian": isian}).encode())


def as_file(content: bytes) -> dict[str, Any]:
    return {"name": "jawaban.json", "mimeType": "application/json", "buffer": content}


def open_file(page: Page, content: Any) -> None:
    with page.expect_file_chooser() as found:
        page.get_by_role("button", name="Buka jawaban").click()
    found.value.set_files(content)


# In the tab.


def test_what_is_typed_survives_a_reload_and_stays_in_the_tab(
    page: Page, context: BrowserContext, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name="KTP").check()
    assert stored(page) is None
    page.reload()
    expect(news(page)).to_have_text("Isian Anda di tab ini dibuka kembali.")
    expect(name_box(page)).to_have_value("Contoh Nama")
    expect(page.get_by_role("radio", name="Perempuan")).to_be_checked()
    expect(page.get_by_role("checkbox", name="KTP")).to_be_checked()
    expect(page.get_by_role("group", name="Baris 1").get_by_label("Jenjang")).to_have_value("SMA")
    other = context.new_page()
    open_form(other, site_address, AK1)
    expect(name_box(other)).to_have_value("")


def test_what_is_wrong_or_hidden_survives_too(page: Page, site_address: str) -> None:
    open_form(page, site_address, "tanda-daftar-lpk")
    page.locator("[id='i-jenis.swasta']").check()
    page.get_by_role("textbox", name="NIB").fill("12")
    page.locator("[id^='i-jenis.']:not([value=swasta])").first.check()
    page.reload()
    page.locator("[id='i-jenis.swasta']").check()
    expect(page.get_by_role("textbox", name="NIB")).to_have_value("12")


def test_going_away_and_back_loses_nothing(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    page.goto(f"{site_address}formulir/")
    page.go_back()
    expect(name_box(page)).to_have_value("Contoh Nama")


def test_a_reload_in_the_review_stays_in_the_review(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    submit(page)
    page.reload()
    heading = page.get_by_role("heading", name="Periksa jawaban Anda")
    expect(heading).to_be_focused()
    expect(page.get_by_text("Contoh Nama").first).to_be_visible()
    assert "ContohNama" in pdf_text(downloaded(page, "Unduh PDF"))
    page.go_back()
    expect(name_box(page)).to_have_value("Contoh Nama")
    page.go_forward()
    expect(heading).to_be_visible()


def test_an_emptied_form_keeps_nothing(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    name_box(page).fill("Contoh")
    assert stored(page, "sessionStorage") is not None
    name_box(page).fill(" ")
    assert stored(page, "sessionStorage") is None


# On the device.


def test_a_draft_comes_back_in_another_tab_and_goes_when_unticked(
    page: Page, context: BrowserContext, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name=ON_DEVICE).check()
    page.get_by_role("textbox", name="Agama").fill("Contoh")
    page.close()
    again = context.new_page()
    open_form(again, site_address, AK1)
    expect(again.get_by_role("textbox", name="Agama")).to_have_value("Contoh")
    expect(news(again)).to_contain_text("yang Anda simpan di perangkat ini sudah dibuka")
    again.get_by_role("checkbox", name=ON_DEVICE).uncheck()
    assert stored(again) is None
    expect(name_box(again)).to_have_value("Contoh Nama")


@pytest.mark.parametrize(("days", "is_kept"), [(6.9, True), (7.1, False), (-400, False)])
def test_a_draft_lives_seven_days(
    page: Page, site_address: str, days: float, is_kept: bool
) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name=ON_DEVICE).check()
    page.evaluate(
        """([key, days]) => {
          const draft = JSON.parse(localStorage.getItem(key));
          draft.disimpan = new Date(Date.now() - days * 86400000).toISOString();
          localStorage.setItem(key, JSON.stringify(draft));
        }""",
        [KEY, days],
    )
    # Any form clears what is old, not only the form it belongs to.
    open_form(page, site_address, "buku-tamu")
    assert (stored(page) is not None) == is_kept


def test_a_full_device_leaves_no_old_draft_and_says_so(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name=ON_DEVICE).check()
    assert stored(page) is not None
    page.evaluate(
        """() => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, text) {
            if (this === localStorage) throw new DOMException("", "QuotaExceededError");
            set.call(this, key, text);
          };
        }"""
    )
    name_box(page).fill("Nama Baru")
    expect(news(page)).to_contain_text("ruangnya penuh. Pakai Simpan jawaban ke berkas")
    expect(page.get_by_role("checkbox", name=ON_DEVICE)).not_to_be_checked()
    assert stored(page) is None
    tab = stored(page, "sessionStorage")
    assert tab is not None
    assert tab["isian"]["nama"] == "Nama Baru"


def test_a_browser_without_storage_still_fills_forms(
    context: BrowserContext, site_address: str
) -> None:
    # Not the watched page: the theme itself stumbles over such a browser.
    page = context.new_page()
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, {
            get() { throw new DOMException("", "SecurityError"); },
          });
        }"""
    )
    fill_ak1(page, site_address)
    expect(news(page)).to_contain_text("Pakai Simpan jawaban ke berkas")
    submit(page)
    assert "ContohNama" in pdf_text(downloaded(page, "Unduh PDF"))


def test_two_tabs_warn_of_each_other(
    page: Page, context: BrowserContext, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name=ON_DEVICE).check()
    other = context.new_page()
    open_form(other, site_address, AK1)
    expect(news(other)).to_contain_text("juga terbuka di tab lain")
    expect(news(page)).to_contain_text("juga terbuka di tab lain")
    other.get_by_role("checkbox", name=ON_DEVICE).uncheck()
    expect(news(page)).to_contain_text("Simpanan di perangkat ini dihapus dari tab lain.")
    expect(page.get_by_role("checkbox", name=ON_DEVICE)).not_to_be_checked()
    expect(name_box(page)).to_have_value("Contoh Nama")


# In a file.


def test_answers_are_saved_at_any_time_and_opened_again(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    page.locator("#i-alamat").fill(f"{ODD}\nbaris dua")
    page.get_by_role("textbox", name="NIK").fill("12")
    content = downloaded(page, "Simpan jawaban")
    expect(news(page)).to_contain_text("Jawaban disimpan ke berkas.")
    assert json.loads(content)["isian"] == {"alamat": f"{ODD}\nbaris dua", "nik": "12"}
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus semua isian").click()
    open_file(page, as_file(content))
    expect(page.get_by_text("Jawaban dari berkas sudah dibuka.")).to_be_focused()
    expect(page.locator("#i-alamat")).to_have_value(f"{ODD}\nbaris dua")
    assert stored(page) is None


@pytest.mark.parametrize(
    ("button", "name", "religion"),
    [
        ("Pakai jawaban di berkas", "Dari Berkas", "Contoh"),
        ("Pertahankan isian di halaman", "Contoh Nama", "Contoh"),
        ("Batal membuka", "Contoh Nama", ""),
    ],
)
def test_a_file_that_says_otherwise_overwrites_only_when_asked_to(
    page: Page, site_address: str, button: str, name: str, religion: str
) -> None:
    fill_ak1(page, site_address)
    open_file(page, answers(nama="Dari Berkas", agama="Contoh", alamat="Jalan Contoh 1"))
    expect(news(page)).to_contain_text("berbeda dari 1 isian di halaman ini: Nama lengkap.")
    expect(name_box(page)).to_have_value("Contoh Nama")
    page.get_by_role("button", name=button).click()
    expect(name_box(page)).to_have_value(name)
    expect(page.get_by_role("textbox", name="Agama")).to_have_value(religion)
    expect(page.get_by_role("textbox", name="Nomor HP")).to_have_value("081234567890")
    expect(page.get_by_role("button", name="Batal membuka")).to_have_count(0)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "Berkas itu bukan berkas jawaban."),
        (b"[]", "Berkas itu bukan berkas jawaban."),
        (b'{"formulir": "pendaftaran-ak1", "isian": null}', "Berkas itu tidak berisi jawaban."),
        (b'{"formulir": "pendaftaran-ak1", "isian": {}}', "Berkas itu tidak berisi jawaban."),
        (b'{"formulir": "buku-tamu", "judul": "Buku Tamu"}', "formulir lain: Buku Tamu."),
        (b" " * 1_000_001, "Berkas itu terlalu besar, jadi bukan berkas jawaban."),
    ],
)
def test_a_file_that_does_not_belong_here_is_refused(
    page: Page, site_address: str, content: bytes, said: str
) -> None:
    fill_ak1(page, site_address)
    open_file(page, as_file(content))
    expect(news(page)).to_contain_text(said)
    expect(name_box(page)).to_have_value("Contoh Nama")


def test_of_a_changed_form_everything_comes_back_that_still_has_a_place(
    page: Page, site_address: str
) -> None:
    open_form(page, site_address, AK1)
    draft = {
        "formulir": AK1,
        "versi": "lama",
        "isian": {
            "nama": ["Contoh", "Nama"],
            "jenis-kelamin": "lain",
            "status-kawin": ["kawin"],
            "pendidikan": [{"jenjang": "SMA", "kolom-lama": "x"}, {"jenjang": "S1"}],
            "isian-lama": "isi lama",
            "agama": 5,
            "lampiran.ktp": True,
        },
    }
    page.evaluate(
        """([key, draft]) => {
          draft.disimpan = new Date().toISOString();
          localStorage.setItem(key, JSON.stringify(draft));
        }""",
        [KEY, draft],
    )
    page.reload()
    expect(name_box(page)).to_have_value("Contoh, Nama")
    expect(page.get_by_role("textbox", name="Agama")).to_have_value("5")
    expect(page.get_by_role("radio", name="Kawin", exact=True)).to_be_checked()
    expect(page.locator("[id='i-pendidikan.2.jenjang']")).to_have_value("S1")
    expect(page.get_by_role("checkbox", name="KTP")).to_be_checked()
    expect(news(page)).to_contain_text(
        "yang tidak dipakai lagi: Jenis kelamin (lain), Riwayat pendidikan formal (x), "
        "isian-lama (isi lama)"
    )


# Deleted.

TYPED = ("3375015708950001", "Contoh Nama", "Jalan Contoh 1", "081234567890", "SMA")
_BOXES = """[...document.querySelectorAll(".isian :is(input, textarea)")]
  .map((box) => ["radio", "checkbox"].includes(box.type) ? (box.checked ? box.id : "") : box.value)
  .join("")"""


def nothing_is_left(page: Page) -> None:
    """No answer in any box, any text of the page or any storage."""
    left = page.evaluate("document.documentElement.outerHTML + document.title + location.href")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
    assert page.evaluate(_BOXES) == ""
    for text in TYPED:
        assert text not in left
        assert text not in kept


def test_after_deleting_nothing_of_the_answers_is_left(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("checkbox", name=ON_DEVICE).check()
    submit(page)
    downloaded(page, "Unduh PDF")
    page.go_back()
    page.get_by_role("textbox", name="NIK").fill("1234")
    submit(page)
    expect(page.get_by_role("alert")).to_be_focused()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus semua isian").click()
    expect(page.get_by_text(CLEARED)).to_be_focused()
    nothing_is_left(page)
    page.reload()
    nothing_is_left(page)


def test_deleting_is_asked_back(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Hapus semua isian").click()
    expect(name_box(page)).to_have_value("Contoh Nama")


def test_quick_taps_give_one_file(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    submit(page)
    files: list[str] = []
    page.on("download", lambda found: files.append(found.suggested_filename))
    page.get_by_role("button", name="Unduh PDF").click(click_count=3)
    expect(page.get_by_text("PDF siap.")).to_be_visible()
    downloaded(page, "Unduh Word")
    assert files == ["pendaftaran-ak1-terisi.pdf", "pendaftaran-ak1-terisi.docx"]
