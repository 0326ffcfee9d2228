"""The hand-checked flows: their SOPs, and the symbols and arrows that they must have."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sop_terbuka.data.check import check
from sop_terbuka.data.model import Sop
from sop_terbuka.data.node import read_file

FOLDER = Path(__file__).parent / "fixtures" / "alur"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))


@dataclass(frozen=True)
class Truth:
    """Symbols: row, lane, last lane, kind, text. Edges: from, to, answer, both heads, no head."""

    symbols: tuple[tuple[int, int, int, str, str], ...]
    edges: frozenset[tuple[int, int, str, bool, bool]]


@cache
def flow(name: str) -> Sop:
    """The SOP of one flow."""
    node, problems = read_file(FOLDER / f"{name}.yml", name)
    assert node is not None
    assert problems == []
    entry, problems = check(node, name, Sop, f"kantor-contoh/sop-{name}")
    assert entry is not None, problems
    return entry.record


@cache
def truth(name: str) -> Truth:
    """What a person saw in the document."""
    kept: Any = json.loads((FOLDER / "benar.json").read_text(encoding="utf-8"))[name]
    symbols = tuple((r, first, last, kind, text) for r, first, last, kind, text in kept["simbol"])
    return Truth(symbols, frozenset((a, b, w, both, bare) for a, b, w, both, bare in kept["panah"]))
