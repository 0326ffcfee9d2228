"""Every mistake that authors often make has its own sentence, at its line: see kesalahan.txt."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_terbuka.data.catalog import examine_with_sources

EXAMPLE = Path(__file__).parents[1] / "examples" / "dasar"
TABLE = Path(__file__).with_name("kesalahan.txt")
FILE = "dinas-contoh/kartu-usaha.yml"
_FINE = "> Tidak ada masalah."
# What a reader of the table could not see.
_SHOWN = {"·": "\N{NO-BREAK SPACE}", "→": "\t"}


def cases() -> Iterator[tuple[str, list[str]]]:
    for part in TABLE.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, *lines = part.rstrip("\n").split("\n")
        yield name, lines


CASES = dict(cases())


def edited(text: str, lines: list[str]) -> str:
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    for shown, meant in _SHOWN.items():
        new = new.replace(shown, meant)
    assert text.count(f"\n{old}") == 1 or text.startswith(old), old
    return text.replace(old, new, 1)


def answers(folder: Path, content: bytes) -> list[str]:
    path = folder / "sop_data" / FILE
    path.write_bytes(content)
    _, found = examine_with_sources(folder / "sop_data", folder / "forms")
    assert {problem.berkas for problem in found} <= {f"sop_data/{FILE}"}
    said = [str(problem).removeprefix(f"sop_data/{FILE}:") for problem in sorted(set(found))]
    return [f"> {line}" for line in said] or [_FINE]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "contoh")
    return tmp_path / "contoh"


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_at_its_line_with_what_to_write(name: str, folder: Path) -> None:
    lines = CASES[name]
    text = (folder / "sop_data" / FILE).read_text(encoding="utf-8")
    said = answers(folder, edited(text, lines).encode())
    told = [line for line in lines if line.startswith(">")]
    if os.environ.get("SOP_PERBARUI_CONTOH"):
        _renew(name, lines, said)
    else:
        assert said == told


def _renew(name: str, lines: list[str], said: list[str]) -> None:
    kept = [line for line in lines if not line.startswith(">")]
    before, found, rest = TABLE.read_text(encoding="utf-8").partition(f"\n## {name}\n")
    assert found
    after = re.split(r"\n(?=\n## )", rest, maxsplit=1)[1:]
    whole = before + found + "\n".join([*kept, *said]) + "".join(f"\n{part}" for part in after)
    TABLE.write_text(whole.rstrip("\n") + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda raw: raw.replace(b"\n", b"\r\n"), _FINE),
        (lambda raw: b"\xef\xbb\xbf" + raw, _FINE),
        (
            lambda raw: raw.replace(b"usaha terdaftar", b"usaha\x96terdaftar"),
            "> 3:45: berkas bukan teks UTF-8. Simpan ulang; di Notepad: Simpan Sebagai, pengodean "
            "UTF-8. [bukan-utf8]",
        ),
    ],
    ids=["15 akhir baris Windows", "16 tanda BOM", "17 pengodean lama"],
)  # fmt: skip
def test_how_a_file_is_saved(change: object, told: str, folder: Path) -> None:
    assert callable(change)
    assert answers(folder, change((folder / "sop_data" / FILE).read_bytes())) == [told]
