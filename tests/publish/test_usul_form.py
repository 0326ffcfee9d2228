"""The proposal form without a browser: `sop usulan` reads its file, and both have one table."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from sop_terbuka.data import catalog
from sop_terbuka.data.model import Situs
from sop_terbuka.data.model.situs import Pengelola
from sop_terbuka.publish.assets import table_script
from sop_terbuka.publish.pages.proposal import mail_addresses, recipients
from sop_terbuka.publish.render import environment
from sop_terbuka.revise import usulan
from sop_terbuka.revise.revisi import compare, of_folder
from tests.contoh_revisi import DATA, SOP, copied, edit
from tests.revise.test_usulan_golden import OFFICE, PROPOSED, SILENT

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "src/sop_terbuka/publish/pages/scripts/usul.mjs"
HOSTILE = "kutip \" dan \\ titik dua: # pagar, @nama [x] é 日本 *a* 'b'"
SOURCE = {"jenis": "dinas", "nama": "papan: #1", "url": "https://contoh.invalid/a"}


@pytest.fixture
def node() -> str:
    """The Node.js of the machine, else the one inside Playwright."""
    from playwright._impl._driver import compute_driver_executable

    return shutil.which("node") or compute_driver_executable()[0]


def rendered(nama: str | None = None) -> str:
    data = catalog.load(DATA / "sop_data", DATA / "forms")
    sop = data.sop["kota-contoh/izin-pasar-malam"]
    sop = sop.model_copy(update={"nama": nama}) if nama else sop
    office = data.instansi["kota-contoh"]
    return (
        environment()
        .get_template("usul.html.j2")
        .render(
            sop=sop,
            dasar=usulan.fingerprint((DATA / SOP).read_bytes()),
            bidang=usulan.choices(sop, office),
            kirim=recipients(Situs(), office),
            surel=mail_addresses(Situs(), office),
            isu="",
        )
    )


def evaluated(node: str, expression: str) -> Any:
    """The value of an expression over the form's core and the library's table."""
    script = f'import * as usul from "{MODULE.as_uri()}";'
    script += f"const table = {json.dumps(usulan.published())};"
    script += f"process.stdout.write(JSON.stringify({expression}));"
    done = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def test_the_core_keeps_its_promises_in_node(node: str) -> None:
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests/publish/usul.test.mjs")],
        env=os.environ | {"NO_COLOR": "1", "USUL_TABEL": json.dumps(usulan.published())},
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
            {"pada": "tempat", "isi": {"nama": HOSTILE, "alamat": ""}, "sumber": SOURCE},
        ],
    }  # fmt: skip
    path = tmp_path / "usulan.yml"
    text = evaluated(node, f"usul.proposalText({json.dumps(proposal)})")
    path.write_text(text, encoding="utf-8")
    read = usulan.read(path)
    assert (read.pengusul, read.perubahan[1].menjadi) == ("Siti: A", HOSTILE)
    assert read.perubahan[2].isi == {"nama": HOSTILE}
    made = usulan.apply(read, {usulan.SOP: content}, "2026-11-29")[usulan.SOP].decode()
    assert "    waktu: 1 jam\n    output: [Berita acara]\n" in made
    assert yaml.safe_load(made)["tempat"]["nama"] == HOSTILE


@pytest.mark.parametrize("name", PROPOSED)
def test_the_form_says_of_a_change_what_the_comparison_says(
    node: str, name: str, tmp_path: Path
) -> None:
    """Where the form calls a change a burden or a relief, `sop beda` does so too."""
    before = edit(copied(tmp_path / "a"), SILENT if name.startswith("biaya") else [])
    path = tmp_path / "usulan.yml"
    head = f"usulan: 1\nsop: kota-contoh/izin-pasar-malam\ndasar: sha256:{'0' * 64}\nperubahan:\n"
    path.write_text(head + PROPOSED[name], encoding="utf-8")
    proposal = usulan.read(path)
    keys = {usulan.SOP: SOP, usulan.INSTANSI: OFFICE}
    files = {key: (before / file).read_bytes() for key, file in keys.items()}
    after = copied(tmp_path / "b")
    for key, content in usulan.apply(proposal, files, "2026-11-29").items():
        (after / keys[key]).write_bytes(content)
    told = {
        change.dampak
        for file in compare(of_folder(before), of_folder(after)).berkas
        for change in file.perubahan
        if not change.periksa
    }
    changes = []
    for item in proposal.perubahan:
        part, key = usulan.part_of(item.pada)
        assert part
        change = item.model_dump(exclude_none=True)
        gone = {"hapus": True} if item.menjadi is None and item.isi is None else {}
        changes.append(change | gone | {"bagian": part.pada, "kunci": key})
    said = set(evaluated(node, f"{json.dumps(changes)}.map((one) => usul.effect(table, one))"))
    assert said & {"memberatkan", "meringankan"} <= told


def test_text_of_the_data_is_escaped_in_the_page() -> None:
    html = rendered(nama='"></script><script>alert(1)</script>')
    assert "<script>" not in html
    assert html.count("</script>") == 1
    assert 'href="mailto:' not in html


def test_the_published_table_is_the_one_that_refuses() -> None:
    text = table_script().decode()
    assert json.loads(text.removeprefix("globalThis.usulTabel = ").rstrip(";\n")) == json.loads(
        json.dumps(usulan.published())
    )


def test_a_proposal_goes_to_the_maintainers_and_to_the_office() -> None:
    office = catalog.load(DATA / "sop_data", DATA / "forms").instansi["kota-contoh"]
    keeper = Pengelola(nama="Tim SOP", surel="tim@contoh.invalid", url="https://contoh.invalid/")
    kept = Situs(pengelola=keeper)
    assert [one.nama for one in recipients(kept, office)] == ["Tim SOP", office.disebut]
    assert recipients(kept, office)[0].alamat[0] == (keeper.surel, f"mailto:{keeper.surel}")
    assert mail_addresses(kept, office) == ("tim@contoh.invalid",)
    # Without a maintainer the office's telephone and counter are left.
    assert [one.nama for one in recipients(Situs(), office)] == [office.disebut]
    assert recipients(Situs(), office)[0].alamat[0][0] == "(000) 123456"
