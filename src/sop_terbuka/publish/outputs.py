"""Everything published for an SOP beside its pages, in one table, and what follows from it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from ..data.model import Sop
from ..data.plain import own
from ..meaning.layanan import Layanan
from .drawing.files import ALUR
from .output import Edition, Letak, Output
from .papers.ceklis.files import CEKLIS
from .papers.kartu.files import KARTU
from .papers.naskah.files import NASKAH
from .papers.official.files import SOP_AP
from .papers.poster.files import POSTER
from .papers.workshop import Job
from .words import ukuran

OUTPUTS: tuple[Output[Any], ...] = (*ALUR, *SOP_AP, *NASKAH, CEKLIS, KARTU, *POSTER)


@dataclass(frozen=True)
class Unduhan:
    """A link to one file of an SOP."""

    sebutan: str
    alamat: str
    teks: str
    simpan: bool


def jobs(
    services: Mapping[str, Layanan],
    site_url: str,
    date_words: str,
    dates: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Job]:
    """Every file of every SOP, none made yet.

    `dates` are the days on which an SOP's own files last changed, in words; without one, that of
    the whole data is printed.
    """
    for layanan in services.values():
        address = f"{layanan.id}/"
        day = dates.get(layanan.id, date_words)
        version = " ".join(filter(None, (day, _short_hash(layanan.sop))))
        edition = Edition(site_url + address, day, version)
        # Files with the same content, such as one document on two papers, share it.
        contents: dict[Callable[..., Any], tuple[Any, str]] = {}
        for output in OUTPUTS:
            if output.ada(layanan.sop):
                if output.content not in contents:
                    made = output.content(layanan, edition)
                    contents[output.content] = (made, sha256(repr(made).encode()).hexdigest())
                content, digest = contents[output.content]
                yield Job(
                    f"{output.sebutan} ({output.nama})",
                    address + output.nama,
                    # What is really in the file is its key: nothing can be left out of a list.
                    f"{output.nama}\0{digest}",
                    partial(output.write, content),
                    output.content.__module__,
                )


def downloads(sop: Sop, sizes: Mapping[str, int], place: Letak) -> tuple[Unduhan, ...]:
    """The links that belong in one place of a page; `sizes` are in bytes, by address."""
    return tuple(
        Unduhan(
            output.sebutan,
            address,
            output.tautan.format(ukuran=ukuran(sizes[address])),
            output.simpan,
        )
        for output in OUTPUTS
        if output.letak == place and (address := f"{sop.id}/{output.nama}") in sizes
    )


def _short_hash(sop: Sop) -> str:
    text = json.dumps(own(sop), ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:7]
