"""What the Nu HTML checker says of a built site, without what the theme itself writes.

Run: .venv/bin/python benchmarks/vnu.py [site folder], after `make build`. Exits with 1 when a page
of ours is not valid. Needs Java and npm, whose package vnu-jar (MIT) carries the checker; it stays
in .cache/ and is no part of the project. The suite reads every page with a parser of HTML 5.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSION = "26.9.27"
# The theme's own boxes behind menu and search, and its label of a list of contents that has none.
THEMES = (
    re.compile(r'id="__(?:drawer|search)" autocomplete="off"'),
    re.compile(r'<label class="md-nav__title" for="__toc">'),
)
# From a file nothing is 'self', so the checker takes a page's own policy for broken.
OF_FILES = re.compile(r"Content Security Policy")


def checker() -> Path:
    """The checker, fetched once."""
    folder = ROOT / ".cache" / "vnu" / VERSION
    jar = folder / "vnu.jar"
    if not jar.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", f"vnu-jar@{VERSION}"]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(folder / done.stdout.split()[-1]) as package:
            content = package.extractfile("package/build/dist/vnu.jar")
            assert content is not None
            jar.write_bytes(content.read())
    return jar


def main() -> int:
    """Check and print."""
    if not shutil.which("java") or not shutil.which("npm"):
        print("Needs Java and npm.")
        return 1
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    command = ["java", "-Xss4m", "-jar", str(checker()), "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [*command, "--exit-zero-always", "--stdout", str(site)],
        check=True,
        capture_output=True,
        text=True,
    )
    ours: dict[str, Counter[str]] = {"error": Counter(), "info": Counter()}
    themes, example = 0, {}
    for said in json.loads(done.stdout)["messages"]:
        extract, message = said.get("extract", ""), said["message"]
        if any(known.search(extract) for known in THEMES):
            themes += 1
        elif not OF_FILES.search(message):
            plain = re.sub("“[^”]{30,}”", "“…”", message)[:140]
            ours[said["type"]][plain] += 1
            where = said.get("url", "").partition(f"{site.name}/")[2]
            example.setdefault(plain, f"{where}: {' '.join(extract.split())[:100]}")
    pages = sum(1 for _ in site.rglob("*.html"))
    errors, notes = ours["error"].total(), ours["info"].total()
    print(f"{pages} pages: {errors} errors, {notes} notes of ours; {themes} of the theme")
    for kind, found in ours.items():
        for message, count in found.most_common():
            print(f"  {kind} {count} x {message}\n      {example[message]}")
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main())
