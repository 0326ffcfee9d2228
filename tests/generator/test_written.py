"""Macros in a hand-written page are checked before anything runs them."""

from sop_terbuka.generator.written import problems

MARKS = {
    "variable_start_string": "{{", "variable_end_string": "}}",
    "block_start_string": "{%", "block_end_string": "%}",
    "comment_start_string": "{##", "comment_end_string": "##}",
}  # fmt: skip
KNOWN = {"daftar_topik", "diagram", "range", "page"}


def told(text: str) -> list[str]:
    return [str(problem) for problem in problems(text, "docs/a.md", 5, KNOWN, MARKS)]


def test_known_names_and_names_of_the_page_itself_are_no_problem() -> None:
    assert (
        told('{{ daftar_topik() }} {% for n in range(3) %}{{ n }}{% endfor %} {#id} {{ "x" }}')
        == []
    )


def test_an_unknown_name_is_told_on_its_line_with_the_nearest_one() -> None:
    assert told("a\n{{ diagam('x') }}") == [
        'docs/a.md:6:1: "diagam" tidak dikenal di halaman. Maksud Anda "diagram"? [makro-salah]'
    ]


def test_without_a_near_one_all_are_listed() -> None:
    (problem,) = told("{{ zzz }}")
    assert "Yang ada: daftar_topik, diagram, page, range." in problem


def test_what_is_not_closed_is_told_on_its_line() -> None:
    (problem,) = told("a\n\n{{ daftar_topik( }}")
    assert problem.startswith("docs/a.md:7:1: ")
    assert "tidak ditutup" in problem
