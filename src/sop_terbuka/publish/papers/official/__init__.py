"""The official document of an SOP, regenerated from its data: print, sign, hang it up."""

from .content import content
from .files import files, sop_ap_docx, sop_ap_pdf
from .index import downloads, index
from .paper import PAPERS

__all__ = ["PAPERS", "content", "downloads", "files", "index", "sop_ap_docx", "sop_ap_pdf"]
