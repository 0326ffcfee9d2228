"""Small helps with words: suggestions for misspelt ones, places as an author sees them."""

import difflib
from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """` Maksud Anda "x"?` for the nearest known word, or an empty text."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f' Maksud Anda "{near[0]}"?' if near else ""


def place(path: tuple[int | str, ...]) -> str:
    """A path in the data as an author counts: `langkah 3, pelaksana`."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int) and parts:
            parts[-1] += f" {part + 1}"
        else:
            parts.append(str(part))
    return ", ".join(parts)
