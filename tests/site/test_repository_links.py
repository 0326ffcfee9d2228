"""With a repository named, every service page opens its prefilled issue form."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.conftest import build_site
from tests.site import crawl


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("repositori") / "situs"
    # A known code host: the theme would show its stars.
    return build_site(project, target, SOP_REPO_URL="https://github.com/kami/sop")


@pytest.fixture(scope="module")
def linked(site: Path) -> list[dict[str, list[str]]]:
    page = crawl.read(site / "kota-wanasari/kartu-ak1/index.html")
    return [
        parse_qs(urlsplit(link).query)
        for _, link in page.links
        if link.startswith("https://github.com/kami/sop/issues/new?")
    ]


def test_the_page_opens_the_issue_form_filled_in(linked: list[dict[str, list[str]]]) -> None:
    assert [query["bagian"] for query in linked] == [["Halaman"]]
    assert {query["sop"][0] for query in linked} == {"kota-wanasari/kartu-ak1"}
    assert {query["template"][0] for query in linked} == {"koreksi-sop.yml"}


def test_the_theme_does_not_ask_the_host_about_the_repository(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    assert 'data-md-component="source"' not in html
    assert "github.com" not in html


def test_without_a_repository_there_is_no_such_link(built_site: Path) -> None:
    page = crawl.read(built_site / "kota-wanasari/kartu-ak1/index.html")
    assert not [link for _, link in page.links if "issues/new" in link]
