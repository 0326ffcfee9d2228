"""Every paper of the site: official documents, checklists, blank forms; what each is made from."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ...data.catalog import Catalog
from ...data.model import Formulir, Sop
from ...data.tanggal import in_words
from ..feeds.opendata import own, whole
from . import official as document
from .workshop import Job


@dataclass(frozen=True)
class Printing:
    """What a paper says about itself: the date of the data, and where its page is."""

    catalog: Catalog
    date: str
    site_url: str

    def jobs(self) -> Iterator[Job]:
        """Every paper of the site, none made yet."""
        for sop in self.catalog.sop.values():
            yield from self._official(sop)
            yield self._checklist(sop)
        for form in self.catalog.formulir.values():
            yield from self._blank(form)

    def _official(self, sop: Sop) -> Iterator[Job]:
        address = f"{sop.id}/"
        version = " ".join(filter(None, (self._date_words, _short_hash(own(sop)))))
        for file in document.files(self.catalog, sop, version, self.site_url + address):
            yield Job(address + file.nama, file.key, file.make)

    def _checklist(self, sop: Sop) -> Job:
        address = f"{sop.id}/"
        return Job(
            f"{address}ceklis.pdf",
            "\0".join(
                [
                    "ceklis",
                    _text(whole(self.catalog, sop)),
                    self._office(sop),
                    self._forms(sop),
                    self._laws(sop),
                    self.date,
                    self.site_url,
                ]
            ),
            partial(_checklist, self.catalog, sop, self.site_url + address, self._date_words),
        )

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

    def _office(self, sop: Sop) -> str:
        return _text(own(self.catalog.instansi[sop.instansi]))

    def _forms(self, sop: Sop) -> str:
        return _text([self.catalog.formulir[form].judul for form in sop.formulir])

    def _laws(self, sop: Sop) -> str:
        named = {basis.peraturan for item in sop.persyaratan for basis in item.dasar}
        return _text([own(self.catalog.peraturan[law]) for law in sorted(filter(None, named))])


# The writers of PDF and DOCX are loaded only when a paper is made: a warm build does without.


def _checklist(catalog: Catalog, sop: Sop, address: str, date: str) -> bytes:
    from .ceklis import checklist_pdf

    return checklist_pdf(catalog, sop, address, date)


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
