"""Time standards are read as the documents write them, and added without mixing units."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.waktu import UNITS, Bagian, Total, Waktu, explained, parse, total

SOURCES = Path(__file__).parents[1] / "situs" / "sop_data" / "sumber"


def one(low: float, high: float, unit: str) -> Waktu:
    return Waktu((Bagian(low, high, unit),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 menit", one(5, 5, "menit")),
        ("15 Menit", one(15, 15, "menit")),
        ("1 (satu) hari", one(1, 1, "hari")),
        ("5 (Lima) menit", one(5, 5, "menit")),
        ("5 (Lima)menit", one(5, 5, "menit")),
        ("29 (dua puluh sembilan) menit", one(29, 29, "menit")),
        ("1 (satu) minggu", one(1, 1, "minggu")),
        ("24 jam", one(24, 24, "jam")),
        ("1 bulan", one(1, 1, "bulan")),
        ("3 hari kerja", one(3, 3, "hari kerja")),
        ("2 tahun", one(2, 2, "tahun")),
        ("1,5 jam", one(1.5, 1.5, "jam")),
        ("1.5 jam", one(1.5, 1.5, "jam")),
        ("1.500 menit", one(1500, 1500, "menit")),
        ("1.500,5 menit", one(1500.5, 1500.5, "menit")),
        ("1 s/d 3 jam", one(1, 3, "jam")),
        ("30 s/d 45 menit", one(30, 45, "menit")),
        ("1 s.d. 3 jam", one(1, 3, "jam")),
        ("1 sd 3 jam", one(1, 3, "jam")),
        ("1 sampai dengan 3 hari", one(1, 3, "hari")),
        ("1 hingga 3 hari", one(1, 3, "hari")),
        ("5-10 menit", one(5, 10, "menit")),
        ("5 – 10 menit", one(5, 10, "menit")),
        ("1 (satu) s/d 3 (tiga) hari", one(1, 3, "hari")),
        (
            "2 (dua) minggu, 5 (lima) hari",
            Waktu((Bagian(2, 2, "minggu"), Bagian(5, 5, "hari"))),
        ),
        ("1 jam 30 menit", Waktu((Bagian(1, 1, "jam"), Bagian(30, 30, "menit")))),
        ("1 jam dan 30 menit", Waktu((Bagian(1, 1, "jam"), Bagian(30, 30, "menit")))),
        ("20-33 hari (160-260jp)", Waktu((Bagian(20, 33, "hari"),), keterangan="160-260jp")),
        ("5 menit/ sertifikat", Waktu((Bagian(5, 5, "menit"),), per="sertifikat")),
        ("15 Menit / dokumen", Waktu((Bagian(15, 15, "menit"),), per="dokumen")),
        ("10 menit per sertifikat", Waktu((Bagian(10, 10, "menit"),), per="sertifikat")),
        (
            "10 menit per orang (tanpa antre)",
            Waktu((Bagian(10, 10, "menit"),), per="orang", keterangan="tanpa antre"),
        ),
        ("Sesuai MOU", Waktu((), terbuka="menurut keadaan")),
        ("sesuai jadwal", Waktu((), terbuka="menurut keadaan")),
        ("Insidentil", Waktu((), terbuka="menurut keadaan")),
        ("secepatnya", Waktu((), terbuka="segera")),
        ("Maksimal 3 (tiga) hari kerja", Waktu((Bagian(3, 3, "hari kerja"),), paling_lama=True)),
        ("± 15 menit", Waktu((Bagian(15, 15, "menit"),), kira_kira=True)),
        (
            "24 jam sejak berkas dinyatakan lengkap",
            Waktu((Bagian(24, 24, "jam"),), mulai="sejak berkas dinyatakan lengkap"),
        ),
        (
            "120 Menit / 3 Hari",
            Waktu((), pilihan=(one(120, 120, "menit"), one(3, 3, "hari"))),
        ),
        ("30 menit s/d 1 jam", one(30, 60, "menit")),
    ],
)
def test_a_time_standard_is_read(text: str, expected: Waktu) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "menit",
        "lima menit",
        "0 menit",
        "3 s/d 1 hari",
        "1 hari 2 hari",
        "5 menit lagi",
        "1,2,3 menit",
        "1.2.3 menit",
        "1 hari s/d 2 bulan",
        "5 menitan",
        "5 menit per",
        "10:30",
    ],
)
def test_what_is_no_time_standard_is_not_guessed(text: str) -> None:
    assert parse(text) is None


def _cells() -> list[str]:
    """Every cell of the source tables that begins with a number and goes on with a unit."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.txt"))
    cell = re.compile(r"^\d[\d\s,()a-z/-]*?(?:menit|jam|hari|minggu|bulan)\b[^.]{0,20}$", re.I)
    return sorted({c.strip() for c in re.split(r"[\t\n]", text) if cell.match(c.strip())})


