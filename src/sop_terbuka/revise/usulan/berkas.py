"""The proposal file: read as a stranger's, held to the table of what can be proposed."""

import hashlib
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ...data.alamat import PART
from ...data.check import check
from ...data.model import Rekaman, Sop
from ...data.model.dasar import Id, IdSop, Teks, Url
from ...data.node import Node, read_text
from ...data.problem import DataError, Place, Problem
from .tabel import BAGIAN, OFFICE, Bagian, wrong

MAX_BYTES = 65_536
REFUSED = "usulan-ditolak"
# What only the office itself, or a look at the source document, can say.
_NOT_BY_PROPOSAL = (
    "id", "sumber", "koreksi", "perubahan", "tanggapan", "status", "status_oleh", "status_tanggal",
)  # fmt: skip
_OF_OFFICE = ("kontak", "jam", "pengaduan", "tempat")
_BASE = re.compile(r"sha256:[0-9a-f]{64}|[0-9a-f]{40}")
_CODE = re.compile(r"\{\{|\{%|\{#|\$\{|<[a-z/!?]", re.IGNORECASE)


class SumberUsulan(Rekaman):
    """How the proposer knows; becomes the basis of the new value."""

    jenis: Literal["dinas", "peraturan", "praktik"] = Field(
        description="dinas: laman, papan atau petugas kantor itu. peraturan: peraturan atau surat "
        "keputusan. praktik: pengalaman sendiri atau sumber lain."
    )
    nama: Annotated[Teks, StringConstraints(max_length=300)] = Field(
        description="Apa tepatnya, misalnya papan tarif di loket."
    )
    pasal: Annotated[Teks, StringConstraints(max_length=100)] | None = Field(
        None, description="Pasal atau halamannya."
    )
    url: Url | None = Field(None, description="Alamatnya bila ada.")


class PerubahanUsulan(Rekaman):
    """One proposed change."""

    pada: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        description="Tempatnya, misalnya langkah[periksa].waktu; persyaratan[+] menambah butir."
    )
    butir: Teks | None = Field(None, description="Nama butirnya saat usulan dibuat.")
    dari: Teks | None = Field(None, description="Isi sekarang; kosong bila belum ada.")
    menjadi: Teks | None = Field(None, description="Isi yang diusulkan; kosong bila dihapus.")
    isi: dict[str, Teks] | None = Field(None, description="Isi butir yang ditambahkan.")
    sesudah: Id | None = Field(None, description="Langkah baru berdiri sesudah langkah ini.")
    sumber: SumberUsulan | None = Field(None, description="Dari mana pengusul tahu.")
    alasan: Annotated[Teks, StringConstraints(max_length=1000)] | None = Field(
        None, description="Mengapa; wajib bila sumber kosong."
    )

    @property
    def is_new(self) -> bool:
        """Whether a list gets one more item."""
        return self.pada.endswith("[+]")


class Usulan(Rekaman):
    """The proposal file."""

    usulan: Literal["1"] = Field(description="Versi bentuk berkas ini.")
    sop: IdSop = Field(description="Id SOP yang diusulkan berubah.")
    dasar: Annotated[Teks, StringConstraints(max_length=80)] = Field(
        description="Sidik berkas SOP saat usulan dibuat, atau nomor commit."
    )
    pengusul: Annotated[Teks, StringConstraints(max_length=100)] | None = Field(
        None, description="Nama, bila mau disebut. Akan terbaca umum."
    )
    perubahan: Annotated[list[PerubahanUsulan], Field(min_length=1, max_length=50)] = Field(
        description="Satu butir per nilai."
    )


