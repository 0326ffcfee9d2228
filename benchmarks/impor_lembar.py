"""A PDF page drawn by hand, in the several ways in which office programs draw the same thing.

Called by impor_matriks.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pikepdf

Point = tuple[float, float]
RULES = ("isi", "gores", "ganda", "putus", "kelabu", "tebal", "sel")
LINES = ("gores", "potong", "isi", "lengkung", "putus", "tipis", "tebal")
HEADS = ("segitiga", "v", "dua-gores", "segitiga-kosong", "takik", "besar", "kecil", "satu-jalur")


@dataclass
class Sheet:
    """One page from its top-left corner, as the operators that draw it."""

    width: float
    height: float
    parts: list[str] = field(default_factory=list)

    def _at(self, point: Point) -> str:
        return f"{point[0]:.2f} {self.height - point[1]:.2f}"

    def text(self, x: float, y: float, words: str, size: float = 7, turned: bool = False) -> None:
        """Words on a base line that begins here; turned ones run upwards."""
        matrix = "0 1 -1 0" if turned else "1 0 0 1"
        self.parts.append(f"BT 0 g /F1 {size} Tf {matrix} {self._at((x, y))} Tm ({words}) Tj ET")

    def path(self, points: Sequence[Point], paint: str, before: str = "0 G 0 g 0.75 w") -> None:
        """A path of straight lines, painted by an operator."""
        first, *rest = points
        drawn = " ".join(f"{self._at(point)} l" for point in rest)
        self.parts.append(f"q {before} {self._at(first)} m {drawn} {paint} Q")

    def bar(self, x0: float, y0: float, x1: float, y1: float, ink: str = "0 g") -> None:
        """A filled box."""
        self.parts.append(f"q {ink} {self._at((x0, y1))} {x1 - x0:.2f} {y1 - y0:.2f} re f Q")

    def rule(self, a: Point, b: Point, how: str) -> None:
        """A rule of the table; how it is drawn is one of RULES."""
        if how in ("gores", "putus", "tebal"):
            pen = {"gores": "0.5 w", "putus": "0.5 w [2 1.5] 0 d", "tebal": "1.8 w"}[how]
            self.path((a, b), "S", f"0 G {pen}")
            return
        half = 0.24
        for shift in (0.0, 0.9) if how == "ganda" else (0.0,):
            self.bar(
                a[0] - half + shift,
                a[1] - half + shift,
                b[0] + half + shift,
                b[1] + half + shift,
                "0.6 g" if how == "kelabu" else "0 g",
            )

    def way(self, points: Sequence[Point], line: str, head: str) -> None:
        """A connector through the points with a head at its last."""
        size = {"besar": 8.0, "kecil": 3.0}.get(head, 5.0)
        (ax, ay), (bx, by) = points[-2], points[-1]
        length = math.dist(points[-2], points[-1]) or 1.0
        ux, uy = (bx - ax) / length, (by - ay) / length
        if not head:
            self._line(points, line)
            return
        filled = head not in ("v", "dua-gores")
        back = (bx - (size - 0.5) * ux, by - (size - 0.5) * uy)
        self._line([*points[:-1], back] if filled else points, line)
        one = (bx - size * ux - 0.5 * size * uy, by - size * uy + 0.5 * size * ux)
        other = (bx - size * ux + 0.5 * size * uy, by - size * uy - 0.5 * size * ux)
        notch = (bx - 0.65 * size * ux, by - 0.65 * size * uy)
        if head == "v":
            self.path((one, (bx, by), other), "S")
        elif head == "dua-gores":
            self.path((one, (bx, by)), "S")
            self.path((other, (bx, by)), "S")
        elif head == "segitiga-kosong":
            self.path((one, (bx, by), other), "s")
        elif head == "takik":
            self.path((one, (bx, by), other, notch), "f")
        else:
            self.path((one, (bx, by), other), "b" if head == "satu-jalur" else "f")

    def _line(self, points: Sequence[Point], line: str) -> None:
        if line == "potong":
            for a, b in pairwise(points):
                self.path((a, b), "S")
        elif line == "isi":
            for a, b in pairwise(points):
                x0, x1, y0, y1 = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
                self.bar(x0 - 0.4, y0 - 0.4, x1 + 0.4, y1 + 0.4)
        elif line == "lengkung" and len(points) > 2:
            a, *_, b = points
            c, d = points[1], points[-2]
            self.parts.append(
                f"q 0 G 0.75 w {self._at(a)} m {self._at(c)} {self._at(d)} {self._at(b)} c S Q"
            )
        else:
            pen = {"putus": "0.75 w [3 2] 0 d", "tipis": "0.2 w", "tebal": "1.8 w"}
            self.path(points, "S", f"0 G {pen.get(line, '0.75 w')}")

    def symbol(self, kind: str, centre: Point, wide: float, high: float, paint: str) -> None:
        """A symbol of the flow around a point; paint is gores, isi, bayangan, warna, hanya-isi."""
        x, y = centre
        if paint == "bayangan":
            self._rim(kind, (x + 1.6, y + 1.6), wide, high, "0.7 g", "f")
        if paint == "hanya-isi":
            self._rim(kind, centre, wide, high, "0.95 g", "f")
            return
        ink = {"warna": "0.1 0.3 0.6 RG 0.85 0.9 1 rg", "isi": "0 G 0.9 g"}.get(paint, "0 G 1 g")
        self._rim(kind, centre, wide, high, f"{ink} 0.8 w", "s" if paint == "gores" else "b")

    def _rim(
        self, kind: str, centre: Point, wide: float, high: float, ink: str, paint: str
    ) -> None:
        x, y = centre
        w, h = wide / 2, high / 2
        if kind == "keputusan":
            self.path(((x, y - h), (x + w, y), (x, y + h), (x - w, y)), paint, ink)
        elif kind == "proses":
            self.path(((x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)), paint, ink)
        else:
            k = 0.4477 * h
            at = self._at
            self.parts.append(
                f"q {ink} {at((x - w + h, y - h))} m {at((x + w - h, y - h))} l "
                f"{at((x + w - k, y - h))} {at((x + w, y - k))} {at((x + w, y))} c "
                f"{at((x + w, y + k))} {at((x + w - k, y + h))} {at((x + w - h, y + h))} c "
                f"{at((x - w + h, y + h))} l "
                f"{at((x - w + k, y + h))} {at((x - w, y + k))} {at((x - w, y))} c "
                f"{at((x - w, y - k))} {at((x - w + k, y - h))} {at((x - w + h, y - h))} c "
                f"{paint} Q"
            )


def saved(path: Path, sheets: Sequence[Sheet]) -> Path:
    """The pages as a PDF file."""
    with pikepdf.new() as pdf:
        name = pikepdf.Name
        font = pikepdf.Dictionary(
            Type=name.Font,
            Subtype=name.Type1,
            BaseFont=name.Helvetica,
            Encoding=name.WinAnsiEncoding,
        )
        held = pdf.make_indirect(font)
        for sheet in sheets:
            page = pdf.add_blank_page(page_size=(sheet.width, sheet.height))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=held))
            page.obj.Contents = pdf.make_stream("\n".join(sheet.parts).encode("cp1252"))
        pdf.save(path)
    return path
