"""What the page for developers says of rooms and benchmarks is what they say of themselves."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "tools/rooms.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_says_what_rooms_and_benchmarks_say(tool: ModuleType) -> None:
    written = tool.PAGE.read_text(encoding="utf-8")
    assert tool.page(written, ROOT) == written, "run python tools/rooms.py"


def test_every_room_is_on_the_page(tool: ModuleType) -> None:
    package = ROOT / "src/sop_terbuka"
    assert set(tool.ROOMS) == {path.parent.name for path in package.glob("*/__init__.py")}


def test_a_changed_docstring_makes_the_page_stale(tool: ModuleType, tmp_path: Path) -> None:
    for room in tool.ROOMS:
        folder = tmp_path / "src/sop_terbuka" / room
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text('"""Something new."""\n', encoding="utf-8")
    written = tool.PAGE.read_text(encoding="utf-8")
    assert tool.page(written, tmp_path) != written
    assert tool.page(written, tmp_path).count("Something new.") == len(tool.ROOMS)
