"""The authors' guide shows data that passes the rules."""

import re
import shutil
from pathlib import Path

from sop_terbuka.data import catalog

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "src/sop_terbuka/publish/pages/panduan/index.md"
GOOD = ROOT / "tests/examples/dasar"


def test_the_whole_example_of_a_service_standard_has_no_problem(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(jenis_dokumen: .*?)```", text, re.DOTALL)
    shutil.copytree(GOOD, tmp_path / "data")
    data = tmp_path / "data" / "sop_data"
    (data / "dinas-contoh" / "kartu-contoh.yml").write_text(example, encoding="utf-8")
    _, problems = catalog.examine(data, tmp_path / "data" / "forms")
    assert [str(problem) for problem in problems] == []
