"""Where the pages of a matrix end."""

from collections.abc import Sequence

# A page with fewer rows than this looks forgotten.
FEWEST = 2


def filled(
    heights: Sequence[float], first: float, following: float, foot: float
) -> tuple[tuple[int, ...], bool]:
    """The rows that begin a page when each page is filled, and whether the foot finds no room.

    `first` and `following` are the heights that the first and the other pages have for rows.
    """
    starts: list[int] = []
    left = first
    for n, height in enumerate(heights):
        if height > left and n:
            starts.append(n)
            left = following
        left -= height
    return tuple(starts), foot > left


def balanced(
    heights: Sequence[float], breaks: Sequence[int], is_foot_alone: bool = False
) -> tuple[int, ...]:
    """The rows that begin a page, so that the last page is not nearly empty.

    `breaks` are the rows that begin a page when each page is filled; with `is_foot_alone` what
    stands below the last row went to a page of its own and gets rows to stand under.
    """
    starts = list(breaks)
    if is_foot_alone:
        starts.append(len(heights))
    if not starts:
        return ()
    first = starts[-2] if len(starts) > 1 else 0
    # What moves to the last page may not be more than what stays, so it always fits.
    while (
        len(heights) - starts[-1] < FEWEST
        and starts[-1] - 1 > first
        and sum(heights[starts[-1] - 1 :]) <= sum(heights[first : starts[-1] - 1])
    ):
        starts[-1] -= 1
    return tuple(start for start in starts if start < len(heights))
