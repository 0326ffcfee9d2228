"""The MkDocs plugin `sop-terbuka`: checked data in, generated pages and files out.

Called by MkDocs, event after event, in the order in which the methods stand here.
"""

import datetime
import errno
import logging
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from ..data.problem import DataError, Problem, as_text
from ..publish import assets, hosting
from ..publish.pages import Page
from ..publish.pages.missing import missing_page
from ..publish.render import environment
from ..publish.site import Site
from . import frame, written
from .compiled import keep_compiled
from .entries import contents, menu, meta
from .folder import offer_copy
from .icons import icon
from .lean import lean
from .links import Links
from .placed import placed
from .policy import with_policy
from .quick import Built, Quick
from .reading import in_language, readable
from .sealed import Seal, seal
from .serving import ADDRESSES, NOTHING, guarded, problem_page
from .sharing import with_card, with_data, with_new_address
from .style import Style
from .theme import dress
from .whole import Beside

_log = logging.getLogger("mkdocs.sop_terbuka")
# What the theme says, in English, at an address that does not exist.
_THEMES_404 = re.compile(r"<h1>404 - Not found</h1>")
_WORKER = re.compile(r'("search": "[^"]*?)assets/javascripts/workers/search\.[^"]*')
# What a site may have its own of, in place of the one that comes with the program.
_REPLACEABLE = frozenset({assets.ICON, hosting.ROBOTS, hosting.NETLIFY, hosting.APACHE})


class Settings(Config):
    """The plugin's own keys in mkdocs.yml: none, since a site describes itself in its data."""


