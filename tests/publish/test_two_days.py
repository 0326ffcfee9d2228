"""One commit gives the same papers on any day: no clock is read where a paper is made."""

import datetime
from pathlib import Path

import pytest
import time_machine

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish import outputs
from sop_terbuka.publish.feeds import feed, kalender
from sop_terbuka.publish.papers.jobs import blank_papers
from sop_terbuka.publish.papers.workshop import Job
from sop_terbuka.revise.riwayat import Riwayat

SOP = "kota-wanasari/kartu-ak1"
FIRST = datetime.datetime(2026, 11, 29, 9, 30, tzinfo=datetime.UTC)
SECOND = datetime.datetime(2031, 3, 2, 22, 7, 41, tzinfo=datetime.UTC)


def _jobs(catalog: Catalog) -> dict[str, Job]:
    """A file of each kind: those of an SOP and of a form."""
    services = {SOP: all_layanan(catalog)[SOP]}
    made = [*outputs.jobs(services, "https://contoh.invalid/", "21 November 2026", {})]
    blank = next(iter(blank_papers(catalog, "")))
    form = [job for job in blank_papers(catalog, "") if job.owner == blank.owner]
    return {job.address: job for job in [*made, *form]}


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".svg", ".png", ".bpmn"])
def test_a_file_made_on_another_day_is_the_same(catalog: Catalog, ending: str) -> None:
    jobs = {at: job for at, job in _jobs(catalog).items() if Path(at).suffix == ending}
    assert jobs
    with time_machine.travel(FIRST):
        first = {address: job.make() for address, job in jobs.items()}
    with time_machine.travel(SECOND):
        second = {address: job.make() for address, job in jobs.items()}
    assert [address for address in first if first[address] != second[address]] == []


def test_what_machines_read_is_the_same_on_another_day(catalog: Catalog) -> None:
    found = []
    for day in (FIRST, SECOND):
        with time_machine.travel(day):
            found.append(feed.feeds(catalog, Riwayat()) | kalender.calendars(catalog))
    assert found[0] == found[1]
    assert set(found[0]) >= {"umpan.xml", "tinjauan.ics"}
