"""How the search takes texts apart into words."""

import pytest

from sop_terbuka.publish.feeds.kata import SAME, STOP, tokens, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AK1", ["ak", "1"]),
        ("AK-1 / AK.1", ["ak", "1", "ak", "1"]),
        ("No. Telp", ["nomor", "telepon"]),
        ("Café ½", ["cafe", "1", "2"]),
    ],
)
def test_letters_and_digits_are_apart_and_spellings_one(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_words_of_every_sentence_do_not_count_and_denials_do() -> None:
    assert words("bagaimana cara bikin paspor yang belum jadi") == ["paspor", "tidak", "jadi"]


def test_no_word_has_two_meanings() -> None:
    others = [word for line in SAME for word in line.split()]
    assert len(others) == len(set(others))
    assert not set(others) & set(STOP.split())
