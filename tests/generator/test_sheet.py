"""Style sheets lose what no page can match, and nothing else."""

import pytest

from sop_terbuka.generator import sheet


def cut(text: str, *held: str) -> str:
    known = frozenset(held)
    return sheet.written(sheet.chosen(sheet.parsed(text), lambda one: one.needs <= known))


@pytest.mark.parametrize(
    "selector", [".a", "#a", "p", "p.a", "p > .a", "p ~ #a", "[open] .a", "p[type=radio]"]
)
def test_a_selector_stays_only_where_everything_it_names_is_held(selector: str) -> None:
    rule = f"{selector}{{color:red}}"
    whole = {".a", "#a", "p", "[open", "[type=radio"}
    assert cut(rule, *whole) == rule
    for missing in sheet.needed(sheet.parsed(rule)):
        assert cut(rule, *(whole - {missing})) == ""


@pytest.mark.parametrize(
    "selector",
    ["p:hover", "p::before", "p:not(.b)", "p:is(.b,.c)", "p:nth-child(2n + 1)", "p:has(> .b)"],
)
def test_a_pseudo_class_is_never_judged(selector: str) -> None:
    assert cut(f"{selector}{{color:red}}", "p") == f"{selector}{{color:red}}"


def test_an_element_without_a_class_is_asked_for() -> None:
    rule = "p table:not([class]) + td:not(.b){color:red}"
    assert cut(rule, "p", "table", "td") == ""
    assert cut(rule, "p", "table", "table!", "td") == rule


def test_of_several_selectors_those_that_can_match_stay() -> None:
    assert cut(".a, .b , .c{color:red}", ".a", ".c") == ".a,.c{color:red}"


def test_conditions_stay_around_what_stays() -> None:
    text = "@media (min-width: 45em){.a{color:red}.b{top:0}}@media print{.b{top:0}}"
    assert cut(text, ".a") == "@media (min-width: 45em){.a{color:red}}"
    nested = "@supports (display: grid){@media print{.a{top:0}}}"
    assert cut(nested, ".a") == nested
    assert cut("@container (max-width: 20em){.a{top:0}}", ".a").startswith("@container")


def test_what_is_for_paper_can_be_left_out() -> None:
    parts = sheet.parsed("@media print{.a{top:0}}@page{margin:1cm}.a{left:0}")
    shown = sheet.chosen(parts, lambda one: True, printed=False)
    assert sheet.written(shown) == ".a{left:0}"
    assert "@page" in sheet.written(parts)


def test_a_custom_property_stays_where_something_uses_it() -> None:
    text = ":root{--one:var(--two);--two:red;--three:blue;--four:var(--four)}.a{color:var(--one)}"
    assert cut(text, ".a") == ":root{--one:var(--two);--two:red}.a{color:var(--one)}"
    assert cut(text) == ""
    parts = sheet.parsed(text)
    assert "--three" in sheet.written(parts, frozenset({"--three"}))


def test_keyframes_stay_where_something_moves() -> None:
    frames = "@keyframes turn{to{rotate:1turn}}"
    assert cut(f"{frames}.a{{animation:turn 1s}}", ".a") == f"{frames}.a{{animation:turn 1s}}"
    assert cut(f"{frames}.a{{color:red}}", ".a") == ".a{color:red}"


def test_values_are_as_written() -> None:
    rule = '.a{content:"a , b";background:url("data:image/svg+xml,<a b=\'1, 2\'>");--x: 1 , 2}'
    made = cut(f"{rule}.b{{left:var(--x)}}", ".a", ".b")
    assert 'content:"a , b"' in made
    assert "<a b='1, 2'>" in made
    assert cut(".a{color:red !important}", ".a") == ".a{color:red!important}"


def test_what_only_shows_under_a_finger_is_known() -> None:
    (rule,) = sheet.parsed(".a:hover,.a:focus-visible,.a,.a:first-child{top:0}")
    assert isinstance(rule, sheet.Rule)
    assert [one.acted for one in rule.selectors] == [True, True, False, False]


def test_a_first_picture_needs_no_movement() -> None:
    parts = sheet.parsed("@media screen{.a{transition:top 1s;top:0;cursor:pointer}.b{outline:0}}")
    assert sheet.written(sheet.painted(parts)) == "@media screen{.a{top:0}}"
