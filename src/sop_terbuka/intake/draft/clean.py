"""Takes out of a reading what no data file may hold: control characters and private letters."""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

T = TypeVar("T")

# Office programs print the bullets of their symbol fonts as private letters.
_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e8"), "•")
_NO_LETTERS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# Letters by their kind, yet nothing is seen of them.
_UNSEEN = frozenset(
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
)
_BREAKS = str.maketrans({"\u2028": " ", "\u2029": " "})


def text(written: str) -> str:
    """A text with only what can be printed."""
    return "".join(
        ch
        for ch in written.translate(_BULLETS).translate(_BREAKS)
        if ch in "\n\t" or (unicodedata.category(ch) not in _NO_LETTERS and ch not in _UNSEEN)
    )


def cleaned(value: T) -> T:
    """The value with every text in it cleaned, however deep."""
    return cast(T, _walk(value))


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return tuple(_walk(item) for item in value)
    if isinstance(value, Mapping):
        return {key: _walk(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _walk(getattr(value, f.name)) for f in fields(value)})
    return value
