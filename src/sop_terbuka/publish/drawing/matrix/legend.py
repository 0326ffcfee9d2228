"""What the symbols of a matrix mean."""

from markupsafe import Markup, escape

from ....data.model import Jenis
from ..layout import Layout
from .shape import shape

_ARROW = '<path d="M0 11h28"/><path class="h" fill="currentColor" d="M28 7v8l8-4z"/>'
_NO = '<path class="r" stroke-dasharray="5 3" d="M0 11h36"/>'
_BOTH = '<path d="M8 11h20"/><path class="h" fill="currentColor" d="M28 7v8l8-4zM8 7v8l-8-4z"/>'
_TOGETHER = '<path d="M0 11h36"/>'
_CONNECTOR = '<path d="M-8-9H8V3L0 10-8 3z"/>'
# Sizes of the icons; on the page they only matter without the style sheet.
_PAGE, _PAPER = 'width="36" height="22"', 'width="25" height="15"'


def legend(layout: Layout, is_paper: bool = False) -> Markup:
    """A paragraph with the symbols that occur; on paper also the page connector."""
    kinds = {symbol.kind for symbol in layout.symbols}
    items: list[tuple[str, str, str]] = [
        _item("mulai", "mulai, selesai"),
        _item("proses", "proses"),
    ]
    if "keputusan" in kinds:
        items.append(_item("keputusan", "keputusan"))
    if "dokumen" in kinds:
        items.append(_item("dokumen", "dokumen"))
    items.append(("0 0 36 22", _ARROW, "langkah berikutnya"))
    dashed = [layout.flow.edges[arrow.edge] for arrow in layout.arrows if arrow.is_dashed]
    if dashed:
        is_no = all(edge.branch == "tidak" for edge in dashed)
        items.append(("0 0 36 22", _NO, "Tidak" if is_no else "Tidak, atau kembali"))
    if any(edge.is_both for edge in layout.flow.edges):
        items.append(("0 0 36 22", _BOTH, "bolak-balik"))
    if any(edge.is_headless for edge in layout.flow.edges):
        items.append(("0 0 36 22", _TOGETHER, "dikerjakan bersama"))
    if is_paper:
        items.append(("-18 -11 36 22", _CONNECTOR, "sambungan ke halaman lain"))
    size = _PAPER if is_paper else _PAGE
    parts = [
        f'<span><svg viewBox="{view}" {size} fill="none" stroke="currentColor" aria-hidden="true">'
        f"{drawing}</svg> {words}</span>"
        for view, drawing, words in items
    ]
    short = {
        (label.lines[0], layout.flow.edges[label.edge].answer)
        for label in layout.labels
        if label.is_short
    }
    parts += [
        f"<span>{escape(letters)}: {escape(answer)}</span>" for letters, answer in sorted(short)
    ]
    # Made of our own drawings and of escaped answers.
    return Markup(f'<p class="kecil lgd">{" ".join(parts)}</p>')


def _item(kind: Jenis, words: str) -> tuple[str, str, str]:
    view = "-20 -14 40 28" if kind == "keputusan" else "-18 -11 36 22"
    return view, shape(kind), words
