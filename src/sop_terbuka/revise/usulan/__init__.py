"""A proposal from somebody without Git: one small file, checked as a stranger's, then applied."""

from .berkas import (
    MAX_BYTES,
    PerubahanUsulan,
    SumberUsulan,
    Usulan,
    fingerprint,
    part_of,
    read,
)
from .bidang import choices, issue_form_url, place_name, places
from .tabel import BAGIAN, JENIS, published
from .tempat import Bentrok
from .terap import INSTANSI, SOP, UsulanBentrok, apply

__all__ = [
    "BAGIAN",
    "INSTANSI",
    "JENIS",
    "MAX_BYTES",
    "SOP",
    "Bentrok",
    "PerubahanUsulan",
    "SumberUsulan",
    "Usulan",
    "UsulanBentrok",
    "apply",
    "choices",
    "fingerprint",
    "issue_form_url",
    "part_of",
    "place_name",
    "places",
    "published",
    "read",
]
