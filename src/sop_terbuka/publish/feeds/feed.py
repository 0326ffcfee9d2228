"""The history as Atom feeds: one for all, one per office; the same bytes for the same history."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from ...data.catalog import Catalog
from ...revise.revisi.record import DAMPAK
from ...revise.riwayat import Entri, Kalimat, Riwayat
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


@dataclass(frozen=True)
class _Home:
    """The site that a feed is of: its name, its address and that of its data."""

    nama: str
    alamat: str
    data: str


def feeds(
    catalog: Catalog, history: Riwayat, site_url: str = "", repo_url: str = ""
) -> dict[str, bytes]:
    """Every feed by its address below the site's root."""
    home = _Home(catalog.situs.nama, f"{site_url.rstrip('/')}/" if site_url else "", repo_url)
    found = {"umpan.xml": _feed(f"{home.nama}: semua perubahan", "", history.entri, home)}
    for office in catalog.instansi.values():
        address = f"{office.id}/umpan.xml"
        title = f"{office.nama}: perubahan SOP"
        found[address] = _feed(title, office.id, history.of_office(office.id), home)
    return found


def _feed(title: str, office: str, entries: Iterable[Entri], home: _Home) -> bytes:
    newest = list(entries)[:_NEWEST]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">',
        f"<id>{_urn('umpan', office)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{max((e.waktu for e in newest), default=_EMPTY, key=_instant)}</updated>",
        f"<author><name>{_text(home.nama)}</name></author>",
    ]
    if home.alamat:
        place = f"{home.alamat}{office}/" if office else home.alamat
        lines.append(f'<link rel="alternate" type="text/html" href="{_text(place)}"/>')
        lines.append(
            f'<link rel="self" type="application/atom+xml" href="{_text(place)}umpan.xml"/>'
        )
    lines += [_entry(entry, home) for entry in newest]
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8")


def _entry(entry: Entri, home: _Home) -> str:
    title = f"{_KINDS[entry.jenis]} {entry.keadaan}: {entry.nama}"
    lines = [
        "<entry>",
        f"<id>{_urn(entry.commit, entry.jenis, entry.id)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{entry.waktu}</updated>",
    ]
    address, history = page(entry), history_place(entry)
    if home.alamat and address:
        lines.append(_link("alternate", "", home.alamat + address))
        lines.append(_link("related", "Sebelum dan sesudah", home.alamat + history))
    lines += [
        _link("related", f"Berkas {words}", url) for words, url in files(entry, home.data).items()
    ]
    body = "\n".join(sentence(said) for said in entry.perubahan)
    return "\n".join([*lines, f'<content type="text">{_text(body)}</content>', "</entry>"])


def _link(rel: str, title: str, url: str) -> str:
    named = f' title="{_text(title)}"' if title else ""
    kind = ' type="text/html"' if rel == "alternate" else ""
    return f'<link rel="{rel}"{kind}{named} href="{_text(url)}"/>'


def sentence(said: Kalimat) -> str:
    """A change with its effect, as far as that is certain."""
    return f"{DAMPAK[said.dampak]}: {said.teks}" if said.pasti else said.teks


def page(entry: Entri) -> str:
    """The address of the page that an entry speaks of; empty where there is none any more."""
    if entry.keadaan == "dihapus":
        return ""
    prefix = {"sop": "", "instansi": "", "formulir": "formulir/", "peraturan": "peraturan/"}
    return f"{prefix[entry.jenis]}{entry.id}/" if entry.jenis in prefix else ""


def history_place(entry: Entri) -> str:
    """Where an entry stands on its page of the history; empty where there is no page any more."""
    return f"{page(entry)}riwayat/#{anchor(entry)}" if page(entry) else ""


def anchor(entry: Entri) -> str:
    """The id of an entry on its page."""
    return f"c-{entry.commit[:12]}"


def files(entry: Entri, repo_url: str) -> dict[str, str]:
    """The data's file before and after, where the data is kept in a public repository."""
    if not repo_url.startswith(("https://", "http://")) or entry.keadaan == "dipindah":
        return {}
    folder = {"formulir": "forms/", "peraturan": "sop_data/peraturan/"}.get(
        entry.jenis, "sop_data/"
    )
    name = f"{entry.id}/instansi" if entry.jenis == "instansi" else entry.id
    base = repo_url.rstrip("/").removesuffix(".git")
    sides = {"sebelum": entry.induk, "sesudah": entry.commit}
    if entry.keadaan in ("ditambah", "dihapus"):
        del sides["sebelum" if entry.keadaan == "ditambah" else "sesudah"]
    return {word: f"{base}/blob/{at}/{folder}{name}.yml" for word, at in sides.items() if at}


def _urn(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, chr(0).join(parts))}"


def _instant(when: str) -> str:
    return datetime.datetime.fromisoformat(when).astimezone(datetime.UTC).isoformat()


def _text(text: str) -> str:
    # XML allows no control character at all, not even escaped.
    return escape("\n".join(printable(line) for line in text.split("\n")), {'"': "&quot;"})
