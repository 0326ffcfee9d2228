"""Which services of a site are for a problem that people have."""

from collections.abc import Callable

from ..data.catalog import Catalog
from ..data.model import Masalah, Sop


def services(catalog: Catalog, problem: Masalah) -> tuple[str, ...]:
    """The public SOPs for a problem, surest first; those of its topics only where no other is."""
    public = [sop for sop in catalog.sop.values() if not sop.is_internal]
    names = {name.casefold() for name in problem.sebutan}

    def is_called(sop: Sop) -> bool:
        return not names.isdisjoint(word.casefold() for word in (sop.nama, *sop.sebutan))

    tests: tuple[Callable[[Sop], bool], ...] = (
        lambda sop: sop.layanan in problem.layanan,
        is_called,
    )
    found = dict.fromkeys(sop.id for test in tests for sop in public if test(sop))
    return tuple(found or dict.fromkeys(s.id for s in public if s.topik in problem.topik))
