"""Findings about words copied from another service, and words in the wrong box."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks, Kutipan
from ..rule import Aturan, Hasil
from ..text import capital, listed, norm, quoted, topic
from .salinan_peringatan import title_of

_FOREIGN_PLACES = (
    "lembar_kerja.identifikasi.", "lembar_kerja.form_1.", "kualifikasi_pelaksana", "langkah[",
)  # fmt: skip


def words_are_its_own(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No sentence is copied from another service, whose words appear nowhere else here."""
    mine = _places(k, sop)
    rare = k.memo("jumlah SOP per kata", lambda: _spread(k))
    # A word in more than one SOP in five is office talk ("komputer", "berkas") and shows no origin.
    common = max(3, len(k.catalog.sop) // 5)
    title = title_of(sop)
    found: dict[tuple[str, str], list[_Copied]] = {}
    for item in k.texts(sop):
        if not item.path.startswith(_FOREIGN_PLACES) or item.path.endswith(".kelengkapan"):
            continue
        words = topic(item.teks)
        # The words of this text that nothing else in the SOP uses.
        strange = {word for word in words if not _is_elsewhere(item, mine.get(word, ()))}
        # A text with a word of the SOP's own title was at least adapted.
        if len(strange) < 2 or len(strange) * 2 < len(words) or words & title:
            continue
        other = _known_origin(
            k, sop, item, strange, {w for w in strange if rare.get(w, 0) <= common}
        )
        if other:
            # What one worksheet took from one document was taken in one go.
            sheet = item.path.startswith("lembar_kerja.")
            place = other[0].id, "lembar_kerja" if sheet else item.path
            found.setdefault(place, []).append((item, *other, strange))
    for (source, _), copied in found.items():
        yield _told(k, sop, source, copied)


# A text, the SOP and the text that it is copied from, and the words that are strange here.
_Copied = tuple[Kutipan, Sop, Kutipan, set[str]]


def _told(k: Konteks, sop: Sop, source: str, copied: list[_Copied]) -> Hasil:
    """All that one place took from another SOP, as one finding."""
    first, rest = copied[0][0], copied[1:]
    more = "".join(f", dan {x.pada} menulis {quoted(x.teks)}" for x, *_ in rest)
    foreign = dict.fromkeys(
        word.strip("/,.;")
        for item, _, _, strange in copied
        for word in item.teks.split()
        if topic(word) & strange
    )
    return Hasil(
        f"{capital(first.pada)} menulis {quoted(first.teks)}{more}; kata "
        f"{listed((quoted(word) for word in foreign), 8)} tidak ada pada judul, langkah dan "
        f"lembar kerja lain SOP ini, tetapi ada pada SOP {k.title(source)}.",
        tuple(
            proof
            for item, other_sop, its, _ in copied
            for proof in (
                k.at(sop, item.pada, item.teks, item.path),
                k.elsewhere(other_sop, k.at(other_sop, its.pada, its.teks, its.path)),
            )
        ),
        _step_id(first),
        # Only the work itself tells an applicant or a decision something wrong.
        tingkat=None if first.path.startswith("langkah") else "sedang",
    )


# Where each stem of an SOP occurs; kept for all SOPs, so in little room.
_Places = dict[str, tuple[str, ...]]


def _places(k: Konteks, sop: Sop) -> _Places:
    return k.memo(f"kata {sop.id}", lambda: _stems_by_path(k, sop))


def _stems_by_path(k: Konteks, sop: Sop) -> _Places:
    """Where each stem occurs; legal bases and equipment say nothing about the service."""
    found: dict[str, dict[str, None]] = {}
    for item in k.texts(sop):
        if not item.path.startswith(("dasar_hukum", "keterkaitan", "peralatan", "peringatan")):
            for word in topic(item.teks):
                found.setdefault(word, {})[item.path] = None
    for text in (sop.nama, sop.ringkasan):
        for word in topic(text):
            found.setdefault(word, {})["nama"] = None
    return {word: tuple(paths) for word, paths in found.items()}


def _spread(k: Konteks) -> dict[str, int]:
    """In how many SOPs each stem occurs."""
    found: dict[str, int] = {}
    for sop in k.catalog.sop.values():
        for word in _places(k, sop):
            found[word] = found.get(word, 0) + 1
    return found


def _is_elsewhere(item: Kutipan, paths: tuple[str, ...]) -> bool:
    """Whether one of some places is neither the text itself nor another box of the same form."""
    form = next((place for place in _FOREIGN_PLACES[:2] if item.path.startswith(place)), item.path)
    return not all(path.startswith(form) for path in paths)


def _known_origin(
    k: Konteks, sop: Sop, item: Kutipan, strange: set[str], rare: set[str]
) -> tuple[Sop, Kutipan] | None:
    """The origin of a text, looked for once for all offices that say it of one service."""
    if not sop.layanan:
        return _origin(k, sop, item, strange, rare)
    asked = f"asal {sop.layanan} {sorted(strange)} {sorted(rare)} {item.teks}"
    return k.memo(asked, lambda: _origin(k, sop, item, strange, rare))


def _origin(
    k: Konteks, sop: Sop, item: Kutipan, strange: set[str], rare: set[str]
) -> tuple[Sop, Kutipan] | None:
    """Another service's SOP that has nearly this text and uses its words elsewhere too."""
    index = k.all_sentences
    for near in index.near(item.teks, 0.45):
        for owner in index.owners(near.kalimat):
            other_id, _, path = owner.partition("#")
            other = k.catalog.sop[other_id]
            if other is sop or k.same_service(sop, other):
                continue
            theirs = _places(k, other)
            elsewhere = [w for w in strange if any(at != path for at in theirs.get(w, ()))]
            exact = near.nilai == 1.0 and len(rare & set(elsewhere)) >= 2
            if exact or len(elsewhere) * 3 >= len(strange) * 2:
                its = next(text for text in k.texts(other) if text.path == path)
                return other, its
    return None


def _step_id(item: Kutipan) -> tuple[str, ...]:
    match = re.match(r"langkah\[([a-z0-9-]+)\]", item.path)
    return (match[1],) if match else ()


_INSTRUCTION = re.compile(
    r"^\(\s*(?:\d+|tuliskan|isi(?:lah|kan)?|diisi|sebutkan|contoh)\b[^)]*\)?$", re.IGNORECASE
)


def boxes_hold_answers(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No box still holds the form's own instruction."""
    found = [item for item in k.texts(sop) if _INSTRUCTION.match(item.teks.strip())]
    if found:
        places = listed(f"{item.pada} ({quoted(item.teks, 60)})" for item in found)
        yield Hasil(
            f"Masih berisi petunjuk formulir: {places}.",
            tuple(k.at(sop, item.pada, item.teks, item.path) for item in found),
        )


def related_sop_is_another(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP is not related to itself."""
    own = norm(sop.nama_sop or sop.nama)
    for n, item in enumerate(sop.keterkaitan, 1):
        named = norm(item.teks).removeprefix("sop ")
        if item.sop == sop.id or named == own:
            yield Hasil(
                f"Keterkaitan {n} menyebut SOP ini sendiri: {quoted(item.teks)}.",
                (k.at(sop, f"Keterkaitan {n}", item.teks, f"keterkaitan[{n}].teks"),),
            )


_NAMES_AN_SOP = re.compile(r"(?:sop|standar operasional prosedur)\b")


def related_entry_is_an_sop(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Each related entry names an SOP."""
    found = [
        (n, item.teks)
        for n, item in enumerate(sop.keterkaitan, 1)
        if not item.sop and not _NAMES_AN_SOP.match(norm(item.teks))
    ]
    if found:
        same = {norm(text) for text in sop.peringatan}
        copied = [n for n, text in found if norm(text) in same]
        tail = "; kalimatnya sama dengan kotak Peringatan" if copied else ""
        yield Hasil(
            f"Kotak Keterkaitan berisi {listed(quoted(text) for _, text in found)}, bukan nama "
            f"SOP{tail}.",
            tuple(
                k.at(sop, f"Keterkaitan {n}", text, f"keterkaitan[{n}].teks") for n, text in found
            ),
        )


ATURAN = (
    Aturan(
        "salinan-layanan-lain",
        "tinggi",
        words_are_its_own,
        judul="Isi SOP berbicara tentang layanannya sendiri.",
        penjelasan=(
            "Ditandai bila sebuah kalimat hampir sama dengan kalimat SOP lain, dan kata-kata "
            "pokoknya tidak ada di bagian lain SOP ini tetapi ada di SOP lain itu."
        ),
        saran="periksa apakah kalimat ini tertinggal dari dokumen yang disalin.",
    ),
    Aturan(
        "petunjuk-pengisian-tertinggal",
        "sedang",
        boxes_hold_answers,
        judul="Kotak formulir berisi jawaban, bukan petunjuk mengisinya.",
        penjelasan="Kata seperti (7) atau (Tuliskan ...) berasal dari contoh formulir.",
        saran="periksa apa isi yang seharusnya, lalu ganti petunjuknya.",
    ),
    Aturan(
        "keterkaitan-diri-sendiri",
        "sedang",
        related_sop_is_another,
        judul="SOP tidak terkait dengan dirinya sendiri.",
        penjelasan="Kotak Keterkaitan menyebut SOP lain yang harus dibaca bersama.",
        saran="periksa apakah daftar keterkaitannya disalin dari SOP lain.",
    ),
    Aturan(
        "keterkaitan-bukan-sop",
        "rendah",
        related_entry_is_an_sop,
        judul="Kotak Keterkaitan menyebut SOP.",
        penjelasan=(
            "Nama aplikasi atau kalimat peringatan di kotak ini membuat SOP terkait tidak dapat "
            "dicari."
        ),
        saran="periksa apakah isinya seharusnya di kotak lain, dan SOP apa yang terkait.",
    ),
)
