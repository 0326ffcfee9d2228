"""Every paper of the site: official documents, checklists, blank forms; what each is made from."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ...data.catalog import Catalog
from ...data.model import Formulir, Sop
from ...data.plain import own
from ...data.tanggal import in_words
from ...meaning.layanan import Layanan
from . import official as document
from .ceklis import Ceklis, checklist
from .workshop import Job


@dataclass(frozen=True)
class Printing:
    """What a paper says about itself: the date of the data, and where its page is."""

    catalog: Catalog
    services: Mapping[str, Layanan]
    date: str
    site_url: str

    def jobs(self) -> Iterator[Job]:
        """Every paper of the site, none made yet."""
        for layanan in self.services.values():
            yield from self._official(layanan.sop)
            yield self._checklist(layanan)
        for form in self.catalog.formulir.values():
            yield from self._blank(form)

    def _official(self, sop: Sop) -> Iterator[Job]:
        address = f"{sop.id}/"
        version = " ".join(filter(None, (self._date_words, _short_hash(own(sop)))))
        for file in document.files(self.catalog, sop, version, self.site_url + address):
            yield Job(address + file.nama, file.key, file.make)

    def _checklist(self, layanan: Layanan) -> Job:
        address = f"{layanan.id}/"
        content = checklist(layanan, self.site_url + address, self._date_words)
        return Job(f"{address}ceklis.pdf", f"ceklis\0{content!r}", partial(_checklist, content))

    def _blank(self, form: Formulir) -> Iterator[Job]:
        # A blank paper says only what its own definition says; even its addressees stand there.
        key = "\0".join((_text(own(form)), self.site_url))
        for kind, make in (("pdf", _blank_pdf), ("docx", _blank_docx)):
            yield Job(
                f"formulir/{form.id}/{form.id}.{kind}",
                f"blanko.{kind}\0{key}",
                partial(make, self.catalog, form, self.site_url),
            )

    @property
    def _date_words(self) -> str:
        return in_words(self.date) if self.date else ""


# The writers of PDF and DOCX are loaded only when a paper is made: a warm build does without.


def _checklist(content: Ceklis) -> bytes:
    from .ceklis_pdf import write

    return write(content)


def _blank_pdf(catalog: Catalog, form: Formulir, site_url: str) -> bytes:
    from .forms.pdf import blank_pdf

    return blank_pdf(catalog, form, site_url)


def _blank_docx(catalog: Catalog, form: Formulir, site_url: str) -> bytes:
    from .forms.word import blank_docx

    return blank_docx(catalog, form, site_url)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _short_hash(value: object) -> str:
    return hashlib.sha256(_text(value).encode()).hexdigest()[:7]
