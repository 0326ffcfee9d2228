"""The history as Atom feeds: one for all, one per office; the same bytes for the same history."""

import datetime
import uuid
from collections.abc import Iterable
from xml.sax.saxutils import escape

from ...data.catalog import Catalog
from ...revise.revisi.record import DAMPAK
from ...revise.riwayat import Entri, Riwayat
from ...revise.safe_markdown import printable

# Names entries for ever, also when the site moves to another address.
_NAMESPACE = uuid.UUID("7f1c2f0e-5d0b-5e63-9a53-1f8f7d6f4f3a")
_EMPTY = "1970-01-01T00:00:00Z"
_NEWEST = 50
_KINDS = {
    "sop": "SOP",
    "formulir": "Formulir",
    "peraturan": "Peraturan",
    "instansi": "Dinas",
    "lain": "Berkas",
}


def feeds(catalog: Catalog, history: Riwayat, site_url: str = "") -> dict[str, bytes]:
    """Every feed by its address below the site's root."""
    site = catalog.situs.nama
    found = {"umpan.xml": _feed(f"{site}: semua perubahan", "", history.entri, site_url, site)}
    for office in catalog.instansi.values():
        address = f"{office.id}/umpan.xml"
        title = f"{office.nama}: perubahan SOP"
        found[address] = _feed(title, office.id, history.of_office(office.id), site_url, site)
    return found


def _feed(title: str, office: str, entries: Iterable[Entri], site_url: str, site: str) -> bytes:
    newest = list(entries)[:_NEWEST]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        f"<id>{_urn('umpan', office)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{max((e.waktu for e in newest), default=_EMPTY, key=_instant)}</updated>",
        f"<author><name>{_text(site)}</name></author>",
    ]
    if site_url:
        home = site_url.rstrip("/") + "/"
        place = f"{home}{office}/" if office else home
        lines.append(f'<link rel="alternate" type="text/html" href="{_text(place)}"/>')
        lines.append(
            f'<link rel="self" type="application/atom+xml" href="{_text(place)}umpan.xml"/>'
        )
    lines += [_entry(entry, site_url) for entry in newest]
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8")


def _entry(entry: Entri, site_url: str) -> str:
    title = f"{_KINDS[entry.jenis]} {entry.keadaan}: {entry.nama}"
    body = "\n".join(f"{DAMPAK[k.dampak]}: {k.teks}" for k in entry.perubahan)
    lines = [
        "<entry>",
        f"<id>{_urn(entry.commit, entry.jenis, entry.id)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{entry.waktu}</updated>",
    ]
    address = page(entry)
    if site_url and address:
        target = f"{site_url.rstrip('/')}/{address}"
        lines.append(f'<link rel="alternate" type="text/html" href="{_text(target)}"/>')
    return "\n".join([*lines, f'<content type="text">{_text(body)}</content>', "</entry>"])


def page(entry: Entri) -> str:
    """The address of the page that an entry speaks of; empty where there is none any more."""
    if entry.keadaan == "dihapus":
        return ""
    prefix = {"sop": "", "instansi": "", "formulir": "formulir/", "peraturan": "peraturan/"}
    return f"{prefix[entry.jenis]}{entry.id}/" if entry.jenis in prefix else ""


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, chr(0).join(parts))}"


def _instant(when: str) -> str:
    return datetime.datetime.fromisoformat(when).astimezone(datetime.UTC).isoformat()


def _text(text: str) -> str:
    # XML allows no control character at all, not even escaped.
    return escape("\n".join(printable(line) for line in text.split("\n")), {'"': "&quot;"})
