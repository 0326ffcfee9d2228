"""A way with corners as Word's own connectors: each has up to five stretches and begins level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Spot = tuple[float, float]
End = TypeVar("End")
_HAIR = 0.05
# Word measures corners in parts of the connector's box, which may not be flat for that.
_LEAST = 1.0


@dataclass(frozen=True)
class Connector:
    """One connector: its preset, its box, its corners, and whether it runs from end to start."""

    preset: str
    left: float
    top: float
    width: float
    height: float
    flip_x: bool
    flip_y: bool
    corners: tuple[int, ...]
    is_reversed: bool
    is_first: bool
    is_last: bool

    def as_drawn(self, start: End, end: End) -> tuple[End, End]:
        """What is said of the flow's start and end, in the order in which the line is drawn."""
        return (end, start) if self.is_reversed else (start, end)


def connectors(spots: Sequence[Spot]) -> Iterator[Connector]:
    """The connectors that draw a way, one behind the other."""
    parts = list(_parts(_without_straight(spots)))
    for n, (part, is_reversed) in enumerate(parts):
        path = tuple(reversed(part)) if is_reversed else tuple(part)
        yield _connector(path, is_reversed, n == 0, n == len(parts) - 1)


def _without_straight(spots: Sequence[Spot]) -> list[Spot]:
    """The way without corners that are none."""
    kept: list[Spot] = []
    for spot in spots:
        if kept and abs(kept[-1][0] - spot[0]) < _HAIR and abs(kept[-1][1] - spot[1]) < _HAIR:
            continue
        if len(kept) > 1 and _is_level(kept[-2], kept[-1]) == _is_level(kept[-1], spot):
            kept[-1] = spot
        else:
            kept.append(spot)
    return kept


def _is_level(one: Spot, other: Spot) -> bool:
    return abs(one[1] - other[1]) < _HAIR


def _parts(way: list[Spot]) -> Iterator[tuple[list[Spot], bool]]:
    """The way in pieces that one connector can draw, and whether it must run backward."""
    stretches = len(way) - 1
    if stretches < 1:
        return
    is_level = _is_level(way[0], way[1])
    if stretches == 1 or (is_level and stretches <= 5):
        yield way, False
    elif is_level:
        yield way[:5], False
        yield from _parts(way[4:])
    elif stretches in (2, 4):
        yield way, True
    elif stretches == 3:
        yield way[:3], True
        yield from _parts(way[2:])
    else:
        yield way[:5], True
        yield from _parts(way[4:])


def _connector(path: Sequence[Spot], is_reversed: bool, is_first: bool, is_last: bool) -> Connector:
    (x1, y1), (x2, y2) = path[0], path[-1]
    wide, high = x2 - x1, y2 - y1
    stretches = len(path) - 1
    if stretches > 2:
        wide = wide if abs(wide) >= _LEAST else _LEAST
        high = high if abs(high) >= _LEAST else _LEAST
    corners = [
        round((path[n][0] - x1) / wide * 100000)
        if n % 2
        else round((path[n][1] - y1) / high * 100000)
        for n in range(1, stretches - 1)
    ]
    preset = "straightConnector1" if stretches == 1 else f"bentConnector{stretches}"
    return Connector(
        preset,
        min(x1, x1 + wide),
        min(y1, y1 + high),
        abs(wide),
        abs(high),
        wide < 0,
        high < 0,
        tuple(corners),
        is_reversed,
        is_first,
        is_last,
    )
