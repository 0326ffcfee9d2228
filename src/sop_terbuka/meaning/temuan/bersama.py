"""One fault, one finding: what is true of many SOPs for one and the same cause is told once."""

from collections.abc import Iterable
from dataclasses import dataclass

from .finding import Sebab, Temuan, Tingkat


@dataclass(frozen=True)
class Tempat:
    """One SOP that shares the fault: its own finding, and what of it the cause explains."""

    temuan: Temuan
    sebab: Sebab


@dataclass(frozen=True)
class TemuanBersama(Temuan):
    """A finding about one cause with every place that it stands in."""

    tempat: tuple[Tempat, ...] = ()


def gathered(findings: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings, those of one cause, rule and level joined where the first one stood."""
    places: dict[tuple[str, Tingkat, str], list[Tempat]] = {}
    order: list[Temuan | tuple[str, Tingkat, str]] = []
    for item in findings:
        if not item.sebab:
            order.append(item)
        for cause in item.sebab:
            key = item.aturan, item.tingkat, cause.kunci
            if key not in places:
                order.append(key)
            places.setdefault(key, []).append(Tempat(item, cause))
    return tuple(_joined(places[key]) if isinstance(key, tuple) else key for key in order)


def _joined(places: list[Tempat]) -> Temuan:
    first, cause = places[0].temuan, places[0].sebab
    if len(places) == 1 and len(first.sebab) == 1:
        return first  # Nothing is shared: the SOP's own finding says more.
    answers = [place.temuan.tanggapan for place in places]
    return TemuanBersama(
        first.sop,
        first.aturan,
        first.keluarga,
        first.tingkat,
        cause.pesan,
        (cause.status,) if cause.status else (),
        first.saran,
        # Answered only when every office that it concerns has answered.
        tanggapan=answers[0] if all(answers) else None,
        tempat=tuple(places),
    )
