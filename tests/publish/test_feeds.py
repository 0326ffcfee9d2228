"""Feeds, calendars and site maps are what their standards say, as others read them."""

import datetime
from collections.abc import Callable

import pytest
from icalendar import Calendar

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.publish.feeds import feed, kalender
from sop_terbuka.revise.riwayat import Entri, Kalimat, Riwayat
from tests.feeds import atom_problems, calendar_problems, sitemap_problems

ODD = 'Izin <b> & "tanda"; dua, tiga \\n \x1b \u202e \ufffe \U0001f600'
SITE = "https://contoh.invalid/sub/"
ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Uji//ID\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260102\r\nDTEND;VALUE=DATE:20260103\r\n"
    "SUMMARY:Satu\r\nDESCRIPTION:Dua\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def _history(catalog: Catalog) -> Riwayat:
    """An entry of every kind and state, some in the same second."""
    office, sop = next(iter(catalog.instansi)), next(iter(catalog.sop))
    ids = {"sop": sop, "formulir": "f", "peraturan": "uu-1-2000", "instansi": office, "lain": "x"}
    said = (Kalimat("memberatkan", ODD), Kalimat("redaksi", "Baris dua."))
    return Riwayat(
        tuple(
            Entri(
                commit=f"{n:040x}", waktu="2026-02-01T23:30:00+07:00", jenis=kind, id=ids[kind],
                nama=ODD, keadaan=state, perubahan=said, induk=f"{n + 1:040x}",
            )
            for n, (kind, state) in enumerate(
                (kind, state)
                for kind in ids
                for state in ("ditambah", "diubah", "dihapus", "dipindah", "tak terbaca")
            )
        )
    )  # fmt: skip


@pytest.mark.parametrize("site", ["", SITE])
@pytest.mark.parametrize("repository", ["", "https://git.contoh.invalid/data.git"])
def test_feeds_are_what_the_standard_says(catalog: Catalog, site: str, repository: str) -> None:
    made = feed.feeds(catalog, _history(catalog), site, repository)
    assert len(made) == 1 + len(catalog.instansi)
    assert {at: atom_problems(content) for at, content in made.items()} == {key: [] for key in made}


def test_calendars_are_what_the_standard_says(catalog: Catalog) -> None:
    made = kalender.calendars(catalog, SITE)
    assert len(made) == 1 + len(catalog.instansi)
    assert {at: calendar_problems(one) for at, one in made.items()} == {key: [] for key in made}


def test_another_program_reads_the_words_of_a_calendar_as_they_were() -> None:
    day = datetime.date(2027, 12, 31)
    item = kalender.Jatuh(day, day, "Periksa; dua, tiga \\n", "é" * 100, "peraturan/x/")
    made = kalender.calendar("Uji, dua", (item,), SITE)
    assert calendar_problems(made) == []
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (item.judul, item.uraian)
    assert event["URL"] == f"{SITE}peraturan/x/"
    assert event.decoded("DTEND") == datetime.date(2028, 1, 1)


def test_odd_words_leave_a_calendar_whole() -> None:
    day = datetime.date(2027, 12, 31)
    items = tuple(kalender.Jatuh(day, day, ODD, ODD * 9, f"{n}/") for n in range(3))
    assert calendar_problems(kalender.calendar(ODD, items, SITE)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2026-02-01T23:30:00+07:00", "<updated>2026-02-01 23:30"),
        ("<updated>2026-02-01T23:30:00+07:00", "<updated>2026-02-30T23:30:00+07:00"),
        ("<author>", "<author><uri>kantor</uri>"),
        ('href="https://contoh.invalid/sub/', 'href="'),
        ("<entry>\n<id>", "<entry>\n<id>tanpa alamat "),
        ('rel="related"', 'rel="alternate" type="text/html"'),
        ('<content type="text">', '<content type="text"><b>tebal</b>'),
    ],
)
def test_a_broken_feed_is_found(catalog: Catalog, old: str, new: str) -> None:
    text = feed.feeds(catalog, _history(catalog), SITE, "")["umpan.xml"].decode()
    assert old in text
    assert atom_problems(text.replace(old, new).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text.replace("UID:1\r\n", ""),
        lambda text: text.replace("UID:1\r\n", "UID:1\r\nUID:2\r\n"),
        lambda text: text.replace("DTSTAMP:20260101T000000Z", "DTSTAMP:20260101T000000"),
        lambda text: text.replace("DTEND;VALUE=DATE:20260103", "DTEND;VALUE=DATE:20260102"),
        lambda text: text.replace("VALUE=DATE:20260102", "VALUE=DATE:20260230"),
        lambda text: text.replace("SUMMARY:Satu", f"SUMMARY:{'Satu ' * 20}"),
        lambda text: text.replace("Dua", "Du\x1ba"),
        lambda text: text + text,
    ],
)
def test_a_broken_calendar_is_found(change: Callable[[str], str]) -> None:
    assert calendar_problems(ICS.encode()) == []
    assert calendar_problems(change(ICS).encode())


def test_a_broken_site_map_is_found() -> None:
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
    good = f"{head}<loc>{SITE}</loc><lastmod>2026-02-01</lastmod></url></urlset>"
    assert sitemap_problems(good.encode()) == []
    assert sitemap_problems(good.replace(SITE, "sub/").encode())
    assert sitemap_problems(good.replace("02-01", "02-30").encode())


def test_a_calendar_of_an_office_names_its_own_sops_only(catalog: Catalog) -> None:
    for office in catalog.instansi:
        own = {sop.id for sop in catalog.of_office(office)}
        laws = {basis.peraturan for sop in own for basis in catalog.sop[sop].dasar_hukum}
        found = {item.alamat: item for item in kalender.due(catalog, office)}
        dated = {f"{sop}/" for sop in own if catalog.sop[sop].tinjau_sebelum}
        assert found.keys() == dated | {f"peraturan/{law}/" for law in laws if law}
        for address, item in found.items():
            if address.startswith("peraturan/"):
                citing = catalog.citing(address.split("/")[1])
                names = [sop.nama for sop in citing if sop.id in own][:10]
                assert f"Dikutip oleh: {', '.join(names)}" in item.uraian
