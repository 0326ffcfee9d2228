"""Requirements as a set: divided, joined, doubled or reworded is no burden and no relief."""

from typing import Any

import pytest

from sop_terbuka.data.model import Syarat
from sop_terbuka.revise.revisi.needs import compare
from sop_terbuka.revise.revisi.sets import rearranged
from tests.builders import BY_SOP, sop


def asked(*lines: str | dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"wajib": "ya", "dasar": BY_SOP} | ({"berkas": x} if isinstance(x, str) else x)
        for x in lines
    ]


def told(before: list[dict[str, Any]], after: list[dict[str, Any]], **more: Any) -> list[str]:
    """Effects and sentences of the changed requirements."""
    old, new = (sop(persyaratan=side, **more) for side in (before, after))
    return [f"{c.dampak}: {c.kalimat}" for c in compare(old, new, {}, {}) if not c.tetap]


def effects(*args: Any, **more: Any) -> set[str]:
    return {line.partition(":")[0] for line in told(*args, **more)}


REARRANGED = {
    "split": (["Fotokopi KTP dan KK"], ["Fotokopi KTP", "Fotokopi KK"]),
    "joined": (["Pas foto", "Fotokopi KTP", "Ijazah"], ["Fotokopi KTP dan ijazah", "Pas foto"]),
    "doubled": (["Fotokopi KTP", "Pas foto", "Fotokopi KTP"], ["Fotokopi KTP", "Pas foto"]),
    "moved": (["Fotokopi KTP", "Pas foto", "Ijazah"], ["Ijazah", "Fotokopi KTP", "Pas foto"]),
    "reworded": (["KTP yang difoto copy", "Pas foto"], ["KTP difoto copy", "Pas foto"]),
    "said in its own keys": (
        ["Foto copy KTP 2 lembar"],
        [{"berkas": "KTP", "bentuk": "fotokopi", "jumlah": "2 lembar"}],
    ),
    "regrouped": (
        ["Fotokopi KTP", "Ijazah"],
        [{"berkas": "Ijazah", "kelompok": "Syarat khusus"}, "Fotokopi KTP"],
    ),
    "classified anew": (
        ["Sudah bekerja dua tahun"], [{"berkas": "Sudah bekerja dua tahun", "jenis": "keadaan"}],
    ),
}  # fmt: skip
REAL = {
    "gone": (["Fotokopi KTP", "Pas foto"], ["Fotokopi KTP"], "meringankan"),
    "new": (["Fotokopi KTP"], ["Fotokopi KTP", "Pas foto"], "memberatkan"),
    # A longer line that was there before does not ask for the shorter one.
    "a part of another's words": (
        ["Surat keterangan", "Surat keterangan sehat"], ["Surat keterangan sehat"], "meringankan",
    ),
    # All words are there, in no line together.
    "crossed": (["KTP suami", "KTP istri", "KK suami"], ["KTP suami", "KK istri"], "meringankan"),
    "more copies": (
        [{"berkas": "KTP", "jumlah": "1 lembar"}], [{"berkas": "KTP", "jumlah": "2 lembar"}],
        "memberatkan",
    ),
    "no longer only for some": (
        [{"berkas": "KTP", "wajib": "bila-ada"}], [{"berkas": "KTP", "wajib": "ya"}], "memberatkan",
    ),
    "half of it gone": (["KTP dan KK", "Ijazah"], ["KTP", "Ijazah"], "memberatkan"),
}  # fmt: skip


@pytest.mark.parametrize("case", REARRANGED)
def test_what_is_only_written_otherwise_is_wording(case: str) -> None:
    before, after = REARRANGED[case]
    assert effects(asked(*before), asked(*after)) == {"redaksi"}
    assert effects(asked(*after), asked(*before)) == {"redaksi"}


@pytest.mark.parametrize("case", REAL)
def test_what_is_really_asked_otherwise_is_told_as_such(case: str) -> None:
    before, after, effect = REAL[case]
    assert effect in effects(asked(*before), asked(*after))


def test_the_sentence_says_that_it_is_still_asked() -> None:
    assert told(asked("Fotokopi KTP dan KK"), asked("Fotokopi KTP", "Fotokopi KK")) == [
        "redaksi: Nama syarat diubah",
        "redaksi: Syarat kini ditulis tersendiri; sebelumnya sudah diminta",
    ]
    assert told(asked("KTP", "Pas foto", "KTP"), asked("KTP", "Pas foto")) == [
        "redaksi: Syarat tidak lagi ditulis tersendiri; tetap diminta di baris lain"
    ]


KINDS = [{"id": "baru", "nama": "baru"}, {"id": "ulang", "nama": "ulang"}]


def test_a_line_for_each_variant_may_become_one_for_all() -> None:
    parted = asked({"berkas": "KTP", "untuk": ["baru"]}, {"berkas": "KTP", "untuk": ["ulang"]})
    assert effects(parted, asked("KTP"), varian=KINDS) == {"redaksi"}
    assert effects(asked("KTP"), parted, varian=KINDS) == {"redaksi"}
    only = asked({"berkas": "KTP", "untuk": ["baru"]})
    assert effects(asked("KTP"), only, varian=KINDS) == {"meringankan"}


def test_a_choice_is_not_each_of_its_parts() -> None:
    one = {"berkas": "Tanda pengenal", "salah_satu": [{"berkas": "KTP"}, {"berkas": "SIM"}]}
    old, new = (
        [Syarat.model_validate(item) for item in asked(*side)] for side in ([one], ["KTP", "SIM"])
    )
    assert rearranged(old, new, frozenset({""})) == (frozenset(), frozenset())
