"""YAML is read as text with its place; what cannot be read says where and why."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_terbuka.data.node import MAX_BYTES, MAX_DEPTH, Node, read_file, read_text


def read_good(text: str) -> Node:
    node, problems = read_text(text, "berkas.yml")
    assert problems == []
    assert node is not None
    return node


def read_bad(text: str) -> list[str]:
    _, problems = read_text(text, "b")
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "written", ["no", "yes", "0123", "1.10", "10:30", "2022-02-16", "1e3", "0x1F", "true"]
)
def test_a_value_stays_the_text_that_was_typed(written: str) -> None:
    assert read_good(f"kunci: {written}\n").plain() == {"kunci": written}


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_a_null_is_an_empty_value(written: str) -> None:
    assert read_good(f"kunci: {written}\n").plain() == {"kunci": ""}


def test_a_quoted_null_is_a_text() -> None:
    assert read_good("kunci: 'null'\n").plain() == {"kunci": "null"}


def test_a_value_knows_its_line_and_column() -> None:
    node = read_good("# Catatan\nlangkah:\n  - id: periksa\n    waktu: 5 menit\n")

    value = node.at(("langkah", 0, "waktu"))
    assert (value.line, value.column, value.value) == (4, 12, "5 menit")


def test_a_key_knows_its_line_and_column() -> None:
    node = read_good("langkah:\n  - id: periksa\n    waktu: 5 menit\n")

    key = node.key(("langkah", 0, "waktu"))
    assert (key.line, key.column, key.value) == (3, 5, "waktu")


def test_a_path_that_goes_on_after_the_data_ends_stops_at_the_last_node() -> None:
    node = read_good("langkah:\n  - id: periksa\n")

    last = node.at(("langkah", 0, "keputusan", "ya"))
    assert (last.line, last.column) == (2, 5)


def test_columns_count_letters_not_bytes() -> None:
    assert read_good("é: {ü: x}\n").at(("é", "ü")).column == 8


def test_windows_line_ends_do_not_shift_the_lines() -> None:
    assert read_good("a: 1\r\nb: 2\r\n").at(("b",)).line == 2


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_bytes(b"\xef\xbb\xbfnama: x\n")

    node, problems = read_file(path, "b.yml")
    assert problems == []
    assert node is not None
    assert node.plain() == {"nama": "x"}
    assert node.key(("nama",)).column == 1


def test_a_comment_before_the_document_sign_is_good() -> None:
    assert read_good("# Catatan\n---\nnama: x\n").plain() == {"nama": "x"}


def test_text_of_a_block_is_kept_with_its_lines() -> None:
    assert read_good("nama: |\n  satu\n  dua\n").plain() == {"nama": "satu\ndua\n"}


KUTIP_GANDA = 'tanda kutip " yang dibuka di sini tidak ditutup. Tulis " juga di akhir teksnya.'
KUTIP_TUNGGAL = "tanda kutip ' yang dibuka di sini tidak ditutup. Tulis ' juga di akhir teksnya."
LANJUT = "tanda kutip sudah ditutup sebelum ini, tetapi teksnya berlanjut. Apit seluruhnya:"
LURUS = (
    "baris ini diawali {} spasi, tidak lurus dengan baris di atasnya. Beri {} spasi, sama seperti "
    "{} di baris {}."
)
DALAM = "baris ini menjorok lebih dalam daripada baris 1, padahal baris itu sudah ada isinya."
TITIK_DUA = "teks yang memuat titik dua diapit tanda kutip. Tulis"
SATU_DOKUMEN = "satu berkas hanya memuat satu dokumen YAML. Hapus baris --- atau titik tiga itu."


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a: "b\nc: d\ne: f\n', "1:4", KUTIP_GANDA),
        ("a: 'b\nc: d\n", "1:4", KUTIP_TUNGGAL),
        ('a: "b\n---\nc: d\n', "1:4", KUTIP_GANDA),
        ('a: "b\nc: "d"\n', "1:4", KUTIP_GANDA),
        ('a: "b\nc: d"\n', "1:4", KUTIP_GANDA),
        ('a:\n  - b: "c\n    d: "e"\n', "2:8", KUTIP_GANDA),
        ("a:\n  - 'b\n  - 'c'\n", "2:5", KUTIP_TUNGGAL),
        ("a: 'jum'at'\n", "1:9", f'{LANJUT} "jum\'at".'),
        ('a: "b" c\n', "1:8", f"{LANJUT} '\"b\" c'."),
        ("a:\n  - b\n - c\n", "3:2", LURUS.format(1, 2, "tanda -", 2)),
        ("a:\n    b: c\n  d: e\n", "3:3", LURUS.format(2, 4, "kunci", 2)),
        (
            "- a\nb: c\n",
            "2:1",
            "baris ini tidak lurus dengan baris di atasnya. Samakan spasi di awalnya.",
        ),
        ("a: b: c\n", "1:5", f"{TITIK_DUA} 'b: c'."),
        ("a: b\n  c: d\n", "2:3", f"{DALAM} Hapus spasi di awal baris ini."),
        (
            "x:\n  a: b\n    c: d\n",
            "3:5",
            f"{DALAM.replace('1', '2')} Beri 2 spasi di awal baris ini.",
        ),
        ("a:b\nc: d\n", "1:1", 'tidak ada spasi sesudah titik dua. Tulis "a: b".'),
        ("a b\nc: d\n", "1:1", 'tidak ada titik dua sesudah kunci. Tulis "a: b".'),
        ("a: b\nc\nd: e\n", "2:1", 'tidak ada titik dua sesudah kunci. Tulis "kunci: nilai".'),
        ("a:\n\tb: c\n", "2:1", "baris ini menjorok dengan tab. Ganti dengan spasi."),
        ("a:\n  - b: c\n\td: e\n", "3:1", "baris ini menjorok dengan tab. Ganti dengan spasi."),
        (
            "a: @b\n",
            "1:4",
            "nilai tidak boleh diawali tanda @ begitu saja. Tulis '@b'.",
        ),
        (
            "a: `b`\n",
            "1:4",
            "nilai tidak boleh diawali tanda ` begitu saja. Tulis '`b`'.",
        ),
        (
            "a: , b\n",
            "1:4",
            "nilai tidak boleh diawali tanda , begitu saja. Tulis ', b'.",
        ),
        (
            "a: [b, c\nd: e\n",
            "1:4",
            "kurung siku yang dibuka di sini tidak ditutup, atau kurang koma. Tulis ] di akhirnya.",
        ),
        (
            "a: {b: c\nd: e\n",
            "1:4",
            "kurung kurawal yang dibuka di sini tidak ditutup, atau kurang koma. Tulis } di "
            "akhirnya.",
        ),
        (
            "a: - b\n",
            "1:4",
            "tanda - untuk butir daftar ditulis di baris sendiri, di bawah kuncinya.",
        ),
        (
            "a: b\nc: [\n",
            "3:1",
            "ada kurung siku atau kurung kurawal yang belum ditutup di atas baris ini.",
        ),
        ("a: | b\n", "1:6", "sesudah tanda | atau >, teks ditulis di baris berikutnya."),
        ("a: *b*\n", "1:4", "teks yang diawali tanda * harus diapit tanda kutip."),
        ("a: ? b\n", "1:4", "teks yang diawali tanda ? harus diapit tanda kutip."),
        ("a: b\n---\nc: d\n", "2:1", SATU_DOKUMEN),
        ("%a\nb: c\n", "1:1", "baris yang diawali tanda % tidak dipakai di sini. Hapus baris itu."),
        (
            'a: "C:\\data"\n',
            "1:7",
            "tanda \\ di dalam tanda kutip ganda berarti lain. Pakai tanda kutip tunggal.",
        ),
    ],
)
def test_broken_yaml_says_where_to_look_and_what_to_write(
    text: str, place: str, message: str
) -> None:
    assert read_bad(text)[-1] == f"b:{place}: {message} [yaml-tak-terbaca]"


@pytest.mark.parametrize(
    "text",
    [
        'a: "b\n  c: d"\n',
        "a: b  # catatan\n",
        "a: '“b”'\n",
        "a: b#c\n",
        "a: 'b #c'\n",
        "a: |\n  b #c\n",
        "a: b –\n",
        "a: • b\n",
        "a:\n  - – b\n",
        "a: “b” c\n",
        "# =======\na: b\n=======: c\n",
    ],
)
def test_what_only_looks_like_a_mistake_is_read(text: str) -> None:
    read_good(text)


def test_problems_before_broken_yaml_are_told_too() -> None:
    assert read_bad("a: 1\na: 2\nb: 'c\n") == [
        'b:2:1: kunci "a" sudah ditulis di baris 1. Hapus salah satu. [kunci-ganda]',
        f"b:3:4: {KUTIP_TUNGGAL} [yaml-tak-terbaca]",
    ]


def test_a_control_character_is_found_where_it_stands() -> None:
    assert read_bad("é: é\nb: é\x07\n") == [
        "b:2:5: ada aksara kendali yang tidak boleh di sini. Hapus aksara itu. [yaml-tak-terbaca]"
    ]


@pytest.mark.parametrize("code", ["\\0", "\\x07", "\\x1b", "\\uffff"])
def test_a_control_character_cannot_come_in_as_a_code(code: str) -> None:
    assert read_bad(f'a: "b{code}"\n') == [
        "b:1:4: ada aksara kendali yang tidak boleh di sini. Hapus aksara itu. [yaml-tak-terbaca]"
    ]


@pytest.mark.parametrize("text", ["", "# Catatan\n", "---\n", "\n\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    assert read_bad(text) == [
        "b:1:1: berkas kosong. Isi paling sedikit kunci wajib. [berkas-kosong]"
    ]


@pytest.mark.parametrize("sign", ["[", "{a: ", "- "])
def test_nesting_without_end_is_refused_and_does_not_end_python(sign: str) -> None:
    problems = read_bad("a:\n  " + sign * 100_000)

    assert len(problems) == 1
    assert "isi berkas terlalu bertingkat. Periksa indentasi dan tanda kurungnya." in problems[0]


def test_the_deepest_nesting_allowed_is_read() -> None:
    inner = MAX_DEPTH - 1
    assert read_text("a: " + "[" * inner + "x" + "]" * inner, "b")[1] == []


def test_aliases_are_named_and_never_followed() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]

    node, problems = read_text("\n".join(lines), "b")
    assert node is None
    assert len(problems) == 60 + 2 * 59
    assert {problem.aturan for problem in problems} == {"yaml-alias"}


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))

    _, problems = read_file(path, "b.yml")
    assert [problem.aturan for problem in problems] == ["berkas-terlalu-besar"]


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_bytes(b"a: b\n".ljust(MAX_BYTES, b"\n"))

    assert read_file(path, "b.yml")[1] == []


@pytest.mark.parametrize("name", ["folder", "tidak-ada"])
def test_what_is_no_file_gives_a_problem_in_the_authors_language(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    reason = {"folder": "itu folder", "tidak-ada": "berkas itu tidak ada"}[name]

    _, problems = read_file(tmp_path / name, "b")
    assert [str(problem) for problem in problems] == [
        f"b:1:1: berkas tidak dapat dibaca: {reason}. [berkas-tak-terbaca]"
    ]


def test_a_letter_that_is_not_utf8_is_found_in_letters(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_bytes("a: b\né: é".encode() + b"\x96\n")

    _, problems = read_file(path, "b")
    assert [(problem.baris, problem.kolom) for problem in problems] == [(2, 5)]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("acak") / "b.yml"


# Bytes that are likely to mean something in YAML are tried more often.
YAMLISH = st.text(st.sampled_from("ab: -\n\t\"'[]{}#&*!|>%@`,?~\\\r\x07é\u2028\ufeff"), max_size=60)


@settings(deadline=None, max_examples=300)
@given(raw=st.one_of(st.binary(max_size=80), YAMLISH.map(str.encode)))
def test_any_bytes_give_a_mapping_or_a_problem_inside_the_file(scratch: Path, raw: bytes) -> None:
    scratch.write_bytes(raw)

    node, problems = read_file(scratch, "b.yml")
    assert node is not None or problems
    assert node is None or isinstance(node.value, dict)
    lines = raw.decode("utf-8", "replace").splitlines() or [""]
    assert all(1 <= problem.baris <= len(lines) + 1 for problem in problems)
    assert all(problem.kolom >= 1 for problem in problems)
