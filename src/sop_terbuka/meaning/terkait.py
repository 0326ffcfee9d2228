"""Other services that somebody on one service's page may need instead, or next."""

from collections.abc import Iterator

from ..data.catalog import Catalog
from ..data.model import Sop

_MOST = 4


def related(catalog: Catalog, sop: Sop) -> tuple[Sop, ...]:
    """What the document itself names, then what its office offers on the same topic."""
    found = {other.id: other for other in _candidates(catalog, sop)}
    return tuple(list(found.values())[:_MOST])


def _candidates(catalog: Catalog, sop: Sop) -> Iterator[Sop]:
    named = [catalog.sop[item.sop] for item in sop.keterkaitan if item.sop]
    same = [other for other in catalog.of_office(sop.instansi) if other.topik == sop.topik]
    for other in (*named, *same):
        if other.id != sop.id and not other.is_internal:
            yield other
