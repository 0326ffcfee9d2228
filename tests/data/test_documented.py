"""Every rule has a bad example and words that an author understands."""

import re
from pathlib import Path

import pytest

from sop_terbuka.data.rules import ATURAN, Aturan

EXAMPLES = Path(__file__).parents[1] / "examples"
LINE = re.compile(r"^(?P<where>\S.*?:\d+:\d+): (?P<pesan>.+) \[(?P<aturan>[a-z0-9-]+)\]$")
COUNT = re.compile(r"^\d+ masalah di \d+ berkas\. Penjelasan tiap aturan: \S+ di situs\.$")
# Words that only a programmer knows.
PYTHON = re.compile(
    r"Traceback|NoneType|None\b|<class|pydantic|\bstr\b|\bint\b|\bdict\b|\blist\b|Error|errno"
    r"|\[(?:Node|'|\")|\b(?:should|must|input|valid|expected|found|character)\b"
)
REPORTED = sorted(
    {
        line
        for path in EXAMPLES.glob("**/masalah.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not COUNT.match(line)
    }
)


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert {path.name for path in (EXAMPLES / "buruk").iterdir()} == set(ATURAN)


@pytest.mark.parametrize("rule_id", ATURAN)
def test_every_example_of_a_rule_shows_a_breach_of_it(rule_id: str) -> None:
    outputs = [
        path.read_text(encoding="utf-8")
        for path in (EXAMPLES / "buruk" / rule_id).glob("**/masalah.txt")
    ]

    assert outputs
    assert all(f" [{rule_id}]\n" in output for output in outputs)


@pytest.mark.parametrize("line", REPORTED)
def test_a_problem_is_a_sentence_for_an_author(line: str) -> None:
    match = LINE.match(line)
    assert match
    assert match["aturan"] in ATURAN
    # A message may end with a question: Maksud Anda "x"?
    assert match["pesan"].endswith((".", "?"))
    own_words = re.sub('"[^"]*"', "", match["pesan"])
    assert not PYTHON.search(own_words)
    assert "  " not in match["pesan"]


@pytest.mark.parametrize("aturan", ATURAN.values(), ids=lambda aturan: aturan.id)
def test_a_rule_is_explained_in_whole_sentences(aturan: Aturan) -> None:
    words = (aturan.judul, aturan.alasan)
    for sentence in words:
        assert sentence.endswith(".")
        # A rule may begin with the key that it is about: resmi: ya ...
        assert re.match(r"[A-Z]|[a-z_]+: ", sentence)
        assert not PYTHON.search(sentence)
