"""How the tests of a command run it: in a folder of their own, with what it says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_terbuka.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return go
