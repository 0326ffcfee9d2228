"""A page as a value: where it stands, what it is called, and how its content is made."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Judul:
    """A heading of a page, for its table of contents."""

    id: str
    nama: str


@dataclass(frozen=True)
class Page:
    """A page at an address that ends in a slash; `html` makes its content.

    `picture` is the address of the image that a message shows when the page is shared, `data` what
    the page says to machines, as JSON-LD, and `moved_to` where it has gone.
    """

    address: str
    title: str
    description: str
    html: Callable[[], Markup]
    headings: tuple[Judul, ...] = ()
    searchable: bool = True
    picture: str = ""
    data: str = ""
    moved_to: str = ""
