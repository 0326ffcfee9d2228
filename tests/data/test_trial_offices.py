"""Ten real texts of ten kinds of office, transcribed whole: nothing dropped, nothing bent.

The offices of `tests/situs-lain` are no part of any site of ours; they prove that the words fit.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data import catalog
from sop_terbuka.data.model import Langkah, Pelaksana, Rekaman, Sop, Syarat
from sop_terbuka.data.tanggal import in_words

FOLDER = Path(__file__).parents[1] / "situs-lain"
DATA = catalog.load(FOLDER / "sop_data", FOLDER / "forms")
SOPS = pytest.mark.parametrize("sop", DATA.sop.values(), ids=list(DATA.sop))

# Words that only name a place on the paper, where a key stands for them; and the little words of
# prose around a value.
LABELS = frozenset(re.findall(r"\w+", """
    nama judul nomor no tgl tanggal revisi efektif terbit pembuatan disahkan oleh dasar hukum
    kualifikasi pelaksana keterkaitan peralatan perlengkapan peringatan pencatatan pendataan
    mutu baku kelengkapan waktu output keterangan pengertian tujuan kebijakan prosedur langkah
    diagram alir alat sistem mekanisme produk layanan pengelolaan sarana prasaran fasilitas dan
    atau kompetensi persyaratan syarat proses berikut biaya jenis ruang lingkup definisi total
    kode kegiatan tahap pelayanan tarif pengaduan yang lokasi untuk ketentuan br alur ditetapkan
    di pada sop halaman unit terkait a b c d e f 1 2 3
    sebanyak sedangkan dibutuhkan adalah berlaku selama
"""))  # fmt: skip
# What the copies themselves say of their gaps; the notes of the transcriber tell it.
OWN_WORDS = frozenset({"terpotong", "salinan"})
# Names for people, readings of the document, sentences to the applicant: no words of the document.
OURS = frozenset({
    "id", "ringkasan", "sebutan", "audiens", "topik", "status", "catatan", "sumber", "koreksi",
    "untuk_pemohon", "keputusan", "tanpa_langkah", "jenis_dokumen", "tercetak_kosong", "untuk",
    "wajib", "jenis", "dasar", "jam", "pihak", "kolom", "tidak_disebut", "pelaksana_dasar",
    "berikut", "loket", "bila",
})  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", text.lower())


def texts(value: object) -> Iterator[str]:
    """Every text of a record, dates and hours as documents print them."""
    if isinstance(value, str):
        yield value
        if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|--\d\d(-\d\d)?", value):
            yield f"{in_words(value)} {value[-2:]}"
    elif isinstance(value, int):
        yield f"{value} {value // 1000} ribu 000 Rp Rp{value // 1000}"
    elif isinstance(value, Rekaman):
        for key in type(value).model_fields:
            yield from texts(getattr(value, key))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        yield from texts(list(value.values()))


def passage(sop: Sop) -> list[str]:
    assert sop.sumber
    lines = DATA.sumber[sop.sumber.berkas]
    return [line for first, last in sop.baris_sumber for line in lines[first - 1 : last]]


def test_they_pass_every_check_that_an_author_meets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(FOLDER)
    assert main(["periksa"]) == 0
    assert capsys.readouterr().out.startswith("Tidak ada masalah (")


@SOPS
def test_no_word_of_the_source_is_dropped(sop: Sop) -> None:
    held = {word for text in texts(sop) for word in words(text)}
    held |= {word for text in texts(DATA.instansi[sop.instansi]) for word in words(text)}
    for hours in [*sop.jam, *DATA.instansi[sop.instansi].jam]:
        held |= {*hours.hari, "wib", "s", "d", "pukul", *words("Jum'at")}
    dropped = {
        line: missing
        for line in prose(passage(sop))
        if (missing := [w for w in words(line) if w not in held | LABELS | OWN_WORDS])
    }
    assert dropped == {}


def prose(lines: list[str]) -> Iterator[str]:
    """The lines with a drawing's script left to its own words."""
    script = False
    for line in lines:
        if line.startswith("```"):
            script = line != "```"
        elif script:
            yield " ".join(re.findall(r'"([^"]+)"', line))
        # The first line says where the copy was found.
        elif not line.startswith(("<!--", "Sumber: ")):
            # A number that only counts the lines says nothing.
            yield re.sub(r"^[\s|*#-]*\d+[.)]?\s", " ", line)


@SOPS
def test_no_text_of_the_document_is_bent(sop: Sop) -> None:
    source = squeezed("\n".join(passage(sop)))
    fixes = {squeezed(fix.menjadi): squeezed(fix.tertulis) for fix in sop.koreksi}
    bent = [
        text
        for text in transcribed(sop)
        if fixes.get(squeezed(text), squeezed(text)) not in source
        # A cell that was printed in pieces stands in the source piece by piece.
        and not all(squeezed(part) in source for part in re.split(r"[;.:,|()] ?", text))
    ]
    assert bent == []


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def transcribed(value: object) -> Iterator[str]:
    """The texts that are the document's own."""
    if isinstance(value, Rekaman):
        ours = set(OURS)
        if isinstance(value, Sop):
            ours |= {"nama"}
        if isinstance(value, Pelaksana) and value.kolom == "tidak":
            return  # Someone whom the document does not print.
        if isinstance(value, Langkah):
            ours |= {"pelaksana"}
        if isinstance(value, Syarat) and value.salah_satu:
            # The alternatives have the document's words; what holds them together has ours.
            ours |= {"berkas"}
        for key in type(value).model_fields:
            if key not in ours and not key.startswith("tanggal"):
                yield from transcribed(getattr(value, key))
    elif isinstance(value, list):
        for item in value:
            yield from transcribed(item)
    elif isinstance(value, str):
        yield value


def test_every_kind_of_document_and_office_is_there() -> None:
    assert {sop.jenis_dokumen for sop in DATA.sop.values()} == {
        "sop-ap", "standar-pelayanan", "sop-kesehatan", "lain",
    }  # fmt: skip
    assert len({office.disebut for office in DATA.instansi.values()}) == len(DATA.instansi) == 10
