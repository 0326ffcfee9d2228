"""Gives every page a strict Content-Security-Policy that fits its own inline scripts."""

import base64
import hashlib
import re

from mkdocs.config.defaults import MkDocsConfig

_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL
)
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Put the policy first in the head, before anything it rules."""
    if not config.use_directory_urls:
        # From file:// nothing is 'self', so the offline copy would block its own style.
        return output
    hashes = "".join(f" 'sha256-{_hash(body)}'" for body in dict.fromkeys(_INLINE.findall(output)))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=hashes)}">'
    return output.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)


def on_post_template(output: str, template_name: str, config: MkDocsConfig, **_: object) -> str:
    """The page for addresses that do not exist is made apart from the others."""
    return on_post_page(output, config) if template_name.endswith(".html") else output


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
