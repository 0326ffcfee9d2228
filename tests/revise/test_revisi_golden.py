"""The changes that reviewers meet most or that could mislead them, and the comment each gives.

`PERBARUI=1 pytest tests/revise/test_revisi_golden.py` writes the golden files anew; read them as a
reviewer would before committing.
"""

import os
from pathlib import Path

import pytest

from sop_terbuka.publish.outputs import OUTPUTS
from sop_terbuka.revise.gate import reasons_against
from sop_terbuka.revise.revisi import as_comment, compare, of_folder
from tests.contoh_beda import CHANGED, GIVEN
from tests.contoh_revisi import SAMPLES, copied, edit

# The comments were read with these; a new kind of file needs no new reading.
PUBLISHED = [o for o in OUTPUTS if o.sebutan in ("Diagram alir", "Dokumen SOP-AP", "Ceklis")]
ALL = SAMPLES | CHANGED
GOLDEN = Path(__file__).parents[1] / "golden" / "beda"


@pytest.mark.parametrize("name", ALL)
def test_a_change_gives_the_comment_that_was_read_and_approved(name: str, tmp_path: Path) -> None:
    given = GIVEN.get(name, [])
    before = of_folder(edit(copied(tmp_path / "sebelum"), given))
    after = of_folder(edit(copied(tmp_path / "sesudah"), [*given, *ALL[name]]))
    assert not before.rusak | after.rusak
    comment = as_comment(compare(before, after, outputs=PUBLISHED))
    path = GOLDEN / f"{name}.md"
    if os.environ.get("PERBARUI"):
        path.write_text(comment, encoding="utf-8")
    assert comment == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ALL)
def test_the_trusted_half_lets_the_comment_through(name: str) -> None:
    assert reasons_against((GOLDEN / f"{name}.md").read_text(encoding="utf-8")) == []


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(ALL)
