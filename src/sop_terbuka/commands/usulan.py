"""`sop usulan`: a proposal file becomes a git branch with the change, or is refused."""

import argparse
import datetime
import hashlib
from collections.abc import Mapping
from pathlib import Path

from ..data.catalog import examine_with_sources
from ..data.files import Folder
from ..data.problem import DataError, Place, Problem, SopTerbukaError
from ..data.stray import RESERVED
from ..revise import gittree, usulan
from ..revise.safe_markdown import printable

NAME = "usulan"
HELP = "jadikan berkas usulan sebuah cabang git"
DESCRIPTION = (
    "Memeriksa berkas usulan (.yml) dari orang tanpa Git, lalu membuat cabang git berisi "
    "perubahannya. Folder kerja dan cabang yang sedang dibuka tidak berubah."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("berkas", type=Path, metavar="BERKAS", help="berkas usulan .yml")
    parser.add_argument(
        "--dari", default="HEAD", metavar="REVISI", help="dasar cabang baru (bawaan: HEAD)"
    )


def run(options: argparse.Namespace, site: Path) -> int:
    """Make the branch, or say why the proposal is refused or no longer fits."""
    try:
        branch, open_questions = propose(site, options.berkas, options.dari)
    except usulan.UsulanBentrok as error:
        raise SopTerbukaError(_conflict(error)) from error
    except DataError as error:
        raise SopTerbukaError(f"Usulan ditolak; tidak ada yang diubah.\n{error}") from error
    except gittree.GitError as error:
        raise SopTerbukaError(f"Usulan belum dapat dijadikan cabang: {error}") from error
    print(f"Cabang dibuat: {branch}")
    print(f"Lihat artinya: sop beda {options.dari} {branch}")
    print(f"Kirim: git push origin {branch}")
    if open_questions:
        print("Belum cocok dengan naskah yang disalin; putuskan sebelum menerimanya:")
        for problem in open_questions:
            print(printable(f"- {problem}"))
        print(
            "Bila dinas memang mengubahnya, tulis status: diperiksa dengan status_oleh dan "
            "status_tanggal, atau catat di perubahan. Bila hanya salah ketik, catat di koreksi."
        )
    return 0


def propose(repository: Path, path: Path, base: str) -> tuple[str, list[Problem]]:
    """The new branch's name, and where a copied SOP no longer says what its source says."""
    proposal = usulan.read(path)
    parent = gittree.resolve(repository, base)
    name = f"sop_data/{proposal.sop}.yml"
    office, _, slug = proposal.sop.partition("/")
    is_sop = slug != "instansi" and office not in RESERVED
    content = gittree.read(repository, parent, name) if is_sop else None
    if content is None:
        place = Place(path.name, tempat="sop")
        pesan = f'SOP "{proposal.sop}" tidak ada di {base}.'
        raise DataError([place.problem("sop-tidak-dikenal", pesan, 'Periksa kunci "sop".')])
    files = {name: content}
    office_name = f"sop_data/{office}/instansi.yml"
    if (beside := gittree.read(repository, parent, office_name)) is not None:
        files[office_name] = beside
    keys = {name: usulan.SOP, office_name: usulan.INSTANSI}
    made = usulan.apply(
        proposal, {keys[file]: text for file, text in files.items()}, f"{datetime.date.today()}"
    )
    changed = {file: made[keys[file]] for file in files if made[keys[file]] != files[file]}
    open_questions = _refuse_problems(repository, parent, changed)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    branch = f"usulan/{proposal.sop.replace('/', '-')}-{digest[:8]}"
    message = _message(proposal, digest, _moved_on(repository, proposal, name, content))
    gittree.add_branch(repository, branch, parent, changed, message)
    return branch, open_questions


def _moved_on(repository: Path, proposal: usulan.Usulan, name: str, content: bytes) -> bool:
    """Whether the file has changed since the proposal was made."""
    if proposal.dasar.startswith("sha256:"):
        return usulan.fingerprint(content) != proposal.dasar
    try:
        return gittree.read(repository, proposal.dasar, name) != content
    except gittree.GitError:
        # A commit that is not known here says nothing about the file.
        return True


def _refuse_problems(repository: Path, parent: str, changed: dict[str, bytes]) -> list[Problem]:
    """Refuse a change that `sop periksa` would not let through; old problems stay as they are.

    Only what a copy has that its source has not is left to whoever accepts the proposal.
    """
    files = gittree.tree(repository, parent)
    # Lines may have shifted, so an old problem is known by its words.
    known = {(p.berkas, p.pesan, p.aturan) for p in _problems(files)}
    after = _problems({**files, **changed})
    new = [p for p in after if (p.berkas, p.pesan, p.aturan) not in known]
    if wrong := [p for p in new if p.aturan not in _ON_SOURCE]:
        raise DataError(wrong)
    return new


_ON_SOURCE = ("isi-tidak-di-naskah", "sel-naskah-hilang")


def _problems(files: Mapping[str, bytes]) -> list[Problem]:
    site = Folder("", files)
    return examine_with_sources(site.below("sop_data"), site.below("forms"))[1]


def _message(proposal: usulan.Usulan, digest: str, moved_on: bool) -> str:
    count = len(proposal.perubahan)
    lines = [f"data({proposal.sop}): usulan perubahan ({count})", ""]
    for item in proposal.perubahan:
        # Indented, so that no stranger's line can pass for a trailer such as Co-authored-by.
        lines.append(f"- {item.pada}")
        if item.sumber:
            lines.append(f"  sumber: {' '.join(item.sumber.nama.split())}")
        if item.alasan:
            lines.append(f"  alasan: {' '.join(item.alasan.split())}")
    if proposal.pengusul:
        lines += ["", f"  Pengusul: {' '.join(proposal.pengusul.split())}"]
    if moved_on:
        lines += ["", "Berkas SOP sudah berubah sejak usulan dibuat; bagian ini masih sama."]
    return "\n".join([*lines, "", f"Berkas usulan: sha256 {digest}", ""])


def _conflict(error: usulan.UsulanBentrok) -> str:
    lines = ["Usulan bentrok: isi SOP sudah lain sejak usulan dibuat. Tidak ada yang diubah."]
    for item in error.bentrok:
        lines += [
            f"- {item.pada}" + (f": {item.sebab}" if item.sebab else ""),
            f"    saat diusulkan: {_shown(item.dari)}",
            f"    sekarang:       {_shown(item.kini)}",
            f"    diusulkan:      {_shown(item.menjadi)}",
        ]
    lines.append("Minta pengusul membuat usulan baru dari halaman yang sekarang.")
    return "\n".join(printable(line) for line in lines)


def _shown(text: str | None) -> str:
    return f"“{text}”" if text is not None else "(tidak ada)"
