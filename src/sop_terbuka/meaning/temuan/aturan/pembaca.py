"""Findings that people saw in a document and no rule can see."""

from collections.abc import Iterator

from ....data.model.pembaca import TemuanPembaca
from ....data.model.sop import Sop
from ...hukum import short_title
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import capital, shorten


def readers_saw_nothing(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No reader has written down a fault of this document."""
    for item in sop.temuan_pembaca:
        steps = tuple(dict.fromkeys(basis.langkah for basis in item.dasar if basis.langkah))
        yield Hasil(
            item.kata,
            tuple(_proof(k, sop, item, n) for n in range(len(item.dasar))),
            steps,
            item.saran,
            item.tingkat,
        )


def _proof(k: Konteks, sop: Sop, item: TemuanPembaca, n: int) -> Bukti:
    basis = item.dasar[n]
    if basis.jenis == "sop":
        # The quotation is of the first line; a further line is only named.
        first = all(other.jenis != "sop" for other in item.dasar[:n])
        place = item.pada if first else capital(basis.catatan or "naskah")
        said = shorten(item.kutipan or "") if first else ""
        return Bukti(place, said, basis.baris, sop.id)
    law = k.catalog.peraturan.get(basis.peraturan or "")
    named = [basis.nama or (short_title(law) if law else ""), basis.pasal or ""]
    return Bukti(" ".join(part for part in named if part), basis.url or basis.catatan or "")


ATURAN = (
    Aturan(
        "dilihat-pembaca",
        "sedang",
        readers_saw_nothing,
        judul="Tidak ada kejanggalan lain yang terlihat oleh orang yang membaca dokumennya.",
        penjelasan=(
            "Bukan hasil hitungan: seorang pembaca melihatnya pada dokumen dan mencatatnya pada "
            "data (kunci temuan_pembaca), beserta baris naskah atau sumber lain tempat orang lain "
            "dapat melihatnya juga."
        ),
        saran="periksa bersama unit yang menulis dokumennya, lalu perbaiki atau tanggapi.",
    ),
)
