"""What few pages use is in sheets of their own, and nothing is said twice in vain."""

import pytest

from sop_terbuka.generator import seldom, sheet
from sop_terbuka.generator.style import Style

LINK = '<link rel="stylesheet" href="../assets/situs.css">'
RARE = '<link rel="stylesheet" href="../assets/jarang.css">'
THEMES = ":root{--x:red;--y:blue}.a{color:var(--x)}.a code{color:var(--y)}table:not([class]){top:0}"


def page(article: str, head: str = "") -> str:
    return (
        f'<html><head>{LINK}{head}</head><body><article class="md-typeset">{article}</article>'
        "</body></html>"
    )


def style() -> Style:
    return Style([THEMES], {}, set(), rare={"assets/jarang.css": ".b{left:0}", "assets/c.css": ""})


@pytest.mark.parametrize("held", ['<p class="a"><code>x</code></p>', "<table>", '<p class="b">'])
def test_a_page_that_holds_what_few_do_gets_their_sheet_after_the_common_one(held: str) -> None:
    html, _ = style().dressed(page(held))
    assert f"{LINK}{RARE}" in html


@pytest.mark.parametrize("held", ['<p class="a">x</p>', "<code>x</code>", '<table class="t">'])
def test_other_pages_do_not(held: str) -> None:
    html, _ = style().dressed(page(held))
    assert LINK in html
    assert "jarang" not in html


def test_an_authors_sheets_come_after_both() -> None:
    own = '<link rel="stylesheet" href="../css/punya.css">'
    html, first = style().dressed(page('<p class="b">', own))
    assert not first
    assert f"{LINK}{RARE}{own}" in html


def test_a_page_with_the_themes_script_gets_all_that_the_theme_may_need() -> None:
    html, _ = style().dressed(page('<p class="a">', '<script id="__config">'))
    assert f"{LINK}{RARE}" in html


def test_each_sheet_defines_what_only_it_uses() -> None:
    made = style()
    made.dressed(page('<p class="a"><code>x</code></p><p class="b"></p>'))
    made.dressed(page("<p>not all hold the rules of the first</p>"))
    common, rare, _ = made.css().values()
    assert common.endswith(":root{--x:red}.a{color:var(--x)}")
    assert rare == ":root{--y:blue}.a code{color:var(--y)}.b{left:0}"
    whole = made.css(whole=True)["assets/jarang.css"]
    assert "table:not([class])" in whole


def test_the_first_screen_of_such_a_page_looks_right_without_any_file() -> None:
    _, first = style().dressed(page(f'<p class="a"><code>x</code></p>{"kata " * 140}'))
    assert "--y:blue" in first
    assert ".a code{color:var(--y)}" in first


def settled(text: str) -> str:
    return sheet.written(seldom.settled(sheet.parsed(text)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (".a{top:0;left:0}.b{top:1px}.a{top:2px}", ".a{left:0}.b{top:1px}.a{top:2px}"),
        ("@media print{.a{top:0}}.a{top:1px}", ".a{top:1px}"),
        ("@media print{.a{top:0}.a{top:1px}}", "@media print{.a{top:1px}}"),
    ],
)
def test_what_is_said_otherwise_later_goes(text: str, left: str) -> None:
    assert settled(text) == left


@pytest.mark.parametrize(
    "text",
    [
        ".a,.b{top:0}.a{top:1px}",
        ".a{top:0!important}.a{top:1px}",
        ".a{top:0}.a{top:1px!important}",
        ".a{top:0}@media print{.a{top:1px}}",
        "@media print{.a{top:0}}@media screen{.a{top:1px}}",
        ".a{overflow-x:hidden;overflow-x:clip}",
        ".a{top:0}.a:hover{top:1px}",
    ],
)
def test_what_may_still_hold_stays(text: str) -> None:
    assert settled(text) == text
