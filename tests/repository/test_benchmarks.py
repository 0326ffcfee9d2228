"""Every benchmark says how it is run, and asks the code for nothing that is no longer there."""

import ast
import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py"))
OURS = ("sop_terbuka", "tests")


def names(script: str) -> list[tuple[str, str]]:
    """What a script imports of ours: module and name."""
    tree = ast.parse((FOLDER / script).read_text(encoding="utf-8"))
    return [
        (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        if node.module.partition(".")[0] in OURS
        for alias in node.names
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_benchmark_says_how_it_is_run(script: str) -> None:
    said = ast.get_docstring(ast.parse((FOLDER / script).read_text(encoding="utf-8"))) or ""
    assert f"Run: .venv/bin/python benchmarks/{script}" in said or "\n\nCalled by " in said


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_a_benchmark_imports_is_there(script: str) -> None:
    for module, name in names(script):
        found = importlib.import_module(module)
        if not hasattr(found, name):
            importlib.import_module(f"{module}.{name}")


def test_the_imports_are_found() -> None:
    assert ("sop_terbuka.data.catalog", "load") in names("dokumen.py")
