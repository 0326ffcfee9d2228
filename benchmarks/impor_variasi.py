"""The same PDF as another printer would have written it: the truth stays, the bytes do not.

Called by impor with --variasi. Every change is drawn from one fixed seed.
"""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf

Step = tuple[list[Any], str]
Change = Callable[[list[Step]], list[Step]]
PAINT = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"}
BUILD = {"m", "l", "c", "v", "y", "h", "re"}


def varied(source: Path, target: Path, name: str) -> None:
    """Write one variation of a file."""
    with pikepdf.open(source) as pdf:
        seen: set[tuple[int, int]] = set()
        for page in pdf.pages:
            _forms(page.obj.get("/Resources"), CHANGES[name], seen)
            changed = CHANGES[name](_steps(page))
            if name in SHEETS:
                changed = _framed(page, changed, name)
            page.obj.Contents = pdf.make_stream(_written(changed))
        pdf.save(target)


def _steps(content: Any) -> list[Step]:
    return [
        (list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(content)
    ]


def _written(steps: list[Step]) -> bytes:
    return pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(operator)) for operands, operator in steps]
    )


def _forms(resources: Any, change: Change, seen: set[tuple[int, int]]) -> None:
    """The same change in everything the page draws by name: signed files keep all of it there."""
    if resources is None or "/XObject" not in resources:
        return
    for one in resources.XObject.values():
        if not isinstance(one, pikepdf.Stream) or one.objgen in seen:
            continue
        seen.add(one.objgen)
        if "/BBox" in one:
            _forms(one.get("/Resources"), change, seen)
            one.write(_written(change(_steps(one))))


SHEETS: dict[str, tuple[float, ...]] = {
    "kecil": (0.6, 0, 0, 0.6, 35, 60),
    "besar": (1.45, 0, 0, 1.45, 0, 0),
    "geser": (1, 0, 0, 1, 3.3, -2.7),
}


def _framed(page: pikepdf.Page, steps: list[Step], name: str) -> list[Step]:
    """The page printed smaller, larger, or elsewhere on its sheet; or turned by a quarter."""
    box = [float(number) for number in page.mediabox]
    matrix = SHEETS[name]
    if name == "putar":
        matrix = (0, 1, -1, 0, box[3], 0)
        page.obj.MediaBox = pikepdf.Array([0, 0, box[3], box[2]])
    elif matrix[0] > 1:
        page.obj.MediaBox = pikepdf.Array([number * matrix[0] for number in box])
    for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    return [([], "q"), ([*matrix], "cm"), *steps, ([], "Q")]


SHEETS["putar"] = (0, 1, -1, 0, 0, 0)


def same(steps: list[Step]) -> list[Step]:
    """No change of the content itself."""
    return steps


def paths(steps: list[Step], change: Callable[[list[Step], str, float], list[Step]]) -> list[Step]:
    """Every path with the operator that paints it put through `change`, with the scale it has."""
    made: list[Step] = []
    path: list[Step] = []
    scale, saved = 1.0, [1.0]
    for operands, operator in steps:
        if operator == "q":
            saved.append(scale)
        elif operator == "Q" and len(saved) > 1:
            scale = saved.pop()
        elif operator == "cm":
            a, b = float(operands[0]), float(operands[1])
            scale *= (a * a + b * b) ** 0.5 or 1.0
        if operator in BUILD:
            path.append((operands, operator))
        elif operator in PAINT and path:
            made += change(path, operator, scale)
            path = []
        else:
            # What sets a clip stands between a path and its painting.
            made += path if operator in ("W", "W*") else []
            path = [] if operator in ("W", "W*") else path
            made.append((operands, operator))
    return made + path


def _box(path: Sequence[Step]) -> tuple[float, float, float, float] | None:
    if len(path) == 1 and path[0][1] == "re":
        x, y, w, h = (float(number) for number in path[0][0])
        return x, y, w, h
    return None


def strokes(steps: list[Step]) -> list[Step]:
    """Thin filled boxes as stroked lines."""

    def change(path: list[Step], paint: str, scale: float) -> list[Step]:
        box = _box(path)
        if box is None or paint not in ("f", "f*") or min(abs(box[2]), abs(box[3])) * scale > 2.4:
            return [*path, ([], paint)]
        x, y, w, h = box
        wide = abs(w) >= abs(h)
        a, b = (
            ((x, y + h / 2), (x + w, y + h / 2)) if wide else ((x + w / 2, y), (x + w / 2, y + h))
        )
        return [
            ([], "q"),
            ([abs(h if wide else w)], "w"),
            ([*a], "m"),
            ([*b], "l"),
            ([], "S"),
            ([], "Q"),
        ]

    return paths(steps, change)


def polygons(steps: list[Step]) -> list[Step]:
    """Boxes as closed paths of four lines."""

    def change(path: list[Step], paint: str, _: float) -> list[Step]:
        box = _box(path)
        if box is None:
            return [*path, ([], paint)]
        x, y, w, h = box
        corners = [(x + w, y), (x + w, y + h), (x, y + h)]
        return [([x, y], "m"), *(([*p], "l") for p in corners), ([], "h"), ([], paint)]

    return paths(steps, change)


