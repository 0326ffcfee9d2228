"""The document of a standard, a health SOP or another kind: every section it has, no other."""

import base64
import dataclasses
import io
import re
import subprocess
from pathlib import Path

import docx
import pikepdf
import pytest

from sop_terbuka.data import catalog
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.outputs import OUTPUTS
from sop_terbuka.publish.papers.naskah import pdf, word
from sop_terbuka.publish.papers.naskah.content import Bagian, Baris, Naskah, Tahap, content
from tests.builders import catalog as made_of
from tests.builders import sop
from tests.data.test_jpg import PLAIN as JPG
from tests.document_text import squashed, text_of_pdf

TRIAL = Path(__file__).parents[1] / "situs-lain"
DATA = catalog.load(TRIAL / "sop_data", TRIAL / "forms")
HERE = Edition("https://contoh.test/a/b/", "21 November 2026", "21 November 2026 3f9a2c1")
KINDS = pytest.mark.parametrize(
    "sop_id", [key for key, one in DATA.sop.items() if one.jenis_dokumen != "sop-ap"]
)


def document(sop_id: str) -> Naskah:
    return content(layanan(DATA, DATA.sop[sop_id]), HERE)


def titles(naskah: Naskah) -> list[str]:
    return [part.judul for part in naskah.bagian]


def test_a_service_standard_has_the_components_that_it_states() -> None:
    made = document("disdukcapil-oku-timur/lahir-mati")
    assert made.jenis == "Standar Pelayanan"
    assert titles(made) == [
        "Dasar hukum", "Siapa yang boleh mengajukan", "Persyaratan", "Prosedur",
        "Jangka waktu penyelesaian", "Biaya atau tarif", "Produk pelayanan",
        "Sarana dan prasarana", "Kompetensi pelaksana",
        "Penanganan pengaduan, saran, dan masukan",
    ]  # fmt: skip


def test_a_health_sop_keeps_its_own_sections() -> None:
    made = document("puskesmas-bangil/pendaftaran")
    assert titles(made)[:3] == ["Pengertian", "Tujuan", "Kebijakan"]
    assert {"Diagram alir", "Unit terkait"} <= set(titles(made))
    assert made.identitas == (("Halaman", "1/2"),)
    assert made.catatan == (
        "Kosong pada dokumen sumber: No. Dokumen, No. Revisi, Tanggal Terbit, 4. Referensi.",
    )


def test_phases_number_their_own_steps() -> None:
    (procedure,) = [
        part
        for part in document("mtsn-1-pandeglang/mutasi-masuk").bagian
        if part.judul == "Prosedur"
    ]
    assert len(procedure.tahap) == 8
    assert [phase.baris[0].nomor for phase in procedure.tahap] == ["1"] * 8


def test_everyone_who_signed_is_named_and_no_number_is_added() -> None:
    signed = {
        "disusun_oleh": [{"tertulis": "Bidan SITI"}],
        "diperiksa_oleh": [{"tertulis": "Kanit Reskrim BUDI NRP 70010101", "tanggal": "2024-05"}],
        "disahkan_oleh": {"tertulis": "Kepala Desa ANI"},
    }
    one = sop(jenis_dokumen="lain", dokumen=signed)
    assert content(layanan(made_of(one), one), HERE).penanda == (
        ("Disusun oleh", "Bidan SITI"),
        ("Diperiksa oleh", "Kanit Reskrim BUDI NRP 70010101, Mei 2024"),
        ("Disahkan oleh", "Kepala Desa ANI"),
    )


@KINDS
def test_the_pdf_is_tagged_and_always_the_same(sop_id: str) -> None:
    naskah = document(sop_id)
    made = pdf.write(naskah)
    assert made == pdf.write(naskah)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "id"


def text_of(made: bytes, tmp_path: Path) -> str:
    (tmp_path / "naskah.pdf").write_bytes(made)
    return text_of_pdf(tmp_path / "naskah.pdf")


@KINDS
def test_the_pdf_holds_every_text(sop_id: str, tmp_path: Path) -> None:
    naskah = document(sop_id)
    text = squashed(text_of(pdf.write(naskah), tmp_path))
    for part in naskah.bagian:
        assert squashed(part.judul) in text
        said = [*part.butir, *(item for _, items in part.kelompok for item in items)]
        said += [row.kegiatan for phase in part.tahap for row in phase.baris]
        said += [words for phase in part.tahap for row in phase.baris for words in row.rincian]
        assert [words for words in said if squashed(words) not in text] == []


def test_long_steps_and_words_lose_no_text_and_stay_on_the_page(tmp_path: Path) -> None:
    words = " ".join(f"kata{n}" for n in range(1500))
    step = Baris("1", words, ("m" * 200,), "w" * 60, "", "")
    naskah = dataclasses.replace(
        document("polres-kapuas/skck"),
        nama="n" * 150,
        bagian=(Bagian("Prosedur", tahap=(Tahap("", (step, step)),)),),
    )
    text = text_of(pdf.write(naskah), tmp_path)
    assert set(words.split()) <= set(text.split())
    assert "m" * 200 in squashed(text)
    command = ["pdftotext", "-bbox", str(tmp_path / "naskah.pdf"), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    places = [float(x) * 25.4 / 72 for x in re.findall(r'<word .*xMax="(\S+)"', boxes)]
    assert max(places) < 190.5


@KINDS
def test_the_word_document_holds_every_text(sop_id: str) -> None:
    naskah = document(sop_id)
    made = word.write(naskah)
    assert made == word.write(naskah)
    opened = docx.Document(io.BytesIO(made))
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    rows = [row for table in opened.tables for row in table.rows]
    text += "\n".join(cell.text for row in rows for cell in row.cells)
    for part in naskah.bagian:
        assert part.judul in text
        said = [*part.butir, *(item for _, items in part.kelompok for item in items)]
        said += [row.kegiatan for phase in part.tahap for row in phase.baris]
        assert [words for words in said if words not in text] == []


@KINDS
def test_no_blank_official_form_is_made(sop_id: str) -> None:
    made = {output.nama for output in OUTPUTS if output.ada(DATA.sop[sop_id])}
    assert {"dokumen.pdf", "dokumen.docx"} <= made
    assert not any(name.startswith("sop-ap") for name in made)


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(("name", "picture"), [("logo.png", PNG), ("logo.jpg", JPG)])
@pytest.mark.parametrize("jenis", ["lain", "sop-ap"])
def test_the_logo_of_the_office_is_on_its_papers(jenis: str, name: str, picture: bytes) -> None:
    one = sop(jenis_dokumen=jenis)
    made = dataclasses.replace(made_of(one, logo=name), gambar={f"kota-contoh/{name}": picture})
    (output,) = [o for o in OUTPUTS if o.nama in ("dokumen.pdf", "sop-ap.pdf") and o.ada(one)]
    paper = output.write(output.content(layanan(made, one), HERE))
    with pikepdf.open(io.BytesIO(paper)) as opened:
        assert len(opened.pages[0].get_images()) == 1
