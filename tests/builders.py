"""Small catalogues made in memory: a faultless SOP, and whatever a test changes about it."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Formulir, Instansi, Peraturan, Sop
from sop_terbuka.meaning.temuan import Temuan, run
from sop_terbuka.meaning.temuan.context import texts_of

TODAY = datetime.date(2026, 11, 21)
SIGNED = "Kepala Dinas Kota Contoh BUDI SANTOSA, S.H. NIP. 19700101 199503 1 001"
BY_SOP = [{"jenis": "sop"}]

BASE: dict[str, Any] = {
    "nama": "Pembuatan Kartu Contoh",
    "nama_sop": "Pembuatan Kartu Contoh",
    "ringkasan": "Membuat Kartu Contoh.",
    "audiens": ["warga"],
    "topik": "contoh",
    "unit": "Bidang Layanan",
    "status": "transkripsi",
    "dokumen": {
        "nomor": "1/DINCONTOH/I/2025",
        "tanggal_pembuatan": "2025-01-06",
        "tanggal_efektif": "2025-01-20",
        "disahkan_oleh": {"pejabat": "kepala-dinas", "tertulis": SIGNED},
    },
    "dasar_hukum": ["uu-1-2020 Undang-Undang Nomor 1 Tahun 2020 tentang Kartu"],
    "kualifikasi_pelaksana": ["Menguasai pengoperasian komputer"],
    "keterkaitan": ["SOP Penyimpanan Arsip"],
    "peralatan": ["Komputer"],
    "peringatan": ["Jika SOP ini tidak dijalankan, pembuatan Kartu Contoh terlambat"],
    "pencatatan": ["Buku register Kartu Contoh"],
    "persyaratan": [{"berkas": "Berkas permohonan", "wajib": "ya", "dasar": BY_SOP}],
    "biaya": {"jumlah": 0, "dasar": BY_SOP},
    "produk": [{"nama": "Kartu Contoh", "dasar": BY_SOP}],
    "pelaksana": {
        "pemohon": "Pemohon", "petugas": "Petugas Layanan", "kabid": "Kepala Bidang Layanan",
    },
    "langkah": """
        pemohon > Pemohon menyerahkan berkas permohonan kepada Petugas Layanan
            | Berkas permohonan | 5 menit | Tanda terima
        petugas > Petugas Layanan memeriksa berkas. Jika belum lengkap, berkas dikembalikan
            | Tanda terima | 10 menit | Berkas lengkap
        kabid > Kepala Bidang Layanan menandatangani Kartu Contoh
            | Berkas lengkap | 10 menit | Kartu Contoh
        petugas > Petugas Layanan menyerahkan Kartu Contoh kepada pemohon
            | Kartu Contoh | 5 menit | Arsip
    """,
    "waktu_total_tertulis": "30 menit",
}  # fmt: skip


class Example(NamedTuple):
    """A rule with SOPs that break it, what it says of the first, and SOPs that keep it."""

    rule: str
    bad: Catalog
    messages: tuple[str, ...]
    good: Catalog


def example(
    rule: str, bad: Sop | list[Sop], *messages: str, good: Sop | list[Sop] | None = None,
    laws: Iterable[Peraturan] = (), forms: Iterable[Formulir] = (), **office: Any,
) -> Example:  # fmt: skip
    """An example in which the good SOP is the faultless one unless another is given."""
    made = [
        catalog(*(sops if isinstance(sops, list) else [sops]), laws=laws, forms=forms, **office)
        for sops in (bad, good or sop())
    ]
    return Example(rule, made[0], messages, made[1])


def sop(id: str = "kota-contoh/kartu", naskah: str | None = None, **changes: Any) -> Sop:
    """The faultless SOP with changes; `naskah` replaces the source text made from the data."""
    data = {**BASE, **changes, "id": id}
    data["dokumen"] = BASE["dokumen"] | changes.get("dokumen", {})
    if isinstance(data["langkah"], str):
        data["langkah"] = [step(n, row) for n, row in enumerate(_rows(data["langkah"]), 1)]
    if isinstance(data["pelaksana"], dict):
        data["pelaksana"] = [actor(key, name) for key, name in data["pelaksana"].items()]
    data["dasar_hukum"] = [_basis(item) for item in data["dasar_hukum"]]
    data["keterkaitan"] = [
        {"teks": item} if isinstance(item, str) else item for item in data["keterkaitan"]
    ]
    data["sumber"] = {"berkas": "naskah.txt", "baris": [1, 1]}
    made = Sop.model_validate(data)
    lines = tuple(_source(made) if naskah is None else naskah.split("\n"))
    # Named after its content: a bad and a good document of one id must not share a source.
    name = f"{hashlib.sha256(repr(lines).encode()).hexdigest()[:12]}.txt"
    _sources[name] = lines
    place = made.sumber.model_copy(update={"berkas": name, "baris": [1, len(lines)]})
    return made.model_copy(update={"sumber": place})


_sources: dict[str, tuple[str, ...]] = {}


def _rows(text: str) -> list[str]:
    """Rows of a step table; one that does not name its actor goes on from the line above."""
    rows: list[str] = []
    for line in filter(None, map(str.strip, text.strip().split("\n"))):
        if line.startswith("|"):
            rows[-1] += f" {line}"
        else:
            rows.append(line)
    return rows


def table(changes: dict[int, str | None]) -> str:
    """The faultless step table with rows replaced, added below (5, 6, ...) or left out (None)."""
    rows: dict[int, str | None] = dict(enumerate(_rows(BASE["langkah"]), 1))
    rows |= changes
    return "\n".join(row for _, row in sorted(rows.items()) if row)


def step(number: int, row: str, **more: Any) -> dict[str, Any]:
    """One step from `actor > sentence | needs | time | makes`; a semicolon parts papers."""
    who, _, rest = row.partition(" > ")
    sentence, needs, time, makes = [part.strip() for part in f"{rest}| | | ".split("|")[:4]]
    made = {
        "id": f"l{number}", "kegiatan": sentence, "pelaksana": who.split("+"),
        "kelengkapan": _parts(needs), "waktu": time or None, "output": _parts(makes),
    }  # fmt: skip
    return made | more


def numbered(*numbers: str) -> list[dict[str, Any]]:
    """The faultless steps under other numbers."""
    rows = _rows(BASE["langkah"])
    return [
        step(n, row, nomor_tertulis=number)
        for n, (row, number) in enumerate(zip(rows, numbers, strict=True), 1)
    ]


def sheet(
    awal: Iterable[str] = (), utama: Iterable[str] = (), akhir: Iterable[str] = (), **more: Any
) -> dict[str, Any]:
    """A worksheet whose list holds items such as `1. Pemohon menyerahkan berkas`."""
    groups = {"awal": awal, "utama": utama, "akhir": akhir}
    return more | {
        "langkah": {key: [_item(text) for text in items] for key, items in groups.items()}
    }


def _item(text: str) -> dict[str, str]:
    number, dot, rest = text.partition(". ")
    return {"nomor_tertulis": number, "teks": rest} if dot and number.isdigit() else {"teks": text}


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def actor(key: str, name: str, **more: Any) -> dict[str, Any]:
    """An actor; whoever is called `pemohon...` stands outside the office."""
    side = "luar" if key.startswith("pemohon") else "dalam"
    return {"id": key, "nama": name, "pihak": side} | more


def _basis(item: str) -> dict[str, str]:
    """A legal basis from `uu-1-2020 Words of the document`, or from words alone."""
    first, _, rest = item.partition(" ")
    known = first[-4:].isdigit() and "-" in first
    return {"peraturan": first, "tertulis": rest} if known else {"tertulis": item}


def _source(made: Sop) -> list[str]:
    """A source text: identity, boxes, head of the table, rows, worksheet."""
    paper = made.dokumen
    lines = [
        f"Nomor SOP\t{paper.nomor or ''}",
        f"Tanggal Pembuatan\t{paper.tanggal_pembuatan or ''}",
        f"Tanggal Revisi\t{paper.tanggal_revisi or ''}",
        f"Tanggal Efektif\t{paper.tanggal_efektif or ''}",
        f"Disahkan oleh\t{paper.disahkan_oleh.tertulis if paper.disahkan_oleh else ''}",
    ]
    items = [item for item in texts_of(made) if not item.path.startswith(("langkah", "pelaksana"))]
    lines += [f"{i.pada}\t{i.teks}" for i in items if not i.path.startswith("lembar")]
    lines.append("\t".join(["No", "Kegiatan", *(column.nama for column in made.pelaksana)]))
    for n, row in enumerate(made.langkah, 1):
        cells = [str(n), row.kegiatan, *row.sel_pelaksana.values(), *row.kelengkapan]
        lines.append("\t".join([*cells, row.waktu or "", *row.output]))
    lines.append(f"Jumlah waktu\t{made.waktu_total_tertulis or ''}")
    return lines + [f"{i.pada}\t{i.teks}" for i in items if i.path.startswith("lembar")]


def office(id: str = "kota-contoh", **changes: Any) -> Instansi:
    """An office with one head and one complaint channel."""
    return Instansi.model_validate({
        "id": id, "nama": "Dinas Contoh dan Arsip Kota Contoh", "singkatan": "Dincontoh",
        "daerah": "Kota Contoh", "kode_wilayah": "00.00", "zona_waktu": "WIB",
        "tahun_dokumen": "2025",
        "pejabat": [{
            "id": "kepala-dinas", "jabatan": "Kepala Dinas Kota Contoh",
            "nama": "BUDI SANTOSA, S.H.", "nip": "197001011995031001", "keyakinan": "tinggi",
            "dasar": BY_SOP,
        }],
        "unit": ["Bidang Layanan", "Bidang Arsip"],
    } | changes)  # fmt: skip


def law(id: str = "uu-1-2020", judul: str = "", **changes: Any) -> Peraturan:
    """A regulation in force, checked this month."""
    kind, number, year = id.split("-")
    name = {"uu": "Undang-Undang", "permen": "Peraturan Menteri"}.get(kind, kind.upper())
    return Peraturan.model_validate({
        "id": id, "jenis": name, "nomor": number, "tahun": year,
        "judul": judul or f"{name} Nomor {number} Tahun {year} tentang Kartu",
        "status": "berlaku", "keyakinan_status": "tinggi", "status_per": "2026-11",
        "bukti_status": "https://jdih.contoh.go.id/naskah", "diperiksa": "2026-11-01",
    } | changes)  # fmt: skip


def form(id: str = "kartu", isian: Iterable[str] = ("Nama",), **changes: Any) -> Formulir:
    """A form whose fields have reasons; `isian` holds their labels."""
    fields = [
        {"id": f"i{n}", "label": label, "tipe": "teks", "wajib": "ya", "asal": "sop",
         "alasan": "Untuk kartu."}
        for n, label in enumerate(isian)
    ]  # fmt: skip
    return Formulir.model_validate({
        "id": id, "judul": "Permohonan Kartu", "jenis": "formulir",
        "layanan": ["kota-contoh/kartu"], "pengisi": "Pemohon", "resmi": "tidak", "status": "sop",
        "dasar": BY_SOP, "pengantar": "Untuk memohon kartu.",
        "bagian": [{"id": "isi", "judul": "Isi", "isian": fields}],
    } | changes)  # fmt: skip


def catalog(
    *sops: Sop, laws: Iterable[Peraturan] = (), forms: Iterable[Formulir] = (), **changes: Any
) -> Catalog:
    """A catalogue of SOPs; every office they name is made, with changes to all of them."""
    offices = {item.instansi: office(item.instansi, **changes) for item in sops}
    known = {item.id: item for item in (law(), *laws)}
    return Catalog(
        sop={item.id: item for item in sops},
        instansi=offices,
        peraturan=known,
        formulir={item.id: item for item in forms},
        istilah=(),
        topik=(),
        sumber={item.sumber.berkas: _sources[item.sumber.berkas] for item in sops},
    )


def findings(made: Catalog, today: datetime.date = TODAY) -> list[Temuan]:
    """All findings about a catalogue."""
    return run(made, None, today)


def messages(made: Catalog, rule: str) -> list[str]:
    """What a rule says of the first SOP."""
    first = next(iter(made.sop))
    return [t.pesan for t in findings(made) if t.aturan == rule and t.sop == first]
