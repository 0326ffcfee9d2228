"""The checklist as a PDF, with a code that leads a phone to the page."""

from ..listed import SILENT
from ..qr import qr_code
from ..typeset import typeset
from .content import Ceklis


def write(ceklis: Ceklis) -> bytes:
    """An A4 page, and a slip of half a page for every variant."""
    words = {"ceklis": ceklis, "qr": qr_code(ceklis.alamat), "senyap": SILENT}
    return typeset("ceklis/ceklis.typ", words)
