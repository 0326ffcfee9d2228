"""The search across all sites: words in small files by their first two letters, results in blocks.

A query loads the files of its words and the blocks of its first results, whatever the number of
sites. What the pages' script does with them stands in `gabungan.mjs`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from .susun import Dinas, Gabungan, Kelompok

BLOCK = 40
# Too common to tell anything; the script leaves them out of a query as well.
IGNORED = frozenset({
    "ada", "agar", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ini", "itu", "ke",
    "oleh", "pada", "para", "sampai", "secara", "serta", "untuk", "yang",
})  # fmt: skip
_SHORTEST = 2
_WORD = re.compile("[a-z0-9]+")


def words(text: str) -> list[str]:
    """The words of a text as they are searched: small plain letters and figures."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _WORD.findall(plain)


def files(whole: Gabungan) -> Iterator[tuple[str, bytes]]:
    """The index by address; results are numbered services first, those of most offices before."""
    index: dict[str, tuple[list[int], list[int], list[int]]] = {}
    shown: list[list[object]] = []
    for number, fields in enumerate(_fields(whole)):
        *texts, record = fields
        shown.append(record)
        for level, listed in enumerate(texts):
            for word in filter(None, dict.fromkeys(listed)):
                index.setdefault(word, ([], [], []))[level].append(number)
    shards: dict[str, dict[str, tuple[list[int], list[int], list[int]]]] = {}
    for word in sorted(index):
        shards.setdefault(word.removeprefix("=")[:_SHORTEST], {})[word] = index[word]
    for letters, part in shards.items():
        yield f"cari/{letters}.json", _dump(part)
    for start in range(0, len(shown), BLOCK):
        yield f"cari/hasil-{start // BLOCK}.json", _dump(shown[start : start + BLOCK])
    for group in whole.kelompok:
        if len(group.tawaran) > 1:
            offers = [[one.dinas.alamat, one.dinas.disebut, one.alamat] for one in group.tawaran]
            yield f"layanan/{group.kunci}/dinas.json", _dump(offers)


def letters(index: Iterable[str]) -> str:
    """The letters that a file of words is called by, so that none is asked for in vain."""
    names = (address.removeprefix("cari/").removesuffix(".json") for address in index)
    return " ".join(sorted(name for name in names if len(name) <= _SHORTEST))


def _fields(whole: Gabungan) -> Iterator[tuple[list[str], list[str], list[str], list[object]]]:
    """Of each result: the words of its name, of other names, of the rest, and what is shown."""
    for group in whole.kelompok:
        names = [_whole(name) for name in (group.nama, *group.sebutan)]
        others = _all(group.sebutan)
        rest = _all([group.ringkasan, *_only(group)])
        yield _all([group.nama]), [*names, *others], rest, _service(group)
    region = {one.kode: one.nama for one in whole.wilayah}
    for office in whole.dinas:
        names = [_whole(office.disebut), _whole(office.nama), _whole(office.daerah)]
        rest = _all([region[office.provinsi]])
        yield _all([office.disebut, office.nama, office.daerah]), names, rest, _office(office)


def _only(group: Kelompok) -> tuple[str, ...]:
    """The one office of a service has no list to be looked up in."""
    one = group.tawaran[0].dinas
    return (one.disebut, one.daerah) if len(group.tawaran) == 1 else ()


def _service(group: Kelompok) -> list[object]:
    if len(group.tawaran) == 1:
        one = group.tawaran[0]
        return [group.nama, one.alamat, group.ringkasan, one.dinas.disebut]
    where = f"{len(group.tawaran)} dinas"
    return [group.nama, f"layanan/{group.kunci}/", group.ringkasan, where]


def _office(office: Dinas) -> list[object]:
    return [office.disebut, office.alamat, office.nama, f"{office.jumlah} layanan"]


def _whole(name: str) -> str:
    """A whole name as one word, however it is spaced; a name without letters is none."""
    return f"={joined}" if (joined := "".join(words(name))) else ""


def _all(texts: Iterable[str]) -> list[str]:
    found = (word for text in texts for word in words(text))
    return [word for word in found if len(word) >= _SHORTEST and word not in IGNORED]


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
