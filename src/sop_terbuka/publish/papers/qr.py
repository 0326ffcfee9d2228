"""A code that leads a phone from paper to the page."""

import segno


def qr_code(address: str) -> str:
    """A picture of the address for a phone's camera; nothing where there is only a path."""
    if not address.startswith(("http://", "https://")):
        return ""
    # A picture of dots is kept once for all pages; lines would be drawn on each.
    picture: str = segno.make(address, error="m", micro=False).png_data_uri(border=0, scale=4)
    return picture
