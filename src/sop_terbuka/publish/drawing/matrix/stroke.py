"""Arrows cut into straight pieces row by row, each piece drawn once."""

from collections.abc import Iterator, Sequence

from .parts import BOTTOM, CENTER, Arrow, Link, Point, Stroke


def strokes(
    arrows: Sequence[Arrow], links: Sequence[Link], row_count: int
) -> tuple[tuple[Stroke, ...], ...]:
    """The lines of every row; pieces that lie on one another become one.

    Dashes drawn twice with different beginnings would look like a solid line.
    """
    rows: list[list[Stroke]] = [[] for _ in range(row_count)]
    for arrow in arrows:
        for start, end in zip(arrow.points, arrow.points[1:], strict=False):
            for row, piece in _pieces(start, end, arrow.branch == "tidak"):
                rows[row].append(piece)
    for link in links:
        rows[link.row].append(Stroke(link.left + 0.5, CENTER, link.right + 0.5, CENTER, False))
    return tuple(tuple(_joined(pieces)) for pieces in rows)


def _pieces(start: Point, end: Point, is_no: bool) -> Iterator[tuple[int, Stroke]]:
    if start.x != end.x:
        left, right = sorted((start.x, end.x))
        yield start.row, Stroke(left, start.y, right, start.y, is_no)
        return
    upper, lower = sorted((start, end), key=lambda point: (point.row, point.y))
    for row in range(upper.row, lower.row + 1):
        top = upper.y if row == upper.row else 0.0
        bottom = lower.y if row == lower.row else BOTTOM
        yield row, Stroke(start.x, top, start.x, bottom, is_no)


def _joined(pieces: list[Stroke]) -> Iterator[Stroke]:
    # Dashed ones first, so that a solid line covers a dashed one where they meet.
    pieces.sort(key=_line_first)
    waiting: Stroke | None = None
    for piece in pieces:
        if (
            waiting
            and _line_first(waiting)[:3] == _line_first(piece)[:3]
            and _touch(waiting, piece)
        ):
            waiting = Stroke(
                waiting.x1,
                waiting.y1,
                max(waiting.x2, piece.x2),
                max(waiting.y2, piece.y2),
                piece.is_no,
            )
        else:
            if waiting:
                yield waiting
            waiting = piece
    if waiting:
        yield waiting


def _line_first(piece: Stroke) -> tuple[bool, bool, float, float]:
    if piece.is_vertical:
        return not piece.is_no, True, piece.x1, piece.y1
    return not piece.is_no, False, piece.y1, piece.x1


def _touch(first: Stroke, second: Stroke) -> bool:
    return second.y1 <= first.y2 if first.is_vertical else second.x1 <= first.x2
