"""What a portal over many sites costs to make, and what its reader loads.

Run: .venv/bin/python benchmarks/gabung.py [200 500], with --own also where no two sites call a
service alike unless they gave it a common key. The sites are this project's own lists in `api/v1/`
by honest copying: one office a site, with other ids, regions and codes. Bytes are compressed as a
host sends them; the queries are asked in Chromium.
"""

import argparse
import functools
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Response, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sop_terbuka.data.catalog import load  # noqa: E402
from sop_terbuka.meaning.layanan import all_layanan  # noqa: E402
from sop_terbuka.publish.addresses import bytes_of  # noqa: E402
from sop_terbuka.publish.feeds import opendata  # noqa: E402

_START = ("Bara", "Cala", "Dura", "Gala", "Jara", "Kara", "Lara", "Mara", "Nara", "Para", "Rara")
_END = ("bang", "dang", "gung", "jati", "kula", "lang", "mas", "nang", "pura", "sari", "tama")
_PROVINCES = 38
# The wall clock says nothing on a shared machine.
_MEASURED = (
    "import resource, sys; from sop_terbuka.cli import main; code = main(sys.argv[1:]); "
    "used = resource.getrusage(resource.RUSAGE_SELF); "
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000); sys.exit(code)"
)

Json = dict[str, Any]


def sites(folder: Path, count: int, has_own_names: bool) -> Path:
    """Write what so many sites publish, and the list of them; gives the list."""
    catalog = load(ROOT / "sop_data", ROOT / "forms")
    made = opendata.files(catalog, all_layanan(catalog), [])
    offices: list[Json] = json.loads(bytes_of(made["api/v1/instansi.json"]))
    services: list[Json] = json.loads(bytes_of(made["api/v1/sop.json"]))
    lines = ["situs:"]
    for number in range(count):
        office = offices[number % len(offices)]
        own = [one for one in services if one["instansi"] == office["id"]]
        name = (
            _START[number % 11]
            + _END[number // 11 % 11]
            + (_END[number // 121 % 11] * (number > 120))
        )
        if has_own_names:
            own = [
                one | ({} if one.get("layanan") else {"nama": f"{one['nama']} {name}"})
                for one in own
            ]
        code = f"{11 + number % _PROVINCES}.{1 + number // _PROVINCES:02}"
        before = office["daerah"].split()[-1]
        api = folder / f"situs-{number}" / "api" / "v1"
        api.mkdir(parents=True)
        for file, content in (
            ("sop.json", own),
            ("instansi.json", [office | {"kode_wilayah": code}]),
        ):
            text = json.dumps(content, ensure_ascii=False, indent=1)
            text = text.replace(before, name).replace(before.lower(), name.lower())
            (api / file).write_text(text, encoding="utf-8")
        lines.append(
            f"  - {{nama: Situs {number}, alamat: 'https://situs{number}.example/', "
            f"folder: situs-{number}}}"
        )
    path = folder / "gabungan.yml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def portal(source: Path, target: Path) -> tuple[float, float]:
    """Make the portal; gives the seconds of processor and the MB of memory at the most."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, "gabung", str(source), "--ke", str(target)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    cpu, memory = done.stdout.split("\n")[-2].split()
    return float(cpu), float(memory)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def loads(target: Path, queries: tuple[str, ...]) -> list[tuple[str, int, int, int, str]]:
    """Of the home page and each first query: bytes as sent, raw, requests, first result."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(target)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = []
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path)
        for query in ("", *queries):
            page = browser.new_context().new_page()
            bodies: list[Response] = []
            page.on("response", lambda one, kept=bodies: kept.append(one))
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            page.wait_for_load_state("networkidle")
            first = ""
            if query:
                bodies.clear()
                page.get_by_role("searchbox").fill(query)
                page.get_by_role("button", name="Cari").click()
                page.locator(".hasil li").first.wait_for()
                first = page.locator(".hasil li h2").first.inner_text()
            raw = [one.body() for one in bodies if one.url.startswith("http")]
            sent = sum(len(gzip.compress(body)) for body in raw)
            found.append((query, sent, sum(map(len, raw)), len(raw), first))
        browser.close()
    server.shutdown()
    server.server_close()
    return found


def main() -> None:
    """Print what each portal costs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("situs", nargs="*", type=int, default=[200])
    parser.add_argument("--own", action="store_true", help="every site has names of its own")
    parser.add_argument("--keep", type=Path, help="leave the last portal in this folder")
    arguments = parser.parse_args()
    for count in arguments.situs:
        for has_own in (False, True) if arguments.own else (False,):
            with tempfile.TemporaryDirectory() as name:
                target = arguments.keep or Path(name, "portal")
                cpu, memory = portal(sites(Path(name), count, has_own), target)
                print(f"{count} sites{', own names' if has_own else ''}:")
                print(f"  {cpu:.1f} CPU s, {memory:.0f} MB of memory")
                _tell(target)


def _tell(target: Path) -> None:
    every = [path for path in target.rglob("*") if path.is_file()]
    pages = sorted(
        ((p.stat().st_size, p.parent) for p in every if p.suffix == ".html"), reverse=True
    )
    total = sum(path.stat().st_size for path in every)
    print(f"  {len(every)} files, {total / 1e6:.1f} MB on disk, {len(pages)} pages")
    for size, folder in pages[:3]:
        print(f"  {size / 1e3:7.0f} kB  {folder.relative_to(target)}/")
    # The last region's word is in the data as it was copied.
    regions = re.findall(r">(\w+ \w+)<", (target / "daerah/11/index.html").read_text("utf-8"))
    place = regions[0].split()[-1] if regions else ""
    queries = (
        "kartu kuning",
        "pelatihan kerja",
        "pengaduan",
        f"kartu kuning {place}",
        "dinas",
        "pel",
    )
    for query, sent, raw, count, first in loads(target, queries):
        what = f'"{query}" -> {first}' if query else "home, all of it"
        print(f"  {sent / 1e3:5.1f} kB sent ({raw / 1e3:.0f} raw), {count} requests  {what}")


if __name__ == "__main__":
    main()
