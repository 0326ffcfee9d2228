"""The register: every SOP of an office in its order, as a page, as pages, and as a table."""

import csv
import dataclasses
import io

from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.meaning.register import registers
from sop_terbuka.meaning.temuan import Temuan
from sop_terbuka.publish.feeds.register import tables
from sop_terbuka.publish.page import Page
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from tests.builders import catalog as site_of
from tests.builders import findings, office, sop


def finding(sop_id: str) -> Temuan:
    return Temuan(sop_id, "langkah-tanpa-waktu", "waktu", "sedang", "Kosong.", (), "Isi.")


def rendered(catalog: Catalog, *found: Temuan) -> dict[str, Page]:
    tools = Tools(
        icon=lambda name: Markup(), services=all_layanan(catalog), date="2026-11-21",
        findings=found,
    )  # fmt: skip
    return {page.address: page for page in pages(catalog, tools)}


def rows(page: Page) -> list[str]:
    return str(page.html()).partition("<tbody")[2].split("<tr ")[1:]


def many(count: int) -> Catalog:
    one = sop()
    found = {
        key: one.model_copy(update={"id": key})
        for key in (f"kota-contoh/sop-{n:03}" for n in range(1, count + 1))
    }
    return site_of(*found.values())


def test_a_line_holds_what_the_document_prints_and_the_number_of_findings(
    catalog: Catalog,
) -> None:
    found = findings(catalog)
    entries = registers(catalog, found)["kab-rimbaraya"]
    assert [item.sop for item in entries] == catalog.of_office("kab-rimbaraya")
    first, fifth = entries[0], entries[4]
    assert (first.judul, first.nomor) == ("Pengajuan Nota Permintaan Dana (NPD)", "")
    assert (first.pembuatan, first.revisi, first.efektif, first.tinjau) == ("", "", "", "")
    assert (fifth.judul, fifth.nomor) == ("Pelatihan bagi IKM", "123 /DTK/TU-1/II/2025")
    assert (fifth.pembuatan, fifth.revisi, fifth.efektif) == ("2025-01-06",) * 3
    assert fifth.temuan == sum(1 for item in found if item.sop == fifth.sop.id)
    assert fifth.temuan > 0


def test_the_page_says_silence_and_links_to_the_sop_and_its_findings() -> None:
    made = sop(dokumen={"nomor": "065/1", "tanggal_pembuatan": "2022-02-16"}, nama_sop="SOP Kartu")
    page = rendered(site_of(made), finding(made.id))["petugas/register/kota-contoh/"]
    (row,) = rows(page)
    assert 'id="kartu"' in row
    assert '<a href="../../../kota-contoh/kartu/">SOP Kartu</a>' in row
    assert f"<small>{made.nama}</small>" in row
    assert 'data-hal="Nomor">065/1<' in row
    assert 'data-hal="Dibuat">16 Februari 2022<' in row
    assert 'data-hal="Revisi"><span class="tdk">-</span>' in row
    assert '<a href="../../../kota-contoh/kartu/temuan/">1</a>' in row
    assert "1 SOP, 1 bernomor, 1 temuan. Data per 21 November 2026." in str(page.html())


def test_a_long_register_goes_on_over_several_pages_and_its_lines_are_found() -> None:
    made = rendered(many(230))
    sheets = [
        made[f"petugas/register/kota-contoh/{name}"] for name in ("", "halaman-2/", "halaman-3/")
    ]
    assert [len(rows(sheet)) for sheet in sheets] == [100, 100, 30]
    assert "petugas/register/kota-contoh/halaman-4/" not in made
    assert sheets[1].title == "Register SOP: Dincontoh Kota Contoh, halaman 2 dari 3"
    service = str(made["kota-contoh/sop-150/"].html())
    assert 'href="../../petugas/register/kota-contoh/halaman-2/#sop-150"' in service


def test_the_pages_of_the_office_its_papers_and_its_officers_lead_to_it() -> None:
    made = rendered(site_of(sop()))
    assert '<a href="../petugas/register/kota-contoh/">Register SOP</a>' in str(
        made["kota-contoh/"].html()
    )
    assert '<a href="../petugas/register/kota-contoh/">Register SOP</a>' in str(
        made["dokumen/"].html()
    )
    assert '<a href="register/kota-contoh/">Register SOP</a>' in str(made["petugas/"].html())


def test_an_office_without_sops_has_no_register() -> None:
    one = site_of(sop())
    offices = {**one.instansi, "kota-lain": office("kota-lain")}
    made = rendered(dataclasses.replace(one, instansi=offices))
    assert "petugas/register/kota-lain/" not in made
    assert "petugas/register/kota-lain/" not in str(made["kota-lain/"].html())


def table(catalog: Catalog, *found: Temuan) -> list[dict[str, str]]:
    (content,) = tables(catalog, found).values()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_table_has_every_sop_with_dates_as_data() -> None:
    made: Sop = sop(
        dokumen={"tanggal_efektif": "--02-16", "nomor": "=1+1", "tanggal_pembuatan": None}
    )
    assert table(site_of(made), finding(made.id), finding(made.id)) == [
        {
            "nomor": "'=1+1", "judul": made.nama_sop or made.nama, "layanan": made.nama,
            "tanggal_pembuatan": "", "tanggal_revisi": "", "tanggal_efektif": "'--02-16",
            "status": "Salinan dokumen, belum diperiksa dinas", "tinjau_sebelum": "",
            "temuan": "2", "sop": made.id,
        }
    ]  # fmt: skip
    assert len(table(many(230))) == 230
