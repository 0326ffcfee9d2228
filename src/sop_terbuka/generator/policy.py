"""Gives every page a strict Content-Security-Policy that lists the scripts we know, and no other.

Called by plugin for each finished page. The theme's inline scripts are read from its own templates;
what else a page holds inline was put there by somebody, so the build stops and names the page.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import material

_TEMPLATES = Path(material.__file__).parent / "templates" / "partials" / "javascripts"
_OURS = Path(__file__).parent / "tema" / "partials" / "javascripts"
_KNOWN = (_TEMPLATES / "base.html", _OURS / "palette.html", _OURS / "content.html")
# The theme's only inline script that differs from page to page names the site's root.
_ROOT = "{{ config.extra.scope | d(base_url) }}"
# The page for addresses that do not exist names it from the host, below which a site may lie.
_IS_ROOT = re.compile(r'__md_scope=new URL\("((?:\.\./)*\.\.?|/(?:[\w.~%-]+/)*)",')
_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)([^>]*)>(.*?)</script\b", re.DOTALL | re.IGNORECASE)
# Data, which no browser runs.
_DATA = re.compile(r'^\s*(?:\S+\s+)*type="?application/(?:ld\+)?json"?', re.IGNORECASE)
# Mermaid writes a style into each diagram, which nobody knows before it is drawn.
_MERMAID = re.compile(r'<(?:pre|div) class="mermaid"')
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'{style}; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def with_policy(html: str, style: str = "") -> tuple[str, list[str]]:
    """The page with its policy first in the head, and the inline scripts that nobody knows.

    `style` is what stands in the page's own style element.
    """
    inline = [body for kind, body in _SCRIPT.findall(html) if not _DATA.search(kind)]
    root = next((found[1] for body in inline if (found := _IS_ROOT.match(body))), ".")
    known = _scripts(root)
    # In the order of the page; only those that it holds.
    listed = [body for body in dict.fromkeys(inline) if body in known]
    hashes = "".join(f" 'sha256-{_hash(body)}'" for body in listed)
    known_style = f" 'sha256-{_hash(style)}'" if style else ""
    known_style = " 'unsafe-inline'" if has_mermaid(html) else known_style
    policy = _POLICY.format(hashes=hashes, style=known_style)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    with_meta = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)
    return with_meta, [body for body in inline if body not in known]


def has_mermaid(html: str) -> bool:
    """Whether a page holds the text of diagrams that Mermaid draws in the browser."""
    return bool(_MERMAID.search(html))


@cache
def _scripts(root: str) -> frozenset[str]:
    """The theme's inline scripts on a page from which the site's root is there."""
    found: set[str] = set()
    for path in _KNOWN:
        text = path.read_text(encoding="utf-8").replace(_ROOT, root)
        found.update(body for _, body in _SCRIPT.findall(text))
    return frozenset(found)


@cache
def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
