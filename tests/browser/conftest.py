"""A real Chromium on the built site, served below a path as on a project host."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.forms import Server, serve

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def chromium_path() -> str:
    """Where the system's Chromium is; a missing one is a failure that says what to do."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    assert found, "Chromium belum terpasang: apt-get install chromium (make test melakukannya)."
    return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing: pytest shows what matters."""


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address of the site's home page."""
    handler = functools.partial(_Quiet, directory=str(built_site.parent.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/sub/jalur/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium_path())
        yield made
        made.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile at the size of a cheap phone."""
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, site_address: str) -> Iterator[Page]:
    """A page that fails its test on any script error, policy breach or request elsewhere."""
    troubles: list[str] = []
    made = context.new_page()
    watch(made, site_address, troubles)
    yield made
    assert troubles == []


@pytest.fixture
def own_site(built_site: Path, tmp_path: Path) -> Iterator[Server]:
    """A copy of the site on a server that can be switched off; its address is the home page's."""
    folder = tmp_path / "situs"
    shutil.copytree(built_site, folder / "sub" / "jalur")
    with serve(folder) as server:
        yield replace(server, address=f"{server.address}sub/jalur/")


def watch(page: Page, site_address: str, troubles: list[str]) -> None:
    """Note every script error, console error and request to another host."""
    host = urlsplit(site_address).netloc
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda request: (
            troubles.append(f"request: {request.url}")
            if urlsplit(request.url).scheme in ("http", "https")
            and urlsplit(request.url).netloc != host
            else None
        ),
    )
