"""What every tagged PDF must hold: names, language, and each mark owned by one element."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An element and all below it; each names its parent."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            assert kid.P.objgen == element.objgen
            yield from elements(kid)


def whole(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The element that holds all others."""
    return pdf.Root.StructTreeRoot.K[0]


def check_names(pdf: pikepdf.Pdf, title: str) -> None:
    """It says its language and title, and not when it was made."""
    assert pdf.check_pdf_syntax() == []
    assert str(pdf.Root.Lang) == "id"
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert str(pdf.docinfo.Title) == title
    assert "/CreationDate" not in pdf.docinfo


def check_ownership(pdf: pikepdf.Pdf) -> None:
    """All content belongs to one element of its page."""
    root = pdf.Root.StructTreeRoot
    flat = list(root.ParentTree.Nums)
    owners = {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}
    seen = set()
    for element in elements(root.K[0]):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, Dictionary):
                page = int(element.Pg.StructParents)
                assert owners[page][int(kid)].objgen == element.objgen
                seen.add((page, int(kid)))
    for page in pdf.pages:
        number = int(page.obj.StructParents)
        marked = re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())
        owned = {mcid for of_page, mcid in seen if of_page == number}
        assert sorted(map(int, marked)) == sorted(owned)
