"""The whole site as values: what a site generator needs to know, and nothing of the generator."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from . import diagram, opendata
from .cache import Cache
from .catalog import Catalog, load
from .model import Sop
from .page import Page, Tools, pages
from .page.render import relative
from .problem import SopTerbukaError


@dataclass(frozen=True)
class Site:
    """One checked catalogue and everything published from it."""

    catalog: Catalog
    cache: Cache
    icon: Callable[[str], Markup]
    site_url: str = ""
    repo_url: str = ""
    offline: bool = False

    @classmethod
    def load(
        cls,
        root: Path,
        *,
        icon: Callable[[str], Markup],
        site_url: str = "",
        repo_url: str = "",
        offline: bool = False,
    ) -> "Site":
        """Read `sop_data/` and `forms/` below the root; raises DataError with every problem."""
        catalog = load(root / "sop_data", root / "forms")
        return cls(catalog, Cache(root / ".cache" / "dokumen"), icon, site_url, repo_url, offline)

    def pages(self) -> Iterator[Page]:
        """Every generated page."""
        return pages(self.catalog, self.tools)

    def files(self) -> dict[str, bytes | Path]:
        """Every generated file that is not a page, by its address: its bytes, or where they are."""
        found: dict[str, bytes | Path] = {
            address: make() for address, make in opendata.files(self.catalog).items()
        }
        for sop in self.catalog.sop.values():
            text = diagram.script(sop)
            if text:
                found[f"{sop.id}/alur.mmd"] = text.encode("utf-8")
                found[f"{sop.id}/alur.svg"] = self.picture(sop)
        return found

    def picture(self, sop: Sop) -> Path:
        """The file with the SVG of an SOP's flowchart."""
        text = diagram.script(sop)
        return self.cache.path("alur-svg", text, lambda: diagram.picture(text))

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
        return relative(address, target, self.offline)

    @cached_property
    def tools(self) -> Tools:
        """What the pages ask of this build."""
        return Tools(
            icon=self.icon,
            site_url=self.site_url,
            offline=self.offline,
            repo_url=self.repo_url,
            flow_size=lambda sop: diagram.size(self.picture(sop).read_text("utf-8")),
        )
