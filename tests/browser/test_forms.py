"""Every public service's form, filled by keyboard: messages, files, drafts, no network."""

import gzip
import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from markupsafe import Markup
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    Response,
    Route,
    expect,
)
from pypdf import PdfReader
from tests.browser.conftest import AXE
from tests.browser.forms import (
    AK1,
    END,
    WRONG,
    Plan,
    Server,
    answered,
    docx_is_sound,
    docx_text,
    downloaded,
    fill_ak1,
    fill_boxes,
    long_text,
    messages,
    open_form,
    pdf_text,
    plan,
    submit,
    type_all,
    unanswered,
)
from tests.conftest import SAMPLE

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model.formulir import Formulir, Tujuan
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages import Tools
from sop_terbuka.publish.pages.forms import form_pages

pytestmark = pytest.mark.browser

_CATALOG = load(SAMPLE / "sop_data", SAMPLE / "forms")
PUBLIC = [
    form.id
    for form in _CATALOG.formulir.values()
    if any(not _CATALOG.sop[key].is_internal for key in form.layanan)
]


@pytest.fixture
def requests(context: BrowserContext) -> list[Request]:
    """Every request of the page and of its service worker."""
    seen: list[Request] = []
    context.on("request", lambda request: seen.append(request))
    return seen


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

    pdf = downloaded(page, "Unduh PDF")
    docx = downloaded(page, "Unduh Word")
    assert docx_is_sound(docx)
    for paper in (pdf_text(pdf), docx_text(docx)):
        assert [text for text in answered(form, right) if text not in paper] == []
        assert [text for text in unanswered(form, right) if text in paper] == []

    texts = [text.split("\n")[0] for text in right.typed.values() if len(text) > 4]
    for request in requests:
        sent = request.url + (request.post_data or "")
        assert not any(text in sent for text in texts), sent
        assert request.url.startswith((site_address, "blob:")), request.url
    assert page.url == f"{site_address}formulir/{form_id}/"
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('formulir:'))") == []


def test_a_form_weighs_little_before_somebody_answers_and_before_a_file_is_asked_for(
    browser: Browser, site_address: str
) -> None:
    # The copy for airplane mode is fetched behind the page and counted in the benchmark.
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    open_form(page, site_address, AK1)
    page.wait_for_load_state("networkidle")
    assert not [found.url for found in seen if re.search("papers|huruf|ukuran", found.url)]
    assert sum(len(gzip.compress(found.body(), 6)) for found in seen if found.ok) <= 100_000
    before = len(seen)
    fill_ak1(page, site_address)
    submit(page)
    page.wait_for_load_state("networkidle")
    downloaded(page, "Unduh PDF")
    downloaded(page, "Unduh Word")
    later = {
        found.url: found for found in seen[before:] if re.search("papers|huruf|ukuran", found.url)
    }
    assert len(later) == 3
    assert sum(len(gzip.compress(found.body(), 6)) for found in later.values()) <= 30_000
    context.close()


