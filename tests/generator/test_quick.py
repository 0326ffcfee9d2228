"""An edited SOP is seen on the author's server before papers and findings are made anew."""

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from sop_terbuka.generator.quick import Quick
from sop_terbuka.generator.whole import Beside
from tests.generator.proyek import small_project

SOP = "sop_data/dinas-contoh/kartu-usaha.yml"
PAGE = "/dinas-contoh/kartu-usaha/"


class Server:
    """The author's server without a socket: what it builds and answers."""

    def __init__(self, root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.wholes = root, 0
        self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        self.plugin: Any = self.config.plugins["sop-terbuka"]
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.live = LiveReloadServer(self.whole, "127.0.0.1", 0, str(site))
        monkeypatch.setattr("sop_terbuka.generator.quick.PollingObserver", _NoObserver)
        self.whole()
        self.quick = Quick(
            self.plugin, self.live, root, self.whole, self.live._serve_request, quiet=3600
        )
        self.quick.start()
        self.wholes = 0

    def whole(self) -> None:
        """A whole build."""
        self.wholes += 1
        build(self.config, serve_url="http://127.0.0.1/")

    def edit(self, name: str, old: str, new: str) -> None:
        """Save a file and let the server build."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.live.builder()

    def page(self, address: str = PAGE) -> str:
        """What a browser is shown."""
        answer: Callable[..., Any] = self.live._serve_request
        environ = {"PATH_INFO": address, "REQUEST_METHOD": "GET"}
        with closing(answer(environ, lambda status, headers: None)) as parts:
            return b"".join(parts).decode()


class _NoObserver:
    def __init__(self, timeout: float) -> None: ...

    def schedule(self, handler: object, path: str, recursive: bool) -> None: ...

    def start(self) -> None: ...


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of a small site that was built once."""
    folder = small_project(tmp_path / "proyek")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = Server(folder, tmp_path / "situs", monkeypatch)
    yield made
    made.live.server_close()


def test_an_edited_sop_is_shown_without_a_whole_build(server: Server) -> None:
    server.edit(SOP, "nama: Kartu usaha kecil", "nama: Kartu usaha mikro")
    assert "Kartu usaha mikro</h1>" in server.page()
    assert "<title>Kartu usaha mikro, " in server.page()
    # Lists that name it, too.
    assert "Kartu usaha mikro" in server.page("/dinas-contoh/")
    assert server.wholes == 0


def test_a_page_keeps_its_contents_and_html_only_on_disk(server: Server) -> None:
    server.edit(SOP, "nama: Kartu usaha kecil", "nama: Kartu usaha mikro")
    (first, *_) = server.plugin.pages[f"{PAGE[1:]}index.md"].headings
    assert f'<a href="#{first.id}" class="md-nav__link"' in server.page()
    ours = [file for file in server.plugin.built.files if file.src_uri in server.plugin.pages]
    assert ours
    assert [file for file in ours if file.page.content or list(file.page.toc)] == []
    assert [file for file in ours if file.content_bytes] == []


def test_a_page_is_made_only_when_asked_for_and_only_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    renew = server.plugin.renew
    monkeypatch.setattr(
        server.plugin, "renew", lambda file: (made.append(file.src_uri), renew(file))[1]
    )
    server.edit(SOP, "nama: Kartu usaha kecil", "nama: Kartu usaha mikro")
    assert made == []
    server.page()
    server.page()
    assert made == ["dinas-contoh/kartu-usaha/index.md"]


def test_problems_new_files_and_other_edits_build_everything(server: Server) -> None:
    server.edit(SOP, "wajib: ya", "wajib: Ya")
    assert server.wholes == 1
    assert "masalah pada data" in server.page("/")
    server.edit(SOP, "wajib: Ya", "wajib: ya")
    assert server.wholes == 2
    server.edit("docs/index.md", "Halaman", "Depan")
    assert server.wholes == 3
    assert "Depan" in server.page("/")
    (server.root / "docs" / "baru.md").write_text("# Baru\n", encoding="utf-8")
    server.live.builder()
    assert server.wholes == 4


def test_everything_is_built_when_nothing_was_edited_for_a_while(server: Server) -> None:
    server.edit(SOP, "nama: Kartu usaha kecil", "nama: Kartu usaha mikro")
    server.quick._ask()
    assert server.live._want_rebuild
    server.live.builder()
    assert server.wholes == 1
    assert "Kartu usaha mikro</h1>" in server.page()


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_was_replaced_is_let_go(server: Server, is_whole: bool) -> None:
    replaced = []
    for number in range(3):
        replaced.append(weakref.ref(server.plugin.site))
        server.edit(SOP, "nama: Kartu", f"nama: Kartu {number}")
        if is_whole:
            server.edit("docs/index.md", "Halaman", f"Halaman {number}")
        assert f"Kartu {number}" in server.page()
    gc.collect()
    # A hundred edits would otherwise hold a hundred sites. Pages hold that of the last whole build.
    assert [site() for site in replaced[1:]] == [None] * 2


def test_a_server_does_not_put_the_site_of_an_earlier_build_in_its_place(
    server: Server, tmp_path: Path
) -> None:
    # MkDocs keeps a plugin from one build to the next, with all that it remembers.
    server.plugin.beside = Beside(tmp_path / "terdahulu")
    server.whole()
    assert server.plugin.beside is None
    assert not (tmp_path / "terdahulu").exists()