class SopTerbuka(BasePlugin[Settings]):
    """One build of a site, from its data to its search index."""

    is_serving: bool = False
    may_skip: bool = False
    seal: Seal | None = None
    beside: Beside | None = None
    # The page in place of a site whose data cannot be used; empty where it can.
    wrong: bytes = b""
    built: Built | None = None
    nav: Navigation
    site: Site
    pages: dict[str, Page]
    # Hand-written pages: those that can be searched, and name and text of each by address.
    written: list[Page]
    sources: dict[str, tuple[str, str]]
    links: Links
    style: Style
    problems: list[Problem]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the author's own server."""
        self.is_serving = command == "serve"
        # What publishes a site goes on after building it.
        self.may_skip = command == "build"

    @event_priority(100)  # Before the macros plugin, which hands the site to its macros.
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the data; a build with problems stops here with all of them."""
        root = Path(config.config_file_path).parent
        self.wrong = b""
        if self.may_skip:
            self.seal = seal(root, config)
            if self.seal.fits(Path(config.site_dir)):
                _log.info("Tidak ada yang berubah sejak situs ini dibuat.")
                raise SystemExit(0)
        try:
            self.site = Site.load(
                root,
                icon=icon,
                date=_date_of_data(root),
                report=_log.info,
                # `mkdocs serve` puts its own address there, which no paper may carry.
                site_url="" if self.is_serving else config.site_url or "",
                repo_url=config.repo_url or "",
                with_books=not self.is_serving,
            )
        except DataError as error:
            if not self.is_serving:
                raise Abort(f"\n{error}") from None
            _log.error(f"\n{error}")
            return self._wait_for_data(error.problems, root, config)
        dress(config, self.site.catalog.situs)
        frame.stand_before(config)
        config.nav = menu(self.site)
        # MkDocs keeps a plugin from one build to the next.
        self.beside = None if self.is_serving else Beside(Path(config.site_dir))
        if self.beside is not None:
            config.site_dir = str(self.beside.begin())
        return config

    def _wait_for_data(
        self, problems: list[Problem], root: Path, config: MkDocsConfig
    ) -> MkDocsConfig:
        """Make ready for a site of one page, which says what is wrong."""
        self.wrong = problem_page(problems)
        self.site = Site(root, NOTHING, icon)
        config.nav = []
        config.theme.static_templates = set()
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build again when the data changes, not only when a page does."""
        root = Path(config.config_file_path).parent
        whole = guarded(server.builder, Path(config.site_dir))
        Quick(self, server, root, whole, server._serve_request).start()
        return server

    def on_nav(self, nav: Navigation, /, **_: object) -> Navigation:
        """Keep the menu, with which single pages are made later."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what single pages are made with, and what is compiled for them."""
        kept = Path(config.config_file_path).parent / ".cache" / "templat"
        keep_compiled(env, kept)
        keep_compiled(environment(), kept)
        # A build is over before a template could change; only the author's server looks each time.
        env.auto_reload = environment().auto_reload = self.is_serving
        self.built = Built(config, self.nav, env, files)
        published = {file.url.removesuffix("index.html") for file in files}
        published = {"" if url == "./" else url for url in published}
        self.links = Links(published | {assets.INDEX, "sitemap.xml", assets.COPY})
        return env

    def renew(self, file: File) -> None:
        """Give a page the title that its data has now; the rest comes when it is written."""
        assert file.page
        file.page.meta.update(meta(self.pages[file.src_uri]))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files; a hand-written file at one's place is a problem."""
        self.pages = {}
        self.written = []
        self.sources = {}
        self.problems = []
        if self.wrong:
            return Files([File.generated(config, at, content=self.wrong) for at in ADDRESSES])
        for page in self.site.pages():
            uri = f"{page.address}index.md"
            _refuse_collision(files, uri)
            self.pages[uri] = page
            files.append(File.generated(config, uri, content=""))
        for uri, path in assets.guides().items():
            # A site may have a guide of its own in its place.
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        for file in [file for file in files if frame.is_unused(file.src_uri)]:
            files.remove(file)
        ours = self.site.files()
        self.style = frame.style(config, ours)
        for address, content in ours.items():
            if address in _REPLACEABLE and files.get_file_from_path(address):
                continue
            _refuse_collision(files, address)
            files.append(placed(config, address, content))
        return files

    @event_priority(100)  # Before the macros plugin, which would answer with a traceback.
    def on_page_markdown(
        self, markdown: str, *, page: SitePage, config: MkDocsConfig, **_: object
    ) -> str:
        """Check a hand-written page's macros.

        Every page stays out of the theme's own index, which each visitor would load unasked.
        """
        page.meta["search"] = {"exclude": True}
        if ours := self.pages.get(page.file.src_uri):
            page.meta.update(meta(ours))
            return markdown
        text = page.file.content_string
        name = f"docs/{page.file.src_uri}"
        self.sources[_address(page)] = (name, text)
        self.problems += written.head_problems(page.meta, text, name)
        macros = config.plugins.get("macros")
        if not macros or not page.meta.get("render_macros"):
            return markdown
        known = {*macros.variables, *macros.macros, *macros.env.globals}
        line = text.count("\n", 0, max(0, text.rfind(markdown))) + 1
        found = list(written.problems(markdown, name, line, known, _marks(macros.env)))
        self.problems += found
        return "" if found else markdown

    def on_page_content(self, html: str, *, page: SitePage, **_: object) -> str:
        """Do to a hand-written page what the theme's script would; ours come when written."""
        if page.file.src_uri in self.pages:
            return html
        self.written.append(_as_page(page))
        return frame.as_theme_would(html, written.language(page.meta))

    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Put our HTML in place of the empty Markdown, which never sees the data."""
        ours = self.pages.get(page.file.src_uri)
        if ours is not None:
            page.content, page.toc = str(ours.html()), contents(ours)
        if frame.needs_themes_script(config, page.content or ""):
            page.meta[frame.THEMES_SCRIPT] = True
            self.style.take(frame.themes_words())
        address = _address(page)
        if address in self.sources and frame.lacks_mermaid(config, page.content or ""):
            name, text = self.sources[address]
            self.problems.append(written.undrawn(text, name))
        self.links.add(address, page.content or "")
        return context

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Finish a page: the search dialog and the policy."""
        # Written now; a large site would otherwise hold every page's HTML to the end.
        page.content, page.toc = "", TableOfContents([])
        address = _address(page)
        ours = self.pages.get(page.file.src_uri) or _as_page(page)
        root = self.site.site_url
        url = root + address if root else ""
        card = with_card(output, ours.title, ours.description, url, self._picture(ours))
        moved = self.site.link(address, ours.moved_to) if ours.moved_to else ""
        told = with_new_address(with_data(card, ours.data), moved)
        return self._finished(in_language(told, written.language(page.meta)), address)

    def _picture(self, page: Page) -> str:
        """The full address of the page's card; messages cannot show one without a host."""
        known = page.picture and page.picture in self.site.papers
        return self.site.site_url + page.picture if self.site.site_url and known else ""

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The page for addresses that do not exist is made apart from the others."""
        if not template_name.endswith(".html"):
            return output_content
        if template_name == "404.html":
            content = str(missing_page(self.site.catalog, self.site.tools))
            output_content = _THEMES_404.sub(lambda _: content, output_content)
        return self._finished(output_content, template_name)

    def _finished(self, html: str, address: str) -> str:
        """Drop empty lines, mend what the theme leaves out, put in worker, style and policy."""
        mended = readable(lean(html))
        html, first = self.style.dressed(_WORKER.sub(rf"\1{assets.WORKER}", mended))
        html, unknown = with_policy(html, first)
        name, _ = self.sources.get(address, (f"halaman {address}", ""))
        for script in unknown:
            said = f'skrip "{" ".join(script.split())[:40]}" tidak dikenal. Hapus, atau tulis '
            said += "sebagai berkas di docs/ dan sebut di extra_javascript."
            self.problems.append(Problem(name, 1, 1, "", said, "skrip-asing"))
        return html

    def refuse(self, page: SitePage, macro: str, said: str) -> None:
        """Take note of a macro that cannot be run, at its place in the page."""
        name, text = self.sources[_address(page)]
        # The word that is wrong stands in quotes in the message and, as an argument, in the page.
        quoted = re.search(r'"([^"]+)"', said)
        at = text.find(quoted[1]) if quoted else -1
        at = at if at >= 0 else max(0, text.find(f"{macro}("))
        column = at - text.rfind("\n", 0, at)
        line = text.count("\n", 0, at) + 1
        self.problems.append(Problem(name, line, column, macro, said, "makro-salah"))

    def _write_index(self, *, config: MkDocsConfig) -> None:
        """Write what can be searched; a build with a dead link or a wrong macro ends here."""
        if self.wrong:
            return
        found = [*self.problems, *self.links.problems(self.sources)]
        if found and self.is_serving:
            # The author is looking at the page and mends it there.
            _log.error(as_text(found))
        elif found:
            raise Abort(f"\n{as_text(found)}")
        for address, content in self.site.search_files(self.written):
            path = Path(config.site_dir) / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def _write_style(self, *, config: MkDocsConfig) -> None:
        """Write the style sheets of what was published, or of all that may still be written."""
        if self.wrong:
            return
        for address, text in self.style.css(whole=self.is_serving).items():
            (Path(config.site_dir) / address).write_text(text, encoding="utf-8")

    @event_priority(-90)  # After every plugin that still writes something.
    def _write_copy(self, *, config: MkDocsConfig) -> None:
        """Write the copy that opens from a folder."""
        # The author's own server shows each edit at once; the copy would take longer than that.
        offer_copy(Path(config.site_dir), self.site.date, is_made=not self.is_serving)

    @event_priority(-100)
    def _swap(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the earlier one."""
        if self.beside is None or (config.strict and _has_warned()):
            return  # A strict build with warnings fails after this; the earlier site stays.
        self.beside.finish()
        config.site_dir = str(self.beside.final)
        if self.seal is not None:
            self.seal.put(self.beside.final)
        _log.info(f"Situs selesai: {self.beside.final.name}/")

    on_post_build = CombinedEvent(_write_index, _write_style, _write_copy, _swap)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the earlier site as it is, and say in a sentence what a machine cannot do."""
        if self.beside is not None:
            self.beside.drop()
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Abort("\nDisk penuh, situs tidak jadi dibuat. Kosongkan ruang, lalu ulangi.")


def _has_warned() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


def _date_of_data(root: Path) -> str:
    """The date of the last commit, so that two builds of one commit give the same bytes."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        asked = ["git", "log", "-1", "--format=%ct"]
        done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
        seconds = done.stdout.strip()
    if not seconds:
        return ""
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date().isoformat()


def _refuse_collision(files: Files, uri: str) -> None:
    if files.get_file_from_path(uri) is not None:
        raise Abort(
            f"\ndocs/{uri}: halaman ini dibuat dari data, jadi tidak boleh ditulis tangan. "
            "Hapus atau pindahkan berkas itu. [halaman-bentrok]"
        )


def _marks(environment: Any) -> dict[str, str]:
    # The macros plugin may use other marks than Jinja's own.
    names = ("variable", "block", "comment")
    return {
        key: getattr(environment, key)
        for name in names
        for key in (f"{name}_start_string", f"{name}_end_string")
    }


def _address(page: SitePage) -> str:
    return "" if page.url == "./" else page.url.removesuffix("index.html")


def _as_page(page: SitePage) -> Page:
    address = _address(page)
    description = str(page.meta.get("description", ""))
    return Page(address, str(page.title or ""), description, lambda: Markup(""))
