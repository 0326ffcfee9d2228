"""The engine belongs to no office: what it says of one is that office's data."""

import re

from tests.conftest import ROOT

OURS = re.compile(r"pekalongan|katingan|hampangen|dinperinaker", re.IGNORECASE)
ENGINE = [
    path
    for path in (ROOT / "src").rglob("*")
    if path.is_file() and path.suffix not in (".png", ".pyc", ".ttf")
]


def test_the_engine_names_none_of_our_offices() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in ENGINE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if OURS.search(line)
    ]
    assert len(ENGINE) > 200
    assert named == []
