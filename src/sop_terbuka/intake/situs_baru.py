"""A whole new site for one office: everything but its SOPs, ready to build.

Called by `sop situs-baru`. The files stand in intake/situs/; a name that begins with a dot is
written there as dot-, and .isi keeps a Python file from being taken for a module of ours.
"""

import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..data.model import FORMAT
from ..data.schema import SCHEMAS, schema
from . import scaffold
from .scaffold import ScaffoldError

_FILES = Path(__file__).parent / "situs"
# In the wheel these stand among the others; in a clone they are the project's own.
_SHARED = ("constraints.txt", "tools/find-python.sh", "tools/install-system-packages.sh")
_CLONE = Path(__file__).parents[3]
_EXAMPLE = "contoh-layanan"


def write(
    folder: Path,
    office_id: str,
    daerah: str,
    singkatan: str,
    nama: str,
    kode: str | None = None,
    zona: str = "WIB",
    mesin: str | None = None,
) -> list[str]:
    """Write the site into a new or empty folder; the names of what was written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder}: sudah ada isinya. Pilih folder baru atau yang kosong.")
    start = scaffold.office(office_id, nama, singkatan, daerah, kode, zona)
    engine, wheel = _engine(mesin)
    title = f"Layanan {singkatan} {daerah}"
    words = {
        "__ID__": office_id,
        "__DISEBUT__": f"{singkatan} {daerah}",
        "__NAMA__": json.dumps(title, ensure_ascii=False),
        "__URAIAN__": json.dumps(f"Syarat, waktu, dan biaya layanan {nama}.", ensure_ascii=False),
        "__FORMAT__": str(FORMAT),
        "__MESIN__": engine,
    }
    made: dict[str, bytes] = {}
    for name, text in _skeleton():
        if name == "README.md":
            text = text.replace("# __NAMA__", f"# {title}")
        for mark, word in words.items():
            text = text.replace(mark, word)
        made["sop_data/situs.yml" if name == "situs.yml" else name] = text.encode()
    made |= {name: text.encode() for name, text in start.files.items()}
    for name in _SHARED:
        inside = _FILES / name
        made[name] = (inside if inside.is_file() else _CLONE / name).read_bytes()
    made |= {f".vscode/skema/{kind}.json": schema(kind) for kind in SCHEMAS}
    if wheel:
        made[f"program/{wheel.name}"] = wheel.read_bytes()
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for path in (folder / "tools").glob("*.sh"):
        path.chmod(0o755)
    return sorted([*made, *_example(folder, office_id)])


def _skeleton() -> Iterator[tuple[str, str]]:
    for path in sorted(_FILES.rglob("*")):
        name = path.relative_to(_FILES).as_posix()
        if path.is_file() and name not in _SHARED and "__pycache__" not in name:
            shown = "/".join(
                "." + part.removeprefix("dot-") if part.startswith("dot-") else part
                for part in name.removesuffix(".isi").split("/")
            )
            yield shown, path.read_text(encoding="utf-8")


def _example(folder: Path, office_id: str) -> list[str]:
    """One commented SOP with its form, to be copied or removed; it says that it is an example."""
    start = scaffold.sop(folder, f"{office_id}/{_EXAMPLE}", "Contoh layanan", "lain", is_draft=True)
    files = {name: text.replace("GANTI: ", "Contoh: ") for name, text in start.files.items()}
    scaffold.Start(files).write(folder)
    return list(files)


def _engine(wanted: str | None) -> tuple[str, Path | None]:
    """The requirement that brings this program, and its wheel where there is one to take along."""
    if wanted and wanted.endswith(".whl"):
        path = Path(wanted)
        if not path.is_file():
            raise ScaffoldError(f"{wanted}: berkas wheel itu tidak ada.")
        return "sop-terbuka", path
    if wanted:
        return f"sop-terbuka @ {wanted}", None
    found = metadata.distribution("sop-terbuka")
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    address = str(origin.get("url", ""))
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return f"sop-terbuka @ {vcs['vcs']}+{address}@{vcs['commit_id']}", None
    path = Path(unquote(urlsplit(address).path))
    if path.suffix == ".whl" and path.is_file():
        return "sop-terbuka", path
    return f"sop-terbuka=={found.version}", None
