"""Every page is HTML 5 as its parser reads it, and keeps to what the Nu checker asks.

The checker itself needs Java: `benchmarks/vnu.py` runs it over a built site.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tinyhtml5.parser import HTMLParser

# What the theme itself writes: its boxes behind menu and search, and a label without a box.
THEMES_BOXES = {"__drawer", "__search"}
THEMES_LABEL = "__toc"
_REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for")
_TABLE_PARTS = ("table", "thead", "tbody", "tr", "th", "td")
# Letters that an address must write as % and two digits.
_BARE = re.compile(r"[\[\]{}|\\^`<>\" ]")


def mistakes(html: str) -> list[str]:
    """What is no valid HTML on a page."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(html)
    found = [f"{at[0]}:{at[1]}: {name} {values}" for at, name, values in parser.errors]
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    ids = {one.get("id") for one in elements} - {None}
    for one in elements:
        found += [f"<{one.tag}> {said}" for said in _mistakes(one, ids)]
    return found


def _mistakes(one: Element, ids: set[str | None]) -> list[str]:
    found = []
    is_box = one.tag == "input" and one.get("type") in ("checkbox", "radio")
    if is_box and one.get("autocomplete") and one.get("id") not in THEMES_BOXES:
        found.append("is a box with autocomplete")
    if one.tag in _TABLE_PARTS and one.get("role"):
        found.append(f"has the role {one.get('role')} anyway")
    for name in ("href", "src", "action"):
        address = one.get(name, "")
        if _BARE.search(address) and not address.startswith("data:"):
            found.append(f"leads to {address}")
    for name in _REFERRING:
        for wanted in one.get(name, "").split():
            if wanted not in ids and wanted != THEMES_LABEL:
                found.append(f"refers to {wanted}, which is not there")
    if one.tag == "img" and one.get("alt") is None:
        found.append("is a picture without words")
    if one.tag in ("a", "button") and any(
        inner.tag in ("a", "button") for inner in one.iter() if inner is not one
    ):
        found.append("holds another one to press")
    return found


def test_every_page_is_valid(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 100
    found = {
        path.relative_to(built_site).as_posix(): said
        for path in pages
        if (said := mistakes(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "wrong",
    [
        "<p><div></div></p>", "<b><i></b></i>", "<p id=a id=b>", "<a href='a[b]'>a</a>",
        "<td>", "<img src=a.png>", "<label for=a>a</label>", "<a href=a><button>b</button></a>",
        "<input type=checkbox autocomplete=off>", "<table role=table></table>", "&nosuch;",
        "<p aria-describedby=a>a</p>",
    ],
)  # fmt: skip
def test_what_is_wrong_would_be_found(wrong: str) -> None:
    page = "<!doctype html><html lang=id><head><title>a</title></head><body>{}</body></html>"
    assert mistakes(page.format("<p>a</p>")) == []
    assert mistakes(page.format(wrong)) != []