def curves(steps: list[Step]) -> list[Step]:
    """Straight lines of paths as curves that happen to be straight."""

    def change(path: list[Step], paint: str, _: float) -> list[Step]:
        made: list[Step] = []
        at = (0.0, 0.0)
        for operands, operator in path:
            if operator in ("m", "l"):
                end = (float(operands[0]), float(operands[1]))
                if operator == "l":
                    first = [at[n] + (end[n] - at[n]) / 3 for n in (0, 1)]
                    second = [at[n] + (end[n] - at[n]) * 2 / 3 for n in (0, 1)]
                    made.append(([*first, *second, *end], "c"))
                else:
                    made.append((operands, operator))
                at = end
            else:
                made.append((operands, operator))
                if operator == "c":
                    at = (float(operands[4]), float(operands[5]))
        return [*made, ([], paint)]

    return paths(steps, change)


def thick(steps: list[Step]) -> list[Step]:
    """Thin filled boxes nearly twice as thick."""

    def change(path: list[Step], paint: str, scale: float) -> list[Step]:
        box = _box(path)
        if box is None or min(abs(box[2]), abs(box[3])) * scale > 1.2:
            return [*path, ([], paint)]
        x, y, w, h = box
        if abs(w) >= abs(h):
            y, h = y - 0.4 * h, 1.8 * h
        else:
            x, w = x - 0.4 * w, 1.8 * w
        return [([x, y, w, h], "re"), ([], paint)]

    return paths(steps, change)


def shaken(steps: list[Step]) -> list[Step]:
    """Every path moved by up to 0.5 points of its own."""
    dice = random.Random(15)

    def change(path: list[Step], paint: str, scale: float) -> list[Step]:
        dx, dy = (dice.uniform(-0.5, 0.5) / scale for _ in (0, 1))
        made: list[Step] = []
        for operands, operator in path:
            numbers = [float(number) for number in operands]
            if operator == "re":
                numbers = [numbers[0] + dx, numbers[1] + dy, *numbers[2:]]
            else:
                numbers = [n + (dx if k % 2 == 0 else dy) for k, n in enumerate(numbers)]
            made.append((numbers, operator))
        return [*made, ([], paint)]

    return paths(steps, change)


def gaps(steps: list[Step]) -> list[Step]:
    """Every thirtieth rule left out."""
    dice = random.Random(15)

    def change(path: list[Step], paint: str, scale: float) -> list[Step]:
        box = _box(path)
        thin = box is not None and min(abs(box[2]), abs(box[3])) * scale <= 2.4
        short = box is not None and max(abs(box[2]), abs(box[3])) * scale < 120
        return [] if thin and short and dice.random() < 1 / 30 else [*path, ([], paint)]

    return paths(steps, change)


def backwards(steps: list[Step]) -> list[Step]:
    """Blocks of text written in another order: all of them after the drawing, the last first."""
    rest: list[Step] = []
    blocks: list[list[Step]] = []
    state: list[Step] = []
    block: list[Step] | None = None
    depth: list[list[Step]] = []
    for operands, operator in steps:
        if operator == "q":
            depth.append(list(state))
        elif operator == "Q" and depth:
            state = depth.pop()
        elif operator in ("cm", "gs", "g", "rg", "k", "sc", "scn", "cs", "Tf", "Tc", "Tw", "Tz"):
            state.append((operands, operator))
        if operator == "BT":
            block = [([], "q"), *state, ([], "BT")]
        elif operator == "ET" and block is not None:
            blocks.append([*block, ([], "ET"), ([], "Q")])
            block = None
        elif block is not None:
            block.append((operands, operator))
        elif operator not in ("BDC", "BMC", "EMC", "MP", "DP"):
            rest.append((operands, operator))
    return [([], "q"), *rest, ([], "Q"), *(step for block in reversed(blocks) for step in block)]


def pieces(steps: list[Step]) -> list[Step]:
    """Every string written in two."""
    made: list[Step] = []
    for operands, operator in steps:
        if operator == "Tj" and len(bytes(operands[0])) > 3:
            raw = bytes(operands[0])
            half = len(raw) // 4 * 2
            made += [([pikepdf.String(raw[:half])], "Tj"), ([pikepdf.String(raw[half:])], "Tj")]
        elif operator == "TJ" and len(operands[0]) > 2:
            parts = list(operands[0])
            half = len(parts) // 2
            made += [([pikepdf.Array(parts[:half])], "TJ"), ([pikepdf.Array(parts[half:])], "TJ")]
        else:
            made.append((operands, operator))
    return made


CHANGES: dict[str, Change] = {
    "kecil": same,
    "besar": same,
    "geser": same,
    "putar": same,
    "garis-goresan": strokes,
    "kotak-poligon": polygons,
    "garis-lengkung": curves,
    "garis-tebal": thick,
    "goyah": shaken,
    "garis-hilang": gaps,
    "teks-terbalik": backwards,
    "teks-terpotong": pieces,
}
"""By its name, what a variation does to the content of every page."""
