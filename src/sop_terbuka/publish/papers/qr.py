"""A code that leads a phone from paper to the page."""

from io import BytesIO

import segno


def qr_code(address: str) -> bytes | None:
    """A picture of the address for a phone's camera; nothing where there is only a path."""
    if not address.startswith(("http://", "https://")):
        return None
    # A picture of dots is kept once for all pages; lines would be drawn on each.
    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="png", border=0, scale=4)
    return made.getvalue()
