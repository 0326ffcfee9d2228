"""What is published for an SOP: one table, from which links, keys and revisions follow."""

from typing import Any

import pytest

from sop_terbuka.data.model import Sop
from sop_terbuka.data.problem import SopTerbukaError
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.addresses import one_each
from sop_terbuka.publish.output import Edition, Output
from sop_terbuka.publish.outputs import OUTPUTS, downloads, jobs
from sop_terbuka.revise.revisi import State, compare
from tests.builders import BY_SOP, actor, catalog, form, office, sop
from tests.other_values import another

HERE = Edition("https://contoh.test/kota-contoh/kartu/", "21 November 2026", "3f9a2c1")
SIDES = {"pemohon": "luar", "petugas": "dalam", "kabid": "dalam"}
NEED = {"berkas": "KTP", "wajib": "ya", "dasar": BY_SOP}
STEPS = sop().model_dump(mode="json", exclude_none=True)["langkah"]
# Where any other value of a key's type would not do: what it names must be there, too.
CHANGES: dict[str, dict[str, Any]] = {
    "nama": {"nama": "Lain", "nama_sop": None},
    "dasar_hukum": {"dasar_hukum": ["uu-1-2020 Lain"]},
    "formulir": {"formulir": ["kartu"]},
    "keterkaitan": {"keterkaitan": ["Lain"]},
    "langkah": {"langkah": [*STEPS, STEPS[0] | {"id": "lagi", "waktu": "1 hari"}]},
    "pelaksana": {"pelaksana": [actor(key, f"{key} lain", pihak="luar") for key in SIDES]},
    "produk": {"produk": [{"nama": "Lain"}]},
    "siapa": {"siapa": [{"teks": "Lain", "dasar": BY_SOP}]},
    "persyaratan": {"persyaratan": [NEED]},
    "varian": {"varian": [{"id": "a", "nama": "Lain"}]},
}
# What must be there on both sides for the change to show.
CONTEXT: dict[str, dict[str, Any]] = {
    # Where the document states a sum, the steps are not added up.
    "langkah": {"waktu_total_tertulis": None},
    "pelaksana": {"waktu_total_tertulis": None},
    "tanpa_langkah": {"langkah": [], "tanpa_langkah": "Tidak terbaca."},
    "varian": {
        "varian": [{"id": "a", "nama": "A"}], "persyaratan": [NEED | {"untuk": ["a"]}],
    },
}  # fmt: skip
# The address itself and the place in the scan belong to every file or to none.
KEYS = [key for key in Sop.model_fields if key not in ("id", "sumber")]


def content(output: Output[Any], made: Sop) -> str:
    facts = layanan(catalog(made, forms=[form()]), made)
    return repr(output.content(facts, HERE)) if output.ada(made) else ""


def fitting(output: Output[Any], **changes: Any) -> Sop:
    """The faultless SOP, as a document of the kind that the file is for."""
    made = sop(**changes)
    return made if output.ada(made) else sop(**{"jenis_dokumen": "lain"} | changes)


def change(key: str, made: Sop) -> dict[str, Any]:
    """The key with another value."""
    return CHANGES.get(key) or {key: another(Sop.model_fields[key], getattr(made, key))}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.nama)
def test_a_file_changes_exactly_with_the_keys_it_names(output: Output[Any], key: str) -> None:
    context = CONTEXT.get(key, {})
    one = fitting(output, **context)
    kind = {"jenis_dokumen": one.jenis_dokumen}
    two = sop(**kind | context | change(key, one))
    assert one != two
    changes = content(output, one) != content(output, two)
    assert changes == (key in output.kunci)


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.nama)
def test_a_page_links_to_every_file_in_its_place(output: Output[Any]) -> None:
    address = f"kota-contoh/kartu/{output.nama}"
    (link,) = downloads(sop(), {address: 40_000}, output.letak)
    assert link.alamat == address
    assert link.sebutan == output.sebutan
    assert "{" not in link.teks


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.nama)
def test_a_revision_names_every_file_that_it_changes(output: Output[Any]) -> None:
    key = sorted(output.kunci & {"langkah", "nama", "persyaratan"})[0]
    old, new = fitting(output), fitting(output, **CHANGES[key])
    sides = [State(sop={s.id: s}, instansi={"kota-contoh": office()}) for s in (old, new)]
    (file,) = compare(*sides, outputs=OUTPUTS).berkas
    touched = {(item.apa, address) for item in file.tersentuh for address in item.alamat}
    assert (output.sebutan, f"/kota-contoh/kartu/{output.nama}") in touched


def key(output: Output[Any], made: Sop, site: str = HERE.alamat, date: str = "21 November") -> str:
    found = {
        job.address: job.key for job in jobs({made.id: layanan(catalog(made), made)}, site, date)
    }
    return found[f"{made.id}/{output.nama}"]


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.nama)
def test_the_key_of_a_file_changes_with_what_is_in_it_and_with_nothing_else(
    output: Output[Any],
) -> None:
    one, two = fitting(output), fitting(output, sebutan=["kartu lain"])
    assert key(output, one) == key(output, one)
    # Words for the search stand in no file, but the papers that name their version have another.
    assert (key(output, one) == key(output, two)) == (HERE.versi not in content(output, one))
    says_date = HERE.tanggal in content(output, one) or HERE.versi in content(output, one)
    assert (key(output, one) != key(output, one, date="lain")) == says_date
    says_where = HERE.alamat in content(output, one)
    assert (key(output, one) != key(output, one, site="lain/")) == says_where


def test_an_sop_without_steps_has_no_flow() -> None:
    made = sop(langkah=[], tanpa_langkah="Tidak terbaca.")
    names = [job.address for job in jobs({made.id: layanan(catalog(made), made)}, "", "")]
    assert [name for name in names if "alur" in name] == []
    assert "kota-contoh/kartu/ceklis.pdf" in names


def test_two_files_at_one_address_are_an_error_that_names_both() -> None:
    said = 'alamat "a.pdf" diterbitkan dua kali: oleh Ceklis dan oleh umpan.'
    with pytest.raises(SopTerbukaError, match=said):
        one_each([("Ceklis", "a.pdf", b"1"), ("situs", "b.pdf", b"2"), ("umpan", "a.pdf", b"3")])
