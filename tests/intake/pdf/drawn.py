"""PDF pages written by hand: text, rules and shapes at known places, from the top-left corner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

Point = tuple[float, float]


@dataclass
class Sheet:
    """One page; `matrix` is put before everything drawn, as a printer that scales would."""

    width: float = 800
    height: float = 560
    matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    rotate: int = 0
    parts: list[str] = field(default_factory=list)

    def _y(self, y: float) -> float:
        return self.height - y

    def text(self, x: float, y: float, words: str, size: float = 8) -> None:
        """Words on a base line at height y."""
        safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.parts.append(f"BT /F1 {size} Tf {x:.2f} {self._y(y):.2f} Td ({safe}) Tj ET")

    def bar(self, x0: float, top: float, x1: float, bottom: float, ink: str = "0 g") -> None:
        """A filled box."""
        self.parts.append(
            f"{ink} {x0:.2f} {self._y(bottom):.2f} {x1 - x0:.2f} {bottom - top:.2f} re f"
        )

    def frame(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A stroked box."""
        self.parts.append(
            f"0 G 0.8 w {x0:.2f} {self._y(bottom):.2f} {x1 - x0:.2f} {bottom - top:.2f} re S"
        )

    def path(self, points: Sequence[Point], how: str) -> None:
        """A path through the points; `how` is S, s (closed), f or n."""
        (x, y), *rest = points
        steps = [f"{x:.2f} {self._y(y):.2f} m"]
        steps += [f"{a:.2f} {self._y(b):.2f} l" for a, b in rest]
        self.parts.append(f"0 G 0 g 0.8 w {' '.join(steps)} {how}")

    def diamond(self, x: float, y: float, wide: float = 44, high: float = 22) -> None:
        """A decision around a point."""
        self.path([(x, y - high / 2), (x + wide / 2, y), (x, y + high / 2), (x - wide / 2, y)], "s")

    def pill(self, x: float, y: float, wide: float = 44, high: float = 18) -> None:
        """A rounded start or end around a point."""
        r = high / 2
        k = 0.5523 * r
        x0, x1, top, bottom = x - wide / 2, x + wide / 2, self._y(y - r), self._y(y + r)
        self.parts.append(
            f"0 G 0.8 w {x0 + r:.2f} {top:.2f} m {x1 - r:.2f} {top:.2f} l "
            f"{x1 - r + k:.2f} {top:.2f} {x1:.2f} {top - r + k:.2f} {x1:.2f} {top - r:.2f} c "
            f"{x1:.2f} {top - r - k:.2f} {x1 - r + k:.2f} {bottom:.2f} {x1 - r:.2f} {bottom:.2f} c "
            f"{x0 + r:.2f} {bottom:.2f} l "
            f"{x0 + r - k:.2f} {bottom:.2f} {x0:.2f} {bottom + r - k:.2f} {x0:.2f} "
            f"{bottom + r:.2f} c "
            f"{x0:.2f} {top - r + k:.2f} {x0 + r - k:.2f} {top:.2f} {x0 + r:.2f} {top:.2f} c s"
        )

    def box(self, x: float, y: float, wide: float = 40, high: float = 16) -> None:
        """A process around a point."""
        self.frame(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def arrow(self, *points: Point, head: bool = True) -> None:
        """A stroked line with a small filled triangle at its end."""
        self.path(points, "S")
        if head:
            (ax, ay), (bx, by) = points[-2], points[-1]
            length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
            ux, uy = (bx - ax) / length, (by - ay) / length
            self.path(
                [
                    (bx, by),
                    (bx - 5 * ux - 2.5 * uy, by - 5 * uy + 2.5 * ux),
                    (bx - 5 * ux + 2.5 * uy, by - 5 * uy - 2.5 * ux),
                ],
                "f",
            )


def save(path: Path, *sheets: Sheet) -> Path:
    """The pages as a PDF file."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        for sheet in sheets:
            page = pdf.add_blank_page(page_size=(sheet.width, sheet.height))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            matrix = " ".join(str(number) for number in sheet.matrix)
            body = f"q {matrix} cm\n" + "\n".join(sheet.parts) + "\nQ"
            page.obj.Contents = pdf.make_stream(body.encode("cp1252"))
            if sheet.rotate:
                page.obj.Rotate = sheet.rotate
        pdf.save(path)
    return path


COLUMNS = (20, 44, 200, 280, 360, 440, 540, 600, 700, 780)
NAMES = ("No", "Kegiatan", "Petugas", "Kepala Seksi", "Kepala Dinas")
QUALITY = ("Kelengkapan", "Waktu", "Output", "Keterangan")
TOP, HEAD, ROW = 40, 80, 60


def middle(lane: int, row: int) -> Point:
    """Middle of a lane's cell in a row, both counted from 0."""
    return (COLUMNS[2 + lane] + COLUMNS[3 + lane]) / 2, HEAD + ROW * row + ROW / 2


def table(
    sheet: Sheet,
    rows: Sequence[Sequence[str]],
    names: Sequence[str] = (*NAMES, *QUALITY),
    head: bool = True,
) -> None:
    """A ruled matrix: No, Kegiatan, three lanes and four quality columns, 60 a row."""
    bottom = HEAD + ROW * len(rows)
    top = TOP if head else HEAD
    levels = [HEAD + ROW * n for n in range(len(rows) + 1)] + ([TOP] if head else [])
    for y in levels:
        sheet.bar(COLUMNS[0] - 0.3, y - 0.3, COLUMNS[-1] + 0.3, y + 0.3)
    if head:
        sheet.bar(COLUMNS[2], TOP + 19.7, COLUMNS[8], TOP + 20.3)
        sheet.text(COLUMNS[2] + 90, TOP + 14, "Pelaksana")
        sheet.text(COLUMNS[5] + 90, TOP + 14, "Mutu Baku")
        for n, name in enumerate(names):
            y = TOP + (24 if n in (0, 1, 8) else 33)
            sheet.text(COLUMNS[n] + 3, y, name)
    for n, x in enumerate(COLUMNS):
        over = head and (n <= 2 or n == 5 or n >= 8)
        sheet.bar(x - 0.3, top if over or not head else TOP + 20, x + 0.3, bottom)
    for n, row in enumerate(rows):
        for column, words in zip((0, 1, 5, 6, 7, 8), row, strict=True):
            for line, part in enumerate(words.split("\n")):
                if part:
                    sheet.text(COLUMNS[column] + 3, HEAD + ROW * n + 24 + 10 * line, part)
