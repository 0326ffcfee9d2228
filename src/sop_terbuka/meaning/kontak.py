"""How to reach an office: each contact with a link that a phone can follow.

A link is made only of what was recognised in the text (digits, an e-mail address); the text itself
never becomes one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..data.model import Instansi
from ..data.model.instansi import Kontak, SaluranPengaduan

_PHONE = re.compile(r"(?<![\w+])\+?\(?\d[\d\s().-]{5,18}\d(?!\w)")
_SHORT = re.compile(r"\d{3,5}")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.ASCII)
# What a complaint channel is by its own name; the data has no other word for it.
_KINDS = {
    "whatsapp": "whatsapp", "wa": "whatsapp", "telepon": "telepon", "telp": "telepon",
    "sms": "sms", "surel": "surel", "email": "surel", "e-mail": "surel",
}  # fmt: skip


@dataclass(frozen=True)
class Saluran:
    """One way to reach the office; `alamat` is a link, empty where none can be made."""

    jenis: str
    nama: str
    teks: str
    alamat: str


def contacts(office: Instansi) -> tuple[Saluran, ...]:
    """Every contact of the office in its own order."""
    return tuple(_contact(item, office) for item in office.kontak)


def complaints(office: Instansi) -> tuple[Saluran, ...]:
    """Every complaint channel of the office in its own order."""
    return tuple(_complaint(item) for item in office.pengaduan)


def tappable(channels: tuple[Saluran, ...]) -> tuple[Saluran, ...]:
    """Telephone, WhatsApp and e-mail that can be used at once, one of each."""
    found: dict[str, Saluran] = {}
    for channel in channels:
        if channel.alamat and channel.jenis in ("telepon", "whatsapp", "surel"):
            found.setdefault(channel.jenis, channel)
    return tuple(found.values())


def _contact(item: Kontak, office: Instansi) -> Saluran:
    name = ", ".join(filter(None, (item.tempat, item.untuk)))
    link = item.url or _link(item.jenis, item.nilai)
    if not link and item.jenis == "alamat":
        link = map_link(f"{item.nilai}, {office.daerah}")
    return Saluran(item.jenis, name, item.nilai, link)


def _complaint(item: SaluranPengaduan) -> Saluran:
    words = re.findall(r"[\w-]+", item.nama.casefold())
    kind = next((_KINDS[word] for word in words if word in _KINDS), "")
    return Saluran(kind, item.nama, item.nilai, item.url or _link(kind, item.nilai))


def _link(kind: str, text: str) -> str:
    if kind == "surel":
        found = _MAIL.findall(text)
        return f"mailto:{found[0]}" if len(found) == 1 else ""
    if kind in ("telepon", "whatsapp", "sms"):
        return next(_dial(kind, text), "")
    return ""


def _dial(kind: str, text: str) -> Iterator[str]:
    if kind != "whatsapp" and _SHORT.fullmatch(text.strip()):
        yield f"{'sms' if kind == 'sms' else 'tel'}:{text.strip()}"
        return
    numbers = [re.sub(r"\D", "", found) for found in _PHONE.findall(text)]
    # Of several numbers nobody can tell which one is meant.
    if len(numbers) == 1:
        number = numbers[0]
        whole = f"62{number[1:]}" if number.startswith("0") else number
        if kind == "whatsapp":
            yield f"https://wa.me/{whole}"
        else:
            yield f"{'sms' if kind == 'sms' else 'tel'}:+{whole}"


def map_link(address: str) -> str:
    """A map of an address by its text, for whoever follows it; nothing is loaded from there."""
    return f"https://www.google.com/maps/search/?api=1&query={quote(address, safe='')}"
