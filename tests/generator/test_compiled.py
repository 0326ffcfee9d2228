"""A template that was compiled once is not compiled again, unless something about it changed."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from sop_terbuka.generator.compiled import keep_compiled


def _environment(folder: Path, text: str = "Halo {{ nama }}", trim: bool = False) -> Environment:
    made = Environment(loader=DictLoader({"a.html": text}), autoescape=True, trim_blocks=trim)
    keep_compiled(made, folder)
    return made


def _says(made: Environment) -> str:
    return made.get_template("a.html").render(nama="<dunia>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the template was kept."""
    assert _says(_environment(tmp_path)) == "Halo &lt;dunia&gt;"
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled from here on."""
    names: list[str] = []
    compile_it = Environment.compile

    def note(self: Environment, source: str, name: str | None = None, *more: object) -> object:
        names.append(name or "")
        return compile_it(self, source, name, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", note)
    return names


def test_the_same_template_is_not_compiled_again(folder: Path, compiled: list[str]) -> None:
    assert _says(_environment(folder)) == "Halo &lt;dunia&gt;"
    assert compiled == []


def test_a_changed_template_is_compiled(folder: Path, compiled: list[str]) -> None:
    assert _says(_environment(folder, "Hai {{ nama }}")) == "Hai &lt;dunia&gt;"
    assert compiled == ["a.html"]


def test_other_settings_have_their_own_compiled_templates(
    folder: Path, compiled: list[str]
) -> None:
    assert _says(_environment(folder, trim=True)) == "Halo &lt;dunia&gt;"
    assert compiled == ["a.html"]
