"""What old browsers make of a built site: the oldest that is promised, and one below it.

Run: .venv/bin/python benchmarks/peramban_lama.py [site folder] [form], after `make build`. Exits
with 1 when something promised does not hold. Needs Linux on x86-64 and npm, whose package
chrome-aws-lambda carries old Chromium builds (the package MIT, Chromium BSD-3-Clause); they are
kept in .cache/ and are no part of the project.
"""

import base64
import fcntl
import json
import os
import platform
import select
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.forms import pdf_text, plan, serve, squeezed  # noqa: E402

from sop_terbuka.data.catalog import load  # noqa: E402

# The packages by what is promised: Chromium 80 is the oldest that does everything.
OLDEST, BELOW = "2.1.1", "1.20.4"
PATIENCE = 30.0
WIDTH, HEIGHT = 360, 740


def binary(version: str) -> Path:
    """The Chromium of a package, unpacked once."""
    folder = ROOT / ".cache" / "peramban-lama" / version
    program = folder / "chromium"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", f"chrome-aws-lambda@{version}"]
        name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
        with tarfile.open(folder / name.stdout.split()[-1]) as package:
            for member in package.getmembers():
                packed = Path(member.name)
                content = package.extractfile(member)
                if packed.parent.name != "bin" or content is None:
                    continue
                plain = brotli.decompress(content.read())
                if packed.name == "swiftshader.tar.br":
                    with tarfile.open(fileobj=BytesIO(plain)) as inner:
                        inner.extractall(folder, filter="data")
                elif packed.name.startswith("chromium"):
                    program.write_bytes(plain)
        program.chmod(0o755)
    return program


