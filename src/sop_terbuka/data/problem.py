"""What is wrong in the data, as a value: place, message, rule; sorted and printed in one way."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Format = Literal["teks", "json", "github"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an author has to mend: `berkas:baris:kolom: tempat: pesan [aturan]`.

    `berkas` is the path as shown to the author; line and column start at 1.
    """

    berkas: str
    baris: int
    kolom: int
    tempat: str
    pesan: str
    aturan: str

    def __str__(self) -> str:
        """The line an editor can jump to."""
        place = f"{self.tempat}: " if self.tempat else ""
        return f"{self.berkas}:{self.baris}:{self.kolom}: {place}{self.pesan} [{self.aturan}]"


class Place(NamedTuple):
    """A place in a file: its path as shown to the author, line and column, and words for it."""

    berkas: str
    baris: int = 1
    kolom: int = 1
    tempat: str = ""

    def problem(self, aturan: str, pesan: str, saran: str = "") -> Problem:
        """What is wrong here, by which rule, and what to do about it."""
        return Problem(*self, f"{pesan} {saran}" if saran else pesan, aturan)


class SopTerbukaError(Exception):
    """Base of the errors this project raises itself."""


class DataError(SopTerbukaError):
    """The data cannot be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = sorted(set(problems))
        super().__init__(as_text(self.problems))


def as_text(problems: Iterable[Problem]) -> str:
    """All problems, one a line, with their count; empty text when there are none."""
    listed = sorted(set(problems))
    if not listed:
        return ""
    files = len({problem.berkas for problem in listed})
    lines = [_printable(str(problem)) for problem in listed]
    lines.append(
        f"{len(listed)} masalah di {files} berkas. "
        "Penjelasan tiap aturan: panduan-penulis/masalah/ di situs."
    )
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as a JSON list with the fields' own names."""
    listed = [vars(problem) for problem in sorted(set(problems))]
    text = json.dumps(listed, ensure_ascii=False, indent=2)
    # A file's name may hold bytes that are no text and could not be printed.
    return text.encode("utf-8", "replace").decode("utf-8")


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that show each problem beside its line in a pull request."""
    return "\n".join(
        f"::error file={_property(p.berkas)},line={p.baris},col={p.kolom},"
        f"title={_property(p.aturan)}::{_data((p.tempat + ': ' if p.tempat else '') + p.pesan)}"
        for p in sorted(set(problems))
    )


REPORTS = {"teks": as_text, "json": as_json, "github": as_github}


def _printable(text: str) -> str:
    # A message may quote the author's text: a control character must not steer the terminal.
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in text)


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
