"""Public holidays: known for the years around the data's date, the same on every day."""

import shutil
import subprocess
from pathlib import Path

from sop_terbuka.publish.libur import Libur, known_holidays

ROOT = Path(__file__).parents[2]


def test_holidays_are_known_for_the_year_of_the_data_and_the_next() -> None:
    found = known_holidays("2026-11-21")
    assert "2026-08-17" in found.hari
    assert "2026-12-25" in found.hari
    assert "2027-01-01" in found.hari
    assert found.sampai == "2027-12-31"
    assert {day[:4] for day in found.hari} == {"2026", "2027"}


def test_joint_leave_closes_offices_too() -> None:
    assert "2026-12-24" in known_holidays("2026-11-21").hari


def test_without_a_date_of_the_data_nothing_is_known() -> None:
    assert known_holidays("") == Libur()


def test_the_script_counts_days_as_it_should() -> None:
    node = shutil.which("node")
    assert node, "Node.js diperlukan untuk menguji skrip; pasang paket nodejs."
    done = subprocess.run(
        [node, "--test", str(ROOT / "tests/publish/kapan.test.mjs")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
