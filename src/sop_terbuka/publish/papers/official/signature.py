"""The cell "Disahkan oleh" in the three parts around a wet signature."""

import re
from dataclasses import dataclass

from ....data.model import Instansi

_WORD = re.compile(r"\w+")
# One scan reads PBBIP.
_NIP = re.compile(r"\b(?:PBBIP|NIP|NRP)\b")


@dataclass(frozen=True)
class Pengesahan:
    """Post, name and number of who signs; the parts in a row are the document's words."""

    jabatan: str
    nama: str
    nip: str

    @property
    def nomor(self) -> str:
        """The number as written; only an empty cell has room for one to be written by hand."""
        return self.nip if self.nip or self.nama else "NIP."


def signature(written: str, office: Instansi) -> Pengesahan:
    """Cut the document's cell where the post ends and where the number begins.

    The post ends with the last word of the office's own name; nothing is left out.
    """
    found = _NIP.search(written)
    cut = found.start() if found else len(written)
    head, nip = written[:cut].strip(), written[cut:].strip()
    office_words = {word.lower() for word in _WORD.findall(f"{office.nama} {office.daerah}")}
    ends = [word.end() for word in _WORD.finditer(head) if word[0].lower() in office_words]
    if not ends:
        return Pengesahan(head, "", nip)
    end = ends[-1] + (1 if head[ends[-1] : ends[-1] + 1] == "," else 0)
    return Pengesahan(head[:end].strip(), head[end:].strip(), nip)
