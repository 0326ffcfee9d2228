"""What is due for review, as a calendar file (RFC 5545), from the data's own dates only."""

import datetime
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...data.catalog import Catalog
from ...data.model import Peraturan, Sop
from ...data.tanggal import in_words
from ...revise.safe_markdown import printable

# How long a record of a regulation counts as checked; the findings use the same figure.
BULAN_PERIKSA = 12
_NAMESPACE = uuid.UUID("2d1b6c1c-6a53-5f8e-8f36-0d0f4f0f8d11")
_LINE = 75
# Every office's SOPs may cite one law; a calendar's note is no list of them.
_MOST_NAMES = 10


@dataclass(frozen=True)
class Jatuh:
    """One thing due for review on a day."""

    hari: datetime.date
    dasar: datetime.date
    judul: str
    uraian: str
    alamat: str
    # A regulation as a list of them names it, and the names of what cites it.
    peraturan: str = ""
    dikutip: str = ""


def due(catalog: Catalog, office: str | None = None) -> tuple[Jatuh, ...]:
    """What is due, by day: regulations checked too long ago, SOPs that name a day themselves."""
    sops = list(catalog.sop.values()) if office is None else catalog.of_office(office)
    citing: dict[str, list[Sop]] = {}
    # In one order for every office, whatever order its list has.
    for sop in sorted(sops, key=lambda sop: sop.id):
        for law in {basis.peraturan for basis in sop.dasar_hukum if basis.peraturan}:
            citing.setdefault(law, []).append(sop)
    found = [
        *(item for sop in sops for item in _sop(sop)),
        *(_law(catalog.peraturan[law], named) for law, named in citing.items()),
    ]
    return tuple(sorted(found, key=lambda item: (item.hari, item.alamat)))


def calendars(catalog: Catalog, site_url: str = "") -> dict[str, bytes]:
    """Every calendar by its address below the site's root."""
    found = {"tinjauan.ics": calendar(f"{catalog.situs.nama}: tinjauan", due(catalog), site_url)}
    for office in catalog.instansi.values():
        title = f"{office.disebut}: tinjauan SOP"
        found[f"{office.id}/tinjauan.ics"] = calendar(title, due(catalog, office.id), site_url)
    return found


def calendar(title: str, items: tuple[Jatuh, ...], site_url: str = "") -> bytes:
    """A calendar file; its times come from the data, so the same data gives the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SOP Terbuka//tinjauan//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(title)}",
    ]
    for item in items:
        lines += _event(item, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _sop(sop: Sop) -> Iterator[Jatuh]:
    # No regulation seen here sets a review period, so only a day named in the data counts.
    named = sop.tinjau_sebelum
    if not named:
        return
    day = first_day(named)
    words = f"SOP ini perlu ditinjau sebelum {in_words(named)}, menurut datanya."
    yield Jatuh(day, day, f"Tinjau SOP: {sop.nama}", words, f"{sop.id}/")


def _law(law: Peraturan, citing: Sequence[Sop]) -> Jatuh:
    checked = first_day(law.diperiksa)
    listed = ", ".join(sop.nama for sop in citing[:_MOST_NAMES])
    if len(citing) > _MOST_NAMES:
        listed += f", dan {len(citing) - _MOST_NAMES} SOP lain"
    name = f"{law.jenis} {law.nomor}/{law.tahun}"
    return Jatuh(
        months_later(checked, BULAN_PERIKSA),
        checked,
        f"Periksa status peraturan: {name}",
        f"Status terakhir diperiksa {in_words(law.diperiksa)}. Dikutip oleh: {listed}.",
        f"peraturan/{law.id}/",
        name,
        listed,
    )


def first_day(date: str) -> datetime.date:
    """The first day that a date as precise as 2022, 2022-02 or 2022-02-16 can mean."""
    year, month, day = [*map(int, date.split("-")), 1, 1][:3]
    return datetime.date(year, month, day)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or that month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = (following - datetime.timedelta(days=1)).day
    return datetime.date(year, month, min(day.day, last))


def _event(item: Jatuh, site_url: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid5(_NAMESPACE, item.alamat + item.hari.isoformat())}",
        # The standard wants a time of making; ours is the data's, not a clock's.
        f"DTSTAMP:{item.dasar:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{item.hari:%Y%m%d}",
        f"DTEND;VALUE=DATE:{item.hari + datetime.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(item.judul)}",
        f"DESCRIPTION:{_text(item.uraian)}",
        "TRANSP:TRANSPARENT",
    ]
    if site_url:
        lines.append(f"URL:{site_url.rstrip('/')}/{item.alamat}")
    return [*lines, "END:VEVENT"]


def _text(text: str) -> str:
    escaped = printable(" ".join(text.split())).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, none of them cutting a letter."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > _LINE:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += width
    yield piece
