"""Takes in what one site publishes: nothing of it is trusted beyond its shape.

A link is always the site's own address with a path that cannot leave it. A record that is not as
published is left out and told; keys that a newer program adds are passed over.
"""

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
)

from ...data.model.dasar import Id, IdSop
from ...data.problem import SopTerbukaError
from ...revise.safe_markdown import printable

# Far above what an office publishes; a list that is longer is no list of services.
MAX_RECORDS = 5000
_MAX_NAMES = 60
# One site must not fill the home page of all.
_MAX_TOPICS = 60
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
_CODE = re.compile(r"[0-9]{2}([.][0-9]{2,4}){0,3}")

Record = TypeVar("Record", bound=BaseModel)
Read = Callable[[str], bytes]


class SitusGagalError(SopTerbukaError):
    """Nothing of a site can be taken; says why in one sentence."""


def _region(value: object) -> object:
    """A code that is none is as good as no code; the office is still an office."""
    return value if isinstance(value, str) and _CODE.fullmatch(value) else None


def _few(value: object) -> object:
    return value[:_MAX_NAMES] if isinstance(value, list) else value


_Nama = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(printable),
]
_Kalimat = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1000),
    AfterValidator(printable),
]
_Jalur = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*/$", max_length=300
    ),
]


class LayananTerbit(BaseModel):
    """What a portal needs of a line in a site's `sop.json`, whatever version wrote it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: IdSop
    instansi: Id
    nama: _Nama
    ringkasan: _Kalimat
    sebutan: Annotated[list[_Nama], BeforeValidator(_few)] = []
    audiens: list[str]
    topik: Id
    layanan: Id | None = None
    url: _Jalur


class DinasTerbit(BaseModel):
    """What a portal needs of an office in a site's `instansi.json`."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Id
    nama: _Nama
    singkatan: _Nama
    panggilan: _Nama | None = None
    daerah: _Nama
    kode_wilayah: Annotated[str | None, BeforeValidator(_region)] = None

    @property
    def disebut(self) -> str:
        """The office as people call it, with its region."""
        return self.panggilan or f"{self.singkatan} {self.daerah}"


class TopikSitus(BaseModel):
    """A topic as a site calls it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Id
    nama: _Nama


class TentangSitus(BaseModel):
    """What a site says of itself in `situs.json`, which older ones do not have."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    tanggal: datetime.date | None = None
    topik: Annotated[list[TopikSitus], BeforeValidator(_few)] = []


@dataclass(frozen=True)
class SitusTerima:
    """What was taken of one site; `catatan` are sentences about what was left out."""

    nama: str
    alamat: str
    dinas: tuple[DinasTerbit, ...]
    layanan: tuple[LayananTerbit, ...]
    catatan: tuple[str, ...] = ()
    tentang: TentangSitus = field(default_factory=TentangSitus)


@dataclass(frozen=True)
class SitusGagal:
    """A site of which nothing could be taken."""

    nama: str
    alamat: str
    sebab: str


def site_address(written: str) -> str:
    """The address that every link to a site begins with: https, a host, a plain path."""
    parts = urlsplit(written.strip())
    path = parts.path.rstrip("/")
    is_plain = (
        parts.scheme == "https"
        and _HOST.fullmatch(parts.netloc)
        and _PATH.fullmatch(path)
        and not parts.query
        and not parts.fragment
    )
    if not is_plain:
        raise SitusGagalError(
            "Alamatnya tidak dapat dipakai; tulis alamat beranda situs, diawali https://."
        )
    return f"https://{parts.netloc}{path}/"


def take(name: str, address: str, read: Read) -> SitusTerima:
    """What one site publishes, read by address below `api/v1/`; SitusGagalError says why not."""
    address = site_address(address)
    offices, bad_offices = _records(read, "instansi.json", DinasTerbit)
    services, bad_services = _records(read, "sop.json", LayananTerbit)
    known = {office.id: office for office in offices}
    unique = {one.id: one for one in reversed(services) if one.instansi in known}
    topics = list(dict.fromkeys(one.topik for one in services))
    too_many = frozenset(topics[_MAX_TOPICS:])
    services = [one for one in services if one.topik not in too_many]
    public = tuple(
        one for one in services if unique.get(one.id) is one and set(one.audiens) != {"internal"}
    )
    homeless = sum(one.instansi not in known for one in services)
    notes = [
        f"{count} {what} dilewati."
        for count, what in (
            (bad_offices, "dinas yang bentuknya tidak sesuai skema"),
            (bad_services, "layanan yang bentuknya tidak sesuai skema"),
            (homeless, "layanan yang dinasnya tidak dikenal"),
            (len(too_many), f"topik di atas {_MAX_TOPICS} yang pertama"),
        )
        if count
    ]
    if not known:
        raise SitusGagalError("Tidak ada dinas yang dapat dibaca di instansi.json.")
    return SitusTerima(
        printable(name), address, tuple(known.values()), public, tuple(notes), _about(read)
    )


def own_address(read: Read) -> str:
    """The address that a site gives itself in its OpenAPI, where nobody else named it."""
    try:
        found = _json(read, "openapi.json")["servers"][0]["url"]
    except (LookupError, TypeError, SitusGagalError):
        found = None
    if not isinstance(found, str) or not found.startswith("https://"):
        raise SitusGagalError("Alamat situsnya tidak diketahui; tulis di berkas daftar.")
    return found.rstrip("/").removesuffix("api/v1")


def _about(read: Read) -> TentangSitus:
    try:
        return TentangSitus.model_validate(_json(read, "situs.json"))
    except (SitusGagalError, ValidationError):
        return TentangSitus()


def _records(read: Read, file: str, model: type[Record]) -> tuple[list[Record], int]:
    listed = _json(read, file)
    if not isinstance(listed, list):
        raise SitusGagalError(f"{file} bukan daftar.")
    if len(listed) > MAX_RECORDS:
        raise SitusGagalError(f"{file} memuat lebih dari {MAX_RECORDS} butir.")
    good, bad = [], 0
    for item in listed:
        try:
            good.append(model.model_validate(item))
        except ValidationError:
            bad += 1
    return good, bad


def _json(read: Read, file: str) -> Any:
    try:
        return json.loads(read(file))
    except (ValueError, RecursionError):
        raise SitusGagalError(f"{file} bukan JSON yang utuh.") from None
