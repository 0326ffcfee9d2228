"""A page shows its first screen without waiting for a file; its sheet holds all that it needs."""

import pytest

from sop_terbuka.generator.style import Style, any_of, words

LINK = '<link rel="stylesheet" href="../assets/situs.css">'
TEXT = "kata " * 140
SHEET = (
    ".a{top:0}.b{left:0}.a:hover{color:red}.c{right:0}.d{width:1px}"
    "@media print{.a{top:1px}}.md-nav{color:red}"
)


def page(article: str, head: str = "") -> str:
    return (
        f'<html class="no-js"><head>{LINK}{head}</head><body><nav class="md-nav"></nav>'
        f'<article class="md-typeset">{article}</article></body></html>'
    )


def made(own: dict[str, str] | None = None, said: str = "") -> Style:
    return Style([SHEET], own or {}, set(any_of(words([said]))))


def css(style: Style, *, whole: bool = False) -> str:
    """The sheet of all pages, where there is no other."""
    (text,) = style.css(whole=whole).values()
    return text


def test_the_first_screen_has_its_rules_in_the_page_and_the_rest_comes_below() -> None:
    above, below = f'<p class="a">{TEXT}</p>', '<p class="b">dua</p>'
    html, first = made().dressed(page(above + below))
    assert first.startswith(".a{top:0}")
    assert f"<style>{first}</style></head>" in html
    assert f"{above}{LINK}{below}" in html
    assert html.count("<link") == 1
    for later in (".b{", ":hover", "print", ".md-nav{color"):
        assert later not in first


def test_what_is_not_styled_yet_is_hidden_until_the_sheet_is_there() -> None:
    style = made()
    _, first = style.dressed(page("<p>a</p>"))
    assert ".md-nav" in first
    assert first.endswith("{visibility:hidden}")
    assert css(style).startswith(".md-nav")
    assert "{visibility:inherit}" in css(style)


def test_the_sheet_holds_what_some_page_or_script_needs() -> None:
    style = made(said='box.classList.add("c");')
    style.dressed(page('<p class="a">satu</p>'))
    style.dressed(page("<p class=b>dua</p>"))
    text = css(style)
    for kept in (".a{", ".b{", ".a:hover{", ".c{", "@media print"):
        assert kept in text
    assert ".d{" not in text
    assert ".d{" in css(style, whole=True)


def test_a_value_that_a_script_sets_is_held() -> None:
    script = 'cell.setAttribute("role", "columnheader");'
    style = Style(["th[role=columnheader]{top:0}th[role=row]{top:0}"], {}, set(words([script])))
    style.dressed(page("<table><th></table>"))
    assert css(style).endswith("th[role=columnheader]{top:0}")


def test_no_heading_is_parted_from_what_it_heads() -> None:
    html, _ = made().dressed(page(f"<p>{TEXT}</p><h2>Judul</h2><p>isi</p>"))
    assert f"</p>{LINK}<h2>" in html
    html, _ = made().dressed(page(f"<h2>{TEXT}</h2><p>isi</p>"))
    assert f"<p>isi</p>{LINK}</article>" in html


def test_no_part_is_cut_within() -> None:
    table = f"<div><table><tr><td>{TEXT}<td>b</table></div>"
    html, _ = made().dressed(page(table))
    assert f"{table}{LINK}</article>" in html


def test_a_sheet_of_one_kind_of_page_moves_below_the_first_screen_too() -> None:
    own = '<link rel="stylesheet" href="../assets/khusus.css">'
    style = made({"assets/khusus.css": ".a{bottom:0}.z{bottom:1px}"})
    html, first = style.dressed(page(f'{own}\n<p class="a">{TEXT}</p><p>dua</p>'))
    assert ".a{bottom:0}" in first
    assert ".z" not in first
    assert f"{LINK}{own}<p>dua" in html


def test_sheets_of_an_author_still_come_after_ours() -> None:
    theirs = '<link rel="stylesheet" href="../css/punya.css">'
    written = page(f"<p>{TEXT}</p>", theirs)
    assert made().dressed(written) == (written, "")


def test_custom_properties_that_an_author_uses_stay() -> None:
    style = Style([":root{--x:red;--y:red}"], {}, set(), ["p{color:var(--x)}"])
    assert "--x:red" in css(style)
    assert "--y" not in css(style)


@pytest.mark.parametrize("written", ['class="a b"', "class='a b'", 'CLASS = "a b"'])
def test_every_way_to_write_a_class_is_read(written: str) -> None:
    style = made()
    style.dressed(page(f"<p {written}>"))
    style.dressed(page("<p>b</p>"))
    assert ".a{" in css(style)
    assert ".b{" in css(style)


def test_what_every_page_holds_is_not_in_the_sheet_again() -> None:
    style = made()
    style.dressed(page('<p class="a">satu</p>'))
    assert ".a{top:0}" not in css(style)
    assert ".a{top:0}" in css(style, whole=True)
    # A page that shows its author's sheets holds nothing itself.
    style.dressed(page("<p>dua</p>", '<link rel="stylesheet" href="../css/punya.css">'))
    assert ".a{top:0}" in css(style)


@pytest.mark.parametrize(
    "tag",
    ['<p title="a > b" class="d">', "<p title='a > b' class='d'>", '<p title="<b" class=d>'],
)
def test_a_mark_within_quotes_ends_no_tag(tag: str) -> None:
    style = made()
    for content in (f"{tag}satu</p>", "<p>dua</p>"):
        style.dressed(page(content))
    assert ".d{" in css(style)


def test_what_tags_hold_is_the_same_however_many_a_site_has() -> None:
    style = made()
    pages = [page(f'<p id="p{n}" class="a">satu</p>') for n in range(5000)]
    for one in (*pages, page('<p class="d">dua</p>')):
        style.dressed(one)
    assert len(style._tags) <= 4096
    assert ".a{" in css(style)
    assert ".d{" in css(style)