def test_a_name_with_odd_letters_loads_the_whole_font_and_no_other(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    open_form(page, site_address, AK1)
    type_all(page, plan(_CATALOG.formulir[AK1]))
    submit(page)
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    downloaded(page, "Unduh PDF")
    fonts = [name for url in seen for name in re.findall(r"(?:huruf|ukuran)\w*", url)]
    assert sorted(fonts) == ["hurufLain", "ukuranLain"]
    context.close()


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The kinds of the structure tree's elements in reading order."""
    found = []

    def walk(element: pikepdf.Object) -> None:
        found.append(str(element.S))
        for kid in element.K:
            if kid.get("/Type") == pikepdf.Name.StructElem:
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_a_filled_letter_is_tagged_whole_and_on_one_page(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    submit(page)
    data = downloaded(page, "Unduh PDF")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 1
        kinds = tags(pdf)
        assert kinds[:2] == ["/Document", "/H1"]
        assert {"/H2", "/P", "/Span", "/Table", "/TR", "/TH", "/TD"} <= set(kinds)
        assert str(pdf.Root.Lang) == "id"
        assert pdf.Root.MarkInfo.Marked is True
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == str(pdf.docinfo.Title)
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        marks = re.findall(rb"/MCID (\d+)", pdf.pages[0].obj.Contents.read_bytes())
        assert [int(mark) for mark in marks] == list(range(len(owners)))
        (font,) = {str(name) for name in pdf.pages[0].obj.Resources.Font}
        assert font == "/Isi"


def test_a_long_answer_is_written_whole_and_the_signature_stays_with_its_date(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.locator("#i-alamat").fill("\n".join([*["baris"] * 90, END]))
    page.get_by_role("textbox", name="Tempat (").fill("Wanasari")
    submit(page)
    pages = [
        found.extract_text() for found in PdfReader(BytesIO(downloaded(page, "Unduh PDF"))).pages
    ]
    assert len(pages) == 3
    assert END in "".join(pages)
    assert [n for n, text in enumerate(pages) if "Wanasari, ...." in text] == [2]
    assert [n for n, text in enumerate(pages) if "Pencari kerja\n" in text] == [2]


def test_letters_that_the_pdf_cannot_show_are_replaced_and_named(
    page: Page, site_address: str
) -> None:
    fill_ak1(page, site_address)
    page.get_by_role("textbox", name="Nama lengkap").fill("Contoh 漢字 \N{GRINNING FACE}")
    submit(page)
    pdf = downloaded(page, "Unduh PDF")
    expect(page.get_by_text("Huruf berikut tidak dapat dicetak di PDF")).to_have_text(
        "PDF siap. Huruf berikut tidak dapat dicetak di PDF dan diganti □; di Word tetap ada. "
        "Nama lengkap: 漢 字 😀; Nama Pencari kerja: 漢 字 😀"
    )
    assert "Namalengkap:Contoh□□□" in pdf_text(pdf)
    assert "Contoh漢字😀" in docx_text(downloaded(page, "Unduh Word"))


# From a service and back to it.


def test_a_service_page_leads_to_its_form_and_back(page: Page, site_address: str) -> None:
    service = "kab-rimbaraya/kartu-ak1"
    page.goto(f"{site_address}{service}/")
    page.locator(f"a[href*='formulir/{AK1}/']").first.click()
    fill_boxes(page)
    submit(page)
    expect(page.get_by_role("heading", name="Apa selanjutnya")).to_be_visible()
    shown = page.locator("[data-layanan]:visible")
    assert [place.get_attribute("data-layanan") for place in shown.all()] == [service]
    primary = page.locator(".tinjau .md-button--primary")
    expect(primary).to_have_count(1)
    expect(primary).to_have_text("Unduh PDF")
    page.get_by_role("link", name="Yang perlu disiapkan untuk layanan ini").click()
    assert page.url == f"{site_address}{service}/#siapkan"


def test_the_office_of_the_service_is_the_addressee_unless_another_is_chosen(
    browser: Browser, site_address: str, catalog: Catalog
) -> None:
    # A service worker would answer in place of the page that is made here.
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    offices = [Tujuan(instansi=key, kepada=f"Kepala {key}") for key in catalog.instansi]
    form = catalog.formulir[AK1].model_copy(update={"ditujukan_kepada": offices})
    changed = replace(catalog, formulir={AK1: form})
    tools = Tools(icon=lambda name: Markup(""), services=all_layanan(catalog))
    made = next(found for found in form_pages(changed, tools) if found.address.endswith(f"{AK1}/"))

    def answer(route: Route) -> None:
        whole = route.fetch().text()
        old = whole[whole.index("<h1>") : whole.index("</article>")]
        route.fulfill(body=whole.replace(old, str(made.html())), content_type="text/html")

    page.route(re.compile(rf"/formulir/{AK1}/\?layanan"), answer)
    page.goto(f"{site_address}formulir/{AK1}/?layanan=kab-rimbaraya/kartu-ak1")
    there = page.get_by_role("radio", name="Kepala kab-rimbaraya")
    expect(there).to_be_checked()
    fill_boxes(page)
    page.get_by_role("radio", name="Kepala kota-wanasari").check()
    page.reload()
    expect(there).not_to_be_checked()
    submit(page)
    shown = page.locator("[data-layanan]:visible")
    assert [place.get_attribute("data-layanan") for place in shown.all()] == [
        "kota-wanasari/kartu-ak1"
    ]
    paper = pdf_text(downloaded(page, "Unduh PDF"))
    assert "Kepalakota-wanasari" in paper
    assert "rimbaraya" not in paper
    context.close()


def test_whoever_is_finished_leaves_nothing_behind(page: Page, site_address: str) -> None:
    fill_ak1(page, site_address)
    submit(page)
    downloaded(page, "Unduh PDF")
    page.get_by_role("button", name="Selesai, kosongkan formulir").click()
    expect(page.get_by_text("Selesai. Semua isian dihapus")).to_be_focused()
    expect(page.get_by_role("textbox", name="Nama lengkap")).to_have_value("")
    kept = "[...Object.keys(sessionStorage), ...Object.keys(localStorage)].join()"
    assert "formulir:" not in page.evaluate(kept)
    assert "Contoh Nama" not in page.content()


def test_a_declaration_without_its_facts_is_not_printed(
    page: Page, site_address: str, catalog: Catalog
) -> None:
    form = next(
        form for form in catalog.formulir.values()
        if form.jenis == "surat-pernyataan" and any(isian.wajib == "ya" for isian in form.isian)
    )  # fmt: skip
    open_form(page, site_address, form.id)
    page.locator("form.isian textarea, form.isian input[type=text]").last.fill("Contoh")
    expect(page.get_by_text("siap dipakai tanpa internet")).to_be_visible()
    text = "".join(found.extract_text() for found in PdfReader(BytesIO(page.pdf())).pages)
    assert "belum lengkap, jadi belum dapat dicetak" in " ".join(text.split())
    assert form.pernyataan[0][:30] not in text


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


def kept(context: BrowserContext, address: str) -> Page:
    """A form that the device has kept."""
    page = context.new_page()
    open_form(page, address, AK1)
    # Nothing is fetched before somebody answers.
    page.get_by_role("textbox", name="Agama").fill("x")
    expect(page.get_by_text("Formulir ini siap dipakai tanpa internet.")).to_be_visible()
    return page


def test_after_the_first_visit_a_form_works_in_airplane_mode(
    context: BrowserContext, own_site: Server, catalog: Catalog
) -> None:
    page = kept(context, own_site.address)
    own_site.stop()
    right = plan(catalog.formulir[AK1])
    open_form(page, own_site.address, AK1)
    type_all(page, right)
    page.keyboard.press("Enter")
    for paper in (
        pdf_text(downloaded(page, "Unduh PDF")), docx_text(downloaded(page, "Unduh Word"))
    ):  # fmt: skip
        assert [text for text in answered(catalog.formulir[AK1], right) if text not in paper] == []


def test_a_kept_form_opens_on_a_network_that_never_answers(
    context: BrowserContext, own_site: Server
) -> None:
    page = kept(context, own_site.address)
    own_site.silence()
    fill_ak1(page, own_site.address)
    submit(page)
    assert "ContohNama" in pdf_text(downloaded(page, "Unduh PDF"))


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
    share = page.get_by_role("button", name="Bagikan PDF")
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
