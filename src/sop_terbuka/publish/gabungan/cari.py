"""The search across all sites, as feeds.indeks publishes it: services, offices, and problems.

What many offices offer is one result that leads to the list of them; with a place, or an office
chosen, it is that office's own page. Of problems only the library's are known here.
"""

from collections.abc import Iterator, Mapping

from markupsafe import escape

from ...data.check import check
from ...data.model.masalah import BerkasMasalah, Masalah
from ...data.pustaka import library, with_items
from ..feeds.entri import Entri
from ..feeds.indeks import Isi
from ..feeds.search import ASKED
from .susun import Dinas, Gabungan, Kelompok

_OFFICES = "kantor:"


def content(whole: Gabungan) -> Isi:
    """Everything that can be searched on the portal."""
    groups = {group.kunci: _group(group) for group in whole.kelompok}
    said = "Jam layanan, alamat, dan telepon ada di situs tiap dinas."
    groups[_OFFICES] = Entri("daerah/", "Dinas per daerah", said, jenis="Dinas")
    region = {one.kode: one.nama for one in whole.wilayah}
    return Isi(
        _entries(whole),
        groups,
        kantor={office.alamat.rstrip("/"): office.disebut for office in whole.dinas},
        wilayah=[region[office.provinsi] for office in whole.dinas],
        # A service of two offices has a page with both.
        sedikit=1,
    )


def _entries(whole: Gabungan) -> Iterator[Entri]:
    for group in whole.kelompok:
        for offer in group.tawaran:
            yield Entri(
                offer.alamat,
                _html(f"{offer.nama} ({offer.dinas.disebut})"),
                _html(group.ringkasan),
                _names(group),
                jenis="Layanan",
                kelompok=group.kunci,
            )
    leads = [(problem, _services(problem, whole)) for problem in _problems()]
    yield from (_problem(problem, found) for problem, found in leads if found)
    yield from (_elsewhere(problem) for problem, found in leads if problem.lain and not found)
    region = {one.kode: one.nama for one in whole.wilayah}
    for office in whole.dinas:
        yield _office(office, region)


def _group(group: Kelompok) -> Entri:
    address = f"layanan/{group.kunci}/"
    name, said = _html(group.nama), _html(group.ringkasan)
    return Entri(address, name, said, _names(group), jenis="Layanan")


def _office(office: Dinas, region: Mapping[str, str]) -> Entri:
    names = (office.disebut, office.daerah, *ASKED)
    said = f"{office.disebut}, {office.jumlah} layanan."
    place = region[office.provinsi]
    return Entri(
        office.alamat, _html(office.nama), _html(said), "|".join(dict.fromkeys(names)), place, 0.9,
        jenis="Dinas", kelompok=_OFFICES,
    )  # fmt: skip


def _problems() -> tuple[Masalah, ...]:
    """The problems of the library, which its own tests hold to the rules."""
    node = with_items(library().masalah, None, "masalah")
    entry, _ = check(node, "pustaka/masalah.yml", BerkasMasalah, None)
    return tuple(entry.record.masalah) if entry else ()


def _services(problem: Masalah, whole: Gabungan) -> tuple[str, ...]:
    """The addresses of the services for a problem, surest first; by topic where no other is."""
    names = {name.casefold() for name in problem.sebutan}
    by_key = [group for group in whole.kelompok if group.kunci in problem.layanan]
    called = [
        group
        for group in whole.kelompok
        if not names.isdisjoint(word.casefold() for word in (group.nama, *group.sebutan))
    ]
    found = by_key + called or [one for one in whole.kelompok if one.topik in problem.topik]
    return tuple(dict.fromkeys(offer.alamat for group in found for offer in group.tawaran))


def _problem(problem: Masalah, found: tuple[str, ...]) -> Entri:
    places = ", atau ".join(item.ke for item in problem.lain)
    said = f"{problem.nama}. Dapat juga ke {places}." if places else f"{problem.nama}."
    return Entri(
        f"masalah:{problem.id}", _html(problem.nama), _html(said), _said(problem), ke=found
    )


def _elsewhere(problem: Masalah) -> Entri:
    """What no office of the portal does, and who does."""
    places = ", atau ".join(item.ke for item in problem.lain)
    said = f"Tidak dilayani dinas di portal ini. Urus ke {places}."
    return Entri(
        f"bukan:{problem.id}", _html(problem.nama), _html(said), _said(problem), bobot=0.5,
        jenis="Bukan layanan di sini",
    )  # fmt: skip


def _names(group: Kelompok) -> str:
    return "|".join(dict.fromkeys((group.nama, *group.sebutan)))


def _said(problem: Masalah) -> str:
    return "|".join(dict.fromkeys((problem.nama, *problem.ucapan)))


def _html(text: str) -> str:
    # The results are put into the page as HTML.
    return str(escape(text))
