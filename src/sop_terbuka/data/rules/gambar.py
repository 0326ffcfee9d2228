"""Rules about pictures beside the data: what is published must be a picture and nothing else."""

from collections.abc import Iterator

from .. import jpg, png, svg
from ..draft import MAX_PICTURE, Draft
from .rule import Breach


def logo_is_a_picture(draft: Draft) -> Iterator[Breach]:
    """The logo of an office lies beside its data, and is a picture."""
    for office in draft.instansi.values():
        name = office.record.logo
        if not name:
            continue
        content = draft.gambar.get(f"{office.record.id}/{name}")
        if content is None:
            yield Breach(
                office, ("logo",), f'"{name}" tidak ada di samping instansi.yml. Simpan di sana.'
            )
        elif reason := _unfit(name, content):
            yield Breach(office, ("logo",), f'"{name}" {reason}')


def _unfit(name: str, content: bytes) -> str:
    """Why a file cannot be shown as a picture; empty when it can."""
    if len(content) > MAX_PICTURE:
        return "lebih besar dari 200 KB. Kecilkan dahulu."
    if name.endswith(".svg"):
        return svg.unfit(content)
    dots = jpg.size(content) if jpg.is_jpg(name) else png.size(content)
    if dots and max(dots) > png.MOST_DOTS:
        return f"lebih dari {png.MOST_DOTS} titik lebar atau tingginya. Kecilkan dahulu."
    if jpg.is_jpg(name):
        return "" if jpg.bare(content) else "bukan gambar JPG yang utuh. Simpan ulang sebagai JPG."
    return "" if png.is_whole(content) else "bukan gambar PNG. Simpan ulang sebagai PNG."
