"""Changing one value keeps every other character of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_terbuka.revise.edit import EditError, Path, Plain, change, plain, put

TEXT = """\
# kepala
nama: Kartu   # nama layanan
ringkasan: >-
  Kartu untuk
  semua orang.

langkah:
  - id: daftar
    waktu: 5 menit # diukur
    kelengkapan: [KTP, "Foto, berwarna"]
  # di antara
  - {id: periksa, waktu: '10 menit', sel: {a: b}}
alat:
- Komputer
- Alat tulis

# ekor
"""


def changed_lines(path: tuple[int | str, ...], value: str | None) -> list[str]:
    """Lines that only one side has, with - and +."""
    before, after = TEXT.splitlines(), change(TEXT, path, value).splitlines()
    return [f"-{line}" for line in before if line not in after] + [
        f"+{line}" for line in after if line not in before
    ]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (
            ("nama",),
            "Kartu Baru",
            ["-nama: Kartu   # nama layanan", "+nama: Kartu Baru   # nama layanan"],
        ),
        (
            ("nama",),
            "A: B # C",
            ["-nama: Kartu   # nama layanan", '+nama: "A: B # C"   # nama layanan'],
        ),
        (
            ("langkah", 0, "waktu"),
            "2 hari",
            ["-    waktu: 5 menit # diukur", "+    waktu: 2 hari # diukur"],
        ),
        (
            ("langkah", 1, "waktu"),
            "2 hari",
            [
                "-  - {id: periksa, waktu: '10 menit', sel: {a: b}}",
                "+  - {id: periksa, waktu: '2 hari', sel: {a: b}}",
            ],
        ),
        (("ringkasan",), "Singkat.", ["-  Kartu untuk", "-  semua orang.", "+  Singkat."]),
        (
            ("langkah", 0, "kelengkapan", 0),
            "KTP, asli",
            [
                '-    kelengkapan: [KTP, "Foto, berwarna"]',
                '+    kelengkapan: ["KTP, asli", "Foto, berwarna"]',
            ],
        ),
        (("alat", 2), "Meja", ["+- Meja"]),
        (("langkah", 0, "keterangan"), "baru", ["+    keterangan: baru"]),
        (
            ("langkah", 1, "sel", "c"),
            "x, y",
            [
                "-  - {id: periksa, waktu: '10 menit', sel: {a: b}}",
                "+  - {id: periksa, waktu: '10 menit', sel: {a: b, c: \"x, y\"}}",
            ],
        ),
        (("alat", 0), None, ["-- Komputer"]),
        (("langkah", 0, "waktu"), None, ["-    waktu: 5 menit # diukur"]),
        (
            ("langkah", 0, "kelengkapan", 1),
            None,
            ['-    kelengkapan: [KTP, "Foto, berwarna"]', "+    kelengkapan: [KTP]"],
        ),
    ],
)
def test_only_the_lines_of_the_value_differ(
    path: tuple[int | str, ...], value: str | None, lines: list[str]
) -> None:
    assert changed_lines(path, value) == lines


def test_a_long_value_is_folded_below_its_key() -> None:
    made = change(TEXT, ("langkah", 0, "id"), "kata " * 30 + "akhir")
    assert "  - id: >-\n      kata kata" in made
    assert max(len(line) for line in made.splitlines()) <= 120


def test_windows_line_ends_stay() -> None:
    made = change(TEXT.replace("\n", "\r\n"), ("alat", 2), "Meja")
    assert made == change(TEXT, ("alat", 2), "Meja").replace("\n", "\r\n")


@pytest.mark.parametrize(
    "path", [("langkah",), ("langkah", 0), ("langkah", 7, "waktu"), ("nama", "x"), ("alat", 9)]
)
def test_what_is_no_single_value_is_refused(path: tuple[int | str, ...]) -> None:
    with pytest.raises(EditError):
        change(TEXT, path, "x")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=200))
def test_any_text_is_read_back_as_written(text: str) -> None:
    value = " ".join(text.split())
    for path in (
        ("nama",),
        ("ringkasan",),
        ("langkah", 0, "waktu"),
        ("langkah", 1, "waktu"),
        ("alat", 2),
    ):
        if value:
            made = plain(change(TEXT, path, value))
            for part in path:
                made = made[part]
            assert made == value


RECORD: Plain = {"nama": "Loket: 2", "dasar": [{"jenis": "dinas", "nama": "Papan"}]}


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        (
            "a: 1 # satu\nc: 3\n",
            ("b",),
            RECORD,
            'a: 1 # satu\nb:\n  nama: "Loket: 2"\n'
            "  dasar:\n    - jenis: dinas\n      nama: Papan\nc: 3\n",
        ),
        ("a:\n  x: 1\n\n# d\nd: 4\n", ("b",), "dua", "a:\n  x: 1\nb: dua\n\n# d\nd: 4\n"),
        ("a: 1\n", ("z",), ["x"], "a: 1\nz: [x]\n"),
        (
            "{a: 1}",
            ("b",),
            RECORD,
            '{a: 1, b: {nama: "Loket: 2", dasar: [{jenis: dinas, nama: Papan}]}}',
        ),
        ("l:\n- x: 1\n- x: 2\n", ("l", 1), {"x": "3"}, "l:\n- x: 1\n- x: 3\n- x: 2\n"),
        ("l:\n  - {x: 1}\n", ("l", 1), {"x": "3"}, "l:\n  - {x: 1}\n  - x: 3\n"),
        ("l:\n  - x: 1\n", ("l", 0), {"x": "3"}, "l:\n  - x: 3\n  - x: 1\n"),
        ("l: [a, b]\n", ("l", 1), "c", "l: [a, c, b]\n"),
        ("l: [a]\r\nm: 1\r\n", ("l", 1), "c", "l: [a, c]\r\nm: 1\r\n"),
        ("l:\r\n  - a: 1\r\n", ("l", 1), {"a": "2"}, "l:\r\n  - a: 1\r\n  - a: 2\r\n"),
    ],
)  # fmt: skip
def test_a_record_is_added_where_it_belongs(
    before: str, path: Path, value: Plain, after: str
) -> None:
    assert put(before, path, value, "abcd") == after


@pytest.mark.parametrize("path", [("a",), ("x", "y"), ("l", 5), ("l", "x"), (0,)])
def test_nothing_is_added_where_it_cannot_stand(path: Path) -> None:
    with pytest.raises(EditError):
        put("a: 1\nl: [b]\n", path, "baru")
