"""The proposal form: its file is read by `sop usulan`, in node and in a browser."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sop_terbuka import catalog, usulan
from sop_terbuka.page.render import environment
from tests.contoh_revisi import DATA, SOP

ROOT = Path(__file__).parent.parent
MODULE = ROOT / "docs/assets/js/usul.mjs"
HOSTILE = "kutip \" dan \\ titik dua: # pagar, @nama [x] é 日本 *a* 'b'"


@pytest.fixture
def node() -> str:
    """The Node.js of the machine, else the one inside Playwright."""
    from playwright._impl._driver import compute_driver_executable

    return shutil.which("node") or compute_driver_executable()[0]


@pytest.fixture
def fragment() -> str:
    return rendered(surel="dinas@contoh.invalid", isu="https://contoh.invalid/issues/new?a=b&c=d")


def rendered(nama: str | None = None, **more: str) -> str:
    sop = catalog.load(DATA / "sop_data", DATA / "forms").sop["kota-contoh/izin-pasar-malam"]
    sop = sop.model_copy(update={"nama": nama}) if nama else sop
    context = {"surel": "", "isu": ""} | more
    return (
        environment()
        .get_template("usul.html.j2")
        .render(
            sop=sop,
            dasar=usulan.fingerprint((DATA / SOP).read_bytes()),
            bidang=usulan.editable(sop),
            **context,
        )
    )


def test_the_core_keeps_its_promises_in_node(node: str) -> None:
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests/usul.test.mjs")],
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_file_of_the_form_is_read_by_the_command(node: str, tmp_path: Path) -> None:
    content = (DATA / SOP).read_bytes()
    proposal = {
        "sop": "kota-contoh/izin-pasar-malam",
        "nama": "Izin\nPasar: Malam",
        "dasar": usulan.fingerprint(content),
        "pengusul": "Siti: A",
        "perubahan": [
            {"pada": "langkah[tinjau].waktu", "dari": "1 hari", "menjadi": "1 jam", "alasan": "x"},
            {"pada": "langkah[bayar].keterangan", "dari": "", "menjadi": HOSTILE, "alasan": "y\nz"},
        ],
    }  # fmt: skip
    script = f'import {{ proposalText }} from "{MODULE.as_uri()}";'
    script += f"process.stdout.write(proposalText({json.dumps(proposal)}));"
    text = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, check=True
    ).stdout
    path = tmp_path / "usulan.yml"
    path.write_bytes(text)
    read = usulan.read(path)
    assert (read.pengusul, read.perubahan[1].menjadi) == ("Siti: A", HOSTILE)
    made = usulan.apply(read, content).decode()
    assert "    waktu: 1 jam\n    output: [Berita acara]\n" in made


def test_text_of_the_data_is_escaped_in_the_page() -> None:
    html = rendered(nama='"><script>alert(1)</script>')
    assert "<script>" not in html
    assert 'href="mailto:' not in html


@pytest.mark.browser
def test_a_person_makes_a_proposal_by_keyboard_and_nothing_is_sent(
    fragment: str, tmp_path: Path
) -> None:
    from playwright.sync_api import sync_playwright

    page_file = tmp_path / "usul.html"
    script = MODULE.read_text(encoding="utf-8").replace("export function", "function")
    page_file.write_text(
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Uji</title>'
        f'{fragment}<script type="module">{script}</script>',
        encoding="utf-8",
    )
    chromium = next(
        found
        for name in (
            os.environ.get("CHROMIUM"),
            "chromium",
            "google-chrome-stable",
            "google-chrome",
        )
        if name and (found := shutil.which(name))
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        errors: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(page_file.as_uri())
        add = page.get_by_role("button", name="Tambahkan ke usulan")
        add.press("Enter")
        assert page.get_by_role("alert").inner_text() == "Pilih bagian yang ingin diubah."
        page.get_by_label("Bagian yang diubah").select_option("langkah[periksa].waktu")
        assert page.locator("output").inner_text() == "30 menit"
        page.get_by_label("Yang seharusnya").fill("1 jam")
        page.get_by_label("Alasan").fill("sesuai antrean")
        add.press("Enter")
        assert (
            page.get_by_role("listitem")
            .inner_text()
            .startswith("Langkah 2, waktu: 30 menit → 1 jam")
        )
        with page.expect_download() as download:
            page.get_by_role("button", name="Unduh berkas usulan").press("Enter")
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert (
            page.get_by_role("link", name="Tulis surel")
            .get_attribute("href")
            .startswith("mailto:dinas%40contoh.invalid?subject=")
        )
        width = page.evaluate("document.documentElement.scrollWidth")
        page.add_script_tag(path=ROOT / "tests/browser/vendor/axe.min.js")
        faults = page.evaluate("axe.run('.usul').then((r) => r.violations.map((v) => v.id))")
        browser.close()
    assert errors == []
    assert faults == []
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert saved.name == "usulan-kota-contoh-izin-pasar-malam.yml"
    assert usulan.read(saved).perubahan[0].menjadi == "1 jam"
    assert width <= 360
