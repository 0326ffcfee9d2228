"""The author's own server shows an edited SOP at once: a page is made when somebody asks for it.

Called by plugin while `mkdocs serve` runs. Data that changed is read with all checks, then every
page is stale and made anew when asked for; papers, findings and other files follow with a whole
build, once nothing was edited for a while. What is more than an edit of SOPs is built whole.
"""

import logging
import posixpath
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from ..data.problem import SopTerbukaError
from ..data.remembered import Memory
from ..publish.pages import Page
from ..publish.site import Site
from .folder import finish_page

_log = logging.getLogger("mkdocs.sop_terbuka")
# MkDocs looks every half second, which is half of the wait.
_LOOK_EVERY = 0.1
# So long after the last edit everything is built, in seconds.
_QUIET = 10.0
_DATA = ("sop_data", "forms", "hooks")
State = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Built:
    """What the last whole build left, to make single pages with."""

    config: MkDocsConfig
    nav: Navigation
    env: Environment
    files: Files


class Plugin(Protocol):
    """What is asked of the plugin, and given to it."""

    site: Site
    pages: dict[str, Page]
    built: Built | None

    def renew(self, file: File) -> None:
        """Give a page the title and the contents that its data has now."""


@dataclass
class Quick:
    """Builds whole or only takes over the data, and makes stale pages."""

    plugin: Plugin
    server: LiveReloadServer
    root: Path
    whole: Callable[[], None]
    answer: Callable[..., Any]
    quiet: float = _QUIET
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _memory: Memory = field(default_factory=Memory)
    _stale: dict[str, File] = field(default_factory=dict)
    _timer: threading.Timer | None = None
    _seen: State = field(default_factory=dict)

    def start(self) -> None:
        """Take the places of the server's own builder and of its answers, and look for edits."""
        self._seen = self._state()
        self.server.builder = self.build
        # Private, but MkDocs has no other way in before a file is read; a test watches it.
        self.server._serve_request = self.serve  # type: ignore[method-assign]
        observer = PollingObserver(timeout=_LOOK_EVERY)
        for name in _DATA:
            if (self.root / name).is_dir():
                observer.schedule(_Told(self._ask), str(self.root / name), recursive=True)
        observer.start()

    def build(self) -> None:
        """What the server runs when something changed."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            now = self._state()
            if self._is_edit(now) and self._take_over():
                self._seen = now
                # A program that ends does not wait for it.
                self._timer = threading.Timer(self.quiet, self._ask)
                self._timer.daemon = True
                self._timer.start()
                return
            self._stale.clear()
            self._seen = now
            with self._memory.used():
                self.whole()

    def serve(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        """Answer a request, with the page made now where it is stale."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.endswith("/") and path.startswith(self.server.mount_path):
            below = posixpath.normpath(f"/{path[len(self.server.mount_path) :]}index.html")
            with self._lock:
                self._make(str(Path(self.server.root, below.lstrip("/"))))
        return self.answer(environ, start_response)

    def _is_edit(self, now: State) -> bool:
        """Whether nothing but the content of SOPs differs from what was built."""
        changed = {name for name, seen in now.items() if self._seen.get(name) != seen}
        known = {f"sop_data/{sop_id}.yml" for sop_id in self.plugin.site.catalog.sop}
        return bool(changed) and now.keys() == self._seen.keys() and changed <= known

    def _take_over(self) -> bool:
        """Read the data; false where it has problems, or more than single pages would change."""
        before = self.plugin.site
        try:
            with self._memory.used():
                site = before.edited()
        except SopTerbukaError:
            return False
        # A flow that is new has no picture yet.
        with_flow = [
            {key for key, sop in one.catalog.sop.items() if sop.langkah} for one in (before, site)
        ]
        fresh = {f"{page.address}index.md": page for page in site.pages()}
        if (
            self.plugin.built is None
            or fresh.keys() != self.plugin.pages.keys()
            or with_flow[0] != with_flow[1]
        ):
            return False
        self.plugin.site, self.plugin.pages = site, fresh
        for uri in fresh:
            if file := self.plugin.built.files.get_file_from_path(uri):
                self._stale[file.abs_dest_path] = file
        _log.info("Perubahan data tampil; dokumen dan temuan menyusul.")
        return True

    def _make(self, place: str) -> None:
        file, built = self._stale.pop(place, None), self.plugin.built
        if file is None or file.page is None or built is None:
            return
        self.plugin.renew(file)
        pages = built.files.documentation_pages()
        _build_page(file.page, built.config, pages, built.nav, built.env)
        finish_page(Path(place))

    def _ask(self) -> None:
        """Have the server build."""
        with self.server._rebuild_cond:
            self.server._want_rebuild = True
            self.server._rebuild_cond.notify_all()

    def _state(self) -> State:
        """Size and time of every file that a build reads, besides our own code."""
        return dict(self._files((*_DATA, "docs", "mkdocs.yml", "src")))

    def _files(self, tops: Iterable[str]) -> Iterable[tuple[str, tuple[int, int]]]:
        for top in tops:
            paths = [self.root / top, *(self.root / top).rglob("*")]
            for path in paths:
                if path.is_file() and path.suffix != ".pyc":
                    there = path.stat()
                    yield path.relative_to(self.root).as_posix(), (there.st_size, there.st_mtime_ns)


class _Told(FileSystemEventHandler):
    """Passes on that a file changed."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the watcher for every change."""
        if not event.is_directory and event.event_type not in ("opened", "closed_no_write"):
            self._tell()
