"""Every public service's form, filled by keyboard: messages, files, drafts, no network."""

import gzip
import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect
from pypdf import PdfReader
from tests.browser.conftest import AXE, watch
from tests.browser.forms import (
    END,
    ODD,
    WRONG,
    Plan,
    docx_answers,
    docx_is_sound,
    in_docx,
    in_pdf,
    long_text,
    pdf_answers,
    plan,
    serve,
    type_all,
)
from tests.conftest import SAMPLE

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.isian import JENIS
from sop_terbuka.data.model.formulir import Formulir

pytestmark = pytest.mark.browser

_CATALOG = load(SAMPLE / "sop_data", SAMPLE / "forms")
PUBLIC = [
    form.id
    for form in _CATALOG.formulir.values()
    if any(not _CATALOG.sop[key].is_internal for key in form.layanan)
]
AK1 = "pendaftaran-ak1"


@pytest.fixture
def requests(context: BrowserContext) -> list[Request]:
    """Every request of the page and of its service worker."""
    seen: list[Request] = []
    context.on("request", lambda request: seen.append(request))
    return seen


def open_form(page: Page, site_address: str, form_id: str) -> None:
    page.goto(f"{site_address}formulir/{form_id}/")
    expect(page.locator("form[data-siap]")).to_be_visible()


def submit(page: Page) -> None:
    page.get_by_role("button", name="Periksa jawaban").focus()
    page.keyboard.press("Enter")


def messages(page: Page) -> list[str]:
    return page.get_by_role("alert").get_by_role("link").all_inner_texts()


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")
    return Path(found.value.path()).read_bytes()


def required_messages(form: Formulir) -> list[str]:
    """What is said of an empty form: nothing is shown on a condition then."""
    said = ["Pilih dinas yang dituju."] if len(form.ditujukan_kepada) > 1 else []
    return said + [isian.pesan or "" for isian in form.isian if isian.wajib == "ya"]


def wrong_plan(form: Formulir, right: Plan) -> tuple[Plan, list[str]]:
    """The same answers, but every one that can be wrong is; and what is then said."""
    wrong = Plan(dict(right.typed), right.chosen, right.ticked, right.rows)
    said = []
    for isian in form.isian:
        if isian.id not in right.paper and isian.tipe != "tabel":
            continue
        if isian.tipe in WRONG:
            wrong.typed[isian.id], words = WRONG[isian.tipe]
            said.append(isian.label + words)
        elif isian.tipe in ("teks", "paragraf"):
            limit = isian.batas or 0
            wrong.typed[isian.id] = "x" * (limit + 1)
            said.append(
                f"{isian.label} paling banyak {limit} aksara. Anda mengisi {limit + 1} aksara."
            )
        elif isian.tipe == "tabel":
            for column in isian.kolom:
                if column.tipe in WRONG:
                    wrong.typed[f"{isian.id}.1.{column.id}"], words = WRONG[column.tipe]
                    said.append(f"{isian.label}, baris 1: {column.label}{words}")
    return wrong, said


@pytest.mark.slow
@pytest.mark.parametrize("form_id", PUBLIC)
def test_a_form_is_filled_by_keyboard_and_its_files_hold_what_was_typed(
    page: Page, site_address: str, catalog: Catalog, requests: list[Request], form_id: str
) -> None:
    form = catalog.formulir[form_id]
    right = plan(form)
    wrong, said = wrong_plan(form, right)
    open_form(page, site_address, form_id)
    expect(page.get_by_role("alert")).to_have_count(0)

    if required_messages(form):
        submit(page)
        assert messages(page) == required_messages(form)
        expect(page.get_by_role("alert")).to_be_focused()
        count = len(required_messages(form))
        assert page.title().startswith(f"{count} isian perlu diperbaiki: ")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        first = page.evaluate("document.activeElement.closest('.salah') !== null")
        assert first, "the first link of the summary leads to its box"

    type_all(page, wrong)
    page.keyboard.press("Enter")
    if said:
        assert messages(page) == said
    else:
        page.go_back()
    type_all(page, right)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.title().startswith(form.judul)

    pdf = downloaded(page, "Unduh PDF terisi")
    assert pdf_answers(pdf) == in_pdf(right)
    if any(END in text for text in right.paper.values()):
        shown = " ".join(found.extract_text() for found in PdfReader(BytesIO(pdf)).pages)
        assert END in shown.replace("\n", " ")
    docx = downloaded(page, "Unduh Word terisi")
    assert docx_is_sound(docx)
    assert docx_answers(docx) == in_docx(right)

    texts = [text.split("\n")[0] for text in right.typed.values() if len(text) > 4]
    for request in requests:
        sent = request.url + (request.post_data or "")
        assert not any(text in sent for text in texts), sent
        assert request.url.startswith((site_address, "blob:")), request.url
    assert page.url == f"{site_address}formulir/{form_id}/"
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('formulir:'))") == []


