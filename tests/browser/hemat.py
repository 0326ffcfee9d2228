"""A host as sites have it: packs what can be packed, lets browsers keep files, counts bytes."""

import functools
import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_PACKED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt"}
_KINDS = {".html": "html", ".css": "css", ".js": "js", ".mjs": "js"}


@functools.cache
def gzipped(path: Path) -> bytes:
    """A file as it goes over the line."""
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in _PACKED else content


@dataclass
class Sent:
    """What was sent since it was last cleared: bytes of the bodies, by file of the site."""

    address: str
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.sizes.values())

    def by_kind(self) -> Counter[str]:
        """The bytes of HTML, style sheets, scripts and others."""
        found: Counter[str] = Counter()
        for name, size in self.sizes.items():
            found[_KINDS.get(Path(name).suffix, "other")] += size
        return found

    def clear(self) -> None:
        """Count from here."""
        self.sizes.clear()

    def copy(self) -> "Sent":
        """What was counted so far."""
        return Sent(self.address, dict(self.sizes))


@contextmanager
def serve_packed(site: Path, wait: Callable[[int], None] = lambda _: None) -> Iterator[Sent]:
    """Serve a built site on one connection after another, as a host does.

    `wait` takes the time of a line for so many bytes.
    """
    sent = Sent("")

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            is_there = path.is_file()
            content = gzipped(path) if is_there else b""
            wait(len(content))
            self.send_response(200 if is_there else 404)
            self.send_header("Content-Type", self.guess_type(path))
            if path.suffix in _PACKED and is_there:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            name = str(path.relative_to(site)) if is_there else self.path
            sent.sizes[name] = sent.sizes.get(name, 0) + len(content)

        def log_message(self, *arguments: object) -> None:
            """Say nothing: only what is counted matters."""

    handler = functools.partial(Handler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    sent.address = f"http://127.0.0.1:{server.server_address[1]}/"
    yield sent
    server.shutdown()
    server.server_close()
    thread.join()
