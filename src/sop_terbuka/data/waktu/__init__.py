"""Time standards: any text is kept; what can be read is understood, and never bent."""

from .baca import parse
from .jenis import UNITS, Bagian, Terbuka, Waktu
from .jumlah import Total, total
from .kata import explained, in_words

__all__ = [
    "UNITS",
    "Bagian",
    "Terbuka",
    "Total",
    "Waktu",
    "explained",
    "in_words",
    "parse",
    "total",
]
