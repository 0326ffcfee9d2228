"""SOP data is untrusted: whatever an author types shows as typed, everywhere."""

import json
from pathlib import Path

import pytest
from tests.conftest import build_site, sample_project
from tests.site import crawl

HOSTILE = (
    "{{ 7*7 }} {% raw %} <script>alert(1)</script> [x](javascript:alert(1)) a|b *tebal* [[magnify]]"
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy of the data in which one SOP is hostile."""
    project = tmp_path_factory.mktemp("asing")
    sample_project(project)
    path = project / "sop_data/kota-wanasari/kartu-ak1.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    changed = []
    for line in lines:
        for key in ("nama: Penerbitan", "ringkasan:", "- berkas: KTP"):
            if line.startswith(key):
                head = line.split(":")[0]
                line = f"{head}: {json.dumps(HOSTILE)}"
        if line.startswith("  kegiatan: Mengisi daftar hadir"):
            line = f"  kegiatan: {json.dumps(HOSTILE)}"
        changed.append(line)
    path.write_text("\n".join(changed), encoding="utf-8")
    return build_site(project, project / "site")


def test_hostile_text_shows_as_typed_on_the_page(hostile_site: Path) -> None:
    page = crawl.read(hostile_site / "kota-wanasari/kartu-ak1/index.html")
    text = "".join(page.text)
    # Title, trail of the browser tab, summary, requirement and step.
    assert text.count(HOSTILE) >= 4
    assert not [link for _, link in page.links if link.startswith("javascript:")]


def test_hostile_text_never_becomes_an_element(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "<script>alert(1)" not in html, path
        assert "&lt;script&gt;" in html or "alert(1)" not in html, path


def test_hostile_text_shows_as_typed_in_the_json(hostile_site: Path) -> None:
    data = json.loads(
        (hostile_site / "api/v1/sop/kota-wanasari/kartu-ak1.json").read_text(encoding="utf-8")
    )
    assert data["nama"] == HOSTILE
    assert data["langkah"][2]["kegiatan"] == HOSTILE


def test_hostile_text_shows_as_typed_in_the_diagram(hostile_site: Path) -> None:
    picture = (hostile_site / "kota-wanasari/kartu-ak1/alur.svg").read_text(encoding="utf-8")
    shown = " ".join("".join(crawl.read_text(picture)).split())
    for part in (
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "a|b",
        "*tebal*",
    ):
        assert part.replace(" ", "") in shown.replace(" ", "")
    assert "<script" not in picture
    assert "<a" not in picture.replace("<animate", "")
