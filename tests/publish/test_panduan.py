"""The examples of the authors' guide are data that passes the checks."""

import re
from pathlib import Path

import pytest

import sop_terbuka.publish.pages
from sop_terbuka.cli import main
from tests.conftest import ROOT

GUIDE = Path(sop_terbuka.publish.pages.__file__).parent / "panduan" / "index.md"
GOOD = ROOT / "tests" / "examples" / "dasar"
_ACTORS = """pelaksana:
  - {id: umum, nama: Bagian Umum, pihak: dalam}
  - {id: sekretaris, nama: Sekretaris, pihak: dalam}
  - {id: kepala, nama: Kepala, pihak: dalam}
"""


def test_the_example_of_a_flow_has_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```yaml\n(langkah:.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 1
    for path in GOOD.rglob("*.*"):
        target = tmp_path / path.relative_to(GOOD)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    written = tmp_path / "sop_data" / "dinas-contoh" / "kartu-usaha.yml"
    head, _, _ = written.read_text("utf-8").partition("pelaksana:\n")
    # Without a source text, which would have to hold the example's words.
    head = head.replace("langkah: serahkan, baris: 9", "langkah: terima")
    head = head.replace("status: transkripsi", "status: rancangan")
    written.write_text(head + _ACTORS + blocks[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    main(["periksa"])
    # Only the source text misses the SOP that the example stands in for.
    assert "kartu-usaha.yml" not in capsys.readouterr().out
