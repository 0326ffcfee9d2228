"""The files of a service's poster: for the wall on A3, and the same sheet on A4."""

from functools import partial

from ....data.model import Sop
from ...output import Output
from .content import Poster, poster


def is_public(sop: Sop) -> bool:
    """Whether citizens come for it."""
    return not sop.is_internal


def write(paper: str, content: Poster) -> bytes:
    """The poster on one paper; what writes PDF is loaded only when one is made."""
    from . import pdf

    return pdf.write(content, paper)


_KEYS = frozenset(
    {
        "nama",
        "ringkasan",
        "siapa",
        "audiens",
        "persyaratan",
        "varian",
        "langkah",
        "pelaksana",
        "jangka_waktu",
        "waktu_total_tertulis",
        "biaya",
        "produk",
        "tempat",
        "jam",
        "kanal",
        "pengaduan",
        "status",
    }
)

POSTER = tuple(
    Output(
        nama=name,
        sebutan="Poster dinding",
        kunci=_KEYS,
        letak="petugas",
        tautan=f"Poster {paper} ({{ukuran}})",
        content=poster,
        write=partial(write, paper),
        ada=is_public,
    )
    for name, paper in (("poster.pdf", "A3"), ("poster-a4.pdf", "A4"))
)
