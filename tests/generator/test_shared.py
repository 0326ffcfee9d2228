"""The sheet leaves out what every page holds, and no element looks different for it."""

import pytest

from sop_terbuka.generator import sheet
from sop_terbuka.generator.shared import Together, keys, without


def staying(text: str, held: str, lists: str = "a b", added: str = "") -> str:
    """A sheet without what every page holds: the selectors named."""
    parts = sheet.parsed(text)
    known = frozenset(key for key in keys(parts) if key[1] in held.split("|"))
    return sheet.written(without(parts, known, Together([lists], frozenset(added.split()))))


def test_what_every_page_holds_goes() -> None:
    assert staying(".a{top:0}.b{color:red}", ".a") == ".b{color:red}"
    assert staying(".a,.b{top:0}", ".a") == ".b{top:0}"
    assert staying("@media screen{.a{top:0}}.b{color:red}", ".a") == ".b{color:red}"


def test_what_pages_do_not_hold_of_a_rule_stays() -> None:
    text = ".a{top:0;transition:top 1s;--x:1px}.b{left:var(--x)}"
    assert staying(text, ".a") == ".a{transition:top 1s;--x:1px}.b{left:var(--x)}"


@pytest.mark.parametrize(
    "earlier",
    [
        ".b{margin:0}", ".b{margin-left:0}", "[id]{margin:0}", ".b:hover{margin:0}.b{margin:0}",
        "@media screen{.b{margin:0}}", ":is(.b,p){margin:0}", ".b:not(p,i){margin:0}",
    ],
)  # fmt: skip
def test_what_wins_over_an_earlier_rule_that_stays_stays_too(earlier: str) -> None:
    assert staying(f"{earlier}.a{{margin:1px}}", ".a").endswith(".a{margin:1px}")


@pytest.mark.parametrize(
    "earlier",
    [
        "p{margin:0}", ".b .b{margin:0}", ".b::before{margin:0}", ".b{margin:0!important}",
        ".b{padding:0}", "p.b:not(.c){margin:0}",
    ],
)  # fmt: skip
def test_what_an_earlier_rule_cannot_replace_goes(earlier: str) -> None:
    assert staying(f"{earlier}.a{{margin:1px}}", ".a") == earlier


def test_rules_about_other_elements_are_no_hindrance() -> None:
    text = ".b{margin:0}.a{margin:1px}"
    assert staying(text, ".a", lists="b c") == ".b{margin:0}"
    # A script may put them together.
    assert staying(text, ".a", lists="b c", added="b") == text
    assert staying("i.x{margin:0}p.a{margin:1px}", "p.a", lists="x a") == "i.x{margin:0}"


def test_a_rule_that_goes_is_no_hindrance_to_a_later_one() -> None:
    assert staying(".b{margin:0}.a{margin:1px}", ".a|.b") == ""
