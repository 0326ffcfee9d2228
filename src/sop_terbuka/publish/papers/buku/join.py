"""Tagged documents as one: their pages one after the other, and every mark still owned by its own.

What reads a PDF aloud finds the text of a page through its structure; pages that are only put
together lose it.
"""

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf


def append(book: Pdf, part: Pdf) -> None:
    """Put a document's pages and its structure at the end of a book.

    The part has to stay open until the book is saved.
    """
    begin = len(book.pages)
    book.pages.extend(part.pages)
    # Pages first: what is copied afterwards then leads to the pages of the book.
    tree: Any = book.copy_foreign(part.Root.StructTreeRoot)
    root: Any = book.Root.StructTreeRoot
    # What its own kinds of elements are to those who know the usual ones only.
    root.RoleMap = Dictionary({**root.get("/RoleMap", {}), **tree.get("/RoleMap", {})})
    owners = root.ParentTree.Nums
    offset = max((int(key) for key in list(owners)[::2]), default=-1) + 1
    pairs = list(tree.ParentTree.Nums)
    for key, owned in zip(pairs[::2], pairs[1::2], strict=True):
        owners.extend(Array([int(key) + offset, owned]))
    for page in list(book.pages)[begin:]:
        for holder, key in _keys(page.obj):
            holder[key] = int(holder[key]) + offset
    top = root.K[0]
    parts = _each(tree.K)
    for element in parts:
        # One document holds the others as its parts.
        element.S, element.P = Name.Part, top
    top.K = Array([*_each(top.K), *parts])


def _keys(page: Any) -> Iterator[tuple[Any, str]]:
    """Everything on a page that is looked up in the table of owners, with its key there."""
    if "/StructParents" in page:
        yield page, "/StructParents"
    for mark in page.get("/Annots", ()):
        if "/StructParent" in mark:
            yield mark, "/StructParent"


def _each(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, Array) else [kids]


def stamp(book: Pdf, numbers: Pdf, right: float, above: float) -> None:
    """Put a page of numbers at the foot of each page of a book, beside its text and not in it.

    `right` and `above` are its distances from the edges of the paper, in points.
    """
    for page, number in zip(book.pages, numbers.pages, strict=True):
        small = book.copy_foreign(number.as_form_xobject())
        x = float(page.mediabox[2]) - right - float(number.mediabox[2])
        resources: Any = page.obj.Resources
        # The pages of one document may share what they name; each gets its own number.
        own = Dictionary(resources)
        own.XObject = Dictionary(resources.get("/XObject", {}))
        own.XObject["/NomorBuku"] = small
        page.obj.Resources = own
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(
            b"\nQ\n/Artifact <</Type /Pagination>> BDC\nq\n"
            + f"1 0 0 1 {x:.2f} {above:.2f} cm\n".encode()
            + b"/NomorBuku Do\nQ\nEMC\n"
        )
