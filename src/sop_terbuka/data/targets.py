"""What the ways of a flow are written to point at: rows, and the symbols in them."""

from collections.abc import Iterator, Sequence

from .model import SELESAI, TOLAK, Langkah, Simbol, Sop

ENDS = (SELESAI, TOLAK)
Path = tuple[int | str, ...]


def written(step: Langkah) -> Iterator[tuple[Path, str]]:
    """Every target that a row names, with its path within the row."""
    if step.berikut:
        yield ("berikut",), step.berikut
    if step.keputusan:
        yield ("keputusan", "ya"), step.keputusan.ya
        yield ("keputusan", "tidak"), step.keputusan.tidak
    for n, symbol in enumerate(step.simbol):
        for m, way in enumerate(symbol.ke):
            yield ("simbol", n, "ke", m, "ke"), way.ke


def names(symbols: Sequence[Simbol]) -> list[str]:
    """What each symbol of a row is called: its own name, or its actor's id."""
    return [symbol.nama or symbol.pelaksana for symbol in symbols]


def row_of(target: str) -> str:
    """The row of a target such as `periksa` or `periksa.petugas`."""
    return target.partition(".")[0]


def is_found(sop: Sop, target: str) -> bool:
    """Whether a target names an end, or one symbol and no other."""
    if target in ENDS:
        return True
    row, _, name = target.partition(".")
    step = next((step for step in sop.langkah if step.id == row), None)
    if step is None:
        return False
    known = names(step.simbol) if step.simbol else step.pelaksana
    return known.count(name) == 1 if name else len(step.simbol) < 2


def leads_on_by_itself(step: Langkah) -> bool:
    """Whether the next row follows because this one names no way on."""
    return not (step.simbol or step.keputusan or step.berikut)


def first_rows(sop: Sop) -> tuple[int, ...]:
    """Where the process begins: the first row, or the first row of each variant."""
    begun = {_next_for(sop, variant, -1) for variant in _variants(sop, ())}
    return tuple(sorted(row for row in begun if row is not None))


def following(sop: Sop, row: int) -> tuple[tuple[int | None, str], ...]:
    """The rows that follow one that names no way on, None for the end.

    Where variants part, each way bears their names; a row that others skip is not followed.
    """
    names = {variant.id: variant.nama for variant in sop.varian}
    found: dict[int | None, list[str]] = {}
    for variant in _variants(sop, sop.langkah[row].untuk):
        found.setdefault(_next_for(sop, variant, row), []).append(names.get(variant, ""))
    parted = len(found) > 1
    return tuple((target, ", ".join(who) if parted else "") for target, who in found.items())


def _variants(sop: Sop, untuk: Sequence[str]) -> Sequence[str]:
    return untuk or [variant.id for variant in sop.varian] or [""]


def _next_for(sop: Sop, variant: str, row: int) -> int | None:
    later = enumerate(sop.langkah[row + 1 :], start=row + 1)
    return next((n for n, step in later if not step.untuk or variant in step.untuk), None)


def reached_rows(sop: Sop) -> set[str]:
    """Ids of the rows that can be reached from the first one."""
    steps = {step.id: n for n, step in enumerate(sop.langkah)}
    seen: set[str] = set()
    waiting = [sop.langkah[row].id for row in first_rows(sop)]
    while waiting:
        row = waiting.pop()
        if row in seen or row not in steps:
            continue
        seen.add(row)
        n = steps[row]
        is_decision = sop.langkah[n].keputusan is not None
        waiting += [
            row_of(target)
            for path, target in written(sop.langkah[n])
            if not (is_decision and path == ("berikut",))
        ]
        if leads_on_by_itself(sop.langkah[n]):
            waiting += [sop.langkah[to].id for to, _ in following(sop, n) if to is not None]
    return seen
