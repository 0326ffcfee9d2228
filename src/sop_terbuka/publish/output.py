"""A file published for every SOP, described whole: one value is all that a new one takes.

The links of the pages, the cache, the word of a revision on what changes along and the tests all
follow from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ..data.model import Sop
from ..meaning.layanan import Layanan

Content = TypeVar("Content")

# Where the page offers a file: to applicants, below the flow, to the office's own people, or only
# to the messages that its address is shared in.
Letak = Literal["pemohon", "alur", "petugas", "berbagi"]


@dataclass(frozen=True)
class Edition:
    """What a file says of itself: its page's full address, the date in words, the data's version.

    The address is only a path where that of the site is not known; the date may be empty.
    """

    alamat: str
    tanggal: str = ""
    versi: str = ""


def is_always_there(sop: Sop) -> bool:
    """For files that every SOP has."""
    return True


@dataclass(frozen=True)
class Output(Generic[Content]):
    """One kind of file, below the address of its SOP.

    Args:
        nama: the file's name.
        sebutan: what a revision calls it; files with the same one are named together.
        kunci: the keys of the SOP that it shows; a test compares them with its content.
        letak: where the page links to it.
        tautan: the words of that link; `{ukuran}` stands for the file's size.
        content: all that stands in it, as a value whose `repr` names everything.
        write: that value as bytes.
        ada: which SOPs have it.
        simpan: whether the link saves the file instead of showing it.
    """

    nama: str
    sebutan: str
    kunci: frozenset[str]
    letak: Letak
    tautan: str
    content: Callable[[Layanan, Edition], Content]
    write: Callable[[Content], bytes]
    ada: Callable[[Sop], bool] = is_always_there
    simpan: bool = False
