"""How much memory `mkdocs serve` holds while an author saves again and again.

Run: .venv/bin/python benchmarks/tahan.py [--edits 200] [--whole 10] [--every 20]
The sample site of the tests is served from a copy. First the name of one SOP is changed as often as
asked; each time its page is fetched until the new name stands there. Then the same is done with a
file for which everything is built again. Prints the memory of the server along the way.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import sample_project  # noqa: E402

SOP = "kota-wanasari/kartu-ak1"
FORM = "keberatan-informasi-publik"


def memory(process: int) -> float:
    """The MB that a process holds, without those of its children."""
    text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+)", text)[0]) / 1000


def shown(address: str, word: str) -> None:
    """Wait until a page holds a word."""
    while True:
        try:
            with urllib.request.urlopen(address, timeout=600) as answer:
                if word in answer.read().decode():
                    return
        except urllib.error.URLError:
            pass  # Not served yet.
        time.sleep(0.05)


def renamer(path: Path, key: str) -> Callable[[str], None]:
    """What saves a file with another value of a key on its first line of that name."""
    text = path.read_text(encoding="utf-8")
    assert re.search(rf"^{key}: .*$", text, re.MULTILINE)

    def save(name: str) -> None:
        new = re.sub(rf"^{key}: .*$", f"{key}: {name}", text, count=1, flags=re.MULTILINE)
        path.write_text(new, encoding="utf-8")

    return save


def main() -> None:
    """Print a line for every so many edits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--whole", type=int, default=10)
    parser.add_argument("--every", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        project = sample_project(Path(name))
        # The server builds everything anew when the program changes meanwhile.
        (project / "src").unlink()
        (project / "src").mkdir()
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        environment = os.environ | {
            "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000",
            "PYTHONPATH": str(ROOT / "src"),
        }  # fmt: skip
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place],
            cwd=project, env=environment,
        )  # fmt: skip
        try:
            soak(server.pid, f"http://{place}/", project, asked)
        finally:
            server.terminate()
            server.wait()


def soak(server: int, address: str, project: Path, asked: argparse.Namespace) -> None:
    """Save and look, first an SOP, then a form."""
    shown(f"{address}{SOP}/", "</html>")
    kinds = (
        ("SOP", project / f"sop_data/{SOP}.yml", "nama", f"{SOP}/", asked.edits, asked.every),
        ("whole", project / f"forms/{FORM}.yml", "judul", f"formulir/{FORM}/", asked.whole, 1),
    )
    for kind, path, key, page, edits, every in kinds:
        save = renamer(path, key)
        start = time.monotonic()
        print(f"{kind} 0: {memory(server):.0f} MB", flush=True)
        for number in range(1, edits + 1):
            save(f"Kartu nomor {number} saja")
            shown(address + page, f"Kartu nomor {number} saja")
            if number % every == 0:
                each = (time.monotonic() - start) / number
                print(f"{kind} {number}: {memory(server):.0f} MB, {each:.2f} s each", flush=True)


if __name__ == "__main__":
    main()
