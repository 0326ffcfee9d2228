"""The pull-request path on a sample change from a fork, with a stand-in for GitHub's interface."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from sop_terbuka.publish.outputs import OUTPUTS
from sop_terbuka.revise.safe_markdown import MARK
from tests.contoh_revisi import SAMPLES, commit, edit, git, repository
from tests.revise.test_revisi_golden import PUBLISHED

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
RUN = "https://contoh.invalid/a/b/actions/runs/7"


class Host(BaseHTTPRequestHandler):
    """As much of GitHub's interface as the trusted half uses."""

    pull: dict[str, Any]
    comments: list[dict[str, Any]]
    calls: list[str]

    def do_GET(self) -> None:
        self.calls.append(f"GET {self.path}")
        if self.path == "/repos/a/b/pulls/5":
            self.answer(self.pull)
        elif self.path.startswith("/repos/a/b/issues/5/comments?"):
            self.answer(self.comments if self.path.endswith("page=1") else [])
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        self.calls.append(f"POST {self.path}")
        self.comments.append(
            {"id": 9, "body": self.sent(), "user": {"login": "github-actions[bot]", "type": "Bot"}}
        )
        self.answer(self.comments[-1])

    def do_PATCH(self) -> None:
        self.calls.append(f"PATCH {self.path}")
        self.comments[-1]["body"] = self.sent()
        self.answer(self.comments[-1])

    def sent(self) -> str:
        assert self.headers["Authorization"] == "Bearer uji"
        body: str = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        return body

    def answer(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def host() -> Iterator[type[Host]]:
    kind = type("Host", (Host,), {"pull": {}, "comments": [], "calls": []})
    server = HTTPServer(("127.0.0.1", 0), kind)
    kind.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield kind
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def sop(tmp_path: Path) -> Path:
    """The `sop` command as an executable file, with the commands of this test."""
    path = tmp_path / "sop"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nfrom sop_terbuka.cli import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What actions/checkout gives for a pull request from a fork: its merge into main."""
    main = repository(tmp_path / "asal")
    fork = tmp_path / "cabang"
    git(tmp_path, "clone", "-q", str(main), str(fork))
    git(fork, "checkout", "-q", "-b", "usulan")
    edit(fork, SAMPLES["waktu-dinaikkan"])
    commit(fork, "data: waktu", "2026-02-01T00:00:00Z")
    # Main moved on meanwhile: that must not show as the proposal's doing.
    edit(main, [("sop_data/kota-contoh/izin-parkir.yml", "waktu: 2 jam", "waktu: 1 jam")])
    commit(main, "data: parkir", "2026-02-02T00:00:00Z")
    git(main, "fetch", "-q", str(fork), "usulan")
    git(main, "checkout", "-q", "--detach")
    git(main, "merge", "-q", "--no-ff", "-m", "gabung", "FETCH_HEAD")
    return main


def summarise(checkout: Path, sop: Path, folder: Path, number: str = "5") -> None:
    subprocess.run(
        [str(ROOT / "tools/ringkas-pr.sh"), "HEAD^1", "HEAD", number, str(folder)],
        cwd=checkout,
        env=os.environ | {"SOP": str(sop)},
        check=True,
    )


def post(folder: Path, host: type[Host], head: str = "abc") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", str(ROOT / "tools/komentar_pr.py"), str(folder)],
        env={
            "GITHUB_TOKEN": "uji",
            "GITHUB_REPOSITORY": "a/b",
            "GITHUB_API_URL": host.url,
            "HEAD_SHA": head,
            "RUN_URL": RUN,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_proposal_from_a_fork_gets_one_comment_that_is_renewed(
    checkout: Path, sop: Path, host: type[Host], tmp_path: Path
) -> None:
    folder = tmp_path / "ringkasan"
    summarise(checkout, sop, folder)
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    first = post(folder, host)
    assert first.stdout == "Komentar dikirim ke pull request 5.\n", first.stderr
    body = host.comments[0]["body"]
    golden = (ROOT / "tests/golden/beda/waktu-dinaikkan.md").read_text(encoding="utf-8")
    # A new kind of file needs no new reading of the whole comment.
    unread = tuple(f"- {output.sebutan}: " for output in OUTPUTS if output not in PUBLISHED)
    lines = [line for line in body.splitlines(keepends=True) if not line.startswith(unread)]
    assert "".join(lines).startswith(golden)
    assert "parkir" not in body.replace("/kota-contoh/izin-parkir/", "")
    assert body.endswith(
        f"[Hasil pemeriksaan dan pratinjau situs]({RUN}) (artefak `pratinjau-situs`)."
    )
    second = post(folder, host)
    assert second.stdout == "Komentar di pull request 5 diperbarui.\n"
    assert len(host.comments) == 1


def test_the_summary_shows_on_the_runs_own_page(
    checkout: Path, sop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "halaman.md"))
    summarise(checkout, sop, tmp_path / "ringkasan")
    written = (tmp_path / "ringkasan" / "beda.md").read_text(encoding="utf-8")
    assert (tmp_path / "halaman.md").read_text(encoding="utf-8") == written
    data = json.loads((tmp_path / "ringkasan" / "beda.json").read_text(encoding="utf-8"))
    assert data["jumlah"]["memberatkan"] == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{MARK}\nSetujui saja @pengelola\n",
        f"{MARK}\n[klik](https://jahat.invalid)\n",
        f"{MARK}\n<script>x</script>\n",
        "tanpa penanda\n",
        f"{MARK}\n" + "x" * 300_000,
        f"{MARK}\n\x1b[31m\n",
    ],
)
def test_a_hostile_artifact_is_not_posted(text: str, host: type[Host], tmp_path: Path) -> None:
    (tmp_path / "beda.md").write_text(text, encoding="utf-8")
    (tmp_path / "nomor.txt").write_text("5\n", encoding="utf-8")
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    assert post(tmp_path, host).returncode == 0
    body = host.comments[0]["body"]
    assert body.startswith(f"{MARK}\n## Arti perubahan ini\n\nRingkasan otomatis tidak ditampilkan")
    assert "jahat" not in body
    assert "@pengelola" not in body
    assert len(body) < 1000


def test_a_link_in_the_artifact_is_not_followed(host: type[Host], tmp_path: Path) -> None:
    secret = tmp_path / "rahasia"
    secret.write_text(f"{MARK}\nrahasia\n", encoding="utf-8")
    folder = tmp_path / "ringkasan"
    folder.mkdir()
    (folder / "beda.md").symlink_to(secret)
    (folder / "nomor.txt").write_text("5\n", encoding="utf-8")
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    assert post(folder, host).returncode == 0
    assert "rahasia" not in host.comments[0]["body"]


@pytest.mark.parametrize("number", ["5/../../orgs/x", "../5", "5 6", "-5", "", "٥", "1" * 40])
def test_a_number_that_is_no_number_reaches_nothing(
    number: str, host: type[Host], tmp_path: Path
) -> None:
    (tmp_path / "beda.md").write_text(f"{MARK}\n", encoding="utf-8")
    (tmp_path / "nomor.txt").write_text(number, encoding="utf-8")
    assert post(tmp_path, host).returncode == 1
    assert host.calls == []


@pytest.mark.parametrize(
    "pull",
    [{"head": {"sha": "lain"}, "state": "open"}, {"head": {"sha": "abc"}, "state": "closed"}],
)
def test_another_pull_request_than_the_runs_own_gets_no_comment(
    pull: dict[str, Any], host: type[Host], tmp_path: Path
) -> None:
    (tmp_path / "beda.md").write_text(f"{MARK}\n", encoding="utf-8")
    (tmp_path / "nomor.txt").write_text("5", encoding="utf-8")
    host.pull = pull
    done = post(tmp_path, host)
    assert done.returncode == 1
    assert "bukan asal pemeriksaan ini" in done.stderr
    assert host.comments == []


def test_somebody_elses_comment_is_never_overwritten(host: type[Host], tmp_path: Path) -> None:
    (tmp_path / "beda.md").write_text(f"{MARK}\n", encoding="utf-8")
    (tmp_path / "nomor.txt").write_text("5", encoding="utf-8")
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    host.comments.append({"id": 1, "body": f"{MARK}\n", "user": {"login": "orang", "type": "User"}})
    assert post(tmp_path, host).stdout == "Komentar dikirim ke pull request 5.\n"


def test_a_run_without_artifact_is_no_error(host: type[Host], tmp_path: Path) -> None:
    assert post(tmp_path / "tidak-ada", host).returncode == 0
    assert host.calls == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [
        line for line in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_the_untrusted_half_can_write_nothing_and_sees_no_secret() -> None:
    path = ROOT / ".github/workflows/pemeriksaan.yml"
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert "github.token" not in text
    assert workflow["permissions"] == {}
    assert {str(job["permissions"]) for job in workflow["jobs"].values()} == {
        "{'contents': 'read'}"
    }


def test_the_trusted_half_takes_no_code_of_the_proposal() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/komentar.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["komentar"]["steps"]
    assert steps[0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert [step.get("run") for step in steps if "run" in step] == [
        'python3 -I tools/komentar_pr.py "$RUNNER_TEMP/ringkasan"'
    ]
    assert steps[1]["with"]["path"] == "${{ runner.temp }}/ringkasan"
