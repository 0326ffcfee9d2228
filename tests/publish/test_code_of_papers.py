"""Which code makes a file: what runs when it is written counts, what runs before does not."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import sop_terbuka
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Output
from sop_terbuka.publish.outputs import OUTPUTS, jobs
from sop_terbuka.publish.papers.cache import Cache
from sop_terbuka.publish.papers.code import code_of, files_of
from sop_terbuka.publish.papers.jobs import blank_papers
from sop_terbuka.publish.papers.workshop import Job, make_all
from sop_terbuka.publish.render import environment
from tests.builders import catalog, form
from tests.publish.test_outputs import HERE, fitting

ROOT = Path(sop_terbuka.__file__).parent
# The shape of records, whose values are in the key, and where the value is worked out.
_VALUES = ("data/model/", "data/catalog.py")


def _run_by(make: Callable[[], Any]) -> set[Path]:
    """The files of ours whose functions run, and the templates that are filled, by a call."""
    found: set[Path] = set()

    def note(frame: Any, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            found.add(Path(frame.f_code.co_filename))

    environment().cache.clear()  # type: ignore[union-attr]
    sys.setprofile(note)
    try:
        make()
    finally:
        sys.setprofile(None)
    for template in list(environment().cache.values()):  # type: ignore[union-attr]
        found.add(Path(template.filename))
    return {path for path in found if path.is_relative_to(ROOT) and path.is_file()}


def _named(make: Callable[..., Any], maker: str) -> frozenset[Path]:
    while isinstance(make, partial):
        make = make.func
    return files_of(make.__module__, make.__name__, maker)


def _missed(make: Callable[..., Any], maker: str = "") -> list[str]:
    names = (path.relative_to(ROOT).as_posix() for path in _run_by(make) - _named(make, maker))
    return sorted(name for name in names if not name.startswith(_VALUES))


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.nama)
def test_everything_that_runs_when_a_file_is_written_counts(output: Output[Any]) -> None:
    made = fitting(output)
    value = output.content(layanan(catalog(made, forms=[form()]), made), HERE)
    assert _missed(partial(output.write, value), output.content.__module__) == []


def test_everything_that_runs_when_a_blank_form_is_written_counts() -> None:
    for job in blank_papers(catalog(fitting(OUTPUTS[0]), forms=[form()]), ""):
        assert _missed(job.make) == []


@pytest.mark.parametrize("name", ["ceklis.pdf", "sop-ap.pdf", "poster.pdf", "kartu.png"])
def test_pages_findings_and_what_works_values_out_do_not_count(name: str) -> None:
    output = next(output for output in OUTPUTS if output.nama == name)
    counted = {
        path.relative_to(ROOT).as_posix()
        for path in _named(output.write, output.content.__module__)
    }
    apart = ("publish/pages", "publish/feeds", "meaning/temuan", "intake", "generator", "revise")
    assert [path for path in counted if path.startswith(apart)] == []
    assert "meaning/layanan.py" not in counted


def test_a_changed_writer_makes_its_own_files_anew_and_no_other(tmp_path: Path) -> None:
    program = tmp_path / "src"
    subprocess.run(["cp", "-R", str(ROOT.parent), str(program)], check=True)
    before = _hashes(program)
    with (program / "sop_terbuka/publish/papers/ceklis/pdf.py").open("a") as file:
        file.write("\n# Changed.\n")
    after = _hashes(program)
    assert {name for name in before if before[name] != after[name]} == {"ceklis.pdf"}
    with (program / "sop_terbuka/meaning/layanan.py").open("a") as file:
        file.write("\n# Changed.\n")
    later = _hashes(program)
    assert not {name for name in later if later[name] != after[name]} & {"ceklis.pdf", "kartu.png"}


def _hashes(program: Path) -> dict[str, str]:
    asked = (
        "from sop_terbuka.publish.outputs import OUTPUTS\n"
        "from sop_terbuka.publish.papers.code import code_of\n"
        "for o in OUTPUTS: print(o.nama, code_of(o.write, o.content.__module__))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], env={"PYTHONPATH": str(program)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(line.split() for line in done.stdout.splitlines())


def _write_a() -> bytes:
    return b"a"


def test_files_are_kept_by_their_code_and_their_content(tmp_path: Path) -> None:
    told: list[str] = []
    cache = Cache(tmp_path)
    make_all([Job("uji", "a.txt", "satu", _write_a)], cache, told.append)
    assert cache.has(f"{code_of(_write_a)}\0satu")
    assert not cache.has("satu")


def test_every_job_of_an_sop_says_where_its_value_comes_from() -> None:
    made = fitting(OUTPUTS[0])
    for job in jobs({made.id: layanan(catalog(made), made)}, "", ""):
        assert job.maker.startswith("sop_terbuka.")
