"""Findings about the dates that people write of their own checks."""

import datetime
from collections.abc import Iterator

from ....data.model.sop import Sop
from ....data.pustaka import library
from ....data.tanggal import in_words
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil, for_every_kind
from ..text import listed
from .hukum import bases


def checks_are_not_to_come(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Nobody has checked, answered or changed anything on a day that has not come."""
    last = k.memo("hari ini", lambda: _today(k))
    said = [
        ("status_tanggal", "pemeriksaan SOP ini", sop.status_tanggal or ""),
        *(
            (f"tanggapan[{n}].tanggal", "tanggapan", answer.tanggal)
            for n, answer in enumerate(sop.tanggapan, 1)
        ),
        *(
            (f"perubahan[{n}].tanggal", "perubahan", change.tanggal)
            for n, change in enumerate(sop.perubahan, 1)
        ),
    ]
    laws = [
        (f"pemeriksaan status {law.judul}", date)
        for _, _, law in bases(k, sop)
        for date in dict.fromkeys((law.diperiksa, law.status_per))
    ]
    proofs = [Bukti(what, date, alamat=path) for path, what, date in said if _is_after(date, last)]
    proofs += [Bukti(what, date) for what, date in laws if _is_after(date, last)]
    if proofs:
        yield Hasil(
            "Tanggal ini belum tiba: "
            f"{listed((f'{proof.pada} ({in_words(proof.kutipan)})' for proof in proofs), 6)}.",
            tuple(proofs),
        )


def _today(k: Konteks) -> str:
    """The latest day that may be meant by today; the data may be older than the program."""
    known = [entry.record.diperiksa for entry in library().peraturan.values()]
    # Where the author sits it may be tomorrow.
    return max((k.today + datetime.timedelta(days=1)).isoformat(), *known)


def _is_after(date: str, last: str) -> bool:
    """Whether a day, or a month or year without its day, begins later."""
    return date > last[: len(date)]


ATURAN = for_every_kind(
    Aturan(
        "tanggal-belum-tiba",
        "sedang",
        checks_are_not_to_come,
        judul="Tanggal pemeriksaan, tanggapan dan perubahan sudah tiba.",
        penjelasan="Yang tertulis diperiksa pada hari yang belum tiba tidak dapat dipegang.",
        saran="periksa tahun dan bulannya.",
    ),
)
