"""How a requirement is said on paper, beside its name."""

from ...meaning.syarat import Permintaan
from ..words import sambung


def how(asked: Permintaan, is_of_variant: bool) -> str:
    """In what form, how many, when and for whom; what adds to the name, or nothing."""
    item = asked.syarat
    form = ", ".join(filter(None, (item.bentuk, item.jumlah)))
    words = f" ({form})" if form else ""
    if item.bila:
        words += f", bila {sambung(item.bila).rstrip('.')}"
    # Below a variant's own heading its name need not be said again.
    if asked.untuk and not is_of_variant:
        words += f", untuk {' dan '.join(asked.untuk)}"
    return words
