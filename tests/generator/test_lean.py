"""A page loses the theme's empty lines and indentation, and nothing else."""

import pytest

from sop_terbuka.generator.lean import lean


def test_indentation_and_empty_lines_of_the_theme_go() -> None:
    page = "<body>\n  \n\n   <ul>\n    <li>\n\t\n  Beranda  lama\n\n    </li>\n  </ul>\n</body>"
    assert lean(page) == "<body>\n<ul>\n<li>\nBeranda  lama\n</li>\n</ul>\n</body>"


def test_words_stay_apart() -> None:
    assert lean("<b>Kota</b>\n\n   <i>Lama</i>") == "<b>Kota</b>\n<i>Lama</i>"


@pytest.mark.parametrize("element", ["article", "script", "style", "pre", "textarea"])
def test_what_keeps_its_spaces_is_as_written(element: str) -> None:
    kept = f'<{element} class="a">\n\n    dua\n\n      baris\n  </{element}>'
    assert lean(f"<p>\n\n {kept} \n </p>") == f"<p>\n{kept}\n</p>"


def test_an_article_within_the_content_ends_nothing() -> None:
    kept = "<article>\n\n<article>\n\n</article>\n\n  <p>\n\n</p></article>"
    assert lean(f"{kept}\n\n\n<footer>") == f"{kept}\n<footer>"
