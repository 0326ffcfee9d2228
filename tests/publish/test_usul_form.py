"""The proposal form without a browser: its file is read by `sop usulan`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from sop_terbuka.data import catalog
from sop_terbuka.publish.render import environment
from sop_terbuka.revise import usulan
from tests.contoh_revisi import DATA, SOP

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "src/sop_terbuka/publish/pages/scripts/usul.mjs"
HOSTILE = "kutip \" dan \\ titik dua: # pagar, @nama [x] é 日本 *a* 'b'"


@pytest.fixture
def node() -> str:
    """The Node.js of the machine, else the one inside Playwright."""
    from playwright._impl._driver import compute_driver_executable

    return shutil.which("node") or compute_driver_executable()[0]


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
        [node, "--test", str(ROOT / "tests/publish/usul.test.mjs")],
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
