"""The checks of answers, each in the browser that runs them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import watch
from tests.browser.forms import AK1, open_form

from sop_terbuka.data.isian import JENIS

pytestmark = pytest.mark.browser

NIK_RIGHT = ["3171015708950001", "6501011708450001", "9601011708450001", "3375 01.570895-0001"]
TABLE: dict[str, dict[str, str]] = {
    "nik": {
        "31710157089500": "NIK harus 16 angka. Anda mengisi 14 angka.",
        "317101570895000A": "NIK hanya berisi angka. Hapus huruf atau tanda lain.",
        "3171010008950001": "tanggal lahir: 01 sampai 31, atau 41 sampai 71",
        "3171017208950001": "Anda mengisi 72.",
        "3171018908950001": "Anda mengisi 89.",
        "3171013508950001": "Anda mengisi 35.",
        "3171011713950001": "bulan lahir: 01 sampai 12. Anda mengisi 13.",
        "3171011708950000": "Empat angka terakhir NIK tidak boleh 0000.",
        "1234567890123456": "Anda mengisi 78.",
    },
    "kk": {"0000000000000000": "tidak boleh hanya berisi 0", "1": "harus 16 angka"},
    "npwp": {"12345678901234": "harus 15 atau 16 angka. Anda mengisi 14 angka."},
    "nib": {"123456789012": "harus 13 angka. Anda mengisi 12 angka."},
    "nip": {"199513172020121003": "tahun, bulan, dan tanggal lahir", "19": "harus 18 angka"},
    "kodepos": {"01234": "tidak diawali 0", "5111": "harus 5 angka"},
    "tanggal": {
        "31-02-1995": "31-02-1995 tidak ada",
        "29-02-2023": "29-02-2023 tidak ada",
        "17-13-1995": "17-13-1995 tidak ada",
        "17-08-95": "ditulis tanggal-bulan-tahun",
        "1995-08-17": "ditulis tanggal-bulan-tahun",
        "17-08-1299": "harus 1900 sampai 2100",
    },
    "tanggal-lahir": {"17-08-2095": "belum terjadi", "17-08-95": "ditulis tanggal-bulan-tahun"},
    "telepon": {
        "08123": "harus 8 sampai 15 angka. Anda mengisi 5 angka.",
        "8123456789": "diawali 0 atau +62",
        "0812-ABCD": "hanya berisi angka",
    },
    "email": {"a@b": "nama@contoh.id", "a b@c.id": "nama@contoh.id", "@c.id": "nama@contoh.id",
              "<a@b.id>": "nama@contoh.id"},
    "angka": {"10 orang": "diisi angka saja", "1.5": "dengan koma", "-3": "angka saja"},
    "uang": {"1.50": "angka rupiah", "lima juta": "angka rupiah", "1,5": "angka rupiah"},
}  # fmt: skip
# What is right, and how it stands on paper.
INVISIBLE = "\u200b\ufeff\u202a\u2060"
RIGHT: dict[str, dict[str, str]] = {
    "nik": {nik: "".join(filter(str.isdigit, nik)) for nik in NIK_RIGHT}
    | {f"{INVISIBLE}3375 01\u2013570895{INVISIBLE}0001": "3375015708950001"},
    "kk": {"6206010101100001": "6206010101100001"},
    "npwp": {"01.234.567.8-501.000": "01.234.567.8-501.000",
             "3171015708950001": "3171015708950001"},
    "nib": {"1234 5678 90123": "1234567890123"},
    # 21 where the month of appointment stands: staff under contract (PPPK).
    "nip": {"199508172022211003": "199508172022211003"},
    "kodepos": {"51111": "51111"},
    "tanggal": {
        "1-2-2020": "01-02-2020", "1/2/2020": "01-02-2020", "01.02.2020": "01-02-2020",
        "1 Februari 2020": "01-02-2020", "1 feb 2020": "01-02-2020", "29-02-2024": "29-02-2024",
        "17081995": "17-08-1995", "17 Nopember 1995": "17-11-1995", "17 Agt 1995": "17-08-1995",
        "17 Agt. 1995": "17-08-1995", "3 Pebruari 2001": "03-02-2001", "3 Mrt 2001": "03-03-2001",
        "17\u201308\u20131995": "17-08-1995", "17Agustus1995": "17-08-1995",
    },
    "tanggal-lahir": {"17 Agt 1995": "17-08-1995"},
    "telepon": {
        "0812 3456 7890": "0812 3456 7890", "+62 812-3456-7890": "+62 812-3456-7890",
        "\u202a+62 8123456\u202c": "+62 8123456",
        "(0285) 421234": "(0285) 421234", "+60123456789": "+60123456789",
    },
    "email": {"a.b+c@d-e.co.id": "a.b+c@d-e.co.id"},
    "angka": {"0": "0", "1.250": "1.250", "1250,75": "1250,75", "2026": "2026"},
    "uang": {
        "1500000": "1.500.000", "Rp1.500.000,00": "1.500.000", "Rp. 500,-": "500", "0": "0",
        "Rp 1 500 000": "1.500.000",
    },
    "teks": {"  dua  kata ": "dua kata", "a\x00b\ufeff\u202e": "ab"},
    "paragraf": {" a\r\nb\t c \n": "a\nb\t c"},
}  # fmt: skip


def in_module(page: Page, call: str, *arguments: object) -> object:
    return page.evaluate(
        f"args => SopFormulir.{call}(...args)",
        list(arguments),
    )


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [(kind, typed, said) for kind, cases in TABLE.items() for typed, said in cases.items()],
)
def test_a_wrong_answer_is_told_what_would_be_right(
    check_page: Page, kind: str, typed: str, said: str
) -> None:
    rules = JENIS[kind].published()
    assert said in str(in_module(check_page, "checkText", rules, kind.upper(), typed))


@pytest.mark.parametrize(
    ("kind", "typed", "paper"),
    [(kind, typed, paper) for kind, cases in RIGHT.items() for typed, paper in cases.items()],
)
def test_a_right_answer_is_taken_and_written_in_one_way(
    check_page: Page, kind: str, typed: str, paper: str
) -> None:
    rules = JENIS[kind].published()
    assert in_module(check_page, "checkText", rules, "X", typed, 1000) == ""
    assert in_module(check_page, "onPaper", rules, typed) == paper


def test_every_check_that_the_table_names_exists(check_page: Page) -> None:
    known = check_page.evaluate(
        """async () => {
          const { CHECKS } = SopFormulir;
          return Object.keys(CHECKS);
        }"""
    )
    assert sorted({jenis.check for jenis in JENIS.values()}) == sorted(known)


def test_no_region_is_refused_in_a_nik(check_page: Page) -> None:
    refused = check_page.evaluate(
        """async rules => {
          const { checkText } = SopFormulir;
          const regions = Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, "0"));
          return regions.filter((code) => checkText(rules, "NIK", code + "01011708950001"));
        }""",
        JENIS["nik"].published(),
    )
    assert refused == []


@pytest.fixture(scope="module")
def check_page(browser: Browser, site_address: str) -> Iterator[Page]:
    """One page for all checks of the modules alone."""
    page = browser.new_page()
    troubles: list[str] = []
    watch(page, site_address, troubles)
    open_form(page, site_address, AK1)
    yield page
    page.close()
    assert troubles == []