@pytest.mark.parametrize("text", _cells())
def test_every_time_in_the_sources_is_read(text: str) -> None:
    assert parse(text) is not None


def test_every_time_in_the_data_is_read(catalog: Catalog) -> None:
    unread = [
        (sop.id, step.id)
        for sop in catalog.sop.values()
        for step in sop.langkah
        if step.waktu and parse(step.waktu) is None
    ]
    assert unread == []


AMOUNTS = st.integers(1, 100_000).map(float) | st.integers(1, 999).map(lambda n: n / 4)
PARTS = st.builds(
    lambda low, more, unit: Bagian(low, low + more, unit),
    AMOUNTS,
    st.just(0.0) | AMOUNTS,
    st.sampled_from(UNITS),
)


@given(parts=st.lists(PARTS, min_size=1, max_size=5, unique_by=lambda part: part.satuan))
def test_a_time_in_words_reads_back_as_itself(parts: list[Bagian]) -> None:
    assert parse(", ".join(part.teks for part in parts)) == Waktu(tuple(parts))


@given(texts=st.lists(st.none() | PARTS.map(lambda part: part.teks), max_size=8))
def test_a_total_does_not_depend_on_the_order(texts: list[str | None]) -> None:
    assert total(texts) == total(list(reversed(texts)))


@given(text=st.text(max_size=30) | st.from_regex(r"[0-9.,()/ -]{1,9}(menit|jam)[a-z (]{0,9}"))
def test_no_text_breaks_the_reader(text: str) -> None:
    parse(text)


def test_a_total_adds_each_unit_by_itself() -> None:
    sums = total(["5 menit", "1 s/d 3 jam", "20 menit", "1 (satu) hari", "1 jam"])

    assert sums.teks == "1 hari 2 jam 25 menit sampai 1 hari 4 jam 25 menit"
    assert sums.kecuali == ()


def test_a_total_says_what_it_leaves_out() -> None:
    sums = total(
        ["5 menit", None, "Sesuai MOU", "1 menit/ sertifikat", None, "2 menit/ sertifikat"]
    )

    assert sums == Total(
        bagian=(Bagian(8, 8, "menit"),),
        tanpa_waktu=2,
        terbuka=("Sesuai MOU",),
        per=("sertifikat", "sertifikat"),
    )
    assert sums.kecuali == (
        "2 langkah tanpa waktu",
        '1 langkah "Sesuai MOU"',
    )
    assert sums.untuk_satu == ("sertifikat",)


def test_a_total_of_nothing_is_empty() -> None:
    assert total([]).teks == ""
    assert total([None]).kecuali == ("1 langkah tanpa waktu",)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["98 jam", "461 menit"], "105 jam 41 menit"),
        (["1,5 jam", "1 jam"], "2 jam 30 menit"),
        (["1,5 hari", "1 hari"], "2,5 hari"),
        (["1-3 hari"], "1-3 hari"),
        (["30-90 menit"], "30 menit sampai 1 jam 30 menit"),
        (["3 hari kerja", "2 hari"], "3 hari kerja 2 hari"),
        (["11 bulan", "3 bulan"], "1 tahun 2 bulan"),
    ],
)
def test_a_sum_is_said_in_words_that_a_person_uses(texts: list[str], words: str) -> None:
    assert total(texts).teks == words


def test_what_is_not_understood_is_kept_as_it_is_written() -> None:
    sums = total(["5 menit", "10", "120 Menit / 3 Hari", "-"])

    assert sums.teks == "5 menit"
    assert sums.kecuali == (
        "1 langkah tanpa waktu",
        '1 langkah "10"',
        '1 langkah "120 Menit / 3 Hari"',
    )


# Spellings met in 327 real files and texts, with how often, and what each is understood as.
REAL = [
    row.split("\t")
    for row in (Path(__file__).parent / "waktu-nyata.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("times", "text", "understood"), REAL)
def test_a_real_spelling_is_understood_as_a_reader_does(
    times: str, text: str, understood: str
) -> None:
    waktu = parse(text)
    assert (explained(waktu) if waktu else "") == understood


def test_nearly_all_real_spellings_are_understood() -> None:
    unread = [text for _, text, understood in REAL if not understood]
    assert len(REAL) - len(unread) >= 135
    assert unread == ["-", "Laporan", "Sejak Kickoff", "10"]


@pytest.mark.parametrize(
    "text",
    ["99999999999999 hari", "99999999999 jam", "1000000 x 24 jam", "0,0000001 jam", "\u0665 menit"],
)
def test_a_time_that_nobody_can_mean_is_kept_but_not_understood(text: str) -> None:
    assert parse(text) is None
