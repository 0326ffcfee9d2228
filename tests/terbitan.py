"""What the two sample sites publish, on disk as a portal gets it."""

import shutil
from functools import cache
from pathlib import Path

from sop_terbuka.data.catalog import load
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds import opendata

SAMPLE = Path(__file__).parent / "situs"
TRIAL = Path(__file__).parent / "situs-lain"


def publish(folder: Path, root: Path = SAMPLE) -> Path:
    """Write the lists that a sample site publishes below a folder; gives the folder."""
    api = folder / "api" / "v1"
    api.mkdir(parents=True)
    for name, content in _lists(root).items():
        (api / name).write_bytes(content)
    return folder


def spoiled(folder: Path, file: str, content: bytes) -> Path:
    """A copy of a published site in which one list is something else."""
    target = folder.with_name(f"{folder.name}-rusak")
    shutil.copytree(folder, target)
    (target / "api" / "v1" / file).write_bytes(content)
    return target


@cache
def _lists(root: Path) -> dict[str, bytes]:
    catalog = load(root / "sop_data", root / "forms")
    made = opendata.files(catalog, all_layanan(catalog), [])
    return {name: b"".join(made[f"api/v1/{name}"]()) for name in ("sop.json", "instansi.json")}
