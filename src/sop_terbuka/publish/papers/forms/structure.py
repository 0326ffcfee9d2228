"""Says what the structure tree has to say in a few words: a form has hundreds of fields.

WeasyPrint gives every run of text an element of its own, lists the heads of a table for every
single cell, and refers to every field through an object of its own.
"""

import re
from collections.abc import Collection, Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

# Elements that only hold others; without them the tree says the same.
_EMPTY = frozenset({"/Span", "/NonStruct"})
# What an element has that tells nothing but its place.
_PLAIN = frozenset({"/Type", "/S", "/P", "/K", "/Pg"})
_MARKED = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")


def shorten(pdf: Pdf) -> None:
    """Leave only the elements of the tree that say something, each in its shortest form."""
    # Which element now owns the content of one that is gone, by object number.
    owners: dict[tuple[int, int], Object] = {}
    kept: set[tuple[int, int]] = set()
    for element in pdf.Root.StructTreeRoot.K.as_list():
        _shorten(element, owners, kept)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for n in range(1, len(numbers), 2):
        if isinstance(numbers[n], Array):
            numbers[n] = Array([_owner(entry, owners) for entry in numbers[n].as_list()])
    unmark_margins(pdf, kept)


def unmark_margins(pdf: Pdf, kept: Collection[tuple[int, int]] | None = None) -> None:
    """Make the lines in the margins decoration: they stand on every page and in no tree.

    `kept` are the elements of the tree, by object number, where they are known.
    """
    if kept is None:
        kept = set(_within(pdf.Root.StructTreeRoot))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    entries = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    for page in pdf.pages:
        owners = entries[int(page.obj.StructParents)]
        outside = {n for n, element in enumerate(owners.as_list()) if element.objgen not in kept}

        def unmark(match: re.Match[bytes], outside: set[int] = outside) -> bytes:
            return b"/Artifact\nBMC" if int(match[1]) in outside else match[0]

        content = _MARKED.sub(unmark, page.obj.Contents.read_bytes())
        page.obj.Contents.write(content)
        for n in outside:
            owners[n] = None


def _within(element: Object) -> Iterator[tuple[int, int]]:
    """The object numbers of all elements below another."""
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield kid.objgen
            yield from _within(kid)


def _owner(element: Object, owners: dict[tuple[int, int], Object]) -> Object:
    while element.objgen in owners:
        element = owners[element.objgen]
    return element


def _shorten(
    element: Object, owners: dict[tuple[int, int], Object], kept: set[tuple[int, int]]
) -> None:
    kept.add(element.objgen)
    kids = []
    for kid in _kids(element):
        if not isinstance(kid, Dictionary) or kid.get("/Type") != Name.StructElem:
            kids.append(kid)
            continue
        _shorten(kid, owners, kept)
        if not _is_empty(kid, element):
            kids.append(kid)
            continue
        owners[kid.objgen] = element
        kept.discard(kid.objgen)
        for inner in _kids(kid):
            if isinstance(inner, Dictionary):
                inner.P = element
            kids.append(inner)
    element.K = Array(kids)
    kind = element.S
    if kind == "/Form":
        (reference,) = kids
        element.K = Array([Dictionary(Type=Name.OBJR, Obj=reference.Obj, Pg=reference.Pg)])
    elif kind == "/TD":
        if "/Headers" in element.get("/A", Dictionary()):
            del element.A["/Headers"]
            if len(element.A) == 1:
                del element["/A"]
    elif kind == "/TH":
        element.A.Scope = Name.Column if element.P.P.S == "/THead" else Name.Row
        if "/ID" in element:
            del element["/ID"]


def _kids(element: Object) -> Iterator[Object]:
    kids = element.get("/K", Array())
    yield from kids.as_list() if isinstance(kids, Array) else [kids]


def _is_empty(element: Object, parent: Object) -> bool:
    return (
        str(element.S) in _EMPTY
        and set(element.keys()) <= _PLAIN
        # A number of content counts on its element's page.
        and element.get("/Pg") == parent.get("/Pg")
        and parent.S != "/Document"
    )
