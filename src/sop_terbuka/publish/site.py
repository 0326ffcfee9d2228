"""The whole site as values: what a site generator needs to know, and nothing of the generator."""

import atexit
import datetime
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ..data.catalog import Catalog, load
from ..data.model import Sop
from ..data.problem import SopTerbukaError
from ..data.tanggal import in_words
from ..meaning import temuan
from ..meaning.layanan import Layanan, all_layanan
from ..meaning.temuan import Temuan
from ..revise import riwayat, usulan
from ..revise.kapan import file_dates
from ..revise.riwayat import Riwayat
from . import assets, hosting, offices, outputs
from .addresses import Content, one_each
from .drawing import diagram
from .drawing.files import PICTURE
from .feeds import feed, indeks, kalender, opendata, register, search, terbitan, tertaut
from .libur import known_holidays
from .pages import Page, Tools, pages
from .pages.forms import form_files
from .papers.cache import Cache
from .papers.jobs import blank_papers
from .papers.workshop import Job, Report, make_all
from .render import relative


class Made(NamedTuple):
    """A file that was slow to make: who publishes it, all that went into it, where it is kept."""

    owner: str
    key: str
    path: Path


@dataclass(frozen=True)
class Site:
    """One checked catalogue and everything published from it."""

    root: Path
    catalog: Catalog
    icon: Callable[[str], Markup]
    date: str = ""
    site_url: str = ""
    repo_url: str = ""
    report: Report = print
    with_books: bool = True

    @classmethod
    def load(
        cls,
        root: Path,
        *,
        icon: Callable[[str], Markup],
        date: str = "",
        site_url: str = "",
        repo_url: str = "",
        report: Report = print,
        with_books: bool = True,
    ) -> "Site":
        """Read `sop_data/` and `forms/` below the root; raises DataError with every problem.

        `date` is that of the data, such as 2026-11-21; papers carry it, so no clock is read.
        Whoever waits for each change does without the books of the offices.
        """
        # Data becomes hundreds of thousands of small objects that stay for the whole build; looking
        # for cycles among them again and again would take longer than reading them.
        gc.disable()
        try:
            catalog = load(root / "sop_data", root / "forms")
        finally:
            gc.enable()
        _settle()
        return cls(root, catalog, icon, date, site_url, repo_url, report, with_books)

    def edited(self) -> "Site":
        """This site with its data read anew; what takes long stays as it was."""
        made = Site.load(
            self.root, icon=self.icon, date=self.date, site_url=self.site_url,
            repo_url=self.repo_url, report=self.report, with_books=self.with_books,
        )  # fmt: skip
        kept = {"papers": self.papers, "findings": self.findings, "history": self.history}
        made.__dict__.update(kept)
        return made

    def pages(self) -> Iterator[Page]:
        """Every generated page."""
        return iter(self._pages)

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(pages(self.catalog, self.tools))

    def files(self) -> dict[str, Content]:
        """Every generated file that is not a page, by its address."""
        return one_each(self._files())

    def _files(self) -> Iterator[tuple[str, str, Content]]:
        made: dict[str, Mapping[str, Content]] = {
            "data terbuka": opendata.files(self.catalog, self.services, self.findings),
            "formulir": form_files(),
            "situs": assets.files(),
            "tertaut": {
                tertaut.CPSV_ADDRESS: lambda: (
                    tertaut.cpsv_ap(self.catalog, self.services.values(), self.site_url),
                )
            },
            "mesin": hosting.files(self.site_url),
            "logo": logos(self.catalog),
            "umpan": feed.feeds(self.catalog, self.history, self.site_url, self.repo_url),
            "kalender": kalender.calendars(self.catalog, self.site_url),
            "register": register.tables(self.catalog, self.findings),
            "tentang situs": {
                "api/v1/situs.json": opendata.situs(self.catalog, self.site_url, self.date)
            },
            "skema": terbitan.schemas()
            | {"api/v1/openapi.json": terbitan.openapi(self.catalog.situs.nama, self.site_url)},
        }
        for owner, files in made.items():
            yield from ((owner, address, content) for address, content in files.items())
        papers = self._documents | self._books
        yield from ((made.owner, address, made.path) for address, made in papers.items())

    @cached_property
    def services(self) -> Mapping[str, Layanan]:
        """The facts of every SOP, worked out once for all that is published."""
        return all_layanan(self.catalog)

    def jobs(self) -> Iterator[Job]:
        """Every paper and picture of the SOPs, forms and offices, none made yet."""
        words = in_words(self.date) if self.date else ""
        dates = {sop: in_words(day) for sop, day in self._days.items()}
        yield from outputs.jobs(self.services, self.site_url, words, dates)
        yield from blank_papers(self.catalog, self.site_url)
        yield from offices.pledges(self.catalog, self.site_url)

    @cached_property
    def _documents(self) -> dict[str, Made]:
        return self._made(self.jobs())

    @cached_property
    def _books(self) -> dict[str, Made]:
        if not self.with_books:
            return {}
        keys = {address: made.key for address, made in self._documents.items()}
        files = {address: made.path for address, made in self._documents.items()}
        return self._made(offices.books(self.catalog, keys, files, self.site_url, self._days))

    def _made(self, jobs: Iterable[Job]) -> dict[str, Made]:
        """What is made, by address; what goes into it is let go of once all is there."""
        listed = one_each((job.owner, job.address, job) for job in jobs)
        files = make_all(list(listed.values()), self.cache, self.report)
        return {at: Made(job.owner, job.whole_key, files[at]) for at, job in listed.items()}

    @cached_property
    def _days(self) -> dict[str, str]:
        """When each SOP's own files last changed: itself, its office, its laws."""
        # A paper is then made again when something on it changes, and not on every new day.
        known = file_dates(self.root)
        found: dict[str, str] = {}
        for sop in self.catalog.sop.values():
            laws = (f"peraturan/{item.peraturan}" for item in sop.dasar_hukum if item.peraturan)
            names = (f"sop_data/{name}.yml" for name in (sop.id, f"{sop.instansi}/instansi", *laws))
            if days := [known[name] for name in names if name in known]:
                found[sop.id] = max(days)
        return found

    @cached_property
    def papers(self) -> dict[str, Path]:
        """Every file that is slow to make, by its address: papers, pictures, books of papers."""
        return {at: made.path for at, made in (self._documents | self._books).items()}

    @cached_property
    def findings(self) -> list[Temuan]:
        """What is odd, missing or out of date in the SOPs, as of the date of the data."""
        # Without a date nothing can be too old; the first day is before every check.
        day = datetime.date.fromisoformat(self.date) if self.date else datetime.date.min
        return temuan.run(self.catalog, None, day)

    @cached_property
    def history(self) -> Riwayat:
        """What is news for people and when, from git or from a file made earlier."""
        return riwayat.load(self.root, self.root / ".cache" / "riwayat").for_people()

    def fingerprint(self, sop: Sop) -> str:
        """The fingerprint of an SOP's file, by which a proposal knows what it changes."""
        path = self.root / "sop_data" / f"{sop.id}.yml"
        return usulan.fingerprint(path.read_bytes()) if path.is_file() else ""

    @cached_property
    def cache(self) -> Cache:
        """What earlier builds have made."""
        return Cache(self.root / ".cache" / "dokumen")

    def search_files(self, written: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
        """The search by address, with the hand-written pages that the generator knows."""
        pages = [*self.pages(), *written]
        return indeks.files(search.content(self.catalog, self.services, pages))

    def count(self, what: str) -> int:
        """How many there are of something, for figures in hand-written pages."""
        sops = list(self.catalog.sop.values())
        counts = {
            "sop": len(sops),
            "layanan": sum(not sop.is_internal for sop in sops),
            "internal": sum(sop.is_internal for sop in sops),
            "instansi": len(self.catalog.instansi),
            "peraturan": len(self.catalog.peraturan),
            "istilah": len(self.catalog.istilah),
        }
        if what not in counts:
            raise SopTerbukaError(f'jumlah "{what}" tidak ada. Pilihan: {", ".join(counts)}.')
        return counts[what]

    def link(self, address: str, target: str) -> str:
        """The link from one address of the site to another."""
        return relative(address, target)

    @cached_property
    def tools(self) -> Tools:
        """What the pages ask of this build."""
        return Tools(
            icon=self.icon,
            services=self.services,
            site_url=self.site_url,
            date=self.date,
            repo_url=self.repo_url,
            flow_size=lambda sop: diagram.size(
                self.papers[f"{sop.id}/{PICTURE}"].read_text("utf-8")
            ),
            fingerprint=self.fingerprint,
            history=self.history,
            findings=self.findings,
            holidays=known_holidays(self.date),
            sizes={address: path.stat().st_size for address, path in self.papers.items()},
        )


@cache
def _settle() -> None:
    """Spare what the first reading left from looks for cycles.

    What comes later, while a server runs, is not spared: a site that was replaced is such a cycle,
    and would stay for ever.
    """
    gc.freeze()
    # At the end all goes, also what a drawing library counts and would call lost.
    atexit.register(gc.unfreeze)


def logos(catalog: Catalog) -> dict[str, bytes | Path]:
    """The logo of every office that has one, by its address."""
    named = {f"{office.id}/{office.logo}" for office in catalog.instansi.values() if office.logo}
    return {address: catalog.gambar[address] for address in sorted(named)}
