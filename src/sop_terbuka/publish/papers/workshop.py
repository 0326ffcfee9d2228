"""Makes many documents: only those not kept yet, with a word on progress.

One after the other: Typst works on every core by itself, and its threads do not survive a fork.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .cache import Cache
from .code import code_of

Report = Callable[[str], None]

# So many files are made between two words on progress.
_OFTEN = 25
# Fewer than this are made before anybody asks what takes so long.
_FEW = 3


@dataclass(frozen=True)
class Job:
    """A file of the site: who publishes it, its address, all that goes into it, how it is made.

    `maker` is the module that worked out what is in the key, so that its code need not be in it.
    """

    owner: str
    address: str
    key: str
    make: Callable[[], bytes]
    maker: str = ""

    @property
    def whole_key(self) -> str:
        """All that goes into the file, and the code that makes it."""
        return f"{code_of(self.make, self.maker)}\0{self.key}"


def make_all(jobs: Sequence[Job], cache: Cache, report: Report) -> dict[str, Path]:
    """The kept file of every job, by address; made now where there is none."""
    missing = [job for job in jobs if not cache.has(job.whole_key)]
    if len(missing) > _FEW:
        report(f"Membuat {len(missing)} dokumen. Yang tidak berubah tidak dibuat lagi.")
    for done, job in enumerate(missing, 1):
        cache.path(job.whole_key, job.make)
        if len(missing) > _FEW and (done % _OFTEN == 0 or done == len(missing)):
            report(f"Dokumen {done} dari {len(missing)}")
    return {job.address: cache.path(job.whole_key, job.make) for job in jobs}
