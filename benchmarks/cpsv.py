"""Whether the services are as CPSV-AP 3.2 wants them: a published file against its SHACL shapes.

Run: .venv/bin/python benchmarks/cpsv.py SHAPES [FILE ...], after `make build`, where pyshacl is
installed besides (no dependency of the project). SHAPES is cpsv-ap-SHACL.ttl as the makers of
CPSV-AP publish it with release 3.2.0; a FILE is a cpsv-ap.jsonld, the one of site/ where none is
named.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, SH, Graph

ROOT = Path(__file__).parent.parent
OWN = ROOT / "site" / "api" / "v1" / "cpsv-ap.jsonld"
# A file that names no site of its own counts its addresses from where it stands.
BASE = "https://situs.example/api/v1/cpsv-ap.jsonld"


def violations(shapes: Graph, file: Path) -> tuple[int, Counter[tuple[str, str, str]]]:
    """How many statements a file makes, and what is wrong by property, rule and a first value."""
    data = Graph().parse(file, format="json-ld", publicID=BASE)
    _, report, _ = validate(data, shacl_graph=shapes)
    assert isinstance(report, Graph)
    found: Counter[tuple[str, str, str]] = Counter()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, rule = report.value(result, SH.resultPath), report.value(result, SH.resultMessage)
        source = report.value(result, SH.sourceConstraintComponent)
        found[str(path), str(source).rpartition("#")[2], str(rule)] += 1
    return len(data), found


def main() -> None:
    """Print what each file does against the shapes; fails where one does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("shapes", type=Path)
    parser.add_argument("file", nargs="*", type=Path, default=[OWN])
    arguments = parser.parse_args()
    shapes = Graph().parse(arguments.shapes)
    wrong = 0
    for file in arguments.file:
        count, found = violations(shapes, file)
        wrong += found.total()
        print(f"{file}: {count} statements, {found.total()} violations")
        for (path, rule, message), times in found.most_common():
            print(f"  {times:5}  {path}  {rule}: {message}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
