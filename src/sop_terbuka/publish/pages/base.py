"""What the pages need from whoever builds the site."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ...data.model import Formulir, Sop
from ...meaning.layanan import Layanan
from ...meaning.temuan import Temuan
from ...revise.riwayat import Riwayat
from ..libur import Libur


@dataclass(frozen=True)
class Unduhan:
    """A file offered on a page."""

    address: str
    nama: str
    jenis: str
    ukuran: int


@dataclass(frozen=True)
class Tools:
    """What the pages need from whoever builds the site.

    `services` are the facts of every SOP by its id, `icon` gives the SVG of a named icon,
    `date` is that of the data, `flow_size` width and height of an SOP's flowchart, `sizes` the
    bytes of every paper by its address, `fingerprint` that of an SOP's file, `history` what changed
    and when, `findings` what is odd in the SOPs, `holidays` the days on which offices are closed.
    """

    icon: Callable[[str], Markup]
    services: Mapping[str, Layanan] = field(default_factory=dict)
    site_url: str = ""
    date: str = ""
    repo_url: str = ""
    flow_size: Callable[[Sop], tuple[int, int]] = lambda sop: (0, 0)
    sizes: Mapping[str, int] = field(default_factory=dict)
    fingerprint: Callable[[Sop], str] = lambda sop: ""
    history: Riwayat = field(default_factory=Riwayat)
    findings: Sequence[Temuan] = ()
    holidays: Libur = field(default_factory=Libur)

    def form_documents(self, form: Formulir) -> tuple[Unduhan, ...]:
        """The blank papers of a form."""
        return tuple(
            Unduhan(address, f"{form.id}.{kind.lower()}", kind, self.sizes[address])
            for kind in ("PDF", "DOCX")
            if (address := f"formulir/{form.id}/{form.id}.{kind.lower()}") in self.sizes
        )
