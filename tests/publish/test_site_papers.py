"""What a site holds of its papers: where each is kept, and nothing of what went into it."""

import gc
from collections.abc import Sequence
from pathlib import Path

import pytest
from markupsafe import Markup

from sop_terbuka.publish.papers.workshop import Job
from sop_terbuka.publish.site import Site
from tests.builders import catalog as site_of
from tests.builders import sop


def test_what_goes_into_a_paper_is_let_go_of_once_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(jobs: Sequence[Job], *_: object) -> dict[str, Path]:
        return {job.address: tmp_path / job.key[:8] for job in jobs}

    monkeypatch.setattr("sop_terbuka.publish.site.make_all", kept)
    site = Site(tmp_path, site_of(sop(), sop("kota-contoh/dua")), lambda name: Markup())
    assert {job.address for job in site.jobs()} < site.papers.keys()
    assert "kota-contoh/buku-sop.pdf" in site.papers
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Job)]


def test_a_key_is_short_however_much_it_stands_for(tmp_path: Path) -> None:
    site = Site(tmp_path, site_of(sop()), lambda name: Markup())
    assert {job.address: len(job.key) for job in site.jobs() if len(job.key) > 150} == {}
