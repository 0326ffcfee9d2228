"""`sop impor`: the office's own Word, Excel, PDF or text files become readings or drafts."""

import argparse
import datetime
import gc
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..data import draft
from ..intake import readers
from ..intake.draft import Known, Made, drafts
from ..intake.draft.coverage import shown
from ..intake.printing import as_json
from ..intake.reading import IntakeError, Reading
from ..intake.sheet import refreshed, sheet_of, sop_of
from ..revise.beri_id import with_ids
from .kembali import office_of, returned

SHEETS = "impor"

NAME = "impor"
HELP = "jadikan berkas Word, Excel, PDF atau teks sebuah rancangan SOP"
DESCRIPTION = (
    "Membaca SOP dari berkas kantor dan menulis rancangannya: data SOP, teks sumbernya, dan "
    "rekaman peraturan baru. Satu berkas boleh memuat beberapa SOP; folder dibaca seluruhnya. "
    "Kode keluar 1 bila ada berkas yang tidak terbaca."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("berkas", nargs="*", type=Path, metavar="BERKAS", help="berkas atau folder")
    parser.add_argument("--instansi", metavar="ID", help="id dinas pemilik SOP-nya")
    parser.add_argument(
        "--bacaan",
        action="store_true",
        help="cetak hasil bacaan sebagai JSON, tanpa membuat berkas",
    )
    parser.add_argument(
        "--perbarui",
        action="store_true",
        help="perbarui lembar periksa di folder impor/ menurut data sekarang",
    )


def run(options: argparse.Namespace, site: Path) -> int:
    """Read every file; 1 when one could not be read, 2 when there is nothing to read."""
    if options.perbarui:
        return _refresh(site)
    files = readers.files_below(options.berkas)
    missing = [path for path in files if not path.is_file()]
    for path in missing:
        print(f"{path}: tidak ada.", file=sys.stderr)
    if not files:
        print("Tidak ada berkas yang dapat dibaca di sana.", file=sys.stderr)
    if missing or not files:
        return 2
    if options.bacaan:
        failed, found = _collect(_read(files, site, None))
        print(json.dumps([as_json(reading) for reading in found], ensure_ascii=False, indent=1))
        return 1 if failed else 0
    office = options.instansi or office_of(files)
    if not office:
        print("Sebut dinasnya: --instansi ID, misalnya --instansi kota-contoh.", file=sys.stderr)
        return 2
    try:
        known = _known(site, office)
    except IntakeError as error:
        print(error, file=sys.stderr)
        return 1
    failed, count = 0, 0
    for path, readings in zip(files, _read(files, site, known), strict=True):
        if readings is None:
            failed += 1
            continue
        for one in drafts(readings, known):
            # A proposal about an item names it by its id, also while the SOP is a draft.
            made = replace(one, files=one.files | with_ids(one.files))
            count += 1
            _write(site, made)
            _write_sheet(site, path, made)
            _tell(made)
    if count:
        print(f"{count} rancangan. Buka lembar periksanya di peramban, lalu jalankan: sop periksa")
    return 1 if failed else 0


def _known(site: Path, office: str) -> Known:
    if not (site / "sop_data").is_dir():
        raise IntakeError(
            "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data."
        )
    found, _ = draft.read(site / "sop_data", site / "forms")
    return Known.of(found, office, datetime.date.today())


def _read(files: Sequence[Path], site: Path, known: Known | None) -> Iterator[list[Reading] | None]:
    """The readings of each file, None for one that cannot be read; says how far it is.

    With `known`, a paper of our own is no new draft: what was changed on it is put into its file.
    """
    for number, path in enumerate(files, start=1):
        step = f"[{number}/{len(files)}] {path}"
        try:
            said = None
            if known is not None:
                said = returned(path, site, read_file, known.laws.id_by_words)
            if known is not None and said is not None:
                print(f"{step}: dokumen buatan situs ini", file=sys.stderr)
                for line in said:
                    print(line)
                _write_files(site, known.laws.files())
                yield []
                continue
            found = read_file(path)
        except IntakeError as error:
            print(f"{step}: {error}", file=sys.stderr)
            yield None
            continue
        print(f"{step}: {len(found)} SOP", file=sys.stderr)
        yield found


def _collect(read: Iterator[list[Reading] | None]) -> tuple[int, list[Reading]]:
    failed = 0
    found: list[Reading] = []
    for readings in read:
        failed += readings is None
        found += readings or []
    return failed, found


def _write(site: Path, made: Made) -> None:
    _write_files(site, made.files)


def _write_files(site: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"dibuat: {name}")


def _write_sheet(site: Path, path: Path, made: Made) -> None:
    name = f"{SHEETS}/{made.id.replace('/', '-')}.html"
    written = made.files[f"sop_data/{made.id}.yml"]
    try:
        page = sheet_of(path, made.reading, made.id, written)
    except IntakeError as error:
        print(f"  lembar periksa tidak dibuat: {error}", file=sys.stderr)
        return
    (site / SHEETS).mkdir(exist_ok=True)
    (site / name).write_text(page, encoding="utf-8", newline="\n")
    print(f"dibuat: {name}")


def _refresh(site: Path) -> int:
    """Renew every sheet from the data beside it."""
    sheets = sorted((site / SHEETS).glob("*.html"))
    if not sheets:
        print(f"Belum ada lembar periksa di {SHEETS}/.", file=sys.stderr)
        return 2
    for path in sheets:
        old = path.read_text(encoding="utf-8")
        data = site / "sop_data" / f"{sop_of(old)}.yml"
        if not data.is_file():
            print(f"{SHEETS}/{path.name}: datanya tidak ada lagi; dilewati.", file=sys.stderr)
            continue
        page, changed = refreshed(old, data.read_text(encoding="utf-8"))
        path.write_text(page, encoding="utf-8", newline="\n")
        print(f"{SHEETS}/{path.name}: {changed} nilai berubah sejak dibaca")
    return 0


def _tell(made: Made) -> None:
    covered = made.coverage
    print(
        f"  {made.id}: {covered.share:.1%} dari {covered.words - covered.form} kata berkas ada di "
        f"rancangan; {made.doubts} catatan PERIKSA"
    )
    for line in shown(covered.left):
        print(f"    belum masuk: {line}")


def read_file(path: Path) -> list[Reading]:
    """Read one file; whatever goes wrong in it must not stop the files after it."""
    try:
        return readers.read(path)
    except (IntakeError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise IntakeError(
            f"berkas ini tidak dapat dibaca ({type(error).__name__}). "
            "Simpan ulang dari program asalnya, lalu coba lagi."
        ) from error
    finally:
        # The command line runs without the collector; a folder of files would fill the memory.
        gc.collect()
