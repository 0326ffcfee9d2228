"""Every way in which a record can be wrong becomes a message on the author's own line."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter

from sop_terbuka.data.check import check
from sop_terbuka.data.model import BerkasIstilah, BerkasTopik, Instansi, Peraturan, Sop
from sop_terbuka.data.node import read_text
from sop_terbuka.data.rules import ATURAN
from tests.data.test_documented import PYTHON

SOP = Path(__file__).parents[1] / "examples/dasar/sop_data/dinas-contoh/kartu-usaha.yml"


def problems_of(text: str, model: type[BaseModel], record_id: str | None = None) -> list[str]:
    node, problems = read_text(text, "b")
    assert problems == []
    assert node is not None
    _, problems = check(node, "b", model, record_id)
    return [str(problem) for problem in problems]


class Butir(BaseModel, extra="forbid"):
    """A record with one key of every kind that the real models use."""

    nama: Annotated[str, Field(min_length=1, max_length=10)] = "x"
    jumlah: Annotated[int, Field(ge=1, le=60)] = 1
    daftar: Annotated[list[str], Field(min_length=2, max_length=2)] = Field(default=["a", "b"])
    pilihan: Literal["ya", "tidak", "bila-ada"] = "ya"
    sel: dict[str, str] = Field(default={})
    isi: "list[Butir] | None" = None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nama: [a]", "1:7: nama: harus berupa satu teks, bukan daftar. Hapus tanda - atau "
                      "kurung siku. [jenis-salah]"),
        ("nama: {a: b}", "1:7: nama: harus berupa teks. Apit teks yang memuat titik dua: "
                         "'a: b'. [jenis-salah]"),
        ("nama: {a: b, c: d}", "1:7: nama: harus berupa teks. Teks yang memuat titik dua atau "
                               "diawali { diapit tanda kutip. [jenis-salah]"),
        ("nama:", "1:6: nama: tidak ada isinya. Isi, atau hapus baris ini bila tidak wajib. "
                  "[isi-kosong]"),
        ("nama: abcdefghijk", "1:7: nama: terlalu panjang: 11 aksara, paling banyak 10. Periksa "
                              "apakah beberapa sel tergabung. [isi-terlalu-panjang]"),
        ("jumlah: lima", "1:9: jumlah: harus berupa angka saja, tanpa titik, koma, satuan atau "
                         "Rp, misalnya 5000. [jenis-salah]"),
        ("jumlah: [5]", "1:9: jumlah: harus berupa angka saja, tanpa titik, koma, satuan atau "
                        "Rp, misalnya 5000. [jenis-salah]"),
        ("jumlah: 0", '1:9: jumlah: bilangan "0" terlalu kecil, paling kecil 1. [jenis-salah]'),
        ("jumlah: 61", '1:9: jumlah: bilangan "61" terlalu besar, paling besar 60. [jenis-salah]'),
        ("jumlah: 5.000", '1:9: jumlah: "5.000" dapat dibaca berbeda. Tulis angka saja, tanpa '
                          "titik, koma, satuan atau Rp, misalnya 5000. [jenis-salah]"),
        ("jumlah: 0012", '1:9: jumlah: "0012" dapat dibaca berbeda. Tulis angka saja, tanpa '
                         "titik, koma, satuan atau Rp, misalnya 5000. [jenis-salah]"),
        (f"jumlah: {'9' * 5000}", "1:9: jumlah: harus berupa angka saja, tanpa titik, koma, "
                                  "satuan atau Rp, misalnya 5000. [jenis-salah]"),
        ("daftar: a, b", "1:9: daftar: harus berupa daftar: satu butir per baris, diawali tanda "
                         "- dan spasi. [jenis-salah]"),
        ("daftar: []", "1:9: daftar: daftar ini kosong. Isi paling sedikit satu butir. "
                       "[isi-kosong]"),
        ("daftar: [a]", "1:9: daftar: berisi 1 butir, seharusnya 2. [isi-kosong]"),
        ("daftar: [a, b, c]", "1:9: daftar: berisi 3 butir, seharusnya 2. [isi-terlalu-panjang]"),
        ("daftar: [a, [b]]", "1:13: daftar 2: harus berupa satu teks, bukan daftar. Hapus tanda "
                             "- atau kurung siku. [jenis-salah]"),
        ("pilihan: bila ada", '1:10: pilihan: "bila ada" bukan pilihan. Tulis bila-ada. '
                              "Pilihan: ya, tidak, bila-ada. [pilihan-tidak-dikenal]"),
        ("pilihan: No", '1:10: pilihan: "No" bukan pilihan. Tulis tidak. '
                        "Pilihan: ya, tidak, bila-ada. [pilihan-tidak-dikenal]"),
        ("pilihan: biila-ada", '1:10: pilihan: "biila-ada" bukan pilihan. Maksud Anda "bila-ada"? '
                               "Pilihan: ya, tidak, bila-ada. [pilihan-tidak-dikenal]"),
        ("daftar: a-1", "1:9: daftar: harus berupa daftar: satu butir per baris, diawali tanda "
                        "- dan spasi. Untuk satu butir: [a-1]. [jenis-salah]"),
        ("pilihan: [ya]", "1:10: pilihan: harus berupa satu teks, bukan daftar. Hapus tanda - "
                          "atau kurung siku. [jenis-salah]"),
        ("sel: a", "1:6: sel: harus berupa pasangan kunci: nilai. [jenis-salah]"),
        ("isi: [a]", "1:7: isi 1: harus berupa pasangan kunci: nilai. Kunci yang ada: nama, "
                     "jumlah, daftar, pilihan, sel, isi. [jenis-salah]"),
        ("isi:\n  - isi:\n    - nma: a", '3:7: isi 1, isi 1: kunci "nma" tidak dikenal. Maksud '
                                         'Anda "nama"? [kunci-tidak-dikenal]'),
    ],
)  # fmt: skip
def test_each_kind_of_breach_has_its_own_words(text: str, problem: str) -> None:
    assert problems_of(text, Butir) == [f"b:{problem}"]


def test_a_long_value_is_shortened_to_one_line() -> None:
    value = "tidak\n\n  " * 30
    (problem,) = problems_of(f"pilihan: '{value}'", Butir)

    assert '"tidak tidak tidak tidak tidak tidak tidak tidak tidak tid..."' in problem


def test_a_misspelt_required_key_is_told_once() -> None:
    assert problems_of("topik:\n  - {id: a, nma: b, contoh: c, ikon: d}\n", BerkasTopik) == [
        'b:2:13: topik 1: kunci "nma" tidak dikenal. Maksud Anda "nama"? [kunci-tidak-dikenal]'
    ]


def test_a_missing_key_is_told_where_its_record_begins() -> None:
    assert problems_of("# x\ntopik:\n  - id: a\n    nama: b\n    ikon: d\n", BerkasTopik) == [
        'b:3:5: topik 1: kunci wajib "contoh" belum ada. Tambahkan "contoh: ...". [kunci-kurang]'
    ]


def test_the_id_comes_from_the_place_of_the_file() -> None:
    node, _ = read_text(SOP.read_text(encoding="utf-8"), "b")
    assert node is not None

    entry, problems = check(node, "b", Sop, "dinas-contoh/kartu-usaha")
    assert problems == []
    assert entry is not None
    assert entry.record.id == "dinas-contoh/kartu-usaha"


@pytest.mark.parametrize("written", ["lain", "[a]", ""])
def test_another_id_is_told_and_hides_nothing(written: str) -> None:
    shown = {"[a]": "..."}.get(written, written)
    problems = problems_of(f"id: {written}\njenis: x\n", Peraturan, "uu-1-2001")

    assert problems[0] == (
        f'b:1:{5 if written else 4}: id: "{shown}" tidak sama dengan letak berkasnya. '
        'Tulis "uu-1-2001" atau hapus baris ini. [id-berbeda-letak]'
    )
    assert (
        'b:1:1: kunci wajib "nomor" belum ada. Tambahkan "nomor: ...". [kunci-kurang]' in problems
    )


def _patterns(annotation: Any) -> Iterator[str]:
    """Every pattern that a value of the type, or of a part of it, has to match."""
    schema = TypeAdapter(annotation).json_schema()
    waiting: list[Any] = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(part.get("pattern"), str):
                yield part["pattern"]
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


@pytest.mark.parametrize("model", [Sop, Instansi, Peraturan, BerkasIstilah, BerkasTopik])
def test_every_pattern_of_the_models_has_words(model: type[BaseModel]) -> None:
    from sop_terbuka.data.check import _PATTERNS

    assert set(_patterns(model)) <= set(_PATTERNS)


# Any part of a good SOP replaced by anything else that YAML can hold.
LEAVES = st.one_of(
    st.sampled_from(["", "~", "ya", "selesai", "tolak", "5.000", "-1", "2022-02-31", "a" * 4001]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "nama", "langkah", "[key]", "", "a b", "0"]), inner, max_size=3
        ),
    ),
    max_leaves=6,
)


def _places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        yield from _places(inner, (*path, key))


GOOD = yaml.load(SOP.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@settings(deadline=None, max_examples=300)
@given(path=st.sampled_from(list(_places(GOOD))), value=VALUES)
def test_no_value_anywhere_gives_python_words(path: tuple[Any, ...], value: object) -> None:
    data = copy.deepcopy(GOOD)
    parent = data
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = value
    text = yaml.dump(data, allow_unicode=True)
    node, problems = read_text(text, "b")
    assert node is not None

    problems += check(node, "b", Sop, "dinas-contoh/kartu-usaha")[1]
    for problem in problems:
        assert problem.aturan in ATURAN
        assert 1 <= problem.baris <= len(text.splitlines()) + 1
        unquoted = problem.pesan.replace(str(value), "")
        assert not PYTHON.search(unquoted.partition('"')[0])