def fingerprint(content: bytes) -> str:
    """What a proposal names as its base: the hash of the SOP's file."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def read(path: Path) -> Usulan:
    """Read and check a proposal file; raises DataError with everything wrong in it."""
    shown = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise refusal(shown, f"berkas tidak dapat dibaca ({error.strerror}).") from None
    if len(raw) > MAX_BYTES:
        raise refusal(shown, f"usulan terlalu besar (paling besar {MAX_BYTES} bita).")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refusal(shown, "berkas bukan teks UTF-8.") from None
    node, problems = read_text(text, shown)
    if node is None or problems:
        raise DataError(problems)
    entry, problems = check(node, shown, Usulan, None)
    problems += [problem for path, at in _scalars(node, "") for problem in _odd(shown, path, at)]
    if entry is None or problems:
        raise DataError(problems)
    problems = list(_misplaced(entry.record, node, shown))
    if problems:
        raise DataError(problems)
    return entry.record


def refusal(shown: str, pesan: str) -> DataError:
    """A refusal in one sentence."""
    return DataError([Place(shown).problem(REFUSED, pesan)])


def words(text: str | None) -> str | None:
    """A text on one line, as two are compared."""
    return " ".join(text.split()) if text is not None else None


def part_of(pada: str) -> tuple[Bagian | None, str]:
    """The part of the table that an address lies in, and the value there; "" is the part itself."""
    bare = re.sub(r"\[[^\]]*\]", "", pada)
    # The longest first: a list of fees lies within the fee.
    for key in sorted(BAGIAN, key=len, reverse=True):
        if bare == key or bare.startswith(f"{key}."):
            return BAGIAN[key], bare[len(key) + 1 :]
    return None, ""


def _scalars(node: Node, path: str) -> list[tuple[str, Node]]:
    if isinstance(node.value, dict):
        return [
            found
            for key, value in node.value.items()
            for found in [(key, node.key((key,))), *_scalars(value, key)]
        ]
    if isinstance(node.value, list):
        return [found for item in node.value for found in _scalars(item, path)]
    return [(path, node)]


def _odd(shown: str, path: str, node: Node) -> list[Problem]:
    text = words(str(node.value)) or ""
    if not text.isprintable():
        pesan = "ada aksara kendali atau pengubah arah tulisan. Hapus aksara itu."
    elif _CODE.search(text):
        pesan = "ada kode templat atau HTML. Tulis teks biasa saja."
    else:
        return []
    return [Place(shown, node.line, node.column, path[:60]).problem(REFUSED, pesan)]


def _misplaced(usulan: Usulan, node: Node, shown: str) -> list[Problem]:
    """Places that no proposal may change or no SOP has, and values that cannot be right."""
    problems = []
    if not _BASE.fullmatch(usulan.dasar):
        at = node.at(("dasar",))
        pesan = "bukan sidik berkas. Salin baris dasar dari halaman usulan, diawali sha256:."
        problems.append(Place(shown, at.line, at.column, "dasar").problem(REFUSED, pesan))
    seen: set[str] = set()
    for n, item in enumerate(usulan.perubahan):
        at = node.at(("perubahan", n, "pada"))
        pesan = _unfit(item) or _values(item)
        if not pesan and item.pada in seen and not item.is_new and not _is_text_item(item):
            pesan = f'"{item.pada}" sudah diusulkan di atas. Hapus salah satu.'
        seen.add(item.pada)
        if pesan:
            place = Place(shown, at.line, at.column, f"perubahan {n + 1}")
            problems.append(place.problem(REFUSED, pesan))
    return problems


def _is_text_item(item: PerubahanUsulan) -> bool:
    part, _ = part_of(item.pada)
    return part is not None and part.bentuk == "butir"


def _unfit(item: PerubahanUsulan) -> str:
    parts = [PART.fullmatch(part) for part in item.pada.removeprefix(OFFICE).split(".")]
    first = parts[0]["key"] if parts[0] else ""
    known = _OF_OFFICE if item.pada.startswith(OFFICE) else tuple(Sop.model_fields)
    if not all(parts) or (first not in known and first not in _NOT_BY_PROPOSAL):
        return f'"{item.pada}" bukan tempat di sebuah SOP. Tulis misalnya langkah[periksa].waktu.'
    if first in _NOT_BY_PROPOSAL:
        return f'"{first}" hanya diubah oleh pengelola data. Hapus perubahan ini.'
    picks = [match["pick"] for match in parts if match and match["pick"]]
    if any(pick.isdigit() for pick in picks):
        return (
            f'"{item.pada}" menyebut nomor urut, yang bergeser bila daftarnya berubah. Tulis id '
            "butirnya, misalnya persyaratan[ktp]; buat usulan baru dari halaman layanannya."
        )
    if "+" in picks[:-1] or ("+" in picks and not item.is_new):
        return "[+] hanya di akhir, untuk menambah satu butir."
    part, key = part_of(item.pada)
    if part is None or (key and part.of(key) is None):
        return (
            f'"{item.pada}" tidak diubah lewat usulan. Sampaikan kepada pengelola dengan kata-kata.'
        )
    if item.sesudah and item.pada != "langkah[+]":
        return "sesudah hanya dipakai pada langkah[+]."
    if not item.alasan and not item.sumber:
        return "sumber dan alasan sama-sama kosong. Tulis dari mana Anda tahu."
    return ""


def _values(item: PerubahanUsulan) -> str:
    part, key = part_of(item.pada)
    if item.isi is not None:
        if part is None or key or part.bentuk not in ("rekaman", "daftar"):
            return f'"{item.pada}" tidak menerima isi. Tulis menjadi.'
        if item.menjadi is not None or item.dari is not None:
            return "isi dipakai tanpa dari dan menjadi. Hapus salah satu."
        return _record(part, item.isi, item)
    if item.dari is None and item.menjadi is None:
        return "dari dan menjadi sama-sama kosong. Isi salah satu atau keduanya."
    if words(item.dari) == words(item.menjadi):
        return "dari dan menjadi sama. Hapus perubahan ini."
    value = part.of(key) if part else None
    if value and item.menjadi is not None and (said := wrong(value.jenis, item.menjadi)):
        return f"{value.nama}: {said}"
    return ""


def _record(part: Bagian, isi: dict[str, str], item: PerubahanUsulan) -> str:
    if part.bentuk == "daftar" and not item.is_new:
        return f"butir baru ditulis pada {part.pada}[+]."
    known = {value.kunci: value for value in part.isi}
    if unknown := [key for key in isi if key not in known]:
        return (
            f'"{unknown[0]}" tidak dapat diusulkan pada {part.pada}. Pilihan: {", ".join(known)}.'
        )
    for key, value in known.items():
        if value.wajib and key not in isi:
            return f"{value.nama} belum diisi."
        if key in isi and (said := wrong(value.jenis, isi[key])):
            return f"{value.nama}: {said}"
    if part.berdasar and not item.sumber:
        return f"{part.nama} memerlukan sumber. Tulis dari mana Anda tahu."
    return ""
