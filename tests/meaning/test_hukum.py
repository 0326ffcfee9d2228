"""The laws that SOPs name: which of them no longer hold, and what stands in their place."""

from sop_terbuka.meaning.hukum import citing_repealed
from tests.builders import catalog, law, sop

_GONE = law("permen-3-2019", status="dicabut", rujukan_kini=["uu-9-2025"])
_ENDED = law("perda-4-2022", status="berakhir")
_NOW = law("uu-9-2025")
_CITED = ["permen-3-2019 Permen 3/2019", "perda-4-2022 Perda 4/2022", "permen-3-2019 Permen itu"]


def test_an_sop_stands_once_with_each_law_that_no_longer_holds() -> None:
    old = sop(dasar_hukum=[*_CITED, "uu-9-2025 UU 9/2025"])
    made = catalog(old, sop("kota-contoh/lain"), laws=[_GONE, _ENDED, _NOW])
    assert [
        (one.id, [(d.peraturan.id, [k.id for k in d.kini]) for d in bases if d.peraturan])
        for one, bases in citing_repealed(made)
    ] == [("kota-contoh/kartu", [("permen-3-2019", ["uu-9-2025"]), ("perda-4-2022", [])])]
