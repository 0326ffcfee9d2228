"""Makes many documents at once: only those not kept yet, on every core, with a word on progress."""

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .cache import Cache
from .code import code_of

Report = Callable[[str], None]


@dataclass(frozen=True)
class Job:
    """A file of the site: who publishes it, its address, all that goes into it, how it is made.

    `maker` is the module that worked out what is in the key, so that its code need not be in it.
    Files with the same `batch` are made one after the other by one worker, which may keep what
    they share, such as one layout on two papers.
    """

    owner: str
    address: str
    key: str
    make: Callable[[], bytes]
    batch: str = ""
    maker: str = ""

    @property
    def whole_key(self) -> str:
        """All that goes into the file, and the code that makes it."""
        return f"{code_of(self.make, self.maker)}\0{self.key}"


def make_all(jobs: Sequence[Job], cache: Cache, report: Report) -> dict[str, Path]:
    """The kept file of every job, by address; made now where there is none."""
    missing = [job for job in jobs if not cache.has(job.whole_key)]
    if len(missing) > _FEW and "fork" in multiprocessing.get_all_start_methods():
        _in_parallel(missing, cache, report)
    return {job.address: cache.path(job.whole_key, job.make) for job in jobs}


# Fewer than this are made sooner than workers start.
_FEW = 3
_work: list[list[Job]] = []
_kept: list[Cache] = []


def _in_parallel(missing: Sequence[Job], cache: Cache, report: Report) -> None:
    batches: dict[str, list[Job]] = {}
    for job in missing:
        batches.setdefault(job.batch or job.address, []).append(job)
    # Forked workers share the catalogue as it is in memory; only the number of a batch is sent.
    _work[:], _kept[:] = batches.values(), [cache]
    context = multiprocessing.get_context("fork")
    report(f"Membuat {len(missing)} dokumen. Yang tidak berubah tidak dibuat lagi.")
    done = 0
    # What the build holds stays to its end; a worker looking through it for cycles again and again
    # would take a sixth of its time, and keep a copy of its own.
    with context.Pool(initializer=_settle) as pool:
        for made in pool.imap_unordered(_one, range(len(_work))):
            before, done = done, done + made
            if done // _OFTEN > before // _OFTEN or done == len(missing):
                report(f"Dokumen {done} dari {len(missing)}")
    _work.clear()


def _settle() -> None:
    gc.freeze()
    gc.set_threshold(_OBJECTS)


# So many new objects, of the half a million that one paper takes, before cycles are looked for.
_OBJECTS = 100_000
# So many files are made between two words on progress.
_OFTEN = 25


def _one(number: int) -> int:
    for job in _work[number]:
        _kept[0].path(job.whole_key, job.make)
    return len(_work[number])
