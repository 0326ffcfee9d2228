"""Says what the structure tree has to say in a few words: a form has hundreds of fields.

Typst writes an element for every cell of its grids and every run of bold letters. Here links become
the fields that they stand for, rows of boxes to tick become lists, and what says nothing goes.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from ..heads import scope

# Elements that only hold others; without them the tree says the same.
_EMPTY = frozenset({"/Div", "/Span", "/Strong"})
# What an element has that tells nothing but its place.
_PLAIN = frozenset({"/Type", "/S", "/P", "/K", "/Pg"})
# Elements that may hold words of their own; elsewhere they need a paragraph.
_HOLDS_WORDS = frozenset({"/P", "/H1", "/H2", "/LBody", "/Lbl", "/TD", "/TH"})
# Words that are a block of their own are told from words in a line by an attribute.
_MARKED = (Name.Link, Name.Span, Name.Strong)


def settle(pdf: Pdf) -> None:
    """Make links whose annotation became a widget fields of the tree, and shorten the tree."""
    scope(pdf)
    root = pdf.Root.StructTreeRoot
    # Which element now owns the content of one that is gone, by object number.
    owners: dict[tuple[int, int], Object] = {}
    (document,) = _kids(root)
    for element in list(_elements(document)):
        _settle(pdf, element)
    _shorten(document, owners)
    numbers = root.ParentTree.Nums
    for n in range(1, len(numbers), 2):
        if isinstance(numbers[n], Array):
            numbers[n] = Array([_owner(entry, owners) for entry in numbers[n].as_list()])


def _settle(pdf: Pdf, element: Object) -> None:
    kind = element.S
    is_block = kind in _MARKED and _taken(element, "/A")
    # A heading has its words here once more.
    _taken(element, "/T")
    if kind == Name.Link:
        (reference,) = element.K.as_list()
        element.S = Name.Form
        element.K = Dictionary(Type=Name.OBJR, Obj=reference.Obj, Pg=reference.Pg)
    elif is_block and str(element.P.S) not in _HOLDS_WORDS:
        element.S = Name.P
    elif kind == Name.Div and (cells := list(_kids(element))) and all(map(_is_choice, cells)):
        element.S = Name.L
        for cell in cells:
            _make_item(pdf, cell)


def _taken(element: Object, key: str) -> bool:
    if key in element:
        del element[key]
        return True
    return False


def _make_item(pdf: Pdf, cell: Object) -> None:
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=cell, K=cell.K))
    for kid in _kids(cell):
        kid.P = body
    cell.S, cell.K = Name.LI, Array([body])


def _is_choice(cell: Object) -> bool:
    """Whether something to tick stands first in a cell of a grid."""
    first = next(iter(_kids(cell)), None)
    if Name.Div != cell.S or first is None or Name.Link != first.S:
        return False
    # Only what can be ticked has a state.
    return "/AS" in first.K[0].Obj


def _shorten(element: Object, owners: dict[tuple[int, int], Object]) -> None:
    kids = []
    for kid in element.get("/K", Array()).as_list():
        if not isinstance(kid, Dictionary) or "/S" not in kid or Name.Form == kid.S:
            kids.append(kid)
            continue
        _shorten(kid, owners)
        if not _is_empty(kid, element):
            kids.append(kid)
            continue
        owners[kid.objgen] = element
        for inner in kid.get("/K", Array()).as_list():
            if not isinstance(inner, Dictionary):
                element.Pg = kid.Pg
            elif "/S" in inner:
                inner.P = element
            kids.append(inner)
    element.K = Array(kids)


def _is_empty(element: Object, parent: Object) -> bool:
    if str(element.S) not in _EMPTY or not set(element.keys()) <= _PLAIN:
        return False
    # A number of content counts on its element's page.
    page = element.get("/Pg")
    return page is None or (
        str(parent.S) in _HOLDS_WORDS and parent.get("/Pg", page).objgen == page.objgen
    )


def _owner(element: Object, owners: dict[tuple[int, int], Object]) -> Object:
    while element.objgen in owners:
        element = owners[element.objgen]
    return element


def _elements(element: Object) -> Iterator[Object]:
    for kid in _kids(element):
        yield kid
        yield from _elements(kid)


def _kids(element: Object) -> Iterator[Object]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
