"""The official document of an SOP, regenerated from its data: print, sign, hang it up."""

from .content import content
from .files import sop_ap_docx, sop_ap_pdf, sop_ap_xlsx
from .paper import PAPERS

__all__ = ["PAPERS", "content", "sop_ap_docx", "sop_ap_pdf", "sop_ap_xlsx"]
