"""Symbols whose arrows look incomplete."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..reading import Arrow, End, Row, Symbol


def doubted(rows: Sequence[Row], arrows: Sequence[Arrow]) -> list[Row]:
    """The rows with a doubt on each symbol that no arrow joins or that lacks a way out."""
    if not arrows:
        return list(rows)
    touched = {end for arrow in arrows for end in (arrow.dari, arrow.ke)}
    leaving: Counter[End] = Counter()
    for arrow in arrows:
        if not arrow.tanpa_kepala:
            leaving[arrow.dari] += 1
            if arrow.bolak_balik:
                leaving[arrow.ke] += 1
    made = []
    for n, row in enumerate(rows):
        symbols = tuple(
            _doubted(symbol, (n, k) in touched, leaving[(n, k)])
            for k, symbol in enumerate(row.simbol)
        )
        made.append(replace(row, simbol=symbols))
    return made


def _doubted(symbol: Symbol, touched: bool, leaving: int) -> Symbol:
    if symbol.ragu:
        return symbol
    if not touched:
        return replace(symbol, yakin=0.6, ragu="simbol ini tidak berpanah")
    if symbol.jenis == "keputusan" and leaving < 2:
        return replace(symbol, yakin=0.6, ragu="keputusan ini kurang dari dua cabang")
    return symbol
