import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from sop_terbuka.data.schema import SCHEMAS, schema, stale

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "situs"


def test_the_editors_schemas_are_those_of_the_models() -> None:
    assert list(stale(ROOT / ".vscode" / "skema")) == [], "jalankan: .venv/bin/sop skema"


def test_the_editor_finds_a_schema_for_every_kind_of_file() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    named = {Path(path).stem for path in settings["yaml.schemas"]}
    assert named == set(SCHEMAS)
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema(name)))


class _EditorLoader(yaml.SafeLoader):
    """Reads as editors do (YAML 1.2): dates stay text, `ya` is no boolean."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

FILES = {
    "sop": [
        p
        for p in SAMPLE.glob("sop_data/*/*.yml")
        if p.stem != "instansi" and p.parent.name != "peraturan"
    ],
    "instansi": list(SAMPLE.glob("sop_data/*/instansi.yml")),
    "peraturan": list(SAMPLE.glob("sop_data/peraturan/*.yml")),
    "formulir": list(SAMPLE.glob("forms/*.yml")),
    "situs": [ROOT / "sop_data/situs.yml"],
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_finds_nothing_wrong_in_good_files(name: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema(name)))
    assert FILES[name]
    wrong = [
        (path.name, error.json_path, error.message)
        for path in FILES[name]
        for error in validator.iter_errors(
            yaml.load(path.read_text(encoding="utf-8"), _EditorLoader)
        )
    ]
    assert wrong == []


def test_an_editor_marks_a_misspelt_key() -> None:
    sop = yaml.load(FILES["sop"][0].read_text(encoding="utf-8"), _EditorLoader)
    validator = jsonschema.Draft202012Validator(json.loads(schema("sop")))
    assert [error.message for error in validator.iter_errors(sop | {"namaa": "x"})] == [
        "Additional properties are not allowed ('namaa' was unexpected)"
    ]
