"""Page connectors folded away: a flow that stops at one and goes on from another is one flow."""

from collections.abc import Sequence

from .reading import Arrow, End, Reading, Row, Value


def jumps(rows: Sequence[Row], arrows: Sequence[Arrow]) -> tuple[tuple[End, End], ...]:
    """Pair the connectors a flow enters with those it leaves: by text, then lane, then row."""
    connectors = [
        (index, nth)
        for index, row in enumerate(rows)
        for nth, symbol in enumerate(row.simbol)
        if symbol.jenis == "penghubung"
    ]
    into = {arrow.ke for arrow in arrows}
    out = {arrow.dari for arrow in arrows}
    entered = [end for end in connectors if end in into and end not in out]
    left = [end for end in connectors if end in out and end not in into]

    def cost(start: End, target: End) -> tuple[bool, bool, int]:
        one, other = (rows[end[0]].simbol[end[1]] for end in (start, target))
        return one.teks != other.teks, one.lajur != other.lajur, abs(start[0] - target[0])

    pairs = sorted((cost(a, b), a, b) for a in entered for b in left)
    found: list[tuple[End, End]] = []
    for _, start, target in pairs:
        if all(start != a and target != b for a, b in found):
            found.append((start, target))
    return tuple(sorted(found))


def folded(reading: Reading) -> tuple[Arrow, ...]:
    """The arrows between real symbols, through however many connectors."""

    def is_connector(end: End) -> bool:
        return reading.langkah[end[0]].simbol[end[1]].jenis == "penghubung"

    onward: dict[End, list[tuple[End, Value]]] = {}
    for start, target in reading.lompatan:
        onward.setdefault(start, []).append((target, Value()))
    for arrow in reading.panah:
        if is_connector(arrow.dari):
            onward.setdefault(arrow.dari, []).append((arrow.ke, arrow.label))

    def targets(end: End, label: Value, seen: frozenset[End]) -> list[tuple[End, Value]]:
        if not is_connector(end):
            return [(end, label)]
        if end in seen:
            return []
        return [
            found
            for following, further in onward.get(end, [])
            for found in targets(following, label or further, seen | {end})
        ]

    result: list[Arrow] = []
    for arrow in reading.panah:
        if is_connector(arrow.dari):
            continue
        for end, label in targets(arrow.ke, arrow.label, frozenset()):
            result.append(
                Arrow(
                    arrow.dari, end, label, arrow.bolak_balik, arrow.tanpa_kepala,
                    arrow.tempat, arrow.yakin, arrow.ragu,
                )
            )  # fmt: skip
    return tuple(result)
