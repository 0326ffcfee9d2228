"""YAML that cannot be read, or is read otherwise than written: where it went wrong, what to write.

Called by node. A parser stops where it no longer understands; the slip is often some lines above,
so the lines themselves are looked at.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .problem import Place, Problem

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

TOO_DEEP = "too deep"
MANY = "document start"
CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CONTROL_WORDS = ("ada aksara kendali yang tidak boleh di sini.", "Hapus aksara itu.")

_BROKEN = "yaml-tak-terbaca"
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$")
# A space that does not look like another one, where the depth of a line is counted.
_ODD_INDENT = re.compile(r"^[ \t]*([^\S \t\n\r]|\u200b|\ufeff)")
_KEY = r"[a-z][a-z0-9_]*"
_OPENS_LINE = re.compile(rf"^ *(?:- |-$|{_KEY}:(?: |$))")
_DASH = "[\u2010-\u2015\u2212•·]"
_DASHES = re.compile(r"^ *(?:- +)*")
_VALUE = re.compile(rf"^ *(?:- +)*(?:({_KEY}): +|- +)(.*)$")
_WORD_QUOTES = {"“": "”", "‘": "’", "„": "”", "«": "»", "”": "”", "’": "’"}


def place_after(text: str) -> tuple[int, int]:
    """Line and column of what follows a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def before(text: str, shown: str) -> list[Problem]:
    """What makes reading pointless: everything else it would say is a consequence."""
    if stray := CONTROL.search(text):
        place = Place(shown, *place_after(text[: stray.start()]))
        return [place.problem(_BROKEN, *CONTROL_WORDS)]
    lines = text.splitlines()
    marks = [n for n, line in enumerate(lines, 1) if _CONFLICT.match(line)]
    if any(lines[n - 1].startswith("<") for n in marks):
        last = marks[-1]
        pesan = (
            f"tanda bentrok Git masih ada di sini sampai baris {last}: dua isi untuk satu tempat."
        )
        saran = "Pilih satu isi, lalu hapus baris <<<<<<<, ======= dan >>>>>>>."
        return [Place(shown, marks[0]).problem(_BROKEN, pesan, saran)]
    return [
        Place(shown, n, found.start(1) + 1).problem(
            _BROKEN,
            "awal baris ini memakai spasi yang bukan spasi biasa, sering terbawa dari Word atau "
            "peramban.",
            "Hapus spasi di awal baris, lalu ketik ulang.",
        )
        for n, line in enumerate(lines, 1)
        if (found := _ODD_INDENT.match(line)) and line.strip()
    ]


def misread(event: yaml.ScalarEvent, lines: list[str]) -> tuple[str, str, str] | None:
    """Rule, message and advice for a text that YAML reads otherwise than its author."""
    # The events of the C parser have marks, which the types do not say.
    start: Any = event.start_mark
    end: Any = event.end_mark
    style: str = event.style or ""
    if style in ('"', "'"):
        swallowed = start.line != end.line and _swallows(lines, start, end.line)
        return (_BROKEN, *_open_quote(style)) if swallowed else None
    text = str(event.value)
    if style:
        return None
    if is_word_quoted(text):
        pesan = f"tanda kutip {text[0]} {text[-1]} dari Word ikut menjadi isi dan tampil di situs."
        return "kutip-word", pesan, f"Hapus kedua tanda itu, atau tulis {quoted(text[1:-1])}."
    # An empty text at the end of a file stands on a line that is not there.
    here = lines[start.line] if start.line < len(lines) else ""
    if re.match(rf"{_DASH}\s", text) and not here[: start.column].strip():
        return _BROKEN, _no_colon(here[start.column :]), ""
    for n in range(start.line + 1, end.line + 1 if end.column else end.line):
        if lines[n].lstrip(" ").startswith("- "):
            pesan = (
                f"teks ini berlanjut ke baris {n + 1}, yang diawali tanda - seperti butir daftar."
            )
            saran = "Tulis teksnya di satu baris, atau awali juga butir ini dengan tanda -."
            return _BROKEN, pesan, saran
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    if (found := re.match(r"( +|\t+)#(.*)", rest)) and not _is_note(found):
        whole = lines[end.line][start.column if start.line == end.line else 0 :].strip()
        return (
            "teks-terpotong",
            f'teks sesudah tanda # tidak dibaca; yang terbaca hanya "{_short(text)}".',
            f"Bila bagian dari teks, tulis {quoted(_short(whole))}; bila catatan, beri dua spasi "
            "sebelum # dan satu sesudahnya.",
        )
    return None


