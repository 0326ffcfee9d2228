"""By when a service is ready: only from a time that its standard states."""

from typing import Any

from sop_terbuka.meaning.lama import duration
from sop_terbuka.meaning.siap import Siap, ready
from tests.builders import BY_SOP, sop


def made(text: str, open_days: tuple[int, ...] = (), **more: Any) -> Siap | None:
    promised = {"teks": text, "dasar": BY_SOP} | more
    return ready(duration(sop(jangka_waktu=promised)), open_days)


def test_working_days_count_on_the_days_of_the_office() -> None:
    assert made("5 hari kerja", (0, 1, 2)) == Siap(5, True, (0, 1, 2), "")


def test_without_hours_as_data_the_civil_service_s_week_counts() -> None:
    assert made("3 hari kerja") == Siap(3, True, (0, 1, 2, 3, 4), "")


def test_the_most_of_a_range_counts_and_from_when_is_said() -> None:
    assert made("2-3 hari", mulai_dihitung="sejak berkas lengkap") == Siap(
        3, False, (0, 1, 2, 3, 4), "sejak berkas lengkap"
    )


def test_a_week_is_seven_days() -> None:
    found = made("2 minggu")
    assert found is not None
    assert (found.hari, found.is_hari_kerja) == (14, False)


def test_what_is_no_single_time_in_days_gives_no_date() -> None:
    for text in ("60 menit", "sesuai kebutuhan", "1 hari kerja per sertifikat", "secepatnya saja"):
        assert made(text) is None, text


def test_a_sum_of_steps_is_no_promise() -> None:
    assert ready(duration(sop(waktu_total_tertulis=None)), ()) is None
    assert ready(duration(sop(waktu_total_tertulis="3 hari")), ()) is None


def test_a_source_that_is_in_doubt_gives_no_date() -> None:
    doubted = [{"jenis": "dinas", "catatan": "Bisa juga berarti lima hari buka."}]
    assert made("5 hari kerja", dasar=doubted) is None
    assert made("5 hari kerja", dasar=[{"jenis": "dinas", "sebagian": "ya"}]) is None
