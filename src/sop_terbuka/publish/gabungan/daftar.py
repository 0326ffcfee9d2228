"""Which sites a portal brings together, and where their files are: in a folder or on the web."""

import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from time import monotonic
from typing import IO, Annotated
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints

from ...data.check import check
from ...data.model.dasar import Rekaman, Teks
from ...data.node import read_file
from ...data.problem import DataError, SopTerbukaError
from ...revise.safe_markdown import printable
from .terima import Read, SitusGagal, SitusGagalError, SitusTerima, own_address, site_address, take

MAX_BYTES = 8_000_000
# Without an answer, and for a whole file: one that trickles must not hold up the rest for ever.
_SECONDS = 20
_WHOLE_SECONDS = 120
_CHUNK = 65536
_AT_ONCE = 8


KodeWilayah = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]


class SumberSitus(Rekaman):
    """One site of the list."""

    nama: Teks = Field(description="Nama situs, untuk halaman keadaan.")
    alamat: Teks = Field(description="Alamat beranda situs, diawali https://.")
    folder: Teks | None = Field(
        None, description="Folder berisi salinan api/v1 situs itu; tanpa ini diambil dari alamat."
    )


class DaftarGabungan(Rekaman):
    """The file gabungan.yml."""

    nama: Teks = Field("Layanan semua dinas", description="Nama portal.")
    uraian: Teks = Field(
        "Cari layanan dinas menurut topik atau daerah. Setiap tautan membuka situs dinasnya.",
        description="Satu kalimat di beranda portal.",
    )
    nama_wilayah: dict[KodeWilayah, Teks] = Field(
        default_factory=dict,
        description="Nama provinsi menurut dua angka pertama kode wilayah; tanpa ini kodenya.",
    )
    situs: Annotated[list[SumberSitus], Field(min_length=1)] = Field(
        description="Situs yang digabung."
    )


@dataclass(frozen=True)
class Asal:
    """Where one site's files are; an address that is not known stands in them."""

    nama: str
    alamat: str | None
    folder: Path | None


@dataclass(frozen=True)
class Daftar:
    """What the portal says of itself, and its sites."""

    nama: str
    uraian: str
    asal: tuple[Asal, ...]
    nama_wilayah: Mapping[str, str] = field(default_factory=dict)


def listed(sources: Iterable[Path]) -> Daftar:
    """The sites of list files and of folders; a list file that is wrong is a DataError."""
    shown = {key: DaftarGabungan.model_fields[key].default for key in ("nama", "uraian")}
    found: list[Asal] = []
    regions: dict[str, str] = {}
    for source in sources:
        if source.is_dir():
            found.append(Asal(source.name, None, source))
            continue
        if not source.is_file():
            shown_path = printable(source.as_posix())
            raise SopTerbukaError(f"{shown_path} tidak ada. Tulis folder atau berkas daftar.")
        made = _list_file(source)
        shown = {key: getattr(made, key) for key in shown}
        regions |= made.nama_wilayah
        found += [
            Asal(one.nama, one.alamat, source.parent / one.folder if one.folder else None)
            for one in made.situs
        ]
    return Daftar(shown["nama"], shown["uraian"], tuple(found), regions)


def _list_file(path: Path) -> DaftarGabungan:
    node, problems = read_file(path, path.as_posix())
    if node is not None:
        entry, more = check(node, path.as_posix(), DaftarGabungan, None)
        problems += more
        if entry is not None and not problems:
            return entry.record
    raise DataError(problems)


def taken(sources: Iterable[Asal]) -> Iterator[SitusTerima | SitusGagal]:
    """What each site gives, in the order of the list; one that fails does not stop the rest."""
    seen: set[str] = set()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for site in pool.map(_take, sources):
            if isinstance(site, SitusTerima) and site.alamat in seen:
                yield SitusGagal(site.nama, site.alamat, "Alamat ini sudah ada di daftar.")
                continue
            seen.add(site.alamat)
            yield site


def _take(source: Asal) -> SitusTerima | SitusGagal:
    try:
        if source.folder is not None:
            read: Read = partial(from_folder, source.folder)
        else:
            read = partial(from_web, site_address(source.alamat or "") + "api/v1/")
        return take(source.nama, source.alamat or own_address(read), read)
    except SitusGagalError as error:
        return SitusGagal(printable(source.nama), printable(source.alamat or ""), str(error))


def from_folder(folder: Path, file: str) -> bytes:
    """A file of a site's copy on disk: the folder is `api/v1` itself, or the site that has it."""
    whole = folder / "api" / "v1"
    path = (whole if whole.is_dir() else folder) / file
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SitusGagalError(f"{file} lebih besar dari {MAX_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except OSError:
        raise SitusGagalError(f"{file} tidak ada di folder salinannya.") from None


class _SameOrigin(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the site that was named."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """The next request, or SitusGagalError where it leads elsewhere."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise SitusGagalError("Situsnya mengalihkan ke alamat lain; tulis alamat barunya.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def from_web(base: str, file: str) -> bytes:
    """A file fetched from a site, within limits of time and size."""
    opener = urllib.request.build_opener(_SameOrigin)
    try:
        with opener.open(base + file, timeout=_SECONDS) as answer:
            content = _read(answer, file)
    except urllib.error.HTTPError as error:
        raise SitusGagalError(f"{file} tidak dapat diambil (kode {error.code}).") from None
    except (OSError, HTTPException, ValueError):
        raise SitusGagalError(f"{file} tidak dapat diambil; situsnya tidak menjawab.") from None
    return content


def _read(answer: HTTPResponse, file: str) -> bytes:
    until = monotonic() + _WHOLE_SECONDS
    content = bytearray()
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > MAX_BYTES:
            raise SitusGagalError(f"{file} lebih besar dari {MAX_BYTES // 1_000_000} MB.")
        if monotonic() > until:
            raise SitusGagalError(f"{file} belum selesai diambil dalam {_WHOLE_SECONDS} detik.")
    return bytes(content)