def is_word_quoted(text: str) -> bool:
    """Whether a text stands between the quotation marks that word processors put."""
    return len(text) > 1 and text[-1] == _WORD_QUOTES.get(text[0])


def _is_note(found: re.Match[str]) -> bool:
    """Whether a comment is set apart as one, as is usual: two spaces, the sign, a space."""
    return len(found[1]) > 1 and found[2][:1] in ("", " ")


def quoted(text: str) -> str:
    """A text between quotes that it does not hold itself."""
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else "'" + text.replace("'", "''") + "'"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def _open_quote(style: str) -> tuple[str, str]:
    return (
        f"tanda kutip {style} yang dibuka di sini tidak ditutup.",
        f"Tulis {style} juga di akhir teksnya.",
    )


def _swallows(lines: list[str], start: Any, last: int) -> bool:
    """Whether a quoted text goes on over lines that are items or keys of their own."""
    opening = _DASHES.match(lines[start.line])
    depth = len(opening[0]) if opening else 0
    return any(
        _OPENS_LINE.match(line) and len(line) - len(line.lstrip(" ")) <= depth
        for line in lines[start.line + 1 : last + 1]
    )


_PERCENT = "baris yang diawali tanda % tidak dipakai di sini. Hapus baris itu."
_ONE_DOCUMENT = "satu berkas hanya memuat satu dokumen YAML. Hapus baris --- atau titik tiga itu."
_BRACKET = "kurung {} yang dibuka di sini tidak ditutup, atau kurang koma. Tulis {} di akhirnya."
_BACKSLASH = "tanda \\ di dalam tanda kutip ganda berarti lain. Pakai tanda kutip tunggal."

# What libyaml or PyYAML says, what it means, and whether the author should look where it began.
_CAUSES = (
    (TOO_DEEP, "isi berkas terlalu bertingkat. Periksa indentasi dan tanda kurungnya.", False),
    ("escape c", _BACKSLASH, False),
    ("',' or ']'", _BRACKET.format("siku", "]"), True),
    ("',' or '}'", _BRACKET.format("kurawal", "}"), True),
    (
        "sequence entries are not allowed",
        "tanda - untuk butir daftar ditulis di baris sendiri, di bawah kuncinya.",
        False,
    ),
    ("block scalar", "sesudah tanda | atau >, teks ditulis di baris berikutnya.", False),
    ("scanning an alias", "teks yang diawali tanda * harus diapit tanda kutip.", True),
    ("scanning an anchor", "teks yang diawali tanda & harus diapit tanda kutip.", True),
    ("tag", "teks yang diawali tanda ! harus diapit tanda kutip.", True),
    ("mapping keys are not allowed", "teks yang diawali tanda ? harus diapit tanda kutip.", False),
    (MANY, _ONE_DOCUMENT, False),
    ("directive", _PERCENT, True),
    ("incompatible YAML", _PERCENT, False),
)


