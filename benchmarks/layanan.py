"""What every service says to applicants, and on which basis, as one Markdown table.

Run: .venv/bin/python benchmarks/layanan.py > layanan.md. The words are those that pages and papers
show; the basis beside each says where somebody can see it for himself.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Dasar
from sop_terbuka.meaning.fakta import Fakta
from sop_terbuka.meaning.hukum import short_title
from sop_terbuka.meaning.jam import service_hours
from sop_terbuka.meaning.layanan import Layanan, all_layanan

ROOT = Path(__file__).parent.parent

_HEADS = (
    "Layanan", "Waktu", "Dasar waktu", "Biaya", "Dasar biaya", "Tempat", "Dasar tempat", "Jam",
    "Dasar jam", "Kontak", "Dasar kontak",
)  # fmt: skip


def main() -> None:
    """Print the table of all services that are not the office's own."""
    catalog = load(ROOT / "sop_data", ROOT / "forms")
    print(_row(["#", *_HEADS]))
    print(_row(["---"] * (len(_HEADS) + 1)))
    services = [one for one in all_layanan(catalog).values() if not one.sop.is_internal]
    for number, one in enumerate(services, start=1):
        print(_row([str(number), *_cells(catalog, one)]))


def _row(cells: Iterable[str]) -> str:
    shown = (" ".join(cell.replace("|", "/").split()) for cell in cells)
    return f"| {' | '.join(shown)} |"


def _cells(catalog: Catalog, one: Layanan) -> Iterator[str]:
    sop, office = one.sop, one.instansi
    yield sop.id
    yield _fact(one.waktu)
    promised = [basis for item in one.lama.janji for basis in item.jangka_waktu.dasar]
    spans = ", ".join(f"{first}-{last}" for first, last in sop.baris_sumber)
    yield _bases(catalog, promised) or {
        "tertulis": f"jumlah waktu tertulis, baris {spans}",
        "jumlah": f"jumlah kolom Waktu, baris {spans}",
    }.get(one.lama.asal, "sumber diam")
    yield _fact(one.biaya)
    rates = [basis for item in sop.biaya.tarif for basis in item.dasar]
    named = _bases(catalog, [*sop.biaya.dasar, *rates])
    silent = f"sumber diam; catatan dari {named}" if named else "sumber diam"
    yield named if named and one.biaya.disebut else silent
    yield _fact(one.tempat)
    address = [basis for item in office.kontak if item.jenis == "alamat" for basis in item.dasar]
    yield _bases(catalog, sop.tempat.dasar if sop.tempat else address) or "sumber diam"
    yield "; ".join(one.jam) or "Tidak disebut"
    yield (_bases(catalog, _hours(one)) if one.jam else "") or "sumber diam"
    reached = [item for item in office.kontak if item.jenis != "alamat"]
    yield ", ".join(f"{item.jenis} {item.nilai}" for item in reached) or "Tidak disebut"
    yield _bases(catalog, [basis for item in reached for basis in item.dasar]) or "sumber diam"


def _fact(fact: Fakta) -> str:
    note = f" ({fact.catatan})" if fact.catatan else ""
    return f"{fact.nilai}. {fact.rincian}{note}" if fact.rincian else f"{fact.nilai}{note}"


def _hours(one: Layanan) -> list[Dasar]:
    rows = service_hours(one.instansi, one.sop)
    found = [basis for row in rows for basis in row.dasar]
    written = one.instansi.jam_layanan
    return found or (written.dasar if written else [])


def _bases(catalog: Catalog, bases: Iterable[Dasar]) -> str:
    return "; ".join(dict.fromkeys(_basis(catalog, basis) for basis in bases))


def _basis(catalog: Catalog, basis: Dasar) -> str:
    law = catalog.peraturan.get(basis.peraturan or "")
    named = basis.nama or (short_title(law) if law else "")
    places = (
        basis.pasal,
        f"langkah {basis.langkah}" if basis.langkah else "",
        f"baris {basis.baris}" if basis.baris else "",
        "terlihat sebagian" if basis.sebagian == "ya" else "",
    )
    kind = "dokumen" if basis.jenis == "sop" else basis.jenis
    return f"{kind}: {', '.join(part for part in (named, *places) if part)}".removesuffix(": ")


if __name__ == "__main__":
    main()