def shown_in_box(pdf: bytes, name: str) -> str:
    """What a reader sees in a field, which is not always all that it holds."""
    page = PdfReader(BytesIO(pdf)).pages[0]
    box = next(a.get_object() for a in page["/Annots"] if a.get_object().get("/T") == name)
    return page.extract_xform_text(box["/AP"]["/N"], (0,), 200.0).strip()


def test_a_form_weighs_at_most_100_kb_before_a_file_is_asked_for(
    browser: Browser, site_address: str
) -> None:
    # The copy for airplane mode is fetched behind the page and counted in the benchmark.
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    fill_ak1(page, site_address)
    submit(page)
    page.wait_for_load_state("networkidle")
    asked = list(seen)
    assert not [found.url for found in asked if "/vendor/" in found.url]
    assert sum(len(gzip.compress(found.body(), 6)) for found in asked) <= 100_000
    downloaded(page, "Unduh PDF terisi")
    assert [found.url for found in seen if "/vendor/pdf-lib" in found.url]
    context.close()


def test_an_answer_too_long_for_its_box_goes_on_on_a_tagged_sheet(
    page: Page, site_address: str, tmp_path: Path
) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-alamat").fill(long_text(1000))
    submit(page)
    pdf = downloaded(page, "Unduh PDF terisi")
    expect(page.get_by_text("ditulis lengkap di lembar tambahan: Alamat.")).to_be_visible()
    last = PdfReader(BytesIO(pdf)).pages[-1].extract_text()
    assert last.startswith("Lembar tambahan")
    assert END in last
    assert shown_in_box(pdf, "alamat").endswith("... lanjut di lembar tambahan")
    with pikepdf.open(BytesIO(pdf)) as found:
        assert found.check_pdf_syntax() == []
        assert found.pages[-1].obj.StructParents is not None
        numbers = list(found.Root.StructTreeRoot.ParentTree.Nums)
        key = int(found.pages[-1].obj.StructParents)
        kinds = [str(element.S) for element in numbers[numbers.index(key) + 1]]
        assert kinds == ["/H1", "/P", "/H2", "/P"]


