"""Generated files stand in their place before MkDocs copies any, and nobody holds their content."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from sop_terbuka.generator.placed import placed
from tests.conftest import ROOT


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "situs"))
    # Set by MkDocs while it calls a plugin.
    config.plugins._current_plugin = "sop-terbuka"
    return config


def test_what_is_made_is_written_once_and_left_there(config: MkDocsConfig) -> None:
    made: list[str] = []

    def make() -> Iterator[bytes]:
        made.append("api/v1/sop.json")
        yield b"["
        yield b"]\n"

    file = placed(config, "api/v1/sop.json", make)
    assert Path(config.site_dir, "api/v1/sop.json").read_bytes() == b"[]\n"
    file.copy_file()
    assert Path(config.site_dir, "api/v1/sop.json").read_bytes() == file.content_bytes == b"[]\n"
    assert made == ["api/v1/sop.json"]
    assert not [value for value in vars(file).values() if isinstance(value, bytes)]


def test_what_is_kept_elsewhere_is_copied_from_there(config: MkDocsConfig, tmp_path: Path) -> None:
    kept = tmp_path / "kertas.pdf"
    kept.write_bytes(b"%PDF-1.7")
    file = placed(config, "dinas-contoh/kartu/kertas.pdf", kept)
    place = Path(config.site_dir, "dinas-contoh/kartu/kertas.pdf")
    assert not place.exists()
    file.copy_file()
    assert place.read_bytes() == b"%PDF-1.7"


def test_a_name_that_begins_with_a_dot_is_published(config: MkDocsConfig) -> None:
    file = placed(config, ".htaccess", b"ErrorDocument 404 /404.html\n")
    assert file.inclusion.is_included()
    assert file.url == ".htaccess"
