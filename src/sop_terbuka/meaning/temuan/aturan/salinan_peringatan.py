"""Findings about warnings: copied from another service or naming one."""

import re
from collections.abc import Iterator

from ....data.model.sop import Sop
from ..context import Konteks
from ..rule import Aturan, Hasil
from ..text import listed, norm, quoted, stem, topic, word_set


def warning_names_its_service(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A warning does not name another SOP's service instead of its own."""
    own = title_of(sop)
    index = k.memo("judul", lambda: _titles(k))
    for n, text in enumerate(sop.peringatan, 1):
        words = topic(text)
        if len(own) and len(own & words) * 2 > len(own):
            continue
        for other in (
            other for word in sorted(words) for other in index.get((sop.instansi, word), ())
        ):
            title = title_of(other)
            # The whole title must stand in the warning, with at least one word not in our own.
            if other is not sop and title <= words and not title <= own:
                yield Hasil(
                    f"Peringatan menyebut {quoted(other.nama_sop or other.nama)}, yaitu layanan "
                    f"SOP lain: {quoted(text)}.",
                    (k.at(sop, f"Peringatan {n}", text, f"peringatan[{n}]"),),
                )
                break


def _titles(k: Konteks) -> dict[tuple[str, str], list[Sop]]:
    """SOPs by office and one word of the title, so that a warning need not meet every title."""
    found: dict[tuple[str, str], list[Sop]] = {}
    for sop in k.catalog.sop.values():
        title = title_of(sop)
        if len(title) >= 2:
            found.setdefault((sop.instansi, min(title)), []).append(sop)
    return found


_FORM_WORDS = frozenset(
    stem(word)
    for word in word_set("prosedur pelayanan proses pelaksanaan penerbitan surat sop sk bagi")
)


def title_of(sop: Sop) -> frozenset[str]:
    """The stems of the title's own words, without brackets and words of form."""
    bare = re.sub(r"\([^)]*\)", " ", sop.nama_sop or sop.nama)
    return topic(bare) - _FORM_WORDS


def warning_is_its_own(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A warning is not the same as another service's, apart from the service's name."""
    index = k.memo("peringatan", lambda: _warnings(k))
    for n, text in enumerate(sop.peringatan, 1):
        others = []
        for other_id in index.get(_without_title(text, sop), ()):
            other = k.catalog.sop[other_id]
            if other is not sop and not k.same_service(sop, other):
                others.append(other)
        if others:
            names = listed((f"SOP {other.nama_sop or other.nama}" for other in others), 4)
            alike = all(any(norm(text) == norm(t) for t in other.peringatan) for other in others)
            how = "sama" if alike else "sama, selain nama layanannya,"
            yield Hasil(
                f"Peringatan {quoted(text)} {how} dengan peringatan pada {names}.",
                (
                    k.at(sop, f"Peringatan {n}", text, f"peringatan[{n}]"),
                    *(k.at(other, f"SOP {other.nama_sop or other.nama}", other.peringatan[0])
                      for other in others[:2]),
                ),
            )  # fmt: skip


def _warnings(k: Konteks) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sop in k.catalog.sop.values():
        for text in sop.peringatan:
            key = _without_title(text, sop)
            # Fewer than four words are a common opening, not a copied warning.
            if len(key.split()) >= 4 and sop.id not in found.setdefault(key, []):
                found[key].append(sop.id)
    return found


def _without_title(text: str, sop: Sop) -> str:
    title = norm(sop.nama_sop or sop.nama)
    bare = norm(text).replace(title, "").replace(title.removeprefix("pelayanan "), "").strip()
    return bare.removesuffix("pelayanan").strip()


ATURAN = (
    Aturan(
        "peringatan-layanan-lain",
        "sedang",
        warning_names_its_service,
        judul="Peringatan menyebut layanan SOP-nya sendiri.",
        penjelasan=(
            "Peringatan yang menyebut nama layanan lain membuat pembaca mengira membaca dokumen "
            "yang salah."
        ),
        saran="periksa apakah peringatan ini disalin dari SOP lain.",
    ),
    Aturan(
        "peringatan-sama",
        "rendah",
        warning_is_its_own,
        judul="Peringatan menyebut akibat bagi layanannya sendiri.",
        penjelasan=(
            "Peringatan yang sama persis pada beberapa layanan tidak memberi tahu apa yang terjadi "
            "bila layanan ini tidak dijalankan."
        ),
        saran="periksa apakah peringatannya perlu ditulis khusus untuk layanan ini.",
    ),
)
