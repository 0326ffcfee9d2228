"""The published JSON is what its schemas and its OpenAPI say, and others' programs can read it."""

import datetime
import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from datamodel_code_generator import DataModelType, InputFileType, generate
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.meaning import temuan
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds import opendata, terbitan

SAMPLE = Path(__file__).parents[1] / "situs"
TRIAL = Path(__file__).parents[1] / "situs-lain"


def published(catalog: Catalog) -> dict[str, Any]:
    """Every published JSON by its address below api/v1/, without the schemas."""
    made = opendata.files(
        catalog, all_layanan(catalog), temuan.run(catalog, None, datetime.date(2026, 11, 29))
    )
    made["api/v1/situs.json"] = lambda: (opendata.situs(catalog, "", "2026-11-29"),)
    return {
        address.removeprefix("api/v1/"): json.loads(b"".join(make()))
        for address, make in made.items()
        if address.endswith(".json") and "/skema/" not in address
    }


@pytest.fixture(scope="module", params=[SAMPLE, TRIAL], ids=["contoh", "kantor-lain"])
def answers(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What two sample sites publish."""
    root: Path = request.param
    return published(load(root / "sop_data", root / "forms"))


def schema_of(address: str) -> str:
    """The name of the schema for one address; there is exactly one."""
    (name,) = (
        terbitan.schema_name(pattern)
        for pattern, *_ in terbitan.JAWABAN
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(pattern)), address)
    )
    return name


@cache
def validator(name: str) -> Draft202012Validator:
    """The published schema of one name."""
    return Draft202012Validator(json.loads(terbitan.schemas()[f"api/v1/skema/terbit/{name}.json"]))


def faults(address: str, value: Any) -> list[str]:
    """Where a published value is not what its schema says."""
    return [
        f"{address}: {error.json_path}: {error.message[:200]}"
        for error in validator(schema_of(address)).iter_errors(value)
    ]


def test_every_published_json_is_what_its_schema_says(answers: dict[str, Any]) -> None:
    assert len(answers) > 10
    assert [said for one in answers.items() for said in faults(*one)] == []


def test_a_key_that_no_schema_describes_is_a_fault(answers: dict[str, Any]) -> None:
    address = next(address for address in answers if address.startswith("sop/"))
    value = json.loads(json.dumps(answers[address]))
    value["turunan"]["baru"] = 1
    (said,) = faults(address, value)
    assert said.startswith(f"{address}: $.turunan: ")


def test_each_schema_has_a_name_of_its_own_and_a_version() -> None:
    made = {name: json.loads(text) for name, text in terbitan.schemas().items()}
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
        assert schema["version"] == "1"
    assert made["api/v1/skema/terbit/sop.json"]["$id"] == "urn:sop-terbuka:1:terbit:sop"
    assert len({schema["$id"] for schema in made.values()}) == len(made) == 8


def test_the_openapi_description_is_valid_and_names_the_site() -> None:
    made = json.loads(terbitan.openapi("Situs Contoh", "https://contoh.example/sub/"))
    OpenAPIV31SpecValidator(made).validate()
    assert made["servers"] == [{"url": "https://contoh.example/sub/api/v1"}]
    assert list(made["paths"])[:2] == ["/sop.json", "/sop/{instansi}/{sop}.json"]
    assert json.loads(terbitan.openapi("Situs Contoh", ""))["servers"] == [{"url": "."}]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """What somebody else's generator makes of our description, and of nothing more."""
    folder = tmp_path_factory.mktemp("klien")
    described, target = folder / "openapi.json", folder / "klien.py"
    described.write_bytes(terbitan.openapi("Situs Contoh", ""))
    generate(
        described,
        input_file_type=InputFileType.OpenAPI,
        output=target,
        output_model_type=DataModelType.PydanticV2BaseModel,
        formatters=[],
    )
    spec = importlib.util.spec_from_file_location("klien", target)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules["klien"] = made
    spec.loader.exec_module(made)
    return made


def test_a_generated_client_reads_every_record(answers: dict[str, Any], client: ModuleType) -> None:
    records = {terbitan.schema_name(one[0]): one[2].__name__ for one in terbitan.JAWABAN}
    read = 0
    for address, value in answers.items():
        record = getattr(client, records[schema_of(address)])
        for item in value if isinstance(value, list) else [value]:
            record.model_validate(item)
            read += 1
    assert read > 50
