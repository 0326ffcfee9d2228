"""Asks for a page's files side by side: who waits for a sheet asks for nothing behind it.

Called by style, where the first screen of a page ends. Scripts that wait for the page anyway come
before its sheets, and of several sheets all are asked for before the first is waited for.
"""

import re

# Of the site itself; nothing else may be loaded.
_DEFERRED = re.compile(r'\n?<script(?=[^>]*\sdefer\b)[^>]*\ssrc="[^":]+"[^>]*></script>')
_SHEET = '<link rel="stylesheet" href="'


def asked_for(page: str, end: int, sheets: list[str]) -> str:
    """The page with its sheets, as links, at a place, and all that it loads asked for there."""
    scripts = "".join(found.strip() for found in _DEFERRED.findall(page, end))
    ahead = (one.replace(_SHEET, '<link rel="preload" as="style" href="') for one in sheets[1:])
    below = _DEFERRED.sub("", page[end:])
    return f"{page[:end]}{''.join(ahead)}{scripts}{''.join(sheets)}{below}"
