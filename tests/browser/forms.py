"""Fills forms as a person with a keyboard does, and says what the files must then hold."""

import functools
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sop_terbuka.data.model.formulir import Formulir, Isian, Kolom
from sop_terbuka.publish.papers.forms.naming import has_place_and_date, typed_columns

# Letters that break careless writers: quotes, brackets, escapes, marks of transliterated names.
ODD = "“Aḥmad” (O'Neil) [a] {b} \\ <c> & é ā ñ ỳ %"
LONG_WORD = "Perselisihanhubunganindustrialyangpanjangsekali" * 3
END = "kata paling akhir"
AK1 = "pendaftaran-ak1"

# What is typed, and what then stands on paper.
_TYPED: dict[str, tuple[str, str]] = {
    "nik": ("3375 0157 0895 0001", "3375015708950001"),
    "kk": ("3375010101100001", "3375010101100001"),
    "npwp": ("01.234.567.8-501.000", "01.234.567.8-501.000"),
    "nib": ("1234567890123", "1234567890123"),
    "nip": ("19950817 202012 1 003", "199508172020121003"),
    "tanggal": ("17/8/1995", "17-08-1995"),
    "tanggal-lahir": ("17081995", "17-08-1995"),
    "telepon": ("0812 3456 7890", "0812 3456 7890"),
    "email": ("nama@contoh.id", "nama@contoh.id"),
    "kodepos": ("51111", "51111"),
    "angka": ("1.250,5", "1.250,5"),
    "uang": ("Rp 1500000", "1.500.000"),
    "teks": (ODD, ODD),
}
# What is wrong, and what is then said, after the label.
WRONG: dict[str, tuple[str, str]] = {
    "nik": ("33750112039500", " harus 16 angka. Anda mengisi 14 angka."),
    "kk": ("337501120395", " harus 16 angka. Anda mengisi 12 angka."),
    "npwp": ("123", " harus 15 atau 16 angka. Anda mengisi 3 angka."),
    "nib": ("12345", " harus 13 angka. Anda mengisi 5 angka."),
    "nip": ("1995", " harus 18 angka. Anda mengisi 4 angka."),
    "tanggal": ("besok", " ditulis tanggal-bulan-tahun, misalnya 17-08-1995."),
    "tanggal-lahir": ("17-08-2095", " belum terjadi. Periksa tahunnya."),
    "telepon": ("0812", " harus 8 sampai 15 angka. Anda mengisi 4 angka."),
    "email": ("nama.contoh.id", " harus seperti nama@contoh.id."),
    "kodepos": ("511", " harus 5 angka. Anda mengisi 3 angka."),
    "angka": ("dua", " diisi angka saja, misalnya 25."),
    "uang": ("sejuta", " diisi angka rupiah, misalnya 1.500.000."),
}


@dataclass
class Plan:
    """What to do at each box of a form, by its name, and what its files must hold."""

    typed: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    ticked: set[str] = field(default_factory=set)
    rows: dict[str, int] = field(default_factory=dict)
    paper: dict[str, str] = field(default_factory=dict)


def plan(form: Formulir) -> Plan:
    """Every question answered, conditions met, long texts too long for their boxes."""
    made = Plan()
    wanted = _wanted(form)
    if len(form.ditujukan_kepada) > 1:
        made.chosen["surat.tujuan"] = form.ditujukan_kepada[-1].instansi
    for isian in form.isian:
        if not _is_shown(isian, made):
            continue
        if isian.tipe == "pilihan":
            made.chosen[isian.id] = wanted.get(isian.id, isian.pilihan[-1].id)
        elif isian.tipe == "pilihan-ganda":
            made.ticked |= {f"{isian.id}.{option.id}" for option in isian.pilihan[:2]}
        elif isian.tipe == "centang":
            made.ticked.add(isian.id)
        elif isian.tipe == "tabel":
            made.rows[isian.id] = min(2, isian.rows)
            for row in range(1, made.rows[isian.id] + 1):
                for column in typed_columns(isian):
                    _write(made, f"{isian.id}.{row}.{column.id}", column, row)
        else:
            _write(made, isian.id, isian)
    if has_place_and_date(form):
        made.typed["surat.tempat"] = made.paper["surat.tempat"] = "Wanasari"
        made.typed["surat.tanggal"], made.paper["surat.tanggal"] = _TYPED["tanggal"]
    for sign in form.tanda_tangan:
        name = f"ttd.{sign.id}.nama"
        if sign.nama_isian:
            made.paper[name] = made.paper[sign.nama_isian]
        else:
            made.typed[name] = made.paper[name] = ODD
    made.ticked |= {f"lampiran.{item.id}" for item in form.lampiran[:2] if not item.tampil_bila}
    return made


