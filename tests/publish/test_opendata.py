"""The lists of the open data are written row by row, and are what one value would be."""

import datetime
import json
import tracemalloc
from typing import Any

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning import temuan
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds import opendata
from sop_terbuka.publish.feeds.table import as_table

LISTS = ("sop", "instansi", "peraturan", "temuan", "istilah")


@pytest.mark.parametrize(
    "rows", [[], [{}], [{"a": [], "b": {"c": 'baris\n "dua"'}}, {"a": [[1, 2], "é"]}], [{"a": 1}]]
)
def test_a_list_row_by_row_is_the_list_as_one_value(rows: list[dict[str, Any]]) -> None:
    assert b"".join(opendata._dump_each(iter(rows))) == opendata._dump(rows)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_written_like_any_other_file(catalog: Catalog, name: str) -> None:
    findings = temuan.run(catalog, None, datetime.date(2026, 11, 21))
    files = opendata.files(catalog, all_layanan(catalog), findings)
    made = b"".join(files[f"api/v1/{name}.json"]())
    assert json.loads(made)
    assert made == opendata._dump(json.loads(made))


@pytest.mark.parametrize("name", ["temuan.json", "temuan.csv"])
def test_a_long_list_is_never_held_as_a_whole(catalog: Catalog, name: str) -> None:
    found = temuan.run(catalog, None, datetime.date(2026, 11, 21))
    findings = found * 20
    make = opendata.files(catalog, all_layanan(catalog), findings)[f"api/v1/{name}"]
    tracemalloc.start()
    try:
        size = sum(map(len, make()))
        assert tracemalloc.get_traced_memory()[1] < size / 10
    finally:
        tracemalloc.stop()


def test_a_table_holds_what_a_spreadsheet_must_quote() -> None:
    made = b"".join(as_table(("a", "b"), [('x "y"', "1,5"), ("=1", "baris\ndua")]))
    assert made.decode("utf-8-sig") == 'a,b\r\n"x ""y""","1,5"\r\n\'=1,"baris\ndua"\r\n'
    assert made.startswith(b"\xef\xbb\xbfa,b")
