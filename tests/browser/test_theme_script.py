"""What an author uses of the theme works, on the pages where it is used."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.hemat import Sent, serve_packed
from tests.conftest import build_site
from tests.site.test_starter_site import failed_build, start

from sop_terbuka.publish import assets

pytestmark = pytest.mark.browser

EXTENSIONS = """markdown_extensions:
  - admonition
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
FEATURES = (
    "name: material\n  features: "
    "[navigation.tabs, content.code.copy, content.code.annotate, content.tabs.link]"
)
PAGE = """---
title: Guide for vendors
bahasa: en
---

# Guide for vendors

=== "Market"

    Open at **six**.

=== "Street"

    Open at **seven**.

!!! tip "Come early"

    The queue is short then.

``` yaml
hours: 6 # (1)!
```

1.  On Fridays at five.

## Times

| Day | Hours |
|---|---|
| Monday | 6 |
"""
DRAWN = "---\ntitle: Alur\n---\n\n# Alur\n\n```mermaid\ngraph LR; a --> b\n```\n"
# Answers as Mermaid does: with a picture that brings its own style.
MERMAID = """
globalThis.mermaid = {
  initialize() {},
  async render(id, text) {
    const style = "<style>rect{height:77px}svg{height:123px;display:block}</style>";
    return { svg: `<svg id="${id}" data-text="${text}">${style}<rect width="50"/></svg>` };
  },
};
"""


def adopt(folder: Path) -> Path:
    """A new site whose author switches on what the theme offers."""
    site = start(folder)
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    for old, new in (("markdown_extensions:\n", EXTENSIONS), ("name: material", FEATURES)):
        assert text.count(old) == 1
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")
    (site / "docs" / "pedagang.md").write_text(PAGE, encoding="utf-8")
    (site / "docs" / "alur.md").write_text(DRAWN, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    site = adopt(tmp_path_factory.mktemp("pemakai") / "situs")
    (site / "docs" / "js").mkdir()
    (site / "docs" / "js" / "mermaid.min.js").write_text(MERMAID, encoding="utf-8")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra_javascript: [js/mermaid.min.js]\n")
    with serve_packed(build_site(site, site / "site")) as sent:
        yield sent


def visit(context: BrowserContext, host: Sent, address: str) -> tuple[Page, list[str]]:
    """A page as it is once all is loaded, and what it complained of."""
    said: list[str] = []
    host.clear()
    page = context.new_page()
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(host.address + address, wait_until="networkidle")
    return page, said


def has_themes_script(host: Sent) -> bool:
    return any("javascripts/bundle." in name for name in host.sizes)


def test_tabs_code_and_notes_of_a_written_page_work(context: BrowserContext, host: Sent) -> None:
    page, said = visit(context, host, "pedagang/")
    assert has_themes_script(host)
    assert assets.SCRIPT in host.sizes
    assert assets.FRAME_SCRIPT not in host.sizes
    expect(page.get_by_text("Open at six.")).to_be_visible()
    expect(page.get_by_text("Open at seven.")).to_be_hidden()
    page.locator(".tabbed-labels").get_by_text("Street").click()
    expect(page.get_by_text("Open at seven.")).to_be_visible()
    expect(page.get_by_text("Open at six.")).to_be_hidden()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".highlight button.md-code__button").first.click()
    expect(page.locator(".md-dialog--active")).to_be_visible()
    assert "hours: 6" in page.evaluate("navigator.clipboard.readText()")
    expect(page.locator(".highlight .md-annotation")).to_have_count(1)
    note = page.locator(".admonition.tip")
    border = note.evaluate("(one) => getComputedStyle(one).borderLeftColor")
    assert border == "rgb(0, 191, 165)"
    icon = note.locator(".admonition-title").evaluate(
        "(one) => getComputedStyle(one, '::before').maskImage"
    )
    assert icon.startswith("url(")
    assert said == []


def test_a_page_in_english_says_so_and_the_frame_around_it_does_not(
    context: BrowserContext, host: Sent
) -> None:
    page, _ = visit(context, host, "pedagang/")
    english = page.locator("[lang=en]").evaluate_all("all => all.map((one) => one.tagName)")
    assert english == ["TITLE", "DIV", "UL", "ARTICLE"]
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.get_by_role("group", name="Table").count() == 1


def test_a_diagram_is_drawn_with_its_style(context: BrowserContext, host: Sent) -> None:
    page, said = visit(context, host, "alur/")
    assert "js/mermaid.min.js" in host.sizes
    drawn = page.locator("div.mermaid")
    expect(drawn).to_have_css("height", "123px")
    assert said == []


@pytest.mark.parametrize("address", ["", "kota-contoh/", "topik/"])
def test_other_pages_load_neither_the_themes_script_nor_the_drawing_one(
    context: BrowserContext, host: Sent, address: str
) -> None:
    _, said = visit(context, host, address)
    assert not has_themes_script(host)
    assert "js/mermaid.min.js" not in host.sizes
    assert said == []


def test_what_is_wrong_in_a_head_or_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    site = adopt(tmp_path / "situs")
    page = site / "docs" / "pedagang.md"
    page.write_text(PAGE.replace("bahasa: en", "bahasa: Inggris"), encoding="utf-8")
    said = [line for line in failed_build(site).splitlines() if line.startswith("docs/")]
    assert len(said) == 2
    assert said[0].startswith("docs/alur.md:7:1: diagram Mermaid digambar oleh skripnya")
    assert said[0].endswith("sebut di extra_javascript. [mermaid-tanpa-skrip]")
    assert said[1].startswith('docs/pedagang.md:3:1: bahasa: "Inggris" bukan kode bahasa.')
    assert said[1].endswith("[bahasa-salah]")
