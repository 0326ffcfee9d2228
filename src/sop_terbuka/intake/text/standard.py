"""A pasted service standard: its components by their headings, as SIPPN and the forms name them."""

import re
from collections.abc import Sequence

from ..grid import spaced
from ..heads import plain
from ..identity import Line, items_of
from ..reading import LISTS, Place, Reading, Value
from .lines import cells_of, clean

HEADINGS = {
    "persyaratan": r"(?:per)?syarat(?:an)?(?: pelayanan| layanan| umum| khusus| mutasi.*"
    r"| pembuatan .*| administrasi| teknis)?",
    "prosedur": r"(?:sistem,?|mekanisme|prosedur|alur|proses)(?:[ ,&/]|dan|sistem|mekanisme"
    r"|prosedur|pelayanan|layanan|pendaftaran|berikut|kerja|langkah-langkah)*"
    r"|langkah-langkah(?: prosedur)?",
    "jangka_waktu": r"(?:jangka )?waktu (?:pe(?:layanan|nyelesaian)|layanan)(?: pelayanan)?"
    r"|jangka waktu|waktu",
    "biaya": r"biaya ?/? ?(?:tarif)?(?: pelayanan)?|tarif(?: ?/ ?biaya)?(?: pelayanan)?",
    "produk": r"produk(?: pelayanan| layanan| spesifikasi)?|hasil(?: layanan)?",
    "pengaduan": r"(?:penanganan |pengelolaan |saluran )?pengaduan(?:,? saran.*)?"
    r"|(?:sarana|penanganan) pengaduan.*",
    "dasar_hukum": r"(?:dasar|landasan) hukum|referensi",
    "sarana": r"sarana(?:,? (?:dan )?prasaran[a ]*)?(?:.*fasilitas)?|fasilitas",
    "kompetensi": r"kompetensi(?: pelaksana)?|kualifikasi(?: pelaksana)?",
    "pengawasan": r"pengawasan(?: internal)?",
    "jumlah_pelaksana": r"jumlah pelaksana",
    "jaminan_pelayanan": r"jaminan pelayanan",
    "jaminan_keamanan": r"jaminan keamanan.*",
    "evaluasi": r"evaluasi(?: kinerja(?: pelaksana)?)?",
    "tujuan": r"tujuan",
    "pengertian": r"pengertian|definisi",
    "kebijakan": r"kebijakan",
    "ruang_lingkup": r"ruang lingkup",
    "unit_terkait": r"unit terkait",
    "peralatan": r"peralatan(?: ?/ ?perlengkapan)?|alat(?: dan bahan)?",
    "bagan": r"(?:diagram|bagan) alir|flow ?chart",
    "penanggung_jawab": r"penanggung ?jawab",
    "jam": r"jam (?:pe)?layanan|waktu pelayanan \(jam\)",
    "nama": r"jenis pelayanan|nama (?:pe)?layanan|nama prosedur",
}
"""The 14 components of a service standard, and what health and school SOPs have beside them."""

_NO_TITLE = re.compile(
    r"sumber:|standar operasional|pemerintah |dinas |badan |kementerian |sop$|no\b|tanggal|---",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=[.;]) ([A-Z][A-Za-z/ ]{2,30}?) ?:")
_NUMBER = re.compile(r"^\s*(?:#{1,6}\s*)?(?:\d{1,2}|[a-z]|[ivx]+)[.)]?\s+", re.IGNORECASE)


def reading_of(name: str, lines: Sequence[str]) -> Reading | None:
    """The components that the text has headings for; None where there are fewer than three."""
    parts: dict[str, list[Line]] = {}
    places: dict[str, int] = {}
    rest: list[Value] = []
    title: Value | None = None
    current = ""
    parted = [(n, part) for n, line in enumerate(lines, start=1) for part in _headed(line)]
    for number, line in parted:
        text = "\n".join(cell for cell in cells_of(line) if cell)
        if not spaced(text):
            continue
        place = (Place(baris=(number, number)),)
        heading = heading_of(line)
        if heading is not None:
            current, after = heading
            places.setdefault(current, number)
            parts.setdefault(current, [])
            if after:
                parts[current].append((after, place))
        elif current:
            parts[current].append((text, place))
        elif title is None and not _NO_TITLE.match(text):
            title = Value(spaced(text), place)
        else:
            rest.append(Value(spaced(text), place))
    components = {key: tuple(items_of(_items_apart(found))) for key, found in parts.items()}
    components = {key: values for key, values in components.items() if values}
    enough = 2 if {"persyaratan", "prosedur"} & set(components) else 3
    if len(components) < enough:
        return None
    named = components.pop("nama", ())
    identitas = {"nama_sop": named[0]} if named else {"nama_sop": title} if title else {}
    jenis = "sop-kesehatan" if {"pengertian", "kebijakan"} <= set(components) else None
    return Reading(
        berkas=name,
        jenis="sop-kesehatan" if jenis else "standar-pelayanan",
        identitas=identitas,
        daftar={key: components[key] for key in LISTS if key in components},
        komponen={key: values for key, values in components.items() if key not in LISTS},
        teks_halaman=("\n".join(" ".join(cells_of(line)) for line in lines),),
        sisa=tuple(rest),
    )


def _headed(line: str) -> list[str]:
    """A line of running text in parts that each begin with their own heading and a colon."""
    parts = [line]
    for match in reversed(list(_INLINE.finditer(line))):
        if heading_of(f"{match[1]}:") is not None:
            before = parts[0][: match.start(1)]
            number = re.search(r"(?:^|\s)(?:\d{1,2}|[a-z])[.)]\s*$", before)
            at = number.start() if number else match.start(1)
            if parts[0][:at].strip():
                parts[:1] = [parts[0][:at], parts[0][at:]]
    return parts


def _items_apart(found: Sequence[Line]) -> list[Line]:
    """A component written on one line, parted at its semicolons."""
    if len(found) != 1 or found[0][0].count(";") < 1:
        return list(found)
    text, place = found[0]
    return [(part.strip(), place) for part in text.split(";") if part.strip()]


def heading_of(line: str) -> tuple[str, str] | None:
    """The component that a line heads, with what follows on the line."""
    cells = [cell for cell in cells_of(line) if cell.strip(" :")]
    if not cells:
        return None
    if len(cells) > 1 and re.fullmatch(r"\d{1,2}[.)]?", cells[0]):
        cells = cells[1:]
    first = clean(cells[0])
    if re.match(r"^\s*[-•*]", first):
        return None
    bare = _NUMBER.sub("", first)
    label, colon, after = bare.partition(":")
    candidates = [(bare, "\n".join(cells[1:]))]
    if colon:
        candidates.append((label, "\n".join([after.strip(), *cells[1:]]).strip()))
    for text, following in candidates:
        for key, pattern in HEADINGS.items():
            if re.fullmatch(pattern, plain(text)):
                return key, following
    return None
