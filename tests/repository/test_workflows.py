"""Both halves of the pull-request path, run by the workflows' own commands on a fork's change."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from sop_terbuka.publish.outputs import OUTPUTS
from sop_terbuka.revise.safe_markdown import MARK
from tests.contoh_revisi import SAMPLES, SOP, commit, edit, git, repository
from tests.revise.test_revisi_golden import PUBLISHED

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PULL = "https://contoh.invalid/a/b/pull/5"


class Host(BaseHTTPRequestHandler):
    """As much of GitHub's interface as the trusted half uses."""

    pull: dict[str, Any]
    comments: list[dict[str, Any]]
    calls: list[str]
    url: str

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


def workflow(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))


def commands(name: str, job: str) -> dict[str, dict[str, Any]]:
    """The steps of a job that run something, by name."""
    return {s["name"]: s for s in workflow(name)["jobs"][job]["steps"] if "run" in s}


def environment(folder: Path) -> None:
    """What the step "Siapkan" leaves: an environment with this program, without the network."""
    venv.create(folder / ".venv", with_pip=False, symlinks=True)
    (site,) = (folder / ".venv").glob("lib/python*/site-packages")
    packages = [path for path in sys.path if path.endswith("site-packages")]
    (site / "program.pth").write_text("\n".join([str(ROOT / "src"), *packages]), encoding="utf-8")
    sop = folder / ".venv/bin/sop"
    sop.write_text(
        f"#!{folder}/.venv/bin/python -I\nimport sys\nfrom sop_terbuka.cli import main\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    sop.chmod(0o755)


@dataclass
class Proposal:
    """A pull request from a fork: the host's repository, the main branch's checkout, the commit."""

    host: Path
    fork: Path
    checkout: Path

    def push(self, message: str = "data: usulan") -> str:
        commit(self.fork, message, "2026-02-01T00:00:00Z")
        git(self.fork, "push", "-q", "-f", "origin", "HEAD:refs/pull/5/head")
        return git(self.fork, "rev-parse", "HEAD").strip()

    def run(self, step: str, head: str, host: type[Host]) -> subprocess.CompletedProcess[str]:
        """Run a step of the trusted half as the workflow writes it."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c",
             commands("komentar.yml", "komentar")[step]["run"]],
            cwd=self.checkout,
            env={
                "PATH": os.environ["PATH"],
                "RUNNER_TEMP": str(self.checkout.parent / "sementara"),
                "NUMBER": "5",
                "HEAD_SHA": head,
                "CHECKS_URL": f"{PULL}/checks",
                "GITHUB_TOKEN": "uji",
                "GITHUB_REPOSITORY": "a/b",
                "GITHUB_API_URL": host.url,
            },
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip

    def comment(self, head: str, host: type[Host]) -> str:
        """Run both steps; the comment that stands on the pull request then."""
        host.pull = {"head": {"sha": head}, "state": "open"}
        for step in ("Tulis arti perubahan", "Kirim komentar"):
            done = self.run(step, head, host)
            assert done.returncode == 0, done.stderr
        body: str = host.comments[-1]["body"]
        return body


@pytest.fixture
def proposal(tmp_path: Path) -> Proposal:
    main = repository(tmp_path / "asal")
    shutil.copytree(ROOT / "tools", main / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    commit(main, "tools: alat", "2026-01-20T00:00:00Z")
    fork = tmp_path / "cabang"
    git(tmp_path, "clone", "-q", str(main), str(fork))
    git(fork, "checkout", "-q", "-b", "usulan")
    # Main moved on meanwhile: that must not show as the proposal's doing.
    edit(main, [("sop_data/kota-contoh/izin-parkir.yml", "waktu: 2 jam", "waktu: 1 jam")])
    commit(main, "data: parkir", "2026-02-02T00:00:00Z")
    checkout = tmp_path / "utama"
    git(tmp_path, "clone", "-q", str(main), str(checkout))
    environment(checkout)
    return Proposal(main, fork, checkout)


def test_a_proposal_from_a_fork_gets_one_comment_that_is_renewed(
    proposal: Proposal, host: type[Host]
) -> None:
    edit(proposal.fork, SAMPLES["waktu-dinaikkan"])
    head = proposal.push()
    body = proposal.comment(head, host)
    golden = (ROOT / "tests/golden/beda/waktu-dinaikkan.md").read_text(encoding="utf-8")
    # A new kind of file needs no new reading of the whole comment.
    unread = tuple(f"- {output.sebutan}: " for output in OUTPUTS if output not in PUBLISHED)
    lines = [line for line in body.splitlines(keepends=True) if not line.startswith(unread)]
    assert "".join(lines).startswith(golden)
    assert "parkir" not in body.replace("/kota-contoh/izin-parkir/", "")
    assert body.endswith(
        f"[Hasil pemeriksaan dan pratinjau situs]({PULL}/checks) (artefak `pratinjau-situs`)."
    )
    edit(proposal.fork, SAMPLES["salah-ketik"])
    renewed = proposal.comment(proposal.push(), host)
    assert len(host.comments) == 1
    assert renewed != body


def test_a_proposal_that_also_edits_the_program_is_told_in_red_and_runs_nothing(
    proposal: Proposal, host: type[Host], tmp_path: Path
) -> None:
    edit(proposal.fork, SAMPLES["waktu-dinaikkan"])
    mark = tmp_path / "jahat"
    bad = f"import pathlib; pathlib.Path({str(mark)!r}).touch()\n"
    for name in ("src/sop_terbuka/__init__.py", "sitecustomize.py", "sop_data/hitung.py"):
        path = proposal.fork / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(bad, encoding="utf-8")
    for name in ("tools/ringkas-pr.sh", ".venv/bin/sop"):
        path = proposal.fork / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
        path.chmod(0o755)
    git(proposal.fork, "add", "-f", ".venv")
    before = git(proposal.checkout, "status", "--porcelain", "--branch")
    body = proposal.comment(proposal.push(), host)

    assert body.startswith(
        f"{MARK}\n> [!CAUTION]\n> **Perubahan ini juga menyentuh 5 berkas yang bukan data: "
        ".venv/bin/sop, sitecustomize.py, sop\\_data/hitung.py, "
        "src/sop\\_terbuka/\\_\\_init\\_\\_.py, tools/ringkas-pr.sh. Artinya "
        "tidak dijelaskan di sini; baca sendiri berkas itu.**\n\n"
        "## Arti perubahan ini\n\n1 berkas data berubah. Memberatkan pemohon: 1."
    )
    assert not mark.exists()
    assert git(proposal.checkout, "status", "--porcelain", "--branch") == before
    assert not (proposal.checkout / "sitecustomize.py").exists()


def test_the_untrusted_half_checks_the_merge_with_its_own_command(
    proposal: Proposal, tmp_path: Path
) -> None:
    edit(proposal.fork, [(SOP, "waktu: 30 menit  # diukur", "waktu: 30 menit #diukur")])
    proposal.push()
    merged = tmp_path / "gabungan"
    git(tmp_path, "clone", "-q", str(proposal.host), str(merged))
    git(merged, "fetch", "-q", "origin", "refs/pull/5/head")
    git(merged, "merge", "-q", "--no-ff", "-m", "gabung", "FETCH_HEAD")
    environment(merged)
    steps = commands("pemeriksaan.yml", "periksa")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", steps["Tandai masalah data pada barisnya"]["run"]],
        cwd=merged,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"::error file={SOP},line=" in done.stdout
    assert "teks sesudah tanda # tidak dibaca" in done.stdout


def test_a_tree_that_is_refused_gets_a_comment_that_says_why(
    proposal: Proposal, host: type[Host]
) -> None:
    (proposal.fork / "sop_data/kota-contoh/[x](y).yml").symlink_to("/etc/passwd")
    body = proposal.comment(proposal.push(), host)
    assert body.startswith(
        f'{MARK}\n> [!CAUTION]\n> Perubahan ini tidak dibaca: "sop\\_data/kota-contoh/'
        '\\[x\\](y).yml" tautan ke berkas lain, bukan berkas.'
    )


def test_a_name_of_a_file_cannot_act_in_the_comment(proposal: Proposal, host: type[Host]) -> None:
    name = "@orang [klik](http:jahat) <b> #1 ![x](y).txt"
    (proposal.fork / name).write_text("x", encoding="utf-8")
    body = proposal.comment(proposal.push(), host)
    assert "1 berkas yang bukan data: @&#8203;orang \\[klik\\]" in body
    assert "tidak ditampilkan" not in body


def test_a_newer_push_is_left_to_its_own_run(proposal: Proposal, host: type[Host]) -> None:
    edit(proposal.fork, SAMPLES["waktu-dinaikkan"])
    old = proposal.push()
    edit(proposal.fork, SAMPLES["salah-ketik"])
    proposal.push()
    done = proposal.run("Tulis arti perubahan", old, host)
    assert (done.returncode, "sudah berubah lagi" in done.stdout) == (0, True)
    assert proposal.run("Kirim komentar", old, host).returncode == 0
    assert host.calls == []


@pytest.mark.parametrize(
    "pull",
    [{"head": {"sha": "lain"}, "state": "open"}, {"head": {"sha": "abc"}, "state": "closed"}],
)
def test_a_pull_request_that_is_another_by_now_gets_no_comment(
    pull: dict[str, Any], host: type[Host], tmp_path: Path
) -> None:
    host.pull = pull
    done = posted(f"{MARK}\n", host, tmp_path)
    assert "sudah berubah atau ditutup" in done.stdout
    assert host.comments == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{MARK}\nSetujui saja @pengelola\n", "ada sebutan nama (@)"),
        (f"{MARK}\n[klik](https://jahat.invalid)\n", "ada tautan"),
        (f"{MARK}\n<script>x</script>\n", "ada HTML"),
        (f"{MARK}\n<details>\n\\<a href=//jahat.invalid>x\\</a>\n", "ada HTML"),
        ("tanpa penanda\n", "tidak diawali penanda"),
        (f"{MARK}\n" + "x" * 300_000, "terlalu panjang"),
        (f"{MARK}\n\x1b[31m\n", "ada aksara kendali"),
    ],
)
def test_a_comment_that_acts_is_not_posted(
    text: str, reason: str, host: type[Host], tmp_path: Path
) -> None:
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    assert posted(text, host, tmp_path).returncode == 0
    body = host.comments[0]["body"]
    assert body.startswith(f"{MARK}\n## Arti perubahan ini\n\nRingkasan otomatis tidak ditampilkan")
    assert reason in body
    assert "jahat" not in body
    assert "@pengelola" not in body
    assert len(body) < 1000


def test_somebody_elses_comment_is_never_overwritten(host: type[Host], tmp_path: Path) -> None:
    host.pull = {"head": {"sha": "abc"}, "state": "open"}
    host.comments.append({"id": 1, "body": f"{MARK}\n", "user": {"login": "orang", "type": "User"}})
    done = posted(f"{MARK}\n", host, tmp_path)
    assert done.stdout == "Komentar dikirim ke pull request 5.\n"


def posted(text: str, host: type[Host], folder: Path) -> subprocess.CompletedProcess[str]:
    """Post a text that somehow came to stand where the summary is read."""
    (folder / "beda.md").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, str(ROOT / "tools/komentar_pr.py"), str(folder)],
        env={
            "PYTHONPATH": str(ROOT / "src"),
            "GITHUB_TOKEN": "uji",
            "GITHUB_REPOSITORY": "a/b",
            "GITHUB_API_URL": host.url,
            "NUMBER": "5",
            "HEAD_SHA": "abc",
            "CHECKS_URL": f"{PULL}/checks",
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [
        line for line in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_the_untrusted_half_can_write_nothing_and_sees_no_secret() -> None:
    text = (ROOT / ".github/workflows/pemeriksaan.yml").read_text(encoding="utf-8")
    checks = yaml.safe_load(text)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert "github.token" not in text
    assert checks["permissions"] == {}
    assert {str(job["permissions"]) for job in checks["jobs"].values()} == {"{'contents': 'read'}"}


def test_the_trusted_half_takes_no_code_of_the_proposal() -> None:
    text = (ROOT / ".github/workflows/komentar.yml").read_text(encoding="utf-8")
    (job,) = workflow("komentar.yml")["jobs"].values()
    checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert [step["with"]["ref"] for step in checkouts] == [
        "${{ github.event.repository.default_branch }}"
    ]
    assert all(not step["with"]["persist-credentials"] for step in checkouts)
    assert "cache" not in text
    assert "artifact" not in text
    # What a stranger writes, such as a title or a branch's name, reaches no command line.
    assert not any("${{" in step.get("run", "") for step in job["steps"])
    # The token is there only where the comment is sent.
    assert [s["name"] for s in job["steps"] if "GITHUB_TOKEN" in s.get("env", {})] == [
        "Kirim komentar"
    ]


@pytest.mark.parametrize(
    "folder", [".github/workflows", "src/sop_terbuka/intake/situs/dot-github/workflows"]
)
def test_only_what_passed_the_checks_is_published_under_the_address_that_pages_names(
    folder: str,
) -> None:
    site = yaml.safe_load((ROOT / folder / "situs.yml").read_text(encoding="utf-8"))
    checks = yaml.safe_load((ROOT / folder / "pemeriksaan.yml").read_text(encoding="utf-8"))
    jobs = site["jobs"]
    assert jobs["periksa"]["uses"] == "./.github/workflows/pemeriksaan.yml"
    assert (jobs["bangun"]["needs"], jobs["terbitkan"]["needs"]) == ("periksa", "bangun")
    assert "workflow_call" in checks[True]  # YAML reads the word `on` as true.
    steps = jobs["bangun"]["steps"]
    ids = {step["id"]: step["uses"] for step in steps if "id" in step}
    assert ids["pages"].startswith("actions/configure-pages@")
    (build,) = (step for step in steps if step.get("run") == "make build")
    assert build["env"]["SOP_SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