class Old:
    """One page of an old Chromium, driven over a pipe: newer tools speak to newer browsers only."""

    def __init__(self, program: Path, home: Path) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]

        def place() -> None:
            os.dup2(theirs[0], 3)
            os.dup2(theirs[1], 4)

        self.process = subprocess.Popen(
            [
                str(program), "--headless", "--no-sandbox", "--no-zygote", "--disable-gpu",
                "--disable-dev-shm-usage", "--remote-debugging-pipe", f"--user-data-dir={home}",
                "--lang=id",
            ],
            preexec_fn=place,
            close_fds=False,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in (theirs_in, theirs_out, *theirs):
            os.close(end)
        self._out, self._in, self._rest, self._count = ours_out, ours_in, b"", 0
        self.events: list[dict[str, Any]] = []
        self.version = str(self._send("Browser.getVersion", "")["product"])
        target = self._send("Target.createTarget", "", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", "", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": True}
        self.send("Emulation.setDeviceMetricsOverride", **size)

    def close(self) -> None:
        """End the browser."""
        self.process.kill()
        self.process.wait()
        os.close(self._out)
        os.close(self._in)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the page."""
        return self._send(method, self._session, **params)

    def _send(self, method: str, session: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        asked = {"id": self._count, "method": method, "params": params}
        asked |= {"sessionId": session} if session else {}
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            said = self._read()
            if said.get("id") == self._count:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error']}")
                return dict(said["result"])
            self.events.append(said)

    def _read(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._rest:
            if not select.select([self._in], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            self._rest += os.read(self._in, 1 << 20)
        said, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(said))

    def open(self, address: str) -> None:
        """Go to a page and wait until it is there."""
        self.events.clear()
        self.send("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, script: str) -> Any:
        """What a script on the page gives."""
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        said = self.send("Runtime.evaluate", **asked)
        if "exceptionDetails" in said:
            raise RuntimeError(str(said["exceptionDetails"])[:400])
        return said["result"].get("value")

    def wait(self, script: str) -> bool:
        """Whether something comes true in time."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.run(script):
                return True
            time.sleep(0.1)
        return False

    def troubles(self) -> list[str]:
        """What the page and its scripts complained about since it was opened."""
        self.run("0")
        found = []
        for event in self.events:
            said = event.get("params", {})
            if event.get("method") == "Runtime.exceptionThrown":
                details = said["exceptionDetails"]
                found.append(f"{details.get('url', '')}: {details['text']}")
            elif event.get("method") == "Log.entryAdded" and said["entry"]["level"] == "error":
                found.append(f"{said['entry'].get('url', '')}: {said['entry']['text']}")
        return found

    def picture(self, path: Path) -> None:
        """What is on the screen."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot")["data"]))

    def printed(self) -> bytes:
        """The page on paper."""
        return base64.b64decode(self.send("Page.printToPDF")["data"])


@contextmanager
def browser(version: str) -> Iterator[Old]:
    """An old browser with a profile of its own."""
    with tempfile.TemporaryDirectory() as home:
        made = Old(binary(version), Path(home))
        try:
            yield made
        finally:
            made.close()


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TITLE = (
    "(h => h.length === 1 && h[0].getBoundingClientRect().height > 0 && h[0].innerText)"
    "([...document.querySelectorAll('main h1')])"
)


def reads(page: Old, site: str, addresses: list[str]) -> list[str]:
    """What keeps the pages from being read."""
    found = []
    for address in addresses:
        page.open(site + address)
        if not page.run(TITLE):
            found.append(f"{address}: no title")
        if (over := page.run(SIDEWAYS)) > 0:
            found.append(f"{address}: {over} px sideways")
        found += [f"{address}: {trouble}" for trouble in page.troubles()]
    return found


def finds(page: Old, site: str, query: str, address: str) -> list[str]:
    """What keeps a search from the home page from finding a page."""
    page.open(site)
    page.run(
        f"document.querySelector('main form[role=search] input').value = {json.dumps(query)};"
        "document.querySelector('main form[role=search] button').click()"
    )
    time.sleep(1)
    hit = f"document.querySelector(\".md-search-result__list a[href*='{address}']\")"
    return page.troubles() if page.wait(f"Boolean({hit})") else [f"{query}: not found"]


FILL = """
((typed, chosen, ticked) => {
  const filled = [];
  for (const [name, text] of Object.entries(typed)) {
    const box = document.getElementById(`i-${name}`);
    if (!box) continue;
    box.value = text;
    filled.push(name);
    for (const kind of ["input", "change", "blur"]) {
      box.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }
  for (const name of [...Object.entries(chosen).map(([one, two]) => `${one}.${two}`), ...ticked]) {
    const box = document.getElementById(`i-${name}`);
    if (box && !box.checked) box.click();
  }
  return filled;
})(%s, %s, %s)
"""
READY = "document.querySelector('form[data-siap]') !== null"


def fills(page: Old, site: str, form_id: str) -> list[str]:
    """What keeps a form from becoming a PDF."""
    form = load(ROOT / "sop_data", ROOT / "forms").formulir[form_id]
    made = plan(form)
    page.open(f"{site}formulir/{form_id}/")
    if not page.wait(READY):
        return [f"{form_id}: not alive", *page.troubles()]
    given = [json.dumps(part) for part in (made.typed, made.chosen, sorted(made.ticked))]
    # Twice: some questions come up with the answers to others. Rows are added in the suite.
    for _ in range(2):
        filled = page.run(FILL % tuple(given))
    with tempfile.TemporaryDirectory() as folder:
        page.send("Page.setDownloadBehavior", behavior="allow", downloadPath=folder)
        page.run("document.querySelector('form[data-siap] button[type=submit]').click()")
        button = "[...document.querySelectorAll('button')].find(b => /Unduh PDF/.test(b.innerText))"
        if not page.wait(f"Boolean({button}) && {button}.offsetParent !== null"):
            said = page.run("document.querySelector('[role=alert]').innerText")
            return [f"{form_id}: no review: {said}", *page.troubles()]
        page.run(f"{button}.click()")
        end = time.monotonic() + PATIENCE
        while not (files := [*Path(folder).glob("*.pdf")]) and time.monotonic() < end:
            page.run("0")
            time.sleep(0.1)
        if not files:
            return [f"{form_id}: no PDF", *page.troubles()]
        time.sleep(0.5)
        text = pdf_text(files[0].read_bytes())
    wanted = [squeezed(made.paper[name]) for name in filled if name in made.paper]
    lost = [want for want in wanted if want not in text]
    if not lost and len(wanted) > 5:
        return page.troubles()
    return [f"{form_id}: {len(lost)} of {len(wanted)} answers lost: {lost}"]


def prints(page: Old, site: str, form_id: str) -> list[str]:
    """What keeps a form from being printed without any script."""
    form = load(ROOT / "sop_data", ROOT / "forms").formulir[form_id]
    page.open(f"{site}formulir/{form_id}/")
    text = pdf_text(page.printed())
    lost = [isian.label for isian in form.isian if squeezed(isian.label) not in text]
    return [f"{form_id}: not on paper: {lost}"] if lost else []


def says_what_to_do(page: Old, site: str) -> list[str]:
    """Whether somebody who turns to the search is told what to do instead of waiting."""
    page.open(site)
    page.run("document.querySelector('#__search').click()")
    time.sleep(1)
    said = str(page.run("document.querySelector('.md-search-result__meta').innerText"))
    way = page.run("document.querySelector('.md-search-result__meta a') !== null")
    return [] if way and "topik" in said.lower() else [f"search says only: {said}"]


def main() -> int:
    """Run both browsers and print what each can do."""
    if platform.system() != "Linux" or platform.machine() != "x86_64" or not shutil.which("npm"):
        print("Needs Linux on x86-64 and npm.")
        return 1
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    form_id = sys.argv[2] if len(sys.argv) > 2 else "pendaftaran-ak1"
    addresses = sorted(
        path.parent.relative_to(site).as_posix().replace(".", "") + "/"
        for path in site.rglob("index.html")
    )
    addresses = ["" if address == "/" else address for address in addresses]
    entries = json.loads((site / "search" / "indeks.json").read_text("utf-8"))["entri"]
    first = next(entry for entry in entries if entry["alamat"].count("/") == 2)
    failed = False
    with serve(site.parent) as server:
        home = f"{server.address}{site.name}/"
        for version in (OLDEST, BELOW):
            with browser(version) as page:
                print(page.version)
                checks = {
                    f"{len(addresses)} pages read": lambda page=page: reads(page, home, addresses),
                    "form prints": lambda page=page: prints(page, home, form_id),
                }
                if version == OLDEST:
                    checks |= {
                        "search finds": lambda page=page: finds(
                            page, home, first["judul"].split(" (")[0], first["alamat"]
                        ),
                        "form to PDF": lambda page=page: fills(page, home, form_id),
                    }
                else:
                    checks["search says what to do"] = lambda page=page: says_what_to_do(page, home)
                for name, check in checks.items():
                    found = check()
                    if version == BELOW:
                        # Scripts it cannot read do nothing there, which is the promise.
                        found = [trouble for trouble in found if "Uncaught" not in trouble]
                    failed |= bool(found)
                    print(f"  {name}: {'ok' if not found else len(found)}")
                    for trouble in found[:8]:
                        print(f"    {trouble}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
