"""Other people's scripts are published unchanged, each with its version, licence and digest."""

import hashlib
import json

import pytest

from tests.conftest import ROOT

PAGES = ROOT / "src/sop_terbuka/publish/pages"
VENDOR = PAGES / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
FREE = {"MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"}


def _name(entry: dict[str, str]) -> str:
    return entry["name"]


@pytest.mark.parametrize("entry", MANIFEST, ids=_name)
def test_a_vendored_file_is_what_the_manifest_says(entry):
    content = (VENDOR / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("entry", MANIFEST, ids=_name)
def test_a_vendored_file_may_be_passed_on(entry):
    assert entry["licence"] in FREE
    assert "Permission" in (VENDOR / entry["licence_file"]).read_text(encoding="utf-8")


def test_every_vendored_file_is_in_the_manifest():
    named = {entry[key] for entry in MANIFEST for key in ("file", "licence_file")}
    assert {path.name for path in VENDOR.iterdir()} == named | {"manifest.json"}


@pytest.mark.parametrize("entry", MANIFEST, ids=_name)
def test_those_who_use_a_vendored_file_name_it(entry):
    for user in entry["used_by"]:
        assert entry["file"] in (PAGES / user).read_text(encoding="utf-8")
