"""Icons named by the data come from the theme's own set and from nowhere else."""

from pathlib import Path

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.draft import read
from sop_terbuka.data.problem import SopTerbukaError, as_text
from sop_terbuka.generator.icons import icon
from sop_terbuka.publish.pages.service import ICONS

TOPIC = """topik:
  - id: usaha
    nama: mengurus usaha
    contoh: Kartu usaha
    ikon: {}
"""


def test_every_icon_of_the_topics_exists(catalog: Catalog) -> None:
    for topic in catalog.topik:
        assert icon(topic.ikon).startswith('<svg class="ik" aria-hidden="true"')


def test_the_icons_of_every_service_page_weigh_little() -> None:
    for name in ICONS.values():
        assert len(icon(name)) <= 450, name
        assert "xmlns" not in icon(name)


def test_an_unknown_icon_stops_the_build_with_a_sentence() -> None:
    with pytest.raises(SopTerbukaError, match='ikon "tidak-ada" tidak ada'):
        icon("tidak-ada")


def test_an_icon_cannot_be_a_path(tmp_path: Path) -> None:
    (tmp_path / "topik.yml").write_text(TOPIC.format("../../rahasia"), encoding="utf-8")
    _, problems = read(tmp_path)
    assert "topik 1, ikon" in as_text(problems)
    assert "[id-salah]" in as_text(problems)
