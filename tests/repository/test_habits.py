"""What is written twice in the repository says the same in both places."""

import re
import tomllib

import hypothesis
import yaml

from tests.conftest import ROOT

SKELETON = ROOT / "src/sop_terbuka/intake/situs"
ACTION = re.compile(r"uses: (\S+)@(\S+ # \S+)")


def test_a_new_site_pins_the_actions_that_we_pin() -> None:
    ours = dict(
        found.groups()
        for path in (ROOT / ".github/workflows").glob("*.yml")
        for found in ACTION.finditer(path.read_text(encoding="utf-8"))
    )
    theirs = [
        found.groups()
        for path in (SKELETON / "dot-github/workflows").glob("*.yml")
        for found in ACTION.finditer(path.read_text(encoding="utf-8"))
    ]
    assert theirs
    assert [(name, pin) for name, pin in theirs if ours[name] != pin] == []


def test_a_new_site_names_the_schemas_that_we_name() -> None:
    ours = (ROOT / ".vscode/settings.json").read_text(encoding="utf-8")
    assert (SKELETON / "dot-vscode/settings.json").read_text(encoding="utf-8") == ours


def test_catalogues_of_public_software_read_the_version_and_licence_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert public["softwareVersion"] == project["version"]
    assert public["legal"]["license"] == project["license"]


def test_the_page_of_releases_names_every_tool() -> None:
    page = (ROOT / "docs/pengembang/rilis.md").read_text(encoding="utf-8")
    tools = [path.name for path in (ROOT / "tools").iterdir() if path.is_file()]
    assert [name for name in tools if f"`{name}`" not in page] == []


def test_texts_are_checked_out_with_the_same_line_ends_everywhere() -> None:
    assert "* text=auto eol=lf\n" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


def test_no_test_depends_on_how_busy_the_machine_is() -> None:
    assert hypothesis.settings().deadline is None
    assert hypothesis.HealthCheck.too_slow in hypothesis.settings().suppress_health_check
    clocks = re.compile(
        r"\b(?:time\.(?:sleep|time|monotonic|perf_counter)|wait_for_timeout)\("
        r"|\bdeadline=(?!None\b)|\bperformance\.now\("
    )
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "tests").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if clocks.search(line)
    ]
    assert found == []
