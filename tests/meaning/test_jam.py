"""Opening hours in words: from data where there is some, else as the source says them."""

from typing import Any

from sop_terbuka.meaning.jam import office_hours, open_days, opening_hours
from tests.builders import BY_SOP, office, sop


def hours(*days: str, **more: Any) -> dict[str, Any]:
    return {"hari": list(days), "buka": "08.00", "tutup": "15.30", "dasar": BY_SOP} | more


WEEK = ("senin", "selasa", "rabu", "kamis")


def test_days_in_a_row_are_said_from_to() -> None:
    made = office(jam=[hours(*WEEK, istirahat="12.00-13.00"), hours("jumat", tutup="11.00")])
    assert opening_hours(made, sop()) == (
        "Senin-Kamis 08.00-15.30 WIB, istirahat 12.00-13.00",
        "Jumat 08.00-11.00 WIB",
    )
    assert open_days(made, sop()) == (0, 1, 2, 3, 4)


def test_days_apart_are_each_named() -> None:
    assert opening_hours(office(jam=[hours("senin", "rabu")]), sop()) == (
        "Senin, Rabu 08.00-15.30 WIB",
    )


def test_a_service_s_own_hours_come_before_the_office_s() -> None:
    made = office(jam=[hours(*WEEK)])
    own = sop(jam=[hours("selasa", untuk="Loket kartu")])
    assert opening_hours(made, own) == ("Loket kartu: Selasa 08.00-15.30 WIB",)
    assert open_days(made, own) == (1,)


def test_hours_of_another_desk_are_not_those_of_the_service() -> None:
    desk = hours(*WEEK, untuk="Layanan pengaduan")
    counter = hours("jumat", tempat="loket")
    place = [{"id": "loket", "nama": "Loket kartu", "dasar": BY_SOP}]
    made = office(jam=[desk, counter], tempat=place)
    assert opening_hours(made, sop()) == ()
    assert open_days(made, sop()) == ()
    assert opening_hours(made, sop(nama="Pengaduan Warga")) == (
        "Layanan pengaduan: Senin-Kamis 08.00-15.30 WIB",
    )
    at_counter = sop(tempat={"nama": "Loket", "loket": "loket", "dasar": BY_SOP})
    assert opening_hours(made, at_counter) == ("Loket kartu: Jumat 08.00-15.30 WIB",)
    assert len(office_hours(made)) == 2


def test_without_data_the_source_s_own_words_are_kept() -> None:
    made = office(jam_layanan={"uraian": ["Senin-Jumat, jam kerja"], "dasar": BY_SOP})
    assert opening_hours(made, sop()) == ("Senin-Jumat, jam kerja",)
    assert open_days(made, sop()) == ()
    assert opening_hours(office(), sop()) == ()