def _wanted(form: Formulir) -> dict[str, str]:
    """The options that bring further questions up; the first where they exclude each other."""
    found: dict[str, str] = {}
    for isian in form.isian:
        test = isian.tampil_bila
        if test and not test.terisi:
            found.setdefault(test.isian, test.sama_dengan or test.salah_satu[0])
    return found


def _is_shown(isian: Isian, made: Plan) -> bool:
    test = isian.tampil_bila
    if test is None:
        return True
    wanted = {*test.salah_satu, *([test.sama_dengan] if test.sama_dengan else [])}
    return made.chosen.get(test.isian) in wanted


def _write(made: Plan, name: str, item: Isian | Kolom, row: int = 0) -> None:
    if item.tipe == "paragraf":
        assert isinstance(item, Isian)
        typed = paper = long_text(item.batas or 1000)
    else:
        typed, paper = _TYPED[item.tipe]
        if row and item.tipe == "teks":
            typed = paper = f"{LONG_WORD} {ODD}" if row == 2 else f"Baris {row}"
    made.typed[name], made.paper[name] = typed, paper


def long_text(limit: int) -> str:
    """A text of several lines, as long as allowed."""
    start, end = f"Baris pertama {ODD}\n\nBaris ketiga: {LONG_WORD}\n", f" {END}"
    middle = "Uraian dengan banyak kata. " * (limit // 20)
    return start + middle[: limit - len(start) - len(end)].rstrip() + end


def type_all(page: Page, made: Plan) -> None:
    """Go through the whole form with the Tab key and fill what is there."""
    page.locator("form[data-siap]").focus()
    typed = set()
    for _ in range(600):
        page.keyboard.press("Tab")
        name, kind, table = _focused(page)
        if kind == "submit":
            assert typed == set(made.typed), set(made.typed) ^ typed
            return
        if table and table in made.rows and _rows(page, table) < made.rows[table]:
            # The new row takes the focus.
            page.keyboard.press("Enter")
            name, kind, _ = _focused(page)
        if name in made.typed:
            page.keyboard.press("Control+a")
            page.keyboard.insert_text(made.typed[name])
            typed.add(name)
        elif kind == "radio":
            _choose(page, name, made)
        elif kind == "checkbox" and (name in made.ticked) != _is_checked(page):
            page.keyboard.press("Space")
    raise AssertionError("the submit button was not reached with the Tab key")


_FOCUSED = """() => {
  const box = document.activeElement;
  const isAdding = box.dataset.aksi === "tambah";
  const table = isAdding ? box.closest("[data-isian]").dataset.isian : "";
  return [box.id.replace(/^i-/, ""), box.type ?? "", table];
}"""


def _focused(page: Page) -> tuple[str, str, str]:
    name, kind, table = page.evaluate(_FOCUSED)
    return name, kind, table


def _rows(page: Page, table: str) -> int:
    return page.locator(f"[data-isian='{table}'] [data-baris]").count()


def _is_checked(page: Page) -> bool:
    return bool(page.evaluate("() => document.activeElement.checked"))


def _choose(page: Page, name: str, made: Plan) -> None:
    group = name.rpartition(".")[0]
    if group not in made.chosen:
        return
    page.keyboard.press("Space")
    for _ in range(20):
        if _focused(page)[0] == f"{group}.{made.chosen[group]}":
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{group} has no option {made.chosen[group]}")


def pdf_text(content: bytes) -> str:
    """What a PDF says, without the white space that lines and columns make."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    # The foot of a page stands in the middle of what goes on on the next.
    return squeezed("".join(re.sub(r".*Halaman \d+ dari \d+", "", text) for text in pages))


def docx_text(content: bytes) -> str:
    """What a Word file says, likewise."""
    return squeezed("".join(_letters(Document(BytesIO(content)).element.body)))


def squeezed(text: str) -> str:
    """A text without white space, and with the marks of names as their nearest letters."""
    return "".join(unicodedata.normalize("NFC", text).split())


def _letters(part: Any) -> Iterator[str]:
    for text in part.iter(qn("w:t")):
        yield text.text or ""


def docx_is_sound(content: bytes) -> bool:
    """Whether every member of the file can be read."""
    with ZipFile(BytesIO(content)) as found:
        return found.testzip() is None


def answered(form: Formulir, made: Plan) -> list[str]:
    """Everything that was answered, as it must stand on paper."""
    found = list(made.paper.values())
    for isian in form.isian:
        names = {isian.id, *(f"{isian.id}.{option.id}" for option in isian.pilihan)}
        if names & (made.chosen.keys() | made.ticked | made.paper.keys()):
            found.append(isian.label)
        for option in isian.pilihan:
            if made.chosen.get(isian.id) == option.id or f"{isian.id}.{option.id}" in made.ticked:
                found.append(option.label)
    found += [item.label for item in form.lampiran if f"lampiran.{item.id}" in made.ticked]
    office = made.chosen.get("surat.tujuan")
    found += [item.kepada for item in form.ditujukan_kepada if item.instansi == office]
    return [squeezed(text) for text in found]


def unanswered(form: Formulir, made: Plan) -> list[str]:
    """Labels that must not stand on paper, unless they are a part of something that does."""
    said = " ".join(answered(form, made))
    office = made.chosen.get("surat.tujuan")
    found = [item.kepada for item in form.ditujukan_kepada if office and item.instansi != office]
    found += [item.label for item in form.lampiran if f"lampiran.{item.id}" not in made.ticked]
    return [text for text in map(squeezed, found) if text not in said]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing: pytest shows what matters."""


@dataclass
class Server:
    """A server of one's own that can be switched off, or made to take requests and not answer."""

    address: str
    stop: Callable[[], None]
    silence: Callable[[], None]


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """Serve a folder as long as the test runs."""
    is_silent, is_over = threading.Event(), threading.Event()

    class Handler(_Quiet):
        def do_GET(self) -> None:
            if is_silent.is_set():
                is_over.wait()
            else:
                super().do_GET()

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    yield Server(f"http://127.0.0.1:{server.server_address[1]}/", stop, is_silent.set)
    is_over.set()
    if thread.is_alive():
        stop()


def open_form(page: Page, site_address: str, form_id: str) -> None:
    page.goto(f"{site_address}formulir/{form_id}/")
    expect(page.locator("form[data-siap]")).to_be_visible()


def submit(page: Page) -> None:
    page.get_by_role("button", name="Periksa jawaban").focus()
    page.keyboard.press("Enter")


def messages(page: Page) -> list[str]:
    return page.get_by_role("alert").get_by_role("link").all_inner_texts()


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")
    return Path(found.value.path()).read_bytes()


def fill_ak1(page: Page, site_address: str) -> None:
    open_form(page, site_address, AK1)
    fill_boxes(page)


def fill_boxes(page: Page) -> None:
    """Answer what the registration of job seekers requires."""
    for name, text in {
        "nik": "3375015708950001", "nama": "Contoh Nama", "tempat-lahir": "Wanasari",
        "tanggal-lahir": "17-08-1995", "alamat": "Jalan Contoh 1", "telepon": "081234567890",
        "pendidikan.1.jenjang": "SMA",
    }.items():  # fmt: skip
        page.locator(f"[id='i-{name}']").fill(text)
    page.get_by_label("Perempuan", exact=True).check()
    page.get_by_label("Belum kawin").check()
