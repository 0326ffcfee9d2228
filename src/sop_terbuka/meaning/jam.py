"""When a service is open, in words: from hours as data, else in the words of the source."""

from ..data.model import Instansi, Sop
from ..data.model.jam import Jam
from .temuan.text import topic

_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def opening_hours(office: Instansi, sop: Sop) -> tuple[str, ...]:
    """The hours of one service, one line for each group of days; empty when nobody states them.

    The service's own hours come before those of the office; hours of another desk are not its own.
    """
    if sop.jam or office.jam:
        return tuple(_line(item, office) for item in service_hours(office, sop))
    return tuple(office.jam_layanan.uraian) if office.jam_layanan else ()


def office_hours(office: Instansi) -> tuple[str, ...]:
    """Every hour of the office, with the desk that it is for."""
    if office.jam:
        return tuple(_line(item, office) for item in office.jam)
    return tuple(office.jam_layanan.uraian) if office.jam_layanan else ()


def open_days(office: Instansi, sop: Sop) -> tuple[int, ...]:
    """The days on which the service is open, Monday as 0; empty when not known as data."""
    hours = service_hours(office, sop)
    return tuple(sorted({_DAYS.index(day) for item in hours for day in item.hari}))


def service_hours(office: Instansi, sop: Sop) -> list[Jam]:
    """The hours of one service as data; its own come before those of the office."""
    return list(sop.jam) or [item for item in office.jam if _is_for(item, sop)]


def _is_for(item: Jam, sop: Sop) -> bool:
    """Whether hours of the office are those of a service: its place, or its name in their words."""
    if item.tempat:
        return bool(sop.tempat and sop.tempat.loket == item.tempat)
    if not item.untuk:
        return True
    said = topic(item.untuk) - topic("layanan pelayanan loket")
    return bool(said) and said <= topic(" ".join([sop.nama, *sop.sebutan]))


def _line(item: Jam, office: Instansi) -> str:
    words = f"{_days(list(item.hari))} {item.buka}-{item.tutup} {office.zona_waktu}"
    if item.istirahat:
        words += f", istirahat {item.istirahat}"
    places = {place.id: place.nama for place in office.tempat}
    what = ", ".join(filter(None, (item.untuk, places.get(item.tempat or ""))))
    return f"{what}: {words}" if what else words


def _days(names: list[str]) -> str:
    """`Senin-Kamis` for days in a row, `Senin, Rabu` for others."""
    numbers = sorted({_DAYS.index(name) for name in names})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{_name(run[0])}-{_name(run[-1])}" if len(run) > 2 else ", ".join(map(_name, run))
        for run in runs
    )


def _name(number: int) -> str:
    return _DAYS[number].capitalize()
