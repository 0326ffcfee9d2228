"""The blank papers of every form, none made yet, and what each is made from."""

import json
from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from ...data.catalog import Catalog
from ...data.model import Formulir
from ...data.plain import own
from .workshop import Job


def blank_papers(catalog: Catalog, site_url: str) -> Iterator[Job]:
    """The PDF and the DOCX of every form."""
    for form in catalog.formulir.values():
        # A blank paper says only what its own definition says; even its addressees stand there.
        definition = json.dumps(own(form), ensure_ascii=False, sort_keys=True)
        digest = sha256(definition.encode()).hexdigest()
        for kind, make in (("pdf", _blank_pdf), ("docx", _blank_docx)):
            yield Job(
                f"formulir {form.id}",
                f"formulir/{form.id}/{form.id}.{kind}",
                f"blanko.{kind}\0{digest}\0{site_url}",
                partial(make, catalog, form, site_url),
            )


# The writers of PDF and DOCX are loaded only when a paper is made: a warm build does without.


def _blank_pdf(catalog: Catalog, form: Formulir, site_url: str) -> bytes:
    from .forms.pdf import blank_pdf

    return blank_pdf(catalog, form, site_url)


def _blank_docx(catalog: Catalog, form: Formulir, site_url: str) -> bytes:
    from .forms.word import blank_docx

    return blank_docx(catalog, form, site_url)