def test_letters_that_the_pdf_cannot_show_are_refused_with_the_place(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-nama").fill("Contoh 漢字 \N{GRINNING FACE}")
    submit(page)
    page.get_by_role("button", name="Unduh PDF terisi").click()
    expect(page.locator("[data-status]")).to_contain_text(
        "PDF tidak dapat memuat huruf berikut. Ganti, atau unduh Word. Nama lengkap: 漢 字 😀"
    )
    assert docx_answers(downloaded(page, "Unduh Word terisi"))["nama"] == "Contoh 漢字 😀"


def test_where_nothing_is_required_an_empty_form_gives_an_empty_pdf(
    page: Page, site_address: str
) -> None:
    open_form(page, site_address, "minat-pelatihan-ikm")
    submit(page)
    assert pdf_answers(downloaded(page, "Unduh PDF terisi")) == {}


# Drafts.


def fill_ak1(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    for name, text in {
        "nik": "3375015708950001", "nama": "Contoh Nama", "tempat-lahir": "Wanasari",
        "tanggal-lahir": "17-08-1995", "alamat": "Jalan Contoh 1", "telepon": "081234567890",
        "pendidikan.1.jenjang": "SMA",
    }.items():  # fmt: skip
        page.locator(f"[id='i-{name}']").fill(text)
    page.get_by_label("Perempuan", exact=True).check()
    page.get_by_label("Belum kawin").check()


def stored(page: Page) -> dict[str, object] | None:
    found = page.evaluate("localStorage.getItem('formulir:pendaftaran-ak1')")
    return json.loads(found) if found else None


def test_nothing_is_kept_unless_asked_for(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    assert stored(page) is None
    page.reload()
    expect(page.locator("#i-nama")).to_have_value("")


def test_a_draft_comes_back_and_goes_when_the_box_is_unticked(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_label("Simpan isian di perangkat ini 7 hari").check()
    page.locator("#i-agama").fill("Contoh")
    page.reload()
    expect(page.locator("#i-agama")).to_have_value("Contoh")
    expect(page.locator("[id='i-pendidikan.1.jenjang']")).to_have_value("SMA")
    expect(page.get_by_label("Perempuan", exact=True)).to_be_checked()
    expect(page.get_by_text("yang Anda simpan di perangkat ini sudah dibuka")).to_be_visible()
    page.get_by_label("Simpan isian di perangkat ini 7 hari").uncheck()
    assert stored(page) is None


@pytest.mark.parametrize(("days", "is_kept"), [(6.9, True), (7.1, False), (-400, False)])
def test_a_draft_lives_seven_days(
    page: Page, site_address: str, days: float, is_kept: bool
) -> None:
    fill_ak1(page, site_address)
    page.get_by_label("Simpan isian di perangkat ini 7 hari").check()
    page.evaluate(
        """days => {
          const key = "formulir:pendaftaran-ak1";
          const draft = JSON.parse(localStorage.getItem(key));
          draft.disimpan = new Date(Date.now() - days * 86400000).toISOString();
          localStorage.setItem(key, JSON.stringify(draft));
        }""",
        days,
    )
    # Any form clears what is old, not only the form it belongs to.
    open_form(page, site_address, "buku-tamu")
    assert (stored(page) is not None) == is_kept


def test_deleting_all_answers_empties_the_page_and_the_device(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_label("Simpan isian di perangkat ini 7 hari").check()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus semua isian").click()
    expect(page.get_by_text("Semua isian dihapus dari halaman dan perangkat ini.")).to_be_focused()
    assert stored(page) is None
    expect(page.locator("#i-nik")).to_have_value("")
    expect(page.get_by_label("Perempuan", exact=True)).not_to_be_checked()


def test_of_a_changed_form_only_what_fits_comes_back(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    draft = {
        "formulir": AK1,
        "versi": "lama",
        "isian": {
            "nama": "Contoh",
            "jenis-kelamin": "lain",
            "pendidikan": [{"jenjang": "SMA", "kolom-lama": "x"}],
            "isian-lama": "x",
            "agama": 5,
            "__proto__": "x",
            "lampiran.ktp": True,
        },
    }
    page.evaluate(
        """draft => {
          draft.disimpan = new Date().toISOString();
          localStorage.setItem("formulir:pendaftaran-ak1", JSON.stringify(draft));
        }""",
        draft,
    )
    page.reload()
    expect(page.locator("#i-nama")).to_have_value("Contoh")
    expect(page.locator("[id='i-lampiran.ktp']")).to_be_checked()
    expect(page.locator("#i-agama")).to_have_value("")
    expect(page.locator("[data-kabar]")).to_contain_text(
        "yang tidak dipakai lagi: Jenis kelamin, Riwayat pendidikan formal, isian-lama, Agama"
    )


def test_answers_are_saved_to_a_file_and_opened_again(
    page: Page, site_address: str, tmp_path: Path
) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-alamat").fill(f"{ODD}\nbaris dua")
    submit(page)
    content = downloaded(page, "Simpan jawaban")
    assert json.loads(content)["isian"]["alamat"] == f"{ODD}\nbaris dua"
    page.reload()
    page.locator("input[type=file]").set_input_files(
        {"name": "jawaban.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.get_by_text("Jawaban dari berkas sudah dibuka.")).to_be_focused()
    expect(page.locator("#i-alamat")).to_have_value(f"{ODD}\nbaris dua")
    assert stored(page) is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "Berkas itu bukan berkas jawaban."),
        (b"[]", "Berkas itu bukan berkas jawaban."),
        (b'{"formulir": "buku-tamu", "judul": "Buku Tamu"}', "formulir lain: Buku Tamu."),
        (b" " * 1_000_001, "Berkas itu terlalu besar, jadi bukan berkas jawaban."),
    ],
)
def test_a_file_that_does_not_belong_here_is_refused(
    page: Page, site_address: str, content: bytes, said: str
) -> None:
    fill_ak1(page, site_address)
    page.locator("input[type=file]").set_input_files(
        {"name": "jawaban.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.locator("[data-kabar]")).to_contain_text(said)
    expect(page.locator("#i-nama")).to_have_value("Contoh Nama")


# Questions that come and go.


def test_a_hidden_question_is_neither_checked_nor_written(page: Page, site_address: str) -> None:
    open_form(page, site_address, "tanda-daftar-lpk")
    nib = page.get_by_label("NIB", exact=False).first
    expect(nib).to_be_hidden()
    page.locator("[id='i-jenis.swasta']").check()
    expect(nib).to_be_visible()
    nib.fill("12")
    submit(page)
    assert any("harus 13 angka" in said for said in messages(page))
    other = page.locator("[id^='i-jenis.']:not([value=swasta])").first
    other.check()
    expect(nib).to_be_hidden()
    submit(page)
    assert not any("harus 13 angka" in said for said in messages(page))


def test_rows_are_added_and_removed_and_keep_their_answers(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    add = page.get_by_role("button", name="Tambah baris: Riwayat pendidikan formal")
    expect(page.get_by_role("button", name="Hapus baris 1: Riwayat")).to_have_count(0)
    for n in range(2, 7):
        page.locator(f"[id='i-pendidikan.{n - 1}.jenjang']").fill(f"Sekolah {n - 1}")
        add.click()
        expect(page.locator(f"[id='i-pendidikan.{n}.jenjang']")).to_be_focused()
    expect(add).to_be_hidden()
    page.get_by_role("button", name="Hapus baris 2: Riwayat").click()
    expect(add).to_be_visible()
    expect(page.locator("[id='i-pendidikan.2.jenjang']")).to_have_value("Sekolah 3")
    expect(page.locator("[id='i-pendidikan.2.jenjang']")).to_be_focused()
    expect(page.locator("[id='i-pendidikan.5.jenjang']")).to_have_value("")


def test_the_back_button_returns_to_the_answers(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    submit(page)
    expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_visible()
    expect(page.get_by_role("button", name="Periksa jawaban")).to_be_hidden()
    page.go_back()
    expect(page.locator("#i-nama")).to_have_value("Contoh Nama")
    submit(page)
    page.get_by_role("button", name="Ubah Nomor HP aktif").click()
    phone = page.get_by_role("textbox", name="Nomor HP aktif")
    expect(phone).to_be_focused()
    box = phone.bounding_box()
    assert box is not None
    # Below the theme's header, in sight.
    assert 48 < box["y"] < 740


def test_a_nik_that_differs_from_the_birth_date_is_doubted_not_refused(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-nik").fill("3375010102030001")
    submit(page)
    expect(page.get_by_text("NIK memuat tanggal lahir yang lain")).to_be_visible()
    expect(page.get_by_text("NIK memuat jenis kelamin yang lain")).to_be_visible()


# Without a network, without JavaScript, inside other apps.


@pytest.fixture
def own_site(built_site: Path, tmp_path: Path) -> Iterator[tuple[str, object]]:
    """A copy of the site on a server that can be switched off."""
    folder = tmp_path / "situs"
    shutil.copytree(built_site, folder / "sub" / "jalur")
    with serve(folder) as (address, stop):
        yield f"{address}sub/jalur/", stop


def test_after_the_first_visit_a_form_works_in_airplane_mode(
    context: BrowserContext, own_site: tuple[str, object], catalog: Catalog
) -> None:
    address, stop = own_site
    page = context.new_page()
    open_form(page, address, AK1)
    expect(page.get_by_text("Formulir ini siap dipakai tanpa internet.")).to_be_visible()
    assert callable(stop)
    stop()
    right = plan(catalog.formulir[AK1])
    open_form(page, address, AK1)
    type_all(page, right)
    page.keyboard.press("Enter")
    assert pdf_answers(downloaded(page, "Unduh PDF terisi")) == in_pdf(right)
    assert docx_answers(downloaded(page, "Unduh Word terisi")) == in_docx(right)


@pytest.mark.parametrize("form_id", PUBLIC)
def test_without_javascript_a_form_reads_and_offers_its_blank_files(
    browser: Browser, site_address: str, catalog: Catalog, form_id: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_address}formulir/{form_id}/")
    for isian in catalog.formulir[form_id].isian:
        expect(page.locator(f"[data-isian='{isian.id}']")).to_be_visible()
    for kind, start in (("PDF", b"%PDF"), ("Word", b"PK")):
        link = page.get_by_role("link", name=f"{kind} (")
        found = context.request.get(page.url + str(link.get_attribute("href")).split("/")[-1])
        assert found.body().startswith(start)
    expect(page.get_by_text("Mengisi di layar memerlukan JavaScript.")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    # Enter in a box must not send anything anywhere.
    box = page.locator("form.isian input[type=text]").first
    box.fill("rahasia")
    box.press("Enter")
    assert page.url == f"{site_address}formulir/{form_id}/"
    assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) >= 1
    context.close()


def test_inside_another_app_the_way_out_is_named(browser: Browser, site_address: str) -> None:
    agent = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126 Mobile [FB_IAB/FB4A]"
    context = browser.new_context(user_agent=agent)
    page = context.new_page()
    open_form(page, site_address, AK1)
    expect(page.get_by_text("Buka di Chrome")).to_be_visible()
    context.close()


def test_a_filled_form_is_shared_where_the_phone_can(page: Page, site_address: str) -> None:
    page.add_init_script(
        """navigator.canShare = ({ files }) => files.length === 1;
        window.shared = [];
        navigator.share = async ({ files }) => {
          window.shared.push(files[0].name);
          if (window.shared.length === 1) throw new DOMException("", "NotAllowedError");
        };"""
    )
    fill_ak1(page, site_address)
    submit(page)
    share = page.get_by_role("button", name="Bagikan PDF terisi")
    share.click()
    expect(page.get_by_text("PDF siap. Ketuk Bagikan sekali lagi.")).to_be_visible()
    share.click()
    expect(share).not_to_have_attribute("aria-busy", "true")
    assert page.evaluate("window.shared") == ["pendaftaran-ak1-terisi.pdf"] * 2


def test_paper_shows_the_whole_answer_and_the_place_to_sign(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-alamat").fill(long_text(1000))
    submit(page)
    text = "\n".join(
        found.extract_text() for found in PdfReader(BytesIO(page.pdf(format="A4"))).pages
    )
    assert END in text
    assert "Formulir bantu, bukan formulir resmi" in text
    assert "Pencari kerja" in text
    assert "Unduh PDF" not in text
    expect(page.locator(".lembar")).to_have_count(0)


# Reading by roles and names, and what axe objects to.


def test_every_box_has_a_name_that_a_screen_reader_says(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    form = page.get_by_role("form", name="Data Pendaftaran Pencari Kerja untuk Kartu AK-1")
    expect(form).to_be_visible()
    nik = form.get_by_role("textbox", name="NIK")
    expect(nik).to_have_accessible_description("16 angka di KTP.")
    expect(form.get_by_role("group", name="Jenis kelamin")).to_be_visible()
    expect(form.get_by_role("radio", name="Perempuan")).to_be_visible()
    expect(form.get_by_role("group", name="Riwayat pendidikan formal")).to_be_visible()
    expect(form.get_by_role("group", name="Baris 1").get_by_label("Jenjang")).to_be_visible()
    expect(form.get_by_role("textbox", name="Agama (tidak wajib)")).to_be_visible()
    expect(form.get_by_role("checkbox", name="KTP")).to_be_visible()
    submit(page)
    expect(nik).to_have_accessible_description("16 angka di KTP. Isi NIK, 16 angka di KTP.")
    expect(nik).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_role("alert", name="9 isian perlu diperbaiki")).to_be_focused()


def axe_now(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"
    )
    return [str(line) for line in found]


@pytest.mark.parametrize("form_id", PUBLIC)
def test_axe_finds_nothing_on_a_form_with_troubles(
    browser: Browser, site_address: str, form_id: str
) -> None:
    # bypass_csp: the page's own policy rightly forbids axe.
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    open_form(page, site_address, form_id)
    for name in page.get_by_role("button", name="Tambah baris").all():
        name.click()
    submit(page)
    assert axe_now(page) == []
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert sideways <= 0
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_in_the_review(
    browser: Browser, site_address: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{site_address}formulir/")
    assert axe_now(page) == []
    fill_ak1(page, site_address)
    page.locator("#i-alamat").fill("x" * 900)
    page.get_by_text("Alasan").first.click()
    assert axe_now(page) == []
    submit(page)
    expect(page.get_by_role("heading", name="Periksa jawaban Anda")).to_be_visible()
    assert axe_now(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()


# The checks themselves, in the browser that runs them.

NIK_RIGHT = ["3171015708950001", "6501011708450001", "9601011708450001", "3375 01.570895-0001"]
TABLE: dict[str, dict[str, str]] = {
    "nik": {
        "31710157089500": "NIK harus 16 angka. Anda mengisi 14 angka.",
        "317101570895000A": "NIK hanya berisi angka. Hapus huruf atau tanda lain.",
        "3171010008950001": "tanggal lahir: 01 sampai 31, atau 41 sampai 71",
        "3171017208950001": "Anda mengisi 72.",
        "3171018908950001": "Anda mengisi 89.",
        "3171013508950001": "Anda mengisi 35.",
        "3171011713950001": "bulan lahir: 01 sampai 12. Anda mengisi 13.",
        "3171011708950000": "Empat angka terakhir NIK tidak boleh 0000.",
        "1234567890123456": "Anda mengisi 78.",
    },
    "kk": {"0000000000000000": "tidak boleh hanya berisi 0", "1": "harus 16 angka"},
    "npwp": {"12345678901234": "harus 15 atau 16 angka. Anda mengisi 14 angka."},
    "nib": {"123456789012": "harus 13 angka. Anda mengisi 12 angka."},
    "nip": {"199513172020121003": "tahun, bulan, dan tanggal lahir", "19": "harus 18 angka"},
    "kodepos": {"01234": "tidak diawali 0", "5111": "harus 5 angka"},
    "tanggal": {
        "31-02-1995": "31-02-1995 tidak ada",
        "29-02-2023": "29-02-2023 tidak ada",
        "17-13-1995": "17-13-1995 tidak ada",
        "17-08-95": "ditulis tanggal-bulan-tahun",
        "1995-08-17": "ditulis tanggal-bulan-tahun",
        "17-08-1299": "harus 1900 sampai 2100",
    },
    "tanggal-lahir": {"17-08-2095": "belum terjadi", "17-08-95": "ditulis tanggal-bulan-tahun"},
    "telepon": {
        "08123": "harus 8 sampai 15 angka. Anda mengisi 5 angka.",
        "8123456789": "diawali 0 atau +62",
        "0812-ABCD": "hanya berisi angka",
    },
    "email": {"a@b": "nama@contoh.id", "a b@c.id": "nama@contoh.id", "@c.id": "nama@contoh.id",
              "<a@b.id>": "nama@contoh.id"},
    "angka": {"10 orang": "diisi angka saja", "1.5": "dengan koma", "-3": "angka saja"},
    "uang": {"1.50": "angka rupiah", "lima juta": "angka rupiah", "1,5": "angka rupiah"},
}  # fmt: skip
# What is right, and how it stands on paper.
INVISIBLE = "\u200b\ufeff\u202a\u2060"
RIGHT: dict[str, dict[str, str]] = {
    "nik": {nik: "".join(filter(str.isdigit, nik)) for nik in NIK_RIGHT}
    | {f"{INVISIBLE}3375 01\u2013570895{INVISIBLE}0001": "3375015708950001"},
    "kk": {"6206010101100001": "6206010101100001"},
    "npwp": {"01.234.567.8-501.000": "01.234.567.8-501.000",
             "3171015708950001": "3171015708950001"},
    "nib": {"1234 5678 90123": "1234567890123"},
    # 21 where the month of appointment stands: staff under contract (PPPK).
    "nip": {"199508172022211003": "199508172022211003"},
    "kodepos": {"51111": "51111"},
    "tanggal": {
        "1-2-2020": "01-02-2020", "1/2/2020": "01-02-2020", "01.02.2020": "01-02-2020",
        "1 Februari 2020": "01-02-2020", "1 feb 2020": "01-02-2020", "29-02-2024": "29-02-2024",
        "17081995": "17-08-1995", "17 Nopember 1995": "17-11-1995", "17 Agt 1995": "17-08-1995",
        "17 Agt. 1995": "17-08-1995", "3 Pebruari 2001": "03-02-2001", "3 Mrt 2001": "03-03-2001",
        "17\u201308\u20131995": "17-08-1995", "17Agustus1995": "17-08-1995",
    },
    "tanggal-lahir": {"17 Agt 1995": "17-08-1995"},
    "telepon": {
        "0812 3456 7890": "0812 3456 7890", "+62 812-3456-7890": "+62 812-3456-7890",
        "\u202a+62 8123456\u202c": "+62 8123456",
        "(0285) 421234": "(0285) 421234", "+60123456789": "+60123456789",
    },
    "email": {"a.b+c@d-e.co.id": "a.b+c@d-e.co.id"},
    "angka": {"0": "0", "1.250": "1.250", "1250,75": "1250,75", "2026": "2026"},
    "uang": {
        "1500000": "1.500.000", "Rp1.500.000,00": "1.500.000", "Rp. 500,-": "500", "0": "0",
        "Rp 1 500 000": "1.500.000",
    },
    "teks": {"  dua  kata ": "dua kata", "a\x00b\ufeff\u202e": "ab"},
    "paragraf": {" a\r\nb\t c \n": "a\nb\t c"},
}  # fmt: skip


def in_module(page: Page, call: str, *arguments: object) -> object:
    return page.evaluate(
        f"async args => {{ const m = await import(new URL('../../assets/formulir/check.mjs',"
        f" location.href)); return m.{call}(...args); }}",
        list(arguments),
    )


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [(kind, typed, said) for kind, cases in TABLE.items() for typed, said in cases.items()],
)
def test_a_wrong_answer_is_told_what_would_be_right(
    check_page: Page, kind: str, typed: str, said: str
) -> None:
    rules = JENIS[kind].published()
    assert said in str(in_module(check_page, "checkText", rules, kind.upper(), typed))


@pytest.mark.parametrize(
    ("kind", "typed", "paper"),
    [(kind, typed, paper) for kind, cases in RIGHT.items() for typed, paper in cases.items()],
)
def test_a_right_answer_is_taken_and_written_in_one_way(
    check_page: Page, kind: str, typed: str, paper: str
) -> None:
    rules = JENIS[kind].published()
    assert in_module(check_page, "checkText", rules, "X", typed, 1000) == ""
    assert in_module(check_page, "onPaper", rules, typed) == paper


def test_every_check_that_the_table_names_exists(check_page: Page) -> None:
    known = check_page.evaluate(
        """async () => {
          const { CHECKS } = await import(
            new URL("../../assets/formulir/types.mjs", location.href));
          return Object.keys(CHECKS);
        }"""
    )
    assert sorted({jenis.check for jenis in JENIS.values()}) == sorted(known)


def test_no_region_is_refused_in_a_nik(check_page: Page) -> None:
    refused = check_page.evaluate(
        """async rules => {
          const { checkText } = await import(
            new URL("../../assets/formulir/check.mjs", location.href));
          const regions = Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, "0"));
          return regions.filter((code) => checkText(rules, "NIK", code + "01011708950001"));
        }""",
        JENIS["nik"].published(),
    )
    assert refused == []


@pytest.fixture(scope="module")
def check_page(browser: Browser, site_address: str) -> Iterator[Page]:
    """One page for all checks of the modules alone."""
    page = browser.new_page()
    troubles: list[str] = []
    watch(page, site_address, troubles)
    open_form(page, site_address, AK1)
    yield page
    page.close()
    assert troubles == []
