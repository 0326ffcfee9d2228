"""Strict readers of what feed readers, calendars and search engines read, none of them ours."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from icalendar import Calendar
from lxml import etree

ATOM = {"a": "http://www.w3.org/2005/Atom"}
_GRAMMARS = Path(__file__).parent / "samples"
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION")
_BARE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def atom_problems(content: bytes) -> list[str]:
    """What RFC 4287 would say of a feed: its grammar, and what no grammar can say."""
    root = etree.fromstring(content)
    found = _by_grammar(root, "atom.rng")
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    found += [f"id is written twice: {one}" for one, n in Counter(ids).items() if n > 1]
    for entry in root.xpath("//a:entry", namespaces=ATOM):
        at = entry.findtext("a:id", namespaces=ATOM)
        if not entry.xpath("a:author|../a:author", namespaces=ATOM):
            found.append(f"entry without an author: {at}")
        if not entry.xpath("a:content|a:link[not(@rel) or @rel='alternate']", namespaces=ATOM):
            found.append(f"entry without content or page: {at}")
    for owner in root.xpath("//a:feed|//a:entry", namespaces=ATOM):
        pages = owner.xpath("a:link[@rel='alternate']", namespaces=ATOM)
        kinds = Counter((link.get("type"), link.get("hreflang")) for link in pages)
        found += [f"two pages of one kind: {kind}" for kind, n in kinds.items() if n > 1]
    return found


def sitemap_problems(content: bytes) -> list[str]:
    """What sitemaps.org would say of a site map."""
    return _by_grammar(etree.fromstring(content), "sitemap.rng")


def calendar_problems(content: bytes) -> list[str]:
    """What RFC 5545 would say of a calendar, its text read by another program."""
    found = []
    if content.replace(b"\r\n", b"").count(b"\n") or not content.endswith(b"\r\n"):
        found.append("a line does not end in CR LF")
    if long := [line for line in content.split(b"\r\n") if len(line) > 75]:
        found.append(f"a line is longer than 75 bytes: {long[0]!r}")
    if _BARE.search(content.decode("utf-8")):
        found.append("a control character")
    calendars = Calendar.from_ical(content, multiple=True)
    if len(calendars) != 1:
        return [*found, f"{len(calendars)} calendars in one file"]
    calendar = calendars[0]
    found += [f"{name} is not read: {error}" for name, error in calendar.errors]
    found += [f"no {name}" for name in ("PRODID", "VERSION") if name not in calendar]
    events = calendar.walk("VEVENT")
    uids = Counter(str(event.get("UID")) for event in events)
    found += [f"UID is written twice: {one}" for one, n in uids.items() if n > 1]
    return [*found, *(problem for event in events for problem in _event(event))]


def _event(event: Any) -> Iterator[str]:
    yield from (f"{name} is not read: {error}" for name, error in event.errors)
    for name in _ONCE:
        if not hasattr(event.get(name), "to_ical"):
            yield f"{name} does not stand once"
            return
    first, last = event.decoded("DTSTART"), event.decoded("DTEND")
    if type(first) is not date or type(last) is not date or first >= last:
        yield f"no days: {first} to {last}"
    made = event.decoded("DTSTAMP")
    if made.utcoffset() is None or made.utcoffset():
        yield f"DTSTAMP is not in UTC: {made}"


def _by_grammar(root: Any, name: str) -> list[str]:
    grammar = etree.RelaxNG(etree.parse(_GRAMMARS / name))
    grammar.validate(root)
    return [f"{error.line}: {error.message}" for error in grammar.error_log]