def explained(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    """The problem of a file that the parser gave up."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark: Any = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        pesan = "baris ini menjorok dengan tab. Ganti dengan spasi."
    elif opening := _open_quote_in(text, lines):
        line, column, pesan = opening
    elif "unexpected end of stream" in said or "unexpected document" in said:
        line, column = _mark_of(error.context_mark, line, column)
        pesan = " ".join(_open_quote(lines[line][column : column + 1]))
    elif "mapping values are not allowed" in said:
        line, column, pesan = _second_colon(lines, line, column)
    elif "expected ':'" in said:
        line, column = _mark_of(error.context_mark, line, column)
        pesan = _no_colon(lines[line])
    else:
        line, column, pesan = _by_words(error, said, lines, line, column)
    return Place(shown, line + 1, column + 1).problem(_BROKEN, pesan)


def _mark_of(mark: Any, line: int, column: int) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (line, column)


def _by_words(
    error: yaml.MarkedYAMLError, said: str, lines: list[str], line: int, column: int
) -> tuple[int, int, str]:
    character = lines[line][column : column + 1] if line < len(lines) else ""
    if not character and "node content" in said:
        opened = "ada kurung siku atau kurung kurawal yang belum ditutup di atas baris ini."
        return line, column, opened
    if "cannot start any token" in said or "node content" in said:
        value = _VALUE.match(lines[line])
        whole = value[2].strip() if value else lines[line][column:].strip()
        pesan = f"nilai tidak boleh diawali tanda {character} begitu saja. Tulis "
        return line, column, f"{pesan}{quoted(_short(whole))}."
    for sign, words, is_at_start in _CAUSES:
        if sign in said:
            return (*_mark_of(error.context_mark if is_at_start else None, line, column), words)
    if "expected" in said and line < len(lines):
        return line, column, _not_straight(lines, line, column)
    return line, column, "susunan YAML tidak dapat dibaca. Periksa baris ini dan baris di atasnya."


def _open_quote_in(text: str, lines: list[str]) -> tuple[int, int, str] | None:
    """The first quote before the error that took keys or items of other lines for its text."""
    for token in _tokens(text):
        if not isinstance(token, yaml.ScalarToken) or token.style not in ('"', "'"):
            continue
        start: Any = token.start_mark
        end: Any = token.end_mark
        if start.line != end.line and _swallows(lines, start, end.line):
            return start.line, start.column, " ".join(_open_quote(token.style))
    return None


def _tokens(text: str) -> Iterator[Any]:
    try:
        yield from yaml.scan(text, Loader=_Loader)
    except yaml.MarkedYAMLError:
        return


def _second_colon(lines: list[str], line: int, column: int) -> tuple[int, int, str]:
    """A colon where none can stand: in a text, behind a line without one, or too deep a line."""
    here = lines[line]
    indent = len(here) - len(here.lstrip(" "))
    above = next((n for n in range(line - 1, -1, -1) if _is_content(lines[n])), None)
    if above is not None and re.fullmatch(rf" *(?:- +)*{_KEY} *", here[:column]):
        start = _DASHES.match(lines[above])
        depth = len(start[0]) if start else 0
        if depth >= indent and not re.search(r":( |$)", lines[above]):
            return above, depth, _no_colon(lines[above])
        if depth < indent:
            do = f"Beri {depth}" if depth else "Hapus"
            pesan = (
                f"baris ini menjorok lebih dalam daripada baris {above + 1}, padahal baris itu "
                f"sudah ada isinya. {do} spasi di awal baris ini."
            )
            return line, indent, pesan
    value = _VALUE.match(here)
    if value and value[2] and value.start(2) <= column:
        whole = quoted(_short(value[2].strip()))
        return line, column, f"teks yang memuat titik dua diapit tanda kutip. Tulis {whole}."
    pesan = "titik dua ini membingungkan. Apit teks yang memuat titik dua dengan tanda kutip."
    return line, column, pesan


def _no_colon(line: str) -> str:
    """A line that should begin with a key and a colon, or with the sign of an item."""
    start = _DASHES.match(line)
    bare = line[len(start[0]) if start else 0 :].strip()
    if found := re.match(rf"({_DASH})\s*(.*)", bare):
        return (
            f'butir daftar diawali tanda - biasa, bukan {found[1]}. Tulis "- {_short(found[2])}".'
        )
    if found := re.match(rf"({_KEY}):(\S.*)", bare):
        return f'tidak ada spasi sesudah titik dua. Tulis "{found[1]}: {_short(found[2])}".'
    if found := re.match(rf"({_KEY})\s+(\S.*)", bare):
        return f'tidak ada titik dua sesudah kunci. Tulis "{found[1]}: {_short(found[2])}".'
    return 'tidak ada titik dua sesudah kunci. Tulis "kunci: nilai".'


def _not_straight(lines: list[str], line: int, column: int) -> str:
    """A line that begins at no depth of those above it, or goes on behind a closing quote."""
    here = lines[line]
    indent = len(here) - len(here.lstrip(" "))
    if column > indent and (value := _VALUE.match(here)):
        whole = value[2].strip()
        inner = whole[1:-1] if len(whole) > 1 and whole[0] == whole[-1] else whole
        return (
            "tanda kutip sudah ditutup sebelum ini, tetapi teksnya berlanjut. Apit seluruhnya: "
            f"{quoted(_short(inner))}."
        )
    is_item = here.lstrip(" ").startswith("- ")
    depths: list[tuple[int, int]] = []
    for n in range(line - 1, -1, -1):
        if _is_content(lines[n]):
            depths += [(depth, n) for depth in _depths(lines[n], is_item)]
    if not depths:
        return "baris ini tidak lurus dengan baris di atasnya. Samakan spasi di awalnya."
    near, above = min(depths, key=lambda found: abs(found[0] - indent))
    what = "tanda -" if is_item else "kunci"
    return (
        f"baris ini diawali {indent} spasi, tidak lurus dengan baris di atasnya. Beri {near} "
        f"spasi, sama seperti {what} di baris {above + 1}."
    )


def _depths(line: str, is_item: bool) -> list[int]:
    """The depths that a line offers to an item, or to a key."""
    indent = len(line) - len(line.lstrip(" "))
    start = _DASHES.match(line)
    depth = len(start[0]) if start else 0
    if is_item:
        return [indent] if depth > indent else []
    return [depth] if re.match(rf"{_KEY}:", line[depth:]) else []


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
